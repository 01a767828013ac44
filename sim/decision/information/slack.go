package information

import (
	"math"

	"reconfig/model/elementary"
	"reconfig/sim/special"
)

// slack is by how much the greatest of some fits, or 0 if that is greater, overstates the truth in the mean, where fits err
// by errors of these variances: of what is chosen and the one rival for which that is the most.
func slack(fits, variances []float64, chosen int) float64 {
	top, own := gainOf(fits, chosen), gainOf(variances, chosen)
	most := 0.0
	if chosen >= 0 {
		most = overstated(top, math.Sqrt(own))
	}
	for r, f := range fits {
		if r != chosen {
			most = max(most, overstated(top-f, math.Sqrt(own+variances[r])))
		}
	}
	return most
}

// overstated is by how much the mean of the greater of two numbers is above the greater one of the means, that leads by so
// much, where their difference varies normally with such a spread: s φ(l/s) − l Φ(−l/s).
func overstated(lead, spread float64) float64 {
	if spread == 0 {
		return 0
	}
	z := lead / spread
	return spread * (elementary.Exp(-z*z/2)/math.Sqrt(2*math.Pi) - float64(z*special.NormalDistribution(-z)))
}
