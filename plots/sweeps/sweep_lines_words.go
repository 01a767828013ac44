package sweeps

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// steepest is the index of the line that changes most.
func (all sweepCourses) steepest() int {
	most, change := 0, -1.0
	for i, c := range all.lines {
		if first, last, found := c.ends(); found && math.Abs(last.Y-first.Y) > change {
			most, change = i, math.Abs(last.Y-first.Y)
		}
	}
	return most
}

// subject is the index of the line that the title speaks of: that of the structure which is best at most points, if it is in colour, else
// that which changes most.
func (all sweepCourses) subject(ctx figure.Context) int {
	i := slices.IndexFunc(all.lines, func(c course) bool { return c.Code == all.best })
	if all.by == nil && all.base != "" && i >= 0 && all.look(ctx, i).Focus {
		if _, _, found := all.lines[i].ends(); found {
			return i
		}
	}
	return all.steepest()
}

// flat says why no line goes up or down as figures write it; nothing where one does.
func (all sweepCourses) flat(ctx figure.Context) string {
	for _, c := range all.lines {
		for _, s := range c.Steps {
			if all.Short(s.Y) != all.Short(c.Steps[0].Y) {
				return ""
			}
		}
	}
	against := ""
	if all.base != "" {
		against = ", against " + ctx.Said(all.base) + ","
	}
	values := all.along.Values
	return fmt.Sprintf("%s%s stays the same under every structure as %s %s from %s to %s", all.Named(), against, all.along.Name(), all.along.Verb("goes", "go"), all.along.Write(values[0]), all.along.Write(values[len(values)-1]))
}

// title says how the best structure fares along the assumption, or the line that changes most: of differences who is ahead at either
// end, and how clear that is.
func (all sweepCourses) title(ctx figure.Context) string {
	most := all.lines[all.subject(ctx)]
	first, last, _ := most.ends()
	path := fmt.Sprintf("as %s %s from %s to %s", all.along.Name(), all.along.Verb("goes", "go"), all.along.Write(first.X), all.along.Write(last.X))
	switch same := all.Write(first.Y) == all.Write(last.Y); {
	case same && all.base != "" && len(all.lines) > 1 && all.level():
		return fmt.Sprintf("%s: no difference from %s changes much %s", words.Sentence(all.Named()), ctx.Said(all.base), path)
	case same && all.base == "" && len(all.lines) > 1:
		return fmt.Sprintf("%s hardly changes %s", words.Sentence(all.Named()), path)
	case all.base == "":
		return all.titleOfOutcome(ctx, most, path)
	}
	subject := fmt.Sprintf("%s: %s%s is ", words.Sentence(all.Named()), all.onAverage(), ctx.Said(most.Code))
	at := func(s along) string { return " at " + all.along.Name() + " " + all.along.Write(s.X) }
	title := subject + all.standing(first.Y, ctx.Said(all.base)) + at(first) + conjunction(first.Y, last.Y) + all.standing(last.Y, "") + " at " + all.along.Write(last.X)
	if !most.monotone() {
		title += ", not straight between"
	}
	return title + all.doubt(most)
}

// level says whether no difference changes much.
func (all sweepCourses) level() bool {
	first, last, _ := all.lines[all.steepest()].ends()
	return all.Write(first.Y) == all.Write(last.Y)
}

// onAverage owns up to it in the title where the values are means of draws.
func (all sweepCourses) onAverage() string {
	if all.statistic == result.Mean {
		return "on average "
	}
	return ""
}

// clear counts the points of a line at which nearly all draws agree which is better, of those of which it is known.
func (all sweepCourses) clear(c course) (clear, known int) {
	for _, s := range c.Steps {
		if p, found := all.pair(s.point, c.Code, all.base); found && words.IsShare(p.better) {
			known++
			if max(p.better, 1-p.better) >= words.SureShare-1e-9 {
				clear++
			}
		}
	}
	return clear, known
}

// doubt says in the title where the difference is not clear.
func (all sweepCourses) doubt(c course) string {
	switch clear, known := all.clear(c); clear {
	case known:
		return ""
	case 0:
		return "; clear at no point"
	default:
		return fmt.Sprintf("; clear at %s of %s points", words.Number(clear), words.Number(known))
	}
}

// aboutClear says what the title calls clear.
func (all sweepCourses) aboutClear(ctx figure.Context) string {
	if all.base == "" || all.by != nil || all.doubt(all.lines[all.subject(ctx)]) == "" {
		return ""
	}
	return fmt.Sprintf("Clear: in at least %.0f of 100 draws the same of the two is better", 100*words.SureShare)
}

// conjunction joins two differences in a sentence.
func conjunction(first, last float64) string {
	if first*last < 0 {
		return ", but "
	}
	return " and "
}

// titleOfOutcome says how an outcome that is shown as it is goes along the assumption.
func (all sweepCourses) titleOfOutcome(ctx figure.Context, most course, path string) string {
	first, last, _ := most.ends()
	from, to := all.Write(first.Y), all.Write(last.Y)
	subject := fmt.Sprintf("%s of %s", words.Sentence(all.Named()), ctx.Said(most.Code))
	if all.by != nil {
		subject += fmt.Sprintf(" (%s)", most.Heading)
	}
	switch {
	case from == to:
		return fmt.Sprintf("%s is %s at both ends %s", subject, from, path)
	case !most.monotone():
		return fmt.Sprintf("%s goes from %s to %s, not straight, %s", subject, from, to, path)
	case last.Y > first.Y:
		return fmt.Sprintf("%s rises from %s to %s %s", subject, from, to, path)
	}
	return fmt.Sprintf("%s falls from %s to %s %s", subject, from, to, path)
}

// standing says how a difference leaves its first structure: ahead of the second or behind it where higher is better, else
// above or below. The second may be left out.
func (all sweepCourses) standing(v float64, second string) string {
	m := all.Measure
	m.Unit.Signed = false
	size := m.InSentence(math.Abs(v))
	if size == m.InSentence(0) {
		return strings.TrimSpace("level " + prefixed("with ", second))
	}
	up, down := "above", "below"
	if all.Outcome.Better() == result.Higher {
		up, down = "ahead", "behind"
	}
	switch {
	case v < 0:
		return strings.TrimSpace(size + " " + down + " " + second)
	case up == "ahead":
		return strings.TrimSpace(size + " ahead " + prefixed("of ", second))
	}
	return strings.TrimSpace(size + " " + up + " " + second)
}

// prefixed puts a word before a text that there is.
func prefixed(word, text string) string {
	if text == "" {
		return ""
	}
	return word + text
}

func (all sweepCourses) description(ctx figure.Context) string {
	items := make([]string, len(all.lines))
	for i, c := range all.lines {
		first, last, found := c.ends()
		if !found || all.hasNever() {
			first, last = c.Steps[0], c.Steps[len(c.Steps)-1]
		}
		items[i] = fmt.Sprintf("%s from %s to %s", c.Heading, all.withBand(first), all.withBand(last))
	}
	less := ""
	if all.base != "" {
		less = " less that of " + ctx.Name(all.base)
	}
	return fmt.Sprintf("Line chart of %s%s as %s %s from %s to %s: %s.", all.Named(), less, all.along.Name(), all.along.Verb("goes", "go"),
		all.along.Write(all.along.Values[0]), all.along.Write(all.along.Values[len(all.along.Values)-1]), strings.Join(items, "; "))
}

// withBand writes a value, with its band in brackets.
func (all sweepCourses) withBand(s along) string {
	if !s.band.Wide() {
		return all.Short(s.Y)
	}
	return all.Short(s.Y) + s.band.InBrackets(all.Short)
}
