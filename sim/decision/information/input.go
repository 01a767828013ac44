package information

import (
	"math"
	"slices"

	"reconfig/sim/numbers"
)

// course is how options come out as one input rises.
type course struct {
	*stakes
	order   []ranked // draws as the input rises
	scores  []float64
	curve   *smooth
	choices []int // rival that is chosen, in the order of the input; −1 for the option that is best in the mean
}

// ofInput takes one input. As constants cost the spline nothing, fitted gains have the same means as gains, none above 0;
// so the mean of the greatest fitted gain is the value.
func (s *stakes) ofInput(x []float64) Worth {
	order := rank(x)
	scores, different := s.scale.of(order)
	if different == 1 || s.rivals == 0 {
		return none()
	}
	c := &course{s, order, scores, s.newSmooth(scores, order, s.gains, folds), make([]int, len(order))}
	promised := c.choose()
	information := none()
	information.Value = min(numbers.Mean(promised), s.perfect)
	information.StandardError = numbers.StandardError(c.influence(promised))
	information.ChangesAt, information.ChangesTo = c.change()
	return information
}

// choose chooses in each draw, and returns what the fit promises of it, in the order of the input.
func (c *course) choose() (promised []float64) {
	fitted, promised := make([]float64, c.rivals), make([]float64, len(c.order))
	for i, z := range c.scores {
		c.curve.fit(z, fitted)
		c.choices[i], promised[i] = choose(fitted)
	}
	return promised
}

// influence is what each draw adds to the value: its own promise, and what all promises rise by, as they lean on it, because
// it differs from its fit.
func (c *course) influence(promised []float64) []float64 {
	leaning := c.curve.leaning(c.scores, c.choices)
	influence, fitted, leans := slices.Clone(promised), make([]float64, c.rivals), make([]float64, c.rivals)
	for i, z := range c.scores {
		c.curve.fit(z, fitted)
		leaning.fit(z, leans)
		for r, y := range c.gain(c.order[i].draw) {
			influence[i] += float64(leans[r] * (y - fitted[r]))
		}
	}
	return influence
}

// change is where the choice changes next to the median, and to which option; NaN and −1 if it does not between the 1st
// and the 99th percentile.
func (c *course) change() (at float64, to int) {
	n := len(c.order)
	middle, nearest := n/2, math.Inf(1)
	at, to = math.NaN(), -1
	for _, side := range []struct{ step, end int }{{-1, n / 100}, {1, n - 1 - n/100}} {
		i := middle
		for i != side.end && c.choices[i] == c.choices[middle] {
			i += side.step
		}
		if c.choices[i] == c.choices[middle] {
			continue
		}
		x := c.crossing(i-side.step, i)
		if d := math.Abs(x - c.order[middle].x); d < nearest {
			at, to, nearest = x, c.option(c.choices[i]), d
		}
	}
	return at, to
}

// crossing is where, between two neighbouring draws, the fitted gains of their choices are equal, by a straight line.
func (c *course) crossing(i, j int) float64 {
	before, after := max(0, c.lead(i, c.choices[i], c.choices[j])), c.lead(j, c.choices[i], c.choices[j])
	return c.order[i].x + (c.order[j].x-c.order[i].x)*before/(before-after)
}

// lead is by how much the fitted gain of one choice is greater than that of another, at an index in the order.
func (c *course) lead(i, a, b int) float64 {
	fitted := make([]float64, c.rivals)
	c.curve.fit(c.scores[i], fitted)
	return gainOf(fitted, a) - gainOf(fitted, b)
}
