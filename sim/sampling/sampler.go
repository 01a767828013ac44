// Package sampling fills the unit cube with points, each of which can be had by its index: orthogonal arrays, scrambled
// Sobol' points, independent points, and Latin hypercubes. All randomness of the program begins here, with a seed (seed.go).
//
// It knows nothing of what the points are for.
package sampling

import "fmt"

// The names of the samplers.
const (
	Orthogonal = "orthogonal" // orthogonal arrays, even in every dimension and every pair of them
	Sobol      = "sobol"      // a scrambled Sobol' sequence: the most even in few dimensions, uneven in some pairs of many
	Random     = "random"     // independent points, whose errors follow the textbook
	Latin      = "lhs"        // a Latin hypercube, even in every dimension by itself; needs to know how many points there will be
)

// MaxPoints is how many points a sampler has: indices go from 0 to MaxPoints − 1.
const MaxPoints = 1 << 32

// Sampler gives point j a number in the open interval (0, 1) for every dimension. It never changes, so one serves many
// goroutines, each with a scratch of its own.
type Sampler interface {
	// Point puts point j into u, which has a number for every dimension. It panics if there is no such point.
	Point(j int, u []float64, s *Scratch)
}

// Scratch is the workspace that a sampler needs to make a point.
type Scratch struct {
	digits []uint32
	of     *sobol // the sequence whose point last is in digits, before scrambling; nil at first
	last   int
	block  block // of orthogonal arrays
}

// NewScratch makes a workspace for points of so many dimensions.
func NewScratch(dimensions int) *Scratch {
	return &Scratch{digits: make([]uint32, dimensions), block: newBlock(dimensions)}
}

// New makes a sampler by its name, of orthogonal arrays if that is empty. Points is how many there will be, which only a
// Latin hypercube needs to know. It returns an error for an unknown name, and where a sampler has too few dimensions or
// points.
func New(name string, seed uint64, dimensions, points int) (Sampler, error) {
	switch name {
	case "", Orthogonal:
		return newOrthogonal(seed, dimensions)
	case Sobol:
		return newSobol(seed, dimensions)
	case Random:
		return newRandom(seed), nil
	case Latin:
		return newLatin(seed, dimensions, points)
	}
	return nil, fmt.Errorf("there is no sampler %q; there are %s, %s, %s and %s", name, Orthogonal, Sobol, Random, Latin)
}

// checkIndex panics on a point that a sampler does not have: its caller counts wrongly.
func checkIndex(j, points int) {
	if j < 0 || j >= points {
		panic(fmt.Sprintf("sampling: point %d of %d", j, points))
	}
}
