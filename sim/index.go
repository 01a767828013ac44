package sim

import (
	"gonum.org/v1/gonum/floats"

	"reconfig/sim/power"
	"reconfig/sim/vector"
)

// index (of capacity, of knowledge) is a figure that follows resourcing, as capacity and local knowledge do: docs/model.md, section 6. Both are
//
//	Σ_i P_i · [ q_i^x · local + Σ_m q_G^x · (constant_m + perCost_m ÷ M_i) · weight_m ] ÷ Σ P
//
// where m runs over the structure's moves, local and weight change over time and differ only between patterns of
// pooling, and constant and perCost differ only between groups. So it is folded: the powers are added up over bodies and
// groups, for each pattern's local work and for each of its moves, and weighted once.
type index struct {
	bodies    *bodies
	power     power.Table
	from, end int // the moments it is wanted at: all, or one
	closeUp   int // the moment at which single bodies are looked at

	// of the structure at hand
	tiers             []int        // by move
	constant, perCost groupNumbers // by move and group; 0 for a group of one
	weights           series       // local and weight, by part
	people            groupNumbers // Σ P (constant + perCost ÷ M), by part of a move and group
	everyone          []float64    // the same of all groups together, by part
	resources         series       // Σ P q^x and Σ P q_G^x (constant + perCost ÷ M), by part
	unmoved           series       // the former where nothing moves, by pattern
	total             []float64    // the index, by moment

	powers       series               // q^x of the units or groups at hand, by moment that is wanted
	unitPower    []float64            // q^x at the close-up, by unit
	unmovedPower []float64            // the same where nothing moves
	groupPower   [tierCount][]float64 // q_G^x at the close-up, by group

	closer []closer // by pattern

	// of the sector at hand at the close-up
	localAt     float64   // what q^x counts for
	constantsAt []float64 // what pooled teams give everywhere, by move
	perCostAt   float64   // what they give for each M of a commissioner
}

// closer is what local work and each move count for at the close-up, where a pattern pools on the move's tier.
type closer struct {
	local float64
	moves []closeMove
}

type closeMove struct {
	tier   int
	row    int // where the numbers of its groups begin
	weight float64
}

// newIndex makes an index with so many moves at most.
func newIndex(e *Engine, moves, from, end, closeUp int) index {
	moments, b := e.timeline.moments(), &e.bodies
	parts := (1 + moves) * len(b.patterns)
	return index{
		bodies: b, power: power.New(), from: from, end: end, closeUp: closeUp,
		constant: newGroupNumbers(e, moves), perCost: newGroupNumbers(e, moves), weights: newSeries(parts, moments),
		people: newGroupNumbers(e, parts), everyone: newRow(parts), resources: newSeries(parts, moments),
		total: newRow(moments), powers: newSeries(atHand, end-from), unitPower: newRow(len(b.commissioners)), unmovedPower: newRow(len(b.commissioners)),
		unmoved:    newSeries(len(b.patterns), moments),
		groupPower: [tierCount][]float64{newRow(len(b.sectors)), newRow(len(b.regions))},
		closer:     make([]closer, len(b.patterns)), constantsAt: make([]float64, 0, moves),
	}
}

// cut keeps the moments that the index is wanted at.
func (x *index) cut(v []float64) []float64 { return v[x.from:x.end] }

// localPart is the part of what stays local, and movePart that of a move.
func (x *index) localPart(pattern int) int      { return pattern }
func (x *index) movePart(move, pattern int) int { return (1+move)*len(x.bodies.patterns) + pattern }

// setPeople fills in what constant and perCost add up to over the people of each group.
func (x *index) setPeople(sums *baseline) {
	b := x.bodies
	clear(x.everyone)
	for i := range b.patterns {
		x.everyone[x.localPart(i)] = b.patterns[i].population
	}
	if n := len(b.patterns); n > 1 { // sectors have no people in parts of another pattern
		clear(x.people.data[n*x.people.width : (1+len(x.tiers))*n*x.people.width])
	}
	for m, tier := range x.tiers {
		if tier == sectorTier {
			x.setSectorPeople(m, sums)
			continue
		}
		for g := range b.regions {
			for pattern := range b.patterns {
				region := sums.regionPeople[g*len(b.patterns)+pattern]
				people := float64(x.constant.row(m)[g]*region.population) + float64(x.perCost.row(m)[g]*region.perCost)
				part := x.movePart(m, pattern)
				x.people.row(part)[g] = people
				x.everyone[part] += people
			}
		}
	}
}

func (x *index) setSectorPeople(move int, sums *baseline) {
	sectors, first := x.bodies.sectors, x.movePart(move, 0)
	constant, perCost, sumsPerCost := x.constant.row(move)[:len(sectors)], x.perCost.row(move)[:len(sectors)], sums.sectorPerCost[:len(sectors)]
	rows, everyone := x.people.data[first*x.people.width:], x.everyone[first:]
	for i := range sectors {
		s := &sectors[i]
		people := float64(constant[i]*s.population) + float64(perCost[i]*sumsPerCost[i])
		rows[s.pattern*x.people.width+i] = people
		everyone[s.pattern] += people
	}
}

// clear makes ready for adding up.
func (x *index) clear() {
	clear(x.resources.rows(span{end: (1 + len(x.tiers)) * len(x.bodies.patterns)}))
}

// always says whether the index is wanted at all moments.
func (x *index) always() bool { return x.powers.width == len(x.total) }

// raise fills in the powers of some rows of ratios.
func (x *index) raise(ratios *series, rows span) {
	if x.always() {
		x.power.Raise(x.powers.rows(rows), ratios.rows(rows))
		return
	}
	wanted := x.powers.rows(rows) // one number each
	for k := range wanted {
		wanted[k] = ratios.data[(rows.first+k)*ratios.width+x.from]
	}
	x.power.Raise(wanted, wanted)
}

// addUnits adds the powers at hand as those of units.
func (x *index) addUnits(units span, people *series) {
	x.closeUps(x.unitPower[units.first:units.end])
	for pattern := range x.bodies.patterns {
		x.powers.add(x.cut(x.resources.row(x.localPart(pattern))), people.row(pattern)[units.first:units.end])
	}
}

// addSectors adds the powers at hand as those of sectors' pooled teams.
func (x *index) addSectors(sectors span) {
	x.closeUps(x.groupPower[sectorTier][sectors.first:sectors.end])
	x.addMoves(sectorTier, sectors)
}

// addRegion adds the power at hand as that of a region's pooled teams.
func (x *index) addRegion(r int) {
	x.closeUps(x.groupPower[regionTier][r : r+1])
	x.addMoves(regionTier, span{r, r + 1})
}

func (x *index) addMoves(tier int, groups span) {
	for m, t := range x.tiers {
		if t == tier {
			for pattern := range x.bodies.patterns {
				if part := x.movePart(m, pattern); x.everyone[part] != 0 {
					x.powers.add(x.cut(x.resources.row(part)), x.people.row(part)[groups.first:groups.end])
				}
			}
		}
	}
}

// closeUps fills in the powers at hand at the moment at which single bodies are looked at.
func (x *index) closeUps(dst []float64) {
	at := x.closeUp - x.from
	for k := range dst {
		dst[k] = x.powers.data[k*x.powers.width+at]
	}
}

// setTotal fills in the index with the target and its cuts.
func (x *index) setTotal() {
	total := x.cut(x.total)
	clear(total)
	for part, people := range x.everyone {
		if people != 0 {
			vector.AddProducts(total, x.cut(x.resources.row(part)), x.cut(x.weights.row(part)))
		}
	}
	floats.Scale(1/x.bodies.population, total)
}

// lookCloser fills in what each part counts for at the close-up, which lookAt needs.
func (x *index) lookCloser() {
	at := func(part int) float64 { return x.weights.data[part*x.weights.width+x.closeUp] }
	for i := range x.bodies.patterns {
		c := &x.closer[i]
		c.local, c.moves = at(x.localPart(i)), c.moves[:0]
		for m, tier := range x.tiers {
			if x.bodies.patterns[i].pools[tier] {
				c.moves = append(c.moves, closeMove{tier, m * x.constant.width, at(x.movePart(m, i))})
			}
		}
	}
}

// lookAt fills in what the units of a sector have in common at the close-up, which unitAt needs.
func (x *index) lookAt(sector int) {
	s := &x.bodies.sectors[sector]
	groups := [tierCount]int{sectorTier: sector, regionTier: s.region}
	c := &x.closer[s.pattern]
	x.localAt = c.local
	x.constantsAt, x.perCostAt = x.constantsAt[:0], 0
	for _, m := range c.moves {
		g := groups[m.tier]
		weight := x.groupPower[m.tier][g] * m.weight
		x.constantsAt = append(x.constantsAt, weight*x.constant.data[m.row+g])
		x.perCostAt += float64(weight * x.perCost.data[m.row+g])
	}
}

// unitAt is the index of a unit's commissioners at the close-up, but for perCostAt ÷ M.
func (x *index) unitAt(unit int) float64 {
	sum := x.unitPower[unit] * x.localAt
	for _, constant := range x.constantsAt {
		sum += constant
	}
	return sum
}
