package sensitivity

import (
	"errors"
	"fmt"
	"math"

	"reconfig/sim/linear"
	"reconfig/sim/special"

	"gonum.org/v1/gonum/mat"
)

// copula makes the normal scores of correlated inputs move together: a Gaussian copula, which leaves the distribution
// of each as it is. It is kept as blocks, so that what one input moves is no more than must be.
//
// Source: Nelsen (2006), An introduction to copulas, 2nd edition.
type copula struct {
	blocks  []*block
	blockOf []*block // by input; nil for one that is correlated with none
	indexOf []int    // by input: its index in its block
	width   int      // scores of a point
}

// block is a set of inputs that correlations connect, directly or through one another.
type block struct {
	number       int
	inputs       []int // in ascending order
	at           int   // where its scores begin among those of a point
	correlations *mat.SymDense
	factor       *mat.TriDense // lower Cholesky factor
}

// newCopula finds the blocks. It returns an error if the scores are no correlation matrix of the inputs.
func newCopula(p *Problem) (*copula, error) {
	n := len(p.Inputs)
	c := &copula{blockOf: make([]*block, n), indexOf: make([]int, n)}
	if p.Scores == nil {
		return c, nil
	}
	if err := checkScores(p.Scores, p.Inputs); err != nil {
		return nil, err
	}
	for i := range n {
		if c.blockOf[i] != nil {
			continue
		}
		connected := connectedTo(i, p.Scores)
		if len(connected) == 1 {
			continue
		}
		if err := c.addBlock(connected, p.Scores); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// correlated tells, by input, whether it is correlated with another.
func (c *copula) correlated() []bool {
	is := make([]bool, len(c.blockOf))
	for i, b := range c.blockOf {
		is[i] = b != nil
	}
	return is
}

func checkScores(scores *mat.SymDense, inputs []Input) error {
	if n := scores.SymmetricDim(); n != len(inputs) {
		return fmt.Errorf("correlations of %d inputs, where there are %d", n, len(inputs))
	}
	for i, input := range inputs {
		if scores.At(i, i) != 1 {
			return fmt.Errorf("the correlation of %s with itself is %v, not 1", input.Name, scores.At(i, i))
		}
		for k := range i {
			if r := scores.At(i, k); !(math.Abs(r) < 1) {
				return fmt.Errorf("the correlation of %s and %s is %v, not between -1 and 1", inputs[k].Name, input.Name, r)
			}
		}
	}
	return nil
}

// connectedTo lists the inputs that correlations connect with an input, itself among them, in ascending order.
func connectedTo(input int, scores *mat.SymDense) []int {
	n := scores.SymmetricDim()
	reached := make([]bool, n)
	reached[input] = true
	for next := []int{input}; len(next) > 0; {
		i := next[0]
		next = next[1:]
		for k := range n {
			if !reached[k] && scores.At(i, k) != 0 {
				reached[k] = true
				next = append(next, k)
			}
		}
	}
	var connected []int
	for i, is := range reached {
		if is {
			connected = append(connected, i)
		}
	}
	return connected
}

var errContradictory = errors.New("the correlations contradict one another, or say the same twice: their matrix is not positive definite")

// worstCondition is the greatest condition number of a block. Up to it, each part of a block has a Cholesky factor and
// regressions of six good digits.
const worstCondition = 1e10

func (c *copula) addBlock(inputs []int, scores *mat.SymDense) error {
	b := &block{number: len(c.blocks), inputs: inputs, at: c.width, correlations: mat.NewSymDense(len(inputs), nil)}
	for index, i := range inputs {
		c.blockOf[i], c.indexOf[i] = b, index
		for other := range index + 1 {
			b.correlations.SetSym(index, other, scores.At(i, inputs[other]))
		}
	}
	lower, ok := linear.Cholesky(b.correlations)
	if !ok || linear.Condition(b.correlations, lower) > worstCondition {
		return errContradictory
	}
	b.factor = lower
	c.blocks = append(c.blocks, b)
	c.width += len(inputs)
	return nil
}

// correlate fills in a block's scores from numbers of all inputs in the unit interval.
func (b *block) correlate(u, scores []float64) {
	scores = scores[b.at : b.at+len(b.inputs)]
	for index, i := range b.inputs {
		scores[index] = special.NormalQuantile(u[i])
	}
	for index := len(scores) - 1; index >= 0; index-- { // from the last on, as each needs those before it
		sum := 0.0
		for k, independent := range scores[:index+1] {
			sum += float64(b.factor.At(index, k) * independent)
		}
		scores[index] = sum
	}
}

// probability is the standard normal distribution function, kept within the open interval (0, 1).
func probability(score float64) float64 {
	const smallest = 0x1p-53
	return min(max(special.NormalDistribution(score), smallest), 1-smallest)
}
