package sim

// Ending is where a commissioner stands when the target is due.
type Ending struct {
	Above    float64 // cost less what the target allows, in per cent of the cost at the start; negative where it is less
	OnTarget bool    // within the tolerance
}

// setEndings fills in where each commissioner stands under the structure at hand.
func (w *Workspace) setEndings(endings []Ending) {
	for n := range w.units {
		u := &w.units[n]
		above := 100 * (w.targetCost[n] - u.ceilingShare)
		for j := u.first; j < u.end; j++ {
			endings[j] = Ending{above, w.onTarget(j, n)}
		}
	}
}
