package decisions

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   240,
	Name:    "switching",
	Summary: "which assumptions would change the choice by themselves, and from which value on",
	Needs:   figure.RowsOf(result.SwitchingRow{}),
	Page:    switchingPage,
})

// turn is a value from which on another structure is best.
type turn struct {
	At   float64 // NaN if there is none
	Then string  // code of the structure that takes over
}

func (t turn) known() bool { return words.Finite(t.At) }

// switcher is an assumption that changes the choice by itself.
type switcher struct {
	figure.Input
	Unit, Kind, Strength string
	Low, Base, High      float64
	Below, Above         turn // the nearest to the base on either side
}

// nearest is how much of the way from the base to the end of the range the nearest turn is.
func (s switcher) nearest() float64 {
	share := func(t turn, end float64) float64 {
		if !t.known() {
			return math.Inf(1)
		}
		if end == s.Base {
			return 0
		}
		return math.Abs((t.At - s.Base) / (end - s.Base))
	}
	return min(share(s.Below, s.Low), share(s.Above, s.High))
}

// outside says whether the base is not in the range, as where the user set it.
func (s switcher) outside() bool { return s.Base < s.Low || s.Base > s.High }

// switched is what the figure is drawn from.
type switched struct {
	figure.Measure
	preferred string     // code of the structure that is best in the base; empty if rows differ
	switchers []switcher // the nearest first
	total     int        // of assumptions
}

// mostSwitchers is how many rows a reader takes in.
const mostSwitchers = 12

func switchingPage(d figure.Data) chart.Page {
	d.Source = words.Either(d.SourceOfPlan, d.Source) // of the base alone
	all, found := switchedOf(d.Context, d.Switching)
	if !found {
		return figure.Nothing("assumptions with a low, a central and a high value")
	}
	if len(all.switchers) == 0 {
		return figure.Pointless(words.Lowered(strings.TrimSuffix(all.none(d.Context), ".")))
	}
	ranges := all.ranges(d.Context)
	return chart.Page{
		Title:       all.title(d.Context),
		Subtitle:    d.Subtitle(fmt.Sprintf("Where another structure gets the %s %s, with one assumption alone over its plausible range, all others at %s values", all.Extreme(), all.Named(), d.CentralOrSet()), figure.YearsOf(d.Trajectories).Period()),
		Footer:      d.Footer(all.notes(d.CentralOrSet() + " value")...),
		Description: all.description(d.Context),
		BodyHeight:  ranges.height(),
		Body:        ranges.draw,
	}
}

// switchedOf reads the table; false if it has no assumption with a range.
func switchedOf(ctx figure.Context, rows []result.SwitchingRow) (switched, bool) {
	fit := func(r result.SwitchingRow) bool {
		return words.Finite(float64(r.Low)) && words.Finite(float64(r.Base)) && words.Finite(float64(r.High)) && r.Low < r.High
	}
	o, rows, found := figure.RowsOfOne(ctx, rows, func(r result.SwitchingRow) string { return r.Outcome }, fit)
	if !found {
		return switched{}, false
	}
	all := switched{Measure: ctx.Measure(o)}
	for _, r := range rows {
		if all.total++; all.total == 1 {
			all.preferred = r.Preferred
		} else if r.Preferred != all.preferred {
			all.preferred = ""
		}
		s := switcher{
			Input: ctx.Input(r.Assumption), Unit: r.AssumptionUnit, Kind: r.Kind, Strength: r.Strength, Low: float64(r.Low), Base: float64(r.Base), High: float64(r.High),
			Below: turn{float64(r.Below), r.ThenBelow}, Above: turn{float64(r.Above), r.ThenAbove},
		}
		if s.Below.known() || s.Above.known() {
			all.switchers = append(all.switchers, s)
		}
	}
	slices.SortStableFunc(all.switchers, func(a, b switcher) int { return cmp.Compare(a.nearest(), b.nearest()) })
	return all, true
}

// title counts the assumptions that change the choice.
func (all switched) title(ctx figure.Context) string {
	n, choice := len(all.switchers), "the choice"
	if all.preferred != "" {
		choice += " of " + ctx.Said(all.preferred)
	}
	switch {
	case all.total == 1:
		return fmt.Sprintf("The one assumption that was varied, %s, can change %s", all.switchers[0].Said(), choice)
	case n == all.total:
		return fmt.Sprintf("Each of %s assumptions can change %s by itself", words.Number(n), choice)
	case n == 1:
		return fmt.Sprintf("Only one of %s assumptions, %s, can change %s by itself", words.Number(all.total), all.switchers[0].Said(), choice)
	case 5*n <= all.total:
		return fmt.Sprintf("Only %s of %s assumptions can change %s by themselves", words.Number(n), words.Number(all.total), choice)
	}
	return words.Sentence(fmt.Sprintf("%s of %s assumptions can change %s by themselves", words.Number(n), words.Number(all.total), choice))
}

// none says in words what there is where no assumption changes the choice.
func (all switched) none(ctx figure.Context) string {
	if all.preferred == "" {
		return "Whichever assumption is varied from its low to its high value, the same structure stays best."
	}
	return fmt.Sprintf("Whichever assumption is varied from its low to its high value, %s stays best.", ctx.Said(all.preferred))
}

// shown are those that the figure has space for.
func (all switched) shown() []switcher { return all.switchers[:min(len(all.switchers), mostSwitchers)] }

// notes say what is shown and what is not; base is what a value is called from which an assumption moves.
func (all switched) notes(base string) []string {
	n, left := len(all.switchers), all.total-len(all.switchers)
	if n == 0 {
		return nil
	}
	notes := []string{"Nearest to the " + base + " first, by how much of the way to the end of the range the value lies"}
	switch hidden := n - len(all.shown()); {
	case hidden == 1:
		notes = append(notes, "One more changes the choice, farther from the "+base)
	case hidden > 1:
		notes = append(notes, words.Sentence(words.Number(hidden))+" more change the choice, farther from the "+base)
	}
	switch {
	case left == 1:
		notes = append(notes, "The one other assumption does not change the choice")
	case left > 1:
		notes = append(notes, fmt.Sprintf("None of the other %s assumptions changes the choice", words.Number(left)))
	}
	notes = append(notes, "Farther beyond a switching value the best structure may change again", figure.AboutEvidence)
	if slices.ContainsFunc(all.shown(), switcher.outside) {
		notes = append(notes, "A "+base+" outside its range is drawn at the end of it")
	}
	return notes
}

func (all switched) description(ctx figure.Context) string {
	if len(all.switchers) == 0 {
		return all.none(ctx)
	}
	items := make([]string, len(all.shown()))
	for i, s := range all.shown() {
		items[i] = fmt.Sprintf("%s %s to %s, %s value %s", words.WithUnit(s.Name, s.Unit), words.Full(s.Low), words.Full(s.High), ctx.CentralOrSet(), words.Full(s.Base))
		if s.Below.known() {
			items[i] += fmt.Sprintf(", below %s %s", s.write(s.Below.At), taking(ctx, s.Below))
		}
		if s.Above.known() {
			items[i] += fmt.Sprintf(", above %s %s", s.write(s.Above.At), taking(ctx, s.Above))
		}
	}
	preferred := ""
	if all.preferred != "" {
		preferred = fmt.Sprintf(" With all assumptions at %s values, %s has the %s.", ctx.CentralOrSet(), ctx.Said(all.preferred), all.Extreme())
	}
	return fmt.Sprintf("Chart of the values at which another structure gets the %s %s, one row for each assumption.%s Range, %s value and what is best beyond: %s.",
		all.Extreme(), all.Named(), preferred, ctx.CentralOrSet(), strings.Join(items, "; "))
}

// taking names the structure that takes over.
func taking(ctx figure.Context, t turn) string {
	return words.Either(ctx.Name(t.Then), "another structure")
}

// write writes a switching value with three figures, or as many as tell it from the base.
func (s switcher) write(v float64) string {
	text := words.Rounded(v, 3)
	for n := 4; n <= 6 && text == words.Full(s.Base) && v != s.Base; n++ {
		text = words.Rounded(v, n)
	}
	return text
}
