package result

import "reconfig/model/unit"

// SweepName is the name of a sweep's table.
const SweepName = "sweep"

// FarApart is how many rows of a table apart a value that is there again no longer makes its file shorter: as many as are
// compressed together.
const FarApart = 1 << 15

// Sweep is what a sweep comes to: for every point of its plan either the statistics of each structure, or each draw.
type Sweep struct {
	Varied   []Column  // the assumptions that differ between points: name, unit and meaning
	Outcomes []Outcome // that were asked for
	EachDraw bool      // rows are draws, not statistics
	Rows     []SweepRow
}

// SweepRow is one structure at one point, by one statistic or in one draw.
type SweepRow struct {
	Point      int // from 1, in the order of the plan
	Map        string
	Settings   []float64 // of the varied assumptions
	Structure  string
	Statistic  string    // empty where rows are draws
	Draw       int       // from 1; 0 where rows are statistics
	Values     []float64 // of the outcomes asked for; NaN where empty
	NeverShare float64   // share of draws in which the outcome that may never come does not; NaN where it is not stated
}

// Table declares the sweep's table.
func (s *Sweep) Table() Table {
	t := Table{
		Name: SweepName, Title: "Sweep",
		Columns: []Column{
			{Name: "point", Type: "integer", Unit: unit.Parse("points"), Description: "Number of the point, in the order of the plan"},
			{Name: "map", Type: "string", Description: "Name of the map that groups the {bodies} into sectors"},
		},
	}
	t.Columns = append(t.Columns, s.Varied...)
	t.Columns = append(t.Columns, Column{Name: "structure", Type: "string", Description: "Code of the structure"})
	if s.EachDraw {
		t.Description = "One row for each point, draw and structure"
		t.PrimaryKey = []string{"point", "draw", "structure"}
		t.Columns = append(t.Columns, Column{Name: "draw", Type: "integer", Unit: unit.Parse("draws"), Description: "Number of the draw; the same draws serve every point and structure"})
	} else {
		t.Description = "One row for each point, structure and statistic"
		t.PrimaryKey = []string{"point", "structure", "statistic"}
		t.Columns = append(t.Columns, Column{Name: "statistic", Type: "string", Description: statisticMeaning + ". " + ProbabilityBest + ": share of draws in which the structure is best on the outcome among those of the sweep, ties shared"})
	}
	for _, o := range s.Outcomes {
		c := o.Column()
		if !s.EachDraw && !c.Optional { // as the standard deviation of a single draw
			c.Optional = true
			c.Description += "; empty where it has no such statistic"
		}
		t.Columns = append(t.Columns, c)
	}
	if !s.EachDraw {
		t.Columns = append(t.Columns, NeverColumn())
	}
	return t
}
