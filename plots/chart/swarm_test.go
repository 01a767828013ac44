package chart

import (
	"slices"
	"testing"

	"gonum.org/v1/plot/vg"
)

func TestSwarm(t *testing.T) {
	for _, c := range []struct {
		name string
		x    []vg.Length
		want []int
	}{
		{"apart", []vg.Length{0, 10, 20}, []int{0, 0, 0}},
		{"touching", []vg.Length{0, 7, 14}, []int{0, 0, 0}},
		{"at one place", []vg.Length{5, 5, 5, 5}, []int{0, 1, -1, 2}},
		{"in a chain", []vg.Length{0, 4, 8}, []int{0, 1, 0}},
		{"any order", []vg.Length{8, 4, 0}, []int{0, 1, 0}},
		{"none", nil, []int{}},
	} {
		if got := Swarm(c.x, 7); !slices.Equal(got, c.want) {
			t.Errorf("%s: lanes %v, want %v", c.name, got, c.want)
		}
	}
}
