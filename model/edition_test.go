package model_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reconfig/model"
	"reconfig/model/modeltest"
)

// later says whether an edition after the first brought an assumption.
func later(c *model.Case, name string) bool {
	for _, q := range model.Quantities {
		for _, subject := range c.Subjects(q) {
			if q.AssumptionName(subject) == name {
				return q.Since > 0
			}
		}
	}
	return false
}

// A case without what the edition brought lacks that, gets one problem, and lacks nothing once it has it.
func TestLacking(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := modeltest.Random(t)
		if all := c.Lacking(); len(all) > 0 {
			t.Fatalf("a valid case lacks %v", all)
		}
		var want []string
		c.Assumptions = slices.DeleteFunc(c.Assumptions, func(a model.Assumption) bool {
			gone := later(c, a.Name)
			if gone {
				want = append(want, a.Name)
			}
			return gone
		})
		c.Correlations = nil
		got := c.Lacking()
		slices.Sort(want)
		if !slices.Equal(slices.Sorted(slices.Values(got)), want) {
			t.Fatalf("lacks %v, want %v", got, want)
		}
		problems := c.Check()
		if len(problems) != 1 || problems[0].Code != model.EarlierEdition {
			t.Fatalf("%+v", problems)
		}
	})
}

// What is missing of a class or an arrangement as a whole, or is misspelt, is not a matter of the edition.
func TestWhatIsNotLackedForTheEdition(t *testing.T) {
	c := modeltest.Small()
	without := func(gone func(name string) bool) *model.Case {
		copied := *c
		copied.Correlations = nil
		copied.Assumptions = slices.DeleteFunc(slices.Clone(c.Assumptions), func(a model.Assumption) bool { return gone(a.Name) })
		return &copied
	}
	class := c.Classes()[0]
	if all := without(func(name string) bool { return strings.HasSuffix(name, "."+class) }).Lacking(); len(all) > 0 {
		t.Errorf("a new class lacks %v for the edition", all)
	}
	if all := without(func(name string) bool { return name == "scale_limit."+class }).Lacking(); !slices.Equal(all, []string{"scale_limit." + class}) {
		t.Errorf("lacks %v", all)
	}
	slip := without(func(name string) bool { return name == "again.setup" })
	i, _ := slip.AssumptionIndex("scale_limit." + class)
	slip.Assumptions[i].Name += "s"
	if all := slip.Lacking(); !slices.Equal(all, []string{"again.setup"}) {
		t.Errorf("lacks %v, and one is misspelt", all)
	}
}
