package information

import (
	"gonum.org/v1/gonum/mat"

	"reconfig/model/elementary"
	"reconfig/sim/linear"
	"reconfig/sim/numbers"
)

// spread is the standard error of the value: of the mean of what each draw adds to it, and of what the errors of
// coefficients may come to.
func (g *groupRegression) spread(slack float64) float64 {
	terms, _ := g.basis.of.Dims()
	var leaning [folds]*mat.Dense
	for fold := range leaning {
		leaning[fold] = g.leaning(fold)
	}
	influence := make([]float64, g.draws)
	space := make([]float64, atOnce*g.rivals)
	for fold := range folds {
		others := mat.NewDense(terms, g.rivals, nil)
		for f, l := range leaning {
			if f != fold {
				others.Add(others, l)
			}
		}
		eachBlock(fold, g.draws, func(from, to int) {
			leans := product(g.basis.rows(from, to, g.space), others, space)
			for k := from; k < to; k++ {
				influence[k] = g.influence(k, leans.RawRowView(k-from))
			}
		})
	}
	return elementary.Hypot(numbers.StandardError(influence), slack)
}

// influence is what a draw adds to the value: half of its own promise and of its gain, and half of what the promises of other
// folds rise by, as they lean on it, because it differs from its fit.
//
// Source: Hampel (1974), The influence curve and its role in robust estimation, JASA 69(346).
func (g *groupRegression) influence(k int, leans []float64) float64 {
	sum, fits := g.promised[k]+g.gained[k], g.fits.gain(k)
	for r, y := range g.gain(k) {
		sum += float64(leans[r] * (y - fits[r]))
	}
	return sum / 2
}

// leaning is by how much the promises of a fold, all together, lean on gains of a draw of another fold: weights of that
// draw's terms, by term and rival. Bends are taken as known.
func (g *groupRegression) leaning(fold int) *mat.Dense {
	model := g.models[fold]
	weights := g.basis.weights(model.kept)
	solved := mat.NewDense(len(model.kept), g.rivals, nil)
	for r, inverse := range model.inverses {
		solved.SetCol(r, linear.ProductWith(inverse, mat.Col(nil, r, g.chosen[fold])))
	}
	terms, _ := weights.Dims()
	leaning := mat.NewDense(terms, g.rivals, nil)
	linear.Product(leaning, weights, solved)
	return leaning
}
