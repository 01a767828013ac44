package sim_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim"
)

func TestMeanEventsAgainstThePlainEquations(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := modeltest.Random(t)
		d := modeltest.RandomDraw(t, c)
		for quantity, values := range map[string][]float64{
			"collapse": {0, 1e-9, 1e-4, 0.05, 2, 10}, "refusal": {0, 0.3, 1}, "disruption.recovery": {0, 1e-3, 1, 30},
		} {
			if rapid.Bool().Draw(t, "extreme "+quantity) {
				setAll(c, d, quantity, rapid.SampledFrom(values).Draw(t, quantity))
			}
		}
		for s, v := range run(t, c, d, sim.Options{MeanEvents: true}) {
			literal := newPlain(c, d, s, c.HorizonYears)
			literal.mean = true
			want := literal.outcomes()
			for _, o := range result.Outcomes() {
				if !closeTo(want[o], v[o], magnitude(o, want), 1e-10) {
					t.Errorf("%s of %s: %v, but the plain equations give %v", o, s, v[o], want[o])
				}
			}
		}
	})
}

// What stands, what is refused and what a failure still shakes is at mean events the mean over many chances.
func TestMeanEventsAreMeansOverChances(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, d := staged(t)
		setAll(c, d, "collapse", rapid.Float64Range(0, 2).Draw(t, "collapse"))
		setAll(c, d, "refusal", rapid.Float64Range(0, 1).Draw(t, "refusal"))
		setAll(c, d, "disruption.recovery", rapid.Float64Range(0, 4).Draw(t, "recovery"))
		p := newPlain(c, d, "first", c.HorizonYears)
		at := *p
		at.mean = true
		m, years := c.PlacementsOf("first", c.Functions[0].Code)[0], rapid.Float64Range(0, 12).Draw(t, "years")
		const points = 2000
		var kept, shaken, refused float64
		for k := range points {
			u := (float64(k) + 0.5) / points
			p.values["fail."+m.Arrangement], p.values["refuse."+m.Arrangement] = u, u
			clear(p.times)
			kept += p.kept(m, years) / points
			shaken += p.shaken(m, years) / points
			refused += p.refused(m) / points
		}
		for _, x := range []struct {
			what      string
			got, want float64
		}{{"stands", at.kept(m, years), kept}, {"is shaken", at.shaken(m, years), shaken}, {"is refused", at.refused(m), refused}} {
			if math.Abs(x.got-x.want) > 2e-3 {
				t.Errorf("after %v years a share of %v %s at mean events, but %v in the mean of %d chances", years, x.got, x.what, x.want, points)
			}
		}
	})
}

// At mean events no chance matters, and without failures and refusals nothing changes.
func TestMeanEventsLeaveNothingToChance(t *testing.T) {
	c := modeltest.Small()
	d, other := c.CentralDraw(), c.CentralDraw()
	for i := len(c.Assumptions); i < len(d); i++ {
		other[i] = 0.9
	}
	mean := sim.Options{MeanEvents: true}
	for s, v := range run(t, c, d, mean) {
		if w := run(t, c, other, mean)[s]; !sameValues(v, w) {
			t.Errorf("%s: outcomes change with the chances", s)
		}
	}
	setAll(c, d, "collapse", 0)
	setAll(c, d, "refusal", 0)
	events := run(t, c, d, sim.Options{})
	for s, v := range run(t, c, d, mean) {
		if !sameValues(v, events[s]) {
			t.Errorf("%s: mean events differ where nothing fails and nothing is refused", s)
		}
	}
}

func sameValues(a, b *result.Values) bool {
	for o, v := range a {
		if !same(v, b[o]) {
			return false
		}
	}
	return true
}
