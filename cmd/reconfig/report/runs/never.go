package runs

import (
	"math"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// What reports say of a time that may never come, as a payback.
const (
	never  = "never"
	aNever = "A never" // of a difference of two such times, where only the other comes
	bNever = "B never"

	neverNote  = aNever + ", " + bNever + ": in such draws only the other pays back."
	medianNote = "of a payback that never comes in some draws, medians"
)

// timeDecimals are those of times that may never come, in years.
const timeDecimals = 2

// mayNeverCome lists the outcomes that are times which may never come.
func mayNeverCome() (times []result.Outcome) {
	for o := range result.Outcome(result.OutcomeCount) {
		if o.MayBeInfinite() {
			times = append(times, o)
		}
	}
	return times
}

// comes writes a time that may never come, within the horizon; a dash where there is nothing to wait for.
func comes(v *result.Values, o result.Outcome) string {
	switch {
	case v.Has(o):
		return report.Decimal(v[o], timeDecimals)
	case nothingToWaitFor(v, o):
		return report.Decimal(math.NaN(), timeDecimals)
	}
	return never
}

// nothingToWaitFor says whether a time is none because what it would be the time of is there already: a structure that has
// neither a cost nor a loss has nothing to pay back.
func nothingToWaitFor(v *result.Values, o result.Outcome) bool {
	const nothing = 1e-6 // £k, as in docs/model.md, section 7
	return o == result.StructurePayback && !v.Has(o) && math.Abs(v[result.StructureNPV]) <= nothing && v[result.StructureOneOffCost] <= nothing
}

// statisticComes writes a statistic of a time that may never come.
func (r Run) statisticComes(structure, statistic string, o result.Outcome) string {
	if v := r.at(structure, statistic, o); !math.IsNaN(v) {
		return report.Decimal(v, timeDecimals)
	}
	return never
}

// onlyOneComes says whether in some of the draws that are told of only one of the two structures gets there.
func (c Comparison) onlyOneComes() bool {
	for _, o := range mayNeverCome() {
		if d, drawn := c.paired(o.String()); drawn && (math.IsInf(float64(d.P05), 0) || math.IsInf(float64(d.P95), 0)) {
			return true
		}
	}
	return false
}
