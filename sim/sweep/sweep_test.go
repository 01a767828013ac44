package sweep_test

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"testing"

	"reconfig/data"
	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/plan"
	"reconfig/model/result"
	"reconfig/sim"
	"reconfig/sim/ensemble"
	"reconfig/sim/quantile"
	"reconfig/sim/sweep"
	"reconfig/sim/uncertain"
)

func newSweep(t testing.TB, c *model.Case, p *plan.Plan) *sweep.Sweep {
	t.Helper()
	s, err := sweep.New(c, p)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// parts runs every part.
func parts(t testing.TB, s *sweep.Sweep) [][]byte {
	t.Helper()
	var all [][]byte
	for i := range s.Parts() {
		content, err := s.RunPart(context.Background(), i, nil)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, content)
	}
	return all
}

// rows runs the sweep.
func rows(t testing.TB, s *sweep.Sweep) []result.SweepRow {
	t.Helper()
	all, _ := bothTables(t, s)
	return all
}

// bothTables runs the sweep, and gives its rows and those of its differences.
func bothTables(t testing.TB, s *sweep.Sweep) (rows, differences []result.SweepRow) {
	t.Helper()
	contents := parts(t, s)
	err := s.Rows(func(i int) ([]byte, error) { return contents[i], nil }, func(some, ofPairs []result.SweepRow) error {
		rows, differences = append(rows, some...), append(differences, ofPairs...)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != s.RowCount() {
		t.Errorf("%d rows, where %d were announced", len(rows), s.RowCount())
	}
	if len(differences) != s.DifferenceCount() || (len(differences) > 0) != (s.Heading().Differences != nil) {
		t.Errorf("%d differences, where %d were announced", len(differences), s.DifferenceCount())
	}
	return rows, differences
}

// key finds a row.
func key(r result.SweepRow) string {
	return fmt.Sprintf("%d %s %s %s %d", r.Point, r.Map, r.Structure, r.Statistic, r.Draw)
}

// naive runs one point draw by draw.
func naive(t testing.TB, c *model.Case, settings map[string]float64, structures []string, draws int, o uncertain.Options) map[string][]result.Values {
	t.Helper()
	e, err := sim.Compile(c, sim.Options{Structures: structures})
	if err != nil {
		t.Fatal(err)
	}
	for name := range settings {
		o.Set = append(o.Set, name)
	}
	g, err := uncertain.New(c, o)
	if err != nil {
		t.Fatal(err)
	}
	d, w, errors, scratch := c.CentralDraw(), e.NewWorkspace(), make([]float64, len(c.Commissioners)), g.NewScratch()
	all := map[string][]result.Values{}
	for j := range draws {
		g.Draw(j, d, scratch)
		g.BodyErrors(j, errors)
		for name, v := range settings {
			i, _ := c.AssumptionIndex(name)
			d[i] = v
		}
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

func gridPlan(draws int) *plan.Plan {
	return &plan.Plan{
		Vary: []plan.Axis{
			{Names: []string{"target.reduction"}, List: []float64{0.3, 0.5, 0.7}},
			{Names: []string{"staff.cost", "staff.exit_cost"}, List: []float64{45, 55}},
		},
		Draws: draws, Sampler: "orthogonal", Seed: 4, Correlated: true, Rows: plan.StatisticRows,
		Outcomes: []string{"structure_payback_years", "net_benefit_k"}, Structures: []string{"merger", "hub-and-sectors", "de-facto-merger"},
	}
}

func london(t testing.TB) *model.Case {
	t.Helper()
	c, err := data.OpenCase("london-2010")
	if err != nil {
		t.Fatal(err)
	}
	return c.Case
}

func TestEveryPointIsTheEnsembleOfItsDraws(t *testing.T) {
	c := london(t)
	p := gridPlan(120)
	all := map[string]result.SweepRow{}
	for _, row := range rows(t, newSweep(t, c, p)) {
		all[key(row)] = row
	}
	point := 0
	for _, reduction := range p.Vary[0].List {
		for _, cost := range p.Vary[1].List {
			point++
			want := naive(t, c, map[string]float64{"target.reduction": reduction, "staff.cost": cost, "staff.exit_cost": cost}, p.Structures, p.Draws, uncertain.Options{Seed: 4})
			for _, structure := range p.Structures {
				for _, statistic := range result.Statistics {
					row := all[key(result.SweepRow{Point: point, Map: c.DefaultMap, Structure: structure, Statistic: statistic})]
					if len(row.Settings) != 3 || row.Settings[0] != reduction || row.Settings[1] != cost || row.Settings[2] != cost {
						t.Fatalf("settings of point %d: %v", point, row.Settings)
					}
					for i, o := range []result.Outcome{result.StructurePayback, result.NetBenefit} {
						d := ensemble.Describe(column(want[structure], o), &quantile.Scratch{})
						if v := d.Of(statistic); row.Values[i] != v && !(math.IsNaN(v) && math.IsNaN(row.Values[i])) {
							t.Errorf("point %d, %s, %s of %s: %v, not %v", point, structure, statistic, o, row.Values[i], v)
						}
						if o == result.StructurePayback && statistic == result.Mean && row.NeverShare != d.InfiniteShare {
							t.Errorf("point %d, %s: no payback in %v of draws, not %v", point, structure, row.NeverShare, d.InfiniteShare)
						}
					}
				}
			}
		}
	}
}

// bestShares counts, outcome by outcome, in what share of draws each structure is best; of equals each has its part.
func bestShares(all map[string][]result.Values, o result.Outcome, draws int) map[string]float64 {
	best := map[string]float64{}
	for k := range draws {
		var winners []string
		top := math.Inf(-1)
		for s, values := range all {
			v := column(values, o)[k]
			if o.Better() == result.Lower {
				v = -v
			}
			switch {
			case v > top:
				top, winners = v, []string{s}
			case v == top:
				winners = append(winners, s)
			}
		}
		for _, s := range winners {
			best[s] += 1 / float64(len(winners)) / float64(draws)
		}
	}
	return best
}

func TestProbabilitiesOfBeingBest(t *testing.T) {
	c := london(t)
	p := gridPlan(80)
	p.Vary = p.Vary[1:]
	outcomes := []result.Outcome{result.StructurePayback, result.NetBenefit}
	for i, cost := range p.Vary[0].List {
		all := naive(t, c, map[string]float64{"staff.cost": cost, "staff.exit_cost": cost}, p.Structures, p.Draws, uncertain.Options{Seed: 4})
		checked := 0
		for _, row := range rows(t, newSweep(t, c, p)) {
			if row.Point != i+1 || row.Statistic != result.ProbabilityBest {
				continue
			}
			for k, o := range outcomes {
				checked++
				if want := bestShares(all, o, p.Draws)[row.Structure]; math.Abs(row.Values[k]-want) > 1e-9 {
					t.Errorf("point %d: %s is best on %s with probability %v, not %v", row.Point, row.Structure, o, row.Values[k], want)
				}
			}
		}
		if checked != len(p.Structures)*len(outcomes) {
			t.Errorf("%d probabilities", checked)
		}
	}
}

func TestProbabilitiesOfBeingBestAddUp(t *testing.T) {
	sums := map[int]float64{}
	for _, row := range rows(t, newSweep(t, london(t), gridPlan(50))) {
		if row.Statistic == result.ProbabilityBest {
			sums[row.Point] += row.Values[1]
		}
	}
	for point, sum := range sums {
		if math.Abs(sum-1) > 1e-9 {
			t.Errorf("point %d: %v", point, sum)
		}
	}
	if len(sums) != 6 {
		t.Errorf("%d points", len(sums))
	}
}

func TestCentralPointsAreSingleRuns(t *testing.T) {
	c := london(t)
	for _, row := range rows(t, newSweep(t, c, gridPlan(0))) {
		d := c.CentralDraw()
		for i, name := range []string{"target.reduction", "staff.cost", "staff.exit_cost"} {
			if _, err := c.Set(d, name, row.Settings[i]); err != nil {
				t.Fatal(err)
			}
		}
		e, err := sim.Compile(c, sim.Options{Structures: []string{row.Structure}})
		if err != nil {
			t.Fatal(err)
		}
		w := e.NewWorkspace()
		e.Run(d, nil, w)
		payback := w.Outcomes(0)[result.StructurePayback]
		if row.Values[0] != payback && !(math.IsNaN(payback) && math.IsNaN(row.Values[0])) || row.Values[1] != w.Outcomes(0)[result.NetBenefit] {
			t.Errorf("%s is %v", key(row), row.Values)
		}
		if never := math.IsNaN(payback); row.Statistic != result.CentralDraw || (row.NeverShare == 1) != never {
			t.Errorf("%s: never paid %v", key(row), row.NeverShare)
		}
	}
}

func TestEachDrawIsARow(t *testing.T) {
	c := modeltest.Uncertain(modeltest.Small())
	p := &plan.Plan{Vary: []plan.Axis{{Names: []string{"target.reduction"}, List: []float64{0.2, 0.4}}}, Draws: 7, Seed: 1, Correlated: true, Rows: plan.DrawRows}
	all := rows(t, newSweep(t, c, p))
	structures := c.StructureCodes()
	if len(all) != 2*7*len(structures) {
		t.Fatalf("%d rows", len(all))
	}
	for point, reduction := range p.Vary[0].List {
		want := naive(t, c, map[string]float64{"target.reduction": reduction}, structures, 7, uncertain.Options{Seed: 1})
		for draw := range 7 {
			for i, s := range structures {
				row := all[(point*7+draw)*len(structures)+i]
				if row.Point != point+1 || row.Draw != draw+1 || row.Structure != s {
					t.Fatalf("row %s stands where point %d, draw %d of %s should", key(row), point+1, draw+1, s)
				}
				for o, v := range row.Values {
					if w := want[s][draw][o]; v != w && !(math.IsNaN(v) && math.IsNaN(w)) {
						t.Errorf("%s: %s is %v, not %v", key(row), result.Outcome(o), v, w)
					}
				}
			}
		}
	}
}

// A point of more draws than a part is cut up, and its percentiles come from sketches.
func TestManyDrawsAreSketched(t *testing.T) {
	c := modeltest.Lighter(modeltest.Uncertain(modeltest.Small()))
	draws := modeltest.ShortOrLong(66_000, 70_000)
	c.HorizonYears = float64(modeltest.ShortOrLong(1, 40)) / 4
	structures := c.StructureCodes()[:modeltest.ShortOrLong(2, len(c.Structures))]
	p := &plan.Plan{Draws: draws, Seed: 1, Correlated: true, Rows: plan.StatisticRows, Structures: structures, Outcomes: []string{"structure_payback_years", "structure_npv_k"}}
	s := newSweep(t, c, p)
	if s.Exact() || s.Parts() != 2 {
		t.Fatalf("%d parts, exact %v", s.Parts(), s.Exact())
	}
	want := naive(t, c, nil, structures, draws, uncertain.Options{Seed: 1})
	all, ofPairs := bothTables(t, s)
	checkSketched(t, ofPairs, want)
	if n := len(structures); len(ofPairs) != n*(n-1)/2*len(result.PairStatistics) {
		t.Errorf("%d differences", len(ofPairs))
	}
	for _, row := range all {
		for i, o := range []result.Outcome{result.StructurePayback, result.StructureNPV} {
			d := ensemble.Describe(column(want[row.Structure], o), &quantile.Scratch{})
			v := d.Of(row.Statistic)
			if row.Statistic == result.ProbabilityBest || math.IsNaN(v) && math.IsNaN(row.Values[i]) {
				continue
			}
			if row.Values[i] != v && !(math.Abs(row.Values[i]-v) <= ensemble.SketchError*math.Abs(v)) {
				t.Errorf("%s: %s is %v, not %v", key(row), o, row.Values[i], v)
			}
		}
	}
}

func TestHypercubeVariesEverything(t *testing.T) {
	c := modeltest.Uncertain(modeltest.Small())
	p := &plan.Plan{Hypercube: 40, Seed: 9, Correlated: true, Rows: plan.StatisticRows, Outcomes: []string{"net_benefit_k"}, Set: []model.Setting{{Name: "staff.cost", Value: 50}}}
	s := newSweep(t, c, p)
	g, err := uncertain.New(c, uncertain.Options{Sampler: "lhs", Seed: 9, Draws: 40, Set: []string{"staff.cost"}})
	if err != nil {
		t.Fatal(err)
	}
	if len(g.Drawn()) == 0 || len(s.Heading().Varied) != len(g.Drawn()) {
		t.Fatalf("%d varied, %d drawn", len(s.Heading().Varied), len(g.Drawn()))
	}
	for _, row := range rows(t, s) {
		d := c.CentralDraw()
		g.Draw(row.Point-1, d, g.NewScratch())
		for i, column := range s.Heading().Varied {
			index, _ := c.AssumptionIndex(column.Name)
			if row.Settings[i] != d[index] {
				t.Errorf("%s: %s is %v, not %v", key(row), column.Name, row.Settings[i], d[index])
			}
		}
	}
}

// plans of every kind, of several parts.
func plans() map[string]*plan.Plan {
	axis := plan.Axis{Names: []string{"target.reduction"}, Range: &plan.Range{From: 0, To: 0.7, Steps: modeltest.ShortOrLong(230, 300)}}
	return map[string]*plan.Plan{
		"points":    {Vary: []plan.Axis{axis}, Draws: 300, Seed: 1, Correlated: true, Rows: plan.StatisticRows, Outcomes: []string{"structure_npv_k"}},
		"paybacks":  {Vary: []plan.Axis{axis}, Draws: 300, Seed: 1, Rows: plan.StatisticRows, Outcomes: []string{"structure_npv_k", "structure_payback_years"}},
		"draws":     {Draws: modeltest.ShortOrLong(66_000, 140_000), Seed: 1, Correlated: true, Rows: plan.StatisticRows, Outcomes: []string{"structure_npv_k"}},
		"each draw": {Vary: []plan.Axis{axis}, Draws: 300, Seed: 1, Rows: plan.DrawRows, Outcomes: []string{"structure_npv_k", "net_benefit_k"}},
		"central":   {Vary: []plan.Axis{axis, {Names: []string{"staff.cost"}, Range: &plan.Range{From: 50, To: 60, Steps: 300}}}, Rows: plan.StatisticRows, Outcomes: []string{"structure_npv_k"}},
	}
}

// ofPlans is the case of the plans, whose runs are short in the short tests.
func ofPlans() *model.Case {
	c := modeltest.Lighter(modeltest.Uncertain(modeltest.Small()))
	c.HorizonYears = float64(modeltest.ShortOrLong(1, 40)) / 4
	return c
}

// byMany are the parts of the plans that were run, by the plan's name.
var byMany = map[string][][]byte{}

// partsByMany runs every part of a plan on several goroutines, once for all tests.
func partsByMany(t *testing.T, name string) [][]byte {
	t.Helper()
	if byMany[name] == nil {
		many := newSweep(t, ofPlans(), plans()[name])
		many.Workers = 5
		byMany[name] = parts(t, many)
	}
	return byMany[name]
}

func TestWorkersDoNotMatter(t *testing.T) {
	for name, p := range plans() {
		if !modeltest.Long() && (name == "points" || name == "central") {
			continue // which are as paybacks, and as each draw
		}
		one := newSweep(t, ofPlans(), p)
		one.Workers = 1
		if one.Parts() < 2 {
			t.Errorf("%s: %d parts, too few to test", name, one.Parts())
		}
		a, b := parts(t, one), partsByMany(t, name)
		for i := range a {
			if !bytes.Equal(a[i], b[i]) {
				t.Errorf("%s: part %d of %d differs", name, i, len(a))
			}
		}
	}
}

// A part holds a bounded number of numbers, however few draws its points have.
func TestPartsAreBounded(t *testing.T) {
	c := london(t)
	axis := func(steps int) []plan.Axis {
		return []plan.Axis{{Names: []string{"target.reduction"}, Range: &plan.Range{From: 0, To: 0.7, Steps: steps}}}
	}
	for _, p := range []*plan.Plan{
		{Vary: axis(100000), Draws: 1}, {Vary: axis(100000), Draws: 2}, {Vary: axis(100000), Draws: 10}, {Vary: axis(100000)}, {Vary: axis(1000), Draws: 10000},
		{Hypercube: 100000}, {Vary: axis(100), Draws: 1000, Rows: plan.DrawRows}, {Draws: 1e6, Rows: plan.DrawRows},
	} {
		s := newSweep(t, c, p)
		numbers := s.RowCount()*(result.OutcomeCount+1) + s.DifferenceCount()*result.OutcomeCount
		if most := numbers / s.Parts(); most > 1<<23 {
			t.Errorf("%+v: %d numbers a part", p, most)
		}
	}
}

func TestShardsHaveEveryPartOnce(t *testing.T) {
	for name, p := range plans() {
		s := newSweep(t, modeltest.Uncertain(modeltest.Small()), p)
		runs := 0
		for part := range s.Parts() {
			runs += s.PartRuns(part)
		}
		if runs != s.Runs() {
			t.Errorf("%s: the parts have %d runs, the sweep %d", name, runs, s.Runs())
		}
		for _, n := range []int{1, 2, 3, 7, 100} {
			next := 0
			for i := 1; i <= n; i++ {
				first, end := s.Shard(i, n)
				if first != next || end < first {
					t.Errorf("%s: shard %d of %d has parts %d to %d", name, i, n, first, end)
				}
				next = end
			}
			if next != s.Parts() {
				t.Errorf("%s: %d shards have %d of %d parts", name, n, next, s.Parts())
			}
		}
	}
}

func TestDamagedPartsAreRefused(t *testing.T) {
	for name, p := range plans() {
		if !modeltest.Long() && name != "paybacks" && name != "each draw" {
			continue // one with statistics and one with draws
		}
		s := newSweep(t, ofPlans(), p)
		contents := partsByMany(t, name)
		for _, damage := range []func([]byte) []byte{
			func(b []byte) []byte { return b[:len(b)-1] },
			func(b []byte) []byte { return append(bytes.Clone(b), 0) },
			func([]byte) []byte { return nil },
		} {
			err := s.Rows(func(i int) ([]byte, error) {
				if i == s.Parts()-1 {
					return damage(contents[i]), nil
				}
				return contents[i], nil
			}, func(_, _ []result.SweepRow) error { return nil })
			if err == nil {
				t.Errorf("%s: a damaged part was read", name)
			}
		}
	}
}

func TestCanceled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for name, p := range plans() {
		if _, err := newSweep(t, modeltest.Uncertain(modeltest.Small()), p).RunPart(ctx, 0, nil); err == nil {
			t.Errorf("%s: ran on", name)
		}
	}
}
