package document

import (
	"slices"
	"strconv"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/model"
	"reconfig/model/unit"
)

// Control is an assumption that a reader may change. Its numbers are in the unit that it is shown in: Factor times those of the case.
type Control struct {
	Name   string  `json:"name"` // of the assumption
	Label  string  `json:"label"`
	Unit   string  `json:"unit"`   // that it is shown in
	Factor float64 `json:"factor"` // 100 where a share is shown in per cent
	Value  float64 `json:"value"`  // in the report
	Low    float64 `json:"low"`    // of the slider: what is plausible, as the next
	High   float64 `json:"high"`
	Min    float64 `json:"min"` // of the field: what is possible, as the next
	Max    float64 `json:"max"`
	Step   float64 `json:"step"`
	Grain  float64 `json:"grain,omitempty"` // what the value is whole multiples of; 0 where it may have any
	Kind   string  `json:"kind"`            // lever, assumption or horizon
	Why    string  `json:"why"`             // it is offered
	None   bool    `json:"none,omitempty"`  // 0, its value in the report, stands for none. It has no slider then: its first step would ask bodies to cost next to nothing
}

// YesOrNo says whether the assumption is a yes or a no, which 1 and 0 stand for.
func (c Control) YesOrNo() bool { return c.Unit == yesOrNo && (c.Value == 0 || c.Value == 1) }

// KindHorizon is the kind of the control of how long the case is followed, which is no assumption.
const KindHorizon = "horizon"

// yesOrNo is the unit of an assumption that is 1 or 0.
const yesOrNo = "0 or 1"

// ShownUnit is the unit in which a page shows an assumption, and by how much its values are multiplied for that: shares are shown in
// per cent.
func ShownUnit(c *model.Case, a model.Assumption) (factor float64, shown string) {
	u := unit.Parse(c.Words().Unit(a.Unit), c.Currency)
	switch {
	case u.Kind() == unit.Share && (u.Rest() == "" || u.String() == "share/year"), u.String() == "probability":
		return 100, strings.TrimSpace("%" + strings.TrimPrefix(u.Said(), "share"))
	case u.Thousands() && u.Rest() == "":
		return 0.001, c.Currency + "m"
	}
	return 1, u.Said()
}

// ShownRange is a range of values of an assumption: 0 to 100 %, £0.25 to £3 per £, 0 to 1.
func ShownRange(c *model.Case, a model.Assumption, low, high float64) string {
	factor, shown := ShownUnit(c, a)
	from := report.Full(Rounded(factor * low))
	if shown == yesOrNo { // a value between is neither yes nor no
		return from + " to " + report.Full(high)
	}
	if strings.HasPrefix(shown, c.Currency) {
		from = c.Currency + from
	}
	return from + " to " + Shown(c, a, high)
}

// Rounded is a number without what multiplying leaves: 7 for 7.000000000000001.
func Rounded(v float64) float64 {
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64) // what was written can be read
	return rounded
}

// Shown is a value of an assumption with its unit.
func Shown(c *model.Case, a model.Assumption, v float64) string {
	factor, shown := ShownUnit(c, a)
	number := report.Full(Rounded(factor * v))
	switch rest, money := strings.CutPrefix(shown, c.Currency); {
	case money:
		return c.Currency + number + rest
	case shown == yesOrNo && v == 0:
		return "no"
	case shown == yesOrNo && v == 1:
		return "yes"
	case shown == "" || shown == yesOrNo || slices.Contains(pure, shown):
		return number
	}
	return number + "\u00a0" + shown
}

// pure are units of numbers that count nothing. They are said where a number stands alone, as beside a field, and not after it.
var pure = []string{"ratio", "elasticity", "exponent", "log sd"}

// FieldOf is the name that a setting is of, whatever its value.
func FieldOf(setting string) string {
	name, _, _ := strings.Cut(setting, "=")
	return strings.TrimSpace(name)
}

// Ask is what the reader of a page may ask.
type Ask struct {
	Answer     string // what amounts beside the controls are of, in sentences
	Controls   []Control
	Structures []Choice
	Maps       []Choice
}

// Choice is one of several, and whether the report has it.
type Choice struct {
	Code, Name string
	Chosen     bool
}
