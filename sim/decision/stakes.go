package decision

import (
	"fmt"

	"gonum.org/v1/gonum/blas/blas64"
)

// fewestDraws is how many draws a regression needs.
const fewestDraws = 50

// stakes is what the choice is about: how much more than the option that is best in the mean the others have.
type stakes struct {
	best    int
	rivals  []int // the other options
	draws   int
	gains   []float64 // by draw and rival
	squares []float64 // by rival: sum of the squares of its gains
	perfect float64   // value of perfect information
	scale   scale
}

func newStakes(values [][]float64) (*stakes, error) {
	if err := checkFinite(values); err != nil {
		return nil, err
	}
	draws := len(values[0])
	if draws < fewestDraws {
		return nil, fmt.Errorf("%d draws, regression needs %d", draws, fewestDraws)
	}
	s := &stakes{best: best(meansOf(values)), draws: draws, scale: newScale(draws)}
	s.perfect, _ = perfect(values)
	for o := range values {
		if o != s.best {
			s.rivals = append(s.rivals, o)
		}
	}
	s.gains, s.squares = make([]float64, draws*len(s.rivals)), make([]float64, len(s.rivals))
	for r, o := range s.rivals {
		for k, v := range values[o] {
			if b := values[s.best][k]; !same(v, b) {
				s.gains[k*len(s.rivals)+r] = v - b
				s.squares[r] += (v - b) * (v - b)
			}
		}
	}
	return s, nil
}

// gain is a draw's, for each rival.
func (s *stakes) gain(draw int) []float64 {
	return s.gains[draw*len(s.rivals) : (draw+1)*len(s.rivals)]
}

// rows are the gains of the draws from one to before another, by draw and rival.
func (s *stakes) rows(from, end int) blas64.General {
	r := len(s.rivals)
	return blas64.General{Rows: end - from, Cols: r, Stride: r, Data: s.gains[from*r : end*r]}
}

// choose is the rival with the greatest gain above 0, the first of those that are the same; −1 for the best option.
func choose(gains []float64) (rival int, gain float64) {
	rival = -1
	for r, g := range gains {
		if better(g, gain) {
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
	return s.rivals[rival]
}
