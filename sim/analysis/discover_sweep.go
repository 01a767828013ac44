package analysis

import (
	"context"
	"errors"
	"slices"

	"reconfig/model/result"
	"reconfig/model/spelling"
	"reconfig/sim/ensemble"
)

// DiscoverInSweep finds scenarios among the cases of a sweep: its draws where it kept them, else its points by their
// means, or by the one run that a point had. Inputs are what the sweep varied. It returns an error if the sweep lacks
// what is asked for. Names are those of structures, by code.
func DiscoverInSweep(ctx context.Context, s *result.Sweep, names map[string]string, o DiscoverOptions) (*result.Analysis, error) {
	if len(s.Varied) == 0 {
		return nil, errors.New("the sweep varies no assumption, so there can be no rules")
	}
	first, err := sweptRows(s, o.Structure)
	if err != nil {
		return nil, err
	}
	second := first
	if o.Against != "" {
		if second, err = sweptRows(s, o.Against); err != nil {
			return nil, err
		}
	}
	outcome := slices.Index(s.Outcomes, o.Where.Outcome)
	if outcome < 0 {
		return nil, spelling.Unknown("outcome in the sweep", o.Where.Outcome.String(), outcomeNames(s.Outcomes))
	}
	c := cases{interest: o.Interest(names)}
	for _, column := range s.Varied {
		c.inputs = append(c.inputs, caseInput{name: column.Name, unit: column.Unit.String()})
	}
	for k, row := range first {
		y := ensemble.Comparable(o.Where.Outcome, row.Values[outcome])
		if o.Against != "" {
			if k >= len(second) || second[k].Point != row.Point || second[k].Draw != row.Draw {
				return nil, errors.New("the sweep's table does not have the same points and draws for both structures")
			}
			y = difference(y, ensemble.Comparable(o.Where.Outcome, second[k].Values[outcome]))
		}
		for i, v := range row.Settings {
			c.inputs[i].values = append(c.inputs[i].values, v)
		}
		c.of = append(c.of, o.Where.holds(y))
	}
	return c.discover(ctx, o, 0)
}

func outcomeNames(outcomes []result.Outcome) []string {
	names := make([]string, len(outcomes))
	for i, o := range outcomes {
		names[i] = o.String()
	}
	return names
}

// sweptRows lists the rows of one structure that are cases, in the order of points and draws.
func sweptRows(s *result.Sweep, structure string) ([]result.SweepRow, error) {
	var rows []result.SweepRow
	var known []string
	statistic := result.CentralDraw
	for _, row := range s.Rows {
		if !slices.Contains(known, row.Structure) {
			known = append(known, row.Structure)
		}
		if row.Statistic == result.Mean {
			statistic = result.Mean
		}
	}
	for _, row := range s.Rows {
		if row.Structure == structure && (s.EachDraw || row.Statistic == statistic) {
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		return nil, spelling.Unknown("structure in the sweep", structure, known)
	}
	return rows, nil
}
