package uncertain_test

import (
	"math"
	"testing"

	"reconfig/model"
	"reconfig/sim/uncertain"
)

// Whatever numbers an assumption has, New refuses it or draws what is possible.
func FuzzAssumption(f *testing.F) {
	for i := range model.Distributions {
		f.Add(uint8(i), 0.0, 1.0, 0.1, 0.3, 0.5, 0.5)
		f.Add(uint8(i), -math.MaxFloat64, math.MaxFloat64, -1e300, 1e-300, 1e300, -0.9)
		f.Add(uint8(i), 0.0, 1.0, 0.0, 1e-320, 1e-310, 0.1)
		f.Add(uint8(i), 0.0, 1.0, 1.0, 1.0, math.Nextafter(1, 2), 0.0)
		f.Add(uint8(i), math.NaN(), 1.0, math.Inf(-1), 0.0, math.Inf(1), math.NaN())
	}
	f.Add(uint8(5), 24.0, 38.0, 0.0, 7e-323, 1e-310, 0.1) // a mean that vanishes
	f.Fuzz(func(t *testing.T, distribution uint8, least, most, low, central, high, rank float64) {
		a := model.Assumption{
			Name: "a", Kind: "uncertainty", Min: least, Max: most, Low: low, Central: central, High: high,
			Distribution: model.Distributions[int(distribution)%len(model.Distributions)],
		}
		c := &model.Case{Assumptions: []model.Assumption{a, assume("b", "uniform", 0, 0.5, 1)}}
		correlate(c, "a", "b", rank)
		if d, err := uncertain.DistributionOf(a); err == nil {
			checkRises(t, d)
		}
		g, err := uncertain.New(c, uncertain.Options{})
		if err != nil || len(g.Drawn()) < 2 {
			return
		}
		for _, v := range columns(g, c, 16)[0] {
			if !(v >= least && v <= most) {
				t.Errorf("%v is not between %v and %v", v, least, most)
			}
		}
	})
}

// checkRises holds for every distribution that there is, to rounding.
func checkRises(t *testing.T, d uncertain.Distribution) {
	t.Helper()
	all := probabilities()
	rounding := 1e-12 * (math.Abs(d.Quantile(all[0])) + math.Abs(d.Quantile(all[len(all)-1])))
	previous := math.Inf(-1)
	for i := 0; i < len(all); i += 7 {
		x := d.Quantile(all[i])
		if !(x >= previous-rounding) {
			t.Fatalf("%#v: falls from %v to %v at u = %v", d, previous, x, all[i])
		}
		previous = x
	}
}
