package sim_test

import (
	"testing"

	"pgregory.net/rapid"

	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim"
)

// An outcome is the same to the last bit, whatever else is asked for: what is left out is what nothing asked for rests on.
func TestOutcomesAreTheSameWhateverElseIsAskedFor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := modeltest.Random(t)
		all, err := sim.Compile(c, sim.Options{})
		if err != nil {
			t.Fatal(err)
		}
		o := rapid.SampledFrom(result.Outcomes()).Draw(t, "outcome")
		one, err := sim.Compile(c, sim.Options{Outcomes: []result.Outcome{o}})
		if err != nil {
			t.Fatal(err)
		}
		d, errors := modeltest.RandomDraw(t, c), modeltest.RandomBodyErrors(t, c)
		whole, part := all.NewWorkspace(), one.NewWorkspace()
		all.Run(d, errors, whole)
		one.Run(d, errors, part)
		for i := range all.Structures() {
			a, b := whole.Outcomes(i)[o], part.Outcomes(i)[o]
			if a != b && (a == a || b == b) {
				t.Errorf("%s: %v with all outcomes, %v alone", o, a, b)
			}
		}
	})
}
