package partition

import (
	"context"
	"math"

	"reconfig/sim/sampling"
	"reconfig/sim/vector"
)

const (
	// missing is what it costs, in units of the spread of groups' values, not to cover a vertex or to be a group short. It is
	// high enough to show that there is no partition wherever the linear programme does.
	missing = 1e4
	// shift is how far, relatively, each row's right-hand side is moved, so that the simplex method does not go round in
	// circles where many vertices of the polytope coincide, as in set partitioning they do.
	shift = 1e-6
	// enough is how many more columns than rows may enter before the simplex method gives up.
	enough = 200
)

// simplex is the revised simplex method for the linear relaxation of set partitioning into k groups: rows are the vertices
// and the number of groups, columns are the groups, and one column a row that stands for what is missing. It need not reach
// the optimum, as any prices give a bound.
//
// Source: Dantzig (1963), Linear Programming and Extensions, chapter 9; big M for the start.
type simplex struct {
	p       *Problem
	rows    int
	inverse [][]float64 // of the basis
	level   []float64   // of each basic column
	basis   []int32     // by row: the group; −1 for what is missing
	prices  []float64
	column  []float64
}

// solveRelaxation gives bounds by the linear relaxation. If the context ends it gives those that it came to.
func (p *Problem) solveRelaxation(ctx context.Context, k int) duals {
	s := p.newSimplex(k)
	for range enough * s.rows {
		s.price()
		entering, profit := s.best()
		if profit <= Tolerance || ctx.Err() != nil || !s.enter(entering) {
			break
		}
	}
	s.price()
	return p.priced(s.prices[:p.n], k)
}

func (p *Problem) newSimplex(k int) *simplex {
	s := &simplex{p: p, rows: p.n + 1, prices: make([]float64, p.n+1), column: make([]float64, p.n+1)}
	for i := range s.rows {
		row := make([]float64, s.rows)
		row[i] = 1
		s.inverse = append(s.inverse, row)
		s.basis = append(s.basis, -1)
		s.level = append(s.level, 1+float64(shift*sampling.Unit(sampling.Split(0, uint64(i)))))
	}
	s.level[p.n] += float64(k - 1)
	return s
}

// price works out the prices of rows that the basis implies.
func (s *simplex) price() {
	clear(s.prices)
	for i, j := range s.basis {
		value := -missing
		if j >= 0 {
			value = s.p.scaled[j]
		}
		vector.AddScaled(s.prices, value, s.inverse[i])
	}
}

// best is the column that exceeds the prices of its rows by most, and by how much.
func (s *simplex) best() (best int32, profit float64) {
	p := s.p
	profit = math.Inf(-1)
	for j, value := range p.scaled {
		for _, v := range p.members[p.from[j]:p.from[j+1]] {
			value -= s.prices[v]
		}
		if value > profit {
			best, profit = int32(j), value
		}
	}
	return best, profit - s.prices[p.n]
}

// enter brings a column into the basis. It says false if none can leave, which only rounding can cause.
func (s *simplex) enter(j int32) bool {
	leaving, least := -1, math.Inf(1)
	for i, row := range s.inverse {
		s.column[i] = row[s.p.n]
		for _, v := range s.p.of(j) {
			s.column[i] += row[v]
		}
		if s.column[i] > 1e-9 && s.level[i]/s.column[i] < least {
			leaving, least = i, s.level[i]/s.column[i]
		}
	}
	if leaving < 0 {
		return false
	}
	s.turn(leaving)
	s.basis[leaving] = j
	return true
}

// turn exchanges the basic column of a row for the one in s.column.
func (s *simplex) turn(leaving int) {
	pivot, row := s.column[leaving], s.inverse[leaving]
	for c := range row {
		row[c] /= pivot
	}
	s.level[leaving] /= pivot
	for i, other := range s.inverse {
		if i != leaving && s.column[i] != 0 {
			vector.AddScaled(other, -s.column[i], row)
			s.level[i] = max(0, s.level[i]-float64(s.column[i]*s.level[leaving]))
		}
	}
}
