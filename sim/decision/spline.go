package decision

import (
	"gonum.org/v1/gonum/mat"
)

// spline is a basis of cubic B-splines on equal segments.
//
// Source: de Boor (1978), A practical guide to splines.
type spline struct{ low, width float64 }

const (
	segments = 20
	splines  = segments + 3 // basis functions
	overlap  = 4            // of them, those that are not 0 on one segment
)

// at gives the first basis function that is not 0 at z, and the values of it and the three that follow.
func (s spline) at(z float64) (first int, weights [overlap]float64) {
	place := (z - s.low) / s.width
	first = min(int(place), segments-1)
	t := place - float64(first)
	r := 1 - t
	return first, [overlap]float64{r * r * r / 6, (3*t*t*t - 6*t*t + 4) / 6, (3*r*r*r - 6*r*r + 4) / 6, t * t * t / 6}
}

// smooth is a penalised spline (P-spline) fitted to several responses: least squares with a penalty on the second
// differences of the coefficients, whose weight is found for each response by generalised cross-validation. Constants
// and straight lines cost nothing.
//
// Sources: Eilers & Marx (1996), Flexible smoothing with B-splines and penalties, Statistical Science 11(2); Golub, Heath &
// Wahba (1979), Generalized cross-validation as a method for choosing a good ridge parameter, Technometrics 21(2).
type smooth struct {
	spline
	responses    int
	coefficients []float64 // by basis function and response
}

// newSmooth fits the responses of draws in the order given, whose scores rise and are not all the same.
func newSmooth(scores []float64, order []ranked, s *stakes) *smooth {
	low, high := scores[0], scores[len(scores)-1]
	f := &smooth{spline: spline{low, (high - low) / segments}, responses: len(s.rivals)}
	normal, moments := f.normalEquations(scores, order, s)
	p := newPenalised(normal)
	f.coefficients = make([]float64, splines*f.responses)
	for r := range f.responses {
		var c mat.VecDense
		c.MulVec(p.to.T(), moments.ColView(r))
		p.shrink(c.RawVector().Data, s.squares[r], float64(s.draws))
		c.MulVec(&p.to, mat.VecDenseCopyOf(&c))
		for j, x := range c.RawVector().Data {
			f.coefficients[j*f.responses+r] = x
		}
	}
	return f
}

// normalEquations are the sums over draws of products of basis functions, and of basis functions with responses.
func (f *smooth) normalEquations(scores []float64, order []ranked, s *stakes) (*mat.SymDense, *mat.Dense) {
	var band [splines][overlap]float64
	moments := mat.NewDense(splines, f.responses, nil)
	raw := moments.RawMatrix().Data
	for i, z := range scores {
		first, weights := f.at(z)
		gains := s.gain(order[i].draw)
		for a, w := range weights {
			for b := a; b < overlap; b++ {
				band[first+a][b-a] += w * weights[b]
			}
			row := raw[(first+a)*f.responses:][:len(gains)]
			for r, g := range gains {
				row[r] += w * g
			}
		}
	}
	normal := mat.NewSymDense(splines, nil)
	for i := range band {
		for k := 0; k < overlap && i+k < splines; k++ {
			normal.SetSym(i, i+k, band[i][k])
		}
	}
	return normal, moments
}

// fit puts the fitted value of each response at z into fitted.
func (f *smooth) fit(z float64, fitted []float64) {
	first, weights := f.at(z)
	c := f.coefficients[first*f.responses:]
	for r := range fitted {
		fitted[r] = weights[0]*c[r] + weights[1]*c[f.responses+r] + weights[2]*c[2*f.responses+r] + weights[3]*c[3*f.responses+r]
	}
}
