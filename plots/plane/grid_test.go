package plane

import (
	"math"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot"

	"reconfig/plots/figuretest"
	"reconfig/plots/words"
)

func TestRegions(t *testing.T) {
	a, b, none := Cell{Best: "a"}, Cell{Best: "b"}, Cell{}
	all := Grid{Cells: [][]Cell{{a, b, a}, {a, none, a}, {b, b, a}}}
	var sizes []int
	for _, region := range all.Regions() {
		sizes = append(sizes, len(region))
	}
	if !slices.Equal(sizes, []int{2, 1, 3, 2}) {
		t.Errorf("regions of %v cells", sizes)
	}
}

// Many long values along a map are left out, but for the ends.
func TestMapLabels(t *testing.T) {
	if got := (Axis{Values: figuretest.Spaced(0.2, 0.7, 40, false)}).Labelled(); !slices.Equal(got, []int{0, 39}) {
		t.Errorf("labels %v", got)
	}
	if got := (Axis{Values: []float64{0.35, 0.4583333, 0.5666667}}).Labelled(); len(got) != 3 {
		t.Errorf("labels %v", got)
	}
}

// What stands at a tick is what lies there.
func TestAxisTicks(t *testing.T) {
	for _, c := range []struct {
		values []float64
		log    bool
		want   string
	}{
		{[]float64{0.25, 1.43, 3}, false, "0.25 1.43 3"},
		{[]float64{40, 60.25, 65.5}, false, "40 60.25 65.5"},
		{figuretest.Spaced(0.35, 1, 7, false), false, "0.4 0.6 0.8 1"},
		{figuretest.Spaced(0, 1, 101, false), false, "0 0.5 1"},
		{[]float64{-0.1234567, 0, 0.1234567}, false, "−0.1 0 0.1"},
		{[]float64{0.1234567, 0.12345671}, false, "0.1234567 0.123456705 0.12345671"},
		{[]float64{0.01, 0.1, 1, 10}, true, "0.01 0.1 1 10"},
		{figuretest.Spaced(0.01, 10, 10, true), true, "0.01 0.02 0.05 0.1 0.2 0.5 1 2 5 10"},
		{figuretest.Spaced(0.001, 100, 9, true), true, "0.001 0.01 0.1 1 10 100"},
		{[]float64{1, 2, 4, 8}, false, "1 2 4 8"},
		{[]float64{0, 1, 10, 100}, false, "0 1 10 100"},
	} {
		a := Axis{Names: []string{"lever"}, Values: c.values}
		scale, ticks := a.Scale()
		if got := ticksOf(ticks); len(got) == 0 || got != c.want {
			t.Errorf("%v: ticks %s, want %s", c.values, got, c.want)
		}
		if a.logarithmic() != c.log {
			t.Errorf("%v: logarithmic %v", c.values, !c.log)
		}
		for _, tick := range ticks {
			v := tick.Value
			if c.log {
				v = words.Cleaned(math.Pow(10, v))
			}
			if v = words.Cleaned(v); a.Write(v) != tick.Label || tick.Value < scale.Min-1e-9 || tick.Value > scale.Max+1e-9 {
				t.Errorf("%v: tick %q at %v", c.values, tick.Label, v)
			}
		}
	}
}

// ticksOf are the labels of ticks.
func ticksOf(ticks []plot.Tick) string {
	var labels []string
	for _, tick := range ticks {
		labels = append(labels, tick.Label)
	}
	return strings.Join(labels, " ")
}
