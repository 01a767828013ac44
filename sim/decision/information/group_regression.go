package information

import (
	"slices"

	"reconfig/sim/linear"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// The polynomial of a group has at most mostTerms terms, and there are at least drawsPerTerm draws for each.
const (
	mostTerms    = 500
	drawsPerTerm = 20
)

// groupRegression regresses gains on the members of a group: on bends of the strongest, and on a polynomial of all. Draws of
// each fold are chosen for by the regression on the other folds.
type groupRegression struct {
	*stakes
	bends       [folds + 1]gains
	basis       *basis
	parts       []*equations          // of each fold
	moments     [folds + 1]*mat.Dense // by the fold that is left out, last none: by function and rival
	least, most []float64             // gain of any draw, by rival

	models   [folds]*fitted
	chosen   [folds]*mat.Dense // sums of functions over the draws for which each rival is chosen, by kept function and rival
	fits     gains             // of each draw, by the regression on other folds
	choices  []int             // by draw: rival that is chosen; −1 for the option that is best in the mean
	promised []float64         // by draw: fit of what is chosen
	gained   []float64         // by draw: gain of what is chosen
	slack    []float64         // by draw: by how much the fit of what is chosen overstates, in the mean over errors of coefficients
	space    []float64
}

func (s *stakes) newGroupRegression(members []member) *groupRegression {
	p := &polynomial{members, newTerms(members, min(mostTerms, s.draws/drawsPerTerm))}
	g := &groupRegression{
		stakes: s, bends: s.newBends(members), fits: newGains(s.draws, s.rivals), choices: make([]int, s.draws),
		promised: make([]float64, s.draws), gained: make([]float64, s.draws), slack: make([]float64, s.draws), space: make([]float64, atOnce*len(p.terms)),
	}
	g.least, g.most = s.extremes()
	g.addEquations(p)
	g.setMoments()
	g.addNoise()
	return g
}

// addEquations finds the basis and, for each fold, the products of its functions.
func (g *groupRegression) addEquations(p *polynomial) {
	products, all := make([]*mat.SymDense, folds), mat.NewSymDense(len(p.terms), nil)
	for fold := range products {
		products[fold] = mat.NewSymDense(len(p.terms), nil)
		eachBlock(fold, g.draws, func(from, to int) {
			linear.AddSquare(products[fold], p.rows(from, to, g.space))
		})
		all.AddSym(all, products[fold])
	}
	g.basis = newBasis(p, all, g.draws)
	for fold, product := range products {
		from, end := foldBounds(fold, g.draws)
		g.parts = append(g.parts, &equations{draws: end - from, normal: g.basis.project(product)})
	}
}

// setMoments fills in the sums of products of functions with responses over the draws of all folds but one. Responses, and
// so sums, stand side by side, by the fold that is left out: terms of draws are worked out once for all.
func (g *groupRegression) setMoments() {
	terms, functions := g.basis.of.Dims()
	wide := len(g.bends) * g.rivals
	sums, moments, space := mat.NewDense(terms, wide, nil), mat.NewDense(functions, wide, nil), make([]float64, atOnce*wide)
	for fold := range folds {
		eachBlock(fold, g.draws, func(from, to int) {
			linear.AddTransposedProduct(sums, g.basis.rows(from, to, g.space), g.responses(fold, from, to, space))
		})
	}
	linear.AddTransposedProduct(moments, g.basis.of, sums)
	for but := range g.moments {
		g.moments[but] = mat.DenseCopyOf(moments.Slice(0, functions, but*g.rivals, (but+1)*g.rivals))
	}
}

// responses are what bends leave of the gains of some draws of a fold, by draw, fold left out and rival; 0 for the fold itself.
func (g *groupRegression) responses(fold, from, to int, space []float64) *mat.Dense {
	wide := len(g.bends) * g.rivals
	all := mat.NewDense(to-from, wide, space[:(to-from)*wide])
	all.Zero()
	for k := from; k < to; k++ {
		row := all.RawRowView(k - from)
		for but, bends := range g.bends {
			if but != fold {
				floats.SubTo(row[but*g.rivals:(but+1)*g.rivals], g.gain(k), bends.gain(k))
			}
		}
	}
	return all
}

// leastOthers is how small the part of a draw's fit that rests on other draws is taken to be at least.
const leastOthers = 0.01

// addNoise adds up the squares of products of functions with what each draw differs by from a regression on all others.
func (g *groupRegression) addNoise() {
	rest, all := g.less(g.bends[folds]), without(g.parts, folds)
	coefficients := all.solve(g.moments[folds])
	functions, rivals := coefficients.Dims()
	space, fits := make([]float64, atOnce*functions), make([]float64, atOnce*rivals)
	for fold, part := range g.parts {
		part.noise, part.squares = mat.NewDense(functions, rivals, nil), make([]float64, rivals)
		eachBlock(fold, g.draws, func(from, to int) {
			rows := product(g.basis.rows(from, to, g.space), g.basis.of, space)
			squares := product(rows, coefficients, fits)
			for k := from; k < to; k++ {
				row, square := rows.RawRowView(k-from), squares.RawRowView(k-from)
				others := max(1-dot(row, row)/float64(g.draws), leastOthers)
				for r, y := range rest.gain(k) {
					residual := (y - square[r]) / others
					square[r] = float64(residual * residual)
					part.squares[r] += square[r]
				}
			}
			squareAll(rows)
			linear.AddTransposedProduct(part.noise, rows, squares)
		})
	}
}

// choose chooses in each draw of a fold by the regression on the others. No fit is beyond all gains.
func (g *groupRegression) choose(fold int) {
	bends := g.bends[fold]
	model := without(g.parts, fold).fit(g.moments[fold])
	g.models[fold] = model
	weights := g.basis.weights(model.kept)
	chosen, space, varied := mat.NewDense(len(model.kept), g.rivals, nil), make([]float64, atOnce*len(model.kept)), make([]float64, atOnce*g.rivals)
	eachBlock(fold, g.draws, func(from, to int) {
		rows := product(g.basis.rows(from, to, g.space), weights, space)
		product(rows, model.coefficients, g.fits.all[from*g.rivals:])
		for k := from; k < to; k++ {
			fits := g.fits.gain(k)
			for r, bend := range bends.gain(k) {
				fits[r] = max(g.least[r], min(fits[r]+bend, g.most[r]))
			}
			g.choices[k], g.promised[k] = choose(fits)
			g.gained[k] = gainOf(g.gain(k), g.choices[k])
			addColumn(chosen, g.choices[k], rows.RawRowView(k-from))
		}
		squareAll(rows)
		variances := product(rows, model.variances, varied)
		for k := from; k < to; k++ {
			g.slack[k] = slack(g.fits.gain(k), variances.RawRowView(k-from), g.choices[k])
		}
	})
	g.chosen[fold] = chosen
}

// addColumn adds numbers to a column; to none if that is −1.
func addColumn(dst *mat.Dense, column int, v []float64) {
	if column < 0 {
		return
	}
	raw := dst.RawMatrix()
	for i, x := range v {
		raw.Data[i*raw.Stride+column] += x
	}
}

// extremes is the least and the greatest gain of any draw, by rival.
func (g gains) extremes() (least, most []float64) {
	least, most = slices.Clone(g.gain(0)), slices.Clone(g.gain(0))
	for i, x := range g.all {
		r := i % g.rivals
		least[r], most[r] = min(least[r], x), max(most[r], x)
	}
	return least, most
}

func squareAll(m *mat.Dense) {
	all := m.RawMatrix().Data
	for i, x := range all {
		all[i] = x * x
	}
}
