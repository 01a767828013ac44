package report

import (
	"fmt"
	"io"
	"math"
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
	A, B         model.Structure
	Differences  []result.DifferenceRow // B − A
}

// Write writes what the structures place differently and what that changes.
func (c Comparison) Write(w io.Writer, s Style) {
	fmt.Fprintf(w, "A: %s – %s\nB: %s – %s\n%s, map %s, %s years\n", c.A.Name, c.A.Description, c.B.Name, c.B.Description, c.Case.Title, c.Map, Full(c.HorizonYears))
	for _, set := range c.Settings {
		fmt.Fprintf(w, "  with %s\n", set)
	}
	fmt.Fprintf(w, "\nPlaced differently\n\n")
	if rows := c.placements(); len(rows) > 0 {
		s.render(w, []column{{"Function", true, 44}, {"A", true, 0}, {"B", true, 0}}, rows)
	} else {
		fmt.Fprintln(w, "nothing")
	}
	fmt.Fprintf(w, "\nOutcomes\n\n")
	var rows [][]string
	same := []string{}
	for _, d := range c.Differences {
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

// placements lists the functions that A and B place differently.
func (c Comparison) placements() [][]string {
	var rows [][]string
	for _, f := range c.Case.Functions {
		a, b := placed(c.Case.PlacementsOf(c.A.Code, f.Code)), placed(c.Case.PlacementsOf(c.B.Code, f.Code))
		if a != b {
			rows = append(rows, []string{f.Name, a, b})
		}
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
