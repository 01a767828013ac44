// Package bodies reads a minimal table of bodies, as people keep them in spreadsheets or publish them, and says what it guessed:
// which columns hold what, in which units, what stands above and below the table, and what in it is no body.
package bodies

import (
	"math"
	"slices"
	"time"

	"reconfig/data/dialect"
	"reconfig/model"
)

// Table is a minimal table of the bodies to reorganise, as people keep them in spreadsheets, with what was guessed to
// read it.
type Table struct {
	File           string // its name, without folder
	Sheet          string // of a workbook; empty for a text file
	Written        string // how the text file is written, if not as this program writes one
	Rows           []Body
	Columns        []Column // what was found for each role, in the order of Roles
	FurtherColumns []string
	Above          []string   // the lines of text above the header, of which nothing is read
	OtherSheets    []string   // of the workbook, with a table of bodies too
	HiddenRows     []int      // of the sheet, that were read
	Currency       string     // its sign or code; empty where neither the user nor the table says it
	People         NumberUnit // of populations
	Cost           NumberUnit
	Grouped        string    // a cell with separators of thousands that was read as a number; empty if there is none
	GroupedAs      string    // that reading.Number
	Below          []string  // the lines of notes below the last row, of which nothing is read
	HeaderRows     []int     // the rows of a header that stands in two; nil for one
	RowNumbers     bool      // the first column, without a name, counts the rows; it is not read
	UnitRow        string    // what the second of them says, where it holds units
	Marked         []string  // names, codes and the like as they stood before marks of notes were taken off
	MarkedCells    Change    // numbers with marks of notes
	AboutCells     Change    // numbers that are said to be approximate
	UnitCells      Change    // numbers with a unit of their own
	LeftOut        []LeftOut // bodies that are not in the case, as the user said
	Estimated      []string  // what of which bodies is estimated by population
	CostYear       string    // that the header of the costs names, as 2024/25, or else the text above it; empty for none
}

// LeftOut are rows of the table that are left out, and why.
type LeftOut struct {
	Names []string
	Why   string
}

// Body is one row of a table of bodies.
type Body struct {
	model.Commissioner
	Sector, Region string // as they stand in the table; empty where it has no such column
	Line           int    // or row of the sheet
}

// Column says which column of a table was taken for a role.
type Column struct {
	Role   Role
	Header string
	Named  bool // by the user, not guessed
}

// NumberUnit says in which unit the numbers of a column were taken to be.
type NumberUnit struct {
	Factor float64 // 1, 1,000 or 1,000,000
	From   UnitOrigin
}

// UnitOrigin says how a unit is known.
type UnitOrigin int

// The origins of a unit, from the best to the weakest.
const (
	UnitByFlag      UnitOrigin = iota // the user said so
	UnitByHeader                      // the header says so
	UnitByMagnitude                   // it is the only one under which a cost a head is plausible
	UnitByDefault                     // nothing says otherwise
	UnitByCells                       // each cell has its own
)

// Options says what is not to be guessed of a table of bodies. The zero value guesses everything.
type Options struct {
	Sheet      string          // of a workbook; the first where it is empty
	Columns    map[Role]string // header of the column for a role; NoColumn where there is none
	PeopleUnit float64         // 1, 1,000 or 1,000,000; 0 to guess, as the next
	CostUnit   float64
	Currency   string
	Words      []string     // what the bodies are called, which may name the column with their names
	Decimals   dialect.Mark // of a text file; Unknown: what its numbers say
	KeepTotal  bool         // a row that looks like the total of the others is a body
	DropTotal  bool         // such rows are left out
	KeepClosed bool         // a body with an end or a successor is a body
	DropClosed bool         // such bodies are left out
	Start      time.Time    // of the case: a body that ends later is one; zero where that does not matter
	KeepNotes  bool         // names keep the marks of notes
	Missing    Missing      // what becomes of a body without a population or a cost
}

// NoColumn is given for a role that no column of the table has.
const NoColumn = "-"

// Has says whether the table has a column for a role.
func (b *Table) Has(role Role) bool {
	return slices.ContainsFunc(b.Columns, func(c Column) bool { return c.Role == role })
}

// Population is that of all bodies together.
func (b *Table) Population() (people float64) {
	for _, x := range b.Rows {
		people += x.Population
	}
	return people
}

// CostK is the management cost of all bodies together, in thousands of the currency a year.
func (b *Table) CostK() (cost float64) {
	for _, x := range b.Rows {
		cost += x.ManagementCostK
	}
	return cost
}

// CostPerHead is the least and the most that management costs a head, of weighted population where there is one.
func (b *Table) CostPerHead() (least, most float64) {
	least = math.Inf(1)
	for _, x := range b.Rows {
		perHead := 1000 * x.ManagementCostK / x.Head()
		least, most = min(least, perHead), max(most, perHead)
	}
	return least, most
}

// Head is what costs a head are stated for.
func (b *Table) Head() string {
	if b.Has(WeightedRole) {
		return "weighted head"
	}
	return "head"
}

// Header is the header of the column of a role; empty where there is none.
func (b *Table) Header(role Role) string {
	for _, c := range b.Columns {
		if c.Role == role {
			return c.Header
		}
	}
	return ""
}
