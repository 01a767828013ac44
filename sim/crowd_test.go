package sim

import (
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/result"
)

// What the series of a crowd leaves out, by the bound that crowd states, and in fact.
func TestCrowdsLeaveOutNoMoreThanStated(t *testing.T) {
	for exponent := 0.001; exponent <= mostTabledExponent; exponent += 0.001 {
		coefficient := 1.0
		for n := range crowdTerms {
			coefficient *= (exponent - float64(n)) / float64(n+1)
		}
		left := math.Abs(coefficient) * math.Pow(mostSway/(1-mostSway), crowdTerms)
		if left *= math.Pow((1+mostSway)/(1-mostSway), exponent); left > crowdError {
			t.Errorf("the power %v may be off by %v", exponent, left)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		p := newPower()
		p.set(rapid.Float64Range(1e-9, mostTabledExponent).Draw(t, "exponent"), true)
		v := rapid.Float64Range(-mostSway, mostSway).Draw(t, "v")
		sum := 0.0
		for n := crowdTerms - 1; n >= 0; n-- {
			sum = sum*v + p.series[n]
		}
		if want := math.Exp(p.exponent * math.Log1p(v)); math.Abs(sum/want-1) > crowdError {
			t.Errorf("(1 + %v) to the %v is %v, not %v", v, p.exponent, sum, want)
		}
	})
}

// Bodies that are added up as crowds come to what they come to one by one.
func TestCrowdsComeToWhatTheirBodiesDo(t *testing.T) {
	c := modeltest.England(modeltest.Small(), 2*modeltest.EnglandPCTs, 1)
	e, err := Compile(c, Options{Trajectories: true, HorizonYears: 4})
	if err != nil {
		t.Fatal(err)
	}
	w, alone, r := e.NewWorkspace(), e.NewWorkspace(), rand.New(rand.NewPCG(1, 2))
	crowded, looked := 0, 0
	for range modeltest.ShortOrLong(6, 60) {
		d, errors := randomDraw(c, r)
		e.Run(d, errors, w)
		for i := range w.crowds.all {
			looked++
			if !w.crowds.all[i].small() {
				crowded++
			}
		}
		runAlone(e, d, errors, alone)
		for i := range e.structures {
			compareOutcomes(t, e.structures[i].code, w.Outcomes(i), alone.Outcomes(i))
			compareCourses(t, e.structures[i].code, w.Trajectory(i), alone.Trajectory(i))
		}
	}
	if crowded*4 < looked {
		t.Errorf("only %d of %d crowds are large enough to be added up", crowded, looked)
	}
}

// runAlone is Engine.Run without crowds.
func runAlone(e *Engine, d model.Draw, bodyErrors []float64, w *Workspace) {
	e.begin(d, w)
	w.setBodyCosts(e.bodies.commissioners, bodyErrors)
	w.setServing(e.bodies.commissioners)
	w.setBaseline()
	clear(w.crowds.ofSector)
	w.harmedCost = w.totalCost
	w.setScale()
	w.setUnmoved()
	e.setStructures(w, nil)
}

// randomDraw is a draw with a target a head, anywhere in the plausible range of what is uncertain, and errors of bodies.
func randomDraw(c *model.Case, r *rand.Rand) (model.Draw, []float64) {
	d := c.CentralDraw()
	for i, a := range c.Assumptions {
		switch {
		case a.Name == "target.per_head":
			d[i] = 10 + 30*r.Float64()
		case a.Name == "baseline.growth":
			d[i] = 0.1 * (r.Float64() - 0.4)
		case a.Name == "baseline.spread":
			d[i] = 0.3 * r.Float64()
		case a.Kind == "uncertainty":
			d[i] = a.Low + (a.High-a.Low)*r.Float64()
		}
	}
	errors := make([]float64, len(c.Commissioners))
	for i := range errors {
		errors[i] = r.NormFloat64()
	}
	return d, errors
}

func compareOutcomes(t *testing.T, structure string, got, want *result.Values) {
	t.Helper()
	for _, o := range result.Outcomes() {
		if !near(got[o], want[o], want[result.BaselineCost]) {
			t.Errorf("%s of %s is %v, but %v one by one", o, structure, got[o], want[o])
		}
	}
}

func compareCourses(t *testing.T, structure string, got, want []result.Course) {
	t.Helper()
	for j, a := range got {
		b := want[j]
		for _, x := range [][2]float64{{a.CostK, b.CostK}, {a.ExitCostK, b.ExitCostK}, {a.Capacity, b.Capacity}, {a.LocalKnowledge, b.LocalKnowledge}} {
			if !near(x[0], x[1], b.CostK*math.Abs(x[1])) {
				t.Errorf("quarter %d of %s: %v, but %v one by one", j+1, structure, x[0], x[1])
			}
		}
	}
}

// near says whether two numbers differ by no more than what rounding and crowdError make of them, scale being what sums are made of.
func near(a, b, scale float64) bool {
	return a == b || a != a && b != b || math.Abs(a-b) <= 1e-11*max(math.Abs(b), 1) || math.Abs(b) > 1e3 && math.Abs(a-b) <= 1e-12*scale
}
