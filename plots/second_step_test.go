package plots

import (
	"strings"
	"testing"

	"reconfig/model/result"
)

// variant changes the rows of one variant.
func variant(name string, change func(*result.StageRow)) func(*Data) {
	return func(d *Data) {
		for i := range d.Analysis.Stages {
			if r := &d.Analysis.Stages[i]; r.Variant == name {
				change(r)
			}
		}
	}
}

// comesTo sets the mean of a variant.
func comesTo(name string, k float64) func(*Data) {
	return variant(name, func(r *result.StageRow) { r.Mean = result.Number(k) })
}

// withoutVariants leaves out rows.
func withoutVariants(names ...string) func(*Data) {
	return func(d *Data) {
		d.Analysis.Stages = dropped(d.Analysis.Stages, func(r result.StageRow) bool { return strings.Contains(strings.Join(names, " "), r.Variant) })
	}
}

func stagesOfOutcome(o result.Outcome, scale float64) func(*Data) {
	return func(d *Data) {
		for i := range d.Analysis.Stages {
			r := &d.Analysis.Stages[i]
			k := result.Number(scale)
			r.Outcome, r.Mean, r.P05, r.P95 = o.String(), r.Mean*k, r.P05*k, r.P95*k
			r.Against, r.AgainstP05, r.AgainstP95 = r.Against*k, r.AgainstP05*k, r.AgainstP95*k
		}
	}
}

func TestSecondStepTitle(t *testing.T) {
	alone := withoutVariants(result.Straight, result.FirstOnly, result.Late)
	sooner := variant(result.Staged, func(r *result.StageRow) { r.Mean = 46000 - 2000*r.SecondYear })
	checkTitlesOf(t, named("second-step"), drawn, []titleCase{
		{"in between", nil, "The second step is best decided in year 2: £44m on average, against £41m going straight to the last step"},
		{"sooner", sooner, "The sooner the second step the better: £44m on average if decided in year 1, against £41m going straight to the last step"},
		{"alone", alone, "The second step is best decided in year 2: £44m on average, against £40m in year 1"},
		{"straight", comesTo(result.Straight, 50000), "Going straight to the last step is better on average than two steps, whenever the second is taken"},
		{"first only", comesTo(result.FirstOnly, 50000), "The first step alone is better on average than any second step"},
		{"late", comesTo(result.Late, 50000), "Waiting until year 1 and then taking the last step at once is better on average than two steps"},
		{"no matter when", all(alone, comesTo(result.Staged, 40000)), "When the second step is taken does not matter: net benefit is £40m on average"},
		{"no matter", all(comesTo(result.Staged, 41000), comesTo(result.Straight, 41000)), "Two steps come to the same on average as going straight to the last, £41m, with the second in year 1"},
		{"one year", all(alone, func(d *Data) { d.Analysis.Stages = d.Analysis.Stages[:1] }), "With the second step in year 1, net benefit is £40m on average"},
		{"all zero", all(alone, comesTo(result.Staged, 0)), "When the second step is taken does not matter: net benefit is £0 on average"},
		{"less is better", stagesOfOutcome(result.Shortfall, 1e-4), "Waiting until year 3 and then taking the last step at once is better on average than two steps"},
		{"neither is better", stagesOfOutcome(result.StatutoryBoards, 1e-3), "Number of statutory boards of Merge goes from 40 boards to 42 boards as the second step moves from year 1 to year 3"},
	})
}

func TestSecondStepAltText(t *testing.T) {
	checkAltTextOf(t, named("second-step"), drawn(), "Line chart of net benefit of Merge, less that of going straight to the last step, by the year in which the second step is decided, "+
		"mean of 10,000 draws: year 1 −£1m (−£4m to +£4m); year 2 +£3m (£0 to +£8m); year 3 +£1m (−£2m to +£6m). Straight to the last step: £0. First step only: −£3m. "+
		"Nothing until then, then the last step: year 1 −£4m (−£7m to +£1m); year 2 −£6m (−£9m to −£1m); year 3 −£8m (−£11m to −£3m). "+
		"In brackets, the 5th and the 95th percentile of 10,000 draws.")
}

// Where it is not known what a variant has more than going straight, the figure shows what each comes to.
func TestSecondStepByItself(t *testing.T) {
	d := drawn()
	withoutVariants(result.Straight, result.FirstOnly, result.Late)(&d)
	checkAltTextOf(t, named("second-step"), d, "Line chart of net benefit of Merge by the year in which the second step is decided, mean of 10,000 draws: "+
		"year 1 £40m (£20m to £50m); year 2 £44m (£24m to £54m); year 3 £42m (£22m to £52m). In brackets, the 5th and the 95th percentile of 10,000 draws.")
}

// Of several structures in steps the figure shows the one with most rows, and says so.
func TestSecondStepOfSeveral(t *testing.T) {
	d := drawn()
	d.Analysis.Stages = append(stagesOf("hub")[:1], d.Analysis.Stages...)
	page := named("second-step").Page(d.complete())
	if !strings.HasPrefix(page.Subtitle, "Merge: ") || !strings.Contains(page.Footer[1], "one more structure in steps") {
		t.Errorf("subtitle %q, note %q", page.Subtitle, page.Footer[1])
	}
}
