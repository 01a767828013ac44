package barchart

import (
	"math"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/chart/charttest"
)

func TestBarsRange(t *testing.T) {
	bars := Bars{Rows: []Bar{
		{Pieces: []Piece{{Value: 10}, {Value: 37}, {Value: 3}}},
		{Pieces: []Piece{{Value: -5}, {Value: 52}, {Value: 3}}}, // what is negative stacks to the left
	}}
	if lo, hi := bars.Range(); lo != -5 || hi != 55 {
		t.Errorf("range %v to %v, want −5 to 55", lo, hi)
	}
	bars.Mark = Mark{At: 60, Label: "Target"}
	if _, hi := bars.Range(); hi != 60 {
		t.Errorf("range ends at %v, want the mark, 60", hi)
	}
}

func TestBarsHeight(t *testing.T) {
	short := Bars{Rows: make([]Bar, 3)}
	long := Bars{Rows: make([]Bar, 3)}
	long.Rows[1].Name = "A name that does not fit on one line of the column, nor on two of them"
	if short.Height() >= long.Height() {
		t.Error("long names do not make rows higher")
	}
	if lines := vg.Length(len(long.Rows[1].lines())); long.heights()[1] < lines*chart.LabelFont.Size {
		t.Errorf("rows of %v for %v lines", long.heights(), lines)
	}
}

func TestColumnsHoldTheirFigures(t *testing.T) {
	bars := Bars{Columns: []Column{{Heading: "Total"}}, Rows: []Bar{{Cells: []string{"£1m"}}, {Cells: []string{"£1,234,567.8m"}, Bold: true}}}
	if got, want := bars.columnWidth(0), chart.BoldFont.Width("£1,234,567.8m"); got < want {
		t.Errorf("column of %v for figures of %v", got, want)
	}
}

func TestBarsRangeOfDots(t *testing.T) {
	bars := Bars{Rows: []Bar{{Dots: []Dot{Dot{}.At(0.4, -0.1, 0.5), Dot{}.At(0.7, math.NaN(), math.NaN())}}}}
	if lo, hi := bars.Range(); lo != -0.1 || hi != 0.7 {
		t.Errorf("range %v to %v, want −0.1 to 0.7", lo, hi)
	}
}

// Small print makes space for itself, below the name and beside it.
func TestDetailHasRoom(t *testing.T) {
	plain, detailed := Bars{Rows: []Bar{{Name: "a"}}}, Bars{Rows: []Bar{{Name: "a", Detail: "uncertainty, share of the year"}}}
	if least := chart.LabelFont.Height(1) + chart.SmallFont.Height(1); detailed.heights()[0] < least || detailed.heights()[0] <= plain.heights()[0] {
		t.Errorf("rows of %v, want at least %v and more than %v", detailed.heights()[0], least, plain.heights()[0])
	}
	if got, want := detailed.namesWidth(), chart.SmallFont.Width(detailed.Rows[0].Detail); got < want {
		t.Errorf("column of %v for small print of %v", got, want)
	}
}

// A stamp is dark around its letter, and only where the cell says what is stamped.
func TestStamp(t *testing.T) {
	column := Column{Heading: "Evidence", Stamped: "D"}
	ink := func(cell string) int {
		return charttest.Ink(func(c draw.Canvas) {
			column.DrawCell(c, vg.Point{X: c.Min.X + 100, Y: c.Min.Y + 50}, chart.LabelFont, cell)
		})
	}
	if d, b := ink("D"), ink("B"); d < 5*b {
		t.Errorf("a stamp of %d dots of ink, a plain letter of %d", d, b)
	}
	bars := Bars{Columns: []Column{column}, Rows: []Bar{{Cells: []string{"mixed"}}}}
	if got, want := bars.columnWidth(0), chart.LabelFont.Width("mixed")+2*stampSide; got < want {
		t.Errorf("column of %v, want %v", got, want)
	}
}

// A mark that the scale does not reach is not drawn, and the base stands for the line at zero.
func TestMarks(t *testing.T) {
	ink := func(base, mark Mark) int {
		bars := Bars{Scale: chart.NewScale(-10, 10, 0, 4, chart.Unit{}), Rows: []Bar{{Name: "a"}}, Base: base, Mark: mark}
		return charttest.Ink(func(c draw.Canvas) { bars.Draw(c) })
	}
	none := ink(Mark{}, Mark{})
	if got := ink(Mark{}, Mark{At: 20, Label: "Far away"}); got != none {
		t.Errorf("a mark beyond the scale adds %d dots of ink", got-none)
	}
	if got := ink(Mark{At: 5, Label: "Base"}, Mark{At: 5.1, Label: "Equal"}); got <= ink(Mark{At: 5, Label: "Base"}, Mark{}) {
		t.Error("two marks at one place hide each other")
	}
}

func TestBoxBearsInfinity(t *testing.T) {
	inf := math.Inf(1)
	for _, b := range []Box{{P05: 1, P25: 2, P50: 3, P75: inf, P95: inf, Mean: math.NaN()}, {P05: inf, P25: inf, P50: inf, P75: inf, P95: inf, Mean: math.NaN()}, {P05: -inf, P25: -inf, P50: 0, P75: 1, P95: inf}} {
		ink := charttest.Ink(func(c draw.Canvas) {
			b.Color = chart.DarkBlue
			b.draw(c, func(v float64) vg.Length { return c.Min.X + 100*vg.Length(v) }, 50)
		})
		if some := b.P05 < inf; (ink > 50) != some {
			t.Errorf("%+v: %d dots of ink", b, ink)
		}
	}
}

// What is infinite is not in a box's range.
func TestBoxRange(t *testing.T) {
	inf := math.Inf(1)
	if lo, hi, any := (Box{P05: 1, P25: 2, P50: 3, P75: inf, P95: inf, Mean: math.NaN()}).Range(); lo != 1 || hi != 3 || !any {
		t.Errorf("range %v to %v, %v", lo, hi, any)
	}
	if _, _, any := (Box{P05: inf, P25: inf, P50: inf, P75: inf, P95: inf, Mean: inf}).Range(); any {
		t.Error("a box of nothing finite has a range")
	}
}

// One name that needs many lines makes its own row high, not all of them.
func TestOneLongName(t *testing.T) {
	bars := Bars{Rows: make([]Bar, 10)}
	plain := bars.Height()
	bars.Rows[3].Name = strings.Repeat("A name without an end ", 20)
	lines := chart.LabelFont.Height(len(bars.Rows[3].lines()))
	if got := bars.Height(); got < plain-10+lines-30 || got > plain+lines+30 {
		t.Errorf("height %v, of which %v is the long name's, and %v without it", got, lines, plain)
	}
}

// In a column names stand above the bars, so that these have most of the width; the columns that do not fit go.
func TestNarrowBars(t *testing.T) {
	bars := Bars{Width: 300, Columns: []Column{{Heading: "Part", Swatch: &chart.Fill{Color: chart.Ink}}, {Heading: "Mean"}, {Heading: "5th to 95th percentile"}},
		Rows: []Bar{{Name: "Hub and sector joint commissioning", Cells: []string{"1", "£2m", "a very long range of values, from the least to the greatest"}}}}
	n := bars.narrowed()
	if len(n.key) != 1 || len(n.Columns) != 1 || n.Columns[0].Heading != "Mean" || len(n.Rows[0].Cells) != 1 || n.Rows[0].Cells[0] != "£2m" {
		t.Errorf("key %v, columns %v, cells %v", n.key, n.Columns, n.Rows[0].Cells)
	}
	if left := n.Width - n.namesWidth() - n.columnsWidth(); left < leastBars*n.Width {
		t.Errorf("bars of %v", left)
	}
	if len(bars.Columns) != 3 || len(bars.Rows[0].Cells) != 3 {
		t.Error("the chart itself was changed")
	}
}
