package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"reconfig/model"
)

// WriteBaseline writes how the cost at the start is known; nothing if that is not stated.
func WriteBaseline(w io.Writer, statement string) {
	if statement != "" {
		fmt.Fprintln(w, wrap(statement, lineWidth))
	}
}

// mostly is the share of the cost at the start from which what is not known of it needs a word of caution.
const mostly = 0.5

// baselineCaution says how to find out what it matters that most of the cost at the start is estimated or assumed; nothing
// where it is not most.
func (r Run) baselineCaution() string {
	share, bodies := 0.0, 0
	var ways []string
	for _, b := range r.Bases {
		if b.Estimated() {
			share += b.Share
			bodies += b.Commissioners
			ways = append(ways, b.Basis)
		}
	}
	if share <= mostly {
		return ""
	}
	how := "A sweep over baseline.scale shows how much an error of the total matters."
	if i := slices.IndexFunc(r.Assumptions, func(a model.Assumption) bool { return a.Name == "baseline.spread" }); i >= 0 && r.Commissioners > 1 {
		a := r.Assumptions[i]
		how += fmt.Sprintf(" A run of draws with “--set baseline.spread=…” (%s to %s) shows how much errors of single %s do.", Full(a.Low), Full(a.High), r.Setting.BodyPlural)
	}
	whole := "all of it"
	if bodies < r.Commissioners {
		whole = fmt.Sprintf("%s of it (%d of %d %s)", inPercent(share), bodies, r.Commissioners, r.Setting.BodyPlural)
	}
	return fmt.Sprintf("Cost at the start: %s is %s, not published. %s", whole, strings.Join(ways, " or "), how)
}

// inPercent writes a share of the cost that is not all of it.
func inPercent(share float64) string {
	if text := Decimal(100*share, 0); text != "100" {
		return text + " %"
	}
	return "over 99 %"
}
