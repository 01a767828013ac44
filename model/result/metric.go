package result

// FurtherMetrics are what an observation may name besides an outcome.
var FurtherMetrics = []string{
	FirstYearReduction, TwoYearChange, ExitCostFirstTwoYears, StructureCapacityDip, StructureCapacityEndChange, CostElasticity,
}

// QuarterMetrics are what an observation may name of a quarter, as in merged_cost_change_pct.1 of the first.
var QuarterMetrics = []string{MergedCostChange, MergedRequiredChange}

// ArrangementMetrics are what an observation may name of an arrangement, as in go_live_months.hub.
var ArrangementMetrics = []string{GoLiveMonths, SurvivalTwoYears}

// The metrics that are not outcomes.
const (
	FirstYearReduction         = "first_year_reduction_pct"          // %: mean cost of the first year against the baseline
	TwoYearChange              = "two_year_change_pct"               // %: cost after two years against the baseline
	ExitCostFirstTwoYears      = "exit_cost_first_two_years_k"       // £k
	StructureCapacityDip       = "structure_capacity_dip_pct"        // %: 100 (lowest − 1)
	StructureCapacityEndChange = "structure_capacity_end_change_pct" // %: 100 (end − 1)
	CostElasticity             = "cost_elasticity"                   // %: what cost grows by for one per cent more people
	MergedCostChange           = "merged_cost_change_pct"            // %: cost of the bodies in groups, in the middle of a quarter, against just before the start
	MergedRequiredChange       = "merged_required_change_pct"        // %: the same of required cost
	GoLiveMonths               = "go_live_months"                    // months from decision to going live
	SurvivalTwoYears           = "survival_two_years"                // share of arrangements that have not failed two years on
)
