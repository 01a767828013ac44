package decisions

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   290,
	Name:    "second-step",
	Summary: "the outcome of a structure in two steps, by the year of the second step, and of each step taken alone",
	Needs:   figure.RowsOf(result.StageRow{}),
	Narrow:  true,
	Page:    secondStepPage,
})

// secondStepPlot is the least height of the plot above a list of its lines.
const secondStepPlot = vg.Length(240)

// stepTaken is what a variant comes to if the second step is decided in a year.
type stepTaken struct {
	Year, Mean float64
	figure.Interval
	Better  float64 // share of draws in which it is better than going straight; NaN if not known
	against excess
}

// excess is what a variant has more than the status quo, draw by draw; NaN if not known.
type excess struct {
	mean float64
	figure.Interval
}

// stepping is what the figure is drawn from.
type stepping struct {
	figure.Measure
	Code       string
	both, late []stepTaken // by year
	firstOnly  float64     // mean; NaN if it is not there
	straight   float64
	apart      bool // whether all this is what variants have more than the status quo

	firstMore, straightMore float64 // what the first step alone and going straight have more than it, in the mean
	others                  int     // structures in steps that the figure leaves out
}

func secondStepPage(d figure.Data) chart.Page {
	s, found := steppingOf(d.Context, d.Stages)
	if !found {
		return figure.Nothing("means of a structure in two steps")
	}
	drawn := s.againstStatusQuo(d.Context)
	lo, hi := drawn.span()
	scale := chart.NewScale(lo, hi, 0, 6, drawn.Unit)
	ends, body := drawn.ends(d.Context, drawn.variants(d.Context)), d.Print().Body()
	var key []chart.KeyItem
	if drawn.banded() {
		key = []chart.KeyItem{{Text: "Both steps: mean, and " + figure.Percentiles, Swatch: s.swatch(d.Context)}}
	}
	note := ""
	if scale.Min > 0 || scale.Max < 0 {
		note = "The vertical axis does not reach zero"
	}
	measure := d.Said(s.Code) + ": " + drawn.what()
	return chart.Page{
		Title:       drawn.title(d.Context),
		Subtitle:    d.Subtitle(words.Joined(measure, "by the year in which the second step is decided", "mean of "+d.DrawsInWords()), figure.YearsOf(d.Trajectories).Period()),
		Measure:     measure,
		Footer:      d.Footer(s.howSure(d.Context), s.leftOut(), note),
		Description: drawn.description(d.Context),
		LeastBody:   chart.KeyHeightIn(key, body) + max(ends.Below+secondStepPlot, ends.Least()+60),
		Body: func(c draw.Canvas) {
			if len(key) > 0 {
				c = chart.DrawKey(c, key)
			}
			drawn.draw(d.Context, c, scale)
		},
	}
}

// what is drawn, in words.
func (s stepping) what() string {
	if s.apart {
		return words.Lowered(s.About()) + ", less that under the status quo in the same draw"
	}
	return words.Lowered(s.About())
}

// againstStatusQuo is the stepping with what every variant has more than the status quo, draw by draw. That leaves out what
// is uncertain for all of them alike, which would hide what they differ in. It is as it was where that is not known.
func (s stepping) againstStatusQuo(ctx figure.Context) stepping {
	unknown := func(step stepTaken) bool { return !words.Finite(step.against.mean) }
	if words.Finite(s.straight) && !words.Finite(s.straightMore) || words.Finite(s.firstOnly) && !words.Finite(s.firstMore) || slices.ContainsFunc(slices.Concat(s.both, s.late), unknown) {
		return s
	}
	values := []float64{0}
	moved := func(steps []stepTaken) []stepTaken {
		steps = slices.Clone(steps)
		for i := range steps {
			steps[i].Mean, steps[i].Interval = steps[i].against.mean, steps[i].against.Interval
			values = append(values, steps[i].Mean)
		}
		return steps
	}
	s.both, s.late = moved(s.both), moved(s.late)
	s.apart, s.straight, s.firstOnly = true, s.straightMore, s.firstMore
	s.Measure = ctx.Measure(s.Outcome, append(values, s.straight, s.firstOnly)...).Difference()
	return s
}

// hasBothSteps says whether the row is of both steps, with a year and a mean.
func hasBothSteps(r result.StageRow) bool {
	return r.Variant == result.Staged && words.Finite(float64(r.Mean)) && words.Finite(float64(r.SecondYear))
}

// steppingOf reads the structure in steps of which there is most; false if there is none.
func steppingOf(ctx figure.Context, rows []result.StageRow) (stepping, bool) {
	years := map[string]int{} // of each structure
	var codes []string
	for _, r := range rows {
		if _, known := result.OutcomeByName(r.Outcome); known && hasBothSteps(r) {
			years[r.Structure]++
			codes = append(codes, r.Structure)
		}
	}
	if len(codes) == 0 {
		return stepping{}, false
	}
	codes = words.Unique(codes)
	code := codes[0]
	for _, other := range codes {
		if years[other] > years[code] {
			code = other
		}
	}
	s := stepping{Code: code, firstOnly: math.NaN(), straight: math.NaN(), firstMore: math.NaN(), straightMore: math.NaN(), others: len(codes) - 1}
	s.read(ctx, rows)
	return s, true
}

// read reads the variants of the structure, of one outcome.
func (s *stepping) read(ctx figure.Context, rows []result.StageRow) {
	rows = slices.DeleteFunc(slices.Clone(rows), func(r result.StageRow) bool { return r.Structure != s.Code })
	o, _, _ := figure.RowsOfOne(ctx, rows, func(r result.StageRow) string { return r.Outcome }, hasBothSteps)
	var values []float64
	for _, r := range rows {
		mean := float64(r.Mean)
		if r.Outcome != o.String() || !words.Finite(mean) {
			continue
		}
		values = append(values, mean)
		step := stepTaken{float64(r.SecondYear), mean, figure.Interval{Lo: float64(r.P05), Hi: float64(r.P95)}, float64(r.Better), excess{float64(r.Changes), figure.Interval{Lo: float64(r.ChangesP05), Hi: float64(r.ChangesP95)}}}
		if ctx.FewDraws() {
			unknown := figure.Interval{Lo: math.NaN(), Hi: math.NaN()}
			step.Interval, step.against.Interval, step.Better = unknown, unknown, math.NaN()
		}
		switch {
		case r.Variant == result.FirstOnly:
			s.firstOnly, s.firstMore = mean, step.against.mean
		case r.Variant == result.Straight:
			s.straight, s.straightMore = mean, step.against.mean
		case r.Variant == result.Staged && words.Finite(step.Year):
			s.both = withStep(s.both, step)
		case r.Variant == result.Late && words.Finite(step.Year):
			s.late = withStep(s.late, step)
		}
	}
	s.Measure = ctx.Measure(o, values...)
}

// withStep keeps the steps in order of the year, one each.
func withStep(steps []stepTaken, step stepTaken) []stepTaken {
	at, found := slices.BinarySearchFunc(steps, step.Year, func(s stepTaken, year float64) int { return cmp.Compare(s.Year, year) })
	if found {
		return steps
	}
	return slices.Insert(steps, at, step)
}

// best is the step with the best mean.
func (s stepping) best(steps []stepTaken) stepTaken {
	return slices.MinFunc(steps, func(a, b stepTaken) int { return s.Before(a.Mean, b.Mean) })
}

// worst is the step with the worst mean.
func (s stepping) worst(steps []stepTaken) stepTaken {
	return slices.MaxFunc(steps, func(a, b stepTaken) int { return s.Before(a.Mean, b.Mean) })
}

func (s stepping) banded() bool {
	return slices.ContainsFunc(s.both, func(step stepTaken) bool { return step.Known() })
}

// span is the range of all that is drawn.
func (s stepping) span() (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	add := func(v float64) {
		if words.Finite(v) {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	for _, step := range slices.Concat(s.both, s.late) {
		add(step.Mean)
	}
	for _, step := range s.both {
		if step.Known() {
			add(step.Lo)
			add(step.Hi)
		}
	}
	add(s.firstOnly)
	add(s.straight)
	if s.apart { // where the status quo is
		return chart.FromZero(lo, hi)
	}
	return chart.NearZero(lo, hi)
}
