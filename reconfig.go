// Package reconfig is for programs that simulate how commissioning bodies can reorganise to cut their management cost.
// It opens a case, runs it and gives the tables that the command reconfig run writes. In a function that returns an error:
//
//	c, err := reconfig.Open("london-2010")
//	if err != nil {
//		return err
//	}
//	t, err := reconfig.Run(ctx, c, reconfig.Options{Draws: 1000})
//	if err != nil {
//		return err
//	}
//	for _, row := range t.Outcomes {
//		fmt.Println(row.Structure, row.Statistic, row.Values[result.NetBenefit])
//	}
//
// The module is named reconfig. A program of yours uses a clone of it: write "require reconfig v0.0.0" and
// "replace reconfig => ../reconfig" into its go.mod, then run go mod tidy.
//
// Tables are those of package [reconfig/model/result], which says what every column means. For more – sweeps, methods of
// sensitivity, figures – use the packages beneath: data reads and checks cases, sim runs them, plots draws.
package reconfig

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"reconfig/data"
	"reconfig/model"
	"reconfig/model/result"
	"reconfig/model/spelling"
	"reconfig/sim"
	"reconfig/sim/debt"
	"reconfig/sim/ensemble"
	"reconfig/sim/uncertain"
)

// Options says how a case is run. The zero value runs all its structures, once, with every assumption at its central
// value.
type Options struct {
	Map         string             // that groups the bodies into sectors; empty for the case's
	Years       float64            // to simulate, in whole quarters; 0 for the case's
	Structures  []string           // codes; none for all
	Set         map[string]float64 // values of assumptions and chances, by name, in every draw
	Draws       int                // of the uncertain assumptions; 0 for the central values alone
	Seed        uint64             // that the draws follow from; 0 for 1, as the command has it
	Sampler     string             // one of model.Samplers; empty for the first
	Independent bool               // leaves out the case's correlations
}

// Open opens a case: the name of one that comes with the program, a case's folder, or its Excel workbook. A case that is
// not valid gives a table.Problems error that lists everything that is wrong with it.
func Open(nameOrDir string) (*model.Case, error) {
	c, err := data.OpenCase(nameOrDir)
	if err != nil {
		return nil, err
	}
	return c.Case, nil
}

// Run runs a case. All structures see the same draws, and the same options give the same bits. It returns an error for
// an option that the case does not have, or if the context ends.
func Run(ctx context.Context, c *model.Case, o Options) (*result.Run, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	draw, set := c.CentralDraw(), slices.Sorted(maps.Keys(o.Set))
	for _, name := range set {
		if _, err := c.Set(draw, name, o.Set[name]); err != nil {
			return nil, err
		}
	}
	e, err := sim.Compile(c, sim.Options{Map: o.Map, HorizonYears: o.Years, Structures: o.Structures, Trajectories: true})
	if err != nil {
		return nil, err
	}
	drawing := uncertain.Options{Sampler: o.sampler(), Seed: cmp.Or(o.Seed, 1), Draws: o.Draws, Independent: o.Independent, Base: draw, Set: set}
	all, weakSet, err := ensemble.Generators(c, drawing)
	if err != nil {
		return nil, err
	}
	run, err := ensemble.Run(ctx, e, all, ensemble.Options{Base: draw, Draws: o.Draws, WeakSet: weakSet})
	if err != nil {
		return nil, err
	}
	if plan := debt.Work(c); plan != nil {
		run.Levy, run.Fund = plan.Levy, plan.Fund
	}
	return run, nil
}

// check returns an error for options that no case has.
func (o Options) check() error {
	if o.Draws < 0 {
		return fmt.Errorf("%d draws: expected 0 or more", o.Draws)
	}
	if !slices.Contains(uncertain.Samplers, o.sampler()) {
		return spelling.Unknown("sampler", o.Sampler, uncertain.Samplers)
	}
	for i, code := range o.Structures {
		if slices.Index(o.Structures, code) < i {
			return fmt.Errorf("structure %s stands twice", code)
		}
	}
	return nil
}

// sampler is the one asked for, or the first.
func (o Options) sampler() string { return cmp.Or(o.Sampler, model.Samplers[0]) }
