package main

import (
	"errors"
	"fmt"
	"slices"

	"reconfig/cmd/reconfig/draw"
	"reconfig/cmd/reconfig/report"
	"reconfig/cmd/reconfig/report/appraisal"
	"reconfig/cmd/reconfig/report/sweeps"
	"reconfig/data/parts"
	"reconfig/data/results"
	"reconfig/data/sweeptable"
	"reconfig/model/result"
	"reconfig/plots"
	"reconfig/sim/sweep"
)

// write puts the parts together into the sweep's folder.
func (j *sweepJob) write(env *environment, read func(part int) ([]byte, error), o *outputOptions) error {
	r := &results.Folder{Provenance: j.provenance()}
	r.Sweep = j.sweep.Heading()
	if j.isDrawn(o.noFigures) {
		var err error
		if r.Figures, err = j.draw(env, r.Provenance, &o.page, read); err != nil {
			if env.canceled() != nil {
				return errSweepInterrupted
			}
			return err
		}
	}
	j.figures = r.Figures
	count, eachDraw := j.newCount(), j.sweep.Heading().EachDraw // rows that are draws give no conclusion
	err := results.WriteSweep(j.out, r, j.plan.Formats, draw.Paths(), func(emit sweep.Emit) error {
		err := j.sweep.Rows(read, func(rows, differences []result.SweepRow) error {
			if env.canceled() != nil {
				return errSweepInterrupted
			}
			if !eachDraw {
				count.Add(rows, differences)
			}
			return emit(rows, differences)
		})
		if err != nil || eachDraw {
			return err
		}
		if j.found = count.Answer(); j.found.Table != nil {
			r.Analysis.Printed = j.found.Table.Lines
		}
		return nil
	})
	var damaged *parts.DamagedPartError
	switch {
	case errors.Is(err, errSweepInterrupted) || errors.As(err, &damaged):
		return err
	case err != nil:
		return fmt.Errorf("cannot write the results, so %s is as it was; the parts are kept, and the same command goes on from there: %w", j.out, err)
	}
	return nil
}

// isDrawn says whether figures are to be drawn.
func (j *sweepJob) isDrawn(noFigures bool) bool {
	return !noFigures && !j.sweep.Heading().EachDraw && j.sweep.RowCount() <= mostDrawnRows
}

var errSweepInterrupted = errors.New("interrupted while the results were written; the parts are kept, and the same command goes on from there")

// mostDrawnRows is how many rows may be held to draw figures of them.
const mostDrawnRows = 500_000

// provenance says where the sweep comes from. It holds nothing that shards or an interruption could change.
func (j *sweepJob) provenance() results.Provenance {
	p := results.SweepProvenanceOf(j.input, j.plan)
	madeBy(&p, "reconfig sweep run")
	p.Build, p.Plan.Text = exactVersion(), p.Plan.Canonical
	return p
}

// draw draws what there is to draw of the sweep.
func (j *sweepJob) draw(env *environment, p results.Provenance, page *pageOptions, read func(part int) ([]byte, error)) ([]results.File, error) {
	s := &results.Folder{Provenance: p}
	s.Sweep = j.sweep.Heading()
	held := j.sweep.DifferenceCount()*len(result.ShownPairStatistics)/len(result.PairStatistics) <= mostDrawnRows
	if !held {
		s.Sweep.Differences = nil
	}
	err := j.sweep.Rows(read, func(rows, differences []result.SweepRow) error {
		s.Sweep.Rows = append(s.Sweep.Rows, rows...)
		for _, row := range differences {
			if held && slices.Contains(result.ShownPairStatistics, row.Statistic) {
				s.Sweep.Differences.Rows = append(s.Sweep.Differences.Rows, row)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	d := draw.Data(s)
	page.show(&d)
	drawn, _, err := drawFigures(env, d, plots.Figures(), draw.DefaultFormats(), false)
	return drawn, err
}

// say prints what the sweep finds, unless the user wants it quiet.
func (j *sweepJob) say(env *environment, quiet bool) error {
	if quiet {
		return nil
	}
	return env.answer(j.answer())
}

// answer says what the sweep finds, and what was written.
func (j *sweepJob) answer() report.Answer {
	found := j.found
	found.Rest = append(found.Rest, fmt.Sprintf("Written to %s: %s with %s of %s at %s.", j.out, j.filesOf(result.SweepName), report.Count(j.sweep.RowCount(), "row", "rows"),
		report.Count(j.sweep.Runs(), "run", "runs"), report.Count(j.sweep.Points(), "point", "points")))
	if found.Table != nil {
		found.Rest = append(found.Rest, "The table above is in summary.csv.")
	}
	found.Rest = append(found.Rest, j.aboutDifferences()...)
	if baseline := j.input.BaselineStatementByBody(); baseline != "" {
		found.Rest = append(found.Rest, baseline)
	}
	if n := j.sweep; !n.Exact() && !n.Heading().EachDraw {
		found.Rest = append(found.Rest, "Percentiles are from sketches, in which every value is right to one part in 1,024; means and standard deviations are exact.")
	}
	for _, f := range j.figures {
		if f.MediaType == plots.MediaType(draw.DefaultFormats()[0]) { // each figure once
			found.Rest = append(found.Rest, f.Path+"  "+f.Title)
		}
	}
	return found
}

// aboutDifferences says where two structures are compared draw by draw.
func (j *sweepJob) aboutDifferences() []string {
	n := j.sweep.DifferenceCount()
	switch {
	case n > 0:
		return []string{fmt.Sprintf("Also %s with %s of %s of structures, draw by draw.", j.filesOf(result.DifferencesName), report.Count(n, "row", "rows"), report.Count(j.sweep.Pairs(), "pair", "pairs"))}
	case len(j.sweep.Structures()) > 1:
		return []string{"Each row is of one draw, the same under every structure: rows may be subtracted, and no table of differences is needed."}
	}
	return nil
}

// newCount makes a count of the sweep's rows.
func (j *sweepJob) newCount() *sweeps.Count {
	count := sweeps.NewCount(j.sweep.Heading(), report.Naming{Words: j.input.Words(), Structures: appraisal.StructureNames(j.input.Case), Labels: j.input.Labels()}, j.input.Properties)
	count.OfDraws(j.plan.Draws)
	if len(j.plan.Set) > 0 {
		count.OfSettings()
	}
	if j.plan.Hypercube > 0 {
		count.OfHypercube(j.plan.Correlated && len(j.input.Correlations) > 0)
	}
	return count
}

// filesOf lists the files that one of the sweep's tables is in.
func (j *sweepJob) filesOf(table string) string {
	var files []string
	for _, format := range j.plan.Formats {
		files = append(files, sweeptable.File(table, format))
	}
	return report.And(files)
}
