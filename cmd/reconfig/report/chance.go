package report

// Chance writes a share of draws out of 100, without passing off what is rare as never or what is likely as always.
func Chance(share float64) string { return chance(share, "<", ">") }

// OfHundred is a chance in words: 12 of 100.
func OfHundred(share float64) string { return chance(share, "fewer than ", "more than ") + " of 100" }

func chance(share float64, fewer, more string) string {
	switch {
	case share > 0 && share < 0.005:
		return fewer + "1"
	case share < 1 && share > 0.995:
		return more + "99"
	}
	return Decimal(100*share, 0)
}
