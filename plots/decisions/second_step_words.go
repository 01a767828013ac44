package decisions

import (
	"fmt"
	"slices"
	"strings"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// alternative is another way than the two steps, at its best.
type alternative struct {
	mean  float64
	title string // that it is the best
}

// alternatives are those that are there.
func (s stepping) alternatives() []alternative {
	all := []alternative{
		{s.straight, "Going straight to the last step is better on average than two steps, whenever the second is taken"},
		{s.firstOnly, "The first step alone is better on average than any second step"},
	}
	if len(s.late) > 0 {
		best := s.best(s.late)
		all = append(all, alternative{best.Mean, fmt.Sprintf("Waiting until %s and then taking the last step at once is better on average than two steps", yearOf(best.Year))})
	}
	if s.apart {
		all = append(all, alternative{0, "The status quo is better on average than one step or two, whenever these are taken"})
	}
	return slices.DeleteFunc(all, func(a alternative) bool { return !words.Finite(a.mean) })
}

// yearOf writes a year from the start.
func yearOf(year float64) string { return "year " + chart.Full(year) }

// title says when to take the second step, if at all.
func (s stepping) title(ctx figure.Context) string {
	best, worst := s.best(s.both), s.worst(s.both)
	name := words.Sentence(s.Named())
	if s.Outcome.Better() == result.Neither {
		first, last := s.both[0], s.both[len(s.both)-1]
		return fmt.Sprintf("%s of %s%s goes from %s to %s as the second step moves from %s to %s", name, ctx.Said(s.Code), s.against(), s.Write(first.Mean), s.Write(last.Mean), yearOf(first.Year), yearOf(last.Year))
	}
	var ahead alternative
	for _, a := range s.alternatives() {
		if s.Before(a.mean, best.Mean) < 0 && s.Short(a.mean) != s.Short(best.Mean) && (ahead.title == "" || s.Before(a.mean, ahead.mean) < 0) {
			ahead = a
		}
	}
	switch {
	case ahead.title != "":
		return ahead.title
	case s.Short(best.Mean) == s.Short(s.straight):
		return fmt.Sprintf("Two steps come to the same as going straight to the last, %s%s, with the second in %s", s.Write(best.Mean), s.onAverage(), yearOf(best.Year))
	case len(s.both) == 1:
		return fmt.Sprintf("With the second step in %s, %s is %s%s", yearOf(best.Year), s.Named(), s.Write(best.Mean), s.onAverage())
	case s.Short(best.Mean) == s.Short(worst.Mean):
		return fmt.Sprintf("When the second step is taken does not matter: %s is %s%s", s.Named(), s.Write(best.Mean), s.onAverage())
	}
	other := s.Write(worst.Mean) + " in " + yearOf(worst.Year)
	if words.Finite(s.straight) {
		other = s.Write(s.straight) + " going straight to the last step"
	}
	if s.soonerTheBetter() {
		return fmt.Sprintf("The sooner the second step the better: %s%s if decided in %s; %s", s.Write(best.Mean), s.onAverage(), yearOf(best.Year), other)
	}
	return fmt.Sprintf("The second step is best decided in %s: %s%s; %s", yearOf(best.Year), s.Write(best.Mean), s.onAverage(), other)
}

// onAverage says what values in titles are.
func (s stepping) onAverage() string { return " on average" + s.against() }

// against says what values are held against.
func (s stepping) against() string {
	if s.apart {
		return " against the status quo"
	}
	return ""
}

// soonerTheBetter says whether every later year is worse, so that the best is no more than the first that was tried.
func (s stepping) soonerTheBetter() bool {
	for i, later := range s.both[1:] {
		if s.Before(s.both[i].Mean, later.Mean) >= 0 {
			return false
		}
	}
	return len(s.both) > 1
}

// howSure says how often two steps at their best are better than one.
func (s stepping) howSure(ctx figure.Context) string {
	best := s.best(s.both)
	if !words.Finite(best.Better) || best.Better < 0 || best.Better > 1+1e-9 {
		return ""
	}
	return fmt.Sprintf("With the second step in %s, two steps are better than going straight to the last in %s", yearOf(best.Year), words.InDraws(best.Better))
}

func (s stepping) leftOut() string {
	switch s.others {
	case 0:
		return ""
	case 1:
		return "The table has one more structure in steps"
	}
	return fmt.Sprintf("The table has %s more structures in steps", words.Number(s.others))
}

func (s stepping) description(ctx figure.Context) string {
	steps := func(all []stepTaken) string {
		items := make([]string, len(all))
		for i, step := range all {
			items[i] = yearOf(step.Year) + " " + s.Short(step.Mean) + step.InBrackets(s.Short)
		}
		return strings.Join(items, "; ")
	}
	less := ""
	if s.apart {
		less = ", less that under the status quo in the same draw,"
	}
	text := fmt.Sprintf("Line chart of %s of %s%s by the year in which the second step is decided, mean of %s: %s.", s.Named(), ctx.Said(s.Code), less, ctx.DrawsInWords(), steps(s.both))
	for _, one := range []struct {
		mean float64
		name string
	}{{s.straight, straightName}, {s.firstOnly, firstOnlyName}} {
		if words.Finite(one.mean) {
			text += " " + one.name + ": " + s.Short(one.mean) + "."
		}
	}
	if len(s.late) > 0 {
		text += " " + lateName + ": " + steps(s.late) + "."
	}
	if s.banded() {
		text += ctx.BracketsHold()
	}
	return text
}
