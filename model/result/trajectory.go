package result

// TrajectoryRow is one structure in one quarter.
type TrajectoryRow struct {
	Structure     string  `csv:"structure" about:"Code of the structure"`
	Statistic     string  `csv:"statistic" about:"What the figures are: central_draw is one draw, with every assumption at its central value unless set otherwise; mean and p05 to p95 are the mean and the percentiles of all draws, each quarter and column by itself"`
	Quarter       int     `csv:"quarter" unit:"quarters" about:"Number of the quarter; 1 is the first"`
	TimeYears     float64 `csv:"time_years" unit:"years" about:"Middle of the quarter, in years from the start"`
	FinancialYear string  `csv:"financial_year" about:"Financial year that the quarter is in"`
	Course
	RequiredCostAgainstStatusQuoK Number `csv:"required_cost_against_status_quo_k" unit:"£k a year" optional:"yes" about:"Cost that the structure needs, less that under the structure that changes nothing, in the same draw; empty where the run has no such structure"`
}

// Course is what is followed over time: the state of all commissioners in one quarter.
type Course struct {
	RequiredCostK     float64 `csv:"required_cost_k" unit:"£k a year" about:"Cost that the structure needs to do all its work, a year"`
	CostK             float64 `csv:"cost_k" unit:"£k a year" about:"Management cost, a year"`
	CeilingK          float64 `csv:"ceiling_k" unit:"£k a year" about:"What the target allows, a year"`
	ExitCostK         float64 `csv:"exit_cost_k" unit:"£k" about:"Paid exits in the quarter"`
	SetupCostK        float64 `csv:"setup_cost_k" unit:"£k" about:"Set-up, and taking failures home, in the quarter"`
	Capacity          float64 `csv:"capacity" unit:"share of start" about:"Capacity, cuts included"`
	StructureCapacity float64 `csv:"structure_capacity" unit:"share of start" about:"Capacity under the structure alone, without target or cuts"`
	LocalKnowledge    float64 `csv:"local_knowledge" unit:"share of start" about:"Local knowledge; an index, not a forecast"`
	Posts             float64 `csv:"posts" unit:"WTE" about:"Posts that the management cost pays for"`
}

// The figures of a Course by their index, in the order of the columns, and how many they are.
const (
	RequiredCostFigure = iota
	CostFigure
	CeilingFigure
	ExitCostFigure
	SetupCostFigure
	CapacityFigure
	StructureCapacityFigure
	LocalKnowledgeFigure
	PostsFigure
	CourseLength
)

// Numbers are the figures by their index.
func (c *Course) Numbers() [CourseLength]float64 {
	return [CourseLength]float64{
		c.RequiredCostK, c.CostK, c.CeilingK, c.ExitCostK, c.SetupCostK, c.Capacity, c.StructureCapacity, c.LocalKnowledge, c.Posts,
	}
}

// CourseOf is the Course with these figures.
func CourseOf(n [CourseLength]float64) Course {
	return Course{n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8]}
}

// Table declares trajectories.csv.
func (TrajectoryRow) Table() Table {
	return Table{
		Name: "trajectories", Title: "Trajectories", Description: "One row for each structure, statistic and quarter",
		PrimaryKey: []string{"structure", "statistic", "quarter"}, Columns: columnsOf[TrajectoryRow](),
	}
}
