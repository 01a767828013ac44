package discovery

import (
	"context"

	"reconfig/sim/special"
)

// chance is the quasi-p value above which a limit may be there by chance.
const chance = 0.05

// negligible is the share of a box's density that may be given up for fewer limits, and the share of coverage that may be
// given up for density.
const negligible = 0.01

// quasiP is the probability that at least as many of a box's examples are of interest as are, if each were so with the
// density without some rule.
//
// Source: Bryant & Lempert (2010); the binomial tail as an incomplete beta function, DLMF 8.17.5.
func quasiP(box, without tally) float64 {
	if box.hits == 0 || without.hits == without.examples {
		return 1
	}
	return special.NewBeta(float64(box.hits), float64(box.examples-box.hits+1)).Distribution(without.density())
}

// prune drops limits one after the other, each judged in the box as it then is: those that may be there by chance; and
// when there are none those that add least density, as long as all of these together add a negligible share of it. Before
// each the box is surveyed by a function that may change it. The last survey is returned.
func (f *finder) prune(ctx context.Context, l limits, surveyed func(context.Context, limits) (*survey, error)) (*survey, error) {
	floor := 0.0
	for {
		s, err := surveyed(ctx, l)
		if err != nil {
			return nil, err
		}
		weakest, p := s.weakest()
		if p <= chance {
			floor = max(floor, (1-negligible)*s.inside.density())
			weakest = s.cheapest(floor)
		}
		if weakest == nil {
			return s, nil
		}
		l.drop(weakest.input, weakest.side)
	}
}

// weakest is the limit with the greatest quasi-p value, and this value; of several the first. It is nil, and the value 0,
// if there is no limit.
func (s *survey) weakest() (*keptOut, float64) {
	var weakest *keptOut
	greatest := 0.0
	for k := range s.limits {
		limit := &s.limits[k]
		if p := quasiP(s.inside, s.inside.plus(limit.tally)); weakest == nil || p > greatest {
			weakest, greatest = limit, p
		}
	}
	return weakest, greatest
}

// cheapest is the limit that adds the least density, if the box is at least so dense without it, or nil.
func (s *survey) cheapest(floor float64) *keptOut {
	var cheapest *keptOut
	var left tally
	for k := range s.limits {
		limit := &s.limits[k]
		without := s.inside.plus(limit.tally)
		if without.density() >= floor && (cheapest == nil || without.denser(left) > 0) {
			cheapest, left = limit, without
		}
	}
	return cheapest
}

// rules describes the restricted inputs.
func (f *finder) rules(l limits, s *survey) []Rule {
	without := map[int]tally{}
	for _, limit := range s.limits {
		without[limit.input] = without[limit.input].plus(limit.tally)
	}
	var all []Rule
	for _, i := range l.restricted() {
		rest, order := s.inside.plus(without[i]), f.orders[i]
		all = append(all, Rule{
			Input: i, From: l[i][lower], To: l[i][upper],
			Least: f.x[i][order[0]], Most: f.x[i][order[len(order)-1]],
			QuasiP: quasiP(s.inside, rest), DensityWithout: rest.density(),
		})
	}
	return all
}
