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
		leading, err := newExchange(c, g.Members, false)
		if err != nil {
			return nil, err
		}
		d.first, d.exchanges = append(d.first, len(d.exchanges)), append(d.exchanges, leading)
		if len(leading.regressions) > 0 {
			following, err := newExchange(c, g.Members, true)
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
	for output, y := range values {
		for range d.exchanges {
			all[output].ab = append(all[output].ab, y[:o.Points])
			all[output].ba = append(all[output].ba, y[o.Points:2*o.Points])
			y = y[2*o.Points:]
		}
	}
	return all, nil
}

// runExchanges returns the outputs exchange by exchange, at all points of A_B, then at all of B_A.
func (d *sobolDesign) runExchanges(ctx context.Context, b *base, r Run) ([][]float64, error) {
	runs := 2 * len(d.exchanges) * b.points
	return d.problem.evaluateFinite(ctx, r, runs, func(_, run int, x []float64) {
		sample := run / b.points
		own, other := b.sides(sample)
		d.exchanges[sample/2].fill(d.problem, x, own, other, run%b.points)
	}, b.pointOf)
}
