package vector

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// What is done on this architecture has the bits of the plain loops, wherever in memory a slice begins.
func TestKernelsAreThoseOfEveryArchitecture(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 70 {
		for from := range 3 {
			a, b := random(r, n+from)[from:], random(r, n+from)[from:]
			if got, want := Dot(a, b), plainDot(a, b); math.Float64bits(got) != math.Float64bits(want) {
				t.Errorf("the product of %d numbers is %v, not %v", n, got, want)
			}
			for name, f := range map[string][2]func(dst []float64){
				"Fill":        {func(dst []float64) { Fill(dst, 0.3) }, func(dst []float64) { plainFill(dst, 0.3) }},
				"AddScaled":   {func(dst []float64) { AddScaled(dst, 0.3, a) }, func(dst []float64) { plainAddScaled(dst, 0.3, a) }},
				"AddProducts": {func(dst []float64) { AddProducts(dst, a, b) }, func(dst []float64) { plainAddProducts(dst, a, b) }},
				"Mul":         {func(dst []float64) { Mul(dst, a, b) }, func(dst []float64) { plainMul(dst, a, b) }},
				"Diminish":    {func(dst []float64) { Diminish(dst, 0.3, a) }, func(dst []float64) { plainDiminish(dst, 0.3, a) }},
				"Ramp":        {func(dst []float64) { Ramp(dst, a, -0.5, 2) }, func(dst []float64) { plainRamp(dst, a, -0.5, 2) }},
				"Quarterly":   {func(dst []float64) { Quarterly(dst, 3, a, b, 2, b, a) }, func(dst []float64) { plainQuarterly(dst, 3, a, b, 2, b, a) }},
				"a step":      {func(dst []float64) { Ramp(dst, a, 0, 0) }, func(dst []float64) { plainRamp(dst, a, 0, 0) }},
			} {
				got, want := slices.Clone(b), slices.Clone(b)
				f[0](got)
				f[1](want)
				if !slices.Equal(got, want) {
					t.Errorf("%s of %d numbers gives %v, in plain Go %v", name, n, got, want)
				}
			}
			if got, want := Min(a), plainMin(math.Inf(1), a); got != want {
				t.Errorf("the least of %v is %v, not %v", a, got, want)
			}
		}
	}
}

func TestMinPassesOverWhatIsNoNumber(t *testing.T) {
	nan := math.NaN()
	for _, s := range [][]float64{{nan, 3, nan, 2, 9}, {3, 2, nan, 5, 8, 9, 7, nan}, {nan, nan, nan, 2}, {2}} {
		if got := Min(s); got != 2 {
			t.Errorf("the least of %v is %v", s, got)
		}
	}
	if got := Min([]float64{nan, nan, nan, nan, nan}); !math.IsNaN(got) {
		t.Errorf("the least of nothing but NaN is %v", got)
	}
	if got := Min(nil); !math.IsInf(got, 1) {
		t.Errorf("the least of nothing is %v", got)
	}
}

// On every architecture, in whichever of four places a zero stands.
func TestTheLeastZeroHasNoSign(t *testing.T) {
	for first := range 8 {
		for second := range 8 {
			s := []float64{1, 1, 1, 1, 1, 1, 1, 1, 1}
			s[first], s[second] = 0, math.Copysign(0, -1)
			for _, s := range [][]float64{s, s[:8], s[:second+1]} {
				if got := Min(s); math.Float64bits(got) != 0 {
					t.Errorf("the least of %v is %v", s, got)
				}
			}
		}
	}
}

// Rows of a wider matrix are added as one after another, and nothing beside them.
func TestRowsAreAddedInTheirOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for n := range 70 {
		for count := range 10 {
			const more = 3 // numbers beside those that count
			m, factors, dst := random(r, max(1, count)*(n+more)), random(r, count), random(r, n+more)
			want := slices.Clone(dst)
			if count > 2 {
				factors[1] = 0 // of which the row is not looked at
				fillRow(m[n+more:][:n], math.NaN())
			}
			for i, factor := range factors {
				if factor != 0 {
					plainAddScaled(want[:n], factor, m[i*(n+more):][:n])
				}
			}
			plain := slices.Clone(dst)
			plainAddRows(plain[:n], factors, m, n+more)
			AddRows(dst[:n], factors, m, n+more)
			if !slices.Equal(dst, want) || !slices.Equal(plain, want) {
				t.Errorf("%d rows of %d numbers: %v, in plain Go %v, one by one %v", count, n, dst, plain, want)
			}
		}
	}
}

// Each row is one's own multiple of the same numbers.
func TestOuterProductsAreAddedRowByRow(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for n := 1; n < 50; n++ {
		v, factors, rows := random(r, n), []float64{0.5, 0, -3}, random(r, 3*n)
		want := slices.Clone(rows)
		for i, factor := range factors {
			plainAddScaled(want[i*n:][:n], factor, v)
		}
		if AddOuter(rows, factors, v); !slices.Equal(rows, want) {
			t.Errorf("%v, row by row %v", rows, want)
		}
	}
}

// A row of 5, 3, 4, 1 falls by 2 and by 3.
func TestFallsAreFromTheNumberBefore(t *testing.T) {
	row := []float64{5, 3, 4, 1, 1, 0, 7, 2, 2}
	want := []float64{0, 4, 0, 6, 0, 2, 0, 10, 0}
	for n := range len(row) + 1 {
		dst := make([]float64, n)
		if AddFalls(dst, []float64{2}, row, len(row)); !slices.Equal(dst, want[:n]) {
			t.Errorf("twice the falls of %v are %v, not %v", row[:n], dst, want[:n])
		}
	}
	r := rand.New(rand.NewPCG(7, 8))
	for n := range 50 {
		const stride = 53
		rows, factors, dst := random(r, 4*stride), random(r, 4), random(r, n)
		plain := slices.Clone(dst)
		plainAddFalls(plain, factors, rows, stride, 0)
		if AddFalls(dst, factors, rows, stride); !slices.Equal(dst, plain) {
			t.Errorf("falls of %d numbers are %v, in plain Go %v", n, dst, plain)
		}
	}
}

func fillRow(row []float64, v float64) {
	for i := range row {
		row[i] = v
	}
}

func TestRowsMustBeThere(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("three rows are added of which there are two")
		}
	}()
	AddRows(make([]float64, 20), []float64{1, 1, 1}, make([]float64, 59), 20)
}

func random(r *rand.Rand, n int) []float64 {
	v := make([]float64, n)
	for i := range v {
		v[i] = r.NormFloat64() * math.Exp(10*r.NormFloat64())
	}
	return v
}
