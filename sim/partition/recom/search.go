package recom

import (
	"context"
	"errors"
	"fmt"
	"math"
	"runtime"

	"reconfig/sim/parallel"
	"reconfig/sim/partition"
)

// SearchOptions say how long a search goes on.
type SearchOptions struct {
	Chains   int             // how many searches there are, 0 for 4
	Steps    int             // moves that each tries while it cools; 0 for 200 a vertex
	Start    []int           // by vertex: its group in the partition that all begin with; nil for one at random for each
	Seed     uint64          // of the searches' random numbers
	Workers  int             // how many searches run at once; 0 for one a processor
	Progress func(steps int) // told of steps as they are done, by many goroutines at once; nil for nobody
}

// Found is the best partition that a search came to. It is no proof that there is none better.
type Found struct {
	Group  []int     // by vertex: the number of its group, in the order of the groups' lowest vertices
	Value  float64   // the sum of the groups' values
	Chains []float64 // the best value of each chain; −∞ of one that was stopped before it had any. The more of them agree, the better
	Best   int       // the chain that the partition is from

	// Settled says whether the search came to its end: then moving one vertex to a group next to it, or two between two groups
	// next to one another, makes the partition no better.
	Settled bool
}

// Search looks for the partition into k groups with the greatest value by simulated annealing. newValue is called once a chain, as
// chains run at the same time. If the context ends first it returns the best so far, not settled, and the context's error;
// nil only if it had none. It returns an error if options, rules or k do not fit; one that wraps ErrNoStart if a chain
// finds no partition to start with.
func Search(ctx context.Context, g *partition.Graph, r partition.Rules, k int, newValue func() Value, o SearchOptions) (*Found, error) {
	if o.Chains < 0 || o.Steps < 0 || o.Workers < 0 {
		return nil, errors.New("numbers of chains, steps and workers cannot be below 0")
	}
	o.Chains, o.Steps, o.Workers = orElse(o.Chains, 4), orElse(o.Steps, 200*g.Vertices()), orElse(o.Workers, runtime.GOMAXPROCS(0))
	searches, failed := make([]*annealing, o.Chains), make([]error, o.Chains)
	err := parallel.Do(ctx, o.Workers, o.Chains, 1, func(_, from, to int) {
		for i := from; i < to; i++ {
			c, err := NewChain(ctx, g, r, k, ChainOptions{Target: Plain, Seed: o.Seed, Number: i, Start: o.Start})
			if err != nil {
				failed[i] = fmt.Errorf("chain %d: %w", i, err)
				continue
			}
			searches[i] = newAnnealing(c.state, newValue())
			searches[i].run(ctx, o)
		}
	})
	for _, e := range failed {
		if e != nil && ctx.Err() == nil {
			return nil, e
		}
	}
	return bestOf(searches, err == nil), err
}

// bestOf is the best that any chain came to; nil if none came to anything.
func bestOf(searches []*annealing, settled bool) *Found {
	f := &Found{Value: math.Inf(-1), Best: -1, Settled: settled}
	for i, a := range searches {
		value := math.Inf(-1)
		if a != nil {
			value = a.bestValue
		}
		f.Chains = append(f.Chains, value)
		if value > f.Value {
			f.Value, f.Best = value, i
		}
	}
	if f.Best < 0 {
		return nil
	}
	number := map[int32]int{}
	for _, i := range searches[f.Best].best {
		if _, ok := number[i]; !ok {
			number[i] = len(number)
		}
		f.Group = append(f.Group, number[i])
	}
	return f
}
