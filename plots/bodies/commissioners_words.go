package bodies

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// title says in how many draws bodies are on target, or how far they end from it where the figure shows only that; without
// draws, how many are.
func (s *shortfalls) title(d figure.Data) string {
	switch {
	case !s.drawn():
		return atCentralValues(d.Context, d.Outcomes, s.titleOfOne(d.Context))
	case len(s.structures) == 1:
		return fmt.Sprintf("%s are on target in %s of draws under %s", words.Sentence(d.BodyPlural), s.shares(0), d.Said(s.structures[0]))
	}
	least, most := 0, 0
	for k := range s.structures {
		if s.mean(k) < s.mean(least) {
			least = k
		}
		if s.mean(k) > s.mean(most) {
			most = k
		}
	}
	title := fmt.Sprintf("%s end %s target on average under ", words.Sentence(d.BodyPlural), s.ends(least))
	if s.ends(least) == s.ends(most) {
		return title + s.which(d.Context, "every structure")
	}
	return fmt.Sprintf("%s%s, %s under %s", title, d.Said(s.structures[least]), s.ends(most), d.Said(s.structures[most]))
}

// mean is how far bodies end above their targets under a structure, on average.
func (s *shortfalls) mean(structure int) float64 {
	sum := 0.0
	for _, b := range s.bodies {
		sum += b.Under[structure].Above
	}
	return sum / float64(len(s.bodies))
}

// ends is from how far below to how far above target bodies end, as in 2.1 points below to 4.6 above.
func (s *shortfalls) ends(structure int) string {
	compare := func(a, b bodyRow) int { return cmp.Compare(a.Under[structure].Above, b.Under[structure].Above) }
	lo, hi := slices.MinFunc(s.bodies, compare).Under[structure].Above, slices.MaxFunc(s.bodies, compare).Under[structure].Above
	write := func(v float64) string { return chart.Unit{}.Format(math.Abs(v), 1) }
	switch {
	case lo < 0 && hi > 0:
		return write(lo) + " points below to " + write(hi) + " above"
	case lo < 0:
		return between(write(hi), write(lo)) + " points below"
	}
	return between(write(lo), write(hi)) + " points above"
}

// between is a range in words; one value where both ends are written alike.
func between(lo, hi string) string {
	if lo == hi {
		return lo
	}
	return lo + " to " + hi
}

// shares is from the least share of draws to the greatest.
func (s *shortfalls) shares(structure int) string {
	compare := func(a, b bodyRow) int { return cmp.Compare(a.Under[structure].Share, b.Under[structure].Share) }
	lo, hi := slices.MinFunc(s.bodies, compare).Under[structure].Share, slices.MaxFunc(s.bodies, compare).Under[structure].Share
	return between(words.Chance(lo), words.Chance(hi))
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
	switch {
	case !s.drawn():
		notes = append(notes, onlyCentral(d.Context, d.Outcomes))
	case len(s.structures) > 1:
		notes = append(notes, s.howOften(d.Context))
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

// howOften says in how many draws bodies are on target, which has no column where there are several structures.
func (s *shortfalls) howOften(ctx figure.Context) string {
	items := make([]string, len(s.structures))
	for k, code := range s.structures {
		items[k] = s.shares(k) + " under " + ctx.Said(code)
	}
	return "Draws in which " + ctx.BodyPlural + " are on target: " + strings.Join(items, "; ")
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
