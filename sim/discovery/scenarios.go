package discovery

// Scenarios are the boxes found, in the order of finding. Each holds only examples that no earlier one holds.
type Scenarios struct {
	Boxes []Box
}

// Box is one scenario: an example that keeps all its rules is in it, unless it is in an earlier box.
type Box struct {
	Measures
	Rules []Rule // at least one; by input, of restricted inputs only

	// Reached says whether the box has the least density. Only a box that is the only one may not.
	Reached bool

	// DensestPeeled is the greatest density of all boxes of at least the least mass that peeling came to: those of the
	// trajectory, and those peeled by all inputs before. Where the box has not Reached the least density but this has, there
	// are boxes so dense, but with rules that may be there by chance; where neither has, peeling found none.
	DensestPeeled float64

	// Trajectory is the way to the box, by peeling only inputs that stand out from chance. Step 0 holds all examples that no
	// earlier box has; each step after that is a peel, and coverage and mass never rise. If the chosen box was changed by
	// pasting, or by dropping limits, it follows as one more step, the last. One step is chosen, and has the measures of the
	// box.
	Trajectory []Step
}

// Rule restricts one input. Its limits are values of examples: of the outermost ones inside when the limit was set. Counting
// the examples that keep all rules of a box therefore gives its measures exactly.
type Rule struct {
	Input    int     // its index, from 0
	From, To float64 // the box holds values from one to the other, both included; −Inf and +Inf where there is no limit

	// Least and Most are the input's range among all examples.
	Least, Most float64

	// QuasiP is the probability that at least as many of the box's examples are of interest as are, if the density without
	// this rule held for each independently: a binomial tail. As the rule was chosen to look well it is no true p-value.
	//
	// Source: Bryant & Lempert (2010).
	QuasiP float64

	// DensityWithout is the density of the box without this rule, both limits of it.
	DensityWithout float64
}

// Step is one box on the way.
type Step struct {
	Measures
	Restricted int  // number of inputs with a limit
	Chosen     bool // whether this is the box
}

// Measures say how good a box is.
type Measures struct {
	Examples   int     // in the box
	OfInterest int     // of these
	Coverage   float64 // share of all examples of interest that are in it
	Density    float64 // share of its examples that are of interest
	Mass       float64 // share of all examples that are in it
}

// tally counts examples.
type tally struct {
	examples int
	hits     int // those of interest
}

func countInterest(interest []bool) tally {
	var t tally
	for _, yes := range interest {
		t.add(yes)
	}
	return t
}

// add counts one more example.
func (t *tally) add(ofInterest bool) {
	t.examples++
	if ofInterest {
		t.hits++
	}
}

func (t tally) plus(u tally) tally  { return tally{t.examples + u.examples, t.hits + u.hits} }
func (t tally) minus(u tally) tally { return tally{t.examples - u.examples, t.hits - u.hits} }

// density is 0 where there are no examples.
func (t tally) density() float64 { return float64(t.hits) / float64(max(1, t.examples)) }

// denser compares densities exactly: above 0 if t is denser than u, 0 if they are the same, below 0 if t is less dense.
// It needs products of two counts, which 64 bits hold.
func (t tally) denser(u tally) int { return t.hits*u.examples - u.hits*t.examples }

// of gives the measures of a box with these examples, among all examples.
func (t tally) of(all tally) Measures {
	return Measures{
		Examples: t.examples, OfInterest: t.hits,
		Coverage: float64(t.hits) / float64(all.hits), Density: t.density(), Mass: float64(t.examples) / float64(all.examples),
	}
}
