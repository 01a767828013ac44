package design

import "reconfig/sim/analysis"

// Check returns the error that Functions would return before it runs anything.
func Check(s *analysis.Setup, o Options) error {
	_, err := newDesigning(s, o)
	return err
}

// How often, by experience with the cases that come with the program, a search values as many structures as there are changes of
// one function, and as there are pairs of such changes.
const (
	roundsOfSingles = 30
	roundsOfPairs   = 3
	roundsByValue   = 4 // more, at other worths of capacity
)

// Runs is about how many draws of structures Functions runs. It tells of no more than these, so that its progress ends.
func Runs(s *analysis.Setup, o Options) int {
	d, err := newDesigning(s, o)
	if err != nil {
		return 1
	}
	rounds := roundsOfPairs
	if o.Values && d.weighs() {
		rounds += roundsByValue
	}
	runs := len(d.functions) * len(d.choices) * o.Draws
	for _, g := range d.regimes() {
		singles, pairs := 0, 0
		for _, allowed := range g.allowed {
			pairs += singles * (len(allowed) - 1)
			singles += len(allowed) - 1
		}
		runs += roundsOfSingles * singles * o.Draws
		if pairs <= mostPairs && g.merger == stay {
			runs += rounds * pairs * len(d.glimpsed)
		}
	}
	return runs
}

// reporting tells of at most so many runs.
func reporting(progress func(runs int), most int) func(runs int) {
	told := 0
	return func(runs int) {
		if told += runs; told <= most {
			progress(runs)
		}
	}
}
