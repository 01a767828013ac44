package result

import (
	"math"
	"strings"
)

// SummaryRow is one structure with the outcomes that a reader asks for first, ranges in columns. Money is in millions and
// shares are in per cent, as reports print them. Without draws the mean is the value at central or set values, and there is no range.
type SummaryRow struct {
	Structure                   string `csv:"structure" label:"Code" about:"Code of the structure"`
	Name                        string `csv:"name" label:"Structure" about:"Name of the structure"`
	NetBenefitMean              Number `csv:"net_benefit_m_mean" label:"Net benefit" unit:"£m" about:"Net benefit: what the whole stream saves, less its costs and less the worth of the capacity lost; mean of draws, or at central or set values where there are none, as all columns of means" optional:"yes"`
	NetBenefitP05               Number `csv:"net_benefit_m_p05" label:"Net benefit: 5th percentile" unit:"£m" about:"Its 5th percentile; empty where there are no draws, as all columns of percentiles" optional:"yes"`
	NetBenefitP95               Number `csv:"net_benefit_m_p95" label:"Net benefit: 95th percentile" unit:"£m" about:"Its 95th percentile" optional:"yes"`
	BestOnNetBenefitPct         Number `csv:"best_on_net_benefit_pct" label:"Best on net benefit" unit:"% of draws" about:"Draws in which no other structure is better on net benefit; where several are equally best, each has its part of the draw" optional:"yes"`
	SteadySavingMean            Number `csv:"steady_saving_m_mean" label:"Lasting saving" unit:"£m a year" about:"Lasting saving: what the structure alone no longer needs once fully in force, without cuts and before any failure; mean" optional:"yes"`
	SteadySavingP05             Number `csv:"steady_saving_m_p05" label:"Lasting saving: 5th percentile" unit:"£m a year" about:"Its 5th percentile" optional:"yes"`
	SteadySavingP95             Number `csv:"steady_saving_m_p95" label:"Lasting saving: 95th percentile" unit:"£m a year" about:"Its 95th percentile" optional:"yes"`
	OneOffCostMean              Number `csv:"one_off_cost_m_mean" label:"One-off cost" unit:"£m" about:"One-off cost, exits for cuts included; mean" optional:"yes"`
	OneOffCostP05               Number `csv:"one_off_cost_m_p05" label:"One-off cost: 5th percentile" unit:"£m" about:"Its 5th percentile" optional:"yes"`
	OneOffCostP95               Number `csv:"one_off_cost_m_p95" label:"One-off cost: 95th percentile" unit:"£m" about:"Its 95th percentile" optional:"yes"`
	StructureNPVMean            Number `csv:"structure_npv_m_mean" label:"Net present value" unit:"£m" about:"Net present value: what the structure is worth by itself, without cuts and capacity; mean" optional:"yes"`
	StructureNPVP05             Number `csv:"structure_npv_m_p05" label:"Net present value: 5th percentile" unit:"£m" about:"Its 5th percentile" optional:"yes"`
	StructureNPVP95             Number `csv:"structure_npv_m_p95" label:"Net present value: 95th percentile" unit:"£m" about:"Its 95th percentile" optional:"yes"`
	CapacityAtTargetMean        Number `csv:"capacity_at_target_pct_mean" label:"Capacity at target" unit:"% of start" about:"Capacity to do the job when the target is due; mean" optional:"yes"`
	CapacityAtTargetP05         Number `csv:"capacity_at_target_pct_p05" label:"Capacity at target: 5th percentile" unit:"% of start" about:"Its 5th percentile" optional:"yes"`
	CapacityAtTargetP95         Number `csv:"capacity_at_target_pct_p95" label:"Capacity at target: 95th percentile" unit:"% of start" about:"Its 95th percentile" optional:"yes"`
	StructurePaybackYearsMedian Number `csv:"structure_payback_years_p50" label:"Payback (median)" unit:"years" about:"When the structure by itself has paid back: median of draws, or at central or set values where there are none; INF where that never comes within the horizon, as of a structure that changes nothing; empty without draws where it never comes" optional:"yes"`
	StructurePaybackYearsP05    Number `csv:"structure_payback_years_p05" label:"Payback: 5th percentile" unit:"years" about:"Its 5th percentile" optional:"yes"`
	StructurePaybackYearsP95    Number `csv:"structure_payback_years_p95" label:"Payback: 95th percentile" unit:"years" about:"Its 95th percentile" optional:"yes"`
	MostlyJudgement             string `csv:"mostly_judgement" label:"Mostly judgement" about:"The columns, without their endings, whose range rests mostly on judgement (marked * in print), separated by semicolons: at least half of its variance goes with assumptions of strength D" optional:"yes"`
}

// Table declares summary.csv.
func (SummaryRow) Table() Table {
	return Table{
		Name: "summary", Title: "Summary", Description: "One row for each structure: what it is worth, saves, costs and does to capacity, with ranges in columns, to be pasted into a report",
		PrimaryKey: []string{"structure"}, Columns: columnsOf[SummaryRow](),
	}
}

// Summarise fills in the summary of a run from its outcomes and probabilities. It does nothing where it is there already.
func (r *Run) Summarise() {
	if len(r.Summary) > 0 {
		return
	}
	at := map[[2]string]*Values{}
	drawn := false
	for i, row := range r.Outcomes {
		at[[2]string{row.Structure, row.Statistic}] = &r.Outcomes[i].Values
		drawn = drawn || row.Statistic == Mean
	}
	best := map[string]Number{}
	for _, p := range r.Probabilities {
		if p.Event == Best && p.Outcome == NetBenefit.String() {
			best[p.Structure] = Number(100 * p.Probability)
		}
	}
	for _, row := range r.Outcomes {
		if row.Statistic != CentralDraw {
			continue
		}
		s := summarised{at: at, structure: row.Structure, drawn: drawn}
		share, ok := best[row.Structure]
		if !ok || !drawn {
			share = Number(math.NaN())
		}
		r.Summary = append(r.Summary, s.row(row.Name, share))
	}
}

// summarised finds the statistics of one structure.
type summarised struct {
	at        map[[2]string]*Values
	structure string
	drawn     bool
}

// statistic is a statistic of an outcome in so many units; NaN where there is none.
func (s summarised) statistic(name string, o Outcome, units float64) Number {
	if !s.drawn && (name == Mean || name == P50) {
		name = CentralDraw
	}
	v, ok := s.at[[2]string{s.structure, name}]
	if !ok {
		return Number(math.NaN())
	}
	return Number(v[o] / units)
}

func (s summarised) row(name string, best Number) SummaryRow {
	const millions, percent = 1000, 0.01
	of := func(o Outcome, units float64) (mean, p05, p95 Number) {
		return s.statistic(Mean, o, units), s.statistic(P05, o, units), s.statistic(P95, o, units)
	}
	r := SummaryRow{Structure: s.structure, Name: name, BestOnNetBenefitPct: best}
	r.NetBenefitMean, r.NetBenefitP05, r.NetBenefitP95 = of(NetBenefit, millions)
	r.SteadySavingMean, r.SteadySavingP05, r.SteadySavingP95 = of(SteadySaving, millions)
	r.OneOffCostMean, r.OneOffCostP05, r.OneOffCostP95 = of(OneOffCost, millions)
	r.StructureNPVMean, r.StructureNPVP05, r.StructureNPVP95 = of(StructureNPV, millions)
	r.CapacityAtTargetMean, r.CapacityAtTargetP05, r.CapacityAtTargetP95 = of(CapacityAtTarget, percent)
	_, r.StructurePaybackYearsP05, r.StructurePaybackYearsP95 = of(StructurePayback, 1)
	r.StructurePaybackYearsMedian = s.statistic(P50, StructurePayback, 1)
	r.MostlyJudgement = s.judged()
	return r
}

// MostlyJudged is the share of the variance from which a range rests mostly on judgement.
const MostlyJudged = 0.5

// summarisedOutcomes are the outcomes of a summary that have a range, and how their columns begin.
var summarisedOutcomes = []struct {
	Outcome
	column string
}{
	{NetBenefit, "net_benefit_m"}, {SteadySaving, "steady_saving_m"}, {OneOffCost, "one_off_cost_m"}, {StructureNPV, "structure_npv_m"},
	{CapacityAtTarget, "capacity_at_target_pct"}, {StructurePayback, "structure_payback_years"},
}

// judged lists the columns whose range rests mostly on judgement.
func (s summarised) judged() string {
	var columns []string
	for _, o := range summarisedOutcomes {
		if s.statistic(DShare, o.Outcome, 1) >= MostlyJudged && s.statistic(P05, o.Outcome, 1) != s.statistic(P95, o.Outcome, 1) {
			columns = append(columns, o.column)
		}
	}
	return strings.Join(columns, inputSeparator)
}
