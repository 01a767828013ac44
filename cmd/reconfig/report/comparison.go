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

// Comparison is two structures side by side.
type Comparison struct {
	Case         *model.Case
	Map          string
	HorizonYears float64
	Settings     []string
	HandoverYear float64
	A, B         model.Structure
	ValuesA      *result.Values
	ValuesB      *result.Values
}

// Write writes what the structures place differently and what that changes.
func (c Comparison) Write(w io.Writer, s Style) {
	fmt.Fprintf(w, "A: %s – %s\nB: %s – %s\n%s, map %s, %s years\n", c.A.Name, c.A.Description, c.B.Name, c.B.Description, c.Case.Title, c.Map, Full(c.HorizonYears))
	for _, set := range c.Settings {
		fmt.Fprintf(w, "  with %s\n", set)
	}
	fmt.Fprintln(w)
	WriteParagraphs(w, c.Findings())
	fmt.Fprintf(w, "\nPlaced differently\n\n")
	if rows := c.placements(); len(rows) > 0 {
		s.render(w, []column{{"Functions", true, 40}, {"A", true, 0}, {"B", true, 0}}, rows)
	} else {
		fmt.Fprintln(w, "nothing")
	}
	fmt.Fprintf(w, "\nOutcomes\n\n")
	var rows [][]string
	same := []string{}
	for _, d := range result.Compare(c.ValuesA, c.ValuesB) {
		if d.A == d.B || math.IsNaN(d.A) && math.IsNaN(d.B) {
			same = append(same, d.Outcome)
			continue
		}
		rows = append(rows, []string{d.Outcome, d.Unit, Significant(d.A), Significant(d.B), Significant(d.Difference)})
	}
	s.render(w, []column{{"Outcome", true, 0}, {"Unit", true, 0}, {"A", false, 0}, {"B", false, 0}, {"B − A", false, 0}}, rows)
	if len(same) > 0 {
		fmt.Fprintln(w)
		WriteParagraphs(w, []string{"The same under both: " + strings.Join(same, ", ") + "."})
	}
}

// placements lists the functions that A and B place differently; those that move alike share a row.
func (c Comparison) placements() [][]string {
	var rows [][]string
	for _, f := range c.Case.Functions {
		a, b := placed(c.Case.PlacementsOf(c.A.Code, f.Code)), placed(c.Case.PlacementsOf(c.B.Code, f.Code))
		if a == b {
			continue
		}
		i := slices.IndexFunc(rows, func(row []string) bool { return row[1] == a && row[2] == b })
		if i < 0 {
			rows = append(rows, []string{f.Code, a, b})
			continue
		}
		rows[i][0] += ", " + f.Code
	}
	return rows
}

// placed says where a function is done: local, or each tier and arrangement with the year it is decided.
func placed(chain []model.Placement) string {
	if len(chain) == 0 {
		return string(model.LocalTier)
	}
	parts := make([]string, len(chain))
	for i, p := range chain {
		parts[i] = fmt.Sprintf("%s, %s from %s", p.Tier, p.Arrangement, Full(p.FromYear))
	}
	return strings.Join(parts, "; ")
}

// Findings says in two sentences what choosing B rather than A changes.
func (c Comparison) Findings() []string {
	a, b := c.ValuesA, c.ValuesB
	percents := func(o result.Outcome) string {
		return fmt.Sprintf("%s under B and %s under A", Percent(b[o]), Percent(a[o]))
	}
	return []string{
		fmt.Sprintf("In the end B, %s, saves %s a year than A, %s; by itself it costs %s to get to. Taken by itself it is worth %s by the handover in year %s, and %s over %s years.",
			quote(c.B.Name), c.more(result.SteadySaving), quote(c.A.Name), c.more(result.StructureOneOffCost),
			c.more(result.StructureNPVToHandover), Full(c.HandoverYear), c.more(result.StructureNPV), Full(c.HorizonYears)),
		fmt.Sprintf("In per cent of the start, capacity at the target is %s; reorganising alone takes it down to %s; local knowledge at the handover is %s.",
			percents(result.CapacityAtTarget), percents(result.StructureCapacityLowest), percents(result.LocalKnowledgeAtHandover)),
	}
}

// more says how much more B has of a kind of money than A.
func (c Comparison) more(o result.Outcome) string {
	switch v := c.ValuesB[o] - c.ValuesA[o]; {
	case v > smallMoney:
		return Money(c.Case.Currency, v) + " more"
	case v < -smallMoney:
		return Money(c.Case.Currency, -v) + " less"
	}
	return "no more or less"
}
