package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/draw"
	"reconfig/cmd/reconfig/report"
	"reconfig/cmd/reconfig/report/document"
	"reconfig/cmd/reconfig/report/document/html"
	"reconfig/cmd/reconfig/report/live"
	"reconfig/cmd/reconfig/web/packed"
	"reconfig/data/folder"
	"reconfig/data/results"
	"reconfig/model/result"
	"reconfig/sim/analysis"
	"reconfig/sim/debt"
)

type reportOptions struct {
	caseOptions
	drawOptions
	structures []string
	out        string
	noModel    bool
	quiet      bool
}

func newReportCommand(env *environment) *cobra.Command {
	var o reportOptions
	cmd := &cobra.Command{
		Use:   "report",
		Short: "Write a report of a case: one file, to be read in any browser, printed and passed on",
		Long: `Runs every structure of a case as “run” does, asks what “decide” asks of net benefit, and
writes one HTML file that holds

  the question     the case, the target, the structures, what was set
  the answer       the sentences that “run” prints, and its table, sortable
  figures          with a text alternative each
  what would turn the answer: switching values, and what it is worth to know more
  who gains and who loses
  what not to conclude
  how it was made  hashes, version, command, seed, warnings
  data             CSV files inside the page, saved by a click
  assumptions      with range, strength of evidence and sources

The file needs nothing else: no server, no network, no script. It loads nothing and
sends nothing, so it can be mailed or put on a web site as it is. It prints on A4.

The file carries the simulator, for a reader who asks “what if”: fields beside the report
change levers and what moves the answer most, and a browser of 2023 or later computes the
report again. That makes the file 5 MB larger; --no-model leaves it out. A program that
was built by “go build” alone has no such simulator; “make build” has.

The choice is analysed with 200 draws or more. With fewer the report has the values at
which the order of the two best changes, and no value of information.

The same case, options and seed give the same bytes. The file appears whole or not at
all. It replaces an earlier report there, and leaves any other file alone.`,
		Example: `  reconfig report
  reconfig report --case england-icb-2025 --draws 2000 --out icb.html
  reconfig report --structure status-quo,merger,hub-and-sectors --set target.reduction=0.3 --draws 1000 --out out/thirty.html`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return outcome(o.write(env)) },
	}
	o.caseOptions.addFlags(cmd.Flags())
	o.drawOptions.addFlags(cmd.Flags())
	cmd.Flags().StringSliceVar(&o.structures, "structure", nil, "`CODES` of the structures to compare, separated by commas (default: all)")
	addPath(cmd.Flags(), &o.out, "out", "", "`FILE` to write, which ends in .html (default: out/, the case's name and .html)")
	cmd.Flags().BoolVar(&o.noModel, "no-model", false, "leave the simulator out of the file, which can then be read but not asked")
	cmd.Flags().BoolVar(&o.quiet, "quiet", false, "print nothing but warnings and errors")
	return cmd
}

// write simulates, analyses, and writes the file.
func (o *reportOptions) write(env *environment) error {
	s, err := o.ready(env)
	if err != nil {
		return err
	}
	if o.out == "" {
		o.out = filepath.Join("out", s.input.Name+".html")
	}
	if err := checkReportFile(o.out); err != nil {
		return err
	}
	m, err := o.make(env, s)
	if err != nil {
		return err
	}
	l, err := o.live(env, m)
	if err != nil {
		return err
	}
	page, err := html.Page(m.report, l)
	if err != nil {
		return err
	}
	return o.deliver(env, m, page)
}

// mostDrawsInBrowser is how far ranges are refined in a reader's browser, which has one processor for it.
const mostDrawsInBrowser = 2000

// live is what the page holds so that its reader can ask it; nil where that is not wanted, or not there.
func (o *reportOptions) live(env *environment, m *madeReport) (*html.Live, error) {
	if o.noModel || len(packed.Program) == 0 {
		return nil, nil
	}
	model, err := o.askable(env, m.drawnCase, m.report, live.EngineWASM, stepsTo(min(o.draws, mostDrawsInBrowser))...)
	if err != nil {
		return nil, err
	}
	return asked(model, html.WASM(packed.Program, packed.Support, packed.Licences), live.Answer(m.Drawn))
}

// ready reads the flags that need no case, and opens the case.
func (o *reportOptions) ready(env *environment) (*simulation, error) {
	structures, err := codes("--structure", o.structures)
	if err != nil {
		return nil, err
	}
	o.structures = structures
	if err := o.check(); err != nil {
		return nil, err
	}
	return o.open(env, structures)
}

// madeReport is a report that was made, and what it was made from.
type madeReport struct {
	*drawnCase
	report    document.Report
	found     *results.Folder
	plan      *debt.Plan
	unsettled []string // warnings of draws that are too few
}

// make simulates, analyses, and makes the report. What could not be drawn is told.
func (o *reportOptions) make(env *environment, s *simulation) (*madeReport, error) {
	s.warnOfPairs(env)
	d, err := s.draw(env, &o.drawOptions, o.quiet)
	if err != nil {
		return nil, err
	}
	first, second := d.Report.Leaders()
	if err := d.findTurning(env, first, second); err != nil {
		return nil, err
	}
	j, choice, err := o.choice(env, d)
	if err != nil {
		return nil, err
	}
	m := &madeReport{drawnCase: d, unsettled: d.Report.Unsettled(""), plan: debt.Work(d.input.Case)}
	m.found = d.results(d.provenance(env, &o.drawOptions, slices.Concat(j.warnings, m.unsettled)), m.plan)
	if err := working(env, "drawing figures", o.quiet, func() (err error) {
		m.report, err = document.Make(d.Document(madeOf(&m.found.Provenance), j.report(choice)))
		return err
	}); err != nil {
		return nil, err
	}
	if env.canceled() != nil {
		return nil, errInterrupted
	}
	for _, fault := range m.report.Faults {
		env.warn("not drawn: %v", fault)
	}
	if len(m.report.Lacking) > 0 {
		env.warn("%v", &draw.LackingError{Letters: m.report.Lacking})
	}
	return m, nil
}

// deliver writes the page and prints what it says first.
func (o *reportOptions) deliver(env *environment, m *madeReport, page []byte) error {
	if err := folder.WriteFile(o.out, page); err != nil {
		return fmt.Errorf("cannot write the report, so %s is as it was: %w", o.out, err)
	}
	if !o.quiet {
		a := m.answer(m.found.Summary, m.plan)
		a.Rest = append(a.Rest, fmt.Sprintf("Written to %s, one file of %s kB that any browser opens.", o.out, report.Decimal(float64(len(page))/1000, 0)))
		if !o.noModel && len(packed.Program) == 0 {
			a.Rest = append(a.Rest, "It can be read but not asked: this program was built without the simulator for browsers, which “make build” adds.")
		}
		if err := env.answer(a); err != nil {
			return err
		}
	}
	m.warnUnsettled(env)
	return nil
}

// warnUnsettled warns of draws that are too few.
func (m *madeReport) warnUnsettled(env *environment) {
	for _, w := range m.unsettled {
		env.warn("%s", w)
	}
}

// choice analyses which structure to choose on net benefit, as decide does, where there are several and enough draws. Else it
// has what alone turns the order of the two best.
func (o *reportOptions) choice(env *environment, d *drawnCase) (*analysisJob, *result.Analysis, error) {
	options := &analysisOptions{caseOptions: o.caseOptions, drawOptions: o.drawOptions, outputOptions: outputOptions{quiet: o.quiet}}
	setup, err := d.Setup(o.drawing())
	if err != nil {
		return nil, nil, fmt.Errorf("%s: assumptions.csv: %w", d.input.Name, err)
	}
	j := &analysisJob{analysisOptions: options, simulation: d.simulation, setup: setup}
	ask, asked := d.Choice(o.drawing(), setup)
	if !asked {
		return j, &result.Analysis{Switching: d.Report.Turning}, nil
	}
	found, err := j.analyse(env, study{
		runs:    func(*analysis.Setup) int { return ask.Draws },
		analyse: func(ctx context.Context, s *analysis.Setup) (*result.Analysis, error) { return s.Decide(ctx, ask) },
	})
	return j, found, err
}

// madeOf says how a report came about, by what results say of themselves.
func madeOf(p *results.Provenance) document.Made {
	return document.Made{
		Program: p.Program, Commit: p.Commit, Command: p.Command, CaseName: p.Case.Name, CaseHash: p.Case.Hash, Files: p.Case.Files, Map: p.Map, HorizonYears: p.HorizonYears,
		Draws: p.Draws, Seed: p.Seed, Sampler: p.Sampler, Correlated: p.Correlated, Settings: p.Set, Values: p.Draw, Warnings: p.Warnings, Attribution: p.Attribution,
	}
}

// checkReportFile returns an error for a file that is no page, that cannot be written, or that is there and no report: it may be
// somebody's work.
func checkReportFile(file string) error {
	if ext := strings.ToLower(filepath.Ext(file)); ext != ".html" && ext != ".htm" {
		return usagef("--out %s: expected a file that ends in .html", file)
	}
	if err := folder.CheckFile(file); err != nil {
		return err
	}
	if _, err := folder.Stat(file); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	start, err := folder.ReadStart(file, startOfReport)
	if err != nil {
		return err
	}
	if !bytes.Contains(start, []byte(html.Mark)) {
		return fmt.Errorf("%s is there and is no report of this program; choose another name", file)
	}
	return nil
}

// startOfReport is within how many bytes a report says that it is one.
const startOfReport = 4096
