package newcase

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strings"

	"reconfig/data/folder"
	"reconfig/data/newcase/reading"
	"reconfig/data/table"
	"reconfig/model"
	"reconfig/model/spelling"
)

// mostNeighbourBytes is far more than a file of neighbours has.
const mostNeighbourBytes = 32 << 20

// readNeighbours reads a file of neighbours, with columns a and b and perhaps kind and boundary_m, in which bodies go by
// their codes or by their names.
func (n *Case) readNeighbours(path string) error {
	content, err := folder.ReadStart(path, mostNeighbourBytes+1)
	if err != nil {
		return err
	}
	if len(content) > mostNeighbourBytes {
		return fmt.Errorf("%s has more than %d MB, more than any table of neighbours", path, mostNeighbourBytes>>20)
	}
	rows, t := table.Read[model.Neighbour](path, content, table.ColumnsOf[model.Neighbour]("kind", "boundary_m"))
	names := n.codesByName()
	seen := map[[2]string]int{}
	for i := range rows {
		x, written := &rows[i], rows[i]
		x.A, x.B = n.end(t, names, i, "a", x.A), n.end(t, names, i, "b", x.B)
		x.Kind = cmp.Or(x.Kind, "land")
		if x.Kind != "land" && x.Kind != "river" {
			t.Add(t.Line(i, "kind"), "kind", x.Kind, "land or river, or nothing for land")
		}
		if x.A == "" || x.B == "" {
			continue
		}
		pair := [2]string{min(x.A, x.B), max(x.A, x.B)}
		j, again := seen[pair]
		switch {
		case x.A == x.B:
			t.Add(t.Line(i, "b"), "b", written.B, "another one than in column a")
		case again:
			t.Add(t.Line(i, "b"), "b", written.B, "each pair once")
			t.Problems[len(t.Problems)-1].Earlier = t.Line(j, "b")
		default:
			seen[pair] = i
		}
	}
	if len(t.Problems) > 0 {
		return t.Kept()
	}
	n.Neighbours = rows
	if how := t.Dialect.String(); how != "" {
		n.NeighboursWritten = []string{filepath.Base(path) + ": " + how}
	}
	return nil
}

// codesByName finds the code of a body by its name or code in small letters.
func (n *Case) codesByName() map[string]string {
	codes := map[string]string{}
	for _, x := range n.Commissioners {
		codes[strings.ToLower(x.Name)] = x.Code
	}
	for _, x := range n.Commissioners {
		codes[strings.ToLower(x.Code)] = x.Code
	}
	return codes
}

// end is the code of the body at one end of a pair; empty, with a problem, where there is none of that name or code.
func (n *Case) end(t *table.Table, codes map[string]string, row int, column, written string) string {
	code := codes[strings.ToLower(reading.Tidy(written))]
	if code == "" {
		known := make([]string, len(n.Commissioners))
		for i, x := range n.Commissioners {
			known[i] = x.Name
		}
		t.Add(t.Line(row, column), column, written, "the name or code of one of the "+n.BodyPlural+nearest(written, known))
	}
	return code
}

// nearest offers the names that are like one that is not known.
func nearest(name string, known []string) string {
	if near := spelling.Nearest(name, known); len(near) > 0 {
		return "; perhaps " + strings.Join(near, " or ")
	}
	return ""
}
