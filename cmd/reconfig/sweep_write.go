package main

import (
	"errors"
	"fmt"

	"reconfig/cmd/reconfig/draw"
	"reconfig/cmd/reconfig/report"
	"reconfig/data/parts"
	"reconfig/data/results"
	"reconfig/data/sweeptable"
	"reconfig/model/result"
	"reconfig/plots"
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
	err := results.WriteSweep(j.out, r, j.plan.Formats, draw.Paths(), func(emit func([]result.SweepRow) error) error {
		return j.sweep.Rows(read, func(rows []result.SweepRow) error {
			if env.canceled() != nil {
				return errSweepInterrupted
			}
			return emit(rows)
		})
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
	err := j.sweep.Rows(read, func(rows []result.SweepRow) error {
		s.Sweep.Rows = append(s.Sweep.Rows, rows...)
		return nil
	})
	if err != nil {
		return nil, err
	}
	d := draw.Data(s)
	page.show(&d)
	return drawFigures(env, d, plots.Figures(), draw.DefaultFormats(), false)
}

// print says what was written.
func (j *sweepJob) print(env *environment) {
	var files []string
	for _, format := range j.plan.Formats {
		files = append(files, sweeptable.File(format))
	}
	fmt.Fprintf(env.out, "Written to %s: %s with %s of %s at %s.\n", j.out, report.And(files), report.Count(j.sweep.RowCount(), "row", "rows"),
		report.Count(j.sweep.Runs(), "run", "runs"), report.Count(j.sweep.Points(), "point", "points"))
	report.WriteBaseline(env.out, j.input.BaselineStatementByBody())
	if n := j.sweep; !n.Exact() && !n.Heading().EachDraw {
		fmt.Fprintln(env.out, "Percentiles are from sketches, in which every value is right to one part in 1,024; means and standard deviations are exact.")
	}
	for _, f := range j.figures {
		if f.MediaType == plots.MediaType(draw.DefaultFormats()[0]) { // each figure once
			fmt.Fprintf(env.out, "%s  %s\n", f.Path, f.Title)
		}
	}
}
