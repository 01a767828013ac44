package analysis

import (
	"slices"
	"strings"

	"reconfig/model"
)

// Groupings are the ways to take assumptions together: none; by quantity, as scale.*; by subject, as everything about
// mergers; by strength of evidence.
var Groupings = []string{"none", "quantity", "subject", "strength"}

// group is a set of inputs by their indices.
type group struct {
	name    string
	members []int
}

// groups takes inputs together, in the order of their first members. Of names that no grouping knows, as body_errors,
// each is a group of its own.
func (s *Setup) groups(names []string, by string) []group {
	var all []group
	for i, name := range names {
		label := s.groupName(name, by)
		at := slices.IndexFunc(all, func(g group) bool { return g.name == label })
		if at < 0 {
			all = append(all, group{name: label})
			at = len(all) - 1
		}
		all[at].members = append(all[at].members, i)
	}
	for i := range all {
		if len(all[i].members) == 1 {
			all[i].name = names[all[i].members[0]]
		}
	}
	return all
}

// isBeside says whether an input is no assumption.
func isBeside(name string) bool { return name == BodyErrors || name == Chances }

// groupName is the group that an assumption belongs to.
func (s *Setup) groupName(name, by string) string {
	first, second, _ := strings.Cut(name, ".")
	switch {
	case isBeside(name) || by == "none":
		return name
	case by == "strength":
		return "strength " + s.strength(name)
	case by == "subject" && hasSubject(name):
		return "*." + second
	}
	return first + ".*"
}

// hasSubject says whether an assumption is about one class, arrangement or tier among several.
func hasSubject(name string) bool {
	quantity, _, _ := strings.Cut(name, ".")
	return slices.ContainsFunc(model.Quantities, func(q model.Quantity) bool { return q.Subject != model.NoSubject && q.Name == quantity })
}

// commonStrength is the strength of the evidence for all members; empty where they differ.
func (s *Setup) commonStrength(names []string, members []int) string {
	common := s.strength(names[members[0]])
	for _, m := range members {
		if s.strength(names[m]) != common {
			return ""
		}
	}
	return common
}
