package analysis

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"reconfig/model/result"
	"reconfig/model/spelling"
	"reconfig/sim/decision"
)

// Requirement is what an outcome must be.
type Requirement struct {
	Outcome    result.Outcome
	Comparison string // one of Comparisons
	Threshold  float64
}

// Comparisons are how an outcome may be held against a threshold, the longer before those that they begin with.
var Comparisons = []string{">=", "<=", ">", "<"}

// ParseRequirement reads what a user requires, as capacity_lowest>=0.65. Its error says what is wrong with it.
func ParseRequirement(text string) (Requirement, error) {
	for _, comparison := range Comparisons {
		name, number, found := strings.Cut(text, comparison)
		if !found {
			continue
		}
		name, number = strings.TrimSpace(name), strings.TrimSpace(number)
		o, ok := result.OutcomeByName(name)
		if !ok {
			return Requirement{}, fmt.Errorf("%q: %w", text, spelling.Unknown("outcome", name, result.OutcomeNames()))
		}
		threshold, err := strconv.ParseFloat(number, 64)
		switch {
		case strings.EqualFold(number, result.Infinite) && o.MayBeInfinite():
			return never(text, o, comparison)
		case err != nil || threshold-threshold != 0: // which infinities and NaN are not
			return Requirement{}, fmt.Errorf("%q: %q is not a plain number, as 0.65", text, number)
		}
		return Requirement{o, comparison, threshold}, nil
	}
	return Requirement{}, fmt.Errorf("%q: expected an outcome, a comparison (%s) and a number, as capacity_lowest>=0.65", text, strings.Join(Comparisons, " "))
}

// never reads a requirement that holds an outcome against infinity, which stands for what never comes. Nothing lies above it,
// and everything is at most infinite.
func never(text string, o result.Outcome, comparison string) (Requirement, error) {
	if comparison == ">" || comparison == "<=" {
		return Requirement{}, fmt.Errorf("%q: write %s>=%s for what never comes and %s<%s for what comes: this holds of %s value", text, o, result.Infinite, o, result.Infinite,
			map[string]string{">": "no", "<=": "every"}[comparison])
	}
	return Requirement{o, comparison, math.Inf(1)}, nil
}

// String writes the requirement so that ParseRequirement reads it.
func (r Requirement) String() string {
	return r.Outcome.String() + " " + r.Comparison + " " + result.Number(r.Threshold).String()
}

// Holds says whether a value meets the requirement; one that differs from the threshold by no more than rounding is at it.
func (r Requirement) Holds(v float64) bool { return comparisons[r.Comparison].Met(v, r.Threshold) }

var comparisons = map[string]decision.Comparison{">=": decision.AtLeast, "<=": decision.AtMost, ">": decision.Above, "<": decision.Below}

// Better requires that a difference of two structures on the outcome be to the advantage of the first. It returns an
// error if neither direction is better.
func Better(o result.Outcome) (Requirement, error) {
	direction, err := Direction(o)
	if err != nil {
		return Requirement{}, err
	}
	if direction > 0 {
		return Requirement{o, ">", 0}, nil
	}
	return Requirement{o, "<", 0}, nil
}
