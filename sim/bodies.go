package sim

import (
	"slices"

	"reconfig/model"
	"reconfig/model/elementary"
)

// The pooled tiers, as indices.
const (
	sectorTier = iota
	regionTier
	tierCount
)

// bodies is a map compiled: the commissioners in the order of their sectors, and the sectors in the order of their
// regions, so that every group is a range.
type bodies struct {
	commissioners []commissioner
	sectors       []sector
	regions       []group // of sectors
	patterns      []pattern
	pooled        [tierCount][]bool      // by group: whether it holds two commissioners or more
	pooling       [tierCount]int         // N: how many groups do
	alike         [][]span               // sectors to go through together, by pattern
	moved         [1 << tierCount][]span // the same of those that pool on some tiers, by the set of tiers
	population    float64
	head          float64 // Σ of the population that costs a head are stated for
}

type commissioner struct {
	code, sector       string
	sectorName, region string
	population, head   float64
	logPopulation      float64
	cost               float64 // £k a year, before baseline.scale
	index              int     // among Case.Commissioners
	estimated          bool    // whether the cost is neither reported nor derived
}

// span is a range, from first up to but without end.
type span struct{ first, end int }

// group is a range of commissioners or sectors that can pool work.
type group struct {
	span
	population    float64
	logPopulation float64
}

// sector is a range of commissioners. A region is a range of sectors.
type sector struct {
	group
	region  int
	pattern int
}

// pattern is all sectors whose commissioners share their group with others on the same tiers: a group of one pools
// nothing.
type pattern struct {
	pools      [tierCount]bool
	population float64
}

// tiers is a set of tiers: a bit for each.
type tiers uint

func setOf(in [tierCount]bool) (set tiers) {
	for tier, is := range in {
		if is {
			set |= 1 << tier
		}
	}
	return set
}

// has says whether a tier is among them.
func (t tiers) has(tier int) bool { return t>>tier&1 == 1 }

// stays says whether nothing moves in the pattern's sectors under a structure that uses some tiers.
func (p *pattern) stays(uses tiers) bool { return setOf(p.pools)&uses == 0 }

func newBodies(c *model.Case, m model.SectorMap) bodies {
	var b bodies
	indices := map[string]int{}
	for i, x := range c.Commissioners {
		indices[x.Code] = i
	}
	regions := m.Regions()
	b.regions = make([]group, len(regions))
	for i, s := range m.Sectors {
		region := slices.Index(regions, s.Region)
		r := &b.regions[region]
		if r.end == 0 {
			r.first = i
		}
		r.end = i + 1
		compiled := sector{group: group{span: span{first: len(b.commissioners)}}, region: region}
		for _, code := range s.Members {
			index := indices[code]
			x := c.Commissioners[index]
			b.commissioners = append(b.commissioners, commissioner{
				code: x.Code, sector: s.Code, sectorName: s.Name, region: s.Region, population: x.Population, head: x.Head(),
				logPopulation: elementary.Log(x.Population), cost: x.ManagementCostK,
				index: index, estimated: x.IsEstimated(),
			})
			compiled.population += x.Population
			b.head += x.Head()
		}
		compiled.end = len(b.commissioners)
		compiled.logPopulation = elementary.Log(compiled.population)
		r.population += compiled.population
		b.population += compiled.population
		b.sectors = append(b.sectors, compiled)
	}
	for i := range b.regions {
		b.regions[i].logPopulation = elementary.Log(b.regions[i].population)
	}
	b.findPatterns()
	return b
}

// findPatterns finds the groups that pool, and gives every sector its pattern.
func (b *bodies) findPatterns() {
	for _, s := range b.sectors {
		b.pooled[sectorTier] = append(b.pooled[sectorTier], s.end-s.first > 1)
	}
	for _, r := range b.regions {
		b.pooled[regionTier] = append(b.pooled[regionTier], b.sectors[r.end-1].end-b.sectors[r.first].first > 1)
	}
	for tier := range b.pooled {
		for _, pools := range b.pooled[tier] {
			if pools {
				b.pooling[tier]++
			}
		}
	}
	for i := range b.sectors {
		s := &b.sectors[i]
		pools := [tierCount]bool{sectorTier: b.pooled[sectorTier][i], regionTier: b.pooled[regionTier][s.region]}
		s.pattern = slices.IndexFunc(b.patterns, func(p pattern) bool { return p.pools == pools })
		if s.pattern < 0 {
			s.pattern = len(b.patterns)
			b.patterns = append(b.patterns, pattern{pools: pools})
		}
		b.patterns[s.pattern].population += s.population
	}
}

// layOut finds the sectors that are gone through together. Groups that are valued one by one have one sector each.
func (b *bodies) layOut() {
	for i := range b.patterns {
		b.alike = append(b.alike, b.spansOf(func(p int) bool { return p == i }))
	}
	for uses := range b.moved {
		b.moved[uses] = b.spansOf(func(p int) bool { return !b.patterns[p].stays(tiers(uses)) })
	}
}

// spansOf are the sectors of some patterns in their order, as many of one pattern together as can be at hand.
func (b *bodies) spansOf(wanted func(pattern int) bool) (spans []span) {
	for i := 0; i < len(b.sectors); i++ {
		if !wanted(b.sectors[i].pattern) {
			continue
		}
		if n := len(spans); n > 0 && spans[n-1].end == i && b.sectors[i-1].pattern == b.sectors[i].pattern && i-spans[n-1].first < atHand {
			spans[n-1].end++
			continue
		}
		spans = append(spans, span{i, i + 1})
	}
	return spans
}

// groupCount is the number of groups on a tier.
func (b *bodies) groupCount(tier int) int {
	if tier == sectorTier {
		return len(b.sectors)
	}
	return len(b.regions)
}

// groupOf is the group of a tier that a sector belongs to.
func (b *bodies) groupOf(tier, sector int) int {
	if tier == sectorTier {
		return sector
	}
	return b.sectors[sector].region
}

// function is a function compiled.
type function struct {
	code   string
	class  int
	share  float64 // s
	weight float64 // v ÷ Σ v
}

func newFunctions(c *model.Case) []function {
	total := 0.0
	for _, f := range c.Functions {
		total += f.CapacityWeight
	}
	classes := c.Classes()
	functions := make([]function, len(c.Functions))
	for i, f := range c.Functions {
		functions[i] = function{f.Code, slices.Index(classes, f.Class), f.Share, f.CapacityWeight / total}
	}
	return functions
}
