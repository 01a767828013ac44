package plots

import (
	"image/color"

	"reconfig/plots/chart"
)

// sectorFills tell sectors that touch apart. Text can be read on each, and in a grey print each is lighter than the one
// before.
var sectorFills = []color.NRGBA{
	chart.Tint(chart.DarkBlue, 0.6), chart.Tint(chart.Turquoise, 0.6), chart.Tint(chart.Orange, 0.4), chart.Tint(chart.DarkPink, 0.12),
}

// colours gives each sector the number of a fill, so that few if any share one with a sector that they touch: next comes
// the sector that has the fewest fills left, then the one with most to touch (Brélaz, Communications of the ACM 22, 1979).
// Of fills that would do, it takes the one least used: up to as many sectors as there are fills all differ. Sectors of one
// commissioner stay without: −1.
func (m bodyMap) colours() []int {
	beside := m.touching()
	colours, left := make([]int, len(m.Sectors)), 0
	for i, s := range m.Sectors {
		colours[i] = -1
		if !s.alone() {
			left++
		}
	}
	taken := func(i int) (times [4]int, kinds int) {
		for j := range beside[i] {
			if c := colours[j]; c >= 0 {
				if times[c]++; times[c] == 1 {
					kinds++
				}
			}
		}
		return times, kinds
	}
	var used [4]int
	for ; left > 0; left-- {
		next, most := -1, -1
		for i, s := range m.Sectors {
			_, kinds := taken(i)
			if rank := kinds*(len(m.Sectors)+1) + len(beside[i]); !s.alone() && colours[i] < 0 && rank > most {
				next, most = i, rank
			}
		}
		times, _ := taken(next)
		best := 0
		for c, n := range times {
			if n < times[best] || n == times[best] && used[c] < used[best] {
				best = c
			}
		}
		colours[next] = best
		used[best]++
	}
	return colours
}

// touching says which sectors have tiles side by side, but for those of one commissioner.
func (m bodyMap) touching() []map[int]bool {
	index := map[string]int{}
	beside := make([]map[int]bool, len(m.Sectors))
	for i, s := range m.Sectors {
		index[s.Code], beside[i] = i, map[int]bool{}
	}
	for _, b := range m.Bodies {
		i := index[b.Sector]
		for _, tile := range b.Tile.Neighbours() {
			if k, there := m.on[tile]; there {
				if j := index[m.Bodies[k].Sector]; j != i && !m.Sectors[i].alone() && !m.Sectors[j].alone() {
					beside[i][j] = true
				}
			}
		}
	}
	return beside
}
