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
	where, named := "At "+v.central()+" values", 2
	if preferred := v.Turning[0].Preferred; v.gap(result.NetBenefit).mean*v.sign(preferred) < 0 {
		where, named = fmt.Sprintf("%s %s is ahead; from there", where, v.calledOf(preferred)), 1
	}
	switching := report.Switching(v.Turning)
	if len(switching) == 0 {
		return where + " no assumption alone would change the order of the two, within what is plausible."
	}
	of := report.Count(len(v.Turning), "assumption", "assumptions")
	if len(switching) == 1 {
		return fmt.Sprintf("%s 1 of %s would change the order of the two alone. It is %s.", where, of, v.switchedBy(switching[0]))
	}
	said := fmt.Sprintf("%s %d of %s would each change the order of the two alone.", where, len(switching), of)
	for i, r := range switching[:min(named, len(switching))] {
		said += fmt.Sprintf(" The %s is %s.", []string{"nearest", "next"}[i], v.switchedBy(r))
	}
	return said
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

// switchedBy names an assumption and its switching value, the nearer to the base.
func (v versus) switchedBy(r result.SwitchingRow) string {
	return fmt.Sprintf("%s %s (now %s)", report.Labelled(v.Labels, r.Assumption), turnsAt(r), report.Full(float64(r.Base)))
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
