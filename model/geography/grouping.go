// Package geography says what follows from where commissioners are: which are neighbours, which groups can be made of them,
// and which sectors are not connected by land.
package geography

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"reconfig/model"
)

// Group is a set of commissioners to pool, by their codes, sorted.
type Group []string

// EqualGroups puts the commissioners into n groups whose populations are about even, wherever the commissioners are:
// from the largest to the smallest, each into the group that is smallest by then. No group is more than 4/3 − 1/(3n)
// times as large as the largest must be. Nothing depends on the order of rows.
//
// Source: Graham (1969), Bounds on multiprocessing timing anomalies, SIAM Journal on Applied Mathematics 17:416–429.
func EqualGroups(commissioners []model.Commissioner, n int) ([]Group, error) {
	if err := checkGroupCount(commissioners, n); err != nil {
		return nil, err
	}
	groups, people := make([]Group, n), make([]float64, n)
	for _, x := range largestFirst(commissioners) {
		least := 0
		for g := range groups {
			if people[g] < people[least] {
				least = g
			}
		}
		groups[least] = append(groups[least], x.Code)
		people[least] += x.Population
	}
	return sortGroups(groups), nil
}

// ContiguousGroups puts the commissioners into n groups, each connected by land: every commissioner starts as a group,
// and the smallest group by population is merged with the smallest of its neighbouring groups until n are left. A river
// divides, as it does for Divisions. The groups are contiguous, but not as even as they could be. It returns an
// IslandsError where the neighbours fall into more than n parts.
func ContiguousGroups(commissioners []model.Commissioner, neighbours []model.Neighbour, n int) ([]Group, error) {
	if err := checkGroupCount(commissioners, n); err != nil {
		return nil, err
	}
	var clusters []*cluster
	of := map[string]*cluster{}
	for _, x := range largestFirst(commissioners) {
		c := &cluster{members: Group{x.Code}, first: x.Code, people: x.Population, near: map[*cluster]bool{}}
		of[x.Code] = c
		clusters = append(clusters, c)
	}
	for _, pair := range neighbours {
		a, b := of[pair.A], of[pair.B]
		if a == nil || b == nil {
			return nil, fmt.Errorf("neighbours %s and %s are not both among the bodies", pair.A, pair.B)
		}
		if a != b && pair.Kind != "river" {
			a.near[b], b.near[a] = true, true
		}
	}
	for len(clusters) > n {
		i := smallestWithNeighbours(clusters)
		if i < 0 {
			return nil, &IslandsError{n, len(clusters)}
		}
		small := clusters[i]
		small.mergeInto(small.smallestNeighbour())
		clusters = slices.Delete(clusters, i, i+1)
	}
	var groups []Group
	for _, c := range clusters {
		groups = append(groups, c.members)
	}
	return sortGroups(groups), nil
}

// IslandsError says that bodies fall into more parts than there should be contiguous groups.
type IslandsError struct{ Groups, Parts int }

func (e *IslandsError) Error() string {
	return fmt.Sprintf("%d contiguous groups cannot be made: by their land neighbours the bodies fall into %d parts", e.Groups, e.Parts)
}

// cluster is a group that is growing.
type cluster struct {
	members Group
	first   string // the lowest code of its members
	people  float64
	near    map[*cluster]bool
}

// bySize puts the smaller group first; of two of a size, the one with the lower code.
func bySize(a, b *cluster) int {
	return cmp.Or(cmp.Compare(a.people, b.people), cmp.Compare(a.first, b.first))
}

// smallestWithNeighbours is the index of the smallest group that has another beside it; -1 if none has.
func smallestWithNeighbours(clusters []*cluster) int {
	least := -1
	for i, c := range clusters {
		if len(c.near) > 0 && (least < 0 || bySize(c, clusters[least]) < 0) {
			least = i
		}
	}
	return least
}

func (c *cluster) smallestNeighbour() *cluster {
	var least *cluster
	for other := range c.near {
		if least == nil || bySize(other, least) < 0 {
			least = other
		}
	}
	return least
}

// mergeInto gives the other cluster all that this one has.
func (c *cluster) mergeInto(other *cluster) {
	other.members = append(other.members, c.members...)
	other.people += c.people
	other.first = min(other.first, c.first)
	for x := range c.near {
		delete(x.near, c)
		if x != other {
			x.near[other], other.near[x] = true, true
		}
	}
}

// largestFirst orders commissioners by population, then by code.
func largestFirst(commissioners []model.Commissioner) []model.Commissioner {
	return slices.SortedFunc(slices.Values(commissioners), func(a, b model.Commissioner) int {
		return cmp.Or(cmp.Compare(b.Population, a.Population), cmp.Compare(a.Code, b.Code))
	})
}

// sortGroups sorts the members of each group, and the groups by their first members.
func sortGroups(groups []Group) []Group {
	for _, g := range groups {
		slices.Sort(g)
	}
	slices.SortFunc(groups, func(a, b Group) int { return strings.Compare(a[0], b[0]) })
	return groups
}

func checkGroupCount(commissioners []model.Commissioner, n int) error {
	switch {
	case n < 1:
		return errors.New("there must be at least one group")
	case n > len(commissioners):
		return fmt.Errorf("%d groups are more than there are bodies: %d", n, len(commissioners))
	}
	return nil
}
