package ensemble_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"reconfig/model/result"
	"reconfig/sim/ensemble"
	"reconfig/sim/quantile"
)

func TestDescribe(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	for _, test := range []struct {
		name   string
		values []float64
		want   map[string]float64
	}{
		// numpy.quantile and R's quantile, type 7, of {1, 2, 3, 4, 10}.
		{"five", []float64{10, 3, 1, 4, 2}, map[string]float64{"mean": 4, "sd": math.Sqrt(12.5), "p05": 1.2, "p25": 2, "p50": 3, "p75": 4, "p95": 8.8, "mc_error": math.Sqrt(2.5)}},
		{"four", []float64{4, 1, 3, 2}, map[string]float64{"p05": 1.15, "p25": 1.75, "p50": 2.5, "p75": 3.25, "p95": 3.85}},
		{"one", []float64{7}, map[string]float64{"mean": 7, "sd": nan, "p05": 7, "p95": 7}},
		{"the same", []float64{-2, -2, -2}, map[string]float64{"mean": -2, "sd": 0, "p05": -2, "p95": -2}},
		{"empty", []float64{nan, nan}, map[string]float64{"mean": nan, "sd": nan, "p50": nan}},
		{"never, sometimes", []float64{1, inf, 2, 3, inf}, map[string]float64{"mean": nan, "sd": nan, "mc_error": nan, "p05": 1.2, "p50": 3, "p75": inf, "p95": inf}},
		{"never", []float64{inf, inf}, map[string]float64{"mean": nan, "p05": inf, "p95": inf}},
		{"both infinities", []float64{-inf, 1, -inf, 2, inf}, map[string]float64{"mean": nan, "sd": nan, "p05": -inf, "p25": -inf, "p50": 1, "p75": 2, "p95": inf}},
		{"from −∞", []float64{-inf, 1, 2}, map[string]float64{"p05": -inf, "p25": -inf, "p50": 1, "p75": 1.5}},
		{"−∞", []float64{-inf, -inf}, map[string]float64{"p05": -inf, "p95": -inf}},
		{"huge", []float64{-math.MaxFloat64, 0, math.MaxFloat64}, map[string]float64{"p50": 0}},
		{"hair's breadth", []float64{5e-324, 0, 5e-324}, map[string]float64{"p50": 5e-324, "p05": 0}},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := ensemble.Describe(test.values, &quantile.Scratch{})
			for statistic, want := range test.want {
				if got := d.Of(statistic); !same(got, want) {
					t.Errorf("%s is %v, not %v", statistic, got, want)
				}
			}
		})
	}
}

func same(a, b float64) bool {
	return a == b || math.IsNaN(a) && math.IsNaN(b) || math.Abs(a-b) <= 1e-12*max(math.Abs(a), math.Abs(b))
}

// typeSeven is the definition, by sorting.
func typeSeven(values []float64, share float64) float64 {
	sorted := slices.Clone(values)
	slices.Sort(sorted)
	h := float64(len(sorted)-1) * share
	low, high := sorted[int(math.Floor(h))], sorted[int(math.Ceil(h))]
	if low == high || math.IsInf(low, -1) {
		return low
	}
	return low + (h-math.Floor(h))*(high-low)
}

// samples are values of many shapes: smooth, skewed, tied, of both signs and none, with infinities.
func samples(t *rapid.T) []float64 {
	shape := rapid.SampledFrom([]func() float64{
		func() float64 { return rapid.Float64Range(-1, 1).Draw(t, "small") },
		func() float64 { return rapid.Float64Range(-1e9, 1e12).Draw(t, "large") },
		func() float64 { return float64(rapid.IntRange(-3, 3).Draw(t, "tied")) },
		func() float64 { return math.Exp(rapid.Float64Range(-50, 50).Draw(t, "skewed")) },
		func() float64 {
			if rapid.IntRange(0, 3).Draw(t, "never") == 0 {
				return math.Inf(1)
			}
			return rapid.Float64Range(0, 10).Draw(t, "payback")
		},
		func() float64 {
			if never := rapid.IntRange(-3, 3).Draw(t, "never"); never == 3 || never == -3 {
				return math.Inf(never)
			}
			return rapid.Float64Range(-10, 10).Draw(t, "difference of paybacks")
		},
		func() float64 { return rapid.Float64Range(-1e150, 1e150).Draw(t, "any") },
	}).Draw(t, "shape")
	values := make([]float64, rapid.IntRange(1, 200).Draw(t, "n"))
	for i := range values {
		values[i] = shape()
	}
	return values
}

func TestPercentilesAreThoseOfSorting(t *testing.T) {
	var s quantile.Scratch
	rapid.Check(t, func(t *rapid.T) {
		values := samples(t)
		before := slices.Clone(values)
		d := ensemble.Describe(values, &s)
		if !slices.Equal(values, before) {
			t.Fatal("the values were changed")
		}
		for i, p := range result.Percentiles {
			if got, want := d.Percentiles[i], typeSeven(values, p.Share); got != want {
				t.Errorf("%s is %v, not %v", p.Name, got, want)
			}
		}
	})
}

func TestMeanAndDeviationOfKnownValues(t *testing.T) {
	values := make([]float64, 100000)
	for i := range values {
		values[i] = 1e6 + float64(i%10) // mean 1e6 + 4.5, variance 8.25 n ÷ (n − 1)
	}
	d := ensemble.Describe(values, &quantile.Scratch{})
	if sd := math.Sqrt(8.25 * 100000 / 99999); !same(d.Mean, 1e6+4.5) || math.Abs(d.SD-sd) > 1e-9 {
		t.Errorf("mean %v, sd %v, not %v", d.Mean, d.SD, sd)
	}
}

// A sketch knows percentiles to its stated error, and mean and standard deviation as well as if all were held.
func TestSketchKeepsItsPromise(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := samples(t)
		var s ensemble.Sketch
		for from := 0; from < len(values); from += 37 {
			s.Add(values[from:min(len(values), from+37)])
		}
		exact, d := ensemble.Describe(values, &quantile.Scratch{}), s.Statistics()
		if d.Draws != exact.Draws || d.InfiniteShare != exact.InfiniteShare {
			t.Errorf("%d draws, %v infinite; not %d, %v", d.Draws, d.InfiniteShare, exact.Draws, exact.InfiniteShare)
		}
		checkSketch(t, &s, values)
		scale := 0.0
		for _, v := range values {
			scale = max(scale, math.Abs(v))
		}
		if !math.IsNaN(exact.Mean) && math.Abs(d.Mean-exact.Mean) > 1e-12*scale {
			t.Errorf("mean %v, not %v", d.Mean, exact.Mean)
		}
		if !math.IsNaN(exact.SD) && !math.IsInf(exact.SD, 0) && math.Abs(d.SD-exact.SD) > 1e-9*scale {
			t.Errorf("sd %v, not %v", d.SD, exact.SD)
		}
	})
}

func quantileOf(s *ensemble.Sketch, share float64) float64 {
	var q [1]float64
	s.Quantiles([]float64{share}, q[:])
	return q[0]
}

// leastNormal is the least number with all its digits. Sketches count what is below it as 0.
const leastNormal = 0x1p-1022

// checkSketch compares quantiles: between the ranks that a quantile lies between, each known to the stated error.
func checkSketch(t *rapid.T, s *ensemble.Sketch, values []float64) {
	for _, p := range result.Percentiles {
		got, want := quantileOf(s, p.Share), typeSeven(values, p.Share)
		sorted := slices.Clone(values)
		slices.Sort(sorted)
		h := float64(len(sorted)-1) * p.Share
		ends := max(math.Abs(sorted[int(math.Floor(h))]), math.Abs(sorted[int(math.Ceil(h))]))
		if got != want && !(math.Abs(got-want) <= max(ensemble.SketchError*ends, leastNormal)) {
			t.Errorf("%s is %v, not %v", p.Name, got, want)
		}
	}
}

func TestSketchesJoinExactly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := samples(t), samples(t)
		var whole, first, second ensemble.Sketch
		whole.Add(a)
		whole.Add(b)
		first.Add(a)
		second.Add(b)
		restored, rest, err := ensemble.ReadSketch(append(second.AppendBinary(nil), "more"...))
		if err != nil || string(rest) != "more" {
			t.Fatalf("%v, rest %q", err, rest)
		}
		first.Join(restored)
		for _, p := range []float64{0, 0.05, 0.33, 0.5, 0.95, 1} {
			if got, want := quantileOf(&first, p), quantileOf(&whole, p); got != want {
				t.Errorf("quantile %v is %v joined and %v whole", p, got, want)
			}
		}
		if got, want := string(first.AppendBinary(nil)), string(whole.AppendBinary(nil)); got != want {
			t.Error("joined in order, it is not the same to the last bit")
		}
	})
}

// A bin may hold more than its page has bits for, however it was counted.
func TestManyValuesInOneBin(t *testing.T) {
	const times = 70_000
	same, varied := make([]float64, times), make([]float64, times)
	for i := range varied {
		same[i], varied[i] = 3, 3
	}
	varied[0] = 5
	var s ensemble.Sketch
	s.Add(same)
	s.Add(varied)
	s.Join(&s)
	restored, _, err := ensemble.ReadSketch(s.AppendBinary(nil))
	if err != nil {
		t.Fatal(err)
	}
	for _, sketch := range []*ensemble.Sketch{&s, restored} {
		if got := quantileOf(sketch, 1-2.5/(4*times)); math.Abs(got-3) > 3*ensemble.SketchError {
			t.Errorf("third from the top is %v, not 3", got)
		}
		if got := quantileOf(sketch, 1-0.5/(4*times)); math.Abs(got-5) > 5*ensemble.SketchError {
			t.Errorf("the greatest is %v, not 5", got)
		}
	}
}

// Many values at once are counted in windows, few one by one: on the same bins.
func TestSketchesCountAlikeHoweverTheyAreFilled(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for name, draw := range map[string]func(k int) float64{
		"above 0":                func(int) float64 { return 100 + 10*r.NormFloat64() },
		"below 0":                func(int) float64 { return -math.Exp(r.NormFloat64()) },
		"of both signs":          func(int) float64 { return r.NormFloat64() },
		"seldom below 0":         func(int) float64 { return 2 + r.NormFloat64() },
		"often 0":                func(k int) float64 { return float64(k%3) * r.NormFloat64() },
		"of many sizes":          func(int) float64 { return math.Exp(20 * r.NormFloat64()) },
		"ever greater":           func(k int) float64 { return float64(k) * r.NormFloat64() },
		"ever smaller":           func(k int) float64 { return 1 / float64(1+k*k) },
		"with some far away":     func(k int) float64 { return 1 + r.Float64() + 1e9*float64(count(k%1000 == 7)) },
		"too small":              func(int) float64 { return 1e-310 * r.NormFloat64() },
		"first the same":         func(k int) float64 { return 1 + float64(count(k > 3000))*r.Float64() },
		"above 0, then below it": func(k int) float64 { return float64(1-2*count(k > 3000)) * (1 + r.Float64()) },
	} {
		t.Run(name, func(t *testing.T) {
			values := make([]float64, 10_000)
			for k := range values {
				values[k] = draw(k)
			}
			var whole, joined ensemble.Sketch
			whole.Add(values)
			for values := range slices.Chunk(values, 7) {
				var few ensemble.Sketch
				few.Add(values)
				joined.Join(&few)
			}
			for p := 0.0; p <= 1; p += 1.0 / 128 {
				if got, want := quantileOf(&whole, p), quantileOf(&joined, p); got != want {
					t.Errorf("quantile %v is %v, of few at a time %v", p, got, want)
				}
			}
		})
	}
}

func count(holds bool) int {
	if holds {
		return 1
	}
	return 0
}

func FuzzReadSketch(f *testing.F) {
	var s ensemble.Sketch
	s.Add([]float64{1, 2, -3, 0, math.Inf(1), math.Inf(-1), math.NaN()})
	f.Add(s.AppendBinary(nil))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, content []byte) {
		s, rest, err := ensemble.ReadSketch(content)
		if err == nil && len(rest) <= len(content) {
			quantileOf(s, 0.5)
		}
	})
}

func normals(n int) []float64 {
	r := rand.New(rand.NewPCG(1, 2))
	values := make([]float64, n)
	for i := range values {
		values[i] = 1000 * r.NormFloat64()
	}
	return values
}

func BenchmarkDescribe(b *testing.B) {
	values, s := normals(10000), &quantile.Scratch{}
	b.ReportAllocs()
	for b.Loop() {
		ensemble.Describe(values, s)
	}
}

func BenchmarkSketch(b *testing.B) {
	values := normals(1024)
	var s ensemble.Sketch
	b.ReportAllocs()
	for b.Loop() {
		s.Add(values)
	}
}
