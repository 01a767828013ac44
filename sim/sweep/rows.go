package sweep

import (
	"errors"
	"fmt"
	"math"

	"reconfig/model/result"
	"reconfig/sim/draws"
)

var errPart = errors.New("a part that is not of this sweep, or damaged")

// Emit takes some rows of the table and those of the table of differences that belong to them.
type Emit = func(rows, differences []result.SweepRow) error

// Rows reads parts in order and emits the rows of both tables, some at a time. read returns the content of a part as
// RunPart gave it. It stops at the first error of read or emit.
func (s *Sweep) Rows(read func(part int) ([]byte, error), emit Emit) error {
	r := &reader{Sweep: s, workspace: draws.NewWorkspace(s.generator, s.base)}
	for part := range s.Parts() {
		content, err := read(part)
		if err != nil {
			return err
		}
		if err := r.part(part, s.parts.span(part), content, emit); err != nil {
			return err
		}
	}
	return nil
}

// part emits the rows of what a part holds.
func (r *reader) part(part int, p span, content []byte, emit Emit) (err error) {
	for point := p.firstPoint; point < p.endPoint; point++ {
		var rows, differences []result.SweepRow
		if rows, differences, content, err = r.rows(point, p, content); err != nil {
			return fmt.Errorf("part %d, %s: %w", part+1, r.describePoint(point), err)
		}
		if err := emit(rows, differences); err != nil {
			return err
		}
	}
	if len(content) > 0 {
		return fmt.Errorf("part %d: %w", part+1, errPart)
	}
	return nil
}

// reader makes rows of parts, which it reads in order.
type reader struct {
	*Sweep
	workspace *draws.Workspace
	pending   *tally // of a point that is cut into several parts
}

// rows reads what a part has of a point, from the start of content, and returns the rest. There are no rows yet where a
// point goes on in the next part.
func (r *reader) rows(point int, p span, content []byte) (rows, differences []result.SweepRow, rest []byte, err error) {
	switch {
	case r.eachDraw(), r.plan.Draws == 0:
		rows, rest, err = r.drawRows(point, p, content)
		return rows, nil, rest, err
	case r.Exact():
		if len(content) < 8*r.pointNumbers() {
			return nil, nil, nil, errPart
		}
		all, rest := numbers(content, r.pointNumbers())
		rows, differences = r.statisticRows(point, all)
		return rows, differences, rest, nil
	}
	if r.pending == nil {
		r.pending = newTally(r.Sweep)
	}
	if rest, err = r.pending.join(content); err == nil && p.endDraw == r.runsAtPoint() {
		rows, differences = r.statisticRows(point, r.pending.numbers())
		r.pending = nil
	}
	return rows, differences, rest, err
}

// drawRows reads single runs of a point.
func (r *reader) drawRows(point int, p span, content []byte) (rows []result.SweepRow, rest []byte, err error) {
	onMap, settings := r.settings(r.workspace, point)
	for draw := p.firstDraw; draw < p.endDraw; draw++ {
		if len(content) < 8*r.cells() {
			return nil, nil, errPart
		}
		for _, structure := range r.structures {
			row := result.SweepRow{Point: point + 1, Map: r.plan.Maps[onMap], Settings: settings, Structure: structure, NeverShare: math.NaN()}
			row.Values, content = numbers(content, len(r.outcomes))
			if r.eachDraw() {
				row.Draw = draw + 1
			} else {
				row.Statistic = result.CentralDraw
				if r.endless >= 0 {
					row.NeverShare = never(&row.Values[r.endless])
				}
			}
			rows = append(rows, row)
		}
	}
	return rows, content, nil
}

// never is 1 where the outcome of one draw is infinite, which is then written as none, else 0.
func never(outcome *float64) float64 {
	if math.IsInf(*outcome, 1) {
		*outcome = math.NaN()
		return 1
	}
	return 0
}

// statisticRows labels the statistics of a point.
func (r *reader) statisticRows(point int, all []float64) (rows, differences []result.SweepRow) {
	onMap, settings := r.settings(r.workspace, point)
	row := result.SweepRow{Point: point + 1, Map: r.plan.Maps[onMap], Settings: settings}
	for _, row.Structure = range r.structures {
		for _, row.Statistic = range r.statistics() {
			row.Values, row.NeverShare = all[:len(r.outcomes):len(r.outcomes)], all[len(r.outcomes)]
			rows = append(rows, row)
			all = all[r.rowNumbers():]
		}
	}
	row.NeverShare = math.NaN()
	for _, pair := range r.pairs {
		row.Structure, row.Second = r.structures[pair[0]], r.structures[pair[1]]
		for _, row.Statistic = range result.PairStatistics {
			row.Values = all[:len(r.outcomes):len(r.outcomes)]
			differences = append(differences, row)
			all = all[len(r.outcomes):]
		}
	}
	return rows, differences
}

// numbers reads n numbers from the start of content.
func numbers(content []byte, n int) (v []float64, rest []byte) {
	v = make([]float64, n)
	for i := range v {
		v[i] = number(content[8*i:])
	}
	return v, content[8*n:]
}
