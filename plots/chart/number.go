package chart

import (
	"math"
	"strconv"
	"strings"
)

// Minus is the minus sign; a hyphen is too short and breaks lines.
const Minus = "\u2212"

// Unit says how a value is written: divided, with a sign before and a word after.
type Unit struct {
	Prefix, Suffix string
	Divisor        float64 // 0 is 1
	Signed         bool    // plus sign before what is above zero
}

// Percent writes per cent of values that are per cent.
var Percent = Unit{Suffix: "%"}

// Thousands is money that is kept in thousands, written in the unit that suits the largest value: £850k or £12m.
func Thousands(currency string, largest float64) Unit {
	if math.Abs(largest) < 1000 {
		return Unit{Prefix: currency, Suffix: "k"}
	}
	return Unit{Prefix: currency, Suffix: "m", Divisor: 1000}
}

// Format writes a value with so many decimals, thousands separators and a real minus sign before the currency:
// −£1,234.5m. What rounds to zero has no sign.
func (u Unit) Format(v float64, decimals int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "–"
	}
	// FormatFloat alone would write a half by its even neighbour: 96.5 as 96.
	power := math.Pow(10, float64(decimals))
	digits := strconv.FormatFloat(math.Round(math.Abs(u.Scaled(v))*power)/power, 'f', decimals, 64)
	sign := ""
	switch zero := !strings.ContainsAny(digits, "123456789"); {
	case zero:
	case v < 0:
		sign = Minus
	case u.Signed:
		sign = "+"
	}
	return sign + u.Prefix + separated(digits) + u.Suffix
}

// Scaled is the value in the unit that is written.
func (u Unit) Scaled(v float64) float64 {
	return v / u.divisor()
}

// Rounded is the value that Format writes, in the unit of the value itself.
func (u Unit) Rounded(v float64, decimals int) float64 {
	power := math.Pow(10, float64(decimals))
	return math.Copysign(math.Round(math.Abs(u.Scaled(v))*power)/power*u.divisor(), v)
}

func (u Unit) divisor() float64 {
	if u.Divisor == 0 {
		return 1
	}
	return u.Divisor
}

// Decimals is how many decimals a value needs to be read with two to three figures; none where it is whole.
func (u Unit) Decimals(v float64) int {
	switch size := math.Abs(u.Scaled(v)); {
	case size >= 9.95 || math.Abs(size-math.Round(size)) < 1e-6:
		return 0
	case size >= 0.0995 || math.IsNaN(size):
		return 1
	default:
		return 2
	}
}

// DecimalsAmong is how many decimals tell values apart: as many as their range needs, none where all are whole.
func (u Unit) DecimalsAmong(values []float64) int {
	lo, hi, whole := math.Inf(1), math.Inf(-1), true
	for _, v := range values {
		v = u.Scaled(v)
		lo, hi = min(lo, v), max(hi, v)
		whole = whole && math.Abs(v-math.Round(v)) < 1e-6
	}
	if hi == lo {
		lo = 0
	}
	switch size := math.Abs(hi - lo); {
	case whole || size >= 19.95:
		return 0
	case size >= 0.0995:
		return 1
	default:
		return 2
	}
}

// Short writes a value with as many decimals as it needs.
func (u Unit) Short(v float64) string { return u.Format(v, u.Decimals(v)) }

// Full writes a number in full, with the fewest digits that tell it from every other, a real minus sign and thousands
// separators. What would be mostly zeros is written with an exponent.
func Full(v float64) string {
	size := math.Abs(v)
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		return "–"
	case v == 0:
		return "0"
	}
	sign := ""
	if v < 0 {
		sign = Minus
	}
	if size < 1e-7 || size >= 1e15 {
		return sign + strings.ReplaceAll(strconv.FormatFloat(size, 'g', -1, 64), "-", Minus)
	}
	return sign + separated(strconv.FormatFloat(size, 'f', -1, 64))
}

// separated puts a comma before every third digit before the point.
func separated(digits string) string {
	whole, fraction, found := strings.Cut(digits, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if found {
		whole += "." + fraction
	}
	return whole
}

// Finite says whether the value is a number, and not infinite.
func Finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }
