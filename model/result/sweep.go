package result

import "reconfig/model/unit"

// The names of a sweep's tables.
const (
	SweepName       = "sweep"
	DifferencesName = "differences" // as of a run
)

// FarApart is how many rows of a table apart a value that is there again no longer makes its file shorter: as many as are
// compressed together.
const FarApart = 1 << 15

// Sweep is what a sweep comes to: for every point of its plan either the statistics of each structure, or each draw.
type Sweep struct {
	Varied   []Column  // the assumptions that differ between points: name, unit and meaning
	Outcomes []Outcome // that were asked for
	EachDraw bool      // rows are draws, not statistics
	Paired   bool      // rows are differences of pairs of structures
	Rows     []SweepRow

	Differences *Sweep // the same of pairs of structures, draw by draw; nil where there is only one draw or structure, or each draw has a row
}

// SweepRow is one structure, or what two differ in, at one point, by one statistic or in one draw.
type SweepRow struct {
	Point      int // from 1, in the order of the plan
	Map        string
	Settings   []float64 // of the varied assumptions
	Structure  string    // of a pair the first
	Second     string    // of a pair: it is taken from the first
	Statistic  string    // empty where rows are draws
	Draw       int       // from 1; 0 where rows are statistics
	Values     []float64 // of the outcomes asked for; NaN where empty
	NeverShare float64   // share of draws in which the outcome that may never come does not; NaN where it is not stated
}

// Table declares the sweep's table, or that of its differences. Both have a row for each statistic and a column for each outcome:
// what filters one by statistic, in R or in Excel, filters the other alike. So a pair takes as many cells as a structure does,
// the unit of a column is that of its outcome, and sweeps of few outcomes stay small.
func (s *Sweep) Table() Table {
	t := Table{
		Name: SweepName, Title: "Sweep",
		Columns: []Column{
			{Name: "point", Type: "integer", Unit: unit.Parse("points"), Description: "Number of the point, in the order of the plan"},
			{Name: "map", Type: "string", Description: "Name of the map that groups the {bodies} into sectors"},
		},
	}
	t.Columns = append(t.Columns, s.Varied...)
	switch {
	case s.Paired:
		s.addPairs(&t)
	case s.EachDraw:
		s.addDraws(&t)
	default:
		s.addStatistics(&t)
	}
	for _, o := range s.Outcomes {
		c := o.Column()
		if !s.EachDraw && !c.Optional { // as the standard deviation of a single draw
			c.Optional = true
			c.Description += "; empty where it has no such statistic"
		}
		t.Columns = append(t.Columns, c)
	}
	if s.HasNever() {
		t.Columns = append(t.Columns, NeverColumn())
	}
	return t
}

// HasNever says whether rows state in what share of draws something never comes.
func (s *Sweep) HasNever() bool { return !s.EachDraw && !s.Paired }

func (s *Sweep) addDraws(t *Table) {
	t.Description = "One row for each point, draw and structure"
	t.PrimaryKey = []string{"point", "draw", "structure"}
	t.Columns = append(t.Columns, structureColumn,
		Column{Name: "draw", Type: "integer", Unit: unit.Parse("draws"), Description: "Number of the draw; the same draws serve every point and structure"})
}

func (s *Sweep) addStatistics(t *Table) {
	t.Description = "One row for each point, structure and statistic"
	t.PrimaryKey = []string{"point", "structure", "statistic"}
	t.Columns = append(t.Columns, structureColumn, Column{Name: "statistic", Type: "string", Description: statisticMeaning + ". " + ProbabilityBest + ": share of draws in which the structure is best on the outcome among those of the sweep, ties shared"})
}

func (s *Sweep) addPairs(t *Table) {
	t.Name, t.Title = DifferencesName, "Differences between structures"
	t.Description = "One row for each point, pair of structures and statistic: the first less the second, draw by draw, so that what both have in common drops out"
	t.PrimaryKey = []string{"point", "first", "second", "statistic"}
	t.Columns = append(t.Columns,
		Column{Name: "first", Type: "string", Description: "Code of the first structure"},
		Column{Name: "second", Type: "string", Description: "Code of the second structure"},
		Column{Name: "statistic", Type: "string", Description: pairMeaning})
}

var structureColumn = Column{Name: "structure", Type: "string", Description: "Code of the structure"}

const pairMeaning = "What the figures are. mean, sd, p05 to p95: mean, standard deviation and percentiles of the difference over all draws. " +
	"Where one of two paybacks never comes the difference is INF or -INF, and mean and sd are empty; where neither comes it is 0. mc_error: Monte Carlo error of the mean. " +
	ProbabilityFirstBetter + ": share of draws in which the first structure is better, empty where neither direction is. " + ProbabilityEqual + ": share of draws in which both are equal"
