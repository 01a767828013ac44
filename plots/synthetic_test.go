package plots

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"reconfig/model/result"
	"reconfig/model/unit"
)

// small is a case that can be checked by hand: four bodies of £2.5m each, three structures over two years, and a target
// of half the cost, due after one year.
//
//	structure  saves  own exits  set-up  capacity alone      with target
//	stay          0%          0       0  100% throughout     down to 60%
//	hub           4%      £200k   £100k  down to 95%, 99%    down to 62%
//	merge        12%      £600k   £900k  down to 80%, 97%    down to 70%
func small() Data {
	d := Data{Context: Context{
		Case: "Four bodies", Map: "pairs", BodySingular: "PCT", BodyPlural: "PCTs", PriceYear: "2009/10",
		Source: "made up", Baseline: "Cost at the start: 60 % reported, 40 % assumed.", HandoverYears: 1,
	}}
	d.add("stay", "Stay", 0, [3]float64{0, 1000, 0}, [2]float64{1, 1}, 0.6)
	d.add("hub", "Hub", 4, [3]float64{100, 1000, 300}, [2]float64{0.95, 0.99}, 0.62)
	d.add("merge", "Merge", 12, [3]float64{900, 1000, 1500}, [2]float64{0.8, 0.97}, 0.7)
	for q, paid := range []float64{0, 3000, 1000, 500} {
		d.Fund = append(d.Fund, result.FundRow{Quarter: q + 1, PaidK: paid, WaitingK: []float64{0, 0, 500, 0}[q], ClosingK: []float64{4000, 1000, 0, 250}[q]})
	}
	return d
}

// add adds a structure: the saving in per cent; set-up, exits and its own one-off cost in £k; its own capacity at the
// lowest and at the end; and the lowest capacity with the target.
func (d *Data) add(code, name string, saving float64, once [3]float64, own [2]float64, lowest float64) {
	row := result.OutcomeRow{Structure: code, Name: name, Statistic: result.CentralDraw}
	for o, v := range map[result.Outcome]float64{
		result.BaselineCost: 10000, result.SteadySavingPct: saving,
		result.ReductionFromStructure: saving, result.ReductionFromCuts: 48 - saving, result.Shortfall: 2,
		result.SetupCost: once[0], result.ExitCost: once[1], result.StructureOneOffCost: once[2],
		result.StructureCapacityLowest: own[0], result.StructureCapacityEnd: own[1], result.CapacityLowest: lowest,
	} {
		row.Values[o] = v
	}
	d.Outcomes = append(d.Outcomes, row)
	for q := range 8 {
		t := (float64(q) + 0.5) / 4
		alone, whole := own[1], lowest
		if q == 3 {
			alone = own[0]
		}
		d.Trajectories = append(d.Trajectories, result.TrajectoryRow{
			Structure: code, Quarter: q + 1, TimeYears: t, FinancialYear: []string{"2010/11", "2011/12"}[q/4],
			Statistic: result.CentralDraw,
			Course: result.Course{
				RequiredCostK: 10000 - 100*saving*min(1, t), CeilingK: 10000 - 5000*min(1, t),
				Capacity: 1 - (1-whole)*min(1, t), StructureCapacity: alone,
			},
		})
	}
	for i := range 4 {
		d.Commissioners = append(d.Commissioners, result.CommissionerRow{
			Structure: code, Code: fmt.Sprint("b", i), Sector: []string{"East", "West"}[i/2],
			BaselineCostK: 2500, TargetCostK: 1250, CostAtTargetK: 1300, OnTarget: "yes",
			Population: float64(100+100*i) * 1000, ReductionAskedPct: 50, CapacityAgainstStatusQuo: result.Number(saving / 400 * float64(i-1)),
		})
	}
	d.Sizes = sizesOf(d.Commissioners)
}

// sizesOf are thirds of commissioners, which stand in the order of their population.
func sizesOf(rows []result.CommissionerRow) []result.SizeRow {
	var sizes []result.SizeRow
	for from := 0; from < len(rows); {
		to := from
		for to < len(rows) && rows[to].Structure == rows[from].Structure {
			to++
		}
		for i, size := range []string{result.Smallest, result.Middle, result.Largest} {
			group := rows[from+i*(to-from)/3 : from+(i+1)*(to-from)/3]
			if len(group) > 0 {
				sizes = append(sizes, sizeOf(size, group))
			}
		}
		from = to
	}
	return sizes
}

func sizeOf(size string, group []result.CommissionerRow) result.SizeRow {
	g := result.SizeRow{Structure: group[0].Structure, Size: size, Commissioners: len(group), PopulationFrom: group[0].Population, PopulationTo: group[len(group)-1].Population}
	for _, b := range group {
		g.Population += b.Population
		g.CapacityAgainstStatusQuo += b.CapacityAgainstStatusQuo * result.Number(b.Population)
		g.ReductionAskedPct += b.ReductionAskedPct / float64(len(group))
		if b.CapacityAgainstStatusQuo > 0 {
			g.CommissionersGaining++
		}
		if b.CapacityAgainstStatusQuo < 0 {
			g.CommissionersLosing++
		}
	}
	g.CapacityAgainstStatusQuo /= result.Number(g.Population)
	return g
}

// large has as many structures, names as long, and a horizon as far as figures must bear; every kind of sign occurs.
func large() Data {
	r := rand.New(rand.NewPCG(1, 2))
	d := Data{Context: Context{Case: "A case whose title is rather long, so that the subtitle breaks", Map: "some-map", Note: "target.reduction=0.2; one more setting"}}
	for s := range 12 {
		name := fmt.Sprintf("Structure %02d of neighbours with one hub", s)
		code, saving := fmt.Sprint("s", s), r.Float64()*20-5
		d.add(code, name, saving, [3]float64{r.Float64() * 900, r.Float64() * 900, r.Float64() * 1500}, [2]float64{0.9 - r.Float64()*0.1, 1 - r.Float64()*0.1}, 0.7)
	}
	d.Trajectories, d.Commissioners = nil, nil
	for s := range 12 {
		code, saving := fmt.Sprint("s", s), d.Outcomes[s].Values[result.SteadySavingPct]
		d.Outcomes[s].Values[result.ReductionFromCuts] = 20*r.Float64() - 8
		for q := range 120 {
			t := (float64(q) + 0.5) / 4
			d.Trajectories = append(d.Trajectories, result.TrajectoryRow{
				Structure: code, Quarter: q + 1, TimeYears: t, FinancialYear: fmt.Sprintf("%d/%02d", 2010+q/4, (11+q/4)%100),
				Statistic: result.CentralDraw,
				Course: result.Course{
					RequiredCostK: 10000 - 100*saving*(1-math.Exp(-t)), CeilingK: 10000 - 2000*min(1, t/3),
					Capacity: 1 - 0.3*(1-math.Exp(-t)), StructureCapacity: 1 - 0.1*math.Exp(-t)*r.Float64(),
				},
			})
		}
		for b := range 42 {
			base := 4000 + 2000*r.Float64()
			gap := r.NormFloat64() * 3
			d.Commissioners = append(d.Commissioners, result.CommissionerRow{
				Structure: code, Code: fmt.Sprint("b", b), Sector: fmt.Sprint("Sector ", b%26), BaselineCostK: base,
				TargetCostK: base * 0.8, CostAtTargetK: base * (0.8 + gap/100), OnTarget: result.YesNo(gap < 2),
				Name: fmt.Sprint("Body of several neighbouring towns ", b), Population: 90000 * math.Pow(1.07, float64(b)),
				ReductionAskedPct: 40 + 20*gap, CapacityAgainstStatusQuo: result.Number(float64(s) * gap / 500),
			})
		}
	}
	d.Sizes = sizesOf(d.Commissioners)
	for q := range 60 {
		d.Fund = append(d.Fund, result.FundRow{Quarter: q + 1, PaidK: 500 * r.Float64(), WaitingK: 200 * r.Float64(), ClosingK: 9000 - 150*float64(q)})
	}
	return d
}

// half is half the width of the interval of made-up draws: a part of the value, and a little.
func half(v float64) float64 { return 0.1*math.Abs(v) + 0.01 }

// percentileSteps are where the percentiles of made-up draws lie, in half widths from the middle; the mean lies above the median.
var percentileSteps = map[string]float64{result.P05: -1, result.P25: -0.4, result.P50: 0, result.P75: 0.4, result.P95: 1, result.Mean: 0.05}

// withDraws adds the tables of a run of many draws: statistics around the central draw.
func withDraws(d Data) Data {
	d.Draws = 10000
	central := d.Outcomes
	d.Outcomes = slices.Clone(central)
	for _, row := range central {
		for _, statistic := range []string{result.Mean, result.SD, result.P05, result.P25, result.P50, result.P75, result.P95, result.MCError} {
			r := row
			r.Statistic = statistic
			for o, v := range row.Values {
				r.Values[o] = v + percentileSteps[statistic]*half(v)
			}
			d.Outcomes = append(d.Outcomes, r)
		}
		d.Probabilities = append(d.Probabilities, result.ProbabilityRow{
			Structure: row.Structure, Event: result.Best, Outcome: result.StructureNPV.String(), Probability: 1 / float64(len(central)),
		})
	}
	rows := d.Trajectories
	d.Trajectories = slices.Clone(rows)
	for _, row := range rows {
		for statistic, step := range percentileSteps {
			r := row
			r.Statistic = statistic
			numbers := row.Numbers()
			for i, v := range numbers {
				numbers[i] = v + step*half(v)
			}
			r.Course = result.CourseOf(numbers)
			d.Trajectories = append(d.Trajectories, r)
		}
	}
	slices.SortStableFunc(d.Trajectories, func(a, b result.TrajectoryRow) int { return strings.Compare(a.Statistic, b.Statistic) })
	d.Differences, d.Convergence = differencesOf(central), convergenceOf(central)
	return d
}

func differencesOf(central []result.OutcomeRow) []result.DifferenceRow {
	var rows []result.DifferenceRow
	for i, a := range central {
		for _, b := range central[i+1:] {
			for _, o := range []result.Outcome{result.StructureNPV, result.SteadySavingPct, result.StructurePayback, result.StructureCapacityEnd} {
				v := a.Values[o] - b.Values[o]
				at := func(statistic string) result.Number {
					return result.Number(v + percentileSteps[statistic]*half(v))
				}
				chance := 0.55
				if (v > 0) != (o.Better() == result.Higher) {
					chance = 0.05
				}
				rows = append(rows, result.DifferenceRow{
					First: a.Structure, Second: b.Structure, Outcome: o.String(), Unit: o.Unit().String(), Better: o.Better(), Mean: at(result.Mean),
					P05: at(result.P05), P25: at(result.P25), P50: at(result.P50), P75: at(result.P75), P95: at(result.P95),
					ProbabilityFirstBetter: result.Number(chance), ProbabilityEqual: 0.02,
				})
			}
		}
	}
	return rows
}

func convergenceOf(central []result.OutcomeRow) []result.ConvergenceRow {
	var rows []result.ConvergenceRow
	for _, r := range central {
		for n := 100; n <= 6400; n *= 2 {
			v, noise := r.Values[result.StructureNPV], 1+5/math.Sqrt(float64(n))
			e := result.Number(half(v) / math.Sqrt(float64(n)))
			rows = append(rows, result.ConvergenceRow{
				Structure: r.Structure, Outcome: result.StructureNPV.String(), Draws: n, Mean: result.Number(v * noise), MCError: e,
				P05: result.Number(v - half(v)*noise), P05Error: 2 * e, P95: result.Number(v + half(v)*noise), P95Error: 2 * e, Settled: result.YesNo(n >= 1600),
			})
		}
	}
	return rows
}

// sweepOf is a sweep over a grid: the net present value, £k, of each structure is what value gives, in units of a
// million; with bands where there are draws.
func sweepOf(codes []string, axes [][]float64, draws bool, value func(structure int, at []float64) float64) *result.Sweep {
	s := &result.Sweep{Outcomes: []result.Outcome{result.BaselineCost, result.StructureNPV}}
	points := 1
	for i := range axes {
		s.Varied = append(s.Varied, result.Column{Name: fmt.Sprint("lever.", string(rune('a'+i))), Type: "number", Unit: unit.Parse("share"), Description: "Share of something (0: none); more"})
		points *= len(axes[i])
	}
	for p := range points {
		at, rest := make([]float64, len(axes)), p
		for i := len(axes) - 1; i >= 0; i-- {
			at[i], rest = axes[i][rest%len(axes[i])], rest/len(axes[i])
		}
		for c, code := range codes {
			v := 1000 * value(c, at)
			add := func(statistic string, v float64) {
				s.Rows = append(s.Rows, result.SweepRow{Point: p + 1, Map: "pairs", Settings: at, Structure: code, Statistic: statistic, Values: []float64{10000, v}, NeverShare: math.NaN()})
			}
			if !draws {
				add(result.CentralDraw, v)
				continue
			}
			for _, statistic := range []string{result.Mean, result.P05, result.P50, result.P95} {
				add(statistic, v+percentileSteps[statistic]*half(v))
			}
			add(result.ProbabilityBest, []float64{0.95, 0.04, 0.01}[c%3])
		}
	}
	return s
}

// threeStructures are those of the small case.
var threeStructures = []string{"stay", "hub", "merge"}

// smallSweep is a grid over two assumptions in which merge is best where the first is at most 0.5 and hub elsewhere.
func smallSweep(draws bool) *result.Sweep {
	return sweepOf(threeStructures, [][]float64{{0.25, 0.5, 0.75, 1}, {0, 1, 2}}, draws, func(structure int, at []float64) float64 {
		return []float64{0, 2 + at[1], 2 + at[1] + 10*(0.6-at[0])}[structure]
	})
}

// drawn is the small case with draws and a sweep: it has all tables.
func drawn() Data {
	d := small()
	for i, npv := range []float64{0, 2000, 5000} {
		d.Outcomes[i].Values[result.StructureNPV] = npv
	}
	d = withDecision(withDraws(d))
	d.Sweep = smallSweep(true)
	return withSensitivity(withOutlook(d))
}

// largeDrawn is the large case with draws and a fine sweep of all structures over three assumptions.
func largeDrawn() Data {
	d := large()
	r := rand.New(rand.NewPCG(3, 4))
	var codes []string
	for i := range d.Outcomes {
		d.Outcomes[i].Values[result.StructureNPV] = 3e5*r.Float64() - 1e5
		codes = append(codes, d.Outcomes[i].Structure)
	}
	d = withDecision(withDraws(d))
	fine := make([]float64, 25)
	for i := range fine {
		fine[i] = cleaned(0.8 + float64(i)/120)
	}
	d.Sweep = sweepOf(codes, [][]float64{fine, fine, {1, 2, 3}}, true, func(structure int, at []float64) float64 {
		return 100*math.Sin(float64(structure)+10*at[0]) + 80*math.Cos(2*float64(structure)+9*at[1])
	})
	return withOutlook(d)
}

// only keeps some structures of the data.
func only(d Data, codes ...string) Data {
	keep := " " + strings.Join(codes, " ") + " "
	has := func(code string) bool { return strings.Contains(keep, " "+code+" ") }
	kept := Data{Context: d.Context, Tables: result.Tables{Run: result.Run{Fund: d.Fund}, Analysis: onlyDecision(d.Analysis, has)}}
	for _, r := range d.Differences {
		if has(r.First) && has(r.Second) {
			kept.Differences = append(kept.Differences, r)
		}
	}
	for _, r := range d.Convergence {
		if has(r.Structure) {
			kept.Convergence = append(kept.Convergence, r)
		}
	}
	for _, r := range d.Probabilities {
		if has(r.Structure) {
			kept.Probabilities = append(kept.Probabilities, r)
		}
	}
	if d.Sweep != nil {
		s := *d.Sweep
		s.Rows = nil
		for _, r := range d.Sweep.Rows {
			if has(r.Structure) {
				s.Rows = append(s.Rows, r)
			}
		}
		kept.Sweep = &s
	}
	for _, r := range d.Outcomes {
		if has(r.Structure) {
			kept.Outcomes = append(kept.Outcomes, r)
		}
	}
	for _, r := range d.Trajectories {
		if has(r.Structure) {
			kept.Trajectories = append(kept.Trajectories, r)
		}
	}
	for _, r := range d.Commissioners {
		if has(r.Structure) {
			kept.Commissioners = append(kept.Commissioners, r)
		}
	}
	for _, r := range d.Sizes {
		if has(r.Structure) {
			kept.Sizes = append(kept.Sizes, r)
		}
	}
	return kept
}

// each changes every row of outcomes.
func each(change func(*result.Values)) func(*Data) {
	return func(d *Data) {
		for i := range d.Outcomes {
			change(&d.Outcomes[i].Values)
		}
	}
}

// quarters changes every row of trajectories.
func quarters(change func(*result.TrajectoryRow)) func(*Data) {
	return func(d *Data) {
		for i := range d.Trajectories {
			change(&d.Trajectories[i])
		}
	}
}

// titleCase is a change of the small case and the title that must come out.
type titleCase struct {
	name   string
	change func(*Data)
	want   string
}

// checkTitles is what the test of every figure calls: the title must be as wanted, and the figure must render.
func checkTitles(t *testing.T, f Figure, cases []titleCase) {
	t.Helper()
	checkTitlesOf(t, f, small, cases)
}

// checkTitlesOf does the same with another case than the small one.
func checkTitlesOf(t *testing.T, f Figure, start func() Data, cases []titleCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := start()
			if c.change != nil {
				c.change(&d)
			}
			if got := f.Title(d); got != c.want {
				t.Errorf("title\n%s\nwant\n%s", got, c.want)
			}
			if _, err := f.Render(d, "svg"); err != nil {
				t.Error(err)
			}
		})
	}
}

// checkAltText compares the text alternative of the small case.
func checkAltText(t *testing.T, f Figure, want string) {
	t.Helper()
	checkAltTextOf(t, f, small(), want)
}

func checkAltTextOf(t *testing.T, f Figure, d Data, want string) {
	t.Helper()
	if got := f.AltText(d); got != want {
		t.Errorf("alternative text\n%s\nwant\n%s", got, want)
	}
}
