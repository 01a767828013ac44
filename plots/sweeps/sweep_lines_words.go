package sweeps

import (
	"fmt"
	"math"
	"strings"

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

// title says what changes most along the assumption.
func (all sweepCourses) title(ctx figure.Context) string {
	most := all.lines[all.steepest()]
	first, last, _ := most.ends()
	from, to := all.Write(first.Y), all.Write(last.Y)
	subject := fmt.Sprintf("%s of %s", words.Sentence(all.Named()), ctx.Name(most.Code))
	if all.base != "" {
		subject += " less that of " + ctx.Name(all.base)
	}
	if all.by != nil {
		subject += fmt.Sprintf(" (%s)", most.Heading)
	}
	path := fmt.Sprintf("as %s %s from %s to %s", all.along.Name(), all.along.Verb("goes", "go"), all.along.Write(first.X), all.along.Write(last.X))
	switch {
	case from == to && len(all.lines) > 1:
		return fmt.Sprintf("%s hardly changes %s", words.Sentence(all.Named()), path)
	case from == to:
		return fmt.Sprintf("%s is %s at both ends %s", subject, from, path)
	case !most.monotone():
		return fmt.Sprintf("%s goes from %s to %s, not straight, %s", subject, from, to, path)
	case last.Y > first.Y:
		return fmt.Sprintf("%s rises from %s to %s %s", subject, from, to, path)
	}
	return fmt.Sprintf("%s falls from %s to %s %s", subject, from, to, path)
}

func (all sweepCourses) description(ctx figure.Context) string {
	items := make([]string, len(all.lines))
	for i, c := range all.lines {
		first, last, _ := c.ends()
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
