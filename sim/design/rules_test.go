package design_test

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim/design"
)

func TestAskingForLessNeverCosts(t *testing.T) {
	checked := 0
	rapid.Check(t, func(r *rapid.T) {
		if checked++; checked > modeltest.ShortOrLong(2, 40) {
			return
		}
		c := threeFunctions(r)
		for _, free := range []bool{false, true} {
			var before result.Number
			for i, compelling := range []float64{1, 0.8, 0.5, 0} {
				got := chosen(look(t, c, design.Options{Compelling: compelling, NoCoherence: free})).Value
				if i > 0 && got < before {
					r.Errorf("without rules %v: compelling %v gives %v, but more compelling %v", free, compelling, got, before)
				}
				before = got
				if free {
					continue
				}
				if without := chosen(look(t, c, design.Options{Compelling: compelling, NoCoherence: true})).Value; without < got {
					r.Errorf("compelling %v: without rules %v, with them %v", compelling, without, got)
				}
			}
		}
	})
}

func TestTheSameOnAnyNumberOfGoroutines(t *testing.T) {
	c := rapid.Custom(threeFunctions).Example(3)
	o := design.Options{Outcome: result.NetBenefit, Draws: testDraws, Seed: 1, Compelling: 0.5, Values: true}
	var first *design.Found
	for _, workers := range []int{1, 2} {
		f, err := design.Functions(context.Background(), setupOf(t, c, testDraws, workers), o)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = f
			continue
		}
		if a, b := rowsOf(first), rowsOf(f); !reflect.DeepEqual(a, b) || !reflect.DeepEqual(first.Placements, f.Placements) {
			t.Errorf("one goroutine: %v, two: %v", a, b)
		}
	}
	if len(first.Tables.FunctionFront) < 8 {
		t.Errorf("%d worths of capacity, expected at least eight", len(first.Tables.FunctionFront))
	}
}

// rowsOf writes tables as text, every digit of numbers, in which what is empty equals what is empty.
func rowsOf(f *design.Found) (all []string) {
	for _, table := range f.Tables.List() {
		all = append(all, fmt.Sprintf("%+v", reflect.ValueOf(table.Pointer()).Elem()))
	}
	return all
}

// What is kept stays, what goes together goes together, and what no structure of the case moves needs to be freed.
func TestRulesOfTheUser(t *testing.T) {
	c := rapid.Custom(threeFunctions).Example(3)
	c.Functions[2].Share = 0.25
	c.Functions = append(c.Functions, model.Function{Code: "desk", Name: "Desk", Class: "office", Share: 0.25, CapacityWeight: c.Functions[2].CapacityWeight})
	placed := func(o design.Options) map[string]string {
		at := map[string]string{}
		for _, p := range look(t, c, o).Placements {
			at[p.Function] = string(p.Tier) + " " + p.Arrangement
		}
		return at
	}
	any := placed(design.Options{Move: []string{"desk"}})
	if any["office"] == "" || any["desk"] == "" {
		t.Fatalf("nothing to test: the office or the desk stays local anyway: %v", any)
	}
	if at := placed(design.Options{Move: []string{"desk"}, Keep: []string{"office"}}); at["office"] != "" || at["desk"] == "" {
		t.Errorf("with the office kept: %v", at)
	}
	if at := placed(design.Options{}); at["desk"] != "" {
		t.Errorf("no structure moves the desk, and it was not freed: %v", at)
	}
	if at := placed(design.Options{Move: []string{"desk"}, With: [][]string{{"board", "office"}, {"office", "desk"}}}); at["board"] != at["office"] || at["office"] != at["desk"] {
		t.Errorf("what goes together is apart: %v", at)
	}
	for _, o := range []design.Options{{Keep: []string{"offise"}}, {Move: []string{"x"}}, {With: [][]string{{"office", "x"}}}} {
		o.Outcome, o.Draws = result.NetBenefit, testDraws
		if _, err := design.Functions(context.Background(), setupOf(t, c, testDraws, 1), o); err == nil {
			t.Errorf("%+v: a function that is not there, and no error", o)
		}
	}
}

// The structure that was found stands in the case beside the others, under a name of its own.
func TestTheCaseWithTheStructure(t *testing.T) {
	c := rapid.Custom(threeFunctions).Example(3)
	c.Structures[0].Code = "designed"
	f := look(t, c, design.Options{})
	with := f.Case(c)
	if problems := with.Check(); len(problems) > 0 {
		t.Fatalf("the case with the structure is not valid: %v", problems)
	}
	if f.Structure.Code != "designed-2" || len(with.Structures) != len(c.Structures)+1 || len(c.Structures) != 3 {
		t.Errorf("the structure is called %s, of %d", f.Structure.Code, len(with.Structures))
	}
	for _, p := range f.Placements {
		if !slices.Contains(with.Placements, p) {
			t.Errorf("the case lacks %v", p)
		}
	}
}

func TestWhatCannotBeLookedFor(t *testing.T) {
	c := rapid.Custom(threeFunctions).Example(3)
	for _, o := range []result.Outcome{result.StructurePayback, result.BaselineCost} {
		if _, err := design.Functions(context.Background(), setupOf(t, c, testDraws, 1), design.Options{Outcome: o, Draws: testDraws}); err == nil {
			t.Errorf("%s has no best, and no error", o)
		}
	}
	for i := range c.Memberships {
		c.Memberships[i].Sector, c.Memberships[i].Region = c.Memberships[i].Commissioner, c.Memberships[i].Commissioner
	}
	if _, err := design.Functions(context.Background(), setupOf(t, c, testDraws, 1), design.Options{Outcome: result.NetBenefit, Draws: testDraws}); err == nil {
		t.Error("a map that pools nothing, and no error")
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := design.Functions(ctx, setupOf(t, rapid.Custom(threeFunctions).Example(3), testDraws, 1), design.Options{Outcome: result.NetBenefit, Draws: testDraws}); err == nil {
		t.Error("stopped before it began, and no error")
	}
}

// On an outcome where less is better, what is gained is still above 0.
func TestOutcomesThatShouldBeLow(t *testing.T) {
	c := rapid.Custom(threeFunctions).Example(3)
	f, err := design.Functions(context.Background(), setupOf(t, c, testDraws, 1), design.Options{Outcome: result.Shortfall, Draws: testDraws, Seed: 1, Compelling: 0.5, Values: true})
	if err != nil {
		t.Fatal(err)
	}
	d := chosen(f)
	if d.Gain < 0 || d.Value < 0 || len(f.Tables.FunctionFront) > 0 {
		t.Errorf("a shortfall of %v, gain %v, %d worths of capacity", d.Value, d.Gain, len(f.Tables.FunctionFront))
	}
}
