package model

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Labels gives each assumption of the case its short name for figures and sentences, by its name: its own label, or that of its
// quantity in the case's words, with the subject: "Share of savings from size realised: statutory merger".
func (c *Case) Labels() map[string]string {
	labels := make(map[string]string, len(c.Assumptions))
	for _, q := range Quantities {
		label := c.Words().Text(q.Label)
		for _, subject := range c.Subjects(q) {
			labels[q.AssumptionName(subject)] = label + c.subjectLabel(q.Subject, subject)
		}
	}
	for _, a := range c.Assumptions {
		switch {
		case a.Label != "":
			labels[a.Name] = a.Label
		case labels[a.Name] == "": // of a class that no function is in
			labels[a.Name] = a.Name
		}
	}
	return labels
}

// subjectLabel is what follows a quantity's label: an arrangement by its name, which goes on in small letters, others by their
// codes.
func (c *Case) subjectLabel(of Subject, code string) string {
	switch of {
	case NoSubject:
		return ""
	case ArrangementSubject:
		i := slices.IndexFunc(c.Arrangements, func(a Arrangement) bool { return a.Code == code })
		return ": " + uncapital(c.Arrangements[i].Name)
	case TierSubject:
		return " to the " + code
	}
	return ": " + code
}

// uncapital writes the first letter small, unless the first word is written in capitals, as NHS is, or is one letter.
func uncapital(name string) string {
	first, size := utf8.DecodeRuneInString(name)
	if second, _ := utf8.DecodeRuneInString(name[size:]); !unicode.IsLower(second) {
		return name
	}
	return string(unicode.ToLower(first)) + name[size:]
}

// checkLabels reports labels that two assumptions share, for a reader could not tell them apart.
func (c *Case) checkLabels(r *report) {
	labels, owners := c.Labels(), map[string][]string{}
	for name, label := range labels {
		owners[label] = append(owners[label], name)
	}
	for _, names := range owners {
		slices.Sort(names)
	}
	for i, a := range c.Assumptions {
		for _, other := range owners[a.Label] {
			if a.Label != "" && other != a.Name {
				r.add(i, "label", a.Label, "a label that no other assumption has: %s has it", other)
				break
			}
		}
	}
}

// InputLabels are Labels, and those of the groups that analyses take assumptions together to: realisation.* is all that a
// quantity has one assumption for each of, *.merger is all about one subject.
func (c *Case) InputLabels() map[string]string {
	labels := c.Labels()
	for first, label := range groupLabels {
		labels[first+".*"] = c.Words().Text(label)
	}
	for _, q := range Quantities {
		if q.Subject == NoSubject {
			continue
		}
		labels[q.Name+".*"] = c.Words().Text(q.Label) + ": all"
		for _, subject := range c.Subjects(q) {
			labels["*."+subject] = "All about" + strings.TrimPrefix(c.subjectLabel(q.Subject, subject), ":")
		}
	}
	return labels
}

// groupLabels are those of groups of quantities that have the first part of their names in common.
var groupLabels = map[string]string{
	"baseline": "Cost at the start", "finance": "Budget and surplus", "target": "Target and cuts", "debt": "Joint debt plan", "again": "Cost and disruption of a second step",
	"capacity": "Capacity: its response to resources and its worth", "staff": "Cost of posts and exits", "costing": "Optimism bias and discount rate",
}
