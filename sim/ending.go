package sim

// Ending is where a commissioner stands when the target is due.
type Ending struct {
	Above    float64 // cost less what the target allows, in per cent of the cost at the start; negative where it is less
	OnTarget bool    // within the tolerance
}

// setEndings fills in where each commissioner stands under the structure at hand, and returns how many are on target.
func (w *Workspace) setEndings(endings []Ending) (met int) {
	for n, share := range w.targetCost[:len(w.units)] {
		u := &w.units[n]
		above, most, of := 100*(share-u.ceilingShare), w.mostOnTarget[u.first:u.end], endings[u.first:u.end]
		for i, m := range w.commissionerCost[u.first:u.end] {
			of[i] = Ending{above, float64(m*share) <= most[i]}
			met += count(of[i].OnTarget)
		}
	}
	return met
}
