package runs

import (
	"fmt"
	"slices"

	"reconfig/cmd/reconfig/report"
)

// CutShort says what a horizon ends before, with what that leaves out; empty where it ends before nothing. All are in years from
// the start: when the target is due, when the handover is, and when each structure is complete.
func CutShort(horizon, target, handover float64, complete []float64) string {
	var before []string
	if target > horizon {
		before = append(before, fmt.Sprintf("the target is due (year %s)", report.Full(target)))
	}
	if handover > horizon {
		before = append(before, fmt.Sprintf("the handover comes (year %s)", report.Full(handover)))
	}
	late := slices.DeleteFunc(slices.Clone(complete), func(year float64) bool { return year <= horizon })
	if n := len(late); n > 0 {
		before = append(before, report.Count(n, "structure is", "structures are")+" complete")
	}
	if len(before) == 0 {
		return ""
	}
	said := fmt.Sprintf("The horizon of %s ends before %s: sums over the years leave out what comes later", report.Years(horizon), report.And(before))
	if target > horizon {
		said += fmt.Sprintf("; what is said of the target is of year %s, after the horizon", report.Full(target))
	}
	return said + "."
}

// cutShort says so of a run.
func (r Run) cutShort() string {
	var complete []float64
	for _, o := range r.Outcomes {
		complete = append(complete, r.Complete[o.Structure])
	}
	return CutShort(r.HorizonYears, r.TargetYears, r.HandoverYear, complete)
}

// withCutShort puts behind the first of some sentences what the horizon leaves out, so that it is read with it.
func (r Run) withCutShort(said []string) []string {
	if s := r.cutShort(); s != "" {
		return slices.Insert(said, 1, s)
	}
	return said
}
