package result

// ProbabilityRow is the chance that something holds of a structure.
type ProbabilityRow struct {
	Structure   string  `csv:"structure" about:"Code of the structure"`
	Event       string  `csv:"event" about:"What may hold. best: no other structure is better on the outcome. all_on_target, nine_in_ten_on_target: all, or at least 90 %, of the {bodies} meet the target. pays_back_by_handover: it has paid for itself for good by the handover"`
	Outcome     string  `csv:"outcome" optional:"yes" about:"Outcome that the structure is best on; empty for other events"`
	Probability float64 `csv:"probability" unit:"share of draws" about:"Share of draws in which it holds; where several are equally best, each has its part of the draw"`
	Tied        Number  `csv:"tied" unit:"share of draws" optional:"yes" about:"Share of draws in which the structure is best together with others"`
	MCError     float64 `csv:"mc_error" unit:"share of draws" about:"Monte Carlo error of the probability"`
}

// The events.
const (
	Best               = "best"
	AllOnTarget        = "all_on_target"
	NineInTenOnTarget  = "nine_in_ten_on_target"
	PaysBackByHandover = "pays_back_by_handover"
)

// Table declares probabilities.csv.
func (ProbabilityRow) Table() Table {
	return Table{
		Name: "probabilities", Title: "Probabilities", Description: "One row for each structure and event, and for being best one for each outcome",
		PrimaryKey: []string{"structure", "event", "outcome"}, Columns: columnsOf[ProbabilityRow](),
	}
}
