package bodies

import (
	"math"
	"slices"

	"gonum.org/v1/plot/vg"

	"reconfig/plots/barchart"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// rowsMost is how high the rows may be together, so that the figure fits a printed page.
const rowsMost = 24 * vg.Centimeter

// bodyNamesMost is how wide names of bodies may be.
const bodyNamesMost = vg.Length(270)

// fitting is the name, abbreviated where it would not fit a line.
func fitting(name string) string {
	if chart.LabelFont.Width(name) <= bodyNamesMost {
		return name
	}
	return abbreviated(name)
}

// gapUnit writes a distance from the target.
var gapUnit = chart.Unit{Signed: true}

// tolerance is how the band of what still counts as on target is filled.
var tolerance = chart.Fill{Color: chart.Tint(chart.MidGrey, 0.4)}

// fit leaves out structures, the last first, until the rows fit a page. If they do not with one structure, it leaves out the
// bodies in the middle.
func (s *shortfalls) fit() {
	for len(s.structures) > 1 && s.rowsHeight() > rowsMost {
		last := len(s.structures) - 1
		s.left = slices.Insert(s.left, 0, s.structures[last])
		s.structures = s.structures[:last]
		for i := range s.bodies {
			s.bodies[i].Under = s.bodies[i].Under[:last]
		}
	}
	if fit, n := int(rowsMost/s.pitch()), len(s.bodies); n > fit {
		s.bodies = slices.Concat(s.bodies[:fit/2], s.bodies[n-(fit-fit/2):])
	}
}

func (s *shortfalls) rowsHeight() vg.Length { return s.pitch() * vg.Length(len(s.bodies)) }

// pitch is the height of a row.
func (s *shortfalls) pitch() vg.Length {
	lines := 1
	for _, b := range s.bodies {
		lines = max(lines, len(chart.LabelFont.Wrap(b.Name, bodyNamesMost)))
	}
	return barchart.DensePitch(len(s.structures), lines)
}

// bars are the rows.
func (s *shortfalls) bars(ctx figure.Context) barchart.Bars {
	bars := barchart.Bars{Dense: true, Base: barchart.Mark{Label: "Target"}, Axis: "Percentage points"}
	if len(s.structures) == 1 {
		bars.Columns = []barchart.Column{{Heading: "On target"}}
		if s.drawn() {
			bars.Columns = append([]barchart.Column{{Heading: "Mean"}}, barchart.Column{Heading: "On target in % of draws"})
		}
	}
	lo, hi := 0.0, 0.0
	for _, b := range s.bodies {
		row := barchart.Bar{Name: b.Name, Most: bodyNamesMost, Band: &barchart.Band{To: b.Under[0].Tolerated, Fill: tolerance}}
		for k, f := range b.Under {
			d := s.dot(ctx, k).At(f.Above, f.Lo, f.Hi)
			from, to := d.Range()
			lo, hi = min(lo, from), max(hi, to, f.Tolerated)
			row.Dots = append(row.Dots, d)
		}
		if len(s.structures) == 1 {
			row.Cells = s.cells(b.Under[0])
		}
		bars.Rows = append(bars.Rows, row)
	}
	bars.Scale = chart.NewScale(lo, hi, 1, 6, gapUnit)
	return bars
}

func (s *shortfalls) cells(f shortfall) []string {
	if s.drawn() {
		return []string{gapUnit.Format(f.Above, 1), words.ShareCell(f.Share)}
	}
	if f.OnTarget {
		return []string{"yes"}
	}
	return []string{"no"}
}

// dot is how a structure is marked.
func (s *shortfalls) dot(ctx figure.Context, structure int) barchart.Dot {
	code := s.structures[structure]
	return barchart.Dot{Marker: ctx.Look(code).Marker, Color: ctx.FillOf(code), Lo: math.NaN(), Hi: math.NaN()}
}

// key explains the dots, their ranges and the band.
func (s *shortfalls) key(ctx figure.Context) []chart.KeyItem {
	var items []chart.KeyItem
	for k, code := range s.structures {
		items = append(items, chart.KeyItem{Text: ctx.Name(code), Swatch: s.dot(ctx, k).Swatch, Width: barchart.DotWidth})
	}
	if s.drawn() {
		items = append(items, chart.KeyItem{Text: words.Sentence(figure.Percentiles), Swatch: barchart.WhiskerSwatch(chart.DarkGrey)})
	}
	if slices.ContainsFunc(s.bodies, func(b bodyRow) bool { return b.Under[0].Tolerated > 0 }) {
		items = append(items, chart.KeyItem{Text: "Tolerated", Swatch: chart.FillSwatch(tolerance)})
	}
	return items
}
