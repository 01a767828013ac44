package sim_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim"
)

// Whatever values the equations allow, alone or together, the outcomes are numbers: that is what the domains are for.
func TestOutcomesAreFiniteAtTheEndsOfEveryDomain(t *testing.T) {
	c := modeltest.Small()
	for i := range c.Commissioners {
		c.Commissioners[i].ManagementCostBasis = "estimated"
	}
	low, high := ends(c)
	r := rand.New(rand.NewPCG(5, 2025))
	for _, size := range []struct{ population, cost float64 }{{1e5, 5000}, {1, 0.001}, {1e10, 1e12}, {1, 1e12}, {1e10, 0.001}} {
		for i := range c.Commissioners {
			c.Commissioners[i].Population, c.Commissioners[i].ManagementCostK = size.population, size.cost
		}
		c.HorizonYears = model.MaxHorizonYears
		e, err := sim.Compile(c, sim.Options{})
		if err != nil {
			t.Fatal(err)
		}
		w, bodies := e.NewWorkspace(), make([]float64, len(c.Commissioners))
		check := func(what string, d model.Draw) {
			t.Helper()
			for i := range bodies {
				bodies[i] = 4 * (2*r.Float64() - 1)
			}
			e.Run(d, bodies, w)
			for k, structure := range e.Structures() {
				for _, o := range result.Outcomes() {
					if v := w.Outcomes(k)[o]; math.IsInf(v, 0) || math.IsNaN(v) && !o.Column().Optional {
						t.Errorf("%s, %+v: %s of %s is %v", what, size, o, structure, v)
						return
					}
				}
			}
		}
		for i, a := range c.Assumptions {
			for _, v := range []float64{low[i], high[i]} {
				d := c.CentralDraw()
				d[i] = v
				check(a.Name, d)
			}
		}
		for range modeltest.ShortOrLong(300, 3000) {
			d := c.CentralDraw()
			for i := range d {
				switch r.IntN(3) {
				case 0:
					d[i] = low[i]
				case 1:
					d[i] = high[i]
				}
			}
			check("several", d)
			if t.Failed() {
				return
			}
		}
	}
}

// ends are the least and the greatest value of each assumption that the equations allow.
func ends(c *model.Case) (low, high model.Draw) {
	low, high = c.CentralDraw(), c.CentralDraw()
	for _, q := range model.Quantities {
		for _, subject := range c.Subjects(q) {
			i, _ := c.AssumptionIndex(q.AssumptionName(subject))
			low[i], high[i] = q.Low, q.High
			if q.Above {
				low[i] += 1e-9
			}
		}
	}
	return low, high
}
