package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/report"
	"reconfig/cmd/reconfig/report/analyses"
	"reconfig/data"
	"reconfig/model/result"
	"reconfig/sim/analysis"
	"reconfig/sim/design/mapping"
	"reconfig/sim/partition"
)

var _ = register(method{
	order: 85, family: designFamily, name: "map", weighs: true,
	about:   "which bodies should share a sector: the best map of all, how many are\nnearly as good, and what that is worth beside what somebody drew",
	command: newDesignMapCommand,
})

type designMapOptions struct {
	analysisOptions
	structure, outcome     string
	groups, bodies, people string
	together, apart        []string
	river                  bool
	within                 string
	save                   string
}

func newDesignMapCommand(env *environment, m method) *cobra.Command {
	var o designMapOptions
	cmd := &cobra.Command{
		Use:   m.name,
		Short: "Which bodies should share a sector, and whether that matters",
		Long: `Looks for the map with the best mean of an outcome over draws: every body in one sector,
every sector connected by neighbours. The rules, by default those that the map
of the case keeps:

  groups      how many sectors there are
  bodies      how many bodies a sector has
  people      how many people it serves
  yours       --together and --apart, for bodies that must or must not share a sector

It lists every connected group of bodies that keeps the rules, values each on the same
draws, with failures and refusals at their means, and puts the best map together with a
proof that there is none better. Then it counts the maps that are nearly as good: by
default those within 0.5 % of the standard deviation of the outcome, as nobody can tell
such maps apart by it. It says what share of random maps is worse than those of the case.
Where there are too many groups to list, it searches without a proof and says so.

All maps of the case are valued, whatever --groups says, and the best map of as many
sectors stands beside each. The conclusions compare, and --save writes, the best maps of
the numbers that --groups asks for.

All pooled work of the structure must be on the sector tier. Writes a folder with CSV
tables, figures and a datapackage.json; --save writes the case with the best maps beside
its own, for run, compare and decide with --map. It takes about 2 µs of one processor for
each group and draw: fewer --draws, or tighter --bodies and --people, make it quicker.

Interrupted by Ctrl-C it writes the best map so far, if there is one, with how far it may
be from the best where that is known, and ends with status 1. It is proved best only if
that was done before the stop.`,
		Example: `  reconfig design map
  reconfig design map --groups 5..8 --people 0.5m..2m --save my-case
  reconfig design map --structure merger --together A,B --apart A,C --river
  reconfig design map --case england-icb-2025 --within 5m`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return outcome(o.design(env, m)) },
	}
	f := cmd.Flags()
	o.addAnalysisFlags(f)
	settingOnly(f)
	f.Lookup("map").Usage = "`NAME` of the map of the case that others are held against, and whose rules are the default (default: the case's)"
	o.addAnalysisDrawFlags(f)
	o.drawFewer(f)
	f.StringVar(&o.structure, "structure", "", "`CODE` of the structure (default: the best of the case whose pooled work is all on the sector tier)")
	f.StringVar(&o.outcome, "outcome", defaultOutcome, "`NAME` of the outcome that maps are judged by")
	f.StringVar(&o.groups, "groups", "", "`RANGE` of how many sectors, as 6 or 4..8 (default: as many as the map has)")
	f.StringVar(&o.bodies, "bodies", "", "`RANGE` of how many bodies a sector has, as 3..8 (default: as the map's sectors)")
	f.StringVar(&o.people, "people", "", "`RANGE` of how many people a sector serves, as 0.7m..2m or 500k.. (default: any number)")
	f.StringArrayVar(&o.together, "together", nil, "`CODES` of bodies that must share a sector, separated by commas; may be repeated")
	f.StringArrayVar(&o.apart, "apart", nil, "`CODES` of bodies of which no two may share a sector; may be repeated")
	f.BoolVar(&o.river, "river", false, "bodies across a river from one another count as neighbours")
	f.StringVar(&o.within, "within", "", "`AMOUNT` by which a map may be worse than the best and still be nearly as good, as 2m of money, or a number in the outcome's unit (default: 0.5 % of the outcome's standard deviation with the map of the case, rounded to 1, 2 or 5 times a power of ten)")
	addPath(f, &o.save, "save", "", "new `DIR` for a copy of the case with the best maps of the numbers of sectors that --groups asks for")
	return cmd
}

func (o *designMapOptions) design(env *environment, m method) error {
	ask, err := o.asked()
	if err != nil {
		return err
	}
	var search *mapping.Search
	var found *mapping.Found
	saved := false
	return o.do(env, m, study{
		prepare: func(j *analysisJob) (err error) {
			search, err = o.prepare(env, j, ask)
			return err
		},
		runs: func(*analysis.Setup) int { return search.Runs() },
		analyse: func(ctx context.Context, s *analysis.Setup) (*result.Analysis, error) {
			var err error
			switch found, err = search.Run(ctx); {
			case errors.Is(err, partition.ErrNoPartition):
				return nil, &usage{err}
			case found == nil:
				return nil, err
			}
			return found.Tables, nil
		},
		save: func(s *analysis.Setup) (err error) {
			saved, err = o.saveCase(s, found)
			return err
		},
		keeps: true,
		answer: func(a analyses.Analysis) report.Answer {
			answer := a.MapsAnswer()
			if saved {
				answer.Rest = append(answer.Rest, fmt.Sprintf("The case with %s: %s. Run it: reconfig run --case %s --map %s", bestMaps(found.Maps()), o.save, report.ShellWord(o.save), found.Maps()[0]))
			}
			return answer
		},
	})
}

// bestMaps names the best maps, or counts them where they are many.
func bestMaps(names []string) string {
	if len(names) > analyses.MostMaps {
		return fmt.Sprintf("the %d best maps, from %s to %s", len(names), names[0], names[len(names)-1])
	}
	return report.And(names)
}

// saveCase writes the case with the best maps, if that is asked for, and says whether it did.
func (o *designMapOptions) saveCase(s *analysis.Setup, found *mapping.Found) (saved bool, err error) {
	if o.save == "" {
		return false, nil
	}
	err = data.WriteCase(o.save, found.Case(s.Case))
	return err == nil, err
}

// asked reads the flags that need no case.
func (o *designMapOptions) asked() (d mapping.Options, err error) {
	if err := o.checkDraws(); err != nil {
		return d, err
	}
	d.Structure, d.Draws, d.Seed, d.River = o.structure, o.draws, o.seed, o.river
	if d.Outcome, err = outcomeNamed("--outcome", o.outcome); err != nil {
		return d, err
	}
	if d.Groups, err = numberRange("--groups", o.groups); err != nil {
		return d, err
	}
	if d.Bodies, err = numberRange("--bodies", o.bodies); err != nil {
		return d, err
	}
	if d.People, err = amountRange("--people", o.people); err != nil {
		return d, err
	}
	if d.Together, err = lists("--together", o.together); err != nil {
		return d, err
	}
	if d.Apart, err = lists("--apart", o.apart); err != nil {
		return d, err
	}
	d.Within, err = o.tolerance(d.Outcome)
	return d, err
}

// tolerance reads --within: of money in the unit of tables, which is thousands.
func (o *designMapOptions) tolerance(of result.Outcome) (*float64, error) {
	if o.within == "" {
		return nil, nil
	}
	v, err := amount("--within", o.within)
	if err != nil {
		return nil, err
	}
	if of.Unit().Thousands() {
		v /= 1000
	}
	return &v, nil
}

// lists reads lists of at least two codes each.
func lists(flag string, texts []string) (all [][]string, err error) {
	for _, text := range texts {
		list, err := codes(flag, strings.Split(text, ","))
		if err != nil {
			return nil, err
		}
		if len(list) < 2 {
			return nil, usagef("%s %s: expected two codes at least, separated by commas", flag, text)
		}
		all = append(all, list)
	}
	return all, nil
}

// prepare holds what is asked against the case, lists the groups, and looks whether the case may be saved.
func (o *designMapOptions) prepare(env *environment, j *analysisJob, ask mapping.Options) (*mapping.Search, error) {
	if err := j.checkSearched(); err != nil {
		return nil, err
	}
	if o.save != "" {
		if err := data.CheckNew(o.save); err != nil {
			return nil, err
		}
	}
	j.setup.Warn = func(w string) {
		env.warn("%s", w)
		j.warnings = append(j.warnings, w)
	}
	search, err := mapping.New(env.ctx, j.setup, ask)
	switch {
	case env.canceled() != nil:
		return nil, errInterrupted
	case err != nil:
		return nil, &usage{err}
	}
	return search, nil
}
