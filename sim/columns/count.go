package columns

import "math"

// KeyDigits is how many binary digits after the point a key has.
const KeyDigits = 10

// Key is the bits of a number but for its sign and the digits after the KeyDigits-th.
func Key(v float64) uint64 { return math.Float64bits(v) << 1 >> (52 - KeyDigits + 1) }

// Window holds counts of numbers by their keys, of which From has the first count.
type Window struct {
	From   uint64
	Counts []uint8
}

// Holds says whether a key has a count.
func (w *Window) Holds(key uint64) bool { return key-w.From < uint64(len(w.Counts)) }

// Count counts every stride-th of some numbers by their keys, whatever their signs. It stops at one that has no count, or whose count
// was 255 and is 0 now. It returns how many it has counted before that one; −1 if it has counted all.
func (w *Window) Count(numbers []float64, stride int) int {
	if len(w.Counts) == 0 || len(numbers) == 0 {
		return min(len(numbers), 1) - 1
	}
	return countKeys(w, numbers, stride)
}

func plainCountKeys(w *Window, numbers []float64, stride int) int {
	for k := 0; k < len(numbers); k += stride {
		i := Key(numbers[k]) - w.From
		if i >= uint64(len(w.Counts)) {
			return k / stride
		}
		if w.Counts[i]++; w.Counts[i] == 0 {
			return k / stride
		}
	}
	return -1
}

// Windows are those of numbers above 0 and below, and one of what has the key 0.
type Windows [3]Window

// The indices of the windows. The first two are the signs of numbers, as their first bit has them.
const (
	Positive = iota
	Negative
	Zero
)

// Count is Window.Count with a window for each sign.
func (w *Windows) Count(numbers []float64, stride int) int {
	if len(numbers) == 0 {
		return -1
	}
	return countSigned(w, numbers, stride)
}

func plainCountSigned(w *Windows, numbers []float64, stride int) int {
	for k := 0; k < len(numbers); k += stride {
		key, of := Key(numbers[k]), &w[math.Float64bits(numbers[k])>>63]
		if key == 0 {
			of = &w[Zero]
		}
		i := key - of.From
		if i >= uint64(len(of.Counts)) {
			return k / stride
		}
		if of.Counts[i]++; of.Counts[i] == 0 {
			return k / stride
		}
	}
	return -1
}
