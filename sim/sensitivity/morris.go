package sensitivity

import (
	"context"
	"fmt"
	"math"
	"slices"

	"reconfig/sim/parallel"
	"reconfig/sim/quantile"
	"reconfig/sim/sampling"
	"reconfig/sim/vector"
)

// MorrisOptions says how elementary effects are sampled; what is 0 has its default.
type MorrisOptions struct {
	Groups       []Group // inputs that move together; every input is in one. Nil for each by itself
	Trajectories int     // each gives one effect of every group and costs a run more than there are groups; 40
	Candidates   int     // random trajectories of which those are picked that lie far apart; 500. As many as Trajectories for Morris' own design, where nothing is picked
	Levels       int     // of the grid over each input's range, an even number; 4
	Resamples    int     // of the bootstrap; 1000
	Seed         uint64
	Run
}

func (o MorrisOptions) withDefaults() MorrisOptions {
	if o.Trajectories == 0 {
		o.Trajectories = 40
	}
	if o.Candidates == 0 {
		o.Candidates = max(500, o.Trajectories)
	}
	if o.Levels == 0 {
		o.Levels = 4
	}
	if o.Resamples == 0 {
		o.Resamples = 1000
	}
	return o
}

// check returns an error for options that make no design.
func (o MorrisOptions) check() error {
	switch {
	case o.Trajectories < 2:
		return fmt.Errorf("%d trajectories: at least 2 are needed", o.Trajectories)
	case o.Candidates < o.Trajectories:
		return fmt.Errorf("%d candidates for %d trajectories", o.Candidates, o.Trajectories)
	case o.Levels < 2 || o.Levels%2 != 0:
		return fmt.Errorf("%d levels: an even number is needed", o.Levels)
	case o.Resamples < 1:
		return fmt.Errorf("%d resamples: at least 1 is needed", o.Resamples)
	}
	return nil
}

// ElementaryEffects is what the elementary effects on one output come to, by group, in the output's unit: an effect is
// the difference that a move of one group makes, divided by the part of its inputs' ranges that they move through, so
// that it stands for the whole range. Of a group of several inputs, which move each its own way, effects have a size but no
// sign: mu and sigma are NaN.
type ElementaryEffects struct {
	MuStar []Interval // mean of the effects' sizes; 95 % percentile bootstrap interval over trajectories
	Mu     []float64  // mean
	Sigma  []float64  // standard deviation, with n − 1: 0 where the function is a straight line in the input wherever the others are
}

// Morris samples elementary effects along trajectories through the inputs' ranges, from Low to High, and returns what
// they come to, by output. An input whose Low and High are the same stays there and has effects of 0. Distributions and
// correlations of the inputs count for nothing.
//
// Trajectories that lie far apart go along the edges of the ranges more often than others do, so that effects which grow
// there count for more: with many inputs by little, with few by much. Of the function of Ishigami, with three inputs, the
// first mu* comes to 11.9 instead of 7.7. With as many candidates as trajectories every point of the grid is equally
// likely, and mu and mu* are unbiased.
//
// It returns an error for options that make no design, for ranges that are not finite or upside down, and if the context
// ends.
//
// Sources: Morris (1991), Technometrics 33(2), for the design, mu and sigma; Campolongo, Cariboni & Saltelli (2007),
// Environmental Modelling & Software 22(10), for mu* and the choice of trajectories (see spreadTrajectories); Khare et
// al. (2015), ibid. 64, for how unevenly trajectories so chosen sample the levels.
func Morris(ctx context.Context, p *Problem, o MorrisOptions) ([]ElementaryEffects, error) {
	o = o.withDefaults()
	if err := o.check(); err != nil {
		return nil, err
	}
	if o.Groups == nil {
		o.Groups = singly(p.Inputs)
	}
	if err := checkPartition(o.Groups, p.Inputs); err != nil {
		return nil, err
	}
	varied, err := variedInputs(p.Inputs)
	if err != nil {
		return nil, err
	}
	d := morrisDesign{problem: p, varied: varied, levels: o.Levels}
	d.take(o.Groups)
	candidates := make([]trajectory, o.Candidates)
	for i := range candidates {
		candidates[i] = newTrajectory(newGenerator(o.Seed, sampling.ForTrajectories, i), d.groups, len(varied), o.Levels)
	}
	if d.trajectories, err = spreadTrajectories(ctx, candidates, o.Trajectories, o.workers()); err != nil {
		return nil, err
	}
	outputs, err := d.run(ctx, o.Run)
	if err != nil {
		return nil, err
	}
	return d.describe(ctx, outputs, o)
}

// variedInputs are the indices of the inputs that have a range.
func variedInputs(inputs []Input) ([]int, error) {
	var varied []int
	for i, input := range inputs {
		width := input.High - input.Low
		if !(width >= 0) || math.IsInf(width, 0) {
			return nil, fmt.Errorf("%s goes from %v to %v", input.Name, input.Low, input.High)
		}
		if width > 0 {
			varied = append(varied, i)
		}
	}
	return varied, nil
}

// morrisDesign is the trajectories that are run.
type morrisDesign struct {
	problem      *Problem
	varied       []int   // indices of the inputs that the trajectories are of
	groups       [][]int // those that move together, by their indices in varied
	of           []int   // index of each of these groups among all that were asked for
	single       []bool  // whether that group has one input
	trajectories []trajectory
	levels       int
}

// take notes what of each group varies; a group of which nothing does has no moves.
func (d *morrisDesign) take(groups []Group) {
	for g, group := range groups {
		var members []int
		for _, input := range group.Members {
			if i := slices.Index(d.varied, input); i >= 0 {
				members = append(members, i)
			}
		}
		if len(members) > 0 {
			d.groups, d.of, d.single = append(d.groups, members), append(d.of, g), append(d.single, len(group.Members) == 1)
		}
	}
}

// run returns the outputs at all points, trajectory by trajectory.
func (d *morrisDesign) run(ctx context.Context, r Run) ([][]float64, error) {
	points := len(d.groups) + 1
	return d.problem.evaluate(ctx, r, points*len(d.trajectories), func(_, j int, x []float64) {
		for i, input := range d.problem.Inputs {
			x[i] = input.Low
		}
		t := &d.trajectories[j/points]
		for i, input := range d.varied {
			u := float64(t.level(i, j%points)) / float64(d.levels-1)
			x[input] = float64((1-u)*d.problem.Inputs[input].Low) + float64(u*d.problem.Inputs[input].High) // the very ends at 0 and 1
		}
	})
}

// effects are those of a group on an output, by trajectory; without a sign where it has several inputs.
func (d *morrisDesign) effects(output []float64, group int) []float64 {
	first := d.groups[group][0]
	effects := make([]float64, len(d.trajectories))
	for i := range effects {
		t := &d.trajectories[i]
		before := i*(len(d.groups)+1) + t.index[first]
		moved := float64(t.end[first]-t.start[first]) / float64(d.levels-1)
		effects[i] = (output[before+1] - output[before]) / moved
		if !d.single[group] {
			effects[i] = math.Abs(effects[i])
		}
	}
	return effects
}

// describe says what the effects come to. It returns an error only if the context ends.
func (d *morrisDesign) describe(ctx context.Context, outputs [][]float64, o MorrisOptions) ([]ElementaryEffects, error) {
	all := make([]ElementaryEffects, len(outputs))
	for i := range all {
		n := len(o.Groups)
		all[i] = ElementaryEffects{make([]Interval, n), make([]float64, n), make([]float64, n)}
	}
	resamples := morrisResamples(o)
	err := parallel.Do(ctx, o.workers(), len(outputs)*len(d.groups), 1, func(_, item, _ int) {
		output, group := item/len(d.groups), item%len(d.groups)
		at, effects := d.of[group], d.effects(outputs[output], group)
		e := &all[output]
		e.MuStar[at] = meanSize(effects, resamples)
		e.Mu[at], e.Sigma[at] = math.NaN(), math.NaN()
		if d.single[group] {
			mean, squares := vector.MeanAndSquares(effects)
			e.Mu[at], e.Sigma[at] = mean, math.Sqrt(squares/float64(len(effects)-1))
		}
	})
	return all, err
}

// morrisResamples are the trajectories that each resample takes, the same for every input and output.
func morrisResamples(o MorrisOptions) [][]int {
	resamples := make([][]int, o.Resamples)
	for i := range resamples {
		random := newGenerator(o.Seed, sampling.ForBootstrap, i)
		resamples[i] = make([]int, o.Trajectories)
		for j := range resamples[i] {
			resamples[i][j] = random.IntN(o.Trajectories)
		}
	}
	return resamples
}

// meanSize is the mean of the effects' sizes, with its bootstrap interval.
func meanSize(effects []float64, resamples [][]int) Interval {
	sizes := make([]float64, len(effects))
	for i, effect := range effects {
		sizes[i] = math.Abs(effect)
	}
	means := make([]float64, len(resamples))
	for i, resample := range resamples {
		for _, j := range resample {
			means[i] += sizes[j]
		}
		means[i] /= float64(len(resample))
	}
	var scratch quantile.Scratch
	var ends [2]float64
	scratch.Quantiles(means, []float64{0.025, 0.975}, ends[:])
	return Interval{vector.Mean(sizes), ends[0], ends[1]}
}
