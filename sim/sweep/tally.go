package sweep

import (
	"encoding/binary"
	"fmt"
	"math"

	"reconfig/sim/ensemble"
)

// tally is what is known of a sketched point.
type tally struct {
	*Sweep
	draws    int
	outcomes []tallyOfOutcome
}

// tallyOfOutcome holds one outcome by structure and by pair.
type tallyOfOutcome struct {
	structures []tallyOfStructure
	pairs      []tallyOfPair
}

type tallyOfStructure struct {
	best   float64 // draws in which it is best
	sketch ensemble.Sketch
}

type tallyOfPair struct {
	firstBetter, same int // draws
	sketch            ensemble.Sketch
}

func newTally(s *Sweep) *tally {
	t := &tally{Sweep: s, outcomes: make([]tallyOfOutcome, len(s.outcomes))}
	for i := range t.outcomes {
		t.outcomes[i] = tallyOfOutcome{make([]tallyOfStructure, len(s.structures)), make([]tallyOfPair, len(s.pairs))}
	}
	return t
}

// add takes in draws of one outcome, by structure.
func (t *tally) add(outcome int, rows [][]float64, w *pairWorkspace) {
	n := len(rows[0])
	if outcome == 0 {
		t.draws += n
	}
	o, better := &t.outcomes[outcome], t.Sweep.outcomes[outcome].Better()
	for i, share := range ensemble.BestShares(better, rows) {
		o.structures[i].sketch.Add(rows[i])
		o.structures[i].best += float64(share * float64(n))
	}
	for i, pair := range t.pairs {
		values := w.fill(n)
		firstBetter, same := ensemble.Differences(better, rows[pair[0]], rows[pair[1]], values)
		o.pairs[i].firstBetter += firstBetter
		o.pairs[i].same += same
		o.pairs[i].sketch.Add(values)
	}
}

func (t *tally) append(content []byte) []byte {
	content = binary.AppendUvarint(content, uint64(t.draws))
	for i := range t.outcomes {
		for k := range t.outcomes[i].structures {
			x := &t.outcomes[i].structures[k]
			content = x.sketch.AppendBinary(appendNumber(content, x.best))
		}
		for k := range t.outcomes[i].pairs {
			x := &t.outcomes[i].pairs[k]
			content = binary.AppendUvarint(content, uint64(x.firstBetter))
			content = binary.AppendUvarint(content, uint64(x.same))
			content = x.sketch.AppendBinary(content)
		}
	}
	return content
}

// join takes in a tally of further draws from the start of content, and returns the rest.
func (t *tally) join(content []byte) (rest []byte, err error) {
	draws, content, err := count(content)
	if err != nil {
		return nil, err
	}
	t.draws += draws
	for i := range t.outcomes {
		for k := range t.outcomes[i].structures {
			if content, err = t.outcomes[i].structures[k].join(content); err != nil {
				return nil, err
			}
		}
		for k := range t.outcomes[i].pairs {
			if content, err = t.outcomes[i].pairs[k].join(content); err != nil {
				return nil, err
			}
		}
	}
	return content, nil
}

func (x *tallyOfStructure) join(content []byte) (rest []byte, err error) {
	if len(content) < 8 {
		return nil, errPart
	}
	x.best += number(content)
	return joinSketch(&x.sketch, content[8:])
}

func (x *tallyOfPair) join(content []byte) (rest []byte, err error) {
	for _, n := range []*int{&x.firstBetter, &x.same} {
		more := 0
		if more, content, err = count(content); err != nil {
			return nil, err
		}
		*n += more
	}
	return joinSketch(&x.sketch, content)
}

// joinSketch takes in a sketch from the start of content, and returns the rest.
func joinSketch(to *ensemble.Sketch, content []byte) (rest []byte, err error) {
	sketch, rest, err := ensemble.ReadSketch(content)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errPart, err)
	}
	to.Join(sketch)
	return rest, nil
}

// count reads a number of draws from the start of content, and returns the rest.
func count(content []byte) (draws int, rest []byte, err error) {
	v, n := binary.Uvarint(content)
	if n <= 0 || v > math.MaxInt32 {
		return 0, nil, errPart
	}
	return int(v), content[n:], nil
}

// numbers are the point's statistics, as exact gives them.
func (t *tally) numbers() []float64 {
	numbers, n := t.blank(1), float64(t.draws)
	for i := range t.outcomes {
		o := &t.outcomes[i]
		best := make([]float64, len(o.structures))
		for k := range best {
			best[k] = o.structures[k].best / n
		}
		t.describe(numbers, i, func(structure int) ensemble.Statistics { return o.structures[structure].sketch.Statistics() }, best)
		t.describePairs(numbers, i, func(pair int) difference {
			x := &o.pairs[pair]
			return difference{x.sketch.Statistics(), float64(x.firstBetter) / n, float64(x.same) / n}
		})
	}
	return numbers
}
