package model_test

import (
	"testing"

	"reconfig/model/modeltest"
)

// Labels are the case's own, or made of its words, and no two are the same.
func TestLabelsArePlainAndTellApart(t *testing.T) {
	c := modeltest.Small()
	c.BodyPlural = "councils"
	c.Arrangements[0].Name = "Full merger"
	name := "realisation." + c.Arrangements[0].Code
	labels := c.Labels()
	for code, want := range map[string]string{
		name: "Share of savings from size realised: full merger", "finance.budget": "Budget of all councils",
		"remoteness.region": "Local knowledge lost by a move to the region", "staff.cost": "Management cost of a post",
	} {
		if labels[code] != want {
			t.Errorf("%s is called %q, not %q", code, labels[code], want)
		}
	}
	owner := map[string]string{}
	for _, a := range c.Assumptions {
		label := labels[a.Name]
		if label == "" || owner[label] != "" {
			t.Errorf("%s is called %q, as %q is", a.Name, label, owner[label])
		}
		owner[label] = a.Name
	}
	i, _ := c.AssumptionIndex("staff.cost")
	c.Assumptions[i].Label = "Kosten pro Stelle"
	if got := c.Labels()["staff.cost"]; got != "Kosten pro Stelle" {
		t.Errorf("its own label is %q", got)
	}
	c.Assumptions[i].Label = labels["staff.exit_cost"]
	if problems := c.Check(); len(problems) != 1 || problems[0].Column != "label" {
		t.Errorf("a label that another has: %+v", problems)
	}
}
