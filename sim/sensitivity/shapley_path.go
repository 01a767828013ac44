package sensitivity

import (
	"math/rand/v2"

	"gonum.org/v1/gonum/mat"

	"reconfig/sim/sampling"
)

// path leads from A to B of a base point, one input after another in a random order. An input that is correlated with
// others takes those of them along that are still to come, each with the innovation it has: the path goes through
// innovations in its own order. That is one step of Gaussian elimination on the block's correlations each time, which
// leaves the correlations of what is to come given what has been.
type path struct {
	problem *Problem
	copula  *copula
	base    *base
	key     uint64

	point, taken int   // the point and how many inputs have been taken from B
	order        []int // of the inputs
	passed       []bool
	x, scores    []float64
	covariances  []*mat.SymDense // by block: of the scores that are still to come, given those that have been

	generator rand.PCG
	random    *rand.Rand
}

func newPath(p *Problem, c *copula, b *base, seed uint64) *path {
	n := len(p.Inputs)
	w := &path{problem: p, copula: c, base: b, key: sampling.Key(seed, sampling.ForPermutations), point: -1,
		order: make([]int, n), passed: make([]bool, n), x: make([]float64, n), scores: make([]float64, c.width)}
	for _, b := range c.blocks {
		w.covariances = append(w.covariances, mat.NewSymDense(len(b.inputs), nil))
	}
	w.random = rand.New(&w.generator)
	return w
}

// seek goes to where so many inputs have been taken from B. Where a path stands depends on point and number alone, not
// on how it came there.
func (w *path) seek(point, taken int) {
	if point != w.point || taken < w.taken {
		w.start(point)
	}
	for ; w.taken < taken; w.taken++ {
		w.take(w.order[w.taken])
	}
}

// start goes to A of a point.
func (w *path) start(point int) {
	w.point, w.taken = point, 0
	w.shuffle(point)
	clear(w.passed)
	copy(w.x, w.base.a.valuesAt(point))
	copy(w.scores, w.base.a.scoresAt(point))
	for i, b := range w.copula.blocks {
		w.covariances[i].CopySym(b.correlations)
	}
}

// shuffle draws the order of a point.
func (w *path) shuffle(point int) {
	key := sampling.Split(w.key, uint64(point))
	w.generator.Seed(sampling.Split(key, 0), sampling.Split(key, 1))
	for i := range w.order {
		w.order[i] = i
	}
	w.random.Shuffle(len(w.order), func(i, j int) { w.order[i], w.order[j] = w.order[j], w.order[i] })
}

// take takes an input from B.
func (w *path) take(input int) {
	w.x[input] = w.base.b.valuesAt(w.point)[input]
	w.passed[input] = true
	b := w.copula.blockOf[input]
	if b == nil {
		return
	}
	covariance, index := w.covariances[b.number], w.copula.indexOf[input]
	change := w.base.b.scoresAt(w.point)[b.at+index] - w.scores[b.at+index]
	for f, follower := range b.inputs {
		if w.passed[follower] {
			continue
		}
		slope := covariance.At(f, index) / covariance.At(index, index)
		w.scores[b.at+f] += float64(slope * change)
		w.x[follower] = w.problem.Inputs[follower].value(probability(w.scores[b.at+f]))
		for other := range f + 1 {
			if !w.passed[b.inputs[other]] {
				covariance.SetSym(f, other, covariance.At(f, other)-float64(slope*covariance.At(other, index)))
			}
		}
	}
}
