// Package sensitivity draws the figures of sensitivity analyses, the cheapest method first: which assumptions move the answer,
// and how far.
package sensitivity

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// mostRows is how many inputs a figure of sensitivity shows; those that matter least are summed up.
const mostRows = 10

// negligible says whether an effect is no more than an error of rounding beside the greatest.
func negligible(size, greatest float64) bool { return words.Finite(greatest) && size <= 1e-9*greatest }

// shownOfRanked is how many of so many rows are shown: all if it would be only one more.
func shownOfRanked(n int) int {
	if n == mostRows+1 {
		return n
	}
	return min(n, mostRows)
}

// shareUnit writes shares in per cent.
var shareUnit = chart.Unit{Suffix: "%", Divisor: 0.01}

// shareScale is an axis of shares. What errors of estimation leave below zero needs no whole step.
func shareScale(lo, hi float64) chart.Scale {
	scale := chart.NewScale(lo, hi, 0.01, 5, shareUnit)
	scale.Min = max(scale.Min, lo-0.02*(hi-lo))
	return scale
}

// inPercent writes a share of the variance in whole per cent, as such shares are seldom known better.
func inPercent(share float64) string {
	if hardlyAny(share) {
		return "<1%"
	}
	return shareUnit.Format(share, 0)
}

// hardlyAny says whether a share would read as nothing, and is not.
func hardlyAny(share float64) bool { return share > 0 && share < 0.005 }

// percentInWords is the same in a sentence.
func percentInWords(share float64) string {
	if hardlyAny(share) {
		return "less than 1%"
	}
	return inPercent(share)
}

// percentBetween writes an interval of such a share; nothing if it has none.
func percentBetween(lo, hi float64) string {
	if !(figure.Interval{Lo: lo, Hi: hi}).Known() {
		return ""
	}
	return fmt.Sprintf(" (%s to %s)", inPercent(lo), inPercent(hi))
}

// movesMost is the title of figures of how far each assumption moves the answer. The sizes fall.
func movesMost(ctx figure.Context, a figure.Asked, names []string, sizes []float64, on string) string {
	leaders := 1
	for leaders < len(sizes) && ctx.Move(a.Question, sizes[leaders]) == ctx.Move(a.Question, sizes[0]) {
		leaders++
	}
	by := ctx.Move(a.Question, sizes[0]) + on
	switch {
	case sizes[0] == 0 && len(names) == 1:
		return fmt.Sprintf("%s does not move %s", names[0], a.Answer())
	case sizes[0] == 0:
		return "No assumption alone moves " + a.Answer()
	case len(names) == 1:
		return fmt.Sprintf("%s moves %s %s", names[0], a.Answer(), by)
	case math.IsInf(sizes[0], 0):
		return fmt.Sprintf("%s can move %s %s", words.These(names[:leaders], "assumptions"), a.Answer(), by)
	case leaders == 1:
		return fmt.Sprintf("%s moves %s most, %s", names[0], a.Answer(), by)
	case leaders == len(names):
		return fmt.Sprintf("%s move %s alike, %s", words.These(names, "assumptions"), a.Answer(), by)
	}
	return fmt.Sprintf("%s move %s most, %s", words.These(names[:leaders], "assumptions"), a.Answer(), by)
}

// unsettled owns up to a design that has too few points for its indices; nothing where that is not known.
func unsettled(rows []result.SettlingRow, q result.Question) string {
	var last result.SettlingRow
	for _, row := range rows {
		if row.Question == q && row.Points >= last.Points {
			last = row
		}
	}
	if last.Points == 0 || last.Settled == result.YesNo(true) {
		return ""
	}
	return "Not settled yet: take more points"
}

// basePoints is how many points the design has, if that is known.
func basePoints(points int) string {
	if points <= 0 {
		return ""
	}
	return words.Unbroken(words.Number(points) + " base points")
}

// aboutBesides explains them where they are shown.
func aboutBesides(ctx figure.Context, names []string) string {
	var about []string
	if slices.Contains(names, figure.BodyErrors) {
		about = append(about, ctx.Label(figure.BodyErrors)+": errors of the estimated costs of single "+ctx.BodyPlural)
	}
	if slices.Contains(names, figure.Chances) {
		about = append(about, ctx.Label(figure.Chances)+": which way failures and refusals fall")
	}
	return strings.Join(about, "; ")
}
