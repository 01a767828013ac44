package columns_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"reconfig/sim/columns"
	"reconfig/sim/numbers"
)

func TestSums(t *testing.T) {
	for _, test := range []struct {
		name   string
		values []float64
		want   columns.Sums
	}{
		{"one", []float64{3}, columns.Sums{N: 1, First: 3, Least: 3, Greatest: 3}},
		{"two", []float64{3, 5}, columns.Sums{N: 2, First: 3, Sum: 2, Squares: 4, Least: 3, Greatest: 5}},
		{"zeros of either sign", []float64{1, 0, math.Copysign(0, -1)}, columns.Sums{N: 3, First: 1, Sum: -2, Squares: 2, Greatest: 1}},
		{"three", []float64{3, 5, -1}, columns.Sums{N: 3, First: 3, Sum: -2, Squares: 20, Least: -1, Greatest: 5}},
		{"every other in a sum of its own", []float64{0, 1e16, 1, 1, -1, 1e16}, columns.Sums{N: 6, Sum: 2e16, Squares: 2e32, Least: -1, Greatest: 1e16}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := columns.Sum(test.values); got != test.want || math.Signbit(got.Least) != math.Signbit(test.want.Least) {
				t.Errorf("alone %+v, not %+v", got, test.want)
			}
			const stride = columns.Width + 1
			beside := make([]float64, (len(test.values)+1)*stride)
			for k, v := range test.values {
				beside[k*stride+3] = v
			}
			if got := columns.Gather(make([]float64, len(test.values)*columns.Width), beside, stride)[3]; got != test.want || math.Signbit(got.Least) != math.Signbit(test.want.Least) {
				t.Errorf("beside others %+v, not %+v", got, test.want)
			}
		})
	}
}

// A column has the same sums alone and beside others.
func TestColumnsAreSummedAsAlone(t *testing.T) {
	const stride = columns.Width + 3
	r := rand.New(rand.NewPCG(5, 6))
	for n := 1; n < 40; n++ {
		from, rows := make([]float64, n*stride), make([]float64, n*columns.Width)
		for i := range from {
			from[i] = r.NormFloat64() * math.Exp(10*r.NormFloat64())
		}
		for q, got := range columns.Gather(rows, from, stride) {
			values := make([]float64, n)
			for k := range values {
				values[k] = from[k*stride+q]
				if rows[k*columns.Width+q] != values[k] {
					t.Errorf("column %d of row %d is %v, not %v", q, k, rows[k*columns.Width+q], values[k])
				}
			}
			if want := columns.Sum(values); got != want {
				t.Errorf("column %d of %d rows comes to %+v, alone to %+v", q, n, got, want)
			}
		}
	}
}

func TestRowsAreSubtracted(t *testing.T) {
	const stride = columns.Width + 1
	rows, from := make([]float64, 3*columns.Width), make([]float64, 3*stride)
	for i := range rows {
		rows[i] = float64(i)
	}
	for i := range from {
		from[i] = 100 * float64(i)
	}
	columns.Subtract(rows, from, stride)
	for i, got := range rows {
		if k, q := i/columns.Width, i%columns.Width; got != float64(i)-100*float64(k*stride+q) {
			t.Errorf("column %d of row %d is %v", q, k, got)
		}
	}
}

// kinds are numbers of all kinds, some of them the same but for rounding.
var kinds = []float64{
	0, math.Copysign(0, -1), 1, 1 + 1e-10, 1 + 1e-8, -1, -1 - 1e-10, 1e300, math.MaxFloat64, -math.MaxFloat64, math.Inf(1), math.Inf(-1), math.NaN(), 5e-324,
}

// five is how often tests repeat a number: four are done at once, and one alone.
const five = 5

func repeated(v float64) []float64 {
	all := make([]float64, five)
	for k := range all {
		all[k] = v
	}
	return all
}

func TestDifferencesAreCountedByTheirSign(t *testing.T) {
	for _, x := range kinds {
		for _, y := range kinds {
			got := repeated(7)
			want, isSame := x-y, numbers.Same(x, y)
			if math.IsInf(x, 1) && math.IsInf(y, 1) {
				want = 0
			}
			above, below, same := columns.Differences(repeated(x), repeated(y), got)
			if same != five*count(isSame) || above != five*count(want > 0 && !isSame) || below != five*count(want < 0 && !isSame) {
				t.Errorf("%v less %v: %d above 0, %d below, %d the same", x, y, above, below, same)
			}
			for k, d := range got {
				if d != want && !(math.IsNaN(d) && math.IsNaN(want)) {
					t.Errorf("%v − %v is %v in row %d, not %v", x, y, d, k, want)
				}
			}
		}
	}
}

// Columns must be as long as one another, wherever assembly might write.
func TestColumnsMustBeThere(t *testing.T) {
	long, short := make([]float64, 16), make([]float64, 16)[:15]
	for name, call := range map[string]func(){
		"differences from few":  func() { columns.Differences(long, short, long) },
		"differences into few":  func() { columns.Differences(long, long, short) },
		"summed beside few":     func() { columns.SumBoth(long, short) },
		"raised by few":         func() { columns.Raise(long, short) },
		"lowered by few":        func() { columns.Lower(long, short) },
		"marked in few":         func() { columns.MarkSame(long, short, long) },
		"marked against few":    func() { columns.MarkSame(long, long, short) },
		"gathered from few":     func() { columns.Gather(long, short, columns.Width) },
		"gathered from too few": func() { columns.Gather(long, long, columns.Width+1) },
		"less few":              func() { columns.Subtract(long, short, columns.Width) },
		"less too few":          func() { columns.Subtract(long, long, columns.Width+1) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Error(name)
				}
			}()
			call()
		}()
	}
}

func TestTheBest(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	top, by := []float64{1, 1, 2, nan, nan, 1, -inf, inf, 3}, []float64{2, 0, 2, nan, 1, nan, 0, 0, 4}
	for _, test := range []struct {
		name string
		do   func(top, by []float64)
		want []float64
	}{
		{"raised", columns.Raise, []float64{2, 1, 2, nan, 1, 1, 0, inf, 4}},
		{"lowered", columns.Lower, []float64{1, 0, 2, nan, 1, 1, -inf, 0, 3}},
	} {
		got := slices.Clone(top)
		test.do(got, by)
		if fmt.Sprint(got) != fmt.Sprint(test.want) {
			t.Errorf("%s: %v, not %v", test.name, got, test.want)
		}
	}
}

func TestTheSameAreMarked(t *testing.T) {
	for _, x := range kinds {
		for _, y := range kinds {
			marks := repeated(7)
			columns.MarkSame(marks, repeated(x), repeated(y))
			for _, mark := range marks {
				if mark != float64(count(numbers.Same(x, y))) {
					t.Errorf("%v and %v are marked %v", x, y, mark)
				}
			}
		}
	}
}

// Counts go round at 256; a number without a count stops the counting.
func TestKeysAreCounted(t *testing.T) {
	for _, test := range []struct {
		name    string
		numbers []float64
		stride  int
		stop    int
		want    [3]uint8 // of 1, 1.25 and 1.5
	}{
		{"all", []float64{1, -1, 1.5, 1.9999}, 1, -1, [3]uint8{2, 254, 1}},
		{"a part", []float64{1, 9, 1.5, 9}, 2, -1, [3]uint8{1, 254, 1}},
		{"round", []float64{1.25, 1.25, 1}, 1, 1, [3]uint8{0, 0, 0}},
		{"outside", []float64{1, 1, 0.9, 1}, 1, 2, [3]uint8{2, 254, 0}},
		{"above", []float64{2}, 1, 0, [3]uint8{0, 254, 0}},
		{"not a number", []float64{math.NaN()}, 1, 0, [3]uint8{0, 254, 0}},
		{"none", nil, 1, -1, [3]uint8{0, 254, 0}},
	} {
		t.Run(test.name, func(t *testing.T) {
			w := columns.Window{From: columns.Key(1), Counts: make([]uint8, 1<<columns.KeyDigits)}
			of := func(v float64) *uint8 { return &w.Counts[columns.Key(v)-w.From] }
			*of(1.25) = 254
			if stop := w.Count(test.numbers, test.stride); stop != test.stop {
				t.Errorf("it stops at %d, not at %d", stop, test.stop)
			}
			if got := [3]uint8{*of(1), *of(1.25), *of(1.5)}; got != test.want {
				t.Errorf("%v, not %v", got, test.want)
			}
		})
	}
	if got := new(columns.Window).Count([]float64{1}, 1); got != 0 {
		t.Errorf("without counts it stops at %d", got)
	}
}

// Either sign has a window of its own, and so has 0.
func TestKeysOfBothSignsAreCounted(t *testing.T) {
	for _, test := range []struct {
		name    string
		numbers []float64
		stride  int
		stop    int
		want    [3]uint8 // of 1, −1 and 0
	}{
		{"all", []float64{1, -1, 0, math.Copysign(0, -1), 1}, 1, -1, [3]uint8{2, 1, 2}},
		{"a part", []float64{1, 9, -1, 9, 0, 9}, 2, -1, [3]uint8{1, 1, 1}},
		{"above", []float64{1, 2, 0}, 1, 1, [3]uint8{1, 0, 0}},
		{"below", []float64{-1, -2, 0}, 1, 1, [3]uint8{0, 1, 0}},
		{"smallest", []float64{0, 5e-324, 1}, 1, -1, [3]uint8{1, 0, 2}},
		{"small", []float64{0, 1e-310, 1}, 1, 1, [3]uint8{0, 0, 1}},
		{"infinite", []float64{math.Inf(-1)}, 1, 0, [3]uint8{}},
		{"not a number", []float64{math.NaN()}, 1, 0, [3]uint8{}},
		{"none", nil, 1, -1, [3]uint8{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			one := columns.Key(1)
			w := columns.Windows{
				columns.Positive: {From: one, Counts: make([]uint8, 1)}, columns.Negative: {From: one, Counts: make([]uint8, 1)}, columns.Zero: {Counts: make([]uint8, 1)},
			}
			if stop := w.Count(test.numbers, test.stride); stop != test.stop {
				t.Errorf("it stops at %d, not at %d", stop, test.stop)
			}
			if got := [3]uint8{w[0].Counts[0], w[1].Counts[0], w[2].Counts[0]}; got != test.want {
				t.Errorf("%v, not %v", got, test.want)
			}
		})
	}
	if got := new(columns.Windows).Count([]float64{1}, 1); got != 0 {
		t.Errorf("without counts it stops at %d", got)
	}
}

func count(holds bool) int {
	if holds {
		return 1
	}
	return 0
}

func normals(n int) []float64 {
	r := rand.New(rand.NewPCG(1, 2))
	v := make([]float64, n)
	for i := range v {
		v[i] = r.NormFloat64()
	}
	return v
}

func BenchmarkSum(b *testing.B) {
	values := normals(512)
	for b.Loop() {
		columns.Sum(values)
	}
}

func BenchmarkSumBoth(b *testing.B) {
	first, second := normals(512), normals(512)
	for b.Loop() {
		columns.SumBoth(first, second)
	}
}

func BenchmarkGather(b *testing.B) {
	const n, stride = 512, 405 * columns.Width // as those of London's courses
	from, rows := normals(n*stride), make([]float64, n*columns.Width)
	first := 0
	for b.Loop() {
		columns.Gather(rows, from[first:], stride)
		first = (first + columns.Width) % stride
	}
}

func BenchmarkCount(b *testing.B) {
	values := normals(512)
	w := columns.Window{From: columns.Key(1), Counts: make([]uint8, 1<<columns.KeyDigits)}
	for k, v := range values {
		values[k] = 1 + math.Abs(v)/10
	}
	for b.Loop() {
		clear(w.Counts)
		w.Count(values, 1)
	}
}

func BenchmarkCountSigned(b *testing.B) {
	values, window := normals(512), func() columns.Window {
		return columns.Window{From: columns.Key(1), Counts: make([]uint8, 1<<columns.KeyDigits)}
	}
	w := columns.Windows{window(), window(), {Counts: make([]uint8, 1)}}
	for k, v := range values {
		values[k] = math.Copysign(1+math.Abs(v)/10, v) * float64(min(1, k%3))
	}
	for b.Loop() {
		for i := range w {
			clear(w[i].Counts)
		}
		w.Count(values, 1)
	}
}

func BenchmarkDifferences(b *testing.B) {
	first, second, difference := normals(512), normals(512), make([]float64, 512)
	for b.Loop() {
		columns.Differences(first, second, difference)
	}
}
