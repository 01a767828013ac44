package main

import (
	"slices"

	"github.com/spf13/pflag"

	"reconfig/cmd/reconfig/report/appraisal"
	"reconfig/model"
	"reconfig/model/spelling"
	"reconfig/sim/uncertain"
)

// drawOptions says how the spread is found: the flags that commands which draw share.
type drawOptions struct {
	draws       int
	seed        uint64
	sampler     string
	independent bool
}

// defaultDraws is enough for every interval of the built-in cases to be settled.
const defaultDraws = 10000

// mostDraws keeps a slip of the finger from running for days; a sweep can have more.
const mostDraws = 10_000_000

func (o *drawOptions) addFlags(f *pflag.FlagSet) {
	o.addDrawFlags(f, "; 0 runs the central values alone")
}

// addDrawFlags adds the flags with a remark on the number of draws.
func (o *drawOptions) addDrawFlags(f *pflag.FlagSet, remark string) {
	f.IntVar(&o.draws, "draws", defaultDraws, "`NUMBER` of draws of the uncertain assumptions"+remark)
	o.addSeedFlag(f)
	f.StringVar(&o.sampler, "sampler", model.Samplers[0], "`NAME` of the way to draw: orthogonal (even in every pair of assumptions), sobol, random, or lhs (a Latin hypercube)")
	o.addIndependentFlag(f)
}

func (o *drawOptions) addSeedFlag(f *pflag.FlagSet) {
	f.Uint64Var(&o.seed, "seed", 1, "`NUMBER` that the draws follow from; the same seed gives the same draws")
}

func (o *drawOptions) addIndependentFlag(f *pflag.FlagSet) {
	f.BoolVar(&o.independent, "independent", false, "draw without the case's correlations between assumptions")
}

func (o *drawOptions) check() error {
	if o.draws < 0 || o.draws > mostDraws {
		return usagef("--draws %d: expected a number from 0 to %d; a sweep can have more", o.draws, mostDraws)
	}
	if !slices.Contains(uncertain.Samplers, o.sampler) {
		return usagef("--sampler: %w", spelling.Unknown("sampler", o.sampler, uncertain.Samplers))
	}
	return nil
}

// drawing says how the assumptions are drawn.
func (o *drawOptions) drawing() appraisal.Drawing {
	return appraisal.Drawing{Draws: o.draws, Seed: o.seed, Sampler: o.sampler, Independent: o.independent}
}
