package decisions

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   230,
	Name:    "requirements",
	Summary: "in how many draws each structure meets each requirement, and all of them",
	Needs:   figure.RowsOf(result.RequirementRow{}),
	Every:   true,
	Bold:    true,
	Page:    requirementsPage,
})

// meeting is how often one structure meets each requirement.
type meeting struct {
	Code   string
	Shares []float64 // in the order of the requirements; NaN if not known
}

// required is what the figure is drawn from.
type required struct {
	requirements []string // the last is of all at once, if the table has that
	meetings     []meeting
	mcError      float64 // the greatest; NaN if not known
}

func requirementsPage(d figure.Data) chart.Page {
	all, found := requiredOf(d.Requirements)
	if !found {
		return figure.Nothing("shares of at least 100 draws that meet requirements")
	}
	grid := all.grid(d.Context)
	measure := "Share of draws in which each structure meets each requirement"
	return chart.Page{
		Title:       all.title(d.Context),
		Subtitle:    d.Subtitle(words.Joined(measure, d.DrawsInWords()), figure.YearsOf(d.Trajectories).Period()),
		Measure:     measure,
		Footer:      d.Footer("The darker, the more often", all.errors()),
		Description: all.description(d.Context),
		BodyHeight:  grid.Height(),
		Body:        func(c draw.Canvas) { grid.Draw(c) },
	}
}

// requiredOf reads the table, the structure that most often meets most first; false if there are no shares.
func requiredOf(rows []result.RequirementRow) (required, bool) {
	shares := map[[2]string]float64{}
	all := required{mcError: math.NaN()}
	var codes []string
	whole := false
	for _, r := range rows {
		if share := float64(r.Share); words.Finite(share) {
			shares[[2]string{r.Structure, r.Requirement}] = share
			codes = append(codes, r.Structure)
			if r.Requirement == result.AllRequirements {
				whole = true
			} else {
				all.requirements = append(all.requirements, r.Requirement)
			}
			if e := float64(r.MCError); words.Finite(e) && !(e <= all.mcError) {
				all.mcError = e
			}
		}
	}
	all.requirements = words.Unique(all.requirements)
	if whole {
		all.requirements = append(all.requirements, result.AllRequirements)
	}
	for _, code := range words.Unique(codes) {
		m := meeting{Code: code}
		for _, requirement := range all.requirements {
			share, known := shares[[2]string{code, requirement}]
			if !known {
				share = math.NaN()
			}
			m.Shares = append(m.Shares, share)
		}
		all.meetings = append(all.meetings, m)
	}
	slices.SortStableFunc(all.meetings, func(a, b meeting) int { return cmp.Compare(b.last(), a.last()) })
	return all, len(all.meetings) > 0
}

// last is the share of the last requirement, which is of all if the table has that; below all others if it is not known.
func (m meeting) last() float64 {
	if share := m.Shares[len(m.Shares)-1]; words.Finite(share) {
		return share
	}
	return -1
}

// whole says whether the last column is of all requirements at once.
func (all required) whole() bool {
	return all.requirements[len(all.requirements)-1] == result.AllRequirements
}

// title says which structure meets all requirements most often, or where the table does not say, the only one.
func (all required) title(ctx figure.Context) string {
	top, n := all.meetings[0].last(), len(all.meetings)
	what := "every requirement"
	if !all.whole() || len(all.requirements) == 2 {
		what = "the requirement"
	}
	var leaders []string
	for _, m := range all.meetings {
		if words.Alike(m.last(), top) {
			leaders = append(leaders, m.Code)
		}
	}
	switch {
	case !all.whole() && len(all.requirements) > 1 || top < 0:
		return "How often structures meet what is required"
	case top == 0 && n == 1:
		return fmt.Sprintf("%s does not meet %s in any draw", ctx.Said(leaders[0]), what)
	case top == 0:
		return fmt.Sprintf("No structure meets %s in any draw", what)
	case n == 1:
		return fmt.Sprintf("%s meets %s in %s", ctx.Said(leaders[0]), what, words.InDraws(top))
	case len(leaders) == n:
		return fmt.Sprintf("Every structure meets %s in %s", what, words.InDraws(top))
	case len(leaders) > 3:
		return fmt.Sprintf("%s structures meet %s most often, in %s", words.Sentence(words.Number(len(leaders))), what, words.InDraws(top))
	case len(leaders) > 1:
		return fmt.Sprintf("%s meet %s most often, in %s", words.Listed(figure.SaidOf(ctx, leaders)), what, words.InDraws(top))
	}
	return fmt.Sprintf("%s meets %s most often, in %s", ctx.Said(leaders[0]), what, words.InDraws(top))
}

// errors says how far shares may be off for want of draws.
func (all required) errors() string {
	if !(all.mcError > 0) {
		return ""
	}
	return "Monte Carlo error of a share: at most " + words.Points(100*all.mcError)
}

func (all required) description(ctx figure.Context) string {
	columns := all.columns(ctx)
	items := make([]string, len(all.meetings))
	for i, m := range all.meetings {
		var shares []string
		for k, share := range m.Shares {
			if words.Finite(share) {
				shares = append(shares, columns[k]+" in "+words.Chance(share))
			}
		}
		items[i] = ctx.Said(m.Code) + " " + strings.Join(shares, ", ")
	}
	return fmt.Sprintf("Table of how often each structure meets each requirement, in %s: %s.", ctx.DrawsInWords(), strings.Join(items, "; "))
}

func (all required) columns(ctx figure.Context) []string {
	columns := make([]string, len(all.requirements))
	for i, requirement := range all.requirements {
		columns[i] = inWords(ctx, requirement)
	}
	if all.whole() {
		columns[len(columns)-1] = "All at once"
	}
	return columns
}

// inWords writes a requirement with the name and the unit of its outcome, if it is that of an outcome's column to be at
// least or at most so much.
func inWords(ctx figure.Context, requirement string) string {
	for _, sign := range []struct{ written, words string }{{">=", "≥"}, {"<=", "≤"}, {">", ">"}, {"<", "<"}} {
		column, limit, found := strings.Cut(requirement, sign.written)
		o, known := result.OutcomeByName(strings.TrimSpace(column))
		v, err := strconv.ParseFloat(strings.TrimSpace(limit), 64)
		if found && known && err == nil && words.Finite(v) {
			return words.Sentence(o.Words()) + " " + words.Unbroken(sign.words+" "+ctx.Measure(o, v).Exact(v))
		}
	}
	return requirement
}

func (all required) grid(ctx figure.Context) chart.Grid {
	grid := chart.Grid{Columns: all.columns(ctx)}
	if all.whole() {
		grid.Apart = 1
	}
	for _, m := range all.meetings {
		row := chart.GridRow{Name: ctx.Name(m.Code), Bold: ctx.Look(m.Code).Focus}
		for _, share := range m.Shares {
			row.Cells = append(row.Cells, shaded(share))
		}
		grid.Rows = append(grid.Rows, row)
	}
	return grid
}
