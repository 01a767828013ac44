package decision

import (
	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/mat"
)

// The polynomial of a group has at most mostTerms terms, and there are at least drawsPerTerm draws for each.
const (
	mostTerms    = 500
	drawsPerTerm = 20
)

// ofGroup takes a group of members. Draws of each fold are chosen for by a regression on the other folds. What the
// regression promises of its choices is too much by about as much as what the choices gain falls short of the best
// there could be, both because the regression errs; so the value is the mean of both.
func (s *stakes) ofGroup(xs [][]float64) Information {
	var members []member
	for _, x := range xs {
		if m, ok := s.scale.newMember(x); ok {
			members = append(members, m)
		}
	}
	if len(members) == 0 || len(s.rivals) == 0 {
		return none()
	}
	s.byStrength(members)
	members = independent(members)
	p := &polynomial{members, newTerms(members, min(mostTerms, s.draws/drawsPerTerm))}
	promised, gained := 0.0, make([]float64, s.draws)
	parts := s.equationsOf(p)
	for fold := range parts {
		promised += s.choosePart(p, fold, without(parts, fold).solve(), gained)
	}
	information := none()
	information.Value = max(0, min((promised/float64(s.draws)+meanOf(gained))/2, s.perfect))
	information.StandardError = standardError(gained)
	return information
}

// atOnce is how many draws are turned into terms at once. It is part of the result's last bits.
const atOnce = 256

// equationsOf are those of each fold.
func (s *stakes) equationsOf(p *polynomial) []*equations {
	parts := make([]*equations, folds)
	rows := make([]float64, atOnce*len(p.terms))
	for fold := range parts {
		parts[fold] = newEquations(len(p.terms), len(s.rivals))
		begin, end := foldBounds(fold, s.draws)
		for from := begin; from < end; from += atOnce {
			to := min(end, from+atOnce)
			parts[fold].add(p.rows(from, to, rows), s.rows(from, to))
		}
	}
	return parts
}

// choosePart chooses in each draw of a fold by a regression on the others, notes what that gains, and returns the sum of
// what the regression promised.
func (s *stakes) choosePart(p *polynomial, fold int, coefficients *mat.Dense, gained []float64) (promised float64) {
	rows, rivals := make([]float64, atOnce*len(p.terms)), len(s.rivals)
	fitted := make([]float64, atOnce*rivals)
	begin, end := foldBounds(fold, s.draws)
	for from := begin; from < end; from += atOnce {
		to := min(end, from+atOnce)
		fits := blas64.General{Rows: to - from, Cols: rivals, Stride: rivals, Data: fitted}
		blas64.Gemm(blas.NoTrans, blas.NoTrans, 1, p.rows(from, to, rows), coefficients.RawMatrix(), 0, fits)
		for k := from; k < to; k++ {
			rival, gain := choose(fitted[(k-from)*rivals : (k-from+1)*rivals])
			promised += gain
			gained[k] = gainOf(s.gain(k), rival)
		}
	}
	return promised
}
