package runs

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/model"
	"reconfig/model/result"
)

// WriteCaution writes Caution, for a reader who has the program.
func (r Run) WriteCaution(w io.Writer) {
	report.WriteParagraphs(w, r.Caution("“reconfig case show” lists"))
}

// Caution says how far the figures can be trusted: what the ranges hold, what they leave out, and what share of the
// assumptions behind them is judgement. lists names what lists the assumptions, with its verb. A sentence may be empty.
func (r Run) Caution(lists string) []string {
	uncertain, judged := report.Judgement(r.Assumptions, r.Set)
	if r.Draws == 0 {
		return []string{
			fmt.Sprintf("How sure: this is one run, with each assumption at one value, and says nothing of the spread. Of %d uncertain assumptions, %d rest on judgement alone (strength D). %s them with their ranges and sources.", uncertain, judged, lists),
			r.baselineCaution(),
		}
	}
	return []string{
		fmt.Sprintf("How sure: the ranges hold what is uncertain in %d assumptions, of which %d rest on judgement alone (strength D). Not in the ranges: levers and conventions, which are choices, and whatever the equations leave out.%s",
			uncertain, judged, r.monteCarlo()),
		r.baselineCaution(),
	}
}

// monteCarlo says how far off means may be for being those of so many draws; nothing of one draw, which tells no error.
func (r Run) monteCarlo() string {
	if r.Draws < 2 {
		return ""
	}
	return fmt.Sprintf(" Monte Carlo error: at most %s on a mean net benefit.", r.money().least(r.greatestError(result.NetBenefit)))
}

// greatestError is the greatest Monte Carlo error of any structure's mean.
func (r Run) greatestError(o result.Outcome) float64 {
	greatest := 0.0
	for _, row := range r.Outcomes {
		if e := r.at(row.Structure, result.MCError, o); !math.IsNaN(e) {
			greatest = max(greatest, e)
		}
	}
	return greatest
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
		how += fmt.Sprintf(" A run of draws with “--set baseline.spread=…” (%s to %s) shows how much errors of single %s do.", report.Full(a.Low), report.Full(a.High), r.Properties.BodyPlural)
	}
	whole := "all of it"
	if bodies < r.Commissioners {
		whole = fmt.Sprintf("%s of it (%d of %d %s)", inPercent(share), bodies, r.Commissioners, r.Properties.BodyPlural)
	}
	return fmt.Sprintf("Cost at the start: %s is %s, not published. %s", whole, strings.Join(ways, " or "), how)
}

// inPercent writes a share of the cost that is not all of it.
func inPercent(share float64) string {
	if math.Round(100*share) == 100 {
		return "over 99 %"
	}
	return report.Decimal(100*share, 0) + " %"
}
