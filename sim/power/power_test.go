package power

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// What the series leaves out is 6e-15; the rest is for rounding, of the reference too.
const powerError = 2e-14

func TestPowersFromTheTable(t *testing.T) {
	p := New()
	worst := 0.0
	for exponent := 0.01; exponent <= mostTabledExponent; exponent += 0.037 {
		p.Set(exponent)
		var q, got [1]float64
		for i := range p.segments {
			c := segmentMiddle(i)
			half := math.Ldexp(0.5/segmentsInOctave, i/segmentsInOctave+lowestOctave)
			for _, q[0] = range []float64{c - half, c - half/3, c, c + half/3, math.Nextafter(c+half, 0)} {
				p.Raise(got[:], q[:])
				worst = max(worst, math.Abs(got[0]/math.Pow(q[0], exponent)-1))
			}
		}
	}
	t.Logf("the worst relative error is %.2g", worst)
	if worst > powerError {
		t.Errorf("the worst relative error is %v", worst)
	}
}

// What is done on this architecture has the bits of the plain loops, and two powers at once are those of either alone.
func TestPowersAreThoseOfEveryArchitecture(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	special := []float64{0, -1, 0.125, math.Nextafter(0.125, 0), 4, math.Nextafter(4, 0), 1e-300, 50, math.Inf(1)}
	p, o := New(), New()
	for n := range 200 {
		p.Set(mostTabledExponent * r.Float64())
		o.Set((mostTabledExponent + 1) * r.Float64()) // at times without a table
		q := make([]float64, n%37)
		for i := range q {
			if q[i] = 0.125 + 3.8*r.Float64(); r.IntN(15) == 0 {
				q[i] = special[r.IntN(len(special))]
			}
		}
		row := func() []float64 { return make([]float64, len(q)) }
		first, second, want, wantSecond := row(), row(), row(), row()
		p.plainRaise(want, q)
		if p.Raise(first, q); !slices.Equal(first, want) {
			t.Fatalf("%v of %v, in plain Go %v", first, q, want)
		}
		o.Raise(wantSecond, q)
		if RaiseBoth(&p, &o, first, second, q); !slices.Equal(first, want) || !slices.Equal(second, wantSecond) {
			t.Fatalf("%v and %v of %v, alone %v and %v", first, second, q, want, wantSecond)
		}
		if p.Raise(q, q); !slices.Equal(q, want) {
			t.Fatalf("in place %v, not %v", q, want)
		}
	}
}

func TestAnyPower(t *testing.T) {
	p := New()
	rapid.Check(t, func(t *rapid.T) {
		exponent := rapid.OneOf(rapid.Float64Range(0, 8), rapid.SampledFrom([]float64{0, 1, 2, mostTabledExponent, 1e-300})).Draw(t, "exponent")
		ratios := rapid.SliceOfN(rapid.OneOf(rapid.Float64Range(-1, 40), rapid.Float64Range(0.3, 1.5), rapid.SampledFrom([]float64{0, 1, -0.5, 1e-12, 4, 1.0 / 8, 1e9})), 1, 20).Draw(t, "ratios")
		p.Set(exponent)
		got := make([]float64, len(ratios))
		p.Raise(got, ratios)
		for k, q := range ratios {
			want := math.Pow(max(0, q), exponent)
			rounding := max(1, exponent*math.Abs(math.Log(max(q, 1e-300)))) // of the logarithm, outside the table
			if math.Abs(got[k]-want) > powerError*want*rounding+1e-300 {
				t.Errorf("%v to the power of %v is %v, not %v", q, exponent, got[k], want)
			}
		}
	})
}
