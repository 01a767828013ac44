package mapping

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"reconfig/model"
	"reconfig/sim/partition"
)

// noMapError says of which numbers of sectors no map keeps the rules. It wraps partition.ErrNoPartition.
type noMapError struct{ text string }

func (e *noMapError) Error() string { return e.text }

func (e *noMapError) Unwrap() error { return partition.ErrNoPartition }

// sectors writes numbers of sectors: 9 sectors, 4, 6 or 9 sectors, 5 to 8 sectors.
func sectors(numbers []int) string {
	all := slices.Sorted(slices.Values(numbers))
	last := len(all) - 1
	switch {
	case last < 0:
		return "any number of sectors"
	case last == 0 && all[0] == 1:
		return "1 sector"
	case last == 0:
		return fmt.Sprintf("%d sectors", all[0])
	case last > 1 && all[last]-all[0] == last:
		return fmt.Sprintf("%d to %d sectors", all[0], all[last])
	}
	var texts []string
	for _, k := range all[:last] {
		texts = append(texts, strconv.Itoa(k))
	}
	return fmt.Sprintf("%s or %d sectors", strings.Join(texts, ", "), all[last])
}

// landOnly says what might help where no map keeps the rules.
func (s *Search) landOnly() string {
	across := slices.ContainsFunc(s.setup.Case.Neighbours, func(x model.Neighbour) bool { return x.Kind != "land" })
	if s.o.River || !across {
		return ""
	}
	return "; neighbours across a river do not count here"
}

// inTheWay says what alone keeps every map from keeping the rules: a body with too few within reach, or bodies that must share a
// sector and cannot. It is empty where nothing so simple does.
func (s *Search) inTheWay() string {
	bodies, least := s.setup.Case.Commissioners, s.limits.Least
	for i, reach := range s.pieces() {
		first := bodies[i].Code
		switch n := reach.Len(); {
		case least > 1 && n == 1:
			return fmt.Sprintf("%s has no neighbour, so it cannot be in a sector of %d", first, least)
		case n < least:
			return fmt.Sprintf("%s can be reached from %d others only, so it cannot be in a sector of %d", first, n-1, least)
		case s.limits.Weight(reach) < s.limits.LeastWeight:
			return fmt.Sprintf("%s and all that can be reached from it have %s people, too few for a sector", first, thousands(s.limits.Weight(reach)))
		}
		for _, list := range s.rules.Together {
			for _, other := range list {
				if slices.Contains(list, i) && !reach.Has(other) {
					return fmt.Sprintf("%s and %s must share a sector, but no neighbours connect them", first, bodies[other].Code)
				}
			}
		}
	}
	return s.tooMuchTogether()
}

// tooMuchTogether says which bodies must share a sector and are too many, too far apart, or have too many people.
func (s *Search) tooMuchTogether() string {
	for _, list := range s.rules.Together {
		set, first := partition.NewSet(len(s.index), list...), s.setup.Case.Commissioners[list[0]].Code
		if n := set.Len(); n > s.limits.Most {
			return fmt.Sprintf("%s and others that must share its sector are %d, more than %d", first, n, s.limits.Most)
		}
		for _, other := range list {
			if n := s.between(list[0], other); n > s.limits.Most {
				return fmt.Sprintf("%s and %s must share a sector, which takes %d, more than %d, to be connected", first, s.setup.Case.Commissioners[other].Code, n, s.limits.Most)
			}
		}
		if w := s.limits.Weight(set); w > s.limits.MostWeight {
			return fmt.Sprintf("%s and others that must share its sector have %s people, too many for one", first, thousands(w))
		}
	}
	return ""
}

// between is how many bodies the least group has that connects two, which are in one piece.
func (s *Search) between(a, b int) int {
	steps := map[int]int{a: 1}
	for queue := []int{a}; len(queue) > 0; queue = queue[1:] {
		for _, w := range s.graph.Neighbours(queue[0]) {
			if v := int(w); steps[v] == 0 {
				steps[v] = steps[queue[0]] + 1
				queue = append(queue, v)
			}
		}
	}
	return steps[b]
}

// pieces are for each body those that neighbours connect it with, itself among them.
func (s *Search) pieces() []partition.Set {
	all := make([]partition.Set, s.graph.Vertices())
	for v := range all {
		if all[v] != nil {
			continue
		}
		piece := partition.NewSet(len(all), v)
		for stack := []int{v}; len(stack) > 0; {
			u := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			all[u] = piece
			for _, w := range s.graph.Neighbours(u) {
				if !piece.Has(int(w)) {
					piece.Add(int(w))
					stack = append(stack, int(w))
				}
			}
		}
	}
	return all
}

// none is the error that no map of these numbers of sectors keeps the rules.
func (s *Search) none(numbers []int) *noMapError {
	why, apart := "", map[int]bool{}
	for _, piece := range s.pieces() {
		apart[piece.Members()[0]] = true
	}
	if n := len(apart); n > slices.Max(numbers) {
		why = fmt.Sprintf(": the %s are in %d parts that no neighbours connect, and no sector can have %s of two", s.setup.Case.Words().Text("{bodies}"), n, s.setup.Case.Words().Text("{bodies}"))
	}
	return &noMapError{fmt.Sprintf("no map of %s keeps the rules%s%s", sectors(numbers), why, s.landOnly())}
}

// thousands writes a whole number with a comma at each thousand.
func thousands(v float64) string {
	text := strconv.FormatFloat(v, 'f', 0, 64)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}
