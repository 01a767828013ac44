package bodies

import (
	"cmp"
	"slices"
)

// mostNear is how many maps are shown, the published one among them.
const mostNear = 4

// addNear adds those of the maps nearly as good that differ most from what is shown already: one that differs by a single body
// would tell nothing.
func (all *nearMaps) addNear(near []nearMap) {
	for len(all.shown) < mostNear && len(near) > 0 {
		apart := func(m nearMap) int {
			least := len(m.Bodies) * len(m.Bodies)
			for _, other := range all.shown[1:] {
				least = min(least, m.pairsApart(other))
			}
			return least
		}
		far := slices.MaxFunc(near, func(a, b nearMap) int { return cmp.Or(cmp.Compare(apart(a), apart(b)), cmp.Compare(b.rank, a.rank)) })
		all.shown = append(all.shown, far)
		near = slices.DeleteFunc(near, func(m nearMap) bool { return m.rank == far.rank })
	}
	slices.SortStableFunc(all.shown[2:], func(a, b nearMap) int { return cmp.Compare(a.rank, b.rank) })
}

// pairsApart counts the pairs that one of two maps has together and the other has not.
func (m nearMap) pairsApart(other nearMap) (n int) {
	for i := range m.Bodies {
		for j := range i {
			if (m.Bodies[i].Sector == m.Bodies[j].Sector) != (other.Bodies[i].Sector == other.Bodies[j].Sector) {
				n++
			}
		}
	}
	return n
}

// setMoved finds the bodies that are in another sector than in another map: each sector is held against that with which it
// shares most bodies, the greatest share first.
func (m *nearMap) setMoved(from nearMap) {
	type overlap struct{ own, other, count int }
	var all []overlap
	for i, s := range m.Sectors {
		for j, t := range from.Sectors {
			n := 0
			for _, k := range s.Bodies {
				if slices.Contains(t.Bodies, k) {
					n++
				}
			}
			all = append(all, overlap{i, j, n})
		}
	}
	slices.SortStableFunc(all, func(a, b overlap) int { return cmp.Compare(b.count, a.count) })
	taken, same := map[string]bool{}, map[string]string{}
	for _, o := range all {
		own, other := m.Sectors[o.own].Code, from.Sectors[o.other].Code
		if same[own] == "" && !taken[other] && o.count > 0 {
			same[own], taken[other] = other, true
		}
	}
	m.moved = map[string]bool{}
	for i, b := range m.Bodies {
		if same[b.Sector] != from.Bodies[i].Sector {
			m.moved[b.Code] = true
		}
	}
}
