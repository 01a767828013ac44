package chart

import (
	"slices"
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
	marks := []vg.Length{0, 40, 80, 120, 160, 200}
	centres, shown := p.spreadLabels(marks, 0, 200)
	if !slices.Equal(shown, []int{0, 2, 4}) {
		t.Errorf("labels %v, want every second", shown)
	}
	half := LabelFont.Width("2010/11") / 2
	if centres[0]-half < -2.001 || centres[5]+half > 202.001 {
		t.Errorf("labels from %v to %v, want within 0 to 200", centres[0]-half, centres[5]+half)
	}
	if _, shown := p.spreadLabels([]vg.Length{0, 1, 2, 3, 4, 5}, 0, 5); len(shown) != 1 {
		t.Errorf("labels at one place are written: %v", shown)
	}
}

// Where the ends are kept, the first and the last label are written, and others where there is space.
func TestLabelsAtTheEnds(t *testing.T) {
	p := panelsOf(1, 1, "2010/11", "2011/12", "2012/13", "2013/14", "2014/15", "2015/16")
	p.XEnds = true
	for _, c := range []struct {
		marks []vg.Length
		want  []int
	}{
		{[]vg.Length{0, 80, 160, 240, 320, 400}, []int{0, 1, 2, 3, 4, 5}}, {[]vg.Length{0, 1, 2, 100, 199, 200}, []int{0, 3, 5}},
		{[]vg.Length{0, 40, 80, 120, 160, 200}, []int{0, 2, 5}}, {[]vg.Length{0, 1, 2, 3, 4, 5}, []int{0}},
	} {
		if _, shown := p.spreadLabels(c.marks, 0, c.marks[5]); !slices.Equal(shown, c.want) {
			t.Errorf("places %v: labels %v, want %v", c.marks, shown, c.want)
		}
	}
}

// A label of a year stands in the middle of the year, which begins at its tick.
func TestLabelsOfSpans(t *testing.T) {
	if got := middles([]vg.Length{0, 40, 80}, 100); !slices.Equal(got, []vg.Length{20, 60, 90}) {
		t.Errorf("labels at %v", got)
	}
}
