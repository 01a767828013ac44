package main

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"time"

	"reconfig/cmd/reconfig/report"
	"reconfig/data/datapackage"
	"reconfig/data/parts"
	"reconfig/data/sweeptable"
	"reconfig/model/result"
	"reconfig/sim/sweep"
)

// sampleTime is how long a dry run takes samples, to see how long a run takes and how many bytes rows have. Tests take less.
var sampleTime = time.Second

// estimate says how many runs the sweep has, how long they take and how many bytes come of them.
func (j *sweepJob) estimate(env *environment, o *sweepOptions) error {
	of := o.shard
	sample, perRun, err := j.sample(env.ctx, false, 0)
	if err != nil {
		return err
	}
	s, sketch := j.sweep, 0
	if s.HasSketches() { // of which a part tells more than the few runs of a sample
		content, ofPart, whole := j.timePart(env.ctx)
		if env.canceled() != nil {
			return errInterrupted
		}
		if sketch = len(content); whole {
			perRun = ofPart
		}
	}
	fmt.Fprintf(env.out, "%s × %s = %s of %s, in %s\n", report.Count(s.Points(), "point", "points"), report.Count(s.Runs()/s.Points(), "draw", "draws"),
		report.Count(s.Runs(), "run", "runs"), report.Count(len(s.Structures()), "structure", "structures"), report.Count(s.Parts(), "part", "parts"))
	fmt.Fprintf(env.out, "about %s on this machine (%s runs a second)\n", lasting(perRun*float64(s.Runs())), report.Decimal(1/perRun, 0))
	if of.count > 0 {
		j.estimateShard(env, of, perRun, sketch)
	}
	fmt.Fprintln(env.out, j.estimateParts(sketch))
	var rows, differences strings.Builder
	for _, format := range j.plan.Formats {
		bytes, ofPairs, err := j.bytesIn(env.ctx, format, sample)
		if err != nil {
			return err
		}
		fmt.Fprintf(&rows, "; about %s in %s", sizeOf(bytes), sweeptable.File(result.SweepName, format))
		fmt.Fprintf(&differences, "; about %s in %s", sizeOf(ofPairs), sweeptable.File(result.DifferencesName, format))
	}
	if n := s.DifferenceCount(); n > 0 {
		fmt.Fprintf(env.out, "%s of %s of structures%s\n", report.Count(n, "row", "rows"), report.Count(s.Pairs(), "pair", "pairs"), differences.String())
	}
	fmt.Fprintf(env.out, "%s%s", report.Count(s.RowCount(), "row", "rows"), rows.String())
	further := datapackage.File + " comes"
	if j.isDrawn(o.noFigures) {
		further = datapackage.File + " and figures come"
	}
	fmt.Fprintf(env.out, "; %s on top\nnothing was run; without --dry-run the results go to %s\n", further, j.out)
	return nil
}

// estimateShard says the same of one shard, which leaves its parts.
func (j *sweepJob) estimateShard(env *environment, of shard, perRun float64, sketch int) {
	id := j.identity(of)
	runs := j.runsOf(id)
	fmt.Fprintf(env.out, "shard %s: %s of these, about %s and %s in its parts\n", of.String(), report.Count(runs, "run", "runs"), lasting(perRun*float64(runs)), sizeOf(j.partBytes(id, sketch)))
}

// longPart is how long a part may be run for, to see how many bytes it has and how much memory it takes.
const longPart = 20 * time.Second

// timePart runs a part, and says how long one of its runs takes in seconds, and whether there was time for the whole.
func (j *sweepJob) timePart(ctx context.Context) (content []byte, perRun float64, whole bool) {
	limited, stop := context.WithTimeout(ctx, longPart)
	defer stop()
	start := time.Now()
	content, err := j.sweep.RunPart(limited, 0, nil)
	return content, time.Since(start).Seconds() / float64(j.sweep.PartRuns(0)), err == nil
}

// estimateParts says how many files of how many bytes are kept until the results are written.
func (j *sweepJob) estimateParts(sketch int) string {
	id := j.identity(shard{})
	said := report.Count(id.Parts, "file", "files") + " of parts"
	if sketch > 0 || !j.sweep.HasSketches() {
		said += ", about " + sizeOf(j.partBytes(id, sketch)) + ","
	}
	if id.Parts == 1 {
		return said + " is kept until the results are written"
	}
	return said + " are kept until the results are written"
}

// partBytes is about how many bytes the parts of a shard have; sketches, as many as one of them.
func (j *sweepJob) partBytes(id parts.Identity, sketch int) (all float64) {
	for part := id.First; part < id.End; part++ {
		n := sketch
		if !j.sweep.HasSketches() {
			n = j.sweep.PartBytes(part)
		}
		all += float64(n + parts.TrailerBytes)
	}
	return all
}

// bytesIn is about how many bytes the table and that of differences have in a format, going by a sample, or a dense one where
// what repeats counts.
func (j *sweepJob) bytesIn(ctx context.Context, format string, sample *sweep.Sample) (rows, differences float64, err error) {
	if sweeptable.IsPacked(format) && !sample.Heading().EachDraw {
		if sample, _, err = j.sample(ctx, true, 0); err != nil {
			return 0, 0, err
		}
	}
	return j.bytesBySample(format, sample)
}

func (j *sweepJob) bytesBySample(format string, sample *sweep.Sample) (rows, differences float64, err error) {
	s, heading := j.sweep, sample.Heading()
	if rows, err = sweeptable.Bytes(format, heading, sample.Rows(), s.RowCount(), s.RowsAtPoint()); err != nil || heading.Differences == nil {
		return rows, 0, err
	}
	differences, err = sweeptable.Bytes(format, heading.Differences, sample.Differences(), s.DifferenceCount(), s.DifferenceCount()/s.Points())
	return rows, differences, err
}

// sample runs some of the sweep, and says how long a run takes on so many processors, 0 for all; see sweep.NewSample.
func (j *sweepJob) sample(ctx context.Context, dense bool, workers int) (s *sweep.Sample, secondsPerRun float64, err error) {
	if s, err = sweep.NewSample(j.input.Case, j.plan.Plan, dense); err != nil {
		return nil, 0, err
	}
	s.Workers = cmp.Or(workers, s.Workers)
	start := time.Now()
	for more := true; more && (s.Runs() == 0 || time.Since(start) < sampleTime); {
		if more, err = s.Grow(ctx); err != nil {
			return nil, 0, errInterrupted
		}
	}
	return s, time.Since(start).Seconds() / float64(s.Runs()), nil
}

// sizeOf writes a number of bytes as people say it.
func sizeOf(bytes float64) string {
	for _, unit := range []string{"bytes", "kB", "MB", "GB"} {
		if bytes < 1000 {
			return report.Significant(bytes) + " " + unit
		}
		bytes /= 1000
	}
	return report.Significant(bytes) + " TB"
}
