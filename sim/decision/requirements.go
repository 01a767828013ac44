package decision

import (
	"errors"
	"fmt"
	"math"

	"reconfig/sim/numbers"
)

// Comparison is how a value must lie to a threshold.
type Comparison int

// The comparisons. A value that differs from the threshold by no more than rounding is at it, neither above nor below.
const (
	AtLeast Comparison = iota
	AtMost
	Above
	Below
)

// Met says whether the value is as required.
func (c Comparison) Met(value, threshold float64) bool {
	switch c {
	case AtLeast:
		return value >= threshold || numbers.Same(value, threshold)
	case AtMost:
		return value <= threshold || numbers.Same(value, threshold)
	case Above:
		return numbers.Better(value, threshold)
	default:
		return numbers.Better(threshold, value)
	}
}

// Requirement is what is asked of every option: that its value lies so to the threshold. Values are by option and draw, in
// any unit and direction, and may be infinite.
type Requirement struct {
	Values     [][]float64
	Comparison Comparison
	Threshold  float64
}

// Share is a share of draws with its Monte Carlo error, √(p (1 − p) ÷ n): that of independent draws.
type Share struct{ Value, MCError float64 }

func shareOf(count, draws int) Share {
	p := float64(count) / float64(draws)
	return Share{p, math.Sqrt(p * (1 - p) / float64(draws))}
}

// Met is how often one option meets what is required: each requirement alone, in the order in which they were given, and
// all in the same draw.
type Met struct {
	Each []Share
	All  Share
}

// Requirements says how often each option meets what is required (satisficing). It returns an error if nothing is, for an
// unknown comparison, for NaN, and unless all requirements have values of the same options and draws.
//
// Sources: Simon (1955), A behavioral model of rational choice, QJE 69(1); Starr (1963), Product design and decision theory,
// for the share as a measure of robustness.
func Requirements(requirements []Requirement) ([]Met, error) {
	if err := checkRequirements(requirements); err != nil {
		return nil, err
	}
	met := make([]Met, len(requirements[0].Values))
	for o := range met {
		met[o] = meet(requirements, o)
	}
	return met, nil
}

// meet counts the draws of one option.
func meet(requirements []Requirement, option int) Met {
	draws, all := len(requirements[0].Values[option]), 0
	each := make([]int, len(requirements))
	for k := range draws {
		failed := false
		for i, r := range requirements {
			if r.Comparison.Met(r.Values[option][k], r.Threshold) {
				each[i]++
			} else {
				failed = true
			}
		}
		if !failed {
			all++
		}
	}
	m := Met{All: shareOf(all, draws)}
	for _, count := range each {
		m.Each = append(m.Each, shareOf(count, draws))
	}
	return m
}

func checkRequirements(requirements []Requirement) error {
	if len(requirements) == 0 {
		return errors.New("nothing is required")
	}
	for i, r := range requirements {
		if err := numbers.CheckDraws(r.Values); err != nil {
			return fmt.Errorf("requirement %d: %w", i, err)
		}
		if first := requirements[0].Values; len(r.Values) != len(first) || len(r.Values[0]) != len(first[0]) {
			return fmt.Errorf("requirement %d has %d options and %d draws, the first has %d and %d", i, len(r.Values), len(r.Values[0]), len(first), len(first[0]))
		}
		if r.Comparison < AtLeast || r.Comparison > Below {
			return fmt.Errorf("requirement %d: there is no comparison %d", i, r.Comparison)
		}
		if math.IsNaN(r.Threshold) {
			return fmt.Errorf("requirement %d has no threshold (NaN)", i)
		}
	}
	return nil
}
