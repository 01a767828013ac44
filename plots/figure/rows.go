package figure

import (
	"slices"

	"reconfig/model/result"
	"reconfig/plots/words"
)

// RowsOfOne keeps of the rows fit to be shown those of the outcome that figures of one outcome show; false if none has one.
func RowsOfOne[R any](ctx Context, rows []R, outcome func(R) string, fit func(R) bool) (o result.Outcome, kept []R, found bool) {
	var there []result.Outcome
	for _, row := range rows {
		if o, known := result.OutcomeByName(outcome(row)); known && fit(row) {
			there, kept = append(there, o), append(kept, row)
		}
	}
	slices.Sort(there)
	o, found = ctx.Chosen(slices.Compact(there))
	return o, slices.DeleteFunc(kept, func(row R) bool { return outcome(row) != o.String() }), found
}

// DefaultOutcome is what figures of one outcome show wherever it is in their table: the one that structures are chosen by.
const DefaultOutcome = result.NetBenefit

// Chosen is the outcome of figures that show one: the one asked for if it is there, else the default, else the net present
// value of the structure, else the first. False if there is none.
func (ctx Context) Chosen(there []result.Outcome) (result.Outcome, bool) {
	if o, known := result.OutcomeByName(ctx.SweepOutcome); known && slices.Contains(there, o) {
		return o, true
	}
	for _, o := range []result.Outcome{DefaultOutcome, result.StructureNPV} {
		if slices.Contains(there, o) {
			return o, true
		}
	}
	if len(there) == 0 {
		return 0, false
	}
	return there[0], true
}

// ShownOf is the structures in focus that a table has, or the first four of the table where it has none of those.
func (ctx Context) ShownOf(codes []string) []string {
	codes = words.Unique(codes)
	shown := slices.DeleteFunc(slices.Clone(ctx.Focus), func(code string) bool { return !slices.Contains(codes, code) })
	if len(shown) == 0 {
		shown = codes[:min(len(codes), MostInFocus)]
	}
	return shown
}
