package bodies

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// evenTarget says what the target asks of all alike, where it does.
func (all bySize) evenTarget(ctx figure.Context) string {
	if all.asked.uneven() {
		return ""
	}
	_, most := all.asked.extremes()
	if most.Value <= 0 {
		return "The target asks no " + ctx.BodySingular + " for a cut"
	}
	return "The target asks the same of every " + ctx.BodySingular + ": " + words.Percent(most.Value) + " of its cost"
}

// title says where a group gains or loses most, and the group that fares most unlike it.
func (all bySize) title(ctx figure.Context) string {
	var code string
	var most, other sizedGroup
	for _, s := range all.structures {
		for _, g := range s.Groups {
			if code == "" || math.Abs(g.Value) > math.Abs(most.Value) {
				code, most = s.Code, g
			}
		}
	}
	other = most
	for _, s := range all.structures {
		for _, g := range s.Groups {
			if s.Code == code && math.Abs(g.Value-most.Value) > math.Abs(other.Value-most.Value) {
				other = g
			}
		}
	}
	points := func(g sizedGroup) string { return chart.Unit{}.Format(math.Abs(g.Value), 1) }
	under := "Under " + ctx.Said(code) + ", against the status quo, "
	if said := all.of(code).notBySize(ctx); said != "" {
		return under + said
	}
	switch {
	case math.Abs(most.Value) < leastGain:
		return "Some " + ctx.BodyPlural + " gain capacity or lose it, but no group of like size does on the whole"
	case points(other) == points(most) && other.Value*most.Value > 0:
		return under + fmt.Sprintf("%s of every size %s%s %s points of capacity", ctx.BodyPlural, verb(most, "gain", "lose"), most.onAverage(), points(most))
	case math.Abs(other.Value) < leastGain:
		return under + fmt.Sprintf("%s %s%s %s points of capacity, %s none", whichSize(ctx, most), verb(most, "gains", "loses"), most.onAverage(), points(most), whichSizeOf(ctx, other))
	case other.Value*most.Value < 0:
		return under + fmt.Sprintf("%s %s%s %s points of capacity, %s %s %s", whichSize(ctx, most), verb(most, "gains", "loses"), most.onAverage(), points(most), whichSizeOf(ctx, other), verb(other, "gains", "loses"), points(other))
	}
	return under + fmt.Sprintf("%s %s%s %s points of capacity, %s %s", whichSize(ctx, most), verb(most, "gains", "loses"), most.onAverage(), points(most), whichSizeOf(ctx, other), points(other))
}

// onAverage owns up to it in the title where the value is the mean of a group's bodies.
func (g sizedGroup) onAverage() string {
	if g.Single {
		return ""
	}
	return " on average"
}

// notBySize says that bodies which share a sector fare alike whatever their size, where groups differ only as some of their
// bodies are alone in their sector and so share nothing; else nothing. It says from where to where their dots lie: the means that
// are drawn are of all bodies.
func (s sizedStructure) notBySize(ctx figure.Context) string {
	alone, means, values := 0, []float64{}, []float64{}
	for _, b := range s.Bodies {
		switch {
		case b.Alone && math.Abs(b.Value) >= leastGain:
			return ""
		case b.Alone:
			alone++
		default:
			values = append(values, b.Value)
		}
	}
	for _, g := range s.Groups {
		if mean := s.meanOfSharing(g); !math.IsNaN(mean) {
			means = append(means, mean)
		}
	}
	if alone == 0 || len(means) < 2 {
		return ""
	}
	least, most := slices.MinFunc(means, byMagnitude), slices.MaxFunc(means, byMagnitude)
	const alike = 0.2 // of the greatest: less is no effect of size
	if least*most <= 0 || math.Abs(most-least) > alike*math.Abs(most) {
		return ""
	}
	least, most = slices.MinFunc(values, byMagnitude), slices.MaxFunc(values, byMagnitude)
	if slices.ContainsFunc(values, func(v float64) bool { return v*most <= 0 }) {
		return ""
	}
	verb, points := "lose", chart.Unit{}
	if most > 0 {
		verb = "gain"
	}
	from, to := points.Format(math.Abs(least), 1), points.Format(math.Abs(most), 1)
	if from != to {
		to = from + " to " + to
	}
	return fmt.Sprintf("%s that share a sector %s %s points of capacity, whatever their size; the %s alone %s none", ctx.BodyPlural, verb, to, words.Number(alone), verb)
}

// verb is the word for a value above nothing, or that for one below.
func verb(g sizedGroup, above, below string) string {
	if g.Value > 0 {
		return above
	}
	return below
}

// whichSize is the words for a group: the smallest third of PCTs or, of two, the smallest PCT.
func whichSize(ctx figure.Context, g sizedGroup) string {
	if g.Single {
		return "the " + g.Size + " " + ctx.BodySingular
	}
	return "the " + g.Size + " third of " + ctx.BodyPlural
}

// whichSizeOf is the words for a group of which the bodies were named before.
func whichSizeOf(ctx figure.Context, g sizedGroup) string {
	if g.Single {
		return "the " + g.Size
	}
	return "the " + g.Size + " third"
}

func (all bySize) description(ctx figure.Context) string {
	items := make([]string, len(all.structures))
	for i, s := range all.structures {
		groups := make([]string, len(s.Groups))
		for j, g := range s.Groups {
			groups[j] = whichSizeOf(ctx, g) + " " + gainUnit.Format(g.Value, 1)
		}
		least, most := s.extremes()
		items[i] = fmt.Sprintf("%s: %s; single %s from %s (%s) to %s (%s)", ctx.Said(s.Code), strings.Join(groups, ", "), ctx.BodyPlural,
			gainUnit.Format(least.Value, 1), least.Name, gainUnit.Format(most.Value, 1), most.Name)
	}
	asked := all.evenTarget(ctx)
	if asked == "" {
		least, most := all.asked.extremes()
		asked = fmt.Sprintf("The target asks for from %s (%s) to %s (%s) of the cost at the start", words.Percent(least.Value), least.Name, words.Percent(most.Value), most.Name)
	}
	return fmt.Sprintf("Dot charts of each %s’s capacity against the status quo when the target is due, by population, in percentage points: %s. %s.",
		ctx.BodySingular, strings.Join(items, ". "), asked)
}

// gainers says how many gain and lose, of what does not read as nothing.
func (s sizedStructure) gainers() string {
	gaining, losing := 0, 0
	for _, b := range s.Bodies {
		switch {
		case b.Value >= leastGain:
			gaining++
		case b.Value <= -leastGain:
			losing++
		}
	}
	text := fmt.Sprintf("%s %s, %s %s", words.Counted(gaining), words.OneOrMore(gaining, "gains", "gain"), words.Counted(losing), words.OneOrMore(losing, "loses", "lose"))
	if rest := len(s.Bodies) - gaining - losing; rest > 0 {
		text += fmt.Sprintf(", %s %s", words.Counted(rest), words.OneOrMore(rest, "does neither", "do neither"))
	}
	return text
}
