package analysis

import (
	"context"
	"errors"
	"slices"

	"reconfig/model/result"
	"reconfig/model/spelling"
	"reconfig/sim/ensemble"
)

// DiscoverInSweep finds scenarios among the examples of a sweep: its draws where it kept them, else its points by their
// means, or by the one run that a point had. Inputs are what the sweep varied. It returns an error if the sweep lacks
// what is asked for. Names are those of structures, by code.
func DiscoverInSweep(ctx context.Context, s *result.Sweep, names map[string]string, o DiscoverOptions) (*result.Analysis, error) {
	if len(s.Varied) == 0 {
		return nil, errors.New("the sweep varies no assumption, so there can be no rules")
	}
	rows, err := sweptRows(s, o.Structure)
	if err != nil {
		return nil, err
	}
	answers, err := sweptAnswers(s, rows, o)
	if err != nil {
		return nil, err
	}
	c := examples{interest: o.Interest(names)}
	for _, column := range s.Varied {
		c.inputs = append(c.inputs, exampleInput{name: column.Name, unit: column.Unit.String()})
	}
	for k, row := range rows {
		for i, v := range row.Settings {
			c.inputs[i].values = append(c.inputs[i].values, v)
		}
		c.of = append(c.of, o.Where.Holds(answers[k]))
	}
	return c.discover(ctx, o, 0)
}

// sweptAnswers are the outcome of interest in rows of the structure, or what it is more than that of the other.
func sweptAnswers(s *result.Sweep, rows []result.SweepRow, o DiscoverOptions) ([]float64, error) {
	var against []result.SweepRow
	if o.Against != "" {
		var err error
		if against, err = sweptRows(s, o.Against); err != nil {
			return nil, err
		}
	}
	outcome := slices.Index(s.Outcomes, o.Where.Outcome)
	if outcome < 0 {
		return nil, spelling.Unknown("outcome in the sweep", o.Where.Outcome.String(), outcomeNames(s.Outcomes))
	}
	answers := make([]float64, len(rows))
	for k, row := range rows {
		answers[k] = ensemble.Comparable(o.Where.Outcome, row.Values[outcome])
		if o.Against == "" {
			continue
		}
		if k >= len(against) || against[k].Point != row.Point || against[k].Draw != row.Draw {
			return nil, errors.New("the sweep's table does not have the same points and draws for both structures")
		}
		answers[k] = Difference(answers[k], ensemble.Comparable(o.Where.Outcome, against[k].Values[outcome]))
	}
	return answers, nil
}

func outcomeNames(outcomes []result.Outcome) []string {
	names := make([]string, len(outcomes))
	for i, o := range outcomes {
		names[i] = o.String()
	}
	return names
}

// sweptRows lists the rows of one structure that are examples, in the order of points and draws.
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
