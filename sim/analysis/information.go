package analysis

import (
	"cmp"
	"context"
	"slices"
	"sync/atomic"

	"reconfig/model/result"
	"reconfig/sim/decision"
	"reconfig/sim/decision/information"
	"reconfig/sim/sampling"
	"reconfig/sim/uncertain"
)

// information says what it would be worth to know an assumption, a group of them, or everything, before choosing; the
// worthiest first, after everything.
func (d *deciding) information(ctx context.Context) error {
	value, standardError, err := decision.PerfectInformation(d.values)
	if err != nil {
		return err
	}
	perfect := d.informationRow(result.Everything, value, standardError, value)
	perfect.Members, perfect.Correlated, perfect.Method = len(d.sample.Inputs), result.YesNo(false), "exact"
	sources := d.sources()
	found, err := d.informationOf(ctx, sources)
	if err != nil {
		return err
	}
	names := make([]string, len(d.sample.Inputs))
	for i, in := range d.sample.Inputs {
		names[i] = in.Name
	}
	scores := d.generator.Scores()
	var rows []result.InformationRow
	for i, g := range sources {
		row := d.informationRow(g.name, min(found[i].Value, value), found[i].StandardError, value)
		row.Members, row.Strength, row.Correlated, row.Method = len(g.members), d.commonStrength(names, g.members), result.YesNo(correlated(g.members, scores)), "spline"
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

// informationOf is what knowing each source would be worth, from draws made at random: among Sobol' points of many
// dimensions the product of two goes along with a third, which regressions would take for knowledge.
func (d *deciding) informationOf(ctx context.Context, sources []group) ([]information.Worth, error) {
	drawing := d.drawing
	drawing.Sampler = sampling.Random
	scattered := *d.Setup
	var err error
	if scattered.generator, err = uncertain.New(d.Case, drawing); err != nil {
		return nil, err
	}
	d.Doing(Phase{Name: "draws for what it is worth to know more", Unit: "runs", Of: d.Draws})
	sample, err := scattered.Sample(ctx, d.Structures, []result.Outcome{d.Outcome}, d.Draws)
	if err != nil {
		return nil, err
	}
	values := Turned(sample.Of(d.Outcome), d.direction)
	alone := len(sample.Inputs) // they come first; groups, which take far longer, are counted by themselves
	found, err := d.informationOfSome(ctx, values, membersOf(sample, sources[:alone]), "assumptions")
	if err != nil {
		return nil, err
	}
	ofGroups, err := d.informationOfSome(ctx, values, membersOf(sample, sources[alone:]), "groups of assumptions")
	return append(found, ofGroups...), err
}

// informationOfSome is what knowing each of some inputs would be worth. It tells how many are done.
func (d *deciding) informationOfSome(ctx context.Context, values [][]float64, inputs [][][]float64, called string) ([]information.Worth, error) {
	var done atomic.Int64
	return information.OfEach(ctx, values, inputs, d.workers(), func() {
		d.Doing(Phase{Name: "what it is worth to know", Unit: called, Done: int(done.Add(1)), Of: len(inputs)})
	})
}

// membersOf are the values of the members of each source, by source, member and draw.
func membersOf(s *Sample, sources []group) [][][]float64 {
	all := make([][][]float64, len(sources))
	for i, g := range sources {
		for _, m := range g.members {
			all[i] = append(all[i], s.Inputs[m].Values)
		}
	}
	return all
}

// surely is how many standard errors a value must be from 0 to be told from it.
const surely = 1.96

// sources lists every assumption that varies, then the groups of several.
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
