package recom

import (
	"context"
	"errors"
	"fmt"
	"math"
	"runtime"
	"sync/atomic"

	"reconfig/sim/parallel"
	"reconfig/sim/partition"
)

// Value is the value of a group; that of a partition is their sum. The set is the function's only during the call.
type Value func(group partition.Set) float64

// SampleOptions say how much is sampled.
type SampleOptions struct {
	Target   Target
	Chains   int             // how many chains there are; 0 for 4
	Draws    int             // how many partitions each chain gives; 0 for 1,000
	Every    int             // a chain takes so many steps for each; 0 for one a vertex
	BurnIn   int             // draws of a chain that are not kept; 0 for a tenth of Draws, below 0 for none
	Seed     uint64          // of the chains' random numbers
	Workers  int             // how many chains run at once; 0 for one a processor
	Progress func(draws int) // told of draws as they are done, by many goroutines at once; nil for nobody

	// Each, if not nil, is told of each draw that is kept; by many goroutines at once, but from one chain in order.
	Each func(chain int, c *Chain, value float64)
}

func (o SampleOptions) complete(n int) (SampleOptions, error) {
	if o.Chains < 0 || o.Draws < 0 || o.Every < 0 || o.Workers < 0 {
		return o, errors.New("numbers of chains, draws, steps and workers cannot be below 0")
	}
	o.Chains, o.Draws, o.Every = orElse(o.Chains, 4), orElse(o.Draws, 1000), orElse(o.Every, n)
	o.BurnIn, o.Workers = max(0, orElse(o.BurnIn, o.Draws/10)), orElse(o.Workers, runtime.GOMAXPROCS(0))
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
	Values   [][]float64 // of partitions, by chain and draw
	Accepted float64     // the share of steps that were taken, of all chains
	Convergence
}

// Sample draws random partitions into k groups, by several chains, each from a start of its own, and values them. newValue is called
// once a chain, as chains run at the same time. If the context ends first it returns what the chains came to, all cut to
// the length of the shortest, and the context's error. It returns an error with no sample if options, rules or k do not
// fit; one that wraps ErrNoStart if a chain finds no partition to start with.
func Sample(ctx context.Context, g *partition.Graph, r partition.Rules, k int, newValue func() Value, o SampleOptions) (*Sampled, error) {
	o, err := o.complete(g.Vertices())
	if err != nil {
		return nil, err
	}
	s := &Sampled{Values: make([][]float64, o.Chains)}
	failed := make([]error, o.Chains)
	var accepted, steps atomic.Int64
	err = parallel.Do(ctx, o.Workers, o.Chains, 1, func(_, from, to int) {
		for i := from; i < to; i++ {
			c, err := NewChain(ctx, g, r, k, o.Target, o.Seed, i, nil)
			if err != nil {
				failed[i] = fmt.Errorf("chain %d: %w", i, err)
				return
			}
			t := &tour{Chain: c, number: i, values: newValues(c.state, newValue())}
			s.Values[i] = t.run(ctx, o)
			accepted.Add(t.accepted)
			steps.Add(t.steps)
		}
	})
	for _, e := range failed {
		if e != nil && !errors.Is(e, context.Canceled) && !errors.Is(e, context.DeadlineExceeded) {
			return nil, e
		}
	}
	s.cut()
	s.Accepted = float64(accepted.Load()) / float64(max(1, steps.Load()))
	s.Convergence = Converge(s.Values)
	return s, err
}

// cut cuts all chains to the length of the shortest.
func (s *Sampled) cut() {
	shortest := math.MaxInt
	for _, v := range s.Values {
		shortest = min(shortest, len(v))
	}
	for i := range s.Values {
		s.Values[i] = s.Values[i][:shortest]
	}
}

// tour is the way of one chain.
type tour struct {
	*Chain
	number          int
	values          *values
	accepted, steps int64
}

func (t *tour) run(ctx context.Context, o SampleOptions) []float64 {
	var kept []float64
	for draw := range o.BurnIn + o.Draws {
		for step := range o.Every {
			if step%64 == 0 && ctx.Err() != nil {
				return kept
			}
			if t.Step() {
				t.accepted++
			}
			t.steps++
		}
		if draw < o.BurnIn {
			continue
		}
		value := t.values.total()
		kept = append(kept, value)
		if o.Each != nil {
			o.Each(t.number, t.Chain, value)
		}
		if o.Progress != nil {
			o.Progress(1)
		}
	}
	return kept
}
