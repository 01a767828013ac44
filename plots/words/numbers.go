package words

import (
	"fmt"
	"math"
	"strconv"

	"reconfig/plots/chart"
)

// numerals are written out up to nine, as the house style asks.
var numerals = [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}

// Number writes a count.
func Number(n int) string {
	if n >= 0 && n < len(numerals) {
		return numerals[n]
	}
	return chart.Unit{}.Format(float64(n), 0)
}

// Counted writes a count in figures, for labels and lists.
func Counted(n int) string { return chart.Unit{}.Format(float64(n), 0) }

// Ordinal writes a rank: 1st, 2nd, 3rd, 4th.
func Ordinal(n int) string {
	ending := "th"
	if tens := n / 10 % 10; tens != 1 {
		switch n % 10 {
		case 1:
			ending = "st"
		case 2:
			ending = "nd"
		case 3:
			ending = "rd"
		}
	}
	return fmt.Sprint(n, ending)
}

// Full writes a value as it stands in a table, but for what is left of sums and products of round numbers.
func Full(v float64) string { return chart.Full(Cleaned(v)) }

// Rounded writes a value with at most so many significant figures, whole numbers in full.
func Rounded(v float64, figures int) string { return chart.Full(significant(v, figures)) }

// significant rounds to so many significant figures; whole numbers keep all of theirs.
func significant(v float64, figures int) float64 {
	if math.Abs(v) >= math.Pow10(figures) {
		return math.Round(v)
	}
	short, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', figures, 64), 64)
	return short
}

// Finite says whether the value is a number, and not infinite.
func Finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// Alike says whether two values are the same but for rounding.
func Alike(a, b float64) bool {
	return a == b || Finite(a) && Finite(b) && math.Abs(a-b) <= 1e-9*max(math.Abs(a), math.Abs(b), 1e-3)
}

// Cleaned takes off what is left of a product of round numbers.
func Cleaned(v float64) float64 {
	if v == 0 {
		return 0
	}
	power := math.Pow(10, 11-math.Floor(math.Log10(math.Abs(v))))
	if math.IsInf(power, 0) || power == 0 {
		return v
	}
	return math.Round(v*power) / power
}
