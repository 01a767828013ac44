package report

import (
	"math"
	"strconv"
	"strings"

	"reconfig/plots/chart"
)

// Decimal writes a number as the figures do, so that both say the same: thousands separators, a real minus sign, a dash
// for what is not there.
func Decimal(v float64, decimals int) string {
	switch {
	case math.IsInf(v, 1):
		return "∞"
	case math.IsInf(v, -1):
		return chart.Minus + "∞"
	}
	return chart.Unit{}.Format(v, decimals)
}

// Money writes thousands of money in millions with the currency's sign, as in −£1.2m.
func Money(currency string, thousands float64) string {
	return chart.Unit{Prefix: currency, Suffix: "m", Divisor: 1000}.Format(thousands, 1)
}

// Percent writes a share of 1 in per cent, to one decimal.
func Percent(share float64) string { return Decimal(100*share, 1) }

// Tenth writes a number to one decimal, if it then has one.
func Tenth(v float64) string {
	if tenths := math.Round(10 * v); tenths == 10*math.Round(tenths/10) {
		return Decimal(v, 0)
	}
	return Decimal(v, 1)
}

// RoundedApart explains why a difference may not be that of the two numbers beside it.
const RoundedApart = "Differences are those of the exact values, so their last digit may not be that of the numbers shown."

// Significant writes a number to about four significant digits.
func Significant(v float64) string {
	switch a := math.Abs(v); {
	case a >= 10000:
		last := math.Pow(10, math.Floor(math.Log10(a))-3)
		return Decimal(math.Round(v/last)*last, 0)
	case a >= 1000 || a == math.Trunc(a):
		return Decimal(v, 0)
	case a >= 100:
		return Decimal(v, 1)
	case a >= 10:
		return Decimal(v, 2)
	}
	return Decimal(v, 3)
}

// Full writes a number in full.
func Full(v float64) string {
	return strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), "-", chart.Minus, 1)
}

// Years writes a number of years: 1 year, 7.5 years.
func Years(v float64) string {
	if v == 1 {
		return "1 year"
	}
	return Full(v) + " years"
}

// Count writes a number of things: 1 post, 2 posts.
func Count(n int, singular, plural string) string {
	if n == 1 {
		return "1 " + singular
	}
	return Decimal(float64(n), 0) + " " + plural
}

// Range writes both ends of a range with a word or a sign between them, or one where both read the same.
func Range(low, high float64, decimals int, between string) string {
	from, to := Decimal(low, decimals), Decimal(high, decimals)
	if from == to {
		return from
	}
	return from + between + to
}

// ReadAlike says whether two percentages are printed alike.
func ReadAlike(a, b float64) bool { return Decimal(a, 1) == Decimal(b, 1) }

// readsZero says whether a number that is written with so many decimals has no digit but 0.
func readsZero(v float64, decimals int) bool {
	return math.Round(math.Abs(v)*math.Pow10(decimals)) == 0
}
