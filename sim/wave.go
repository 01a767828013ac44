package sim

import "slices"

// wave is the same move on all paths: whatever follows from what is in force alone is reckoned by wave.
type wave struct {
	move
	last     bool // nothing takes over from it
	portions []portion
	arrivals []arrival
}

// portion is what a wave moves of one class of functions.
type portion struct {
	class int
	share float64 // Σ s
}

// arrival is what comes to a wave of one class of functions from the same stage on the same tier, or from anywhere else.
type arrival struct {
	class, after int     // the stage; -1 for anywhere else
	share        float64 // Σ s
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
	w.addArrival(arrival{f.class, step.after, f.share})
}

func (w *wave) addArrival(a arrival) {
	i := slices.IndexFunc(w.arrivals, func(b arrival) bool { return b.class == a.class && b.after == a.after })
	if i < 0 {
		w.arrivals = append(w.arrivals, a)
		return
	}
	w.arrivals[i].share += a.share
}
