package document

import (
	"bytes"
	"encoding/base64"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"

	"reconfig/cmd/reconfig/report"
	"reconfig/data/table"
	"reconfig/model/result"
	"reconfig/plots"
)

// mostBytes is the largest table that the page holds; larger ones are left to a result folder.
const mostBytes = 100_000

// Saved is a table that can be saved from the page.
type Saved struct {
	ID, File, Title string
	Rows            int
	Size            string
	Href            string
	table           string // that it is, or is a part of
}

// part is what the page holds of a table that is too large: what its figures show.
type part struct {
	name    string                               // of the file
	what    string                               // it holds
	columns []string                             // all if none is named
	rows    map[string]func(b *builder) []string // by column, the values that are kept
}

var parts = map[string]part{
	"differences": {name: "differences-net-benefit", what: "on net benefit alone", rows: map[string]func(*builder) []string{
		"outcome": func(*builder) []string { return []string{result.NetBenefit.String()} },
	}},
	"trajectories": {name: "trajectories-capacity", what: "capacity alone, of the structures in focus", columns: []string{"structure", "statistic", "quarter", "time_years", "financial_year", "capacity", "structure_capacity"},
		rows: map[string]func(*builder) []string{
			"structure": func(b *builder) []string { return b.Drawn.Focus },
			"statistic": func(*builder) []string {
				return []string{result.CentralDraw, result.Mean, result.P05, result.P50, result.P95}
			},
		}},
}

// byteOrderMark begins the files that are saved by a click. By it Excel knows their letters when a file is opened by a double
// click. The files of result folders have none.
const byteOrderMark = "\uFEFF"

// data gathers the tables that can be saved from the page, and says where the others are. It comes before the figures, which
// lead to it.
func (b *builder) data() (Section, error) {
	var elsewhere []string
	columns := [][]string{{"file", "column", "unit", "meaning"}}
	words := b.Case.Words()
	for _, t := range slices.Concat(result.Filled(b.Tables.List()), result.Filled(b.Analysis.List())) {
		records, err := table.Records(t.Table, words, t.Pointer())
		if err != nil {
			return Section{}, err
		}
		name, title := t.Name, words.Table(t.Table).Title
		for _, record := range records[1:] {
			table.MakeSafe(record, t.Columns)
		}
		content := asCSV(records)
		if len(content) > mostBytes {
			elsewhere = append(elsewhere, name+".csv")
			p, there := parts[name]
			if !there {
				continue
			}
			records = p.of(b, records)
			name, title, content = p.name, title+": "+p.what, asCSV(records)
			if len(records) < 2 || len(content) > mostBytes {
				continue
			}
		}
		b.offered = append(b.offered, savedOf(name, title, t.Name, len(records)-1, content))
		columns = append(columns, explained(name, records[0], words.Table(t.Table).Columns)...)
	}
	b.offered = append([]Saved{savedOf("columns", "What the columns of the other files mean", "", len(columns)-1, asCSV(columns))}, b.offered...)
	s := Section{ID: "data", Heading: "Data", Class: "appendix screen of-report", Blocks: []Block{{Text: []string{"Every table here is a CSV file inside this page; a click saves it. columns.csv says what each column means. The files are UTF-8 with a byte order mark, so that Excel shows all letters. Read them as “UTF-8-BOM” in R and as “utf-8-sig” in Python."}, Saved: b.offered}}}
	if len(elsewhere) > 0 {
		s.Blocks = append(s.Blocks, Block{Text: []string{fmt.Sprintf("Too large for a page: %s. The commands “reconfig run” and “reconfig decide” write them, with the same case, settings, draws and seed.", report.And(elsewhere))}})
	}
	return s, nil
}

// savedOf is a file that can be saved.
func savedOf(name, title, table string, rows int, content []byte) Saved {
	return Saved{
		ID: "data-" + name, File: name + ".csv", Title: title, Rows: rows, Size: kilobytes(len(content)), table: table,
		Href: "data:text/csv;charset=utf-8;base64," + base64.StdEncoding.EncodeToString(append([]byte(byteOrderMark), content...)),
	}
}

// explained says what the columns of a file mean, a row each.
func explained(file string, header []string, columns []result.Column) (rows [][]string) {
	for _, c := range columns {
		if slices.Contains(header, c.Name) {
			rows = append(rows, []string{file + ".csv", c.Name, c.Unit.String(), c.Description})
		}
	}
	return rows
}

// of is the part's header and rows.
func (p part) of(b *builder, records [][]string) [][]string {
	var indices []int
	for i, name := range records[0] {
		if len(p.columns) == 0 || slices.Contains(p.columns, name) {
			indices = append(indices, i)
		}
	}
	var kept [][]string
	for i, record := range records {
		if i > 0 && !p.keeps(b, records[0], record) {
			continue
		}
		row := make([]string, len(indices))
		for k, index := range indices {
			row[k] = record[index]
		}
		kept = append(kept, row)
	}
	return kept
}

func (p part) keeps(b *builder, header, record []string) bool {
	for name, values := range p.rows {
		if !slices.Contains(values(b), record[slices.Index(header, name)]) {
			return false
		}
	}
	return true
}

// asCSV writes a header and rows.
func asCSV(records [][]string) []byte {
	var out bytes.Buffer
	_ = csv.NewWriter(&out).WriteAll(records) // a buffer takes everything
	return out.Bytes()
}

func kilobytes(bytes int) string { return strconv.Itoa((bytes+999)/1000) + " kB" }

// linksTo are links to the tables that a figure needs, where the page holds them.
func (b *builder) linksTo(needs plots.Needs) []Link {
	var links []Link
	for _, need := range needs {
		if need.Draws { // of a table that stands there already
			continue
		}
		if i := slices.IndexFunc(b.offered, func(s Saved) bool { return s.table == need.Table }); i >= 0 {
			links = append(links, Link{b.offered[i].File, "#" + b.offered[i].ID})
		}
	}
	return links
}
