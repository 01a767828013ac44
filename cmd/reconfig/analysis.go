package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"reconfig/cmd/reconfig/report/analyses"
	"reconfig/data"
	"reconfig/data/results"
	"reconfig/model"
	"reconfig/model/result"
	"reconfig/model/spelling"
	"reconfig/plots"
	"reconfig/sim/analysis"
	"reconfig/sim/sampling"
	"reconfig/sim/uncertain"
)

// analysisOptions are the flags that every analysis has.
type analysisOptions struct {
	caseOptions
	drawOptions
	out       string
	formats   outputFormats
	noFigures bool
	quiet     bool
}

// defaultOutcome weighs money and capacity: what decides, unless the user asks for something else.
const defaultOutcome = "net_benefit_k"

func (o *analysisOptions) addAnalysisFlags(f *pflag.FlagSet) {
	o.caseOptions.addFlags(f)
	f.StringVar(&o.out, "out", "", "`DIR` to write the results to (default: out/, the case's name, the analysis and the structures it is about); an earlier analysis there is replaced")
	o.formats.addFormatFlag(f)
	f.BoolVar(&o.noFigures, "no-figures", false, "draw no figures")
	f.BoolVar(&o.quiet, "quiet", false, "print nothing but warnings and errors")
}

// analysisJob is an analysis about to be done.
type analysisJob struct {
	*analysisOptions
	method     string // as in “sensitivity sobol”
	simulation *simulation
	input      *data.Case
	setup      *analysis.Setup
	out        string

	warnings []string // that the user has seen
}

// open reads the case and makes it ready; nothing is run or written yet.
// Results go to a folder that is named after the method and what it is asked about, unless the user names one.
func (o *analysisOptions) open(env *environment, method string, structures, about []string) (*analysisJob, error) {
	if err := o.formats.check(); err != nil {
		return nil, err
	}
	m, err := o.caseOptions.open(env, structures)
	if err != nil {
		return nil, err
	}
	setup, err := analysis.New(m.input.Case, uncertain.Options{
		Sampler: o.sampler, Seed: o.seed, Draws: o.draws, Independent: o.independent, Base: m.draw, Fixed: m.set,
	})
	if err != nil {
		return nil, fmt.Errorf("%s: assumptions.csv: %w", m.input.Name, err)
	}
	setup.Map, setup.Horizon = m.engine.MapName(), m.engine.HorizonYears()
	j := &analysisJob{analysisOptions: o, method: method, simulation: m, input: m.input, setup: setup, out: o.out, warnings: m.warnings}
	if j.out == "" {
		words := append([]string{m.input.Name, strings.TrimPrefix(method, "sensitivity ")}, about...)
		j.out = filepath.Join("out", strings.Join(words, "-"))
	}
	return j, results.CheckAnalysisFolder(j.out, figurePaths())
}

// do analyses, draws, writes and prints.
func (j *analysisJob) do(env *environment, runs int, analyse func(context.Context, *analysis.Setup) (*result.Analysis, error), print func(analyses.Analysis)) error {
	p := newProgress(env, runs, 0, j.quiet)
	j.setup.Progress = p.add
	var left []string // out of the analysis, told when its progress no longer shows
	j.setup.Warn = func(w string) { left = append(left, w) }
	found, err := analyse(env.ctx, j.setup)
	p.stop()
	for _, w := range left {
		env.warn("%s", w)
	}
	j.warnings = append(j.warnings, left...)
	switch {
	case env.canceled() != nil:
		return errInterrupted
	case err != nil:
		return asUsage(err)
	}
	a := &results.Folder{Workbook: j.formats.workbook(), Provenance: ofAnalysis(j.simulation.provenance(env, &j.drawOptions, j.set, j.warnings), j.method, j.input.Structures)}
	a.Analysis = *found
	if len(a.Robustness) > 0 {
		a.Provenance.Focus = inQuestion(&a.Analysis)
	}
	if !j.noFigures {
		if a.Figures, err = drawFigures(env, figureData(a), plots.Figures(), j.formats.figures(), false); err != nil {
			return err
		}
	}
	if err := results.Write(j.out, a, figurePaths()); err != nil {
		return fmt.Errorf("cannot write the results, so %s is as it was: %w", j.out, err)
	}
	if j.quiet {
		return nil
	}
	print(j.report(&a.Analysis))
	fmt.Fprintf(env.out, "\nWritten to %s: %s.\n", j.out, written(a))
	return nil
}

// inQuestion lists the structures that a choice is between: those that are best in the mean at some worth of capacity,
// then those that lose least. Figures of a decision show them in colour, whatever the case puts in focus.
func inQuestion(a *result.Analysis) []string {
	var codes []string
	add := func(code string) {
		if !slices.Contains(codes, code) && len(codes) < model.MostInFocus {
			codes = append(codes, code)
		}
	}
	for _, r := range a.Acceptability {
		if r.Frontier == "yes" {
			add(r.Structure)
		}
	}
	for _, r := range a.Robustness {
		add(r.Structure)
	}
	return codes
}

// asUsage makes wrong usage of what the user can only mend in the command.
func asUsage(err error) error {
	var direction *analysis.NoDirectionError
	var endless *analysis.EndlessError
	var empty *analysis.EmptyError
	if errors.As(err, &direction) || errors.As(err, &endless) || errors.As(err, &empty) {
		return &usage{err}
	}
	return err
}

func (j *analysisJob) report(a *result.Analysis) analyses.Analysis {
	r := analyses.Analysis{
		Analysis: *a, Setting: j.input.Setting, Title: j.input.Title, Baseline: j.input.BaselineStatementByBody(), Map: j.setup.Map, HorizonYears: j.setup.Horizon, Settings: j.set, Draws: j.draws, Names: map[string]string{},
		WorthDrawn: slices.Contains(j.setup.Varied(), "capacity.value"),
	}
	for _, s := range j.input.Structures {
		r.Names[s.Code] = s.Name
	}
	return r
}

// outcomesNamed finds outcomes by their names.
func outcomesNamed(flag string, list []string) ([]result.Outcome, error) {
	names, err := codes(flag, list)
	if err != nil {
		return nil, err
	}
	var outcomes []result.Outcome
	for _, name := range names {
		o, ok := result.OutcomeByName(name)
		if !ok {
			return nil, usagef("%s: %w", flag, spelling.Unknown("outcome", name, result.OutcomeNames()))
		}
		outcomes = append(outcomes, o)
	}
	return outcomes, nil
}

// pair reads one structure or two from the arguments of a command.
func pair(args []string) (structure, against string, err error) {
	if len(args) == 2 {
		if args[0] == args[1] {
			return "", "", usagef("two different structures are needed; both are %s", args[0])
		}
		return args[0], args[1], nil
	}
	return args[0], "", nil
}

// named lists what pair gives, without what is empty.
func named(codes ...string) []string {
	return slices.DeleteFunc(codes, func(code string) bool { return code == "" })
}

// leastDecided is how few draws say too little to be analysed.
const leastDecided = 200

// addAnalysisDrawFlags adds the flags of analyses of draws.
func (o *analysisOptions) addAnalysisDrawFlags(f *pflag.FlagSet) {
	o.addDrawFlags(f, fmt.Sprintf(", at least %d", leastDecided))
}

// drawAtRandom makes random draws the default: for methods that look for patterns among the assumptions, of which even
// draws have some of their own.
func (o *analysisOptions) drawAtRandom(f *pflag.FlagSet) {
	flag := f.Lookup("sampler")
	flag.DefValue, o.sampler = sampling.Random, sampling.Random
}

// checkDraws returns an error unless there are draws to analyse.
func (o *analysisOptions) checkDraws() error {
	if err := o.check(); err != nil {
		return err
	}
	if o.draws < leastDecided {
		return usagef("--draws %d: expected at least %d", o.draws, leastDecided)
	}
	return nil
}

// checkVaried returns an error if every assumption is set.
func (j *analysisJob) checkVaried() error {
	if len(j.setup.Varied()) == 0 {
		return usagef("no uncertain assumption varies, as all are set: there is nothing to analyse")
	}
	return nil
}
