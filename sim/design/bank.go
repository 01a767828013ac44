package design

import (
	"context"
	"fmt"

	"reconfig/model"
	"reconfig/model/result"
	"reconfig/sim"
	"reconfig/sim/analysis"
	"reconfig/sim/draws"
	"reconfig/sim/vector"
)

// batchSize is how many structures are compiled into one engine, which works out once what they share.
const batchSize = 64

// valued is what a structure comes to in some draws.
type valued struct {
	values      []float64 // the outcome by draw, with the sign with which higher is better
	money, harm []float64 // net present value with cuts, and capacity lost, where the outcome is net benefit; else nil
	mean        float64
	meanMoney   float64
	meanHarm    float64
}

// bank values structures by the engine, always on the same draws and at mean events, and keeps what it has valued.
type bank struct {
	space     *space
	setup     *analysis.Setup
	outcome   result.Outcome
	direction float64 // 1 where higher is better, −1 where lower is
	all       []int   // every draw
	known     map[design]*valued
	seen      map[design]*valued // in the draws of see
	spent     func(runs int)     // told of draws of structures when they are done
}

// newBank makes a bank of so many draws.
func newBank(s *analysis.Setup, space *space, o result.Outcome, direction float64, draws int) *bank {
	b := &bank{space: space, setup: s, outcome: o, direction: direction, known: map[design]*valued{}, seen: map[design]*valued{}, spent: func(int) {}}
	for j := range draws {
		b.all = append(b.all, j)
	}
	return b
}

// value gives what designs come to in all draws.
func (b *bank) value(ctx context.Context, designs ...design) ([]*valued, error) {
	return b.recall(ctx, b.known, designs, b.all)
}

// see gives what designs come to in some draws, always the same.
func (b *bank) see(ctx context.Context, designs []design, draws []int) ([]*valued, error) {
	return b.recall(ctx, b.seen, designs, draws)
}

// recall gives what designs come to, and runs those of which it is not known.
func (b *bank) recall(ctx context.Context, known map[design]*valued, designs []design, draws []int) ([]*valued, error) {
	var missing []design
	asked := map[design]bool{}
	for _, p := range designs {
		if known[p] == nil && !asked[p] {
			asked[p] = true
			missing = append(missing, p)
		}
	}
	fresh, err := b.run(ctx, missing, draws)
	if err != nil {
		return nil, err
	}
	for i, p := range missing {
		known[p] = fresh[i]
	}
	found := make([]*valued, len(designs))
	for i, p := range designs {
		found[i] = known[p]
	}
	return found, nil
}

// run values designs in some draws, and keeps nothing of it.
func (b *bank) run(ctx context.Context, designs []design, draws []int) ([]*valued, error) {
	found := make([]*valued, 0, len(designs))
	for len(designs) > 0 {
		n := min(batchSize, len(designs))
		batch, err := b.runBatch(ctx, designs[:n], draws)
		if err != nil {
			return nil, err
		}
		found, designs = append(found, batch...), designs[n:]
	}
	return found, nil
}

// runBatch values designs that are compiled together.
func (b *bank) runBatch(ctx context.Context, designs []design, draws []int) ([]*valued, error) {
	e, err := b.compile(designs, true)
	if err != nil {
		return nil, err
	}
	return b.through(ctx, e, len(designs), draws)
}

// compile makes an engine of designs, at mean events or with events.
func (b *bank) compile(designs []design, meanEvents bool) (*sim.Engine, error) {
	c := *b.setup.Case
	c.Structures, c.Placements = nil, nil
	for i, p := range designs {
		code := fmt.Sprintf("design-%d", i)
		c.Structures = append(c.Structures, model.Structure{Code: code, Name: code, Focus: "no"})
		c.Placements = append(c.Placements, b.space.placements(p, code)...)
	}
	return b.compileCase(&c, nil, meanEvents)
}

// compileCase makes an engine of a case's structures, of all if none is named.
func (b *bank) compileCase(c *model.Case, structures []string, meanEvents bool) (*sim.Engine, error) {
	outcomes := []result.Outcome{b.outcome}
	if b.weighs() {
		outcomes = append(outcomes, result.NPVIncludingCuts)
	}
	return sim.Compile(c, sim.Options{
		Map: b.setup.Map, HorizonYears: b.setup.Horizon, Structures: structures, Outcomes: outcomes, MeanEvents: meanEvents,
	})
}

// weighs says whether the outcome weighs money against capacity, so that another worth of capacity needs no other run.
func (b *bank) weighs() bool { return b.outcome == result.NetBenefit }

// through runs draws through an engine, of which the first n structures are of interest.
func (b *bank) through(ctx context.Context, e *sim.Engine, n int, indices []int) ([]*valued, error) {
	found := make([]*valued, n)
	for i := range found {
		found[i] = &valued{values: make([]float64, len(indices))}
		if b.weighs() {
			found[i].money, found[i].harm = make([]float64, len(indices)), make([]float64, len(indices))
		}
	}
	err := b.setup.Runner(e).Blocks(ctx, len(indices), func(w *draws.Workspace, from, end int) {
		for k := from; k < end; k++ {
			w.Run(indices[k])
			for i, v := range found {
				v.keep(b, w.Results, i, k)
			}
		}
	})
	if err != nil {
		return nil, err
	}
	b.spent(n * len(indices))
	for _, v := range found {
		v.average()
	}
	return found, nil
}

// keep puts what a draw gave where it belongs.
func (v *valued) keep(b *bank, w *sim.Workspace, structure, draw int) {
	of := w.Outcomes(structure)
	v.values[draw] = b.direction * of[b.outcome]
	if v.money != nil {
		v.money[draw], v.harm[draw] = of[result.NPVIncludingCuts], w.Harm(structure)
	}
}

func (v *valued) average() {
	v.mean = vector.Mean(v.values)
	if v.money != nil {
		v.meanMoney, v.meanHarm = vector.Mean(v.money), vector.Mean(v.harm)
	}
}

// worth is what structures are judged by: the outcome as the draws have it, or net benefit at another worth of capacity.
type worth struct {
	other    bool
	capacity float64 // its worth, £ per £, where other
}

// mean is the mean over draws.
func (w worth) mean(v *valued) float64 {
	if w.other {
		return v.meanMoney - float64(w.capacity*v.meanHarm)
	}
	return v.mean
}

// at is the value in one draw.
func (w worth) at(v *valued, draw int) float64 {
	if w.other {
		return v.money[draw] - float64(w.capacity*v.harm[draw])
	}
	return v.values[draw]
}
