package columns

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// odd are numbers that a processor might treat in a way of its own.
var odd = []float64{0, math.Copysign(0, -1), math.Inf(1), math.Inf(-1), math.NaN(), math.MaxFloat64, -math.MaxFloat64, 5e-324, 1, 1 + 1e-10, 1 + 1e-8, -1 - 1e-10}

// random are numbers of many sizes, a share of them odd ones.
func random(r *rand.Rand, n int, share float64) []float64 {
	v := make([]float64, n)
	for i := range v {
		v[i] = r.NormFloat64() * math.Exp(10*r.NormFloat64())
		if r.Float64() < share {
			v[i] = odd[r.IntN(len(odd))]
		}
	}
	return v
}

// each calls with columns of up to 40 numbers, wherever in memory they begin.
func each(call func(r *rand.Rand, n, from int, share float64)) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 40 {
		for from := range 3 {
			for _, share := range []float64{0, 0.02, 0.5} {
				call(r, n, from, share)
			}
		}
	}
}

// bits are those of numbers, the same of all that are NaN.
func bits(numbers ...float64) []uint64 {
	all := make([]uint64, len(numbers))
	for i, v := range numbers {
		if !math.IsNaN(v) {
			all[i] = math.Float64bits(v)
		}
	}
	return all
}

func (p *pair) bits() []uint64 {
	return bits(slices.Concat(p.sum[:], p.squares[:], p.least[:], p.greatest[:])...)
}

func (p *rowPair) bits() []uint64 {
	return bits(slices.Concat(p.sum[0][:], p.sum[1][:], p.squares[0][:], p.squares[1][:], p.least[:], p.greatest[:])...)
}

// What is done on this processor has the bits of the plain loops.
func TestSumsAreThoseOfEveryProcessor(t *testing.T) {
	each(func(r *rand.Rand, n, from int, share float64) {
		values := random(r, 2*n+from, share)[from:]
		got := pair{least: [2]float64{1, 1}, greatest: [2]float64{-1, -1}}
		want := got
		addPairs(&got, 0.5, values)
		plainAddPairs(&want, 0.5, values)
		if !slices.Equal(got.bits(), want.bits()) {
			t.Errorf("%v come to %v, in plain Go to %v", values, got, want)
		}
	})
}

func TestTwoColumnsAreSummedAsAlone(t *testing.T) {
	each(func(r *rand.Rand, n, from int, share float64) {
		a, b := random(r, n+1+from, share)[from:], random(r, n+1+from, share)[from:]
		for i, got := range SumBoth(a, b) {
			values := [][]float64{a, b}[i]
			want := pairFrom(values[0])
			plainAddPairs(&want, values[0], values[:len(values)&^1])
			if want := want.sums(values); !slices.Equal(got.bits(), want.bits()) {
				t.Errorf("%v beside another come to %+v, in plain Go alone to %+v", values, got, want)
			}
		}
	})
}

func (s *Sums) bits() []uint64 { return bits(s.First, s.Sum, s.Squares, s.Least, s.Greatest) }

func TestGatheredRowsAreThoseOfEveryProcessor(t *testing.T) {
	each(func(r *rand.Rand, n, from int, share float64) {
		stride := Width + from
		all, got, want := random(r, max(2*n*stride, Width), share), make([]float64, 2*n*Width), make([]float64, 2*n*Width)
		gotSums := rowPair{least: line{1}, greatest: line{-1}}
		wantSums := gotSums
		gatherPairs(&gotSums, got, all, stride)
		plainGatherPairs(&wantSums, want, all, stride)
		if !slices.Equal(gotSums.bits(), wantSums.bits()) {
			t.Errorf("rows at every number in %d of %v come to %v, in plain Go to %v", stride, all, gotSums, wantSums)
		}
		if !slices.Equal(bits(got...), bits(want...)) {
			t.Errorf("rows are %v, in plain Go %v", got, want)
		}
	})
}

func TestRowsAreSubtractedAsOnEveryProcessor(t *testing.T) {
	each(func(r *rand.Rand, n, from int, share float64) {
		stride := Width + from
		got, all := random(r, n*Width, share), random(r, n*stride+Width, share)
		want := slices.Clone(got)
		Subtract(got, all, stride)
		plainSubtract(want, all, stride)
		if !slices.Equal(bits(got...), bits(want...)) {
			t.Errorf("rows less those at every number in %d of %v are %v, in plain Go %v", stride, all, got, want)
		}
	})
}

func TestDifferencesAreThoseOfEveryProcessor(t *testing.T) {
	each(func(r *rand.Rand, n, from int, share float64) {
		a, b := random(r, n+from, share)[from:], random(r, n+from, share)[from:]
		got, want := make([]float64, n), make([]float64, n)
		above, below, same := Differences(a, b, got)
		plainAbove, plainBelow, plainSame := plainDifferences(a, b, want)
		if above != plainAbove || below != plainBelow || same != plainSame || !slices.Equal(bits(got...), bits(want...)) {
			t.Errorf("%v less %v: %v, %d above 0, %d below, %d the same; in plain Go %v, %d, %d, %d", a, b, got, above, below, same, want, plainAbove, plainBelow, plainSame)
		}
	})
}

func TestTheBestAreThoseOfEveryProcessor(t *testing.T) {
	each(func(r *rand.Rand, n, from int, share float64) {
		a, b := random(r, n+from, share)[from:], random(r, n+from, share)[from:]
		for _, test := range []struct {
			name      string
			do, plain func(top, by []float64)
		}{
			{"raised", Raise, plainRaise},
			{"lowered", Lower, plainLower},
			{"marked", func(top, by []float64) { MarkSame(top, by, a) }, func(top, by []float64) { plainMarkSame(top, by, a) }},
		} {
			got, want := slices.Clone(a), slices.Clone(a)
			test.do(got, b)
			test.plain(want, b)
			if !slices.Equal(bits(got...), bits(want...)) {
				t.Errorf("%v %s by %v is %v, in plain Go %v", a, test.name, b, got, want)
			}
		}
	})
}

// windowOf has counts of the numbers from the least up to the greatest. About half of them are about to go round.
func windowOf(r *rand.Rand, least, greatest float64) Window {
	w := Window{From: Key(least), Counts: make([]uint8, Key(greatest)-Key(least))}
	for i := range w.Counts {
		w.Counts[i] = 255 * uint8(r.IntN(2))
	}
	return w
}

func TestKeysAreCountedAsOnEveryProcessor(t *testing.T) {
	each(func(r *rand.Rand, n, from int, share float64) {
		stride := 1 + from
		numbers := random(r, n*stride+1, share)
		got := windowOf(r, 1e-3, 1e3)
		want := Window{got.From, slices.Clone(got.Counts)}
		stopped, plainStopped := countKeys(&got, numbers, stride), plainCountKeys(&want, numbers, stride)
		if stopped != plainStopped || !slices.Equal(got.Counts, want.Counts) {
			t.Errorf("every number in %d of %v: stopped at %d, in plain Go at %d", stride, numbers, stopped, plainStopped)
		}
	})
}

func TestKeysOfBothSignsAreCountedAsOnEveryProcessor(t *testing.T) {
	each(func(r *rand.Rand, n, from int, share float64) {
		stride := 1 + from
		numbers := random(r, n*stride+1, share)
		got, want := Windows{windowOf(r, 1e-3, 1e3), windowOf(r, 1e-4, 1e4), {Counts: []uint8{255 * uint8(r.IntN(2))}}}, Windows{}
		if n%4 == 0 { // one sign has no counts
			got[n/4%2] = Window{}
		}
		for i := range got {
			want[i] = Window{got[i].From, slices.Clone(got[i].Counts)}
		}
		for at := 0; at < len(numbers); at += stride {
			stopped, plainStopped := countSigned(&got, numbers[at:], stride), plainCountSigned(&want, numbers[at:], stride)
			if stopped != plainStopped || !slices.EqualFunc(got[:], want[:], func(a, b Window) bool { return slices.Equal(a.Counts, b.Counts) }) {
				t.Errorf("every number in %d of %v: stopped at %d, in plain Go at %d", stride, numbers[at:], stopped, plainStopped)
			}
			if stopped < 0 {
				return
			}
			at += stopped * stride
		}
	})
}
