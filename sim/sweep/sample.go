package sweep

import "reconfig/model/plan"

// sampleRuns is about how many runs a sample has.
const sampleRuns = 500

// Sample is a plan like the given one with fewer points and draws, about 500 runs, to see how long a run takes and how
// many bytes a row has.
func Sample(p *plan.Plan) *plan.Plan {
	small := *p
	small.Hypercube, small.Draws = min(p.Hypercube, sampleRuns), min(p.Draws, sampleRuns)
	points := sampleRuns / max(1, small.Draws)
	small.Vary = nil
	for _, a := range p.Vary {
		n := max(1, min(a.Len(), points))
		small.Vary = append(small.Vary, plan.Axis{Names: a.Names, List: a.Values()[:n]})
		points /= n
	}
	if len(p.Maps) > 1 {
		small.Maps = p.Maps[:1]
	}
	return &small
}
