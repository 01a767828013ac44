package sim

import "slices"

// Unread lists which numbers of a draw, by index, nothing hangs on that the engine was asked for: of arrangements and tiers
// that no structure uses, of steps that follow others where none does, and of local knowledge where it is not wanted. There
// may be more of which this is so.
func (e *Engine) Unread() []int {
	b := &e.binding
	var unread []int
	for i := range b.voluntary {
		if !slices.ContainsFunc(e.stages, func(s stage) bool { return s.arrangement == i }) {
			unread = append(unread, b.participation[i], b.realisation[i], b.coordination[i], b.leadTime[i], b.implementation[i],
				b.disruption[i], b.setup[i], b.collapse[i], b.refusal[i], b.fail[i], b.refuse[i])
		}
	}
	for tier, index := range b.remoteness {
		if !slices.ContainsFunc(e.stages, func(s stage) bool { return s.tier == tier }) {
			unread = append(unread, index)
		}
	}
	if !e.hasFollowing() {
		unread = append(unread, b.againSetup, b.againDisruption)
	}
	if !e.needs.knowledge {
		unread = append(unread, b.overLoss)
	}
	return unread
}

// hasFollowing says whether any step comes after another on the same tier.
func (e *Engine) hasFollowing() bool {
	for _, s := range e.structures {
		for _, p := range s.paths {
			if slices.ContainsFunc(p.steps, func(s step) bool { return s.after >= 0 }) {
				return true
			}
		}
	}
	return false
}
