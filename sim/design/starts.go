package design

import (
	"math"
	"slices"

	"reconfig/sim/sampling"
)

// starts lists the designs of a regime that a search begins at: the one that nothing is changed in, the best if the gains
// of single moves added up, with and without a look at their chances, what the case's structures come to, and random
// ones until there are enough. All keep the rules.
func (s *search) starts(alone *alone, seed uint64, enough int) []design {
	var all []design
	add := func(p design) {
		if s.inRegime(p) && s.coherent(p) && !slices.Contains(all, p) {
			all = append(all, p)
		}
	}
	add(s.first())
	chances := s.chancesAlone(alone)
	compelling := func(f, x int) float64 {
		if s.merger == stay && x != stay && chances[f][x] < s.compelling {
			return math.Inf(-1)
		}
		return alone.gain(s.worth, f, x)
	}
	add(s.additive(compelling))
	add(s.additive(func(f, x int) float64 { return alone.gain(s.worth, f, x) }))
	for _, x := range s.setup.Case.Structures {
		if p, ok := s.designOf(s.setup.Case, x.Code); ok {
			add(s.nearest(p))
		}
	}
	random := sampling.Split(sampling.Key(seed, sampling.ForDesigns), uint64(s.merger))
	for i := uint64(0); len(all) < enough && i < uint64(100*enough); i++ {
		noise := sampling.Split(random, i)
		add(s.additive(func(f, x int) float64 { return sampling.Unit(sampling.Split(noise, uint64(f*len(s.choices)+x))) }))
	}
	return all
}

// first is the design in which every bundle makes the first of the regime's choices.
func (s *search) first() design {
	p := s.local()
	for u, allowed := range s.allowed {
		p = s.bundles[u].with(p, allowed[0])
	}
	return p
}

// inRegime says whether every bundle of a design makes one choice, which the regime allows.
func (s *search) inRegime(p design) bool {
	for u, allowed := range s.allowed {
		for _, f := range s.bundles[u] {
			if p.choiceOf(f) != p.choiceOf(s.bundles[u][0]) {
				return false
			}
		}
		if !slices.Contains(allowed, p.choiceOf(s.bundles[u][0])) {
			return false
		}
	}
	return true
}

// nearest is a design with every bundle that does not fit the regime at its first choice.
func (s *search) nearest(p design) design {
	for u, allowed := range s.allowed {
		choice := p.choiceOf(s.bundles[u][0])
		if !slices.Contains(allowed, choice) {
			choice = allowed[0]
		}
		p = s.bundles[u].with(p, choice)
	}
	return p
}

// additive is the design of the regime that keeps the rules and has the greatest sum of gains by function and choice. The
// only rule that joins bundles within a regime is that of shared management: so each choice of the executive is tried, and
// what may then go with it.
func (s *search) additive(gain func(function, choice int) float64) design {
	best, top := s.first(), math.Inf(-1)
	for _, lead := range s.leads() {
		p, sum := s.local(), 0.0
		for u, allowed := range s.allowed {
			at, most := lead, math.Inf(-1)
			for _, x := range allowed {
				if g := s.bundles[u].gain(gain, x); s.maySee(u, x, lead) && (g > most || math.IsInf(most, -1)) {
					at, most = x, g
				}
			}
			p, sum = s.bundles[u].with(p, at), sum+most
		}
		if sum > top {
			best, top = p, sum
		}
	}
	return best
}

// leads lists the executive's choices in the regime; one for all where there is no executive or no rule.
func (s *search) leads() []int {
	for u, allowed := range s.allowed {
		if !s.free && s.executive >= 0 && slices.Contains(s.bundles[u], s.executive) {
			return allowed
		}
	}
	return []int{stay}
}

// maySee says whether a bundle may make a choice where the executive makes the lead.
func (s *search) maySee(bundle, choice, lead int) bool {
	switch {
	case s.free || s.executive < 0:
		return true
	case slices.Contains(s.bundles[bundle], s.executive):
		return choice == lead
	}
	return !s.management[choice] || choice == lead
}

func (u bundle) gain(of func(function, choice int) float64, choice int) float64 {
	sum := 0.0
	for _, f := range u {
		sum += of(f, choice)
	}
	return sum
}
