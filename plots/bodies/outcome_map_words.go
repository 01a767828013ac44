package bodies

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// extreme is the least or the largest value, and where it is.
type extreme struct {
	Value     float64
	Structure string
	Bodies    []string // names of those that have it under the structure
}

// extremes are those of all panels; of structures with the same, the first.
func (all outcomesOnMap) extremes() (lo, hi extreme) {
	for i, p := range all.Panels {
		low, high := all.extremesOf(p)
		if i == 0 || low.Value < lo.Value && !words.Alike(low.Value, lo.Value) {
			lo = low
		}
		if i == 0 || high.Value > hi.Value && !words.Alike(high.Value, hi.Value) {
			hi = high
		}
	}
	return lo, hi
}

func (all outcomesOnMap) extremesOf(p outcomePanel) (lo, hi extreme) {
	lo, hi = extreme{Value: math.Inf(1), Structure: p.Code}, extreme{Value: math.Inf(-1), Structure: p.Code}
	for _, v := range p.Values {
		if words.Finite(v) {
			lo.Value, hi.Value = min(lo.Value, v), max(hi.Value, v)
		}
	}
	short := all.shortBodies()
	for i, v := range p.Values {
		for _, end := range []*extreme{&lo, &hi} {
			if words.Alike(v, end.Value) {
				end.Bodies = append(end.Bodies, short[i])
			}
		}
	}
	return lo, hi
}

// where names the only commissioner that has the value, or counts them.
func (e extreme) where(ctx figure.Context) string {
	if len(e.Bodies) == 1 {
		return e.Bodies[0]
	}
	return words.Number(len(e.Bodies)) + " " + ctx.BodyPlural
}

// whereUnder says under which structure besides.
func (e extreme) whereUnder(ctx figure.Context) string {
	return e.where(ctx) + " under " + ctx.Said(e.Structure)
}

// title says from where to where the outcome runs, and under which structure.
func (all outcomesOnMap) title(ctx figure.Context) string {
	lo, hi := all.extremes()
	subject := words.Sentence(all.shown.words)
	whole := ""
	switch {
	case all.Same && all.Some:
		whole = " under every structure shown"
	case all.Same:
		whole = ", whatever the structure"
	case lo.Structure == hi.Structure:
		whole = " under " + ctx.Said(lo.Structure)
	}
	if words.Alike(lo.Value, hi.Value) {
		if len(all.Panels) > 1 {
			whole = " under every structure shown"
		}
		return fmt.Sprintf("%s is %s in every %s%s", subject, all.InSentence(lo.Value), ctx.BodySingular, whole)
	}
	where := extreme.where
	if whole == "" { // neither whatever the structure nor of one
		where = extreme.whereUnder
	}
	if all.Some && len(all.Panels) > 1 {
		whole += ", of the structures shown"
	}
	return fmt.Sprintf("%s runs from %s (%s) to %s (%s)%s", subject, all.InSentence(lo.Value), where(lo, ctx), all.Short(hi.Value), where(hi, ctx), whole)
}

func (all outcomesOnMap) description(ctx figure.Context) string {
	items := make([]string, len(all.Panels))
	for i, p := range all.Panels {
		lo, hi := all.extremesOf(p)
		items[i] = fmt.Sprintf("%s from %s in %s to %s in %s, median %s", all.heading(ctx, p), all.InSentence(lo.Value), lo.where(ctx), all.InSentence(hi.Value), hi.where(ctx), all.InSentence(p.median()))
	}
	return fmt.Sprintf("Maps of tiles, one for each %s near where it is, shaded by %s: %s.", ctx.BodySingular, all.shown.words, strings.Join(items, "; "))
}

// heading says which structure a panel is of.
func (all outcomesOnMap) heading(ctx figure.Context, p outcomePanel) string {
	if all.Same {
		return "Under every structure shown"
	}
	return ctx.Name(p.Code)
}

// median is the middle of the known values, or the mean of the two in the middle.
func (p outcomePanel) median() float64 {
	known := slices.DeleteFunc(slices.Clone(p.Values), func(v float64) bool { return !words.Finite(v) })
	slices.Sort(known)
	n := len(known)
	return (known[(n-1)/2] + known[n/2]) / 2
}
