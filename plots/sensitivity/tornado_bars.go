package sensitivity

import (
	"slices"

	"reconfig/plots/barchart"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// The parts of a bar, told apart by hatching. Their greys are of no structure.
var (
	towardsLow  = chart.Fill{Color: chart.Charcoal}
	towardsHigh = chart.Fill{Color: chart.DarkGrey, Hatched: true}
)

// bars are the rows of the figure, from a line with this label.
func (all swings) bars(base string) barchart.Bars {
	size := all.Sizes()
	bars := barchart.Bars{
		Columns: []barchart.Column{
			{Heading: "Low value", Swatch: &towardsLow}, {Heading: "High value", Swatch: &towardsHigh}, {Heading: "Moves it by"}, figure.EvidenceColumn,
		},
		Scale: all.scale(),
		Axis:  all.Axis(),
	}
	for _, s := range all.shown {
		bars.Rows = append(bars.Rows, barchart.Bar{
			Name: s.Name, Detail: words.Joined(s.Code, choice(s.Kind), s.Unit),
			Spans: []barchart.Span{{From: s.AtBase, To: s.AtLow, Fill: towardsLow}, {From: s.AtBase, To: s.AtHigh, Fill: towardsHigh}},
			Cells: []string{words.Rounded(s.Low, 4), words.Rounded(s.High, 4), size.Short(s.Size), figure.Evidence(s.Strength)},
		})
	}
	if words.Finite(all.base) {
		bars.Base = barchart.Mark{At: all.base, Label: base}
	}
	if bars.Scale.Min <= 0 && 0 <= bars.Scale.Max && all.Question.Against != "" {
		bars.Mark = barchart.Mark{At: 0, Label: "Equal"}
	}
	return bars
}

// scale need not begin at zero, as bars begin at the base, but shows the zero of a difference where that is not far.
func (all swings) scale() chart.Scale {
	values := all.answers()
	if len(values) == 0 {
		return chart.NewScale(0, 1, 0, 4, all.Unit)
	}
	lo, hi := slices.Min(values), slices.Max(values)
	if all.Question.Against != "" && (hi < 0 && hi > 0.6*lo || lo > 0 && lo < 0.6*hi) {
		lo, hi = chart.FromZero(lo, hi)
	}
	if all.endless() { // space for the arrows
		lo, hi = lo-0.08*(hi-lo), hi+0.08*(hi-lo)
	}
	return chart.NewScale(lo, hi, 0, 4, all.Unit)
}

// choice is the kind of an assumption that somebody chooses; most are uncertain, which needs no word.
func choice(kind string) string {
	if kind == "uncertainty" {
		return ""
	}
	return kind
}
