package mapping

import (
	"context"
	"fmt"
	"slices"

	"reconfig/sim"
	"reconfig/sim/analysis"
	"reconfig/sim/numbers"
	"reconfig/sim/partition"
	"reconfig/sim/partition/recom"
)

// mostGlimpsed is on how many draws groups are valued where they cannot be listed: a search values hundreds of thousands.
const mostGlimpsed = 16

// glimpsedDraws are some of the draws, evenly among all.
func (s *Search) glimpsedDraws() (all []int) {
	n := min(mostGlimpsed, s.o.Draws)
	for i := range n {
		all = append(all, i*s.o.Draws/n)
	}
	return all
}

// glimpses makes a function that values a group on some of the draws: each is readied once, in a workspace of its own.
func (s *Search) glimpses() recom.Value {
	everyone := make([]int, len(s.index))
	for i := range everyone {
		everyone[i] = i
	}
	whole := s.valuer.With([][]int{everyone})
	var ready []*sim.Workspace
	for _, j := range s.glimpsedDraws() {
		w := whole.NewWorkspace()
		whole.Begin(s.drawn.draws[j], s.drawn.errors[j], w)
		ready = append(ready, w)
	}
	return func(group partition.Set) float64 {
		g, sum, value := s.valuer.With([][]int{group.Members()}), 0.0, [1]float64{}
		for _, w := range ready {
			g.Value(w, 0, value[:])
			sum += value[0]
		}
		return s.direction * sum / float64(len(ready))
	}
}

// glimpsed is what a map comes to on the same draws.
func (s *Search) glimpsed(m *valuedMap) float64 {
	sum := 0.0
	for _, j := range s.glimpsedDraws() {
		sum += m.values[j]
	}
	return sum / float64(len(s.glimpsedDraws()))
}

// annealed looks for the best map of k groups where they cannot be listed: it may come with both a map and an error.
func (s *Search) annealed(ctx context.Context, k int) (*searched, error) {
	steps := min(200*len(s.index), mostSteps)
	s.setup.Doing(analysis.Phase{Name: fmt.Sprintf("simulated annealing for %s", sectors([]int{k})), Unit: "steps", Of: annealings * steps})
	found, err := recom.Search(ctx, s.graph, s.rules, k, s.glimpses, recom.SearchOptions{Chains: annealings, Seed: s.o.Seed, Workers: s.setup.Workers, Steps: steps, Progress: s.tell})
	if found == nil {
		return nil, err
	}
	x := &searched{k: k, how: annealedHow(found, len(s.glimpsedDraws()))}
	groups := make([][]int, k)
	for v, g := range found.Group {
		groups[g] = append(groups[g], v)
	}
	if failed := s.setBest(ctx, x, groups); failed != nil {
		return nil, failed
	}
	return x, err
}

// annealings is how many searches without proof are done side by side.
const annealings = 4

// mostSteps is how many moves a chain of a search without proof tries at most.
const mostSteps = 100_000

// annealedHow says how a search without proof ended.
func annealedHow(f *recom.Found, draws int) string {
	top, same := slices.Max(f.Chains), 0
	for _, v := range f.Chains {
		if numbers.Same(v, top) {
			same++
		}
	}
	how := "stopped before it settled"
	if f.Settled {
		how = "no move of one body and no exchange of two improves it"
	}
	return fmt.Sprintf("not proved: of %d searches by simulated annealing, on %d of the draws, %d ended at a map of this worth; %s", len(f.Chains), draws, same, how)
}
