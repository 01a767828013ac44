package figure

import (
	"maps"

	"reconfig/model/result"
	"reconfig/plots/words"
)

// Data is what figures are drawn from.
type Data struct {
	Context
	result.Tables
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
	d.Names = names
	d.Focus = d.focus()
	if d.FewDraws() {
		d = d.withoutRanges()
	}
	return d
}
