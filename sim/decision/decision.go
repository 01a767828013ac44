// Package decision says what to choose when it is not known what will come: how often each option is best and what is lost
// by choosing it, how often it meets what is required, what it would be worth to know more first, at which values of an
// assumption another option becomes the best, and what to begin with where one can go on in steps.
//
// It knows only options and draws. Values are by option and draw, higher is better, and draw k of every option is the same
// state of the world; the order of draws means nothing. The same values give the same bits, whatever the number of
// goroutines.
package decision

import (
	"errors"
	"fmt"
	"math"
)

// checkDraws returns an error unless there is an option, every option has the same draws, at least one, and none is NaN.
func checkDraws(values [][]float64) error {
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

// checkFinite returns an error unless checkDraws passes and all values are finite, as they must be to have means.
func checkFinite(values [][]float64) error {
	if err := checkDraws(values); err != nil {
		return err
	}
	for o, v := range values {
		if k := infinite(v); k >= 0 {
			return fmt.Errorf("option %d is infinite in draw %d, so it has no mean", o, k)
		}
	}
	return nil
}

// infinite is the place of the first number that is infinite or NaN; −1 if there is none.
func infinite(v []float64) int {
	for k, x := range v {
		if math.IsInf(x, 0) || math.IsNaN(x) {
			return k
		}
	}
	return -1
}

// meansOf is the mean of each option.
func meansOf(values [][]float64) []float64 {
	means := make([]float64, len(values))
	for o, v := range values {
		means[o] = meanOf(v)
	}
	return means
}

// meanOf sums from the first value, so that values that are all the same have exactly that mean.
func meanOf(v []float64) float64 {
	sum := 0.0
	for _, x := range v {
		sum += x - v[0]
	}
	return v[0] + sum/float64(len(v))
}

// standardError is that of the mean of independent draws, sd ÷ √n; 0 for a single draw.
func standardError(v []float64) float64 {
	if len(v) < 2 {
		return 0
	}
	mean, squares := meanOf(v), 0.0
	for _, x := range v {
		squares += (x - mean) * (x - mean)
	}
	n := float64(len(v))
	return math.Sqrt(squares / (n - 1) / n)
}
