package document

import (
	"slices"

	"reconfig/cmd/reconfig/report"
)

// furtherID is the place in the page of further figures and tables.
const furtherID = "further"

// mostInMain is how many figures the main part has space for, which is to be printed on four pages.
const mostInMain = 3

// bySize is the figure of who gains and who loses. It is in the main part where there is space for it.
const bySize = "by-size"

// further has figures and tables that say more of what the report says before.
func (b *builder) further() Section {
	s := Section{ID: furtherID, Class: "appendix", Heading: "Further figures and tables"}
	s = b.withFigures(s, "regret", "saving-against-capacity")
	if !slices.Contains(b.figures, bySize) {
		s = b.withFigures(s, bySize)
	}
	if asked, found, there := b.Run.Sizes(); there {
		bodies := b.Case.BodyPlural
		asked.Columns[5], found.Columns[7], found.Columns[9] = report.Number("Least to most asked %"), report.Number("Capacity against status quo, points"), report.Number(bodies+" that lose") // each stands for itself when heard
		asked.Title, found.Title = "What the target asks for. "+asked.Title, "What the structures do, for the same groups"
		s.Blocks = append(s.Blocks, Block{Key: "gains-asked", Table: gridOf("sizes-asked", asked)}, Block{Key: "gains-found", Table: filled(gridOf("sizes-found", found))})
	}
	return b.withFigures(s, "sector-map")
}

// knowing says what it is worth to know more before choosing.
func (b *builder) knowing() Section {
	s := Section{ID: "knowing", Class: "appendix of-report", Heading: "What it is worth to know more"}
	if t := b.Analysis.InformationTable(); len(t.Rows) > 1 { // the first is what knowing everything is worth
		s.Blocks = append(s.Blocks, Block{Table: withCodes(gridOf("information", t))})
	}
	return s
}
