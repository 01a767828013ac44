package decisions

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   280,
	Name:    "information",
	Summary: "what it would be worth to know an assumption before deciding",
	Needs:   figure.RowsOf(result.InformationRow{}),
	Narrow:  true,
	Page:    informationPage,
})

// known is what it is worth to know an input.
type known struct {
	figure.Input
	input     string
	Members   int
	Strength  string
	Value     float64
	Error     float64 // standard error; NaN if not known
	ChangesAt float64 // NaN if the choice does not change
	ChangesTo string

	Correlated bool // with assumptions outside it
}

// everything says whether it stands for perfect information.
func (k known) everything() bool { return k.input == result.Everything }

func (k known) group() bool { return k.Members > 1 && !k.everything() }

// interval is the 95% interval of the value, which cannot be below zero.
func (k known) interval() figure.Interval {
	return figure.Interval{Lo: max(0, k.Value-within95*k.Error), Hi: max(0, k.Value+within95*k.Error)}
}

// within95 is how many standard errors to either side hold 95% of a normal distribution.
const within95 = 1.96

// sure says whether the value is told from zero.
func (k known) sure() bool {
	return k.Value > 0 && !(k.Value-within95*k.Error <= 0)
}

// informed is what the figure is drawn from.
type informed struct {
	figure.Measure
	inputs []known // everything first, then groups, then single assumptions, each by falling value
	single int     // how many single assumptions the table has
}

// How many inputs a reader can take in.
const (
	mostGroupsKnown = 4
	mostKnown       = 10
)

// leastKnown is the share of what everything is worth below which a bar would not be seen.
const leastKnown = 0.01

func informationPage(d figure.Data) chart.Page {
	all, found := informedOf(d.Context, d.Information)
	if !found || d.FewDraws() {
		return figure.Nothing("values of information from at least 100 draws")
	}
	if everything, there := all.everything(); there && everything.Value == 0 {
		return figure.Pointless("knowing more before deciding would not change the choice in any draw")
	}
	bars := all.bars()
	bars.Width = d.Print().Body()
	key := all.key(bars)
	return chart.Page{
		Title: all.title(),
		Subtitle: d.Subtitle(words.Joined("By how much the expected "+all.Named()+" of the best choice rises if an input is known first", all.Words, d.DrawsInWords()),
			figure.YearsOf(d.Trajectories).Period()),
		Footer:      d.Footer(all.notes(d.Context)...),
		Description: all.description(d.Context),
		BodyHeight:  chart.KeyHeightIn(key, d.Print().Body()) + bars.Height(),
		Body:        func(c draw.Canvas) { bars.Draw(chart.DrawKey(c, key)) },
	}
}

// informedOf reads the values of an outcome; false if there are none.
func informedOf(ctx figure.Context, rows []result.InformationRow) (informed, bool) {
	o, rows, found := figure.RowsOfOne(ctx, rows, func(r result.InformationRow) string { return r.Outcome }, func(r result.InformationRow) bool { return words.Finite(float64(r.Value)) })
	if !found {
		return informed{}, false
	}
	var blocks [3][]known
	var values []float64
	for _, r := range rows {
		k := known{ctx.Input(r.Input), r.Input, r.Members, r.Strength, max(0, float64(r.Value)), math.Abs(float64(r.StandardError)), float64(r.ChangesAt), r.ChangesTo, r.Correlated == result.YesNo(true)}
		switch {
		case k.everything():
			blocks[0] = append(blocks[0], k)
		case k.group():
			blocks[1] = append(blocks[1], k)
		default:
			blocks[2] = append(blocks[2], k)
		}
		values = append(values, k.Value)
	}
	all := informed{Measure: ctx.Measure(o, values...).Difference(), single: len(blocks[2])}
	all.Unit.Signed = false
	for i, block := range blocks {
		slices.SortStableFunc(block, func(a, b known) int { return cmp.Compare(b.Value, a.Value) })
		if i > 0 && len(blocks[0]) > 0 {
			block = visible(block, leastKnown*blocks[0][0].Value)
		}
		most := mostKnown - len(all.inputs)
		if i == 1 {
			most = mostGroupsKnown
		}
		all.inputs = append(all.inputs, block[:min(len(block), most)]...)
	}
	for _, k := range all.inputs {
		all.Measure = all.ToldFrom(k.Value, k.interval())
	}
	return all, true
}

// visible leaves out inputs, in order of their value, that are worth less than the least; the first stays.
func visible(inputs []known, least float64) []known {
	for i, k := range inputs {
		if i > 0 && k.Value < least {
			return inputs[:i]
		}
	}
	return inputs
}

// everything is the row of perfect information, if there is one.
func (all informed) everything() (known, bool) {
	return all.inputs[0], all.inputs[0].everything()
}

// mostWorth is the single assumption that is worth most to know, of those whose worth is told from zero, or where there
// is none the group.
func (all informed) mostWorth() (known, bool) {
	for _, group := range []bool{false, true} {
		for _, k := range all.inputs {
			if !k.everything() && k.group() == group && k.sure() {
				return k, true
			}
		}
	}
	return known{}, false
}

// write writes a value with its unit, which may be points.
func (all informed) write(v float64) string {
	return strings.TrimSpace(all.Short(v) + " " + strings.ToLower(all.Axis()))
}

// title says what is worth most to know, beside everything.
func (all informed) title() string {
	everything, found := all.everything()
	top, sure := all.mostWorth()
	switch {
	case found && len(all.inputs) == 1:
		return "Knowing everything before deciding is worth " + all.write(everything.Value)
	case found && !sure:
		return "Nothing by itself is surely worth knowing before deciding; everything together is worth " + all.write(everything.Value)
	case !sure:
		return "Nothing by itself is surely worth knowing before deciding"
	}
	title := fmt.Sprintf("Knowing %s before deciding is worth up to %s", top.Said(), all.write(top.Value))
	if found {
		title += "; knowing everything, " + all.write(everything.Value)
	}
	return title
}

func (all informed) notes(ctx figure.Context) []string {
	notes := []string{"Values of several inputs do not add up"}
	everything, perfect := all.everything()
	if perfect && everything.Value > 0 {
		notes = append(notes, "Everything includes which way failures and refusals fall, which nobody can know")
	}
	shown := 0
	for _, k := range all.inputs {
		if !k.group() && !k.everything() {
			shown++
		}
	}
	switch {
	case shown == 1 && all.single > 1 && perfect:
		notes = append(notes, fmt.Sprintf("Of %s single assumptions, the one worth most; the others are each worth less than 1%% of everything", words.Number(all.single)))
	case shown < all.single:
		notes = append(notes, fmt.Sprintf("The %s single assumptions worth most, of %s", words.Number(shown), words.Number(all.single)))
	}
	if slices.ContainsFunc(all.inputs, func(k known) bool { return figure.Stated(k.Strength) }) {
		notes = append(notes, figure.AboutEvidence)
	}
	if slices.ContainsFunc(all.inputs, func(k known) bool { return k.Correlated }) {
		notes = append(notes, "†: correlated with others, and worth what it tells of those too")
	}
	return append(notes, all.changesTo(ctx))
}

// changesTo says which structure becomes the best beyond the values at which the choice changes.
func (all informed) changesTo(ctx figure.Context) string {
	inputs := map[string][]string{}
	var codes []string
	for _, k := range all.inputs {
		if words.Finite(k.ChangesAt) && k.ChangesTo != "" {
			inputs[k.ChangesTo] = append(inputs[k.ChangesTo], k.Said())
			codes = append(codes, k.ChangesTo)
		}
	}
	var texts []string
	for _, code := range words.Unique(codes) {
		texts = append(texts, fmt.Sprintf("%s for %s", ctx.Said(code), words.Listed(inputs[code])))
	}
	if len(texts) == 0 {
		return ""
	}
	return "Choice changes at: beyond this value, in the assumption’s own unit, another structure is best in the mean of draws, over all other assumptions. " +
		"There the choice changes to " + strings.Join(texts, "; to ")
}

func (all informed) description(ctx figure.Context) string {
	items := make([]string, len(all.inputs))
	for i, k := range all.inputs {
		items[i] = k.name() + figure.EvidenceInWords(k.Strength) + " " + all.Short(k.Value)
		if in := k.interval(); in.Wide() {
			items[i] += in.InBrackets(all.Short)
		}
		if words.Finite(k.ChangesAt) {
			items[i] += ", choice changes at " + k.change()
			if k.ChangesTo != "" {
				items[i] += " to " + ctx.Said(k.ChangesTo)
			}
		}
	}
	return fmt.Sprintf("Bar chart of what it is worth to know an input before deciding, in %s, %s. In brackets, the 95%% interval of the estimate: %s.",
		all.Named(), all.Words, strings.Join(items, "; "))
}
