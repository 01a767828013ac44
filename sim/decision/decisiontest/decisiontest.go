// Package decisiontest makes values and draws for tests of decisions, of which it is known what comes out.
package decisiontest

import (
	"math"
	"math/rand/v2"
	"reconfig/model/modeltest"
)

// Seeds are those that methods which rest on chance are tried with.
var Seeds = []uint64{1, 2, 3}[:modeltest.ShortOrLong(1, 3)]

// Near says whether two numbers are the same, but for the tolerance.
func Near(a, b, tolerance float64) bool {
	return a == b || math.IsNaN(a) && math.IsNaN(b) || math.Abs(a-b) <= tolerance
}

// Density is that of the standard normal distribution.
func Density(x float64) float64 { return math.Exp(-x*x/2) / math.Sqrt(2*math.Pi) }

// Distribution is the standard normal distribution function.
func Distribution(x float64) float64 { return math.Erfc(-x/math.Sqrt2) / 2 }

// Learnt is the value of learning an incremental benefit of mean m of which the part to be learnt is normal with
// standard deviation s: s φ(m/s) − |m| Φ(−|m|/s).
func Learnt(m, s float64) float64 {
	return float64(s*Density(m/s)) - float64(math.Abs(m)*Distribution(-math.Abs(m)/s))
}

// Normals are independent standard normal numbers, by row and draw.
func Normals(seed uint64, rows, draws int) [][]float64 {
	random := rand.New(rand.NewPCG(seed, 99))
	z := make([][]float64, rows)
	for r := range z {
		z[r] = make([]float64, draws)
		for k := range z[r] {
			z[r][k] = random.NormFloat64()
		}
	}
	return z
}

// Model makes inputs that are standard normal, and options that each depend on all of them and on a product.
func Model(options, inputs, draws int) (values, x [][]float64) {
	random := rand.New(rand.NewPCG(1, 2))
	values, x = make([][]float64, options), make([][]float64, inputs)
	for i := range x {
		x[i] = make([]float64, draws)
		for k := range draws {
			x[i][k] = random.NormFloat64()
		}
	}
	for o := range values {
		values[o] = make([]float64, draws)
		weights := make([]float64, inputs)
		for i := range weights {
			weights[i] = random.NormFloat64()
		}
		for k := range draws {
			values[o][k] = x[o%inputs][k] * x[(o+1)%inputs][k]
			for i, w := range weights {
				values[o][k] += float64(w * x[i][k])
			}
		}
	}
	return values, x
}
