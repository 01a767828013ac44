package ensemble_test

import (
	"context"
	"fmt"
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat"

	"reconfig/data"
	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim"
	"reconfig/sim/ensemble"
	"reconfig/sim/numbers"
	"reconfig/sim/quantile"
	"reconfig/sim/uncertain"
)

func london(t testing.TB) *model.Case { return opened(t, "london-2010") }

func opened(t testing.TB, name string) *model.Case {
	t.Helper()
	c, err := data.OpenCase(name)
	if err != nil {
		t.Fatal(err)
	}
	return c.Case
}

// run runs draws of a case.
func run(t testing.TB, c *model.Case, u uncertain.Options, o ensemble.Options, s sim.Options) *result.Run {
	t.Helper()
	s.Trajectories = true
	e, err := sim.Compile(c, s)
	if err != nil {
		t.Fatal(err)
	}
	u.Draws = o.Draws
	g, err := uncertain.New(c, u)
	if err != nil {
		t.Fatal(err)
	}
	if o.Base == nil {
		o.Base = c.CentralDraw()
	}
	n, err := ensemble.Run(context.Background(), e, g, o)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// oneByOne runs the draws one after the other and keeps every outcome, by structure and draw.
func oneByOne(t testing.TB, c *model.Case, u uncertain.Options, draws int) map[string][]result.Values {
	t.Helper()
	e, err := sim.Compile(c, sim.Options{})
	if err != nil {
		t.Fatal(err)
	}
	g, err := uncertain.New(c, u)
	if err != nil {
		t.Fatal(err)
	}
	w, d, scratch, errors := e.NewWorkspace(), c.CentralDraw(), g.NewScratch(), make([]float64, len(c.Commissioners))
	all := map[string][]result.Values{}
	for j := range draws {
		g.Draw(j, d, scratch)
		g.BodyErrors(j, errors)
		e.Run(d, errors, w)
		for i, s := range e.Structures() {
			all[s] = append(all[s], *w.Outcomes(i))
		}
	}
	return all
}

func column(values []result.Values, o result.Outcome) []float64 {
	column := make([]float64, len(values))
	for i, v := range values {
		column[i] = v[o]
		if o == result.StructurePayback && math.IsNaN(v[o]) {
			column[i] = math.Inf(1)
		}
	}
	return column
}

func TestStatisticsAreThoseOfTheDraws(t *testing.T) {
	c := london(t)
	const draws = 300
	n := run(t, c, uncertain.Options{Seed: 5}, ensemble.Options{Draws: draws}, sim.Options{})
	all := oneByOne(t, c, uncertain.Options{Seed: 5}, draws)
	seen := map[string]int{}
	for _, row := range n.Outcomes {
		seen[row.Statistic]++
		if row.Statistic == result.CentralDraw {
			continue
		}
		for _, o := range result.Outcomes() {
			d := ensemble.Describe(column(all[row.Structure], o), &quantile.Scratch{})
			if want := d.Of(row.Statistic); !same(row.Values[o], want) {
				t.Errorf("%s of %s under %s is %v, not %v", row.Statistic, o, row.Structure, row.Values[o], want)
			}
			if o == result.StructurePayback && row.Statistic == result.Mean && row.NeverShare != d.InfiniteShare {
				t.Errorf("%s never pays back in %v of draws, not %v", row.Structure, row.NeverShare, d.InfiniteShare)
			}
		}
	}
	for _, statistic := range append([]string{result.CentralDraw}, result.Statistics...) {
		if seen[statistic] != len(c.Structures) {
			t.Errorf("%d rows of %s for %d structures", seen[statistic], statistic, len(c.Structures))
		}
	}
}

func TestDifferencesArePaired(t *testing.T) {
	c := london(t)
	const draws = 300
	n := run(t, c, uncertain.Options{Seed: 5}, ensemble.Options{Draws: draws}, sim.Options{})
	all := oneByOne(t, c, uncertain.Options{Seed: 5}, draws)
	if pairs := len(c.Structures) * (len(c.Structures) - 1) / 2; len(n.Differences) != pairs*result.OutcomeCount {
		t.Errorf("%d differences", len(n.Differences))
	}
	for _, row := range n.Differences {
		o, _ := result.OutcomeByName(row.Outcome)
		first, second := column(all[row.First], o), column(all[row.Second], o)
		better, total := 0, 0.0
		for k := range first {
			d := first[k] - second[k]
			infinite := math.IsInf(first[k], 1) || math.IsInf(second[k], 1)
			if close := !infinite && math.Abs(d) <= 1e-9*max(math.Abs(first[k]), math.Abs(second[k])); !close && (o.Better() == result.Higher && d > 0 || o.Better() == result.Lower && d < 0) {
				better++
			}
			total += d
		}
		if slices.ContainsFunc(first, math.IsNaN) || slices.ContainsFunc(second, math.IsNaN) {
			if !math.IsNaN(float64(row.ProbabilityFirstBetter)) || !math.IsNaN(float64(row.Mean)) {
				t.Errorf("%s: %s less %s is empty in some draw, but %+v", o, row.First, row.Second, row)
			}
			continue
		}
		if o.Better() != result.Neither && float64(row.ProbabilityFirstBetter) != float64(better)/draws {
			t.Errorf("%s: %s is better than %s with probability %v, not %v", o, row.First, row.Second, row.ProbabilityFirstBetter, float64(better)/draws)
		}
		if mean := total / draws; o != result.StructurePayback && math.Abs(float64(row.Mean)-mean) > 1e-9*max(1, math.Abs(mean)) {
			t.Errorf("%s: %s less %s is %v in the mean, not %v", o, row.First, row.Second, row.Mean, mean)
		}
	}
}

// A payback that never comes is worse than any that does, and equal to another that never does.
func TestPaybacksThatNeverCome(t *testing.T) {
	c := london(t)
	const draws = 400
	n := run(t, c, uncertain.Options{Seed: 1}, ensemble.Options{Draws: draws}, sim.Options{})
	all := oneByOne(t, c, uncertain.Options{Seed: 1}, draws)
	best := map[string]float64{}
	for k := range draws {
		var winners []string
		least := math.Inf(1)
		for s, values := range all {
			switch v := column(values, result.StructurePayback)[k]; {
			case v < least:
				least, winners = v, []string{s}
			case v == least:
				winners = append(winners, s)
			}
		}
		for _, s := range winners {
			best[s] += 1 / float64(len(winners)) / draws
		}
	}
	sum := 0.0
	for _, row := range n.Probabilities {
		if row.Event == result.Best && row.Outcome == result.StructurePayback.String() {
			sum += row.Probability
		}
		if row.Event == result.Best && row.Outcome == result.StructurePayback.String() && math.Abs(row.Probability-best[row.Structure]) > 1e-12 {
			t.Errorf("%s pays back first with probability %v, not %v", row.Structure, row.Probability, best[row.Structure])
		}
	}
	if math.Abs(sum-1) > 1e-12 {
		t.Errorf("the probabilities of paying back first add up to %v", sum)
	}
	for _, row := range n.Differences {
		if row.Outcome == result.StructurePayback.String() && (row.First == "status-quo") && row.ProbabilityFirstBetter != 0 {
			t.Errorf("the status quo pays back before %s with probability %v", row.Second, row.ProbabilityFirstBetter)
		}
		if math.IsNaN(float64(row.P05)) != math.IsNaN(float64(row.P95)) {
			t.Errorf("%+v", row)
		}
	}
}

func TestProbabilitiesOfBeingBestAddUp(t *testing.T) {
	n := run(t, london(t), uncertain.Options{Seed: 2}, ensemble.Options{Draws: 200}, sim.Options{})
	sums := map[string]float64{}
	for _, row := range n.Probabilities {
		if row.Probability < 0 || row.Probability > 1 {
			t.Errorf("%+v", row)
		}
		if row.Event == result.Best {
			sums[row.Outcome] += row.Probability
		}
	}
	for outcome, sum := range sums {
		if math.Abs(sum-1) > 1e-9 {
			t.Errorf("someone is best on %s with probability %v", outcome, sum)
		}
	}
	if len(sums) == 0 {
		t.Error("nobody is best on anything")
	}
}

// Bands of trajectories come from sketches; each band holds the one inside it, and the mean lies within.
func TestTrajectoriesHaveBands(t *testing.T) {
	c := modeltest.Uncertain(modeltest.Small())
	n := run(t, c, uncertain.Options{}, ensemble.Options{Draws: 2500}, sim.Options{})
	rows := map[string]map[int]result.Course{}
	for _, row := range n.Trajectories {
		if rows[row.Structure+" "+row.Statistic] == nil {
			rows[row.Structure+" "+row.Statistic] = map[int]result.Course{}
		}
		rows[row.Structure+" "+row.Statistic][row.Quarter] = row.Course
	}
	for _, s := range c.Structures {
		for q := 1; q <= int(4*c.HorizonYears); q++ {
			low, mid, high := rows[s.Code+" p05"][q], rows[s.Code+" p50"][q], rows[s.Code+" p95"][q]
			a, b, z := low.Numbers(), mid.Numbers(), high.Numbers()
			for m := range a {
				if !(a[m] <= b[m] && b[m] <= z[m]) {
					t.Errorf("%s, quarter %d, figure %d: %v, %v, %v", s.Code, q, m, a[m], b[m], z[m])
				}
			}
		}
	}
}

func TestWorkersDoNotMatter(t *testing.T) {
	c := modeltest.Uncertain(modeltest.Small())
	sketched := ensemble.ExactValues/(len(c.Structures)*result.OutcomeCount) + 1
	for _, draws := range []int{0, 1, 2500, sketched}[:modeltest.ShortOrLong(3, 4)] {
		var texts []string
		for _, workers := range []int{1, 7} {
			held, err := uncertain.New(c, uncertain.Options{Seed: 3, Set: []string{"staff.cost"}})
			if err != nil {
				t.Fatal(err)
			}
			n := run(t, c, uncertain.Options{Seed: 3}, ensemble.Options{Draws: draws, Workers: workers, WeakSet: held}, sim.Options{HorizonYears: 2})
			texts = append(texts, fmt.Sprintf("%v", *n)) // the shortest digits that tell one number from every other
		}
		if texts[0] != texts[1] {
			t.Errorf("%d draws: one worker gives other tables than seven", draws)
		}
	}
}

// Holding assumptions of strength D takes nothing away where nothing rests on them, and everything where all does.
func TestShareOfJudgement(t *testing.T) {
	c := modeltest.Uncertain(modeltest.Small())
	var all []string
	for _, a := range c.Assumptions {
		all = append(all, a.Name)
	}
	all = append(all, c.ChanceNames()...)
	for name, test := range map[string]struct {
		held []string
		want float64
	}{
		"nothing held": {nil, 0}, "all held": {all, 1},
	} {
		held, err := uncertain.New(c, uncertain.Options{Seed: 3, Set: test.held})
		if err != nil {
			t.Fatal(err)
		}
		shares := 0
		for _, row := range run(t, c, uncertain.Options{Seed: 3}, ensemble.Options{Draws: 3000, WeakSet: held}, sim.Options{}).Outcomes {
			if row.Statistic != result.DShare {
				continue
			}
			for _, o := range result.Outcomes() {
				if row.Values.Has(o) {
					shares++
					if math.Abs(row.Values[o]-test.want) > 1e-9 {
						t.Errorf("%s: share of %s under %s is %v", name, o, row.Structure, row.Values[o])
					}
				}
			}
		}
		if shares == 0 {
			t.Errorf("%s: no shares", name)
		}
	}
}

// The error of a percentile of independent draws is √(p (1 − p) ÷ n) ÷ density.
func TestErrorOfPercentiles(t *testing.T) {
	c := modeltest.Uncertain(modeltest.Small())
	for i := range c.Assumptions {
		if a := &c.Assumptions[i]; a.Name == "baseline.scale" {
			a.Low, a.Central, a.High, a.Distribution = 0.5, 1, 1.5, "uniform"
		}
	}
	n := run(t, c, uncertain.Options{Seed: 3, Sampler: "random"}, ensemble.Options{Draws: 6400}, sim.Options{Structures: []string{"apart"}})
	checked := 0
	for _, row := range n.Convergence {
		if row.Outcome != result.BaselineCost.String() || row.Draws < 1600 {
			continue
		}
		checked++
		want := math.Sqrt(0.05*0.95/float64(row.Draws)) * 16000 // £k from one end to the other
		for _, got := range []result.Number{row.P05Error, row.P95Error} {
			if math.Abs(float64(got)/want-1) > 0.35 {
				t.Errorf("%d draws: an error of %v, not about %v", row.Draws, got, want)
			}
		}
		width := float64(row.P95 - row.P05)
		if settled := math.Hypot(float64(row.P05Error), float64(row.P95Error)) <= 0.025*width; (row.Settled == "yes") != settled {
			t.Errorf("%+v", row)
		}
	}
	if checked == 0 {
		t.Error("nothing to check")
	}
}

// BenchmarkLondon is a run whose draws are all held, and one whose draws are sketched.
func BenchmarkLondon(b *testing.B) {
	c := london(b)
	for _, draws := range []int{4096, 32768} {
		b.Run(fmt.Sprintf("%d draws", draws), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				run(b, c, uncertain.Options{}, ensemble.Options{Draws: draws}, sim.Options{})
			}
			b.ReportMetric(float64(draws*b.N)/b.Elapsed().Seconds(), "draws/s")
		})
	}
}

// More draws than can be held are sketched: the same means, and percentiles to the sketch's error.
func TestManyDrawsAreSketched(t *testing.T) {
	c := modeltest.Lighter(modeltest.Uncertain(modeltest.Small()))
	years := float64(modeltest.ShortOrLong(1, 20)) / 4
	draws := ensemble.ExactValues/(len(c.Structures)*result.OutcomeCount) + 1000
	if ensemble.Exact(len(c.Structures), result.OutcomeCount, draws) {
		t.Fatal("these draws are held")
	}
	n := run(t, c, uncertain.Options{Seed: 3}, ensemble.Options{Draws: draws}, sim.Options{HorizonYears: years})
	c.HorizonYears = years
	all := oneByOne(t, c, uncertain.Options{Seed: 3}, draws)
	for _, o := range modeltest.Some(result.Outcomes(), 9) {
		described := map[string]ensemble.Statistics{}
		for s, values := range all {
			described[s] = ensemble.Describe(column(values, o), &quantile.Scratch{})
		}
		for _, row := range n.Outcomes {
			if row.Statistic == result.CentralDraw || row.Statistic == result.DShare {
				continue
			}
			d := described[row.Structure]
			want, got := d.Of(row.Statistic), row.Values[o]
			if got != want && !(math.IsNaN(got) && math.IsNaN(want)) && !(math.Abs(got-want) <= ensemble.SketchError*math.Abs(want)+1e-12*math.Abs(d.Percentiles[4])) {
				t.Errorf("%s of %s under %s is %v, not %v", row.Statistic, o, row.Structure, got, want)
			}
		}
	}
	if last := n.Convergence[len(n.Convergence)-1]; last.Draws != draws || last.Settled != "yes" {
		t.Errorf("%+v", last)
	}
	for _, row := range n.Differences {
		if row.First == "apart" && row.Second == "full-merger" && row.Outcome == "structure_npv_k" {
			first, second := column(all["apart"], result.StructureNPV), column(all["full-merger"], result.StructureNPV)
			for i := range first {
				first[i] -= second[i]
			}
			d := ensemble.Describe(first, &quantile.Scratch{})
			if !(math.Abs(float64(row.P05)-d.Percentiles[0]) <= ensemble.SketchError*math.Abs(d.Percentiles[0])) {
				t.Errorf("the difference's 5th percentile is %v, not %v", row.P05, d.Percentiles[0])
			}
		}
	}
}

// Structures that tie share a draw, so what a probability varies by is what its parts of draws vary by: nothing where
// structures tie in every draw.
func TestErrorsOfTiedProbabilities(t *testing.T) {
	c := london(t)
	const draws = 200
	n := run(t, c, uncertain.Options{Seed: 1}, ensemble.Options{Draws: draws}, sim.Options{})
	all := oneByOne(t, c, uncertain.Options{Seed: 1}, draws)
	narrowest := 1.0 // against the error of what is won or lost
	for _, row := range n.Probabilities {
		if row.Event != result.Best {
			continue
		}
		o, _ := result.OutcomeByName(row.Outcome)
		values := map[string][]float64{}
		for s, v := range all {
			values[s] = column(v, o)
		}
		parts := partsOf(values, row.Structure, o.Better(), draws)
		if want := stat.PopStdDev(parts, nil) / math.Sqrt(draws); math.Abs(row.MCError-want) > 1e-9 {
			t.Errorf("%s is best on %s with probability %v ± %v, not ± %v", row.Structure, row.Outcome, row.Probability, row.MCError, want)
		}
		if p := row.Probability; p > 0 && p < 1 {
			narrowest = min(narrowest, row.MCError/math.Sqrt(p*(1-p)/draws))
		}
	}
	if narrowest > 0.2 {
		t.Errorf("no structures tie in nearly every draw, so this test shows too little: %v", narrowest)
	}
}

// partsOf is which part of each draw a structure has as the best, or as one of those that are.
func partsOf(values map[string][]float64, structure string, better result.Better, draws int) []float64 {
	parts := make([]float64, draws)
	for k := range parts {
		ahead, same := 0, 0.0
		own := values[structure][k]
		for _, v := range values {
			switch {
			case numbers.Same(v[k], own):
				same++
			case better == result.Higher && v[k] > own, better == result.Lower && v[k] < own:
				ahead++
			}
		}
		if ahead == 0 {
			parts[k] = 1 / same
		}
	}
	return parts
}
