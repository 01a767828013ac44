package report

import (
	"fmt"
	"io"
	"math"

	"reconfig/model"
	"reconfig/model/result"
)

// Run is what a run's report is about.
type Run struct {
	Setting       model.Setting
	Title         string // of the case
	Map           string
	HorizonYears  float64
	TargetYears   float64
	HandoverYear  float64
	Commissioners int
	Settings      []string // assumptions set by the user, as name=value
	Outcomes      []result.OutcomeRow
}

// WriteOutcomes writes the outcomes of every structure in two tables, of money and of capacity.
func (r Run) WriteOutcomes(w io.Writer, s Style) {
	c := r.Setting.Currency
	fmt.Fprintf(w, "%s, map %s, %s years from %s, %s at %s prices\n", r.Title, r.Map, Full(r.HorizonYears), r.Setting.StartDate.Format("2 January 2006"), c+"m", r.Setting.PriceYear)
	fmt.Fprintf(w, "target due in year %s, handover in year %s\n", Full(r.TargetYears), Full(r.HandoverYear))
	for _, set := range r.Settings {
		fmt.Fprintf(w, "  with %s\n", set)
	}
	fmt.Fprintf(w, "\nWhat each structure saves and costs (NPV and payback are of the structure by itself, without cuts)\n\n")
	s.render(w, []column{
		{"Structure", true, 0}, {"Lasting\nsaving\n" + c + "m/year", false, 0}, {"\n\n%", false, 0}, {"One-off\ncost\n" + c + "m", false, 0},
		{fmt.Sprintf("NPV to\nhandover\n%sm", c), false, 0}, {fmt.Sprintf("NPV in\n%s years\n%sm", Full(r.HorizonYears), c), false, 0},
		{"Payback\n\nyears", false, 0}, {"Cost down\nat target\n%", false, 0}, {"of which\ncuts\n% points", false, 0},
	}, r.rows(func(v *result.Values) []string {
		return []string{
			Millions(v[result.SteadySaving]), Decimal(v[result.SteadySavingPct], 1), Millions(v[result.OneOffCost]),
			Millions(v[result.StructureNPVToHandover]), Millions(v[result.StructureNPV]), r.payback(v),
			Decimal(v[result.Reduction], 1), Decimal(v[result.ReductionFromCuts], 1),
		}
	}))
	fmt.Fprintf(w, "\nWhat it does to the capacity to do the job (100 at the start)\n\n")
	s.render(w, []column{
		{"Structure", true, 0}, {"Capacity\nat target", false, 0}, {"Capacity\nlowest", false, 0}, {"Structure's\nown dip", false, 0},
		{"Local knowledge\nat handover", false, 0}, {"Statutory\nboards", false, 0}, {"Executive\nteams", false, 0},
	}, r.rows(func(v *result.Values) []string {
		return []string{
			Percent(v[result.CapacityAtTarget]), Percent(v[result.CapacityLowest]), Percent(v[result.StructureCapacityLowest] - 1),
			Percent(v[result.LocalKnowledgeAtHandover]), Decimal(v[result.StatutoryBoards], 0), Decimal(v[result.ExecutiveTeams], 0),
		}
	}))
	fmt.Fprintln(w)
}

// rows gives each structure's cells, its name first.
func (r Run) rows(cells func(*result.Values) []string) [][]string {
	rows := make([][]string, len(r.Outcomes))
	for i := range r.Outcomes {
		rows[i] = append([]string{r.Outcomes[i].Name}, cells(&r.Outcomes[i].Values)...)
	}
	return rows
}

// payback is when a structure pays back; "never" where it has a cost or a loss that it does not recover within the
// horizon, and a dash where it has neither.
func (r Run) payback(v *result.Values) string {
	if v.Has(result.StructurePayback) {
		return Decimal(v[result.StructurePayback], 2)
	}
	const nothing = 1e-6 // £k, as in docs/model.md, section 7
	if math.Abs(v[result.StructureNPV]) <= nothing && v[result.StructureOneOffCost] <= nothing {
		return "–"
	}
	return "never"
}
