package model

import (
	"slices"
	"strings"
)

// Edition is the edition of the model of docs/model.md. A later one may need assumptions that cases made for an earlier
// one do not have: Quantity.Since says which.
const Edition = 3

// Lacking lists the assumptions that the case lacks because it was made for an earlier edition of the model, in the order
// of Quantities. Where also older assumptions of a class or an arrangement are missing, and nothing else of the edition,
// it is not the edition that they are missing for; nor is one missing whose name is misspelt.
func (c *Case) Lacking() []string {
	there := map[string]bool{}
	for _, a := range c.Assumptions {
		there[a.Name] = true
	}
	earlier, incomplete := false, map[string]bool{} // incomplete: subjects without all of their older assumptions
	var lacking []string
	for _, q := range Quantities {
		for _, subject := range c.Subjects(q) {
			switch name := q.AssumptionName(subject); {
			case there[name]:
			case q.Since < Edition:
				incomplete[subject] = true
			default:
				earlier = earlier || subject == ""
				lacking = append(lacking, name)
			}
		}
	}
	return slices.DeleteFunc(lacking, func(name string) bool {
		_, subject, _ := strings.Cut(name, ".")
		_, misspelt := c.misspelling(name)
		return misspelt || !earlier && incomplete[subject]
	})
}

// lacks reports what a case of an earlier edition does not have, as one problem. How it gets that, who keeps cases says.
func (r *report) lacks(names []string) {
	if len(names) == 0 {
		return
	}
	r.add(WholeTable, "name", "", "the assumptions that the model has had since its third edition, and this case lacks: %s", strings.Join(names, ", "))
	r.last().Code = EarlierEdition
}
