// Package numbers checks and averages values by option and draw, and compares values as far as rounding allows.
package numbers

import (
	"errors"
	"fmt"
	"math"
)

// CheckDraws returns an error unless there is an option, every option has the same draws, at least one, and none is NaN.
func CheckDraws(values [][]float64) error {
	if len(values) == 0 {
		return errors.New("there are no options")
	}
	if len(values[0]) == 0 {
		return errors.New("there are no draws")
	}
	for o, v := range values {
		if len(v) != len(values[0]) {
			return fmt.Errorf("option %d has %d draws, the first option has %d", o, len(v), len(values[0]))
		}
		for k, x := range v {
			if math.IsNaN(x) {
				return fmt.Errorf("option %d has no value (NaN) in draw %d", o, k)
			}
		}
	}
	return nil
}

// CheckFinite returns an error unless CheckDraws passes and all values are finite, as they must be to have means.
func CheckFinite(values [][]float64) error {
	if err := CheckDraws(values); err != nil {
		return err
	}
	for o, v := range values {
		if k := Infinite(v); k >= 0 {
			return fmt.Errorf("option %d is infinite in draw %d, so it has no mean", o, k)
		}
	}
	return nil
}

// Infinite is the index of the first number that is infinite or NaN; −1 if there is none.
func Infinite(v []float64) int {
	for k, x := range v {
		if math.IsInf(x, 0) || math.IsNaN(x) {
			return k
		}
	}
	return -1
}

// Means is the mean of each option.
func Means(values [][]float64) []float64 {
	means := make([]float64, len(values))
	for o, v := range values {
		means[o] = Mean(v)
	}
	return means
}

// Mean sums from the first value, so that values that are all the same have exactly that mean.
func Mean(v []float64) float64 {
	sum := 0.0
	for _, x := range v {
		sum += x - v[0]
	}
	return v[0] + sum/float64(len(v))
}

// StandardError is that of the mean of independent draws, sd ÷ √n; 0 for a single draw.
func StandardError(v []float64) float64 {
	if len(v) < 2 {
		return 0
	}
	mean, squares := Mean(v), 0.0
	for _, x := range v {
		squares += float64((x - mean) * (x - mean))
	}
	n := float64(len(v))
	return math.Sqrt(squares / (n - 1) / n)
}
