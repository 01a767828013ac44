package sim_test

import (
	"encoding/csv"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim"
)

// What the third edition of docs/model.md has in common with the second. The files in testdata were written by the program
// as it was before the third: London's structures in one step under four draws, with enforcement 1 and no failures.

// table reads a CSV file into its rows, each by column.
func table(t *testing.T, file string) []map[string]string {
	t.Helper()
	content, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(strings.NewReader(string(content))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, column := range records[0] {
			row[column] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func number(t *testing.T, text string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestWithoutItsNewRulesTheThirdEditionIsTheSecond(t *testing.T) {
	c := london(t)
	draws := map[string]model.Draw{}
	for _, row := range table(t, "second-edition-draws.csv") {
		d := draws[row["draw"]]
		if d == nil {
			d = c.CentralDraw()
			for _, quantity := range []string{"refusal", "scale_limit"} {
				setAll(c, d, quantity, 0)
			}
			draws[row["draw"]] = d
		}
		set(t, c, d, row["assumption"], number(t, row["value"]))
	}
	compared := 0
	for _, row := range table(t, "second-edition.csv") {
		got := run(t, c, draws[row["draw"]], sim.Options{Structures: []string{row["structure"]}})[row["structure"]]
		for _, o := range result.Outcomes() {
			was, there := row[o.String()]
			if !there || o == result.CapacityLowest || o == result.CapacityLowestYears {
				continue
			}
			compared++
			if want := number(t, was); !closeTo(want, got[o], magnitude(o, *got), 1e-11) {
				t.Errorf("draw %s: %s of %s is %v, not %v as in the second edition", row["draw"], o, row["structure"], got[o], want)
			}
		}
	}
	if compared < 32*35 {
		t.Errorf("only %d numbers were compared", compared)
	}
}

// In the second edition all of what a target asks for slipped, what the structure frees too: C = U − e · max(0, U − B).
func TestTheTargetIsMissedByNoMoreThanInTheSecondEdition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := modeltest.Random(t)
		d := modeltest.RandomDraw(t, c)
		release, growth, enforcement, due := d[mustIndex(c, "target.cash_release")], d[mustIndex(c, "baseline.growth")], d[mustIndex(c, "target.enforcement")], d[mustIndex(c, "target.years")]
		e, err := sim.Compile(c, sim.Options{})
		if err != nil {
			t.Fatal(err)
		}
		trace := e.Trace(d)
		for _, o := range trace.Outcomes {
			second, baseline := 0.0, o.Values[result.BaselineCost]
			for _, x := range trace.Commissioners {
				if x.Structure == o.Structure {
					m, r, ceiling := x.BaselineCostK, x.RequiredCostAtTargetK, x.TargetCostK
					u := m*math.Pow(1+growth, due) - release*max(0, m-r) + max(0, r-m)
					second += max(0, u-enforcement*max(0, u-ceiling)-ceiling)
				}
			}
			shortfall := o.Values[result.Shortfall]
			if shortfall > 100*second/baseline+1e-9 {
				t.Errorf("%s misses %v %% of the target, and only %v %% in the second edition", o.Structure, shortfall, 100*second/baseline)
			}
			if unchanged := !hasPlacements(c, o.Structure); unchanged && !closeTo(100*second/baseline, shortfall, 1, 1e-9) {
				t.Errorf("%s, which changes nothing, misses %v %% of the target, not %v %%", o.Structure, shortfall, 100*second/baseline)
			}
		}
	})
}

func hasPlacements(c *model.Case, structure string) bool {
	for _, p := range c.Placements {
		if p.Structure == structure {
			return true
		}
	}
	return false
}
