package model

import (
	"cmp"
	"math"
	"slices"

	"reconfig/model/spelling"
)

// Placement puts one function of one structure on a tier under an arrangement, from a year on. A function may move
// more than once.
type Placement struct {
	Structure   string  `csv:"structure" about:"Code of the structure"`
	Function    string  `csv:"function" about:"Code of the function"`
	Tier        Tier    `csv:"tier" about:"Where the function is pooled"`
	Arrangement string  `csv:"arrangement" about:"Code of the arrangement"`
	FromYear    float64 `csv:"from_year" unit:"years" about:"When it is decided, from the start; below 0 it stands already"` // years from the start at which it is decided; below 0 it stands already
}

// Tier is where a function is done.
type Tier string

// The tiers, from the nearest to the farthest.
const (
	LocalTier  Tier = "local"  // each commissioner for itself
	SectorTier Tier = "sector" // one team for each sector
	RegionTier Tier = "region" // one team for each region
)

// PooledTiers are the tiers that work can be placed on.
var PooledTiers = []Tier{SectorTier, RegionTier}

// PlacementsOf returns the placements of one function in one structure, the earliest first; none if it stays local.
func (c *Case) PlacementsOf(structure, function string) []Placement {
	var chain []Placement
	for _, p := range c.Placements {
		if p.Structure == structure && p.Function == function {
			chain = append(chain, p)
		}
	}
	slices.SortFunc(chain, func(x, y Placement) int { return cmp.Compare(x.FromYear, y.FromYear) })
	return chain
}

func (c *Case) checkPlacements(r *report) {
	type key struct {
		structure, function string
		from                float64
	}
	structures := names(c.Structures, func(x Structure) string { return x.Code })
	functions, arrangements := c.functionCodes(), c.arrangementCodes()
	seen := map[key]int{}
	for i, p := range c.Placements {
		r.refer(i, "structure", p.Structure, toStructure, structures)
		r.refer(i, "function", p.Function, toFunction, functions)
		r.refer(i, "arrangement", p.Arrangement, toArrangement, arrangements)
		if p.Tier == LocalTier {
			r.add(i, "tier", string(p.Tier), "sector or region: a function without a placement stays local, so leave the row out")
		} else {
			r.oneOf(i, "tier", string(p.Tier), "where the work is pooled", []string{string(SectorTier), string(RegionTier)})
		}
		if math.Abs(p.FromYear) > MaxHorizonYears {
			r.add(i, "from_year", spelling.Number(p.FromYear), "years from the start, from %d to %d", -MaxHorizonYears, MaxHorizonYears)
		}
		r.vanishing(i, "from_year", p.FromYear)
		k := key{p.Structure, p.Function, p.FromYear}
		if j, ok := seen[k]; ok {
			r.conflict(i, j, "from_year", spelling.Number(p.FromYear), "another year: the same function of the same structure is placed in that year already")
			r.mend("delete one of the two rows, or change its from_year if the function moves again later")
			continue
		}
		seen[k] = i
	}
}
