package decisions

import (
	"strings"
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// variant changes the rows of one variant.
func variant(name string, change func(*result.StageRow)) func(*figure.Data) {
	return func(d *figure.Data) {
		for i := range d.Stages {
			if r := &d.Stages[i]; r.Variant == name {
				change(r)
			}
		}
	}
}

// comesTo sets the mean of a variant.
func comesTo(name string, k float64) func(*figure.Data) {
	return variant(name, func(r *result.StageRow) { r.Mean, r.Changes = result.Number(k), result.Number(k-30000) })
}

// withoutVariants leaves out rows.
func withoutVariants(names ...string) func(*figure.Data) {
	return func(d *figure.Data) {
		d.Stages = figuretest.Dropped(d.Stages, func(r result.StageRow) bool { return strings.Contains(strings.Join(names, " "), r.Variant) })
	}
}

func stepsOfOutcome(o result.Outcome, scale float64) func(*figure.Data) {
	return func(d *figure.Data) {
		for i := range d.Stages {
			r := &d.Stages[i]
			k := result.Number(scale)
			r.Outcome, r.Mean, r.P05, r.P95 = o.String(), r.Mean*k, r.P05*k, r.P95*k
			r.Changes, r.ChangesP05, r.ChangesP95 = r.Changes*k, r.ChangesP05*k, r.ChangesP95*k
		}
	}
}

func TestSecondStepTitle(t *testing.T) {
	alone := withoutVariants(result.Straight, result.FirstOnly, result.Late)
	sooner := variant(result.Staged, func(r *result.StageRow) { r.Mean, r.Changes = 46000-2000*r.SecondYear, 16000-2000*r.SecondYear })
	figuretest.CheckTitlesOf(t, figuretest.Named("second-step"), figuretest.Drawn, []figuretest.TitleCase{
		{Name: "in between", Change: nil, Want: "The second step is best decided in year 2: +£14m on average against the status quo; +£11m going straight to the last step"},
		{Name: "sooner", Change: sooner, Want: "The sooner the second step the better: +£14m on average against the status quo if decided in year 1; +£11m going straight to the last step"},
		{Name: "alone", Change: alone, Want: "The second step is best decided in year 2: +£14m on average against the status quo; +£10m in year 1"},
		{Name: "straight", Change: comesTo(result.Straight, 50000), Want: "Going straight to the last step is better on average than two steps, whenever the second is taken"},
		{Name: "first only", Change: comesTo(result.FirstOnly, 50000), Want: "The first step alone is better on average than any second step"},
		{Name: "status quo", Change: variant(result.Staged, func(r *result.StageRow) { r.Changes -= 20000 }), Want: "Going straight to the last step is better on average than two steps, whenever the second is taken"},
		{Name: "status quo is best", Change: func(d *figure.Data) {
			for i := range d.Stages {
				d.Stages[i].Changes -= 20000
			}
		}, Want: "The status quo is better on average than one step or two, whenever these are taken"},
		{Name: "late", Change: comesTo(result.Late, 50000), Want: "Waiting until year 1 and then taking the last step at once is better on average than two steps"},
		{Name: "no matter when", Change: figuretest.All(alone, comesTo(result.Staged, 40000)), Want: "When the second step is taken does not matter: net benefit is +£10m on average against the status quo"},
		{Name: "no matter", Change: figuretest.All(comesTo(result.Staged, 41000), comesTo(result.Straight, 41000)), Want: "Two steps come to the same as going straight to the last, +£11m on average against the status quo, with the second in year 1"},
		{Name: "one year", Change: figuretest.All(alone, func(d *figure.Data) { d.Stages = d.Stages[:1] }), Want: "With the second step in year 1, net benefit is +£10m on average against the status quo"},
		{Name: "all zero", Change: figuretest.All(alone, comesTo(result.Staged, 30000)), Want: "When the second step is taken does not matter: net benefit is £0 on average against the status quo"},
		{Name: "less is better", Change: figuretest.All(stepsOfOutcome(result.Shortfall, 1e-4), func(d *figure.Data) {
			for i := range d.Stages {
				d.Stages[i].Changes -= 2
			}
		}), Want: "Waiting until year 3 and then taking the last step at once is better on average than two steps"},
		{Name: "neither is better", Change: stepsOfOutcome(result.StatutoryBoards, 1e-3), Want: "Number of statutory boards of Merge against the status quo goes from +10 boards to +12 boards as the second step moves from year 1 to year 3"},
	})
}

func TestSecondStepAltText(t *testing.T) {
	figuretest.CheckAltTextOf(t, figuretest.Named("second-step"), figuretest.Drawn(), "Line chart of net benefit of Merge, less that under the status quo in the same draw, by the year in which the second step is decided, "+
		"mean of 10,000 draws: year 1 +£10m (+£7m to +£15m); year 2 +£14m (+£11m to +£19m); year 3 +£12m (+£9m to +£17m). Straight to the last step: +£11m. First step only: +£8m. "+
		"Nothing until then, then the last step: year 1 +£7m (+£4m to +£12m); year 2 +£5m (+£2m to +£10m); year 3 +£3m (£0 to +£8m). "+
		"In brackets, the 5th and the 95th percentile of 10,000 draws.")
}

// Where it is not known what a variant has more than the status quo, the figure shows what each comes to.
func TestSecondStepByItself(t *testing.T) {
	d := figuretest.Drawn()
	withoutVariants(result.Straight, result.FirstOnly, result.Late)(&d)
	variant(result.Staged, func(r *result.StageRow) { r.Changes = result.Unknown() })(&d)
	figuretest.CheckAltTextOf(t, figuretest.Named("second-step"), d, "Line chart of net benefit of Merge by the year in which the second step is decided, mean of 10,000 draws: "+
		"year 1 £40m (£20m to £50m); year 2 £44m (£24m to £54m); year 3 £42m (£22m to £52m). In brackets, the 5th and the 95th percentile of 10,000 draws.")
	figuretest.CheckTitlesOf(t, figuretest.Named("second-step"), func() figure.Data { return d }, []figuretest.TitleCase{
		{Name: "by itself", Change: nil, Want: "The second step is best decided in year 2: £44m on average; £40m in year 1"},
	})
}

// Of several structures in steps the figure shows the one with most rows, and says so.
func TestSecondStepOfSeveral(t *testing.T) {
	d := figuretest.Drawn()
	d.Stages = append(figuretest.StepsOf("hub")[:1], d.Stages...)
	page := figuretest.Named("second-step").Page(d.Complete())
	if !strings.HasPrefix(page.Subtitle, "Merge: ") || !strings.Contains(page.Footer[1], "one more structure in steps") {
		t.Errorf("subtitle %q, note %q", page.Subtitle, page.Footer[1])
	}
}
