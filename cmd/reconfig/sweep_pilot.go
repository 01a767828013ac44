package main

import (
	"context"
	"fmt"
	"math"
	"runtime"
	"time"

	"reconfig/cmd/reconfig/cluster"
	"reconfig/cmd/reconfig/report"
	"reconfig/data/sweeptable"
	"reconfig/model/plan"
	"reconfig/model/result"
	"reconfig/sim/sweep"
)

// pilot is what a short run of a sweep on this machine says of the whole.
type pilot struct {
	runs        int     // that it made to see how long they take
	perRun      float64 // seconds on one processor
	memory      float64 // bytes of this program with a part at work
	parts       float64 // bytes of all parts
	tables      float64 // bytes of the results' tables
	writing     float64 // seconds to write the tables, without reading the parts
	largestPart int     // runs
}

// pilot runs some of the sweep on one processor, and then a part as a task would.
func (j *sweepJob) pilot(ctx context.Context, cpus int) (*pilot, error) {
	sample, perRun, err := j.sample(ctx, false, 1)
	if err != nil {
		return nil, err
	}
	p := &pilot{runs: sample.Runs(), perRun: perRun, largestPart: j.sweep.PartRuns(0)}
	if err := j.pilotTables(ctx, sample, p); err != nil {
		return nil, err
	}
	return p, j.pilotPart(ctx, cpus, p)
}

// pilotTables writes the sample's rows in each format, to see how long that takes and how many bytes come of it.
func (j *sweepJob) pilotTables(ctx context.Context, sample *sweep.Sample, p *pilot) error {
	written := float64(len(sample.Rows()) + len(sample.Differences()))
	for _, format := range j.plan.Formats {
		start := time.Now()
		if _, _, err := j.bytesBySample(format, sample); err != nil {
			return err
		}
		p.writing += time.Since(start).Seconds() / written * float64(j.sweep.RowCount()+j.sweep.DifferenceCount())
		rows, differences, err := j.bytesIn(ctx, format, sample)
		if err != nil {
			return err
		}
		p.tables += rows + differences
	}
	return nil
}

// pilotPart runs a part, or as much of it as there is time for, to see its memory and its bytes.
func (j *sweepJob) pilotPart(ctx context.Context, cpus int, p *pilot) error {
	j.sweep.Workers = cpus
	content, perRun, whole := j.timePart(ctx)
	if ctx.Err() != nil {
		return errInterrupted
	}
	if whole { // which tells more than the few runs of a sample
		p.runs, p.perRun = p.runs+p.largestPart, perRun*float64(min(cpus, runtime.GOMAXPROCS(0)))
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	const ofProgram = 40 << 20 // its code and constants, which the Go runtime does not count
	p.memory = float64(m.Sys) + ofProgram
	switch {
	case !j.sweep.HasSketches():
		p.parts = j.partBytes(j.identity(shard{}), 0)
	case whole:
		p.parts = j.partBytes(j.identity(shard{}), len(content))
	default: // only a whole one shows how long it is
		p.parts = math.NaN()
	}
	return nil
}

const (
	taskSeconds  = 600 // about what a task should take: starting one costs seconds, and a failed one is lost
	timeMargin   = 3   // how many times the estimated time is asked for; nodes may be slower than this machine
	memoryMargin = 2   // likewise

	stepMinutes, stepMegabytes = 10, 256 // what is asked for comes in steps of these
)

// shards is how many shards of about ten minutes the sweep has.
func (j *sweepJob) shards(p *pilot, cpus int) int {
	wanted := math.Ceil(p.perRun * float64(j.sweep.Runs()) / float64(cpus) / taskSeconds)
	return max(1, min(int(wanted), plan.MaxShards, j.sweep.Parts()))
}

// taskTime is how long the longest of so many shards takes.
func (j *sweepJob) taskTime(p *pilot, shards, cpus int) float64 {
	parts := (j.sweep.Parts() + shards - 1) / shards
	return p.perRun * float64(min(parts*p.largestPart, j.sweep.Runs())) / float64(cpus)
}

// gatherSize is what joining the shards needs: all parts are read once for the tables, once for the figures and once for what is
// printed, and figures are drawn of rows that are held.
func (j *sweepJob) gatherSize(p *pilot, cpus int) cluster.Size {
	const bytesRead = 20 << 20 // a second, of a busy file system
	read := p.parts
	if math.IsNaN(read) {
		read = 0
	}
	held := 0.0
	if j.isDrawn(false) {
		const row = 300 // bytes besides its numbers
		h := j.sweep.Heading()
		held = float64(j.sweep.RowCount()+min(j.sweep.DifferenceCount(), mostDrawnRows)) * float64(8*(len(h.Varied)+len(h.Outcomes))+row)
	}
	return requested(cpus, 60+3*read/bytesRead+2*p.writing, p.memory+held+256<<20)
}

// requested is what is asked for, with a margin, in round numbers.
func requested(cpus int, seconds, memory float64) cluster.Size {
	return cluster.Size{
		CPUs:     cpus,
		Time:     time.Duration(math.Ceil(timeMargin*seconds/60/stepMinutes)) * stepMinutes * time.Minute,
		MemoryMB: int(math.Ceil(memoryMargin*memory/(1<<20)/stepMegabytes)) * stepMegabytes,
	}
}

// about says what the pilot run showed, a sentence each.
func (j *sweepJob) about(p *pilot, shards, cpus int) []string {
	files := j.sweep.Parts() + 2*shards // each has its identity and its lock
	bytes := "of a size that is not known"
	if !math.IsNaN(p.parts) {
		bytes = "of about " + sizeOf(p.parts)
	}
	return []string{
		fmt.Sprintf("A pilot of %s (%s/%s): %s a second on one processor, %s of memory.", report.Count(p.runs, "run", "runs"), runtime.GOOS, runtime.GOARCH,
			report.Count(int(1/p.perRun), "run", "runs"), sizeOf(p.memory)),
		fmt.Sprintf("%s in %s: about %s of one processor.", report.Count(j.sweep.Runs(), "run", "runs"), report.Count(j.sweep.Parts(), "part", "parts"), lasting(p.perRun*float64(j.sweep.Runs()))),
		fmt.Sprintf("A task runs one shard: about %s. By default it is given at least %d times that and %d times the memory, for slower machines, in steps of %d minutes and %d MB.",
			lasting(j.taskTime(p, shards, cpus)), timeMargin, memoryMargin, stepMinutes, stepMegabytes),
		fmt.Sprintf("Shards leave %s %s. Gathered, %s of about %s.", report.Count(files, "file", "files"), bytes, tableNames(j.plan.Formats, j.sweep.DifferenceCount() > 0), sizeOf(p.tables)),
	}
}

// tableNames names the files of the results' tables.
func tableNames(formats []string, differences bool) string {
	var names []string
	for _, format := range formats {
		names = append(names, sweeptable.File(result.SweepName, format))
		if differences {
			names = append(names, sweeptable.File(result.DifferencesName, format))
		}
	}
	return report.And(names)
}
