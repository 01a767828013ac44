package power

import "testing"

// BenchmarkRaise raises as many numbers as the units at hand have.
func BenchmarkRaise(b *testing.B) {
	t, o := New(), New()
	t.Set(0.6)
	o.Set(1.3)
	numbers := make([]float64, 704)
	for i := range numbers {
		numbers[i] = 0.4 + float64(i%97)/90
	}
	dst, other := make([]float64, len(numbers)), make([]float64, len(numbers))
	b.Run("one", func(b *testing.B) {
		for b.Loop() {
			t.Raise(dst, numbers)
		}
	})
	b.Run("both", func(b *testing.B) {
		for b.Loop() {
			RaiseBoth(&t, &o, dst, other, numbers)
		}
	})
	b.Run("plain", func(b *testing.B) {
		for b.Loop() {
			t.plainRaise(dst, numbers)
		}
	})
}
