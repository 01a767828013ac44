package figure

import (
	"maps"
	"slices"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/words"
)

// Data is what figures are drawn from.
type Data struct {
	Context
	result.Tables
}

// Unreadable lists the names of structures of which the font has no letter, sorted. Figures write their codes in place.
func (d Data) Unreadable() []string {
	var all []string
	add := func(code, name string) {
		if name != "" && name != code && !chart.Readable(name) {
			all = append(all, name)
		}
	}
	for code, name := range d.Names {
		add(code, name)
	}
	for _, row := range d.Outcomes {
		add(row.Structure, row.Name)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Complete fills what is empty in the context. The caller's maps and slices stay as they are.
func (d Data) Complete() Data {
	d.Currency = words.Either(d.Currency, "£")
	d.BodySingular = words.Either(d.BodySingular, "commissioner")
	d.BodyPlural = words.Either(d.BodyPlural, "commissioners")
	names := maps.Clone(d.Names)
	if names == nil {
		names = map[string]string{}
	}
	for _, row := range d.Outcomes {
		if names[row.Structure] == "" {
			names[row.Structure] = row.Name
		}
	}
	for code, name := range names {
		if !chart.Readable(name) { // it would be a row of boxes
			names[code] = code
		}
	}
	d.Names = names
	d.Focus = d.focus()
	d.Labels = besides(d.Labels)
	if d.FewDraws() {
		d = d.withoutRanges()
	}
	return d
}

// The inputs of a simulation that are not assumptions.
const (
	BodyErrors = "body_errors"
	Chances    = "chances"
)

// besides adds the names of the inputs that are not assumptions to the labels of a case.
func besides(labels map[string]string) map[string]string {
	if len(labels) == 0 {
		return nil
	}
	all := maps.Clone(labels)
	all[BodyErrors], all[Chances] = "Errors of single cost estimates", "Failures and refusals by chance"
	return all
}
