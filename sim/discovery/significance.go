package discovery

import "gonum.org/v1/gonum/mathext"

// chance is the quasi-p value above which a limit may be there by chance.
const chance = 0.05

// negligible is the share of a box's density that a limit adds at least if it is to stay, and the share of coverage that
// may be given up for density.
const negligible = 0.01

// quasiP is the probability that at least as many of a box's cases are of interest as are, if each were so with the
// density without some rule.
//
// Source: Bryant & Lempert (2010); the binomial tail as an incomplete beta function, DLMF 8.17.5.
func quasiP(box, without tally) float64 {
	if box.hits == 0 || without.hits == without.cases {
		return 1
	}
	return mathext.RegIncBeta(float64(box.hits), float64(box.cases-box.hits+1), without.density())
}

// matters says whether a box is noticeably denser with a limit than without it, and not by chance.
func matters(box, without tally) bool {
	return without.density() < (1-negligible)*box.density() && quasiP(box, without) <= chance
}

// dropOne drops the limit that matters least, if one does not matter. It returns false if all do.
func (s *survey) dropOne(l limits) bool {
	least, density := -1, tally{}
	for k, limit := range s.limits {
		without := s.inside.plus(limit.tally)
		if !matters(s.inside, without) && (least < 0 || without.denser(density) > 0) {
			least, density = k, without
		}
	}
	if least < 0 {
		return false
	}
	l.drop(s.limits[least].input, s.limits[least].side)
	return true
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
