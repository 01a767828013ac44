package result

import "math"

// Question is what an analysis is about: an outcome of one structure, or what two structures differ in.
type Question struct {
	Structure string `csv:"structure" about:"Code of the structure"`
	Against   string `csv:"against" optional:"yes" about:"Code of the structure that it is compared with: what is analysed is then the first's outcome less this one's, draw by draw; empty where it is the first's own"`
	Outcome   string `csv:"outcome" about:"Outcome"`
	Unit      string `csv:"unit" about:"Unit of the outcome"`
}

// Of is what the question comes to where the outcomes of both structures are known.
func (q Question) Of(structure, against float64) float64 {
	if q.Against == "" {
		return structure
	}
	return structure - against
}

// Unknown is an empty number.
func Unknown() Number { return Number(math.NaN()) }
