package mapping

import (
	"context"
	"time"

	"reconfig/sim/partition"
	"reconfig/sim/partition/recom"
)

// lastWords is how long a search that is stopped before all groups are valued may still look for a map of those that are.
const lastWords = 300 * time.Millisecond

// keepValued leaves the groups that were valued, and those of maps that are known beforehand, which it values.
func (s *Search) keepValued(ctx context.Context, valued []bool) {
	before := s.valuesBefore(ctx)
	kept := s.groups[:0]
	for i, group := range s.groups {
		mean, known := before[keyOf(group.Members)]
		switch {
		case valued[i]:
			kept = append(kept, group)
		case known:
			kept = append(kept, partition.Group{Members: group.Members, Value: mean})
		}
	}
	s.groups = kept
}

// valuesBefore are the values of the groups of maps that are known before any group is valued, by the keys of their sets.
func (s *Search) valuesBefore(ctx context.Context) map[string]float64 {
	var keys []string
	var groups [][]int
	for _, k := range s.numbers()[:min(1, len(s.numbers()))] {
		for _, start := range s.starts(ctx, k) {
			members := make([][]int, k)
			for v, g := range start {
				members[g] = append(members[g], v)
			}
			for _, group := range members {
				keys, groups = append(keys, keyOf(partition.NewSet(len(s.index), group...))), append(groups, group)
			}
		}
	}
	if len(groups) == 0 {
		return nil
	}
	sums, means := make([]float64, len(groups)), map[string]float64{}
	s.eachDraw(context.WithoutCancel(ctx), groups, func(_ int, values []float64) {
		for i, v := range values {
			sums[i] += v
		}
	})
	for i, sum := range sums {
		means[keys[i]] = s.direction * sum / float64(s.o.Draws)
	}
	return means
}

// randomStarts is how many random maps a search begins with besides the published ones.
const randomStarts = 4

// starts lists maps of k groups that a search begins with, as the group of each body: the published ones, and some at random.
// A search that is stopped early has these at least, so it takes them though the context has ended.
func (s *Search) starts(ctx context.Context, k int) [][]int {
	soon, stop := context.WithTimeout(context.WithoutCancel(ctx), lastWords)
	defer stop()
	random, _ := recom.Starts(soon, s.graph, s.rules, k, randomStarts, s.o.Seed) // where there are none the search does without
	return append(s.published(k), random...)
}

// solveSoon looks for a map of the groups that were valued when the search was stopped, of the first number of groups. Nothing
// is proved of it.
func (s *Search) solveSoon(ctx context.Context) error {
	soon, stop := context.WithTimeout(context.WithoutCancel(ctx), lastWords)
	defer stop()
	for _, k := range s.numbers()[:min(1, len(s.numbers()))] {
		x, err := s.bestOf(soon, k)
		if x == nil || x.best == nil {
			return err
		}
		x.solution, x.how = nil, s.stopped
		s.take(x)
	}
	return nil
}
