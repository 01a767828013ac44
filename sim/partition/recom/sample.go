package recom

import (
	"context"
	"errors"
	"math"
	"runtime"

	"reconfig/sim/parallel"
	"reconfig/sim/partition"
)

// Value is the value of a group; that of a partition is their sum. The set is the function's only during the call.
type Value func(group partition.Set) float64

// SampleOptions say how much is sampled.
type SampleOptions struct {
	Target     Target
	Chains     int                  // how many chains there are; 0 for 4
	Partitions int                  // how many partitions each chain gives; 0 for 1,000
	Every      int                  // a chain takes so many steps for each; 0 for one a vertex
	BurnIn     int                  // partitions of a chain that are left out at its beginning; 0 for a tenth of Partitions, below 0 for none
	Start      []int                // by vertex: its group in the partition that all chains begin with; nil for one at random for each
	Seed       uint64               // of the chains' random numbers
	Workers    int                  // how many chains run at once; 0 for one a processor
	Progress   func(partitions int) // told of partitions as they come, by many goroutines at once; nil for nobody

	// Each, if not nil, is told of each partition; by many goroutines at once, but from one chain in order.
	Each func(chain int, c *Chain, value float64)
}

func (o SampleOptions) complete(n int) (SampleOptions, error) {
	if o.Chains < 0 || o.Partitions < 0 || o.Every < 0 || o.Workers < 0 {
		return o, errors.New("numbers of chains, partitions, steps and workers cannot be below 0")
	}
	o.Chains, o.Partitions, o.Every = orElse(o.Chains, 4), orElse(o.Partitions, 1000), orElse(o.Every, n)
	o.BurnIn, o.Workers = max(0, orElse(o.BurnIn, o.Partitions/10)), orElse(o.Workers, runtime.GOMAXPROCS(0))
	return o, nil
}

// orElse is the value, or if it is 0 another.
func orElse(value, other int) int {
	if value == 0 {
		return other
	}
	return value
}

// Sampled is what chains came to.
type Sampled struct {
	Values   [][]float64 // of partitions, by chain
	Accepted float64     // the share of steps that were taken, of all chains
	Convergence
}

// Sample draws random partitions into k groups, by several chains, and values them. newValue is called once a chain, as
// chains run at the same time. If the context ends first it returns what the chains came to, all cut to the length of the
// shortest, and the context's error; nil if they had not begun. It returns an error if options, rules or k do not fit; one that wraps
// ErrNoStart if a chain finds no partition to start with.
func Sample(ctx context.Context, g *partition.Graph, r partition.Rules, k int, newValue func() Value, o SampleOptions) (*Sampled, error) {
	o, err := o.complete(g.Vertices())
	if err != nil {
		return nil, err
	}
	tours := make([]*tour, o.Chains)
	failed := make([]error, o.Chains)
	err = parallel.Do(ctx, o.Workers, o.Chains, 1, func(_, i, _ int) {
		var c *Chain
		if c, failed[i] = NewChain(ctx, g, r, k, ChainOptions{Target: o.Target, Seed: o.Seed, Number: i, Start: o.Start}); failed[i] == nil {
			tours[i] = &tour{Chain: c, number: i, left: o.BurnIn, values: newValues(c.state, newValue())}
		}
	})
	if err == nil {
		err = errors.Join(failed...)
	}
	if err != nil {
		return nil, err
	}
	const round = 20 // all chains go on together, so that there is something of each if they are stopped
	for done := 0; done < o.BurnIn+o.Partitions && err == nil; done += round {
		err = parallel.Do(ctx, o.Workers, o.Chains, 1, func(_, i, _ int) {
			tours[i].goOn(ctx, o, min(round, o.BurnIn+o.Partitions-done))
		})
	}
	return sampled(tours), err
}

// sampled is what the chains came to, cut to the length of the shortest.
func sampled(tours []*tour) *Sampled {
	s := &Sampled{}
	shortest, accepted, steps := math.MaxInt, 0, 0
	for _, t := range tours {
		shortest = min(shortest, len(t.kept))
		accepted += t.accepted
		steps += t.steps
	}
	for _, t := range tours {
		s.Values = append(s.Values, t.kept[:shortest])
	}
	s.Accepted = float64(accepted) / float64(max(1, steps))
	s.Convergence = Converge(s.Values)
	return s
}

// tour is the way of one chain.
type tour struct {
	*Chain
	number          int
	left            int // partitions that are still to be left out
	kept            []float64
	values          *values
	accepted, steps int
}

// goOn takes the steps for so many partitions.
func (t *tour) goOn(ctx context.Context, o SampleOptions, partitions int) {
	for range partitions {
		for step := range o.Every {
			if step%64 == 0 && ctx.Err() != nil {
				return
			}
			if t.Step() {
				t.accepted++
			}
			t.steps++
		}
		if o.Progress != nil {
			o.Progress(1)
		}
		if t.left > 0 {
			t.left--
			continue
		}
		value := t.values.total()
		t.kept = append(t.kept, value)
		if o.Each != nil {
			o.Each(t.number, t.Chain, value)
		}
	}
}
