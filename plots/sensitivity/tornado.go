package sensitivity

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
	Order:   160,
	Name:    "tornado",
	Summary: "how far each assumption alone moves the answer, from its low to its high value",
	Needs:   figure.RowsOf(result.TornadoRow{}),
	Narrow:  true,
	Page:    tornadoPage,
})

// swing is what one assumption does to the answer.
type swing struct {
	figure.Input
	Unit, Kind, Strength  string
	Low, High             float64 // of the assumption
	AtLow, AtBase, AtHigh float64 // the answer
	Size                  float64 // highest less lowest answer
}

// reach is how far the answers that are known lie apart; NaN if that in the base is not.
func (s swing) reach() float64 {
	lo, hi := s.AtBase, s.AtBase
	for _, v := range []float64{s.AtLow, s.AtHigh} {
		if !math.IsNaN(v) {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	return hi - lo
}

// turns says whether some of the answers lie above zero and some below.
func (s swing) turns() bool {
	above := s.AtLow > 0 || s.AtBase > 0 || s.AtHigh > 0
	below := s.AtLow < 0 || s.AtBase < 0 || s.AtHigh < 0
	return s.Size > 0 && above && below
}

// swings is what the figure is drawn from.
type swings struct {
	figure.Asked
	all   []swing // the widest first
	shown []swing
	base  float64

	baseInWords string // in the unit that suits it alone
}

func tornadoPage(d figure.Data) chart.Page {
	all, found := swingsOf(d.Context, d.Tornado)
	if !found {
		return figure.Nothing("answers at low and high values of assumptions")
	}
	base := "At central values "
	if d.Set {
		base = "Central or set " // short, or it pushes the mark of zero away from its line
	}
	bars := all.bars(base + all.baseInWords)
	bars.Width = d.Print().Body()
	measure := words.Joined(words.Sentence(all.Analysed(d.Context)), all.Words, "with one assumption alone at its low or high value")
	return chart.Page{
		Title:       all.title(d.Context),
		Subtitle:    d.Subtitle(measure, figure.YearsOf(d.Trajectories).Period()),
		Measure:     words.Guided(measure, all.Direction(d.Context)),
		Footer:      d.Footer(all.notes(d.Context)...),
		Description: all.description(d.Context),
		BodyHeight:  bars.Height(),
		Body:        bars.Draw,
	}
}

// swingsOf reads the table; false if no assumption has a swing.
func swingsOf(ctx figure.Context, rows []result.TornadoRow) (swings, bool) {
	q, rows := figure.RowsAsked(ctx, rows, func(r result.TornadoRow) result.Question { return r.Question })
	all := swings{base: math.NaN()}
	for _, r := range rows {
		s := swingOf(ctx, r)
		if math.IsNaN(s.Size) {
			continue
		}
		if math.IsNaN(all.base) {
			all.base = s.AtBase
		}
		all.all = append(all.all, s)
	}
	if len(all.all) == 0 {
		return swings{}, false
	}
	slices.SortStableFunc(all.all, func(a, b swing) int { return cmp.Compare(b.Size, a.Size) })
	for i, s := range all.all {
		if negligible(s.Size, all.all[0].Size) {
			all.all[i].Size = 0
		}
	}
	all.shown = all.all[:shownOfRanked(len(all.all))]
	if moving := slices.IndexFunc(all.shown, func(s swing) bool { return s.Size == 0 }); moving > 0 {
		all.shown = all.shown[:moving]
	}
	all.Asked = ctx.Asked(q, all.answers()...)
	all.baseInWords = ctx.Asked(q, all.base).InThreeFigures(all.base)
	return all, true
}

func swingOf(ctx figure.Context, r result.TornadoRow) swing {
	s := swing{
		Input: ctx.Input(r.Assumption), Unit: r.AssumptionUnit, Kind: r.Kind, Strength: r.Strength, Low: float64(r.Low), High: float64(r.High),
		AtLow: float64(r.AtLow), AtBase: float64(r.AtBase), AtHigh: float64(r.AtHigh), Size: float64(r.Swing),
	}
	if math.IsNaN(s.Size) {
		s.Size = s.reach()
	}
	return s
}

// answers are all that the bars reach.
func (all swings) answers() []float64 {
	var values []float64
	for _, s := range all.shown {
		values = append(values, s.AtLow, s.AtBase, s.AtHigh)
	}
	return slices.DeleteFunc(values, func(v float64) bool { return !words.Finite(v) })
}

func (all swings) names() []string {
	names := make([]string, len(all.all))
	for i, s := range all.all {
		names[i] = s.Said()
	}
	return names
}

// title says of a difference which assumptions decide which structure is ahead, and of an outcome what moves it most.
func (all swings) title(ctx figure.Context) string {
	if all.Question.Against != "" && all.all[0].Size > 0 {
		return all.decisive(ctx)
	}
	sizes := make([]float64, len(all.all))
	for i, s := range all.all {
		sizes[i] = s.Size
	}
	return movesMost(ctx, all.Asked, all.names(), sizes, "")
}

// decisive counts the assumptions that alone decide which structure is ahead.
func (all swings) decisive(ctx figure.Context) string {
	change := "change which structure is higher"
	switch ahead := all.base * all.Better(); {
	case ahead > 0:
		change = "put " + ctx.Said(all.Question.Against) + " ahead"
	case ahead < 0:
		change = "put " + ctx.Said(all.Question.Structure) + " ahead"
	case all.Better() != 0:
		change = "change which structure is ahead"
	}
	var names []string
	for _, s := range all.all {
		if s.turns() {
			names = append(names, s.Said())
		}
	}
	switch n := len(names); {
	case n == 0 && len(all.all) == 1:
		return fmt.Sprintf("%s alone could not %s", all.all[0].Said(), change)
	case n == 0:
		return "No assumption alone could " + change
	case n == 1 && len(all.all) > 1:
		return fmt.Sprintf("Only %s could alone %s", names[0], change)
	case n == 1:
		return fmt.Sprintf("%s could alone %s", names[0], change)
	case n == len(all.all):
		return fmt.Sprintf("Each of %s assumptions could alone %s", words.Number(n), change)
	}
	return fmt.Sprintf("%s of %s assumptions could each alone %s", words.Sentence(words.Number(len(names))), words.Number(len(all.all)), change)
}

// notes say what is left out and what the columns are.
func (all swings) notes(ctx figure.Context) []string {
	notes := []string{all.rest(ctx), all.Direction(ctx), figure.AboutEvidence}
	has := func(kind string) bool {
		return slices.ContainsFunc(all.shown, func(s swing) bool { return s.Kind == kind })
	}
	if has("lever") {
		notes = append(notes, "Lever: somebody’s choice")
	}
	if has("convention") {
		notes = append(notes, "Convention: set by agreement, not by evidence")
	}
	switch {
	case all.endless() && all.Known && all.Outcome.MayBeInfinite():
		notes = append(notes, "Arrow: it never pays back")
	case all.endless():
		notes = append(notes, "Arrow: without bound")
	}
	return notes
}

// endless says whether a bar has no end.
func (all swings) endless() bool {
	return slices.ContainsFunc(all.shown, func(s swing) bool { return math.IsInf(s.AtLow, 0) || math.IsInf(s.AtHigh, 0) })
}

// rest sums up the assumptions that are not shown.
func (all swings) rest(ctx figure.Context) string {
	rest := all.all[len(all.shown):]
	if len(rest) == 0 {
		return ""
	}
	n := words.Sentence(words.Number(len(rest)))
	switch {
	case rest[0].Size == 0 && len(rest) == 1:
		return n + " more does not move it"
	case rest[0].Size == 0:
		return n + " more do not move it"
	}
	text := n + " more move it " + ctx.MoveAtMost(all.Question, rest[0].Size)
	turning := 0
	for _, s := range rest {
		if s.turns() {
			turning++
		}
	}
	if turning > 0 && all.Question.Against != "" {
		text += fmt.Sprintf(", and %s of these can change its sign", words.Number(turning))
	}
	return text
}

func (all swings) description(ctx figure.Context) string {
	items := make([]string, len(all.shown))
	for i, s := range all.shown {
		items[i] = fmt.Sprintf("%s%s %s at %s and %s at %s", s.Name, figure.EvidenceInWords(s.Strength), all.Short(s.AtLow), words.Rounded(s.Low, 4), all.Short(s.AtHigh), words.Rounded(s.High, 4))
	}
	text := fmt.Sprintf("Bar chart of %s, %s, when one assumption alone is at its low and at its high value. At %s values it is %s. Assumptions by how far they move it: %s.",
		all.Analysed(ctx), all.Words, ctx.CentralOrSet(), all.baseInWords, strings.Join(items, "; "))
	if rest := all.rest(ctx); rest != "" {
		text += " " + rest + "."
	}
	return text
}
