package sim

import "slices"

// wave is the same move on all paths: whatever follows from what is in force alone is reckoned by wave.
type wave struct {
	move
	last     bool // nothing takes over from it
	portions []portion
}

// portion is what a wave moves of one class of functions.
type portion struct {
	class  int
	share  float64 // Σ s
	parted float64 // Σ s of those whose teams are not together already
}

// addToWave adds a function to the wave that a step belongs to, and to its portion of the function's class.
func (s *structure) addToWave(step step, f *function, last bool) {
	at := slices.IndexFunc(s.waves, func(w wave) bool { return w.move == step.move })
	if at < 0 {
		at = len(s.waves)
		s.waves = append(s.waves, wave{move: step.move, last: last})
		s.waveTiers = append(s.waveTiers, step.tier)
	}
	w := &s.waves[at]
	i := slices.IndexFunc(w.portions, func(p portion) bool { return p.class == f.class })
	if i < 0 {
		i = len(w.portions)
		w.portions = append(w.portions, portion{class: f.class})
	}
	w.portions[i].share += f.share
	if !step.reunites {
		w.portions[i].parted += f.share
	}
}
