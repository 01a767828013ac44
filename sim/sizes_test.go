package sim_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim"
)

// bySize traces a case and sorts its commissioners into thirds.
func bySize(t tester, c *model.Case, d model.Draw) (sim.Trace, []result.SizeRow) {
	e, err := sim.Compile(c, sim.Options{})
	if err != nil {
		t.Fatal(err)
	}
	trace := e.Trace(d)
	return trace, sim.Sizes(trace.Commissioners)
}

func TestSizesAddUpToTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := modeltest.Random(t)
		trace, sizes := bySize(t, c, modeltest.RandomDraw(t, c))
		for _, o := range trace.Outcomes {
			var bodies, baseline, head, structure, cuts, cost, people, capacity, knowledge, onTarget float64
			for _, g := range sizes {
				if g.Structure != o.Structure {
					continue
				}
				heads := 1000 * g.BaselineCostK / g.BaselineCostPerHead
				bodies += float64(g.Commissioners)
				baseline += g.BaselineCostK
				head += heads
				structure += g.BaselineCostK * g.ReductionFromStructure
				cuts += g.BaselineCostK * g.ReductionFromCuts
				cost += heads * g.CostPerHeadAtTarget / 1000
				people += g.Population
				capacity += g.Population * g.CapacityAtTarget
				knowledge += g.Population * g.LocalKnowledgeAtHandover
				onTarget += float64(g.CommissionersOnTarget)
			}
			v := &o.Values
			if int(bodies) != len(c.Commissioners) {
				t.Errorf("%v of %d commissioners in the groups of %s", bodies, len(c.Commissioners), o.Structure)
			}
			want(t, o.Structure, v, baseline, result.BaselineCost)
			want(t, o.Structure, v, 1000*baseline/head, result.BaselineCostPerHead)
			want(t, o.Structure, v, cost, result.CostAtTarget)
			want(t, o.Structure, v, structure/baseline, result.ReductionFromStructure)
			want(t, o.Structure, v, cuts/baseline, result.ReductionFromCuts)
			want(t, o.Structure, v, capacity/people, result.CapacityAtTarget)
			want(t, o.Structure, v, knowledge/people, result.LocalKnowledgeAtHandover)
			want(t, o.Structure, v, onTarget, result.CommissionersOnTarget)
		}
	})
}

func TestSizesFollowPopulation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := modeltest.Random(t)
		trace, sizes := bySize(t, c, modeltest.RandomDraw(t, c))
		before := map[string]result.SizeRow{}
		for _, g := range sizes {
			if last, ok := before[g.Structure]; ok && (g.PopulationFrom < last.PopulationTo || g.Commissioners < last.Commissioners || g.Commissioners > last.Commissioners+1) {
				t.Errorf("%+v follows %+v", g, last)
			}
			before[g.Structure] = g
			least, most := math.Inf(1), math.Inf(-1)
			for _, b := range trace.Commissioners {
				if b.Structure == g.Structure && b.Population > g.PopulationFrom && b.Population < g.PopulationTo {
					least, most = min(least, b.ReductionAskedPct), max(most, b.ReductionAskedPct)
				}
			}
			if g.ReductionAskedLeastPct > least || g.ReductionAskedMostPct < most || g.ReductionAskedPct < g.ReductionAskedLeastPct-1e-9 || g.ReductionAskedPct > g.ReductionAskedMostPct+1e-9 {
				t.Errorf("the group is asked for %v to %v, those in it for %v to %v: %+v", g.ReductionAskedLeastPct, g.ReductionAskedMostPct, least, most, g)
			}
		}
	})
}

func TestOrderOfCommissionersChangesNoSize(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := modeltest.Random(t)
		trace, sizes := bySize(t, c, modeltest.RandomDraw(t, c))
		shuffled := slices.Clone(trace.Commissioners)
		shuffle(rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "order"), 1)), shuffled)
		again := sim.Sizes(shuffled)
		for _, g := range sizes {
			i := slices.IndexFunc(again, func(x result.SizeRow) bool { return x.Structure == g.Structure && x.Size == g.Size })
			if i < 0 || !sameSize(again[i], g) {
				t.Errorf("before shuffling %+v, after %+v", g, again)
			}
		}
	})
}

// sameSize compares rows, of which no number is like another.
func sameSize(a, b result.SizeRow) bool {
	for _, x := range []*result.SizeRow{&a, &b} {
		for _, n := range []*result.Number{&x.CapacityAgainstStatusQuo, &x.CommissionersGaining, &x.CommissionersLosing} {
			if math.IsNaN(float64(*n)) {
				*n = -1e99
			}
		}
	}
	return a == b
}

// someBodies are commissioners under one structure, in sectors of their own but for the first two.
func someBodies(populations ...float64) []result.CommissionerRow {
	rows := make([]result.CommissionerRow, len(populations))
	for i, p := range populations {
		code := string(rune('a' + i))
		rows[i] = result.CommissionerRow{Structure: "merger", Code: code, Sector: code, Population: p, WeightedPopulation: result.Number(math.NaN()), BaselineCostK: p / 10, TargetCostK: p / 20, CostAtTargetK: p / 20, RequiredCostAtTargetK: p / 10}
	}
	if len(rows) > 1 {
		rows[1].Sector = rows[0].Sector
	}
	return rows
}

func TestCommissionersInEachSize(t *testing.T) {
	for _, test := range []struct {
		populations []float64
		sizes       []string
		bodies      []int
		alone       []int
	}{
		{[]float64{5}, []string{"only"}, []int{1}, []int{1}},
		{[]float64{5, 4}, []string{"smallest", "largest"}, []int{1, 1}, []int{0, 0}},
		{[]float64{1, 2, 3}, []string{"smallest", "middle", "largest"}, []int{1, 1, 1}, []int{0, 0, 1}},
		{[]float64{1, 2, 3, 4}, []string{"smallest", "middle", "largest"}, []int{1, 1, 2}, []int{0, 0, 2}},
		{[]float64{5, 4, 3, 2, 1}, []string{"smallest", "middle", "largest"}, []int{1, 2, 2}, []int{1, 2, 0}},
		{[]float64{7, 7, 7, 7, 7, 7}, []string{"smallest", "middle", "largest"}, []int{2, 2, 2}, []int{0, 2, 2}},
	} {
		sizes := sim.Sizes(someBodies(test.populations...))
		var names []string
		var bodies, alone []int
		for _, g := range sizes {
			names, bodies, alone = append(names, g.Size), append(bodies, g.Commissioners), append(alone, g.CommissionersAlone)
		}
		if !slices.Equal(names, test.sizes) || !slices.Equal(bodies, test.bodies) || !slices.Equal(alone, test.alone) {
			t.Errorf("%v: %v of %v bodies, %v alone; want %v, %v, %v", test.populations, names, bodies, alone, test.sizes, test.bodies, test.alone)
		}
	}
	if sizes := sim.Sizes(nil); len(sizes) > 0 {
		t.Errorf("%v of nobody", sizes)
	}
}

// Worked by hand: two small bodies, one that needs no cut and gains, one that loses, and a large one to which nothing
// happens.
func TestSizesWorkedByHand(t *testing.T) {
	rows := someBodies(100, 300, 400, 500, 1000, 2000)
	for i := range rows {
		rows[i].CapacityAtTarget, rows[i].ReductionAskedPct, rows[i].OnTarget = 0.8, 50, "yes"
	}
	rows[0].WeightedPopulation, rows[0].TargetCostK, rows[0].ReductionAskedPct = 200, 11, -10
	rows[0].CapacityAtTarget, rows[0].CapacityAgainstStatusQuo = 0.9, 0.1
	rows[1].CapacityAtTarget, rows[1].CapacityAgainstStatusQuo, rows[1].OnTarget = 0.7, -0.1, "no"
	rows[1].RequiredCostAtTargetK = 20
	g := sim.Sizes(rows)[0]
	want := result.SizeRow{
		Structure: "merger", Size: "smallest", Commissioners: 2, PopulationFrom: 100, PopulationTo: 300, Population: 400,
		BaselineCostK: 40, BaselineCostPerHead: 80, CostPerHeadAtTarget: 40, ReductionAskedPct: 35, ReductionAskedLeastPct: -10, ReductionAskedMostPct: 50,
		CommissionersWithoutCut: 1, ReductionFromStructure: 25, ReductionFromCuts: 25, CommissionersOnTarget: 1,
		CapacityAtTarget: 0.75, CapacityAgainstStatusQuo: -0.05, CommissionersGaining: 1, CommissionersLosing: 1,
	}
	g.CapacityAtTarget, g.CapacityAgainstStatusQuo = math.Round(g.CapacityAtTarget*1e9)/1e9, result.Number(math.Round(float64(g.CapacityAgainstStatusQuo)*1e9)/1e9)
	if !sameSize(g, want) {
		t.Errorf("got  %+v\nwant %+v", g, want)
	}
}

// Without the structure that changes nothing there is nothing to gain or lose against.
func TestSizesWithoutStatusQuo(t *testing.T) {
	rows := someBodies(1, 2)
	rows[0].CapacityAgainstStatusQuo, rows[1].CapacityAgainstStatusQuo = result.Number(math.NaN()), result.Number(math.NaN())
	for _, g := range sim.Sizes(rows) {
		if !math.IsNaN(float64(g.CapacityAgainstStatusQuo)) || !math.IsNaN(float64(g.CommissionersGaining)) || !math.IsNaN(float64(g.CommissionersLosing)) {
			t.Errorf("%+v", g)
		}
	}
}
