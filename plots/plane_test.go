package plots

import (
	"slices"
	"testing"
)

func TestRegions(t *testing.T) {
	a, b, none := cell{Best: "a"}, cell{Best: "b"}, cell{}
	all := bestGrid{cells: [][]cell{{a, b, a}, {a, none, a}, {b, b, a}}}
	var sizes []int
	for _, region := range all.regions() {
		sizes = append(sizes, len(region))
	}
	if !slices.Equal(sizes, []int{2, 1, 3, 2}) {
		t.Errorf("regions of %v cells", sizes)
	}
}

// Many long values along a map are left out, but for the ends.
func TestMapLabels(t *testing.T) {
	if got := (axis{Values: spaced(0.2, 0.7, 40, false)}).labelled(); !slices.Equal(got, []int{0, 39}) {
		t.Errorf("labels %v", got)
	}
	if got := (axis{Values: []float64{0.35, 0.4583333, 0.5666667}}).labelled(); len(got) != 3 {
		t.Errorf("labels %v", got)
	}
}
