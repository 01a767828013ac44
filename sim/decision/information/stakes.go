package information

import (
	"fmt"
	"slices"
	"sync"

	"reconfig/sim/decision"
	"reconfig/sim/numbers"
)

// fewestDraws is how many draws a regression needs.
const fewestDraws = 50

// stakes is what the choice is about: how much more than the option that is best in the mean the others have.
type stakes struct {
	best   int
	others []int // the other options, its rivals
	draws  int
	gains
	squares []float64 // by rival: sum of the squares of its gains
	perfect float64   // value of perfect information
	scale   scale

	once  sync.Once // sets whole
	whole *penalised
}

func newStakes(values [][]float64) (*stakes, error) {
	perfect, _, err := decision.PerfectInformation(values)
	if err != nil {
		return nil, err
	}
	draws := len(values[0])
	if draws < fewestDraws {
		return nil, fmt.Errorf("%d draws, regression needs %d", draws, fewestDraws)
	}
	s := &stakes{best: numbers.Best(numbers.Means(values)), draws: draws, perfect: perfect, scale: newScale(draws)}
	for o := range values {
		if o != s.best {
			s.others = append(s.others, o)
		}
	}
	s.gains, s.squares = newGains(draws, len(s.others)), make([]float64, len(s.others))
	for r, o := range s.others {
		for k, v := range values[o] {
			if b := values[s.best][k]; !numbers.Same(v, b) {
				s.gain(k)[r] = v - b
				s.squares[r] += float64((v - b) * (v - b))
			}
		}
	}
	return s, nil
}

// gains are by draw and rival.
type gains struct {
	rivals int
	all    []float64
}

func newGains(draws, rivals int) gains { return gains{rivals, make([]float64, draws*rivals)} }

// gain is a draw's, for each rival.
func (g gains) gain(draw int) []float64 { return g.all[draw*g.rivals : (draw+1)*g.rivals] }

// choose is the rival with the greatest gain above 0, the first of those that are the same; −1 for the best option.
func choose(gains []float64) (rival int, gain float64) {
	rival = -1
	for r, g := range gains {
		if numbers.Better(g, gain) {
			rival, gain = r, g
		}
	}
	return rival, gain
}

// gainOf is the gain of a choice.
func gainOf(gains []float64, rival int) float64 {
	if rival < 0 {
		return 0
	}
	return gains[rival]
}

// option is the one that a choice stands for.
func (s *stakes) option(rival int) int {
	if rival < 0 {
		return s.best
	}
	return s.others[rival]
}

// less is what is left of gains when others are taken off.
func (g gains) less(o gains) gains {
	left := gains{g.rivals, slices.Clone(g.all)}
	for i, x := range o.all {
		left.all[i] -= x
	}
	return left
}
