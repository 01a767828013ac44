package sensitivity

import "context"

// sobolDesign is which points are run for Sobol' indices: base points A and B, and for every exchange of a group A_B,
// which is A with the group from B, and B_A, which is B with the group from A. A group that is independent of the others
// has one exchange; one that is correlated with others has one in which it leads, for its first-order index, and one in
// which it follows, for its total index.
type sobolDesign struct {
	problem      *Problem
	copula       *copula
	exchanges    []exchange
	first, total []int // numbers of the exchanges, by group
}

func newSobolDesign(p *Problem, groups []Group) (*sobolDesign, error) {
	c, err := newCopula(p)
	if err != nil {
		return nil, err
	}
	d := &sobolDesign{problem: p, copula: c}
	for _, g := range groups {
		leading, err := newExchange(p, c, g.Members, false)
		if err != nil {
			return nil, err
		}
		d.first, d.exchanges = append(d.first, len(d.exchanges)), append(d.exchanges, leading)
		if len(leading.regressions) > 0 {
			following, err := newExchange(p, c, g.Members, true)
			if err != nil {
				return nil, err
			}
			d.exchanges = append(d.exchanges, following)
		}
		d.total = append(d.total, len(d.exchanges)-1)
	}
	return d, nil
}

// correlated tells, by group, whether it is correlated with another.
func (d *sobolDesign) correlated() []bool {
	is := make([]bool, len(d.first))
	for g := range is {
		is[g] = d.first[g] != d.total[g]
	}
	return is
}

// independent lists the groups that are correlated with no other.
func (d *sobolDesign) independent() []int {
	var groups []int
	for g, is := range d.correlated() {
		if !is {
			groups = append(groups, g)
		}
	}
	return groups
}

// run runs the design on a scramble of the base points. A and B come first, so that an output that cannot be analysed is
// found before most runs are done.
func (d *sobolDesign) run(ctx context.Context, o *SobolOptions, seed uint64) ([]responses, error) {
	b, err := newBase(ctx, d.problem, d.copula, seed, o.Points, o.workers())
	if err != nil {
		return nil, err
	}
	all, err := b.run(ctx, d.problem, o.Run)
	if err != nil {
		return nil, err
	}
	values, err := d.runExchanges(ctx, b, o.Run)
	if err != nil {
		return nil, err
	}
	for output := range all {
		d.sort(values[output], &all[output])
	}
	return all, nil
}

// runExchanges returns the outputs of the exchanges that are not idle, point by point: at A_B of each exchange, then at B_A.
// So runs that follow one another differ in few inputs, which saves a function some work.
func (d *sobolDesign) runExchanges(ctx context.Context, b *base, r Run) ([][]float64, error) {
	active := d.active()
	perPoint := 2 * len(active)
	if r.Progress != nil {
		r.Progress = stretched(r.Progress, len(active), len(d.exchanges))
	}
	return d.problem.evaluateFinite(ctx, r, perPoint*b.points, func(_, run int, x []float64) {
		point := run / perPoint
		exchange, side := run-point*perPoint, 0
		if exchange >= len(active) {
			exchange, side = exchange-len(active), 1
		}
		own, other := b.sides(side)
		active[exchange].fill(d.problem, x, own, other, point)
	}, func(run int) int { return run / perPoint })
}

// stretched tells of all runs where only some of so many are made: of those that are not along with the others.
func stretched(progress func(runs int), made, of int) func(runs int) {
	done, told := 0, 0
	return func(runs int) {
		done += runs
		now := done * of / made
		progress(now - told)
		told = now
	}
}

// active lists the exchanges that are not idle.
func (d *sobolDesign) active() []*exchange {
	var active []*exchange
	for i := range d.exchanges {
		if !d.exchanges[i].idle {
			active = append(active, &d.exchanges[i])
		}
	}
	return active
}

// sort puts values as runExchanges returns them where they belong, by exchange; an idle exchange has those of the base.
func (d *sobolDesign) sort(values []float64, y *responses) {
	n := len(d.active())
	next := 0
	for i := range d.exchanges {
		ab, ba := y.a, y.b
		if !d.exchanges[i].idle {
			ab, ba = every(values[next:], 2*n), every(values[n+next:], 2*n)
			next++
		}
		y.ab, y.ba = append(y.ab, ab), append(y.ba, ba)
	}
}

// every takes the first of each n values.
func every(values []float64, n int) []float64 {
	taken := make([]float64, 0, (len(values)+n-1)/n)
	for i := 0; i < len(values); i += n {
		taken = append(taken, values[i])
	}
	return taken
}
