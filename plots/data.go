package plots

import (
	"maps"

	"reconfig/model/result"
)

// Data is what figures are drawn from.
type Data struct {
	Context
	result.Tables
}

// complete fills what is empty in the context. The caller's maps and slices stay as they are.
func (d Data) complete() Data {
	d.Currency = either(d.Currency, "£")
	d.BodySingular = either(d.BodySingular, "commissioner")
	d.BodyPlural = either(d.BodyPlural, "commissioners")
	names := maps.Clone(d.Names)
	if names == nil {
		names = map[string]string{}
	}
	for _, row := range d.Outcomes {
		if names[row.Structure] == "" {
			names[row.Structure] = row.Name
		}
	}
	d.Names = names
	d.Focus = d.focus()
	if d.fewDraws() {
		d = d.withoutRanges()
	}
	return d
}
