package bodies

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// tally is what stands in for the dots where there are too many: in each row bars that count bodies, all to one scale.
type tally struct {
	rowHeight vg.Length
	binWidth  float64 // percentage points
	most      int     // bodies in the highest bar
	note      string  // what rows are, where they are not sectors
}

// The measures of tallies.
const (
	mostDots    = 1000               // bodies of a structure that each may get a dot
	rowsMost    = 25 * vg.Centimeter // so that the figure fits a printed page
	tallyRow    = vg.Length(40)      // with the gap to the next, where there is space
	tallyRowLow = vg.Length(17)      // where there is not
	barLine     = vg.Length(0.7)     // of a hollow bar, and half of what is between two
)

// tallied is the figure with bars for dots: a row for each sector, or for each region if there is no space for sectors,
// or for all bodies.
func (s swarm) tallied() swarm {
	t := &tally{}
	s.tally, s.key = t, tallyKey()
	if t.rowHeight = tallyRowLow; s.rowsHeight() > rowsMost {
		s, t.note = s.grouped(func(b body) string { return b.Region }), "A row is a region: there are too many sectors"
	}
	if s.rowsHeight() > rowsMost {
		s, t.note = s.grouped(func(body) string { return "All" }), "All are in one row: there are too many sectors"
	}
	t.rowHeight = min(tallyRow, max(tallyRowLow, rowsMost/vg.Length(len(s.sectors))))
	t.binWidth = (s.scale.Max - s.scale.Min) / math.Floor(float64(s.panelWidth()/dotSize))
	for _, p := range s.panels {
		for _, sector := range s.sectors {
			for _, n := range t.count(p.in(sector)) {
				t.most = max(t.most, n.onTarget+n.off)
			}
		}
	}
	return s
}

// grouped puts bodies into other rows than their sectors.
func (s swarm) grouped(row func(body) string) swarm {
	panels := make([]panel, len(s.panels))
	for i, p := range s.panels {
		panels[i] = panel{p.Code, slices.Clone(p.Bodies)}
		for j := range p.Bodies {
			panels[i].Bodies[j].Sector = row(p.Bodies[j])
		}
	}
	s.panels = panels
	s.setRows()
	return s
}

// bodyCount is how many bodies end between two distances from the target.
type bodyCount struct{ onTarget, off int }

// count sorts bodies into bins; the target is where bin 0 begins.
func (t *tally) count(bodies []body) map[int]bodyCount {
	bins := map[int]bodyCount{}
	for _, b := range bodies {
		const rounding = 1e-9
		i := int(math.Floor(b.Gap/t.binWidth + rounding))
		n := bins[i]
		if b.OnTarget {
			n.onTarget++
		} else {
			n.off++
		}
		bins[i] = n
	}
	return bins
}

// draw draws a panel's bars: filled for bodies on target, hollow above them for the others. Each kind is one path, so
// that the file stays small.
func (t *tally) draw(c draw.Canvas, s swarm, p panel, x, y func(float64) vg.Length) {
	var filled, hollow vg.Path
	s.eachRow(func(sector string, foot, head float64) {
		bottom := y(foot) + sectorGap/2
		unit := (y(head) - sectorGap/2 - bottom) / vg.Length(t.most)
		bins := t.count(p.in(sector))
		for _, i := range slices.Sorted(maps.Keys(bins)) {
			left, right := x(float64(i)*t.binWidth)+barLine, x(float64(i+1)*t.binWidth)-barLine
			top := bottom + barHeight(bins[i].onTarget, unit)
			if top > bottom {
				filled = append(filled, chart.Rectangle(left, bottom, right, top).Path()...)
			}
			if off := barHeight(bins[i].off, unit); off > 0 {
				hollow = append(hollow, chart.Rectangle(left+barLine/2, top+barLine/2, right-barLine/2, top+off-barLine/2).Path()...)
			}
		}
	})
	col := s.ctx.Look(p.Code).Color
	if len(filled) > 0 {
		c.SetColor(col)
		c.Fill(filled)
	}
	if len(hollow) > 0 {
		c.SetLineStyle(draw.LineStyle{Color: col, Width: barLine})
		c.Stroke(hollow)
	}
}

// barHeight is high enough to be seen, even of one body among thousands.
func barHeight(bodies int, unit vg.Length) vg.Length {
	if bodies == 0 {
		return 0
	}
	return max(2*barLine, unit*vg.Length(bodies))
}

func tallyKey() []chart.KeyItem {
	outline := chart.RectangleSwatch(draw.LineStyle{Color: chart.DarkGrey, Width: barLine})
	return []chart.KeyItem{
		{Text: "On target", Swatch: chart.FillSwatch(chart.Fill{Color: chart.DarkGrey}), Width: dotSize},
		{Text: "Off target", Swatch: outline, Width: dotSize},
		{Text: "Target", Swatch: chart.LineSwatch(figure.TargetLine)},
	}
}

// whatBarsAre says how to read the bars, if there are any.
func (s swarm) whatBarsAre() string {
	if s.tally == nil {
		return ""
	}
	n := fmt.Sprintf("%s %s", words.Counted(s.tally.most), s.ctx.BodyPlural)
	if s.tally.most == 1 {
		n = "one " + s.ctx.BodySingular
	}
	return fmt.Sprintf("Bars count %s; the highest is %s. %s", s.ctx.BodyPlural, n, s.tally.note)
}
