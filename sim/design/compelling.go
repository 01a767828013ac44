package design

import (
	"context"

	"reconfig/sim/numbers"
)

// passes says whether every function that a design moves is better in place – the design against the same design with the
// function local – with the probability that is asked for. The design it is held against need keep no rule. Functions that
// are likely to fail are looked at first.
func (s *search) passes(ctx context.Context, p design, first []int) (bool, error) {
	if s.compelling <= 0 {
		return true, nil
	}
	for _, functions := range [][]int{first, p.moved()} {
		chances, err := s.chances(ctx, p, functions)
		if err != nil {
			return false, err
		}
		for _, c := range chances {
			if c < s.compelling {
				return false, nil
			}
		}
	}
	return true, nil
}

// chances says for some functions in what share of the draws a design is better than the same design with each local; 1 for
// a function that is local.
func (s *search) chances(ctx context.Context, p design, functions []int) ([]float64, error) {
	designs := []design{p}
	for _, f := range functions {
		designs = append(designs, p.with(f, stay))
	}
	found, err := s.value(ctx, designs...)
	if err != nil {
		return nil, err
	}
	all := make([]float64, len(functions))
	for i, f := range functions {
		all[i] = 1
		if p.choiceOf(f) != stay {
			all[i] = s.better(found[0], found[1+i])
		}
	}
	return all, nil
}

// better is the share of draws in which the first is better than the second by more than rounding.
func (w worth) better(a, b *valued) float64 {
	n := 0
	for j := range a.values {
		if numbers.Better(w.at(a, j), w.at(b, j)) {
			n++
		}
	}
	return float64(n) / float64(len(a.values))
}

// failing lists the functions that a design moves without being compelling.
func (s *search) failing(ctx context.Context, p design) (functions []int, err error) {
	moved := p.moved()
	chances, err := s.chances(ctx, p, moved)
	for i, c := range chances {
		if c < s.compelling {
			functions = append(functions, moved[i])
		}
	}
	return functions, err
}

// repaired is a design in which all that moves is compelling, made from another: what fails most comes home, one bundle
// after the other, with what cannot move without it. It is false where that leaves no design of the regime.
func (s *search) repaired(ctx context.Context, p design) (design, bool, error) {
	if s.compelling <= 0 {
		return p, true, nil
	}
	for {
		moved := p.moved()
		chances, err := s.chances(ctx, p, moved)
		if err != nil {
			return p, false, err
		}
		worst := -1
		for i, c := range chances {
			if c < s.compelling && (worst < 0 || c < chances[worst]) {
				worst = i
			}
		}
		if worst < 0 {
			return p, true, nil
		}
		if s.merger != stay {
			return p, false, nil
		}
		p = s.home(p, moved[worst])
	}
}

// home is a design with a function's bundle local, and what needs it there.
func (s *search) home(p design, function int) design {
	for _, u := range s.bundles {
		for _, f := range u {
			if f == function {
				p = u.with(p, stay)
			}
		}
	}
	if s.free {
		return p
	}
	for _, u := range s.bundles {
		for _, f := range u {
			if x := p.choiceOf(f); s.management[x] && s.executive >= 0 && p.choiceOf(s.executive) != x {
				p = u.with(p, stay)
			}
		}
	}
	return p
}
