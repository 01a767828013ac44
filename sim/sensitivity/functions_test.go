package sensitivity_test

import (
	"math"
	"math/bits"
	"strconv"

	"gonum.org/v1/gonum/mat"

	"reconfig/model/elementary"
	"reconfig/sim/sensitivity"
)

// problem is a function of one output.
func problem(inputs []sensitivity.Input, f func(x []float64) float64) *sensitivity.Problem {
	return &sensitivity.Problem{Inputs: inputs, Outputs: 1, New: func() sensitivity.Function {
		y := make([]float64, 1)
		return func(x []float64) []float64 {
			y[0] = f(x)
			return y
		}
	}}
}

// inputs of one distribution, called x1, x2, …
func inputs(n int, quantile func(u float64) float64) []sensitivity.Input {
	all := make([]sensitivity.Input, n)
	for i := range all {
		all[i] = sensitivity.Input{Name: "x" + strconv.Itoa(i+1), Quantile: quantile}
	}
	return all
}

func uniforms(n int) []sensitivity.Input { return inputs(n, nil) }

// normals are of mean 0 and variance 1.
func normals(n int) []sensitivity.Input {
	return inputs(n, func(u float64) float64 { return math.Sqrt2 * math.Erfinv(2*u-1) })
}

// ishigami is the function of Ishigami & Homma (1990), First International Symposium on Uncertainty Modeling and Analysis.
func ishigami() *sensitivity.Problem {
	return problem(inputs(3, func(u float64) float64 { return math.Pi * (2*u - 1) }), func(x []float64) float64 {
		s1, s2 := elementary.Sin(x[0]), elementary.Sin(x[1])
		x3 := x[2] * x[2]
		return s1 + 7*s2*s2 + 0.1*x3*x3*s1
	})
}

// Of Ishigami's function, by integration: the fourth and eighth moment of x3 are π⁴/5 and π⁸/9.
var (
	ishigamiVariance = 13.84458794
	ishigamiFirst    = []float64{0.3139051911, 0.4424111448, 0}
	ishigamiTotal    = []float64{0.5575888552, 0.4424111448, 0.2436836641}
	ishigamiS13      = 0.2436836641
)

// sobolG is the function of Saltelli & Sobol' (1995), Matematicheskoe Modelirovanie 7(11).
func sobolG(all ...float64) *sensitivity.Problem {
	return problem(uniforms(len(all)), func(x []float64) float64 {
		product := 1.0
		for i, a := range all {
			product *= (math.Abs(4*x[i]-2) + a) / (1 + a)
		}
		return product
	})
}

var sobolA = []float64{0, 1, 4.5, 9, 99, 99, 99, 99}

// sobolGIndices are V_i ÷ V and V_i Π_{j≠i} (1 + V_j) ÷ V with V_i = 1 ÷ (3 (1 + a_i)²) and V = Π (1 + V_i) − 1.
func sobolGIndices() (variance float64, first, total []float64) {
	product := 1.0
	for _, a := range sobolA {
		product *= 1 + 1/(3*(1+a)*(1+a))
	}
	for _, a := range sobolA {
		v := 1 / (3 * (1 + a) * (1 + a))
		first = append(first, v/(product-1))
		total = append(total, v*product/(1+v)/(product-1))
	}
	return product - 1, first, total
}

// sobolGEffects are the sums, over all sets of inputs that an input is in, of the set's part of the variance, which is the
// product of its V_i, divided by how many the set holds.
func sobolGEffects() []float64 {
	effects := make([]float64, len(sobolA))
	variance, _, _ := sobolGIndices()
	for set := uint(1); set < 1<<len(sobolA); set++ {
		part := 1 / variance / float64(bits.OnesCount(set))
		for i, a := range sobolA {
			if set>>i&1 == 1 {
				part /= 3 * (1 + a) * (1 + a)
			}
		}
		for i := range effects {
			if set>>i&1 == 1 {
				effects[i] += part
			}
		}
	}
	return effects
}

// withScores correlates the inputs of a problem.
func withScores(p *sensitivity.Problem, correlations ...correlation) *sensitivity.Problem {
	p.Scores = mat.NewSymDense(len(p.Inputs), nil)
	for i := range p.Inputs {
		p.Scores.SetSym(i, i, 1)
	}
	for _, c := range correlations {
		p.Scores.SetSym(c.a, c.b, c.r)
	}
	return p
}

type correlation struct {
	a, b int
	r    float64
}

// pairOfNormals is y = x1 + 2 x2 with standard deviations 1 and 1.5 and a correlation of 0.5: V = 1 + 9 + 3 = 13,
// Cov(y, x1) = 2.5, Cov(y, x2) = 5.25. So first-order indices are 2.5² ÷ 13 and (5.25 ÷ 1.5)² ÷ 13, total ones
// 0.75 ÷ 13 and 4 × 2.25 × 0.75 ÷ 13, and Shapley effects the means of both.
func pairOfNormals() *sensitivity.Problem {
	return withScores(problem(normals(2), func(x []float64) float64 { return x[0] + 3*x[1] }), correlation{0, 1, 0.5})
}

// threeNormals is y = x1 + x2 + x3 of variances 1, with correlations of 0.5 between x1 and x2, −0.25 between x2 and x3:
//
//	V = 3 + 2 (0.5 − 0.25) = 3.5; Cov(y, x) = 1.5, 1.25, 0.75; what one explains, c: 2.25, 1.5625, 0.5625
//	Var(x1 | x2, x3) = 1 − 0.25 ÷ (1 − 0.0625) = 11/15
//	Var(x2 | x1, x3) = 1 − 0.25 − 0.0625 = 11/16, as x1 and x3 are independent
//	Var(x3 | x1, x2) = 1 − 0.0625 ÷ (1 − 0.25) = 11/12
//	what two explain, V less that of the third: c12 = 31/12, c13 = 45/16, c23 = 83/30
//	Shapley effect of x1: c1/3 + (c12 − c2 + c13 − c3)/6 + (V − c23)/3, and so on
func threeNormals() *sensitivity.Problem {
	p := problem(normals(3), func(x []float64) float64 { return x[0] + x[1] + x[2] })
	return withScores(p, correlation{0, 1, 0.5}, correlation{1, 2, -0.25})
}

var (
	threeFirst   = []float64{2.25 / 3.5, 1.5625 / 3.5, 0.5625 / 3.5}
	threeTotal   = []float64{11. / 15 / 3.5, 11. / 16 / 3.5, 11. / 12 / 3.5}
	threeShapley = []float64{0.4398809524, 0.3351190476, 0.225}
)

// chain is a linear function of four normals of variance 1, of which those d apart have a correlation of 0.8ᵈ.
func chain() *sensitivity.Problem {
	p := problem(normals(4), func(x []float64) float64 {
		y := 0.0
		for i, slope := range chainSlopes {
			y += slope * x[i]
		}
		return y
	})
	var all []correlation
	for a := range chainSlopes {
		for b := range a {
			all = append(all, correlation{a, b, math.Pow(0.8, float64(a-b))})
		}
	}
	return withScores(p, all...)
}

var chainSlopes = []float64{1, -1, 2, 0.5}

// explainedByChain is Var(E[y | set]) of a linear function of correlated normals, Cᵀ S⁻¹ C: S are the covariances in the
// set, C those with y. Sets are binary numbers.
func explainedByChain(set int) float64 {
	scores := chain().Scores
	var members []int
	for i := range chainSlopes {
		if set>>i&1 == 1 {
			members = append(members, i)
		}
	}
	if len(members) == 0 {
		return 0
	}
	within, withY := mat.NewDense(len(members), len(members), nil), mat.NewVecDense(len(members), nil)
	for a, i := range members {
		for b, j := range members {
			within.Set(a, b, scores.At(i, j))
		}
		for j, slope := range chainSlopes {
			withY.SetVec(a, withY.AtVec(a)+slope*scores.At(i, j))
		}
	}
	var solved mat.VecDense
	if err := solved.SolveVec(within, withY); err != nil {
		panic(err)
	}
	return mat.Dot(withY, &solved)
}

// chainIndices follow from what sets explain by definition.
func chainIndices() (first, total, effects []float64) {
	const all = 1<<4 - 1
	weights := []float64{1. / 4, 1. / 12, 1. / 12, 1. / 4} // s! (3 − s)! ÷ 4! for the s inputs before
	variance := explainedByChain(all)
	for i := range chainSlopes {
		first = append(first, explainedByChain(1<<i)/variance)
		total = append(total, 1-explainedByChain(all&^(1<<i))/variance)
		effect := 0.0
		for before := range all + 1 {
			if before>>i&1 == 0 {
				effect += weights[bits.OnesCount(uint(before))] * (explainedByChain(before|1<<i) - explainedByChain(before))
			}
		}
		effects = append(effects, effect/variance)
	}
	return first, total, effects
}

// interacting is y = x1 x2 + 2 x3 + x1 x4 of variances 1, where only x2 and x3 are correlated, by ρ = 0.6. With c = 2:
//
//	V = 1 + c² + 1 = 6, for x1 x2 and x1 x4 are correlated with nothing, as x1 is independent of all and of mean 0
//	E[y | x1] = 0, E[y | x2] = c ρ x2, E[y | x3] = c x3, E[y | x4] = 0
//	Var(y | all but x1) = (x2 + x4)², on average 2
//	Var(y | all but x2) = x1² (1 − ρ²), on average 1 − ρ²
//	Var(y | all but x3) = c² (1 − ρ²)
//	Var(y | all but x4) = x1², on average 1
//	second order of x1 and x4: Var(x1 x4) = 1
//
// The variance that is explained by a set is that by its part in {x1, x2, x3}, plus 1 if it has x1 and x4. So Shapley
// effects are those of x1 x2 + c x3, with half of 1 added to those of x1 and x4. With
//
//	c1 = 0, c2 = c² ρ², c3 = c², c12 = 1 + c² ρ², c13 = ρ² + c², c23 = c², c123 = 1 + c²
//
// those of x1 x2 + c x3 are 1/2 + ρ²/6, 1/2 − ρ²/3 + c² ρ²/2, c² + ρ²/6 − c² ρ²/2.
func interacting() *sensitivity.Problem {
	p := problem(normals(4), func(x []float64) float64 { return x[0]*x[1] + 2*x[2] + x[0]*x[3] })
	return withScores(p, correlation{1, 2, 0.6})
}

var (
	interactingFirst   = []float64{0, 1.44 / 6, 4. / 6, 0}
	interactingTotal   = []float64{2. / 6, 0.64 / 6, 4 * 0.64 / 6, 1. / 6}
	interactingShapley = []float64{1.06 / 6, 1.1 / 6, 3.34 / 6, 0.5 / 6}
)
