package bodies

import (
	"image/color"
	"slices"

	"reconfig/plots/chart"
)

// sectorFills tell sectors that touch apart. Text can be read on each, and in a grey print each is lighter than the one
// before.
var sectorFills = [4]color.NRGBA{
	chart.Tint(chart.DarkBlue, 0.6), chart.Tint(chart.Turquoise, 0.6), chart.Tint(chart.Orange, 0.4), chart.Tint(chart.DarkPink, 0.12),
}

// colours gives each sector the number of a fill, so that few if any share one with a sector that they touch: next comes
// the sector that has the fewest fills left, then the one with most to touch (Brélaz, Communications of the ACM 22, 1979).
// Of fills that would do, it takes the one least used: up to as many sectors as there are fills all differ. Sectors of one
// commissioner have none: −1.
func (m bodyMap) colours() []int {
	p := painting{sectors: m.Sectors, beside: m.touching(), fills: slices.Repeat([]int{-1}, len(m.Sectors))}
	for i := p.next(); i >= 0; i = p.next() {
		p.paint(i)
	}
	return p.fills
}

// painting is sectors on the way to their fills.
type painting struct {
	sectors []mapSector
	beside  []map[int]bool // which touch each
	fills   []int          // numbers of fills; −1 where there is none yet
	used    [4]int         // how many sectors have each fill
}

// next is the sector to paint next: −1 if all of several commissioners are painted.
func (p *painting) next() int {
	next, most := -1, -1
	for i, s := range p.sectors {
		if s.alone() || p.fills[i] >= 0 {
			continue
		}
		kinds := 0
		for _, times := range p.around(i) {
			kinds += min(times, 1)
		}
		if rank := kinds*(len(p.sectors)+1) + len(p.beside[i]); rank > most {
			next, most = i, rank
		}
	}
	return next
}

// around counts the sectors that touch one, by their fills.
func (p *painting) around(sector int) (times [4]int) {
	for i := range p.beside[sector] {
		if fill := p.fills[i]; fill >= 0 {
			times[fill]++
		}
	}
	return times
}

// paint gives a sector the fill that is rarest around it, and of several the one least used.
func (p *painting) paint(sector int) {
	best, times := 0, p.around(sector)
	for fill, n := range times {
		if n < times[best] || n == times[best] && p.used[fill] < p.used[best] {
			best = fill
		}
	}
	p.fills[sector] = best
	p.used[best]++
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
