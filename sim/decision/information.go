package decision

import (
	"context"
	"errors"
	"fmt"
	"math"

	"gonum.org/v1/gonum/blas/blas64"

	"reconfig/sim/parallel"
)

// Information is what it would be worth to know an input, or a group of them, before choosing.
type Information struct {
	// Value is the expected value of partial perfect information (EVPPI), in the unit of the values: by how much the
	// expectation of the best choice rises. It is estimated by regression and held between 0 and the value of perfect
	// information.
	Value float64

	// StandardError is √(variance ÷ draws) of what is gained in each draw by choosing as the regression says, which is how
	// the value varies to first order: the regression may be taken as known, as the choice is made where options come out
	// equal. It is that of independent draws, and 0 where the regression never says to choose another option.
	StandardError float64

	// ChangesAt is, for a single input, the value nearest its median at which the option with the greatest fitted value
	// changes, and ChangesTo the option on the far side; NaN and −1 if none does between its 1st and 99th percentile, and
	// for a group.
	ChangesAt float64
	ChangesTo int
}

// fewestDraws is how many draws a regression needs.
const fewestDraws = 50

// PartialInformation is what it would be worth to know the input x, which has a number for each draw. Values are by option
// and draw. It returns an error if there are no options, for fewer than 50 draws or not the same for all, and for what is
// infinite or NaN.
//
// What each option has more than the one with the greatest mean is regressed on a penalised cubic spline of the input's
// normal scores, so that its distribution does not matter; the value is the mean over draws of the greatest fitted value.
// That is biased up a little where the input says nothing and options are equal in the mean, by less than the standard
// error.
//
// Sources: Strong, Oakley & Brennan (2014), Estimating multiparameter partial expected value of perfect information from a
// probabilistic sensitivity analysis sample, Medical Decision Making 34(3); Heath, Manolopoulou & Baio (2017), A review of
// methods for analysis of the expected value of information, Medical Decision Making 37(7).
func PartialInformation(values [][]float64, x []float64) (Information, error) {
	s, err := newStakes(values)
	if err != nil {
		return Information{}, err
	}
	return s.of([][]float64{x})
}

// GroupInformation is what it would be worth to know all members of a group, which are by member and draw. Otherwise it is
// as PartialInformation, but the regression is on polynomials of the members' normal scores.
func GroupInformation(values, members [][]float64) (Information, error) {
	s, err := newStakes(values)
	if err != nil {
		return Information{}, err
	}
	return s.of(members)
}

// InformationOfEach is what it would be worth to know each of many inputs alone, by input, member and draw: those of one
// member as PartialInformation, others as GroupInformation. So many workers go at once. It also returns an error if the
// context ends.
func InformationOfEach(ctx context.Context, values [][]float64, inputs [][][]float64, workers int) ([]Information, error) {
	s, err := newStakes(values)
	if err != nil {
		return nil, err
	}
	all, problems := make([]Information, len(inputs)), make([]error, len(inputs))
	err = parallel.Do(ctx, workers, len(inputs), 1, func(_, i, _ int) {
		information, err := s.of(inputs[i])
		if err != nil {
			problems[i] = fmt.Errorf("input %d: %w", i, err)
		}
		all[i] = information
	})
	if err != nil {
		return nil, err
	}
	return all, errors.Join(problems...)
}

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

// option is the one that a choice stands for.
func (s *stakes) option(rival int) int {
	if rival < 0 {
		return s.best
	}
	return s.rivals[rival]
}

// none is that an input says nothing.
func none() Information { return Information{ChangesAt: math.NaN(), ChangesTo: -1} }

// of takes one input or a group.
func (s *stakes) of(members [][]float64) (Information, error) {
	if len(members) == 0 {
		return none(), errors.New("there are no members")
	}
	for m, x := range members {
		if len(x) != s.draws {
			return none(), fmt.Errorf("member %d has %d draws, options have %d", m, len(x), s.draws)
		}
		if k := infinite(x); k >= 0 {
			return none(), fmt.Errorf("member %d is %v in draw %d", m, x[k], k)
		}
	}
	if len(members) == 1 {
		return s.ofInput(members[0]), nil
	}
	return s.ofGroup(members), nil
}
