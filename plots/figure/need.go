package figure

import (
	"fmt"
	"strings"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/words"
)

// Need is what a figure is not drawn without: rows of a table.
type Need struct {
	Table string // its name
	Draws bool   // rows that are percentiles of draws, of which a run of one draw has none
}

// Needs are several of these.
type Needs []Need

// RowsOf are needs of rows of the tables that these rows declare.
func RowsOf(rows ...interface{ Table() result.Table }) Needs {
	needs := make(Needs, len(rows))
	for i, row := range rows {
		needs[i].Table = row.Table().Name
	}
	return needs
}

// OutcomesOfDraws is the need of outcomes and of percentiles among them.
func OutcomesOfDraws() Needs {
	outcomes := RowsOf(result.OutcomeRow{})
	return append(outcomes, Need{Table: outcomes[0].Table, Draws: true})
}

// String names what is needed.
func (n Need) String() string {
	if n.Draws {
		return "statistics of " + n.Table
	}
	return n.Table
}

// rows counts what there is of it.
func (n Need) rows(d Data) int {
	if n.Draws {
		return PercentileRows(d.Outcomes)
	}
	return d.Count(n.Table)
}

// String lists what is needed.
func (all Needs) String() string {
	names := make([]string, len(all))
	for i, n := range all {
		names[i] = n.String()
	}
	return strings.Join(names, ", ")
}

// NothingToDrawError is what Render returns where the data have nothing that the figure could show. It is no fault where
// figures are drawn of whatever there is.
type NothingToDrawError struct {
	Figure string // its name
	Needs  string // what it would take, as in "two varied assumptions and at least two structures"
}

func (e *NothingToDrawError) Error() string { return "figure " + e.Figure + " needs " + e.Needs }

// Nothing is the page of a figure that has nothing to draw for lack of what it needs: it has a title but no body.
func Nothing(needs string) chart.Page {
	const without = "Nothing to show without "
	return chart.Page{Needs: needs, Title: without + needs, Description: without + needs + "."}
}

// PointlessError is what Render returns where there is something to draw, but it would tell a reader nothing.
type PointlessError struct {
	Figure string // its name
	Why    string // as in "all structures are alike"
}

func (e *PointlessError) Error() string {
	return "figure " + e.Figure + ", which would say nothing: " + e.Why
}

// Pointless is the page of a figure that would tell a reader nothing, and why.
func Pointless(why string) chart.Page {
	return chart.Page{Pointless: why, Title: "Nothing to show: " + why, Description: "Nothing to show: " + why + "."}
}

// TooNarrowError is what Render returns of a figure that does not keep the size of its letters on so narrow a page.
type TooNarrowError struct {
	Figures []string // their names
	Width   int      // that was asked for, in cm
	Needs   int      // the least width, in cm
}

func (e *TooNarrowError) Error() string {
	return fmt.Sprintf("%s: a width of %d cm has no space for letters of %g points; use --width %d", words.Listed(e.Figures), e.Width, chart.LeastPrinted.Points(), e.Needs)
}

// tooNarrow returns an error where the figure has not the space.
func (f Figure) tooNarrow(ctx Context) error {
	if f.Narrow || ctx.Print().Layout >= chart.Width {
		return nil
	}
	return &TooNarrowError{Figures: []string{f.Name}, Width: ctx.Width, Needs: chart.DefaultPrint}
}
