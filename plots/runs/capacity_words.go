package runs

import (
	"fmt"
	"strings"

	"reconfig/plots/figure"
	"reconfig/plots/series"
	"reconfig/plots/words"
)

// ofShown says in the title that it is of those drawn, where others are not.
func (dips dips) ofShown() string {
	if dips.left == 0 {
		return ""
	}
	return fmt.Sprintf(" under the %s structures shown", words.Number(len(dips.lines)))
}

func (dips dips) measure() string {
	if dips.alone {
		return "Capacity under the structure alone, % of that at the start"
	}
	return "Capacity, cuts included, % of that at the start"
}

// lowestOfDraws says how far capacity falls in single draws, where the lines show less.
func (dips dips) lowestOfDraws() string {
	ofDraws := words.Percent(dips.lost.OfDraws)
	if dips.lost.OfDraws < tie || ofDraws == words.Percent(dips.lost.OfCourse) {
		return ""
	}
	return "Draws are lowest at different times: the mean of each draw’s lowest capacity is up to " + ofDraws + " below the start"
}

// title says how far capacity falls, and whether it comes back.
func (dips dips) title(ctx figure.Context) string {
	lost, average, one := words.Percent(dips.lost.OfCourse), dips.onAverage(ctx), len(dips.lines) == 1
	name := ctx.Said(dips.lines[0].Code)
	switch none := dips.lost.OfCourse < tie; {
	case none && !dips.alone:
		return "Capacity never falls below where it starts" + dips.ofShown()
	case none && one:
		return name + " alone takes no capacity"
	case none:
		return "Reorganisation alone takes no capacity" + dips.ofShown()
	case dips.alone && one:
		return fmt.Sprintf("%s alone takes %s of capacity%s", name, lost, average) + dips.backAlone()
	case dips.alone:
		return fmt.Sprintf("Reorganisation alone takes up to %s of capacity%s", lost, average) + dips.backAlone() + dips.ofShown()
	case one:
		return words.Sentence(dips.withCuts() + fmt.Sprintf("%s takes %s of capacity%s", name, lost, average) + dips.backOfOne())
	}
	back, shown := dips.back()
	return words.Sentence(dips.withCuts() + fmt.Sprintf("capacity falls by up to %s%s", lost, average) + back + shown)
}

// withCuts begins a title where cuts to the target take capacity too.
func (dips dips) withCuts() string {
	if dips.due == 0 {
		return ""
	}
	return "with cuts to the target, "
}

// backAlone says that what the structures take comes back, where all of it does.
func (dips dips) backAlone() string {
	if dips.ending(func(end float64) bool { return end > 100-tie }) < len(dips.lines) {
		return ""
	}
	return " at first, and none in the end"
}

// backOfOne says that the capacity of one structure ends higher than it starts, where it does.
func (dips dips) backOfOne() string {
	if dips.ending(isHigher) == 0 {
		return ""
	}
	return " at first, but adds some in the end"
}

// back says under how many structures capacity ends higher than it starts, and, where others are not drawn, of how many.
func (dips dips) back() (back, shown string) {
	switch n := dips.ending(isHigher); n {
	case 0:
		return "", dips.ofShown()
	case len(dips.lines):
		return " at first, but ends higher than it starts", dips.ofShown()
	default:
		if dips.left > 0 {
			shown = " shown"
		}
		return ", but ends higher than it starts " + words.UnderStructures(n, len(dips.lines)), shown
	}
}

// isHigher says whether a capacity, in per cent of the start, is above that.
func isHigher(capacity float64) bool { return capacity > 100+tie }

// ending counts the structures whose last capacity is such.
func (dips dips) ending(such func(float64) bool) int {
	n := 0
	for _, s := range dips.lines {
		if such(s.Last()) {
			n++
		}
	}
	return n
}

// onAverage owns up to it in the title where the values are means of draws.
func (dips dips) onAverage(ctx figure.Context) string {
	if dips.drawn {
		return ctx.OnAverage()
	}
	return ""
}

func (dips dips) description(ctx figure.Context) string {
	values := series.Values(ctx, dips.lines, func(s series.Line) string {
		return fmt.Sprintf("%s, %s", words.Percent(s.Lowest()), words.Percent(s.Last())) + s.LastBand().InBrackets(words.Percent)
	})
	of := "with the target"
	if dips.alone {
		of = "of the structure alone"
	}
	return fmt.Sprintf("Line chart of capacity under %s by quarter, %s, %s, in per cent of that at the start. Lowest and last value: %s.",
		series.Structures(ctx, dips.lines), of, dips.years.Period(), values) + series.Brackets(ctx, dips.lines)
}

// othersInGrey names the grey lines where the key only counts them.
func othersInGrey(ctx figure.Context, all []series.Line) string {
	if others := outOfFocus(ctx, all); len(others) > 1 {
		return "In grey: " + strings.Join(others, "; ")
	}
	return ""
}

func outOfFocus(ctx figure.Context, all []series.Line) []string {
	var names []string
	for _, s := range all {
		if !ctx.Look(s.Code).Focus {
			names = append(names, ctx.Said(s.Code))
		}
	}
	return names
}
