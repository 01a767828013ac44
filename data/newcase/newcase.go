// Package newcase makes a complete case from a minimal table of bodies, as people keep them in spreadsheets: bodies.Read
// guesses what its columns and units are, and says so; Make transfers all else from the cases that come with the program.
package newcase

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"reconfig/data"
	"reconfig/data/newcase/bodies"
	"reconfig/data/newcase/reading"
	"reconfig/data/table"
	"reconfig/data/workbook"
	"reconfig/model"
	"reconfig/model/spelling"
)

// Options says what a new case is about. What is left empty has a default.
type Options struct {
	Name, Title              string
	BodySingular, BodyPlural string    // both or none
	Currency                 string    // its sign, as CurrencySign has it; default: what the table says, else £
	Basis                    string    // how costs are known where the table does not say; default: estimated
	Start                    time.Time // default: that of the transferred assumptions, as the next
	PriceYear                string
	HorizonYears             float64
	MapName                  string
	Reduction, Years         float64 // of the target; 0 for the default
	PerHead                  float64 // the target as a cost a head; 0 for none
	StaffCost, ExitCost      float64 // of a post a year and of one exit, in thousands of the currency; 0 for those transferred
	Sectors                  int     // to group the bodies into; 0 for the table's
	Grouping                 Grouping
	NeighboursFile           string // CSV with columns a and b; empty for none
}

// Case is a case made from a table of bodies, with what was assumed on the way.
type Case struct {
	*model.Case
	Table   *bodies.Table
	Options Options // with the defaults filled in
	Assumed Assumptions

	NeighboursWritten []string // how the file of neighbours is written, if not as this program writes one

	lines map[string]int // of each body in the table, by its code
}

// Assumptions says which parts of a new case are defaults, and not the user's words or the table's.
type Assumptions struct {
	Codes        bool // made from the names
	Basis        bool
	Reduction    bool // the target is one, by a share that is London's
	Years        bool // of the target
	Start        bool
	PriceYear    bool
	OtherYear    string // that the costs are of, as the table says, where nobody said in which prices they are; empty for none
	Currency     bool
	Neighbours   bool // from locations, by geography.GabrielNeighbours
	Sectors      SectorOrigin
	NotConverted []string // assumptions in £ of 2025/26 that are not in the case's currency or prices
}

// The defaults of a new case.
const (
	defaultBasis        = "estimated"
	defaultHorizonYears = 10
)

// Make makes a complete case from a table of bodies: what the table does not say is transferred from the cases that
// come with the program.
func Make(b *bodies.Table, o Options) (*Case, error) {
	n := &Case{Table: b, Options: o}
	if len(b.Rows) < 2 {
		return nil, fmt.Errorf("%s has one body; there must be at least two to reorganise", b.File)
	}
	if err := n.fillDefaults(); err != nil {
		return nil, err
	}
	if err := n.checkWeights(); err != nil {
		return nil, err
	}
	o = n.Options
	n.Case = templateCase(model.Properties{
		StartDate: o.Start, PriceYear: o.PriceYear, Currency: o.Currency, BodySingular: o.BodySingular, BodyPlural: o.BodyPlural, HorizonYears: o.HorizonYears,
	}, b.Head(), o.target())
	n.Name, n.Title = o.Name, o.Title
	n.addBodies()
	if o.NeighboursFile != "" {
		if err := n.readNeighbours(o.NeighboursFile); err != nil {
			return nil, err
		}
	}
	if err := n.addSectors(); err != nil {
		return nil, err
	}
	n.setTarget()
	n.setStaff()
	n.markUnconverted()
	n.Description, n.Attribution = n.describe(), "Bodies: "+b.File+". "+templateAttributed
	n.Sort()
	var problems table.Problems
	if err := data.CheckCase(n.Case); errors.As(err, &problems) {
		return nil, n.inTable(problems)
	} else if err != nil {
		return nil, fmt.Errorf("%s makes no valid case: %w", b.File, err)
	}
	return n, nil
}

func (n *Case) fillDefaults() error {
	o, a := &n.Options, &n.Assumed
	if o.BodySingular == "" && o.BodyPlural == "" {
		o.BodySingular, o.BodyPlural = "body", "bodies"
	}
	if err := o.checkWords(); err != nil {
		return err
	}
	a.Currency = o.Currency == "" && n.Table.Currency == ""
	o.Currency = cmp.Or(n.Table.Currency, o.Currency, templateCurrency)
	a.Basis = o.Basis == "" && !n.Table.Has(bodies.BasisRole)
	o.Basis = cmp.Or(o.Basis, defaultBasis)
	if !slices.Contains(model.Bases, o.Basis) {
		return fmt.Errorf("the basis of the costs: %w", spelling.Unknown("basis", o.Basis, model.Bases))
	}
	a.Start, a.PriceYear = o.Start.IsZero(), o.PriceYear == ""
	o.Start = o.StartDate()
	o.PriceYear = cmp.Or(o.PriceYear, templatePrices)
	if year := n.Table.CostYear; a.PriceYear && reading.OtherYear(year, o.PriceYear) {
		a.OtherYear = year
	}
	o.HorizonYears = cmp.Or(o.HorizonYears, defaultHorizonYears)
	a.Reduction, a.Years = o.Reduction == 0 && o.PerHead == 0, o.Years == 0
	o.Title = cmp.Or(o.Title, fmt.Sprintf("%d %s, from %s", len(n.Table.Rows), o.BodyPlural, n.Table.File))
	o.Name = cmp.Or(o.Name, data.PackageName(""))
	return nil
}

// StartDate is the start of the case: the user's, or that of the transferred assumptions.
func (o *Options) StartDate() time.Time {
	if !o.Start.IsZero() {
		return o.Start
	}
	start, _ := time.Parse(time.DateOnly, templateStart)
	return start
}

// checkWords reports words of the user that cannot stand in a case.
func (o *Options) checkWords() error {
	for _, x := range []struct{ flag, column, word string }{
		{"--body", "name", o.BodySingular}, {"--bodies", "name", o.BodyPlural}, {"--price-year", "name", o.PriceYear}, {"--map", "map", o.MapName},
	} {
		if f := table.TextFault(x.column, x.word); f != nil {
			return fmt.Errorf("%s %q: expected %s; %s", x.flag, table.Shortened(x.word), f.Expected, f.Instruction())
		}
		if utf8.RuneCountInString(x.word) > data.MostNameLetters {
			return fmt.Errorf("%s %q: expected at most %d letters", x.flag, table.Shortened(x.word), data.MostNameLetters)
		}
	}
	if o.BodySingular == "" || o.BodyPlural == "" {
		return errors.New("one body and several: expected a word for both, or for none")
	}
	return nil
}

// checkWeights reports bodies without a weighted population in a table that has the column: the model would compare
// costs a weighted head with costs a plain one.
func (n *Case) checkWeights() error {
	var problems table.Problems
	for _, b := range n.Table.Rows {
		if n.Table.Has(bodies.WeightedRole) && !b.WeightedPopulation.Given {
			problems = append(problems, table.Problem{
				File: n.Table.File, Sheet: n.Table.Sheet, Line: b.Line, Column: n.Table.Header(bodies.WeightedRole),
				Expected: "a weighted population; fill in all, or leave the column out with --column weighted=-",
			})
		}
	}
	if len(problems) > 0 {
		return problems
	}
	return nil
}

// Name makes the name of a case from that of its folder or workbook.
func Name(dir string) string {
	if full, err := filepath.Abs(dir); err == nil {
		dir = full
	}
	name := filepath.Base(dir)
	if workbook.IsFileName(name) {
		name = strings.TrimSuffix(name, filepath.Ext(name))
	}
	return data.PackageName(name)
}

// addBodies makes commissioners of the table's rows.
func (n *Case) addBodies() {
	n.FurtherColumns, n.lines = n.Table.FurtherColumns, map[string]int{}
	var codes []string
	if n.Assumed.Codes = !n.Table.Has(bodies.CodeRole); n.Assumed.Codes {
		names := make([]string, len(n.Table.Rows))
		for i, b := range n.Table.Rows {
			names[i] = b.Name
		}
		codes = slugs(names)
	}
	for i, b := range n.Table.Rows {
		x := b.Commissioner
		if codes != nil {
			x.Code = codes[i]
		}
		x.ManagementCostBasis = cmp.Or(x.ManagementCostBasis, n.Options.Basis)
		n.Commissioners, n.lines[x.Code] = append(n.Commissioners, x), b.Line
	}
}

// target is the target as the user chose it: the values of its assumptions, by their names.
func (o *Options) target() map[string]float64 {
	chosen := map[string]float64{"target.reduction": o.Reduction, "target.years": o.Years, "target.per_head": o.PerHead}
	maps.DeleteFunc(chosen, func(_ string, v float64) bool { return v == 0 })
	return chosen
}

// setTarget sets the target as the user chose it.
func (n *Case) setTarget() {
	for name, v := range n.Options.target() {
		i, _ := n.AssumptionIndex(name)
		a := &n.Assumptions[i]
		a.Central, a.Low, a.High = v, min(a.Low, v), max(a.High, v)
		if name == "target.per_head" {
			a.Low = v // 0 would be another kind of target
		}
		a.Strength, a.Sources = "-", "-"
	}
}

// staff are the costs of staff as the user chose them: the values of their assumptions, by their names.
func (o *Options) staff() map[string]float64 {
	chosen := map[string]float64{"staff.cost": o.StaffCost, "staff.exit_cost": o.ExitCost}
	maps.DeleteFunc(chosen, func(_ string, v float64) bool { return v == 0 })
	return chosen
}

// setStaff sets the costs of staff as the user chose them. Their ranges stay as wide as they were, in proportion.
func (n *Case) setStaff() {
	for name, v := range n.Options.staff() {
		i, _ := n.AssumptionIndex(name)
		a := &n.Assumptions[i]
		times := v / a.Central
		a.Low, a.Central, a.High = a.Low*times, v, a.High*times
		a.Min, a.Max = min(a.Min, a.Low), max(a.Max, a.High)
		a.Unit = strings.Replace(a.Unit, templateCurrency, n.Currency, 1)
		a.Description = strings.Replace(a.Description, transferredFrom, "Chosen when the case was made; the range is as wide as that of England’s ICBs, 2025", 1)
		a.Strength, a.Sources = "D", "-"
	}
}

// transferredFrom is how descriptions of assumptions say that they are England's.
const transferredFrom = "Transferred from England’s ICBs, 2025"
