package information

import (
	"math"

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
	index := (z - s.low) / s.width
	first = min(int(index), segments-1)
	t := index - float64(first)
	r := 1 - t
	return first, [overlap]float64{r * r * r / 6, middle(t), middle(r), t * t * t / 6}
}

// middle is a basis function on a segment beside its middle, at a share of the way from there.
func middle(t float64) float64 { return (float64(3*t*t*t) - float64(6*t*t) + 4) / 6 }

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
	penalised    *penalised
	weights      []float64 // of the penalty, by response
}

// newSmooth fits the gains of draws in the order given, whose scores rise, but for those of a fold. It is 0 if the scores of
// the others are all the same.
func (s *stakes) newSmooth(scores []float64, order []ranked, gains gains, fold int) *smooth {
	low, high := scores[0], scores[len(scores)-1]
	f := &smooth{spline: spline{low, (high - low) / segments}, responses: gains.rivals, coefficients: make([]float64, splines*gains.rivals)}
	e := f.equations(scores, order, gains, fold)
	if !e.different {
		return f
	}
	f.penalised, f.weights = s.penalisedOf(e.normal, scores, fold), make([]float64, f.responses)
	for r := range f.responses {
		moments := f.penalised.moments(mat.Col(nil, r, e.moments))
		f.weights[r] = f.penalised.weigh(moments, e.squares[r], float64(e.draws))
		f.setCoefficients(r, f.penalised.shrink(moments, f.weights[r]))
	}
	return f
}

func (f *smooth) setCoefficients(response int, coefficients []float64) {
	for j, x := range coefficients {
		f.coefficients[j*f.responses+response] = x
	}
}

// splineEquations are the sums over draws that a spline needs.
type splineEquations struct {
	draws     int
	different bool          // whether scores are
	normal    *mat.SymDense // products of basis functions
	moments   *mat.Dense    // products of basis functions with responses
	squares   []float64     // of responses
}

func (f *smooth) equations(scores []float64, order []ranked, all gains, fold int) *splineEquations {
	e := &splineEquations{normal: mat.NewSymDense(splines, nil), moments: mat.NewDense(splines, f.responses, nil), squares: make([]float64, f.responses)}
	begin, end := foldBounds(fold, len(order))
	var band [splines][overlap]float64
	low := math.NaN()
	for i, z := range scores {
		if k := order[i].draw; begin <= k && k < end {
			continue
		}
		if e.draws == 0 {
			low = z
		}
		e.draws++
		e.different = e.different || z > low
		first, weights := f.at(z)
		for a, w := range weights {
			for b := a; b < overlap; b++ {
				band[first+a][b-a] += float64(w * weights[b])
			}
		}
		e.addMoments(first, weights, all.gain(order[i].draw))
	}
	for i := range band {
		for k := 0; k < overlap && i+k < splines; k++ {
			e.normal.SetSym(i, i+k, band[i][k])
		}
	}
	return e
}

func (e *splineEquations) addMoments(first int, weights [overlap]float64, gains []float64) {
	raw := e.moments.RawMatrix().Data
	for a, w := range weights {
		row := raw[(first+a)*len(gains):][:len(gains)]
		for r, g := range gains {
			row[r] += float64(w * g)
		}
	}
	for r, g := range gains {
		e.squares[r] += float64(g * g)
	}
}

// leaning are curves of by how much the fits, summed over the draws whose choice is a response, lean on the gain of each
// draw. Choices are in the order of scores; −1 stands for no response.
func (f *smooth) leaning(scores []float64, choices []int) *smooth {
	chosen := mat.NewDense(splines, f.responses, nil)
	for i, z := range scores {
		if r := choices[i]; r >= 0 {
			first, weights := f.at(z)
			for a, w := range weights {
				chosen.RawMatrix().Data[(first+a)*f.responses+r] += w
			}
		}
	}
	l := &smooth{spline: f.spline, responses: f.responses, coefficients: make([]float64, len(f.coefficients))}
	for r := range f.responses {
		l.setCoefficients(r, f.penalised.shrink(f.penalised.moments(mat.Col(nil, r, chosen)), f.weights[r]))
	}
	return l
}

// fit puts the fitted value of each response at z into fitted.
func (f *smooth) fit(z float64, fitted []float64) {
	first, weights := f.at(z)
	c := f.coefficients[first*f.responses:]
	for r := range fitted {
		fitted[r] = float64(weights[0]*c[r]) + float64(weights[1]*c[f.responses+r]) + float64(weights[2]*c[2*f.responses+r]) + float64(weights[3]*c[3*f.responses+r])
	}
}
