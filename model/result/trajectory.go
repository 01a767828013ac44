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

// CourseLength is the number of a Course's figures.
const CourseLength = 9

// Numbers are the figures in the order of the columns.
func (c *Course) Numbers() (all [CourseLength]float64) {
	c.Put(all[:], 1)
	return all
}

// Put writes the figures in the order of the columns, each so many numbers after the one before. It is for many courses, of
// which Numbers makes copies.
func (c *Course) Put(dst []float64, apart int) {
	dst[0], dst[apart], dst[2*apart] = c.RequiredCostK, c.CostK, c.CeilingK
	dst[3*apart], dst[4*apart], dst[5*apart] = c.ExitCostK, c.SetupCostK, c.Capacity
	dst[6*apart], dst[7*apart], dst[8*apart] = c.StructureCapacity, c.LocalKnowledge, c.Posts
}

// CourseOf is the Course with these figures, in the order of the columns.
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
