package plots

import (
	"slices"

	"reconfig/model/result"
)

// decisionFigures lists the figures of reconfig decide that are about the choice now.
func decisionFigures() []Figure {
	return []Figure{switches(), switchingPlane(), regret(), rankings(), requirementsMet()}
}

// chosenOf is the outcome that a figure of one outcome shows of a table; false if it has none. A row that is not fit to be
// shown has no outcome.
func chosenOf[Row any](d Data, rows []Row, outcome func(Row) string) (result.Outcome, bool) {
	var there []result.Outcome
	for _, row := range rows {
		if o, known := result.OutcomeByName(outcome(row)); known {
			there = append(there, o)
		}
	}
	slices.Sort(there)
	return d.chosen(slices.Compact(there))
}

// namesOf are the names of structures.
func namesOf(d Data, codes []string) []string {
	names := make([]string, len(codes))
	for i, code := range codes {
		names[i] = d.name(code)
	}
	return names
}
