package result_test

import (
	"slices"
	"strings"
	"testing"

	"reconfig/model/result"
	"reconfig/model/unit"
)

// The outcomes of docs/model.md, section 8, in its order: other programs read them by these names.
const outcomes = `baseline_cost_k baseline_cost_per_head steady_saving_k steady_saving_pct cost_at_target_k cost_per_head_at_target
cost_at_target_share_of_budget_pct reduction_pct reduction_from_structure_pct reduction_from_cuts_pct cuts_needed_pct
shortfall_pct commissioners_on_target posts_at_start posts_removed_at_target exit_cost_k setup_cost_k one_off_cost_k
one_off_share_of_surplus_pct structure_one_off_cost_k structure_npv_k structure_npv_risked_k structure_npv_to_handover_k structure_payback_years chance_paid_back_before_overtaken cumulative_saving_k npv_including_cuts_k
structure_capacity_lowest structure_capacity_end capacity_at_target capacity_lowest capacity_lowest_years capacity_end capacity_mean capacity_worst_commissioner_at_target local_knowledge_at_handover net_benefit_k net_benefit_risked_k
statutory_boards executive_teams`

func TestOutcomesAreThoseOfTheModel(t *testing.T) {
	if got, want := result.OutcomeNames(), strings.Fields(outcomes); !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	for _, o := range result.Outcomes() {
		if found, ok := result.OutcomeByName(o.String()); !ok || found != o {
			t.Errorf("%s is not found by its name", o)
		}
	}
	if _, ok := result.OutcomeByName("profit"); ok {
		t.Error("an outcome that is not there was found")
	}
}

func TestEveryColumnIsDeclared(t *testing.T) {
	for _, table := range declaredTables() {
		names := map[string]bool{}
		for _, c := range table.Columns {
			if c.Name == "" || c.Type == "" || c.Description == "" || names[c.Name] {
				t.Errorf("%s: %+v", table.Name, c)
			}
			names[c.Name] = true
			if number := c.Type == "number" || c.Type == "integer"; number != (c.Unit.Kind() != unit.None) {
				t.Errorf("%s: %s is a %s in %q", table.Name, c.Name, c.Type, c.Unit)
			}
		}
		for _, key := range table.PrimaryKey {
			if !names[key] {
				t.Errorf("%s has no column %s for its key", table.Name, key)
			}
		}
	}
}

// A verdict must not contradict the share that stands beside it in whole draws of 100.
func TestVerdicts(t *testing.T) {
	for share, want := range map[float64]string{
		1: result.ClaimHolds, 0.9: result.ClaimHolds, 0.895: result.ClaimHolds, 0.894: result.ClaimLeans, 0.5: result.ClaimLeans, 0.496: result.ClaimLeans, 0.494: result.ClaimTurned, 0: result.ClaimTurned,
	} {
		if got := result.VerdictOf(share); got != want {
			t.Errorf("%v %s, want %s", share, got, want)
		}
	}
}

// declaredTables lists every table that does not depend on a plan.
func declaredTables() []result.Table {
	all := []result.Table{result.BacktestRow{}.Table()}
	for _, rows := range new(result.Tables).List() {
		all = append(all, rows.Table)
	}
	return all
}
