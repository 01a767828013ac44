package result

import (
	"reflect"
	"slices"
	"sync"
)

// Tables holds the rows of every table that a command writes, reads back, draws or prints. What a command does not give
// is empty. A new table is a type of rows that declares itself and one field here.
type Tables struct {
	Run
	Sweep *Sweep // nil but for a sweep, whose columns are its own
	Analysis
}

// Run holds the tables of a run, in the order in which a reader meets them.
type Run struct {
	Summary       []SummaryRow
	Comparison    []ComparisonRow
	Outcomes      []OutcomeRow
	Differences   []DifferenceRow
	Probabilities []ProbabilityRow
	Convergence   []ConvergenceRow
	Trajectories  []TrajectoryRow
	Commissioners []CommissionerRow
	Sizes         []SizeRow
	Levy          []LevyRow
	Fund          []FundRow
	Saved         []SavedRow
}

// Analysis holds the tables of an analysis, in the order in which a reader meets them.
type Analysis struct {
	Printed []PrintedRow // the table that is printed; of a sweep too

	Tornado      []TornadoRow
	Morris       []MorrisRow
	Sobol        []SobolRow
	Interactions []InteractionRow
	Shapley      []ShapleyRow
	Pawn         []PawnRow
	Settling     []SettlingRow

	Switching     []SwitchingRow
	SwitchingMap  []SwitchingMapRow
	Robustness    []RobustnessRow
	Requirements  []RequirementRow
	Ranks         []RankRow
	Dominance     []DominanceRow
	Acceptability []AcceptabilityRow
	Frontier      []FrontierRow
	TradeOffs     []TradeOffRow
	Information   []InformationRow
	Stages        []StageRow
	FirstSteps    []FirstStepRow

	Designs          []DesignRow
	Functions        []FunctionRow
	FunctionsByValue []FunctionValueRow
	FunctionFront    []FunctionFrontRow

	Maps       []MapRow
	MapSectors []MapSectorRow
	MapPairs   []MapPairRow
	MapRandom  []MapRandomRow

	Variants []VariantRow
	Claims   []ClaimRow

	Boxes   []BoxRow
	Peeling []PeelingRow
	Cases   []CaseRow
}

// Rows is a declared table with the rows that there are of it.
type Rows struct {
	Table
	list reflect.Value // of rows, that can be set
}

// Len is the number of rows.
func (r Rows) Len() int { return r.list.Len() }

// Pointer points to the rows, as *[]OutcomeRow of outcomes.
func (r Rows) Pointer() any { return r.list.Addr().Interface() }

// List lists the tables of a run and of an analysis, those without rows among them.
func (t *Tables) List() []Rows { return slices.Concat(listIn(&t.Run), listIn(&t.Analysis)) }

// List lists the tables of a run, those without rows among them.
func (r *Run) List() []Rows { return listIn(r) }

// List lists the tables of an analysis, those without rows among them.
func (a *Analysis) List() []Rows { return listIn(a) }

// Count is the number of rows of the table of that name; 0 if there is no such table.
func (t *Tables) Count(table string) int {
	if t.Sweep != nil && table == SweepName {
		return len(t.Sweep.Rows)
	}
	at, ok := fieldsByName()[table]
	if !ok {
		return 0
	}
	return reflect.ValueOf([]any{&t.Run, &t.Analysis}[at.set]).Elem().Field(at.field).Len()
}

// fieldIn is a table's field in one of the sets: 0 for Run, 1 for Analysis.
type fieldIn struct{ set, field int }

// fieldsByName finds the fields of tables by their names, which need the tables to be described once only.
var fieldsByName = sync.OnceValue(func() map[string]fieldIn {
	all := map[string]fieldIn{}
	for set, tables := range [][]Rows{new(Run).List(), new(Analysis).List()} {
		for field, rows := range tables {
			if _, there := all[rows.Name]; !there { // a summary of a run comes first
				all[rows.Name] = fieldIn{set, field}
			}
		}
	}
	return all
})

// Filled lists the tables that have rows.
func Filled(all []Rows) []Rows {
	return slices.DeleteFunc(slices.Clone(all), func(r Rows) bool { return r.Len() == 0 })
}

// declared is a row that declares its table.
type declared interface{ Table() Table }

// tableOfRows is a row whose table depends on all rows.
type tableOfRows interface{ tableOf(rows any) Table }

// listIn reads the tables from the fields of a set: each is a list of rows that declare their table.
func listIn(set any) []Rows {
	fields := reflect.ValueOf(set).Elem()
	all := make([]Rows, fields.NumField())
	for i := range all {
		list := fields.Field(i)
		row := reflect.Zero(list.Type().Elem()).Interface()
		if r, ok := row.(tableOfRows); ok {
			all[i] = Rows{r.tableOf(list.Interface()), list}
			continue
		}
		all[i] = Rows{row.(declared).Table(), list}
	}
	return all
}

// OutcomeNames lists the outcomes that the tables are about, sorted; none where there are no tables.
func (a *Analysis) OutcomeNames() []string {
	var names []string
	for _, table := range a.List() {
		for i := range table.Len() {
			name := table.list.Index(i).FieldByName("Outcome")
			if !name.IsValid() {
				break
			}
			names = append(names, name.String())
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
