// Package discovery draws the figures of scenario discovery: where the draws of interest lie, and the way to the box that
// holds them.
package discovery

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   300,
	Name:    "scenario",
	Summary: "where the draws of interest lie, and the box that holds them",
	Needs:   figure.RowsOf(result.BoxRow{}, result.CaseRow{}),
	Page:    scenarioPage,
})

// rule is the limits of a box on one assumption.
type rule struct {
	Assumption, Unit, Strength string
	figure.Interval            // an end without a limit is infinite
	Range                      figure.Interval
	QuasiP, Without            float64 // NaN if not known
}

// decimals are as many as tell values apart in the assumption's range.
func (r rule) decimals() int {
	span := r.Range.Hi - r.Range.Lo
	if !(span > 0) || math.IsInf(span, 1) {
		span = max(math.Abs(r.Range.Lo), 1e-6)
	}
	return int(max(0, min(9, math.Ceil(-math.Log10(span/25)))))
}

func (r rule) write(v float64) string { return chart.Unit{}.Format(v, r.decimals()) }

// limits writes the rule without its assumption.
func (r rule) limits() string {
	lo, hi := r.write(r.Lo), r.write(r.Hi)
	switch {
	case math.IsInf(r.Hi, 1):
		return "at least " + lo
	case math.IsInf(r.Lo, -1):
		return "at most " + hi
	case lo == hi:
		return "about " + lo
	}
	return "between " + lo + " and " + hi
}

// box is a scenario: the examples that keep to all its rules.
type box struct {
	Number int
	Rules  []rule // the most telling first
}

// example is a run with its inputs, as it is drawn.
type example struct {
	values     map[string]float64 // by assumption
	ofInterest bool
}

// scenarios are what the figure is drawn from.
type scenarios struct {
	interest                string
	called                  string // what the examples are: draws, or points of a sweep
	boxes                   []box
	examples                []example
	coverage, density, base float64 // of the first box; density of all examples; NaN if not known
}

// mostPaired is how many assumptions a triangle of plots can hold.
const mostPaired = 4

func scenarioPage(d figure.Data) chart.Page {
	s := scenariosOf(labelled(d))
	shown := s.shown()
	if len(shown) == 0 {
		return figure.Nothing("examples, and a box with a rule for an assumption that they have a value of")
	}
	key := s.key()
	page := chart.Page{
		Title:       s.title(),
		Subtitle:    d.Subtitle(words.Sentence(s.called)+", by the assumptions that the box has rules for", "") + s.inPlainWords(),
		Footer:      d.Footer(s.notes()...),
		Description: s.description(),
	}
	if len(shown) == 1 {
		h := s.histogram(shown[0])
		page.Body = func(c draw.Canvas) { h.draw(chart.DrawKey(c, h.key())) }
		return page
	}
	pairs := s.pairs(shown)
	page.BodyHeight = chart.KeyHeight(key) + pairs.Height()
	page.Body = func(c draw.Canvas) { pairs.Draw(chart.DrawKey(c, key)) }
	return page
}

// labelled has the labels of assumptions instead of their codes. The caller's tables stay as they are.
func labelled(d figure.Data) figure.Data {
	d.Boxes, d.Cases = slices.Clone(d.Boxes), slices.Clone(d.Cases)
	for i := range d.Boxes {
		d.Boxes[i].Assumption = d.Label(d.Boxes[i].Assumption)
	}
	for i := range d.Cases {
		d.Cases[i].Assumption = d.Label(d.Cases[i].Assumption)
	}
	return d
}

// scenariosOf reads boxes, examples and what is known of the first box.
func scenariosOf(d figure.Data) scenarios {
	s := scenarios{called: calledOf(d.Context), coverage: math.NaN(), density: math.NaN(), base: math.NaN()}
	for _, r := range d.Boxes {
		if ru, found := ruleOf(r); found {
			s.interest = words.Either(s.interest, plainly(d.SaidIn(r.Interest)))
			i := slices.IndexFunc(s.boxes, func(b box) bool { return b.Number == r.Box })
			if i < 0 {
				i = len(s.boxes)
				s.boxes = append(s.boxes, box{Number: r.Box})
			}
			s.boxes[i].Rules = append(s.boxes[i].Rules, ru)
		}
	}
	slices.SortFunc(s.boxes, func(a, b box) int { return cmp.Compare(a.Number, b.Number) })
	for _, b := range s.boxes {
		slices.SortStableFunc(b.Rules, func(a, c rule) int { return cmp.Compare(a.rank(), c.rank()) })
	}
	s.examples = examplesOf(d.Cases)
	if len(s.boxes) > 0 {
		s.readPeeling(d.Peeling, s.boxes[0].Number)
	}
	return s
}

// rank puts rules of which no quasi-p is known last.
func (r rule) rank() float64 {
	if math.IsNaN(r.QuasiP) {
		return math.Inf(1)
	}
	return r.QuasiP
}

// ruleOf reads a rule; false if it limits nothing.
func ruleOf(r result.BoxRow) (rule, bool) {
	limits := figure.Interval{Lo: float64(r.From), Hi: float64(r.To)}
	if !words.Finite(limits.Lo) {
		limits.Lo = math.Inf(-1)
	}
	if !words.Finite(limits.Hi) {
		limits.Hi = math.Inf(1)
	}
	around := figure.Interval{Lo: float64(r.Least), Hi: float64(r.Most)}
	if !words.Finite(around.Lo) {
		around.Lo = limits.Lo
	}
	if !words.Finite(around.Hi) {
		around.Hi = limits.Hi
	}
	limited := words.Finite(limits.Lo) || words.Finite(limits.Hi)
	return rule{r.Assumption, r.AssumptionUnit, r.Strength, limits, around, float64(r.QuasiP), float64(r.WithoutDensity)}, limited && limits.Lo <= limits.Hi
}

// examplesOf puts the rows of an example together.
func examplesOf(rows []result.CaseRow) []example {
	index := map[int]int{}
	var all []example
	for _, r := range rows {
		if !words.Finite(float64(r.Value)) {
			continue
		}
		i, found := index[r.Case]
		if !found {
			i = len(all)
			index[r.Case] = i
			all = append(all, example{map[string]float64{}, r.OfInterest == result.YesNo(true)})
		}
		all[i].values[r.Assumption] = float64(r.Value)
	}
	return all
}

// readPeeling reads how good the first box is, where the table is there.
func (s *scenarios) readPeeling(rows []result.PeelingRow, number int) {
	for _, r := range rows {
		if r.Box != number {
			continue
		}
		if r.Step == 0 {
			s.base = float64(r.Density)
		}
		if r.Chosen == result.YesNo(true) {
			s.coverage, s.density = float64(r.Coverage), float64(r.Density)
		}
	}
}

// shown are the rules of the first box that can be drawn, the most telling.
func (s scenarios) shown() []rule {
	if len(s.boxes) == 0 {
		return nil
	}
	var rules []rule
	for _, r := range s.boxes[0].Rules {
		if slices.ContainsFunc(s.examples, func(c example) bool { _, found := c.values[r.Assumption]; return found }) {
			rules = append(rules, r)
		}
	}
	return rules[:min(len(rules), mostPaired)]
}
