package report

import "math"

// Chance writes a share of draws out of 100, without passing off what is rare as never or what is likely as always.
func Chance(share float64) string { return chance(share, "<", ">") }

// Draws is how many draws shares are of, 0 where that is not known. Shares are told of 100 draws; where there are fewer, draws
// are counted.
type Draws int

// fewDraws is below how many a share of 100 would promise more than there is.
const fewDraws = 100

func (d Draws) few() bool { return d > 0 && d < fewDraws }

// Of is what shares are told of, behind a number: of 100 draws.
func (d Draws) Of() string {
	if d.few() {
		return "of " + Count(int(d), "draw", "draws")
	}
	return "of 100 draws"
}

// Chance writes a share by itself, where it stands elsewhere what it is of.
func (d Draws) Chance(share float64) string {
	if d.few() {
		return Tenth(share * float64(d)) // ties are shared
	}
	return Chance(share)
}

// In writes a share as sentences have it: 12 of 100 draws.
func (d Draws) In(share float64) string {
	if d.few() {
		return d.Chance(share) + " " + d.Of()
	}
	return OfHundred(share) + " draws"
}

// Least writes a share that something holds in at least, as sentences have it: 90 of 100, or 90 % of fewer draws.
func (d Draws) Least(share float64) string {
	if d.few() {
		return Tenth(100*share) + " %"
	}
	return LeastOfHundred(share)
}

// AtLeast writes the same behind a heading that is of draws: 90 or more.
func (d Draws) AtLeast(share float64) string {
	if d.few() {
		return d.Least(share) + " or more"
	}
	return Tenth(100*share) + " or more"
}

// OfHundred is a chance in words: 12 of 100.
func OfHundred(share float64) string { return chance(share, "fewer than ", "more than ") + " of 100" }

func chance(share float64, fewer, more string) string {
	text := Decimal(100*share, 0)
	switch {
	case share > 0 && text == "0":
		return fewer + "1"
	case share < 1 && text == "100":
		return more + "99"
	}
	return text
}

// ChanceBeside is Chance, with as many decimals as it takes to show on which side of a least chance the share is.
func ChanceBeside(share, least float64) string {
	if d := decimalsBeside(share, least); d > 0 {
		return Decimal(100*share, d)
	}
	return Chance(share)
}

// OfHundredBeside is OfHundred, with as many decimals as it takes to show on which side of a least chance the share is.
func OfHundredBeside(share, least float64) string {
	if d := decimalsBeside(share, least); d > 0 {
		return Decimal(100*share, d) + " of 100"
	}
	return OfHundred(share)
}

// LeastOfHundred writes a least chance that somebody chose, in full: 79.5 of 100.
func LeastOfHundred(share float64) string { return Full(math.Round(1e8*share)/1e6) + " of 100" }

// decimalsBeside is how many decimals of 100 shares take to show on which side of the least the share is; at most six.
func decimalsBeside(share, least float64) int {
	const rounding = 1e-9
	for d := range 6 {
		scale := math.Pow10(d)
		written := math.Round(100*share*scale) / scale
		if (written < 100*least-rounding) == (share < least-rounding) {
			return d
		}
	}
	return 6
}
