package main

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reconfig/cmd/reconfig/report"
	"reconfig/cmd/reconfig/report/cases"
	"reconfig/data"
	"reconfig/data/newcase"
	"reconfig/data/newcase/bodies"
	"reconfig/data/workbook"
	"reconfig/model"
)

// newCaseOptions is a new case as the flags have it.
type newCaseOptions struct {
	from             string
	columns          []string
	costUnit, people string
	start            string
	horizon          horizon
	grouping         string
	missing          string
	table            bodies.Options
	made             newcase.Options
}

func newCaseNewCommand(env *environment) *cobra.Command {
	o := &newCaseOptions{}
	cmd := &cobra.Command{
		Use:   "new DIR --from FILE",
		Short: "Make a new case from a table of bodies",
		Long: `Makes a complete case from a CSV file or a workbook with a row for each body: its
name, its population and what its management costs in a year. Columns are found by
their names, in any order; titles above and notes below the table do no harm. Other
columns are used if they have a code, weighted population, sector, region, latitude,
longitude or the basis of the cost. The rest are kept. What was guessed and assumed is
printed. If DIR ends in .xlsx or .ods, the case is one workbook.

Everything that the table does not say is transferred from the cases that come with
reconfig, and marked so. docs/own-case.md says what to change first.`,
		Example: `  reconfig case new my-councils --from examples/councils.csv --body council --bodies councils
  reconfig case new three-sectors --from examples/councils.csv --sectors 3 --group contiguous
  reconfig case new softer --from examples/councils.csv --column cost="Corporate cost (£k)" --reduction 0.2 --years 4`,
		Args: cobra.ExactArgs(1),
	}
	cmd.RunE = withPaths(func(args []string) error { return o.run(env, cmd.Flags(), args[0]) })
	o.addFlags(cmd.Flags())
	return cmd
}

func (o *newCaseOptions) addFlags(f *pflag.FlagSet) {
	addPath(f, &o.from, "from", "", "`FILE` with the table of bodies: CSV, or a workbook ("+workbook.Endings()+") (needed)")
	f.StringVar(&o.table.Sheet, "sheet", "", "`NAME` of the workbook's sheet (default: the first)")
	f.StringArrayVar(&o.columns, "column", nil, "column to use for a role instead of the guess, as `ROLE=HEADER`; roles are "+strings.Join(roleNames(), ", ")+"; ROLE=- where there is none; may be repeated")
	f.StringVar(&o.costUnit, "cost-unit", "", "`UNIT` of the costs: 1, k or m (default: from the header, or from the cost a head)")
	f.StringVar(&o.people, "population-unit", "", "`UNIT` of the populations: 1, k or m (default: from the header)")
	f.Var(decimalMark{&o.table.Decimals}, "decimal", "`MARK` before decimals: comma or point (default: from the numbers; a point where commas separate columns)")
	f.BoolVar(&o.table.KeepTotal, "keep-total", false, "keep rows that look like totals; without it they are refused")
	f.BoolVar(&o.table.DropTotal, "drop-total", false, "leave out rows that look like totals")
	f.BoolVar(&o.table.KeepClosed, "keep-closed", false, "keep bodies that have closed (with an end date or a successor); without it they are refused")
	f.BoolVar(&o.table.DropClosed, "drop-closed", false, "leave out bodies that have closed")
	f.StringVar(&o.missing, "missing", "", "`WHAT` to do where a population or a cost is missing, such as [c], .. or an empty cell: estimate (by population) or drop (default: refuse)")
	f.BoolVar(&o.table.KeepNotes, "keep-notes", false, "leave marks of notes in names, such as [note 1]; without it they are taken off")
	f.StringVar(&o.made.Title, "title", "", "`TITLE` of the case (default: from the number of bodies and the file)")
	f.StringVar(&o.made.BodySingular, "body", "", "`WORD` for one body, as in council (default: from --bodies, else body)")
	f.StringVar(&o.made.BodyPlural, "bodies", "", "`WORD` for several, as in councils (default: from --body, else bodies)")
	f.StringVar(&o.made.Currency, "currency", "", "`SIGN` of the currency, as in €, or its code, as in SEK (default: from the table, else £)")
	f.StringVar(&o.made.Basis, "basis", "", "`BASIS` of the costs: "+strings.Join(model.Bases, ", ")+" (default: from the table, else estimated)")
	f.StringVar(&o.start, "start", "", "`DATE` of the start, as in 2027-04-01 (default: 2025-04-01, that of the transferred assumptions)")
	f.StringVar(&o.made.PriceYear, "price-year", "", "`YEAR` whose prices the costs are in (default: 2025/26, that of the transferred assumptions)")
	f.Var(&o.horizon, "horizon", "`YEARS` to simulate, in whole quarters (default: 10)")
	f.StringVar(&o.made.MapName, "map", "", "`NAME` of the map of sectors")
	f.IntVar(&o.made.Sectors, "sectors", 0, "`NUMBER` of sectors to make (default: the table's, or one of all)")
	f.StringVar(&o.grouping, "group", "equal", "`RULE` for --sectors: equal (about the same population) or contiguous (neighbours)")
	addPath(f, &o.made.NeighboursFile, "neighbours", "", "`FILE` with pairs of neighbours in columns a and b: CSV")
	f.Float64Var(&o.made.StaffCost, "staff-cost", 0, "`COST` of a post a year, in thousands of the currency (default: £72.3k, of England's ICBs)")
	f.Float64Var(&o.made.ExitCost, "exit-cost", 0, "`COST` of one exit, in thousands of the currency (default: £72.2k, of England's ICBs)")
	f.Float64Var(&o.made.Reduction, "reduction", 0, "`SHARE` of cost that the target asks each body to cut, as in 0.3 (default: 0.5, London's of 2010)")
	f.Float64Var(&o.made.Years, "years", 0, "`YEARS` in which each body must reach the target (default: 3)")
	f.Float64Var(&o.made.PerHead, "per-head", 0, "`COST` a head that the target allows each body, instead of --reduction")
}

func roleNames() (names []string) {
	for _, role := range bodies.Roles() {
		names = append(names, string(role))
	}
	return names
}

func (o *newCaseOptions) run(env *environment, f *pflag.FlagSet, dir string) error {
	if err := o.check(f, dir); err != nil {
		return err
	}
	const consequence = "Mend the table, or say by a flag what it means; nothing was written"
	o.table.Start = o.made.StartDate()
	table, err := bodies.Read(o.from, o.table)
	if err != nil {
		return listed(o.from, withMends(err), consequence)
	}
	made, err := newcase.Make(table, o.made)
	if err != nil {
		return listed(o.fileOf(err), withMends(err), consequence)
	}
	if err := data.WriteCase(dir, made.Case); err != nil {
		return err
	}
	cases.WriteNewCase(env.out, made, shown(dir))
	return nil
}

// withMends puts how to mend each problem behind what was expected: there is no case check of a table.
func withMends(err error) error {
	var problems data.Problems
	if !errors.As(err, &problems) {
		return err
	}
	problems = slices.Clone(problems)
	for i, p := range problems {
		if how := p.Instruction(); how != "" {
			problems[i].Expected += "; " + how
		}
	}
	return problems
}

// fileOf is the file that problems are in.
func (o *newCaseOptions) fileOf(err error) string {
	var problems data.Problems
	if errors.As(err, &problems) && problems[0].File == o.made.NeighboursFile {
		return o.made.NeighboursFile
	}
	return o.from
}

// shown is a path as the next commands need it.
func shown(dir string) string { return report.ShellWord(filepath.Clean(dir)) }
