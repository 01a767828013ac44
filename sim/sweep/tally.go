package sweep

import (
	"encoding/binary"
	"fmt"

	"reconfig/sim/ensemble"
)

// tally is what is known of a sketched point.
type tally struct {
	*Sweep
	draws    int
	sketches [][]*ensemble.Sketch // by outcome and structure
	best     [][]float64          // draws in which each is best, by outcome and structure
}

func newTally(s *Sweep) *tally {
	t := &tally{Sweep: s, sketches: make([][]*ensemble.Sketch, len(s.outcomes)), best: make([][]float64, len(s.outcomes))}
	for i := range s.outcomes {
		t.best[i] = make([]float64, len(s.structures))
		for range s.structures {
			t.sketches[i] = append(t.sketches[i], &ensemble.Sketch{})
		}
	}
	return t
}

// add takes in draws of one outcome, by structure.
func (t *tally) add(outcome int, rows [][]float64) {
	if outcome == 0 {
		t.draws += len(rows[0])
	}
	for i, share := range ensemble.BestShares(t.outcomes[outcome].Better(), rows) {
		t.sketches[outcome][i].Add(rows[i])
		t.best[outcome][i] += float64(share * float64(len(rows[i])))
	}
}

func (t *tally) append(content []byte) []byte {
	content = binary.AppendUvarint(content, uint64(t.draws))
	for outcome := range t.outcomes {
		for i := range t.structures {
			content = appendNumber(content, t.best[outcome][i])
			content = t.sketches[outcome][i].AppendBinary(content)
		}
	}
	return content
}

// join takes in a tally of further draws from the start of content, and returns the rest.
func (t *tally) join(content []byte) ([]byte, error) {
	draws, n := binary.Uvarint(content)
	if n <= 0 {
		return nil, errPart
	}
	content = content[n:]
	t.draws += int(draws)
	for outcome := range t.outcomes {
		for i := range t.structures {
			if len(content) < 8 {
				return nil, errPart
			}
			t.best[outcome][i] += number(content)
			sketch, rest, err := ensemble.ReadSketch(content[8:])
			if err != nil {
				return nil, fmt.Errorf("%w: %w", errPart, err)
			}
			t.sketches[outcome][i].Join(sketch)
			content = rest
		}
	}
	return content, nil
}

// numbers are the point's statistics, as exact gives them.
func (t *tally) numbers() []float64 {
	numbers := t.blank(1)
	for outcome := range t.outcomes {
		best := make([]float64, len(t.structures))
		for i := range best {
			best[i] = t.best[outcome][i] / float64(t.draws)
		}
		t.describe(numbers, outcome, func(structure int) ensemble.Statistics { return t.sketches[outcome][structure].Statistics() }, best)
	}
	return numbers
}
