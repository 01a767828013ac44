package main

import (
	"context"
	"fmt"
	"time"

	"reconfig/cmd/reconfig/report"
	"reconfig/data/sweeptable"
	"reconfig/model/result"
	"reconfig/sim/sweep"
)

// sampleTime is how long the sample of a dry run is run again and again, to see how long a run takes.
const sampleTime = time.Second

// estimate says how many runs the sweep has, how long they take and how many bytes come of them.
func (j *sweepJob) estimate(env *environment, of shard) error {
	sample, err := sweep.New(j.input.Case, sweep.Sample(j.plan.Plan))
	if err != nil {
		return err
	}
	content, perRun, err := timeRuns(env.ctx, sample)
	if err != nil {
		return errInterrupted
	}
	s := j.sweep
	fmt.Fprintf(env.out, "%s × %s = %s of %s, in %s\n", report.Count(s.Points(), "point", "points"), report.Count(s.Runs()/s.Points(), "draw", "draws"),
		report.Count(s.Runs(), "run", "runs"), report.Count(len(s.Structures()), "structure", "structures"), report.Count(s.Parts(), "part", "parts"))
	fmt.Fprintf(env.out, "about %s on this machine (%s runs a second)\n", lasting(perRun*float64(s.Runs())), report.Decimal(1/perRun, 0))
	if of.count > 0 {
		runs := j.runsOf(j.identity(of))
		fmt.Fprintf(env.out, "shard %s: %s of these, about %s\n", of.String(), report.Count(runs, "run", "runs"), lasting(perRun*float64(runs)))
	}
	fmt.Fprintf(env.out, "%s", report.Count(s.RowCount(), "row", "rows"))
	rows, err := sampleRows(sample, content)
	if err != nil {
		return err
	}
	for _, format := range j.plan.Formats {
		bytes, err := sweeptable.RowBytes(format, sample.Heading(), rows)
		if err != nil {
			return err
		}
		fmt.Fprintf(env.out, "; about %s in %s", sizeOf(bytes*float64(s.RowCount())), sweeptable.File(format))
	}
	fmt.Fprintf(env.out, "\nnothing was run; without --dry-run the results go to %s\n", j.out)
	return nil
}

// timeRuns runs a sweep of one part until it is clear how long a run takes.
func timeRuns(ctx context.Context, s *sweep.Sweep) (content [][]byte, secondsPerRun float64, err error) {
	start, runs := time.Now(), 0
	for runs == 0 || time.Since(start) < sampleTime {
		content = nil
		for part := range s.Parts() {
			c, err := s.RunPart(ctx, part, nil)
			if err != nil {
				return nil, 0, err
			}
			content = append(content, c)
		}
		runs += s.Runs()
	}
	return content, time.Since(start).Seconds() / float64(runs), nil
}

// sampleRows are the rows of a sample.
func sampleRows(s *sweep.Sweep, content [][]byte) ([]result.SweepRow, error) {
	var all []result.SweepRow
	err := s.Rows(func(part int) ([]byte, error) { return content[part], nil }, func(rows []result.SweepRow) error {
		all = append(all, rows...)
		return nil
	})
	return all, err
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
