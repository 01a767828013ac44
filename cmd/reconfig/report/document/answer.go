package document

import (
	"math"
	"slices"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// answer has the sentences that the command run prints first, and the summary.
func (b *builder) answer() Section {
	s := Section{ID: "answer", Heading: "The answer", Blocks: []Block{{Key: "answer-said", List: report.Shorten(b.Run.Conclusions())}}}
	return withBlock(s, Block{Key: "answer-summary", Table: b.summary()})
}

// lead is the first sentence of the answer, which stands at the start of the page.
func (b *builder) lead() Block {
	x := Block{Key: "answer-lead"}
	if said := kept(report.Shorten(b.Run.Conclusions())); len(said) > 0 {
		x.Text = said[:1]
	}
	return x
}

// summary is the table that run prints, whole. Each cell carries the value of summary.csv, by which it is sorted.
func (b *builder) summary() *Grid {
	t := b.Run.Answer(b.Tables.Summary, nil).Table
	g := gridOf("summary", *t)
	g.Caption = "Summary. " + g.Caption
	if len(g.Rows) > 1 {
		g.Class = "sortable"
	}
	for i, row := range b.Tables.Summary {
		for k, v := range sortKeys(row, len(g.Columns)) {
			if cell := &g.Rows[i][k+1]; cell.Text != nothing {
				cell.Sort = v.String()
			} else {
				cell.Sort = unsorted
			}
		}
	}
	return g
}

// nothing is the text of a cell in which there is nothing to say, and unsorted makes it the last, whichever way the table is sorted.
const nothing, unsorted = "–", "NaN"

// sortKeys are the values of a row of summary.csv that stand first in the columns of the summary, the name left out. Without
// draws there is no column of shares.
func sortKeys(row result.SummaryRow, columns int) []result.Number {
	all := []result.Number{row.NetBenefitMean, row.BestOnNetBenefitPct, row.SteadySavingMean, row.OneOffCostMean, row.StructureNPVMean, row.CapacityAtTargetMean, row.StructurePaybackYearsMedian}
	if columns <= len(all) {
		all = slices.Delete(all, 1, 2)
	}
	for i, v := range all {
		if math.IsNaN(float64(v)) { // a payback that never comes, where there are no draws
			all[i] = result.Number(math.Inf(1))
		}
	}
	return all
}

// comparison shows what each structure does by itself, in figures.
func (b *builder) comparison() Section {
	s := Section{ID: "comparison", Heading: "What each structure saves, and what it does to capacity"}
	s = b.withFigures(s, "reduction", "capacity")
	if len(s.Blocks) == 0 {
		return s
	}
	s.Blocks = slices.Insert(s.Blocks, 0, b.findings())
	return s
}

// findings are what a run says of savings and capacity.
func (b *builder) findings() Block {
	ofSize := b.Run.SizeFindings()
	return Block{Key: "comparison-said", List: slices.DeleteFunc(b.Run.Findings(), func(f string) bool { return f == "" || slices.Contains(ofSize, f) })}
}

// turning says what would turn the answer, and how far that is.
func (b *builder) turning() Section {
	s := Section{ID: "turning", Class: "of-report", Heading: "What would turn the answer"}
	if len(b.Analysis.Robustness) > 0 {
		s.Blocks = append(s.Blocks, Block{List: kept(append(b.Analysis.DecisionAnswer().Conclusions, b.Analysis.PointYears()))})
	}
	switching := b.Analysis.SwitchingTable()
	switch {
	case len(switching.Rows) > 0:
		s.Blocks = append(s.Blocks, Block{Text: []string{b.rules()}}, Block{Table: withCodes(gridOf("switching", switching))})
	case len(s.Blocks) == 0 && len(b.Analysis.Switching) > 0:
		s.Blocks = append(s.Blocks, Block{Text: []string{"No assumption alone would turn the answer, within what is plausible."}})
	}
	return b.withFigures(s, "acceptability")
}

// rules says by which rule another structure is the best, where several numbers of the page say so of one assumption.
func (b *builder) rules() string {
	if len(b.Analysis.Robustness) == 0 {
		return "The values below change the order of the two best structures. They are found with every other assumption at its " + report.Central(len(b.Made.Settings) > 0) + " value."
	}
	return "“The answer” says what changes the order of the two best, the table below what makes any other structure the best: both at " + report.Central(len(b.Made.Settings) > 0) + " values. The figure, and what it is worth to know more, go by the mean of draws, so the choice may change at other values there."
}

// gains says who gains and who loses.
func (b *builder) gains() Section {
	s := Section{ID: "gains", Heading: "Who gains and who loses"}
	s = withBlock(s, Block{Key: "gains-said", List: kept(b.Run.SizeFindings())})
	if len(b.figures) < mostInMain {
		s = b.withFigures(s, bySize)
	}
	if _, _, there := b.Run.Sizes(); there {
		s.Blocks = append(s.Blocks, Block{More: &Link{"The same in tables", "#" + furtherID}})
	}
	return s
}

// kept are the sentences that say something.
func kept(sentences []string) []string {
	return slices.DeleteFunc(slices.Clone(sentences), func(s string) bool { return s == "" })
}
