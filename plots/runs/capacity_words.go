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

// title says how far capacity falls.
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
		return fmt.Sprintf("%s alone takes %s of capacity%s", name, lost, average)
	case dips.alone:
		return fmt.Sprintf("Reorganisation alone takes up to %s of capacity%s", lost, average) + dips.ofShown()
	case dips.due == 0 && one:
		return fmt.Sprintf("%s takes %s of capacity%s", name, lost, average)
	case dips.due == 0:
		return fmt.Sprintf("Capacity falls by up to %s%s", lost, average) + dips.ofShown()
	case one:
		return fmt.Sprintf("With cuts to the target, %s takes %s of capacity%s", name, lost, average)
	}
	return fmt.Sprintf("With cuts to the target, capacity falls by up to %s%s", lost, average) + dips.ofShown()
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
