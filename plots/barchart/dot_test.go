package barchart

import (
	"math"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/chart/charttest"
)

func TestDotRange(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		name              string
		value, from, to   float64
		wantLow, wantHigh float64
		bounded           bool
	}{
		{"with interval", 3, 1, 4, 1, 4, true},
		{"outside its interval", 5, 1, 4, 1, 5, true},
		{"without interval", 3, nan, nan, 3, 3, false},
		{"half an interval", 3, 1, nan, 3, 3, false},
		{"without end", 3, 1, inf, 3, 3, false},
		{"the wrong way round", 3, 4, 1, 3, 3, false},
		{"unknown", nan, 1, 4, 1, 4, true},
		{"nothing", nan, nan, nan, inf, -inf, false},
	} {
		d := Dot{}.At(c.value, c.from, c.to)
		if lo, hi := d.Range(); lo != c.wantLow || hi != c.wantHigh || d.Bounded() != c.bounded {
			t.Errorf("%s: %v to %v, bounded %v", c.name, lo, hi, d.Bounded())
		}
	}
}

// The dots of a row lie within it, and none on another.
func TestDotsOfARow(t *testing.T) {
	ink := func(dots ...Dot) int {
		return charttest.Ink(func(c draw.Canvas) {
			drawDots(c, dots, dotSpacing, func(v float64) vg.Length { return c.Min.X + vg.Length(v) }, c.Min.Y+50)
		})
	}
	dot := Dot{Marker: chart.Circle, Color: chart.Ink}.At(100, 60, 140)
	one, two := ink(dot), ink(dot, dot)
	if math.Abs(float64(two)/float64(one)-2) > 0.02 {
		t.Errorf("two dots take %d dots of ink, one %d", two, one)
	}
	if space := barThickness + rowPadding; 2*dotSpacing > space {
		t.Errorf("two dots need %v of a row of %v", 2*dotSpacing, space)
	}
	if ink(Dot{Marker: chart.Circle, Color: chart.Ink}.At(math.NaN(), math.NaN(), math.NaN())) != 0 {
		t.Error("what is unknown is drawn")
	}
}
