package information

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// The polynomials of each member alone go up to degree aloneDegrees, and all together, if there is space, to a total degree
// of mostDegrees.
const (
	aloneDegrees = 5
	mostDegrees  = 7
)

// perMember is how many polynomials of each member there are, with the one of degree 0.
const perMember = mostDegrees + 1

// term is an orthonormal Hermite polynomial of one member times an earlier term, which is of members before it. The first
// term is the constant.
type term struct {
	of     int // index of the earlier term
	member int
	degree int // of that polynomial
	total  int // degree of the whole
}

// hermite puts the orthonormal Hermite polynomials at z into h, by degree: over a standard normal z each has mean square 1
// and mean product 0 with the others.
func hermite(z float64, h []float64) {
	h[0], h[1] = 1, z
	for d := 2; d < len(h); d++ {
		h[d] = (float64(z*h[d-1]) - float64(rootOf[d-1]*h[d-2])) / rootOf[d]
	}
}

var rootOf = func() (roots [perMember]float64) {
	for d := range roots {
		roots[d] = math.Sqrt(float64(d))
	}
	return roots
}()

// newTerms lists the terms of a polynomial of the members, at most so many: those of each member alone up to the fifth
// degree; then products of two members, those of the first members if there is no space for all; then all that is missing
// of a total degree, as long as there is space for all of it.
func newTerms(members []member, most int) []term {
	terms := []term{{}}
	for d := range aloneDegrees {
		for m := range members {
			if d < members[m].degrees {
				terms = append(terms, term{0, m, d + 1, d + 1})
			}
		}
	}
	terms = terms[:min(len(terms), most)]
	for total := 2; total <= mostDegrees; total++ {
		missing := missingOf(members, terms, total)
		space := most - len(terms)
		if total > 2 && len(missing) > space {
			break
		}
		terms = append(terms, missing[:min(len(missing), space)]...)
	}
	return terms
}

// missingOf lists the terms of one total degree that are not there yet: those of the first members first.
func missingOf(members []member, terms []term, total int) []term {
	var missing []term
	for m := range members {
		for of, t := range terms {
			degree := total - t.total
			if of > 0 && t.member >= m || of == 0 && degree <= aloneDegrees {
				continue
			}
			if 0 < degree && degree <= members[m].degrees {
				missing = append(missing, term{of, m, degree, total})
			}
		}
	}
	return missing
}

// polynomial gives the terms of draws.
type polynomial struct {
	members []member
	terms   []term
}

// rows gives the terms of the draws from one to before another, by draw and term, in the space given.
func (p *polynomial) rows(from, end int, space []float64) *mat.Dense {
	rows := mat.NewDense(end-from, len(p.terms), space[:(end-from)*len(p.terms)])
	table := make([]float64, len(p.members)*perMember)
	for k := from; k < end; k++ {
		for m, member := range p.members {
			hermite(member.scores[k], table[m*perMember:(m+1)*perMember])
		}
		row := rows.RawRowView(k - from)
		row[0] = 1
		for i := 1; i < len(row); i++ {
			t := &p.terms[i]
			row[i] = row[t.of] * table[t.member*perMember+t.degree]
		}
	}
	return rows
}
