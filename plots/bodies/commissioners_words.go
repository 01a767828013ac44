package bodies

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// title says in how many draws bodies are on target; without draws, how many are.
func (s *shortfalls) title(d figure.Data) string {
	if !s.drawn() {
		return atCentralValues(d.Context, d.Outcomes, s.titleOfOne(d.Context))
	}
	least, most := 0, 0
	for k := range s.structures {
		if s.meanShare(k) < s.meanShare(least) {
			least = k
		}
		if s.meanShare(k) > s.meanShare(most) {
			most = k
		}
	}
	if least == most {
		which := s.which(d.Context, "every structure")
		return fmt.Sprintf("%s are on target in %s of draws under %s", words.Sentence(d.BodyPlural), s.shares(least), which)
	}
	return fmt.Sprintf("%s are on target in %s of draws under %s, in %s under %s",
		words.Sentence(d.BodyPlural), s.shares(least), d.Said(s.structures[least]), s.shares(most), d.Said(s.structures[most]))
}

// meanShare is the share of draws in which a body is on target under a structure, on average.
func (s *shortfalls) meanShare(structure int) float64 {
	sum := 0.0
	for _, b := range s.bodies {
		sum += b.Under[structure].Share
	}
	return sum / float64(len(s.bodies))
}

// shares is from the least share of draws to the greatest.
func (s *shortfalls) shares(structure int) string {
	compare := func(a, b bodyRow) int { return cmp.Compare(a.Under[structure].Share, b.Under[structure].Share) }
	lo, hi := slices.MinFunc(s.bodies, compare).Under[structure].Share, slices.MaxFunc(s.bodies, compare).Under[structure].Share
	if words.Chance(lo) == words.Chance(hi) {
		return words.Chance(lo)
	}
	return words.Chance(lo) + " to " + words.Chance(hi)
}

// onTarget counts those that are in the central draw.
func (s *shortfalls) onTarget(structure int) int {
	n := 0
	for _, b := range s.bodies {
		if b.Under[structure].OnTarget {
			n++
		}
	}
	return n
}

// titleOfOne counts how many are on target in one draw.
func (s *shortfalls) titleOfOne(ctx figure.Context) string {
	least, most := 0, 0
	for k := range s.structures {
		if s.onTarget(k) < s.onTarget(least) {
			least = k
		}
		if s.onTarget(k) > s.onTarget(most) {
			most = k
		}
	}
	n, all := s.onTarget(most), len(s.bodies)
	if all < s.of {
		return fmt.Sprintf("How far %s end from their targets", ctx.BodyPlural)
	}
	if n != s.onTarget(least) {
		return fmt.Sprintf("From %s (%s) to %s (%s) of %s %s are on target",
			words.Counted(s.onTarget(least)), ctx.Said(s.structures[least]), words.Counted(n), ctx.Said(s.structures[most]), words.Counted(all), ctx.BodyPlural)
	}
	switch n {
	case 0:
		return fmt.Sprintf("No %s is on target under %s", ctx.BodySingular, s.which(ctx, "any structure"))
	case all:
		return fmt.Sprintf("All %s %s are on target under %s", words.Counted(all), ctx.BodyPlural, s.which(ctx, "every structure"))
	}
	return fmt.Sprintf("%s of %s %s are on target under %s", words.Counted(n), words.Counted(all), ctx.BodyPlural, s.which(ctx, "every structure"))
}

// which is careful not to speak of structures that the figure does not show.
func (s *shortfalls) which(ctx figure.Context, all string) string {
	switch {
	case len(s.structures) == 1:
		return ctx.Said(s.structures[0])
	case s.total > len(s.structures):
		return all + " shown"
	}
	return all
}

// notes say what counts as on target, and what is left out.
func (s *shortfalls) notes(d figure.Data) []string {
	notes := []string{whatOnTargetIs(d.Context)}
	if !s.drawn() {
		notes = append(notes, onlyCentral(d.Context, d.Outcomes))
	}
	if len(s.alike) > 0 {
		notes = append(notes, fmt.Sprintf("For every %s %s %s by less than %s from a structure shown", d.BodySingular,
			words.Listed(figure.SaidOf(d.Context, s.alike)), words.OneOrMore(len(s.alike), "differs", "differ"), words.Points(pointsApart)))
	}
	if len(s.left) > 0 {
		notes = append(notes, "There is no space for "+words.Listed(figure.SaidOf(d.Context, s.left)))
	}
	if n := len(s.bodies); n < s.of {
		notes = append(notes, fmt.Sprintf("The %s %s furthest above their targets and the %s furthest below; the other %s lie between", words.Counted(n/2), d.BodyPlural, words.Counted(n-n/2), words.Counted(s.of-n)))
	}
	return notes
}

// whatOnTargetIs says what counts as on target.
func whatOnTargetIs(ctx figure.Context) string {
	if !(ctx.Tolerance > 0) {
		return "On target means within the tolerance set for it"
	}
	return "On target: at most " + chart.Full(words.Cleaned(100*ctx.Tolerance)) + "% of the cut is missing"
}

func (s *shortfalls) description(ctx figure.Context) string {
	items := make([]string, len(s.structures))
	for k, code := range s.structures {
		compare := func(a, b bodyRow) int { return cmp.Compare(a.Under[k].Above, b.Under[k].Above) }
		items[k] = fmt.Sprintf("%s from %s in %s to %s in %s", ctx.Said(code), s.end(slices.MinFunc(s.bodies, compare), k), slices.MinFunc(s.bodies, compare).Name,
			s.end(slices.MaxFunc(s.bodies, compare), k), slices.MaxFunc(s.bodies, compare).Name)
		if s.drawn() {
			items[k] += ", on target in " + s.shares(k) + " of draws"
		} else {
			items[k] += fmt.Sprintf(", %s of %s on target", words.Counted(s.onTarget(k)), words.Counted(len(s.bodies)))
		}
	}
	text := fmt.Sprintf("Dot chart of how far the cost of each %s is above its target when that is due, in percentage points of its cost at the start: %s.", ctx.BodySingular, strings.Join(items, "; "))
	if s.drawn() {
		text += ctx.BracketsHold()
	}
	return text
}

// end is how far a body ends above its target, in words.
func (s *shortfalls) end(b bodyRow, structure int) string {
	write := func(v float64) string { return gapUnit.Format(v, 1) }
	return write(b.Under[structure].Above) + b.Under[structure].InBrackets(write)
}
