package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"

	"reconfig/cmd/reconfig/draw"
	"reconfig/cmd/reconfig/report"
	"reconfig/cmd/reconfig/report/analyses"
	"reconfig/cmd/reconfig/report/appraisal"
	"reconfig/data/results"
	"reconfig/model/result"
	"reconfig/plots"
	"reconfig/sim/analysis"
	"reconfig/sim/sampling"
)

// analysisOptions are the flags that every analysis has.
type analysisOptions struct {
	caseOptions
	drawOptions
	outputOptions
}

// defaultOutcome weighs money and capacity: what decides, unless the user asks for something else.
var defaultOutcome = plots.DefaultOutcome.String()

func (o *analysisOptions) addAnalysisFlags(f *pflag.FlagSet) {
	o.caseOptions.addFlags(f)
	o.outputOptions.addFlags(f, analysisFolder)
	o.formats.addFlag(f)
}

// analysisFolder is a remark on the folder of an analysis, for help.
const analysisFolder = "(default: out/, the case's name, the analysis and the structures it is about); an earlier analysis there is replaced"

// do answers what is asked of a method: it opens the case, analyses, draws, writes and prints.
func (o *analysisOptions) do(env *environment, m method, q study) (err error) {
	j, err := o.open(env, m, q)
	if err != nil {
		return err
	}
	if q.prepare != nil {
		if err := q.prepare(j); err != nil {
			return err
		}
	}
	found, err := j.analyse(env, q)
	if err != nil {
		return err
	}
	if q.save != nil {
		if failed := q.save(j.setup); failed != nil { // the tables are worth having all the same
			defer func() { err = errors.Join(fmt.Errorf("the case was not saved: %w", failed), err) }()
		}
	}
	if env.canceled() != nil {
		j.stopped = true
		return j.keep(env, m, q, found, "interrupted: these are the best that were found by then, without figures")
	}
	if err := j.deliverAnalysis(env, m, q, found); !q.keeps || !errors.Is(err, errInterrupted) {
		return err
	}
	return j.keep(env, m, q, found, "interrupted after the search had ended: figures are missing, the tables are whole")
}

// keep writes what was found before the user interrupted, and says so in text, in the folder and by the error.
func (j *analysisJob) keep(env *environment, m method, q study, found *result.Analysis, why string) error {
	env.warn("%s", why)
	j.warnings = append(j.warnings, why)
	j.noFigures = true
	if err := j.deliverAnalysis(env.undisturbed(), m, q, found); err != nil {
		return err
	}
	return fmt.Errorf("interrupted; what was found by then is in %s", j.out)
}

// deliverAnalysis draws, writes and prints what was found.
func (j *analysisJob) deliverAnalysis(env *environment, m method, q study, found *result.Analysis) error {
	r := j.results(env, m, found)
	return j.deliver(env, j.out, r, func() report.Answer { return q.answer(j.report(&r.Analysis)) })
}

// analysisJob is an analysis about to be done.
type analysisJob struct {
	*analysisOptions
	*simulation
	setup   *analysis.Setup
	out     string
	stopped bool // the method was interrupted and gave what it had found by then
}

// open reads the case and makes it ready; nothing is run or written yet.
// Results go to a folder that is named after the method and what it is asked about, unless the user names one.
func (o *analysisOptions) open(env *environment, m method, q study) (*analysisJob, error) {
	if err := o.checkFigures(); err != nil {
		return nil, err
	}
	s, err := o.caseOptions.open(env, q.structures)
	if err != nil {
		return nil, err
	}
	setup, err := s.Setup(o.drawing())
	if err != nil {
		return nil, fmt.Errorf("%s: assumptions.csv: %w", s.input.Name, err)
	}
	j := &analysisJob{analysisOptions: o, simulation: s, setup: setup, out: o.out}
	if j.out == "" {
		words := append([]string{s.input.Name, m.name}, q.about...)
		j.out = filepath.Join("out", strings.Join(words, "-"))
	}
	return j, results.CheckAnalysisFolder(j.out, draw.Paths())
}

// analyse runs the method. What it warns of is told when its progress no longer shows.
func (j *analysisJob) analyse(env *environment, q study) (*result.Analysis, error) {
	p := newProgress(env, q.runs(j.setup), 0, j.quiet)
	j.setup.Progress, j.setup.Phase = p.add, p.phase
	if q.keeps {
		keeps(env.ctx)
	}
	var left []string
	j.setup.Warn = func(w string) { left = append(left, w) }
	found, err := q.analyse(env.ctx, j.setup)
	p.stop()
	for _, w := range left {
		env.warn("%s", w)
	}
	j.warnings = append(j.warnings, left...)
	switch {
	case env.canceled() == nil:
		return found, asUsage(err)
	case found != nil && q.keeps:
		return found, asUsage(err)
	}
	return nil, errInterrupted
}

// results gathers what goes into the results' folder.
func (j *analysisJob) results(env *environment, m method, found *result.Analysis) *results.Folder {
	r := &results.Folder{Provenance: j.provenance(env, &j.drawOptions, j.warnings)}
	r.Analysis = *found
	r.Provenance.Method, r.Provenance.Names = m.title(), appraisal.StructureNames(j.input.Case)
	return r
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

// report is what is printed of the analysis.
func (j *analysisJob) report(a *result.Analysis) analyses.Analysis {
	r := j.Analysis(a, j.setup, j.draws)
	r.Stopped = j.stopped
	return r
}

// addAnalysisDrawFlags adds the flags of analyses of draws.
func (o *analysisOptions) addAnalysisDrawFlags(f *pflag.FlagSet) {
	o.addDrawFlags(f, fmt.Sprintf(", at least %d", appraisal.LeastDecided))
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
	if o.draws < appraisal.LeastDecided {
		return usagef("--draws %d: expected at least %d", o.draws, appraisal.LeastDecided)
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
