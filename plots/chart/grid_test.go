package chart

import (
	"math"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart/charttest"
)

// Text can be read on every shade, and a greater share is never lighter.
func TestShade(t *testing.T) {
	before := White
	for share := -0.5; share <= 1.5; share += 0.001 {
		fill := shade(share)
		if ratio := contrast(TextOn(fill), fill); ratio < 4.5 {
			t.Fatalf("text on the shade of %v has only %.2f:1", share, ratio)
		}
		if luminance(fill) > luminance(before) {
			t.Fatalf("the shade of %v is lighter than that of a smaller share", share)
		}
		before = fill
	}
	if shade(0) != White || shade(1) != Charcoal {
		t.Errorf("shades from %v to %v", shade(0), shade(1))
	}
}

// All of a grid lies in the page's body, however many columns it has, and those that stand apart do.
func TestGridBoxes(t *testing.T) {
	c := draw.Canvas{Rectangle: Rectangle(0, 0, BodyWidth, 500)}
	for _, n := range []int{1, 3, 14} {
		g := Grid{Columns: make([]string, n), Apart: 1, Rows: []GridRow{{Name: "De facto merger, then full merger", Bold: true}, {Name: "Other"}}}
		l := g.layout()
		last := l.box(c, 1, n-1)
		if last.Max.X > BodyWidth+0.01 || last.Min.Y < c.Max.Y-g.Height()-0.01 {
			t.Errorf("the last of %d columns ends at %v, %v", n, last.Max.X, last.Min.Y)
		}
		if n > 1 {
			if gap := last.Min.X - l.box(c, 1, n-2).Max.X; math.Abs(float64(gap-gridGap-gridApart)) > 1e-6 {
				t.Errorf("gap of %v before the last of %d columns", gap, n)
			}
		}
	}
}

// A cell without a share has no box.
func TestGridCellWithoutBox(t *testing.T) {
	ink := func(share float64) int {
		return charttest.Ink(func(c draw.Canvas) {
			GridCell{Share: share}.draw(c, vg.Rectangle{Min: vg.Point{X: 50, Y: 60}, Max: vg.Point{X: 100, Y: 90}})
		})
	}
	if n := ink(math.NaN()); n != 0 {
		t.Errorf("%d dots of a cell without share and text", n)
	}
	if ink(1) == 0 {
		t.Error("a cell with a share is empty")
	}
}
