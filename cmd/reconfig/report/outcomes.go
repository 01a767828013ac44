package report

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"reconfig/model"
	"reconfig/model/result"
)

// Run is what a run's report is about. With draws its figures are means, each with its range; without, those of the
// one draw.
type Run struct {
	Setting       model.Setting
	Title         string // of the case
	Map           string
	HorizonYears  float64
	TargetYears   float64
	HandoverYear  float64
	Tolerance     float64 // share of the cut that may be missing where a target counts as met
	Commissioners int
	Settings      []string // assumptions set by the user, as name=value
	Assumptions   []model.Assumption
	Held          []string            // names of the assumptions set by the user
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
		for i := range r.Outcomes { // a mean that a payback which never comes leaves empty
			r.Outcomes[i].Values[result.StructurePayback] = r.at(r.Outcomes[i].Structure, result.P50, result.StructurePayback)
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
func (r Run) Write(w io.Writer, s Style) {
	fmt.Fprintf(w, "%s, map %s, %s from %s, %s at %s prices\n", r.Title, r.Map, Years(r.HorizonYears), r.Setting.StartDate.Format("2 January 2006"), r.money().unit(), r.Setting.PriceYear)
	fmt.Fprintf(w, "target due in year %s, handover in year %s; %s\n", Full(r.TargetYears), Full(r.HandoverYear), r.drawn())
	WriteBaseline(w, r.Baseline)
	for _, set := range r.Settings {
		fmt.Fprintf(w, "  with %s\n", set)
	}
	fmt.Fprintln(w)
	WriteParagraphs(w, r.Lead())
	fmt.Fprintln(w)
	r.WriteOutcomes(w, s)
}

// WriteOutcomes writes the tables.
func (r Run) WriteOutcomes(w io.Writer, s Style) {
	r.writeWorth(w, s)
	r.writeSavings(w, s)
	r.writeCapacity(w, s)
	if r.Draws > 0 {
		fmt.Fprintf(w, "\n%s Mostly judgement: at least half of the range's variance goes when the assumptions of strength D are held\n  at their central values.\n", judged)
		r.writeChances(w, s)
	}
	r.writeSizes(w, s)
	fmt.Fprintln(w)
}

// writeSavings writes what each structure saves and costs, and what its cuts are.
func (r Run) writeSavings(w io.Writer, s Style) {
	unit := r.money().unit()
	fmt.Fprintf(w, "\nWhat each structure saves and costs (NPV and payback are of the structure by itself, without cuts)\n\n")
	s.render(w, []column{
		{"Structure", true, nameWidth}, {"Lasting\nsaving\n" + unit + "/year", false, 0}, {"\n\n%", false, 0}, {"One-off\ncost\n" + unit, false, 0},
		{"NPV to\nhandover\n" + unit, false, 0}, {r.paybackHeading(), false, 0}, {"before\novertaken\nchance, %", false, 0}, {"Cost down\nat target\n%", false, 0}, {"of which\ncuts\n% points", false, 0},
	}, r.rows(func(row *result.OutcomeRow) []string {
		return []string{
			r.amount(row, result.SteadySaving), r.centre(Decimal(row.Values[result.SteadySavingPct], 1)), r.amount(row, result.OneOffCost),
			r.amount(row, result.StructureNPVToHandover), r.payback(row), r.paidBack(row), r.cell(row, result.Reduction, as), r.cell(row, result.ReductionFromCuts, as),
		}
	}))
	if late := r.late(); len(late) > 0 {
		fmt.Fprintf(w, "\n%s\n", wrap(fmt.Sprintf("Not complete when the horizon ends, so that cost and saving are only those of %s: %s.", Years(r.HorizonYears), strings.Join(late, ", ")), lineWidth))
	}
}

// paidBack is the chance that a structure pays back before it is overtaken; nothing where none may be.
func (r Run) paidBack(row *result.OutcomeRow) string {
	if !r.atRisk() {
		return ""
	}
	return r.cellTo(0, row, result.ChancePaidBack, percent)
}

// late lists the structures that the horizon cuts short.
func (r Run) late() []string { return r.lateOf(r.Outcomes) }

// lateOf lists those of some structures that the horizon cuts short, each with the year in which it is complete.
func (r Run) lateOf(rows []result.OutcomeRow) (names []string) {
	for _, row := range rows {
		if r.Complete[row.Structure] > r.HorizonYears {
			names = append(names, fmt.Sprintf("%s (year %s)", quote(row.Name), Decimal(r.Complete[row.Structure], 2)))
		}
	}
	return names
}

// writeCapacity writes what happens to the capacity to do the job.
func (r Run) writeCapacity(w io.Writer, s Style) {
	fmt.Fprintf(w, "\nWhat it does to the capacity to do the job (100 at the start)\n\n")
	s.render(w, []column{
		{"Structure", true, nameWidth}, {"Capacity\nat target", false, 0}, {"Capacity\nlowest", false, 0}, {"Structure's\nown dip", false, 0},
		{"Local knowledge\nat handover", false, 0}, {"Statutory\nboards", false, 0}, {"Executive\nteams", false, 0},
	}, r.rows(func(row *result.OutcomeRow) []string {
		return []string{
			r.cell(row, result.CapacityAtTarget, percent), r.cell(row, result.CapacityLowest, percent), r.cell(row, result.StructureCapacityLowest, dip),
			r.cell(row, result.LocalKnowledgeAtHandover, percent), r.centre(Decimal(row.Values[result.StatutoryBoards], 0)), r.centre(Decimal(row.Values[result.ExecutiveTeams], 0)),
		}
	}))
	if r.lowestAboveTarget() {
		fmt.Fprintf(w, "\nLowest is of the horizon alone, which ends before the target is due.\n")
	}
}

// lowestAboveTarget says whether capacity at the target, which may be due after the horizon, is below the lowest somewhere.
func (r Run) lowestAboveTarget() bool {
	return slices.ContainsFunc(r.Outcomes, func(row result.OutcomeRow) bool {
		return row.Values[result.CapacityAtTarget] < row.Values[result.CapacityLowest]-smallPercent/100
	})
}

// nameWidth is how long a structure's name may be before it is broken.
const nameWidth = 24

// writeChances writes in what share of draws each structure is best, meets the target and pays for itself.
func (r Run) writeChances(w io.Writer, s Style) {
	fmt.Fprintf(w, "\nIn how many of 100 draws is it the best of these structures, or does it meet a mark?\n\n")
	s.render(w, []column{
		{"Structure", true, nameWidth}, {"Best: net\nbenefit", false, 0}, {"Best: structure\nalone (NPV)", false, 0}, {"Best: lasting\nsaving", false, 0},
		{"Best: capacity\nat target", false, 0}, {"Paid back by\nhandover", false, 0}, {"All " + r.Setting.BodyPlural + "\non target", false, 0}, {"At least 90 %\non target", false, 0},
	}, r.rows(func(row *result.OutcomeRow) []string {
		var cells []string
		for _, o := range []result.Outcome{result.NetBenefit, result.StructureNPV, result.SteadySaving, result.CapacityAtTarget} {
			cells = append(cells, chance(r.probability(row.Structure, result.Best, o)))
		}
		for _, event := range []string{result.PaysBackByHandover, result.AllOnTarget, result.NineInTenOnTarget} {
			cells = append(cells, chance(r.probability(row.Structure, event, 0)))
		}
		return cells
	}))
}

// chance writes a share of draws out of 100, without passing off what is rare as never or what is likely as always.
func chance(share float64) string {
	switch {
	case share > 0 && share < 0.005:
		return "<1"
	case share < 1 && share > 0.995:
		return ">99"
	}
	return Decimal(100*share, 0)
}

// ofHundred is a chance in words: 12 of 100.
func ofHundred(share float64) string {
	words := strings.NewReplacer("<", "fewer than ", ">", "more than ")
	return words.Replace(chance(share)) + " of 100"
}

// drawn says what the figures are.
func (r Run) drawn() string {
	if r.Draws == 0 {
		return "every assumption at its central value"
	}
	if r.Draws == 1 {
		return "one draw"
	}
	return fmt.Sprintf("means of %s draws, with the 5th to the 95th percentile", Decimal(float64(r.Draws), 0))
}

// How an outcome is turned into the number that is printed.
func as(v float64) float64      { return v }
func percent(v float64) float64 { return 100 * v }
func dip(v float64) float64     { return 100 * (v - 1) }

// rows gives each structure's cells, its name first.
func (r Run) rows(cells func(*result.OutcomeRow) []string) [][]string {
	rows := make([][]string, len(r.Outcomes))
	for i := range r.Outcomes {
		rows[i] = append([]string{r.Outcomes[i].Name}, cells(&r.Outcomes[i])...)
	}
	return rows
}

// judged marks a range that is mostly judgement.
const judged = "*"

// amount is an outcome in money, as cell writes it.
func (r Run) amount(row *result.OutcomeRow, o result.Outcome) string {
	return r.cellTo(r.money().places, row, o, r.money().scaled)
}

// cell is an outcome to one decimal, with its range on the line below where there are draws.
func (r Run) cell(row *result.OutcomeRow, o result.Outcome, print func(float64) float64) string {
	return r.cellTo(1, row, o, print)
}

func (r Run) cellTo(places int, row *result.OutcomeRow, o result.Outcome, print func(float64) float64) string {
	value := Decimal(print(row.Values[o]), places)
	low, high := print(r.at(row.Structure, result.P05, o)), print(r.at(row.Structure, result.P95, o))
	if r.Draws == 0 || math.IsNaN(low) || math.IsNaN(high) {
		return r.centre(value)
	}
	if high-low >= 5 { // more digits would be false precision
		places = 0
	}
	from, to := Decimal(low, places), Decimal(high, places)
	if from == value && to == value {
		return r.centre(value) + "\n"
	}
	return r.centre(value) + "\n" + from + " to " + to + r.mark(row.Structure, o)
}

// centre leaves room behind a value, so that it stands over its range and not over the mark.
func (r Run) centre(value string) string {
	if r.Draws == 0 {
		return value
	}
	return value + strings.Repeat("\u00A0", len(judged))
}

// mark is what follows a range: whether at least half of its variance goes with the assumptions of strength D.
func (r Run) mark(structure string, o result.Outcome) string {
	if r.at(structure, result.DShare, o) >= mostlyJudged {
		return judged
	}
	return strings.Repeat("\u00A0", len(judged))
}

// mostlyJudged is the share of the variance from which a range is marked.
const mostlyJudged = 0.5

func (r Run) paybackHeading() string {
	if r.Draws > 0 {
		return "Payback\n(median)\nyears"
	}
	return "Payback\n\nyears"
}

// payback is when a structure pays back; "never" where it has a cost or a loss that it does not recover within the
// horizon, and a dash where it has neither.
func (r Run) payback(row *result.OutcomeRow) string {
	value := paybackOf(&row.Values)
	if r.Draws == 0 || value == "–" {
		return r.centre(value)
	}
	low, high := r.paybackEnd(row.Structure, result.P05), r.paybackEnd(row.Structure, result.P95)
	if low == high && low == value {
		return r.centre(value) + "\n"
	}
	return r.centre(value) + "\n" + low + " to " + high + r.mark(row.Structure, result.StructurePayback)
}

// paybackOf writes a payback without its range.
func paybackOf(v *result.Values) string {
	const nothing = 1e-6 // £k, as in docs/model.md, section 7
	switch {
	case v.Has(result.StructurePayback):
		return Decimal(v[result.StructurePayback], 2)
	case math.Abs(v[result.StructureNPV]) <= nothing && v[result.StructureOneOffCost] <= nothing:
		return "–"
	}
	return "never"
}

func (r Run) paybackEnd(structure, statistic string) string {
	if v := r.at(structure, statistic, result.StructurePayback); !math.IsNaN(v) {
		return Decimal(v, 2)
	}
	return "never"
}

// shown are the outcomes of the printed tables, which are the main ones.
var shown = []result.Outcome{
	result.NetBenefit, result.NetBenefitRisked, result.StructureNPV, result.StructureNPVRisked, result.SteadySaving, result.OneOffCost, result.StructureNPVToHandover,
	result.ChancePaidBack, result.Reduction, result.ReductionFromCuts,
	result.CapacityAtTarget, result.CapacityLowest, result.StructureCapacityLowest, result.LocalKnowledgeAtHandover,
}

// Unsettled warns of printed ranges that more draws would still move.
func (r Run) Unsettled() []string {
	names := map[string]bool{}
	for _, o := range shown {
		names[o.String()] = true
	}
	ranges := 0
	for _, row := range r.convergence {
		if row.Draws == r.Draws && row.Settled == "no" && names[row.Outcome] {
			ranges++
		}
	}
	if ranges == 0 {
		return nil
	}
	return []string{fmt.Sprintf("%s of the printed tables %s not settled yet: the Monte Carlo error of the width is above 2.5 %% of it; take more draws (see convergence.csv)",
		Count(ranges, "range", "ranges"), map[bool]string{true: "is", false: "are"}[ranges == 1])}
}
