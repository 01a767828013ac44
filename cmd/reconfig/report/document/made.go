package document

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"reconfig/cmd/reconfig/report"
)

// made says how the report came about: enough to make it again.
func (b *builder) made() Section {
	m := b.Made
	by := m.Program
	if m.Commit != "" {
		by += ", commit " + m.Commit
	}
	drawn := "none; each assumption has one value"
	if m.Draws > 0 {
		drawn = report.Decimal(float64(m.Draws), 0) + ", " + m.Sampler + ", seed " + strconv.FormatUint(m.Seed, 10)
		if !m.Correlated {
			drawn += ", without correlations between assumptions"
		}
	}
	terms := []Term{
		{"Program", by}, {"Case", m.CaseName + ", SHA-256 " + m.CaseHash}, {"Map and horizon", m.Map + ", " + report.Years(m.HorizonYears)}, {"Draws", drawn},
	}
	if b.Run.Baseline != "" {
		terms = append(terms, Term{"Cost at the start", report.Sentence(strings.TrimPrefix(b.Run.Baseline, "Cost at the start: "))})
	}
	if m.Attribution != "" {
		terms = append(terms, Term{"Data", m.Attribution})
	}
	s := Section{ID: "made", Heading: "How this was made", Class: "of-report", Blocks: []Block{
		{Text: []string{"The same program, case and command make this page again, to the last byte:"}, Command: m.Command},
		{Terms: terms},
	}}
	if warnings := slices.Concat(m.Warnings); len(warnings) > 0 {
		s.Blocks = append(s.Blocks, Block{ID: "warnings", Heading: "Warnings", List: warnings})
	}
	return s
}

// files are the files of the case with their hashes.
func (b *builder) files() Section {
	if len(b.Made.Files) == 0 {
		return Section{}
	}
	g := &Grid{ID: "files", Caption: "Files of the case, and the hashes by which they are known again.", Columns: []Column{{"File", false}, {"SHA-256", false}}}
	for _, name := range slices.Sorted(maps.Keys(b.Made.Files)) {
		g.Rows = append(g.Rows, []Cell{{Text: name}, {Code: b.Made.Files[name]}})
	}
	return Section{ID: "inputs", Class: "appendix", Heading: "The files of the case", Blocks: []Block{{Table: g}}}
}
