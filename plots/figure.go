// Package plots draws the figures of a result, one figure a file. It takes plain tables, as package result declares
// them, and knows nothing of how they were computed. Titles state what the data show, and are computed from them.
package plots

import (
	"fmt"
	"slices"
	"strings"

	"reconfig/plots/chart"
)

// The tables that figures need, by the names of their files.
const (
	outcomes      = "outcomes"
	trajectories  = "trajectories"
	commissioners = "commissioners"
	sizes         = "sizes"
	fund          = "fund"
	differences   = "differences"
	convergence   = "convergence"
	sweep         = "sweep"

	tornado       = "tornado"
	morris        = "morris"
	sobol         = "sobol"
	interactions  = "interactions"
	shapley       = "shapley"
	pawn          = "pawn"
	settling      = "settling"
	switching     = "switching"
	switchingMap  = "switching_map"
	robustness    = "robustness"
	requirements  = "requirements"
	ranks         = "ranks"
	dominance     = "dominance"
	acceptability = "acceptability"
	tradeOffs     = "trade_offs"
	information   = "information"
	stages        = "stages"
	firstSteps    = "first_steps"
	boxes         = "boxes"
	peeling       = "peeling"
	cases         = "cases"

	// Not a table, but the rows of outcomes that are percentiles of draws: a run of one draw has none.
	statistics = "statistics of outcomes"
)

// Formats are the file formats of a figure.
var Formats = chart.Formats

// Figure is one kind of figure.
type Figure struct {
	Name    string   // of its file without extension
	Summary string   // one line for help
	Tables  []string // names of the tables it needs, or statistics

	page func(Data) chart.Page
}

// Figures lists all figures in reading order.
func Figures() []Figure {
	return slices.Concat([]Figure{
		requiredCost(), capacity(), reduction(), savingAgainstCapacity(), perCommissioner(), gainsBySize(), sectorMap(), outcomeMap(), oneOffCost(), debtFund(),
		distribution(), difference(), converging(), bestMap(), sweepLines(),
	}, sensitivityFigures(), decisionFigures(), discoveryFigures())
}

// sensitivityFigures are those of reconfig sensitivity: the cheapest method first.
func sensitivityFigures() []Figure {
	return []Figure{oneAtATime(), elementaryEffects(), sobolIndices(), shapleyEffects(), pawnIndices()}
}

// decisionFigures are those of reconfig decide: which structure to choose, what would change that, and what to learn or
// decide later.
func decisionFigures() []Figure {
	return []Figure{
		regret(), rankings(), requirementsMet(), switches(), switchingPlane(),
		acceptabilityCurves(), expectedLoss(), valueOfInformation(), secondStep(),
	}
}

// discoveryFigures are those of reconfig discover.
func discoveryFigures() []Figure { return []Figure{scenario(), peelingTrajectory()} }

// Missing names the tables that the figure needs and that are empty, and statistics where it needs those.
func (f Figure) Missing(d Data) []string {
	return slices.DeleteFunc(slices.Clone(f.Tables), func(table string) bool {
		if table == statistics {
			return d.statisticsOfOutcomes() > 0
		}
		return d.Count(table) > 0
	})
}

// Render draws the figure as a file in one of the Formats. The same data give the same bytes. A fault of the drawing
// library becomes an error.
func (f Figure) Render(d Data, format string) (file []byte, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			file, err = nil, fmt.Errorf("figure %s: %v", f.Name, fault)
		}
	}()
	if missing := f.Missing(d); len(missing) > 0 {
		return nil, &NothingToDrawError{f.Name, "rows in " + strings.Join(missing, ", ")}
	}
	page := f.page(d.complete())
	if page.Body == nil {
		return nil, &NothingToDrawError{f.Name, strings.TrimPrefix(page.Title, nothingWithout)}
	}
	page.ID = f.Name
	file, err = chart.Render(page, format)
	if err != nil {
		return nil, fmt.Errorf("figure %s: %w", f.Name, err)
	}
	return file, nil
}

// Title is the finding, as the figure states it.
func (f Figure) Title(d Data) string { return f.page(d.complete()).Title }

// AltText says in words what the figure shows, with the values that matter.
func (f Figure) AltText(d Data) string { return f.page(d.complete()).Description }

// NothingToDrawError is what Render returns where the data have nothing that the figure could show. It is no fault where
// figures are drawn of whatever there is.
type NothingToDrawError struct {
	Figure string // its name
	Needs  string // what it would take, as in "two varied assumptions and at least two structures"
}

func (e *NothingToDrawError) Error() string { return "figure " + e.Figure + " needs " + e.Needs }

// nothing is the page of a figure that has nothing to draw for lack of what it needs: it has a title but no body.
func nothing(needs string) chart.Page {
	return chart.Page{Title: nothingWithout + needs, Description: nothingWithout + needs + "."}
}

const nothingWithout = "Nothing to show without "
