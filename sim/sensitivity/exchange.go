package sensitivity

import "slices"

// exchange takes a group of inputs from the other of two base points. For a group that is correlated with none outside
// it, that is all. Where the group holds part of a block, there are two ways:
//
//   - The group leads: the rest of the block follows it. Its share of the variance is then that of all that is known
//     with it, Var(E[Y | group]).
//   - The group follows: the rest of the block stays, and the group takes only its innovations from the other point, what
//     the rest does not tell of it. Its share is then what stays unknown when all others are known, E[Var(Y | others)].
type exchange struct {
	taken       []int // inputs that have their values from the other point
	regressions []regression
	follows     bool // what leads in the regressions stays, instead of being taken
	idle        bool // no input that changes is read, so that outputs do not change
}

// newExchange makes an exchange for a group.
func newExchange(p *Problem, c *copula, members []int, follows bool) (exchange, error) {
	in := make([]bool, len(c.blockOf))
	for _, i := range members {
		in[i] = true
	}
	e := exchange{follows: follows}
	for _, i := range members {
		if !follows || !c.blockOf[i].dividedBy(in) {
			e.taken = append(e.taken, i)
		}
	}
	for _, b := range c.blocks {
		if !b.dividedBy(in) {
			continue
		}
		g, err := newRegression(b, func(i int) bool { return in[i] != follows })
		if err != nil {
			return exchange{}, err
		}
		e.regressions = append(e.regressions, g)
	}
	e.idle = !slices.ContainsFunc(e.changed(), func(i int) bool { return !p.Inputs[i].Unread })
	return e, nil
}

// changed lists the inputs that the exchange changes.
func (e *exchange) changed() []int {
	inputs := slices.Clone(e.taken)
	for _, g := range e.regressions {
		for _, follower := range g.followers {
			inputs = append(inputs, g.block.inputs[follower])
		}
	}
	return inputs
}

// dividedBy tells whether some of a block's inputs are in a group, and some are not.
func (b *block) dividedBy(in []bool) bool {
	if b == nil {
		return false
	}
	inside := 0
	for _, i := range b.inputs {
		if in[i] {
			inside++
		}
	}
	return inside > 0 && inside < len(b.inputs)
}

// fill puts into x point j of a sample, with the group from the other.
func (e *exchange) fill(p *Problem, x []float64, own, other *sample, j int) {
	copy(x, own.valuesAt(j))
	values := other.valuesAt(j)
	for _, i := range e.taken {
		x[i] = values[i]
	}
	from, to := own, other
	if e.follows {
		from, to = other, own
	}
	for r := range e.regressions {
		e.regressions[r].follow(p, x, from.scoresAt(j), to.scoresAt(j))
	}
}
