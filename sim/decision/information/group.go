package information

import (
	"reconfig/model/elementary"
	"reconfig/sim/numbers"
)

// ofGroup takes a group, which is worth no less than any of its members. If the regression on all says less than that on the
// worthiest one, the latter's value counts. What lies between both is then part of its error: the greatest of many that say
// nothing is above 0 by chance.
func (s *stakes) ofGroup(xs [][]float64) Worth {
	worthiest := none()
	for _, x := range xs {
		if one := s.ofInput(x); one.Value > worthiest.Value {
			worthiest.Value, worthiest.StandardError = one.Value, one.StandardError
		}
	}
	together := s.together(xs)
	if together.Value >= worthiest.Value {
		return together
	}
	worthiest.StandardError = elementary.Hypot(worthiest.StandardError, worthiest.Value-together.Value)
	return worthiest
}

// together takes the members of a group at once.
func (s *stakes) together(xs [][]float64) Worth {
	information := none()
	var members []member
	for _, x := range xs {
		if m, ok := s.scale.newMember(x); ok {
			members = append(members, m)
		}
	}
	if len(members) == 0 || s.rivals == 0 {
		return information
	}
	s.byStrength(members)
	g := s.newGroupRegression(withoutCopies(members))
	for fold := range g.models {
		g.choose(fold)
	}
	value, standardError := g.value()
	information.Value, information.StandardError = max(0, min(value, s.perfect)), standardError
	return information
}

// value is the mean of what the regression promises of its choices and what these gain: the one is too much by about as
// much as the other is too little, both because the regression errs. That holds as long as errors are noise. Where the
// promise is more than the errors of coefficients and the noise of gains can explain, it is refuted, and what is added to
// the gain is only what these errors come to in the mean.
func (g *groupRegression) value() (value, spread float64) {
	excess := make([]float64, g.draws)
	for k := range excess {
		excess[k] = (g.promised[k] - g.gained[k]) / 2
	}
	added, slack := numbers.Mean(excess), numbers.Mean(g.slack)
	if added > slack+2*numbers.StandardError(excess) {
		added = slack
	}
	return numbers.Mean(g.gained) + added, g.spread(slack)
}
