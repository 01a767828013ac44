package chart

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/plot/vg"
)

func TestSpread(t *testing.T) {
	for _, c := range []struct {
		name       string
		want, size []vg.Length
		lo, hi     vg.Length
		centres    []vg.Length
	}{
		{"apart already", []vg.Length{10, 40}, []vg.Length{10, 10}, 0, 100, []vg.Length{10, 40}},
		{"at one place", []vg.Length{50, 50, 50}, []vg.Length{10, 10, 10}, 0, 100, []vg.Length{40, 50, 60}},
		{"any order", []vg.Length{52, 48}, []vg.Length{10, 10}, 0, 100, []vg.Length{55, 45}},
		{"unlike sizes", []vg.Length{50, 50}, []vg.Length{10, 30}, 0, 100, []vg.Length{40, 60}},
		{"at the foot", []vg.Length{0, 0}, []vg.Length{10, 10}, 0, 100, []vg.Length{5, 15}},
		{"at the head", []vg.Length{100, 100}, []vg.Length{10, 10}, 0, 100, []vg.Length{85, 95}},
		{"too many overflow at the head", []vg.Length{5, 5, 5}, []vg.Length{10, 10, 10}, 0, 20, []vg.Length{5, 15, 25}},
		{"none", nil, nil, 0, 10, nil},
	} {
		got := Spread(c.want, c.size, c.lo, c.hi)
		for i := range c.centres {
			if math.Abs(float64(got[i]-c.centres[i])) > 1e-9 {
				t.Errorf("%s: %v, want %v", c.name, got, c.centres)
				break
			}
		}
	}
}

// Whatever is asked for, labels keep their order, do not overlap and stay inside where they fit.
func TestSpreadProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 500 {
		n := 1 + r.IntN(12)
		want, size := make([]vg.Length, n), make([]vg.Length, n)
		for i := range want {
			want[i], size[i] = vg.Length(r.Float64()*300), vg.Length(8+r.Float64()*16)
		}
		got := Spread(want, size, 0, 300)
		for i := range got {
			if got[i]-size[i]/2 < -1e-9 || got[i]+size[i]/2 > 300+1e-9 {
				t.Fatalf("label %d at %v is outside", i, got[i])
			}
			for j := range got {
				if want[i] < want[j] && got[j]-got[i] < (size[i]+size[j])/2-1e-9 {
					t.Fatalf("labels at %v and %v overlap or changed places", got[i], got[j])
				}
			}
		}
	}
}
