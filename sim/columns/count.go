package columns

import "math"

// KeyDigits is how many binary digits after the point a key has.
const KeyDigits = 10

// Key is the bits of a number but for its sign and the digits after the KeyDigits-th.
func Key(v float64) uint64 { return math.Float64bits(v) << 1 >> (52 - KeyDigits + 1) }

// Count counts numbers by their keys, of which from has the first count: every stride-th of the numbers. It stops at one that has no
// count, or whose count was 255 and is 0 now, and returns how many it has counted before that one; −1 if it has counted all.
func Count(counts []uint8, from uint64, numbers []float64, stride int) int {
	if len(counts) == 0 || len(numbers) == 0 {
		return min(len(numbers), 1) - 1
	}
	return countKeys(counts, from, numbers, stride)
}

func plainCountKeys(counts []uint8, from uint64, numbers []float64, stride int) int {
	for k := 0; k < len(numbers); k += stride {
		i := Key(numbers[k]) - from
		if i >= uint64(len(counts)) {
			return k / stride
		}
		if counts[i]++; counts[i] == 0 {
			return k / stride
		}
	}
	return -1
}
