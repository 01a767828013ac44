// Package runs is what is printed of a run, and of two structures compared.
package runs

import (
	"fmt"
	"io"
	"math"
	"slices"

	"reconfig/cmd/reconfig/report"
	"reconfig/model"
	"reconfig/model/result"
)

// Run is what a run's report is about. With draws its figures are means, each with its range; without, those of the
// one draw.
type Run struct {
	Properties    model.Properties
	Title         string // of the case
	Map           string
	OwnMap        string // of the case, which titles do not name
	HorizonYears  float64
	TargetYears   float64
	HandoverYear  float64
	Tolerance     float64 // share of the cut that may be missing where a target counts as met
	Commissioners int
	Settings      []string // assumptions set by the user, as name=value
	Assumptions   []model.Assumption
	Set           []string            // the names of those assumptions
	Labels        map[string]string   // of assumptions, by name
	Draws         int                 // 0 for the central draw alone
	Outcomes      []result.OutcomeRow // one row for each structure: the mean, or the central draw
	Differences   []result.DifferenceRow
	Baseline      string // how the cost at the start is known, as a sentence, and in shares
	Bases         []model.BasisShare
	Focus         []string                 // codes of the structures in focus
	ByBody        []result.CommissionerRow // at central values, as the next
	BySize        []result.SizeRow
	Complete      map[string]float64    // by structure, the year from the start in which its last step is complete
	Turning       []result.SwitchingRow // what alone turns the choice of the two best on net benefit

	statistics    map[[2]string]*result.OutcomeRow  // by structure and statistic
	probabilities map[result.ProbabilityRow]float64 // by structure, event and outcome
	convergence   []result.ConvergenceRow
}

// NewRun fills in a run's outcomes.
func NewRun(r Run, outcomes []result.OutcomeRow, probabilities []result.ProbabilityRow, convergence []result.ConvergenceRow) Run {
	r.statistics, r.probabilities, r.convergence = map[[2]string]*result.OutcomeRow{}, map[result.ProbabilityRow]float64{}, convergence
	shown := result.CentralDraw
	if r.Draws > 0 {
		shown = result.Mean
	}
	for i, row := range outcomes {
		r.statistics[[2]string{row.Structure, row.Statistic}] = &outcomes[i]
		if row.Statistic == shown {
			r.Outcomes = append(r.Outcomes, row)
		}
	}
	if r.Draws > 0 {
		for i := range r.Outcomes {
			for _, o := range mayNeverCome() { // which leaves the mean empty
				r.Outcomes[i].Values[o] = r.at(r.Outcomes[i].Structure, result.P50, o)
			}
		}
	}
	for _, row := range probabilities {
		r.probabilities[result.ProbabilityRow{Structure: row.Structure, Event: row.Event, Outcome: row.Outcome}] = row.Probability
	}
	return r
}

// at is a statistic of an outcome; NaN where there is none, also for an infinite one.
func (r Run) at(structure, statistic string, o result.Outcome) float64 {
	row, ok := r.statistics[[2]string{structure, statistic}]
	if !ok || math.IsInf(row.Values[o], 0) {
		return math.NaN()
	}
	return row.Values[o]
}

// probability is the share of draws in which an event holds of a structure.
func (r Run) probability(structure, event string, o result.Outcome) float64 {
	key := result.ProbabilityRow{Structure: structure, Event: event}
	if event == result.Best {
		key.Outcome = o.String()
	}
	return r.probabilities[key]
}

// Write writes what a reader must know first, then the outcomes of every structure in tables of worth, of money, of capacity
// and, with draws, of chances.
func (r Run) Write(w io.Writer, s report.Style) {
	report.WriteParagraphs(w, r.Lead())
	fmt.Fprintln(w)
	fmt.Fprintf(w, "%s: %s from %s%s, %s at %s prices\n", r.Title, report.Years(r.HorizonYears), r.Properties.StartDate.Format("2 January 2006"), report.OnMap(r.Map, r.OwnMap), r.money().unit(), r.Properties.PriceYear)
	fmt.Fprintf(w, "target due in year %s, handover in year %s; %s\n", report.Full(r.TargetYears), report.Full(r.HandoverYear), r.drawn())
	report.WriteBaseline(w, r.Baseline)
	for _, set := range r.Settings {
		fmt.Fprintf(w, "  with %s\n", set)
	}
	fmt.Fprintln(w)
	r.WriteOutcomes(w, s)
}

// WriteOutcomes writes the tables.
func (r Run) WriteOutcomes(w io.Writer, s report.Style) {
	r.writeWorth(w, s)
	r.writeSavings(w, s)
	r.writeCapacity(w, s)
	if r.Draws > 0 {
		fmt.Fprintf(w, "\n%s Mostly judgement: at least half of the range's variance goes when the assumptions of strength D are held\n  at their %s values.\n", report.Judged, r.central())
		r.writeChances(w, s)
	}
	r.writeSizes(w, s)
	fmt.Fprintln(w)
}

// writeCapacity writes what happens to the capacity to do the job.
func (r Run) writeCapacity(w io.Writer, s report.Style) {
	fmt.Fprintf(w, "\nWhat it does to the capacity to do the job (100 at the start)\n\n")
	s.Render(w, []report.Column{
		report.Text("Structure").Within(report.NameWidth), report.Number("Capacity\nat target"), report.Number("Capacity\nlowest"), report.Number("Structure's\nown dip"),
		report.Number("Local knowledge\nat handover"), report.Number("Statutory\nboards"), report.Number("Executive\nteams"),
	}, r.rows(func(row *result.OutcomeRow) []string {
		return []string{
			r.cell(row, result.CapacityAtTarget, percent), r.cell(row, result.CapacityLowest, percent), r.cell(row, result.StructureCapacityLowest, dip),
			r.cell(row, result.LocalKnowledgeAtHandover, percent), r.centre(report.Decimal(row.Values[result.StatutoryBoards], 0)), r.centre(report.Decimal(row.Values[result.ExecutiveTeams], 0)),
		}
	}))
	if r.aboveStart() {
		fmt.Fprintf(w, "\nAbove 100 after a cut: larger teams have expertise that small ones lack (critical_mass in assumptions.csv), and here\nthat is worth more than what the cut takes.\n")
	}
	if r.lowestAboveTarget() {
		fmt.Fprintf(w, "\nLowest is of the horizon alone, which ends before the target is due.\n")
	}
}

// aboveStart says whether a structure that has cut its cost has more capacity at the target than at the start.
func (r Run) aboveStart() bool {
	return slices.ContainsFunc(r.Outcomes, func(row result.OutcomeRow) bool {
		return row.Values[result.CapacityAtTarget] > 1+smallPercent/100 && row.Values[result.Reduction] > 0
	})
}

// lowestAboveTarget says whether capacity at the target, which may be due after the horizon, is below the lowest somewhere.
func (r Run) lowestAboveTarget() bool {
	return slices.ContainsFunc(r.Outcomes, func(row result.OutcomeRow) bool {
		return row.Values[result.CapacityAtTarget] < row.Values[result.CapacityLowest]-smallPercent/100
	})
}

// central is what values are called that were not drawn.
func (r Run) central() string { return report.Central(len(r.Settings) > 0) }

// draws is what shares of draws are told of.
func (r Run) draws() report.Draws { return report.Draws(r.Draws) }

// drawn says what the figures are.
func (r Run) drawn() string {
	if r.Draws == 0 {
		return "every assumption at its " + r.central() + " value"
	}
	if r.Draws == 1 {
		return "one draw"
	}
	return fmt.Sprintf("means of %s draws, with the 5th to the 95th percentile", report.Decimal(float64(r.Draws), 0))
}

// shown are the outcomes of the printed tables, which are the main ones.
var shown = []result.Outcome{
	result.NetBenefit, result.NetBenefitRisked, result.StructureNPV, result.StructureNPVRisked, result.SteadySaving, result.OneOffCost, result.StructureNPVToHandover,
	result.ChancePaidBack, result.Reduction, result.ReductionFromCuts,
	result.CapacityAtTarget, result.CapacityLowest, result.StructureCapacityLowest, result.LocalKnowledgeAtHandover,
}

// Unsettled warns of printed ranges that more draws would still move, and says how many are of net benefit. file is where they are
// listed; empty for nowhere.
func (r Run) Unsettled(file string) []string {
	names := map[string]bool{}
	for _, o := range shown {
		names[o.String()] = true
	}
	ranges, benefits := 0, 0
	for _, row := range r.convergence {
		if row.Draws == r.Draws && row.Settled == "no" && names[row.Outcome] {
			ranges++
			if row.Outcome == result.NetBenefit.String() {
				benefits++
			}
		}
	}
	if ranges == 0 {
		return nil
	}
	of := "none of net benefit"
	if benefits > 0 {
		of = fmt.Sprintf("%d of net benefit", benefits)
	}
	if file != "" {
		of += " (" + file + ")"
	}
	return []string{fmt.Sprintf("%s %s not settled yet, %s: take more draws", report.Count(ranges, "range", "ranges"), report.Plural(ranges, "is", "are"), of)}
}
