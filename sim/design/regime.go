package design

import "slices"

// regime is a kind of structure: without a statutory merger, a statutory merger, or, without rules, any.
type regime struct {
	merger  int     // the statutory choice; stay for none
	allowed [][]int // choices by bundle, the one that it begins with first
}

// regimes lists the kinds of which every coherent design is one.
func (r *rules) regimes() []regime {
	if r.free {
		return []regime{r.newRegime(stay, func(int) bool { return true })}
	}
	all := []regime{r.newRegime(stay, func(x int) bool { return !r.statutory[x] })}
	for m, statutory := range r.statutory {
		if statutory && r.mayMerge() {
			all = append(all, r.newRegime(m, func(x int) bool { return x == m }))
		}
	}
	return all
}

func (r *rules) newRegime(merger int, may func(choice int) bool) regime {
	g := regime{merger: merger}
	for _, u := range r.bundles {
		var allowed []int
		switch {
		case r.kept[u[0]] != "":
			allowed = []int{stay}
		case !r.free && r.board >= 0 && slices.Contains(u, r.board):
			allowed = []int{merger} // or stay, where there is none
		default:
			for x := range r.choices {
				if may(x) {
					allowed = append(allowed, x)
				}
			}
		}
		g.allowed = append(g.allowed, allowed)
	}
	return g
}
