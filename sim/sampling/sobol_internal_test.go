package sampling

import (
	"math/bits"
	"slices"
	"testing"
)

// unscrambled gives the coordinates of a point as published.
func unscrambled(t *testing.T, j uint32, dimensions int) []float64 {
	t.Helper()
	s, err := newSobol(0, dimensions)
	if err != nil {
		t.Fatal(err)
	}
	x := make([]uint32, dimensions)
	s.reversed(j, x)
	u := make([]float64, dimensions)
	for d := range u {
		u[d] = float64(bits.Reverse32(x[d])) / (1 << digits)
	}
	return u
}

// The first points in two dimensions are in every account; point 1,023 in five is that of scipy 1.11, qmc.Sobol with
// scramble=False, which reads the same direction numbers.
func TestSobolPointsAsPublished(t *testing.T) {
	first := [][2]float64{{0, 0}, {.5, .5}, {.75, .25}, {.25, .75}, {.375, .375}, {.875, .875}, {.625, .125}, {.125, .625}}
	for j, want := range first {
		if got := unscrambled(t, uint32(j), 2); got[0] != want[0] || got[1] != want[1] {
			t.Errorf("point %d: %v, want %v", j, got, want)
		}
	}
	want := []float64{0.0009765625, 0.7529296875, 0.6123046875, 0.1455078125, 0.1865234375}
	for d, got := range unscrambled(t, 1023, 5) {
		if got != want[d] {
			t.Errorf("point 1023, dimension %d: %v, want %v", d, got, want[d])
		}
	}
}

// A point is made from the one before it, if the workspace has that one: it must be the same as by itself.
func TestSobolPointsInAnyOrder(t *testing.T) {
	const dimensions = 5
	var sequences [2]*sobol
	for i := range sequences {
		var err error
		if sequences[i], err = newSobol(uint64(i), dimensions); err != nil {
			t.Fatal(err)
		}
	}
	scratch, got, want := NewScratch(dimensions), make([]float64, dimensions), make([]float64, dimensions)
	for step, j := range []int{0, 1, 2, 3, 4, 5, 6, 6, 8, 9, 1<<20 - 1, 1 << 20, 0, 1, 7, 8, MaxPoints - 2, MaxPoints - 1} {
		for _, s := range []*sobol{sequences[0], sequences[step/2%2]} {
			s.Point(j, got, scratch)
			if s.Point(j, want, NewScratch(dimensions)); !slices.Equal(got, want) {
				t.Errorf("step %d, point %d: %v, by itself %v", step, j, got, want)
			}
		}
	}
}

// Every dimension's generating matrix must be upper triangular with ones on the diagonal, or intervals would be missed.
func TestDirectionNumbersOfAllDimensions(t *testing.T) {
	all, err := directionNumbers(MaxSobolDimensions)
	if err != nil || len(all) != MaxSobolDimensions {
		t.Fatal(len(all), err)
	}
	seen := map[directions]bool{}
	for d, v := range all {
		for k, x := range v {
			if low := x & (1<<(digits-k) - 1); low != 1<<(digits-1-k) {
				t.Fatalf("dimension %d, number %d: %032b", d, k, x)
			}
		}
		if seen[v] {
			t.Errorf("dimension %d repeats another", d)
		}
		seen[v] = true
	}
}

func TestDirectionNumbersThatAreNone(t *testing.T) {
	for _, line := range []string{"", "2 1", "2 2 0 1", "2 1 0 x", "2 1 0 -1"} {
		if _, err := parseDirections(line); err == nil {
			t.Errorf("%q passes", line)
		}
	}
}

// Digit by digit, a scramble must do to a coordinate only what depends on the digits before: two coordinates that agree
// in their first k digits still do, and the next digit of both is flipped or of neither.
func TestScramblesAreNested(t *testing.T) {
	for seed := range uint64(50) {
		s := newScramble(mix(seed))
		for bit := range digits {
			x := uint32(mix(seed*digits + uint64(bit)))
			changed := s.apply(x) ^ s.apply(x^1<<bit)
			if changed&(1<<(bit+1)-1) != 1<<bit {
				t.Fatalf("scramble %d: digit %d changes %032b", seed, bit, changed)
			}
		}
	}
}
