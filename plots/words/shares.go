package words

import (
	"fmt"
	"math"

	"reconfig/plots/chart"
)

// proportion is a share of draws or cells as figures write it. Only what holds in all of them is 100%, and only what holds
// in none is 0%.
type proportion struct {
	bound   string // > or <, where the share is so near to one or to nothing that only a limit is written
	percent string
}

func proportionOf(share float64) proportion {
	switch {
	case InAll(share):
		return proportion{percent: "100%"}
	case share > 0.999:
		return proportion{">", "99.9%"}
	case share > 0.99:
		return proportion{percent: chart.Percent.Format(100*share, 1)}
	case InNone(share):
		return proportion{percent: "0%"}
	case share < 0.001:
		return proportion{"<", "0.1%"}
	}
	return proportion{percent: Percent(100 * share)}
}

// shareRounding is the rounding of shares that were added up.
const shareRounding = 1e-9

// InAll says whether a share is all, but for rounding.
func InAll(share float64) bool { return share >= 1-shareRounding }

// InNone says whether a share is nothing, but for rounding.
func InNone(share float64) bool { return share <= shareRounding }

// Chance writes a share as short as can be: 13%, >99.9%.
func Chance(share float64) string {
	p := proportionOf(share)
	return p.bound + p.percent
}

// ShareOf writes a share of several in words: 13% of draws, all cases, less than 0.1% of draws.
func ShareOf(several string, share float64) string {
	switch p := proportionOf(share); {
	case InAll(share):
		return "all " + several
	case p.bound == ">":
		return "more than " + p.percent + " of " + several
	case p.bound == "<":
		return "less than " + p.percent + " of " + several
	default:
		return p.percent + " of " + several
	}
}

// InDraws is how often something holds, as titles say it.
func InDraws(share float64) string { return ShareOf("draws", share) }

// InOnlyDraws is the same of what holds seldom.
func InOnlyDraws(share float64) string {
	if proportionOf(share).bound == "<" {
		return InDraws(share)
	}
	return "only " + InDraws(share)
}

// AtLeast writes the share that several have at least, in whole per cent.
func AtLeast(share float64) string {
	if InAll(share) {
		return "all draws"
	}
	return fmt.Sprintf("at least %.0f%% of draws", math.Floor(100*share+1e-9))
}

// Roughly writes a share of draws in whole per cent, for tables where there is no space for more. Only what holds in all
// draws is 100%, and only what holds in none is 0%.
func Roughly(share float64) string {
	switch {
	case InAll(share) || InNone(share):
		return Chance(share)
	case share >= 0.995:
		return ">99%"
	case share < 0.005:
		return "<1%"
	}
	return chart.Percent.Format(100*share, 0)
}

// ShareCell writes a share of draws or cases in a table; nothing if it is not known.
func ShareCell(share float64) string {
	if !IsShare(share) {
		return ""
	}
	return Chance(share)
}

// IsShare says whether the value can be written as a share.
func IsShare(v float64) bool { return v >= 0 && v <= 1+1e-9 }

// SureShare is the share of draws from which on something holds almost whatever the assumptions.
const SureShare = 0.9

// IsSure says whether a share of draws is that much, as it is written: in whole per cent.
func IsSure(share float64) bool { return math.Round(100*share) >= 100*SureShare }

// UnderStructures says of how many structures something holds.
func UnderStructures(n, of int) string {
	switch {
	case n == of && of == 2:
		return "under both structures"
	case n == of:
		return "under every structure"
	case n == 0:
		return "under no structure"
	}
	return fmt.Sprintf("under %s of %s structures", Number(n), Number(of))
}
