package plots

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"reconfig/model/result"
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
		Source: "made up", HandoverYears: 1,
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
		result.StructureCapacityLowest: own[0], result.StructureCapacityEnd: own[1],
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
		})
	}
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
			})
		}
	}
	for q := range 60 {
		d.Fund = append(d.Fund, result.FundRow{Quarter: q + 1, PaidK: 500 * r.Float64(), WaitingK: 200 * r.Float64(), ClosingK: 9000 - 150*float64(q)})
	}
	return d
}

// only keeps some structures of the data.
func only(d Data, codes ...string) Data {
	keep := " " + strings.Join(codes, " ") + " "
	has := func(code string) bool { return strings.Contains(keep, " "+code+" ") }
	kept := Data{Context: d.Context, Fund: d.Fund}
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
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := small()
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
	if got := f.AltText(small()); got != want {
		t.Errorf("alternative text\n%s\nwant\n%s", got, want)
	}
}
