package newcase

import (
	"cmp"
	"fmt"
	"strings"

	"reconfig/data"
	"reconfig/data/table"
	"reconfig/model"
)

// readNeighbours reads a file of neighbours, with columns a and b and perhaps kind and boundary_m, in which bodies go by
// their codes or by their names.
func (n *Case) readNeighbours(path string) error {
	content, err := data.ReadStart(path, mostBodiesBytes+1)
	if err != nil {
		return err
	}
	if len(content) > mostBodiesBytes {
		return fmt.Errorf("%s has more than %d MB, more than any table of neighbours", path, mostBodiesBytes>>20)
	}
	rows, t := table.Read[model.Neighbour](path, content, table.ColumnsOf[model.Neighbour]("kind", "boundary_m"))
	codes := map[string]string{}
	var known []string
	for _, x := range n.Commissioners {
		known = append(known, x.Name)
		codes[strings.ToLower(x.Name)] = x.Code
	}
	for _, x := range n.Commissioners {
		codes[strings.ToLower(x.Code)] = x.Code
	}
	seen := map[[2]string]int{}
	for i := range rows {
		x := &rows[i]
		for _, end := range []struct {
			column string
			value  *string
		}{{"a", &x.A}, {"b", &x.B}} {
			code := codes[strings.ToLower(tidy(*end.value))]
			if code == "" {
				t.Add(t.Line(i, end.column), end.column, *end.value, "the name or code of one of the "+n.BodyPlural+nearest(*end.value, known))
			}
			*end.value = code
		}
		x.Kind = cmp.Or(x.Kind, "land")
		if x.Kind != "land" && x.Kind != "river" {
			t.Add(t.Line(i, "kind"), "kind", x.Kind, "land or river, or nothing for land")
		}
		if x.A == x.B && x.A != "" {
			t.Add(t.Line(i, "b"), "b", x.B, "another one than in column a")
		}
		pair := [2]string{min(x.A, x.B), max(x.A, x.B)}
		if j, ok := seen[pair]; ok && x.A != "" {
			t.Add(t.Line(i, "b"), "b", x.B, "each pair once")
			t.Problems[len(t.Problems)-1].Earlier = t.Line(j, "b")
		}
		seen[pair] = i
	}
	if len(t.Problems) > 0 {
		return t.Kept()
	}
	n.Neighbours = rows
	return nil
}
