package mapping

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"sort"

	"reconfig/sim/analysis"
	"reconfig/sim/partition"
	"reconfig/sim/partition/recom"
)

// sampled is random maps of one number of groups.
type sampled struct {
	*recom.Sampled
	values []float64 // of all chains, rising
	worth  func(*valuedMap) float64
}

// share is what share of the random maps is worse than a map; of those that are worth the same as it, half.
func (s *sampled) share(m *valuedMap) float64 {
	v := s.worth(m)
	tolerance := float64(1e-9 * max(1, abs(v)))
	below := sort.SearchFloat64s(s.values, v-tolerance)
	upTo := sort.SearchFloat64s(s.values, v+tolerance)
	return float64(below+upTo) / float64(2*len(s.values))
}

func abs(v float64) float64 { return max(v, -v) }

// random draws random maps of each number of groups that was searched for. Where the chains find no map to begin with there
// are none.
func (s *Search) random(ctx context.Context) error {
	if s.o.Random < 0 {
		return nil
	}
	newValue, worth := s.lookUp, func(m *valuedMap) float64 { return m.mean }
	if s.large {
		newValue, worth = s.glimpses, s.glimpsed
	} else {
		s.indexGroups()
	}
	for _, x := range s.searched {
		o := recom.SampleOptions{Seed: s.o.Seed, Workers: s.setup.Workers, Partitions: s.o.Random, Chains: chains, Progress: s.tell}
		if s.large {
			o.Partitions, o.Every = orElse(o.Partitions, randomOfLarge), 4*x.k
		}
		o.Partitions = orElse(o.Partitions, randomMaps)
		o.BurnIn = o.Partitions / 10
		s.setup.Doing(analysis.Phase{Name: fmt.Sprintf("random maps of %s", sectors([]int{x.k})), Unit: "maps", Of: chains * (o.Partitions + o.BurnIn)})
		found, err := recom.Sample(ctx, s.graph, s.rules, x.k, newValue, o)
		if errors.Is(err, recom.ErrNoStart) {
			if s.setup.Warn != nil {
				s.setup.Warn("no random maps: " + err.Error())
			}
			continue
		}
		if err != nil {
			return err
		}
		r := &sampled{Sampled: found, values: slices.Concat(found.Values...), worth: worth}
		slices.Sort(r.values)
		s.sampled[x.k] = r
	}
	return nil
}

const (
	chains     = 4    // of random maps
	randomMaps = 1000 // that each chain gives
)

// randomOfLarge is how many random maps each chain gives where groups cannot be listed.
const randomOfLarge = 100

// indexGroups makes the index of groups by their sets.
func (s *Search) indexGroups() {
	s.byKey = make(map[string]int, len(s.groups))
	for i := range s.groups {
		s.byKey[keyOf(s.groups[i].Members)] = i
	}
}

// keyOf is a set as a key.
func keyOf(set partition.Set) string {
	key := make([]byte, 0, 8*len(set))
	for _, word := range set {
		key = binary.LittleEndian.AppendUint64(key, word)
	}
	return string(key)
}

// lookUp is the value of groups that were listed.
func (s *Search) lookUp() recom.Value {
	return func(group partition.Set) float64 { return s.groups[s.byKey[keyOf(group)]].Value }
}
