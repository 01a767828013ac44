package sweep

import (
	"errors"
	"fmt"
	"math"

	"reconfig/model/result"
	"reconfig/sim/draws"
)

var errPart = errors.New("a part that is not of this sweep, or damaged")

// Rows reads parts in order and emits the rows of the table, some at a time. read returns the content of a part as
// RunPart gave it. It stops at the first error of read or emit.
func (s *Sweep) Rows(read func(part int) ([]byte, error), emit func([]result.SweepRow) error) error {
	w := draws.NewWorkspace(s.generator, s.base)
	var pending *tally // of a point that is cut into several parts
	for part := range s.Parts() {
		content, err := read(part)
		if err != nil {
			return err
		}
		p := s.parts.span(part)
		for point := p.firstPoint; point < p.endPoint; point++ {
			var rows []result.SweepRow
			switch {
			case s.eachDraw(), s.plan.Draws == 0:
				rows, content, err = s.drawRows(w, point, p, content)
			case s.Exact():
				rows, content, err = s.exactRows(w, point, content)
			default:
				if pending == nil {
					pending = newTally(s)
				}
				if content, err = pending.join(content); err == nil && p.endDraw == s.runsAtPoint() {
					rows, pending = s.statisticRows(w, point, pending.numbers()), nil
				}
			}
			if err != nil {
				return fmt.Errorf("part %d, %s: %w", part+1, s.describePoint(point), err)
			}
			if err := emit(rows); err != nil {
				return err
			}
		}
		if len(content) > 0 {
			return fmt.Errorf("part %d: %w", part+1, errPart)
		}
	}
	return nil
}

// drawRows reads single runs of a point.
func (s *Sweep) drawRows(w *draws.Workspace, point int, p span, content []byte) (rows []result.SweepRow, rest []byte, err error) {
	onMap, settings := s.settings(w, point)
	for draw := p.firstDraw; draw < p.endDraw; draw++ {
		if len(content) < 8*s.cells() {
			return nil, nil, errPart
		}
		for _, structure := range s.structures {
			row := result.SweepRow{Point: point + 1, Map: s.plan.Maps[onMap], Settings: settings, Structure: structure, NeverShare: math.NaN()}
			row.Values, content = numbers(content, len(s.outcomes))
			if s.eachDraw() {
				row.Draw = draw + 1
			} else {
				row.Statistic = result.CentralDraw
				if s.endless >= 0 {
					row.NeverShare = never(&row.Values[s.endless])
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

// exactRows reads the statistics of a point.
func (s *Sweep) exactRows(w *draws.Workspace, point int, content []byte) ([]result.SweepRow, []byte, error) {
	if len(content) < 8*s.pointNumbers() {
		return nil, nil, errPart
	}
	all, rest := numbers(content, s.pointNumbers())
	return s.statisticRows(w, point, all), rest, nil
}

// statisticRows labels the statistics of a point.
func (s *Sweep) statisticRows(w *draws.Workspace, point int, all []float64) []result.SweepRow {
	onMap, settings := s.settings(w, point)
	var rows []result.SweepRow
	for _, structure := range s.structures {
		for _, statistic := range s.statistics() {
			values := all[:len(s.outcomes)]
			rows = append(rows, result.SweepRow{
				Point: point + 1, Map: s.plan.Maps[onMap], Settings: settings, Structure: structure, Statistic: statistic, Values: values, NeverShare: all[len(s.outcomes)],
			})
			all = all[s.rowNumbers():]
		}
	}
	return rows
}

// numbers reads n numbers from the start of content.
func numbers(content []byte, n int) (v []float64, rest []byte) {
	v = make([]float64, n)
	for i := range v {
		v[i] = number(content[8*i:])
	}
	return v, content[8*n:]
}
