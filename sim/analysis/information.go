package analysis

import (
	"cmp"
	"context"
	"runtime"
	"slices"

	"reconfig/model/result"
	"reconfig/sim/decision"
)

// information says what it would be worth to know an assumption, a group of them, or everything, before choosing; the
// worthiest first, after everything.
func (d *deciding) information(ctx context.Context) error {
	value, standardError, err := decision.PerfectInformation(d.values)
	if err != nil {
		return err
	}
	perfect := d.informationRow(result.Everything, value, standardError, value)
	perfect.Members, perfect.Method = len(d.sample.Inputs), "exact"
	sources := d.sources()
	inputs := make([][][]float64, len(sources))
	for i, g := range sources {
		for _, m := range g.members {
			inputs[i] = append(inputs[i], d.sample.Inputs[m].Values)
		}
	}
	workers := d.Workers
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	found, err := decision.InformationOfEach(ctx, d.values, inputs, workers)
	if err != nil {
		return err
	}
	names := make([]string, len(d.sample.Inputs))
	for i, in := range d.sample.Inputs {
		names[i] = in.Name
	}
	var rows []result.InformationRow
	for i, g := range sources {
		row := d.informationRow(g.name, found[i].Value, found[i].StandardError, value)
		row.Members, row.Strength, row.Method = len(g.members), d.commonStrength(names, g.members), "spline"
		if len(g.members) > 1 {
			row.Method = "polynomial"
		}
		if found[i].Value > surely*found[i].StandardError { // else where the choice changes is noise too
			row.ChangesAt, row.ChangesTo = result.Number(found[i].ChangesAt), d.codeOf(found[i].ChangesTo)
		}
		rows = append(rows, row)
	}
	slices.SortStableFunc(rows, func(a, b result.InformationRow) int {
		return cmp.Or(cmp.Compare(b.Value, a.Value), cmp.Compare(a.Input, b.Input))
	})
	d.found.Information = append([]result.InformationRow{perfect}, rows...)
	return nil
}

// surely is how many standard errors a value must be from 0 to be told from it.
const surely = 1.96

// sources lists every assumption that varies, and the groups of several.
func (d *deciding) sources() []group {
	var names []string
	for _, in := range d.sample.Inputs {
		names = append(names, in.Name)
	}
	all := d.groups(names, "none")
	if d.GroupBy == "none" {
		return all
	}
	for _, g := range d.groups(names, d.GroupBy) {
		if len(g.members) > 1 {
			all = append(all, g)
		}
	}
	return all
}

func (d *deciding) informationRow(input string, value, standardError, perfect float64) result.InformationRow {
	row := result.InformationRow{
		Outcome: d.Outcome.String(), Unit: d.unit(), Input: input, Value: result.Number(value), StandardError: result.Number(standardError),
		ShareOfEVPI: result.Unknown(), ChangesAt: result.Unknown(),
	}
	if perfect > 0 {
		row.ShareOfEVPI = result.Number(value / perfect)
	}
	return row
}
