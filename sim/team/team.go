// Package team says what pooled teams can do: docs/model.md, section 6.
package team

// Work is what a function's pooled teams have in common.
type Work struct {
	PerCost     float64 // staff that is pooled for each £k that the bodies of a group cost
	Realisation float64 // ρ
	Mass        float64 // h: the staff at which half of the expertise is in reach; above 0
	Value       float64 // what the function counts for where all expertise is in reach
	MassCost    float64 // what a body spends on the function for h of its staff, £k
}

// Add adds the expertise of the teams of each group, E(n) = n ÷ (n + h), to what they can do: to constant, and to perCost what is
// to be divided by a body's cost. costs are what the bodies of each group cost together, £k, 0 for a group that pools nothing, and
// scale is S. All four have a number for each group.
func (w *Work) Add(constant, perCost, costs, scale []float64) {
	for g := w.add(constant, perCost, costs, scale); g < len(costs); g++ {
		staff := float64(w.PerCost * (1 - float64(w.Realisation*(1-scale[g]))) * costs[g])
		expertise := w.Value * staff / (staff + w.Mass)
		constant[g] += expertise
		perCost[g] += float64(expertise * w.MassCost)
	}
}
