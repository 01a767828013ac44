package chart

import (
	"math"
	"testing"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

func panelsOf(n, columns int, labels ...string) Panels {
	p := Panels{Columns: columns, X: Scale{Min: 0, Max: 1}, Y: NewScale(0, 10, 0, 5, Percent), PlotHeight: 100}
	for i, label := range labels {
		p.XTicks = append(p.XTicks, plot.Tick{Value: float64(i) / float64(max(1, len(labels)-1)), Label: label})
	}
	for range n {
		p.Panels = append(p.Panels, Panel{Heading: "A", Draw: func(draw.Canvas, func(float64) vg.Length, func(float64) vg.Length) {}})
	}
	return p
}

// The last panel of every column carries the labels of its column, also where the last row is not full.
func TestBottomPanels(t *testing.T) {
	p := panelsOf(5, 3)
	for i, want := range []bool{false, false, true, true, true} {
		if p.bottom(i) != want {
			t.Errorf("panel %d: bottom %v", i, !want)
		}
	}
	if p.rows() != 2 || !p.labelled(0) || !p.labelled(1) {
		t.Errorf("%d rows, labelled %v and %v", p.rows(), p.labelled(0), p.labelled(1))
	}
	if full := panelsOf(6, 3); full.labelled(0) || full.Height() >= p.Height() {
		t.Error("a row without labels is as high as one with them")
	}
}

// Labels stay between the sides and apart; where there are too many, every n-th is written.
func TestLabelPlaces(t *testing.T) {
	p := panelsOf(1, 1, "2010/11", "2011/12", "2012/13", "2013/14", "2014/15", "2015/16")
	places := []vg.Length{0, 40, 80, 120, 160, 200}
	centres, every := p.labelPlaces(places, 0, 200)
	if every != 2 {
		t.Errorf("every %d-th label, want every second", every)
	}
	half := LabelFont.Width("2010/11") / 2
	if centres[0]-half < -2.001 || centres[5]+half > 202.001 {
		t.Errorf("labels from %v to %v, want within 0 to 200", centres[0]-half, centres[5]+half)
	}
	if _, every := p.labelPlaces([]vg.Length{0, 1, 2, 3, 4, 5}, 0, 5); every < len(places) {
		t.Errorf("labels at one place are all written: every %d-th", every)
	}
}

// What is infinite is not part of a box's range.
func TestBoxRange(t *testing.T) {
	inf := math.Inf(1)
	if lo, hi, any := (Box{P05: 1, P25: 2, P50: 3, P75: inf, P95: inf, Mean: math.NaN()}).Range(); lo != 1 || hi != 3 || !any {
		t.Errorf("range %v to %v, %v", lo, hi, any)
	}
	if _, _, any := (Box{P05: inf, P25: inf, P50: inf, P75: inf, P95: inf, Mean: inf}).Range(); any {
		t.Error("a box of nothing finite has a range")
	}
}

func TestBoxBearsInfinity(t *testing.T) {
	inf := math.Inf(1)
	for _, b := range []Box{{P05: 1, P25: 2, P50: 3, P75: inf, P95: inf, Mean: math.NaN()}, {P05: inf, P25: inf, P50: inf, P75: inf, P95: inf, Mean: math.NaN()}, {P05: -inf, P25: -inf, P50: 0, P75: 1, P95: inf}} {
		ink := inkOf(t, func(c draw.Canvas) {
			b.Color = DarkBlue
			b.draw(c, func(v float64) vg.Length { return c.Min.X + 100*vg.Length(v) }, 50)
		})
		if some := b.P05 < inf; (ink > 50) != some {
			t.Errorf("%+v: %d dots of ink", b, ink)
		}
	}
}
