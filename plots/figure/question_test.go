package figure_test

import (
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
)

func TestRowsAsked(t *testing.T) {
	rows := []result.Question{
		{Structure: "hub", Outcome: "posts_at_start"}, {Structure: "merge", Outcome: "capacity_end"}, {Structure: "hub", Outcome: "net_benefit_k"},
		{Structure: "hub", Outcome: "net_benefit_k"}, {Structure: "hub", Outcome: "capacity_end"}, {Structure: "merge", Outcome: "capacity_end"},
	}
	for asked, want := range map[string]result.Question{"": rows[2], "gone": rows[2], "net_benefit_k": rows[2], "capacity_end": rows[1]} {
		d := figure.Data{Context: figure.Context{SweepOutcome: asked}}
		got, kept := figure.RowsAsked(d.Context, rows, func(q result.Question) result.Question { return q })
		if got != want || len(kept) != 2 {
			t.Errorf("asked for %q: %+v with %d rows, want %+v with 2", asked, got, len(kept), want)
		}
	}
}

func TestAnalysed(t *testing.T) {
	d := figure.Data{Context: figure.Context{PriceYear: "2009/10", Names: map[string]string{"a": "Full merger"}}}.Complete()
	for _, c := range []struct {
		name                                    string
		structure, against, outcome, unit       string
		analysed, answer, direction, value, way string
	}{
		{"outcome", "a", "", "net_benefit_k", "£k", "net benefit of “Full merger”", "net benefit", "", "£12.0m", "by £12m"},
		{"difference", "a", "b", "net_benefit_k", "£k", "net benefit of “Full merger” less that of b", "the difference",
			"Right of 0, “Full merger” is better than b", "+£12.0m", "by £12m"},
		{"lower is better", "a", "b", "cost_at_target_k", "£k", "cost when the target is due of “Full merger” less that of b", "the difference",
			"Left of 0, “Full merger” is better than b", "+£12.0m", "by £12m"},
		{"neither is better", "a", "b", "posts_at_start", "WTE", "number of posts at the start of “Full merger” less that of b", "the difference",
			"Right of 0, it is higher under “Full merger” than under b", "+12,000 WTE", "by 12,000 WTE"},
		{"per cent", "a", "", "reduction_pct", "%", "reduction of “Full merger”", "reduction", "", "12,000%", "by 12,000 percentage points"},
		{"outcome from elsewhere", "a", "", "trees", "trees", "trees of “Full merger”", "trees", "", "12,000 trees", "by 12,000 trees"},
		{"no structure, no unit", "", "", "trees", "", "trees", "trees", "", "12,000", "by 12,000"},
	} {
		q := result.Question{Structure: c.structure, Against: c.against, Outcome: c.outcome, Unit: c.unit}
		a := d.Asked(q, 12000, 12100)
		for _, got := range [][2]string{
			{a.Analysed(d.Context), c.analysed}, {a.Answer(), c.answer}, {a.Direction(d.Context), c.direction}, {a.Write(12000), c.value}, {d.Move(q, 12000), c.way},
		} {
			if got[0] != got[1] {
				t.Errorf("%s: %q, want %q", c.name, got[0], got[1])
			}
		}
	}
}

// What is printed is on net benefit, and so are figures, unless another outcome is asked for or the table lacks it.
func TestChosen(t *testing.T) {
	all := []result.Outcome{result.BaselineCost, result.StructureNPV, result.NetBenefit}
	for _, c := range []struct {
		asked string
		there []result.Outcome
		want  result.Outcome
	}{
		{"", all, result.NetBenefit}, {"gone", all, result.NetBenefit}, {"structure_npv_k", all, result.StructureNPV},
		{"", all[:2], result.StructureNPV}, {"net_benefit_k", all[:2], result.StructureNPV}, {"", all[:1], result.BaselineCost},
	} {
		if got, found := (figure.Context{SweepOutcome: c.asked}).Chosen(c.there); !found || got != c.want {
			t.Errorf("asked for %q of %v: %v, want %v", c.asked, c.there, got, c.want)
		}
	}
	if _, found := (figure.Context{}).Chosen(nil); found {
		t.Error("chosen from nothing")
	}
}
