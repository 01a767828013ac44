package barchart

import (
	"math"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/chart/charttest"
)

func TestSpansMeet(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		name string
		a, b Span
		want bool
	}{
		{"to either side", Span{From: 5, To: 2}, Span{From: 5, To: 9}, false},
		{"to the same side", Span{From: 5, To: 7}, Span{From: 5, To: 9}, true},
		{"to the other same side", Span{From: 5, To: 1}, Span{From: 5, To: 2}, true},
		{"one without length", Span{From: 5, To: 5}, Span{From: 5, To: 9}, false},
		{"one unknown", Span{From: 5, To: nan}, Span{From: 5, To: 9}, false},
		{"without end", Span{From: 5, To: math.Inf(1)}, Span{From: 5, To: 9}, true},
	} {
		if got := c.a.meets(c.b); got != c.want || c.b.meets(c.a) != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// Spans that lie on each other share the height of the bar, so that both are seen.
func TestSpansShareTheHeight(t *testing.T) {
	ink := func(spans ...Span) int {
		return charttest.Ink(func(c draw.Canvas) {
			drawSpans(c, spans, func(v float64) vg.Length { return c.Min.X + vg.Length(v) }, c.Min.Y+50)
		})
	}
	solid, none := chart.Fill{Color: chart.Ink}, chart.Fill{Color: chart.White}
	whole := ink(Span{From: 100, To: 200, Fill: solid})
	for name, c := range map[string]struct {
		spans []Span
		share float64
	}{
		"side by side":        {[]Span{{From: 100, To: 200, Fill: solid}, {From: 100, To: 0, Fill: none}}, 1},
		"on each other":       {[]Span{{From: 100, To: 200, Fill: solid}, {From: 100, To: 200, Fill: none}}, 0.5},
		"the second alone":    {[]Span{{From: 100, To: math.NaN(), Fill: none}, {From: 100, To: 200, Fill: solid}}, 1},
		"nothing":             {[]Span{{From: 100, To: 100, Fill: solid}}, 0},
		"a bar the other way": {[]Span{{From: 200, To: 100, Fill: solid}}, 1},
	} {
		if got := float64(ink(c.spans...)) / float64(whole); math.Abs(got-c.share) > 0.03 {
			t.Errorf("%s: %.2f of the bar's ink, want %.2f", name, got, c.share)
		}
	}
}

func TestSpanWithoutEnd(t *testing.T) {
	ink := func(to float64) int {
		return charttest.Ink(func(c draw.Canvas) {
			drawSpans(c, []Span{{From: 100, To: to, Fill: chart.Fill{Color: chart.Ink}}}, func(v float64) vg.Length { return c.Min.X + vg.Length(v) }, c.Min.Y+50)
		})
	}
	if got, side := ink(math.Inf(1)), ink(chart.BodyWidth.Points()); got <= side {
		t.Errorf("%d dots of ink, want more than the %d of one to the side, for the arrow", got, side)
	}
}
