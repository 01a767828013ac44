package runs

import (
	"fmt"
	"math"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// turning says which assumptions alone would turn the order of the two, and that the order of means is not that at central
// values where it is not; nothing where that was not looked for.
func (v versus) turning() string {
	if len(v.Turning) == 0 {
		return ""
	}
	where, named := "At central values", 2
	if preferred := v.Turning[0].Preferred; v.gap(result.NetBenefit).mean*v.sign(preferred) < 0 {
		where, named = fmt.Sprintf("At central values %s is ahead; from there", v.calledOf(preferred)), 1
	}
	switching := report.Switching(v.Turning)
	if len(switching) == 0 {
		return where + " no assumption alone would change the order of the two, within what is plausible."
	}
	of := report.Count(len(v.Turning), "assumption", "assumptions")
	if len(switching) == 1 {
		return fmt.Sprintf("%s 1 of %s would change the order of the two alone: %s.", where, of, v.nearest(switching))
	}
	if len(switching) <= named {
		return fmt.Sprintf("%s %d of %s would each change the order of the two alone: %s.", where, len(switching), of, v.nearest(switching))
	}
	switching, n := switching[:named], len(switching)
	return fmt.Sprintf("%s %d of %s would each change the order of the two alone; the nearest %s %s.", where, n, of, report.Plural(named, "is", "are"), v.nearest(switching))
}

// sign is 1 for the first of the two, −1 for the second.
func (v versus) sign(code string) float64 {
	if code == v.one.Structure {
		return 1
	}
	return -1
}

// calledOf is what sentences call one of the two.
func (v versus) calledOf(code string) string {
	if code == v.one.Structure {
		return v.called
	}
	return v.calledThen
}

// nearest names the switching values of some assumptions, the nearest to the base.
func (v versus) nearest(rows []result.SwitchingRow) string {
	var at []string
	for _, r := range rows {
		at = append(at, fmt.Sprintf("%s %s (now %s)", report.Labelled(v.Labels, r.Assumption), turnsAt(r), report.Full(float64(r.Base))))
	}
	return report.And(at)
}

// turnsAt says beyond which value, on the side that is nearer as a part of the way to the end of the range.
func turnsAt(r result.SwitchingRow) string {
	below, above := part(r.Below, r.Base, r.Low), part(r.Above, r.Base, r.High)
	if below < above {
		return "below " + report.Significant(float64(r.Below))
	}
	return "above " + report.Significant(float64(r.Above))
}

// turnsIf says the same of what the assumption does.
func turnsIf(r result.SwitchingRow) string {
	at := turnsAt(r)
	if strings.HasPrefix(at, "below") {
		return "falls " + at
	}
	return "rises " + at
}

// part is how much of the way from the base to the end a value is; infinite where there is none.
func part(at, base, end result.Number) float64 {
	if share := float64((at - base) / (end - base)); !math.IsNaN(share) {
		return share
	}
	return math.Inf(1)
}
