package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"testing"

	"reconfig/data/parts"
	"reconfig/data/sweeptable"
	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim/sweep"
)

// TestEstimatesOfBytesAreWithinAFifth compares what a dry run says of the bytes with what is then written, in each format: of
// tables of statistics and of draws, and of the parts of a shard.
func TestEstimatesOfBytesAreWithinAFifth(t *testing.T) {
	dir := t.TempDir()
	writeCheap(t, "ccg-mergers-2018", filepath.Join(dir, "cheap"))
	const head = "case: ./cheap\nhorizon: 0.25\nsampler: random\nformats: [csv, parquet]\n"
	plans := []string{
		head + "draws: 0\nvary: {target.reduction: {from: 0.1, to: 0.5, steps: 60}, staff.cost: {from: 55, to: 70, steps: 25}}\n",
		head + "draws: 7000\nrows: draws\nstructures: [merger]\noutcomes: [structure_npv_k, net_benefit_k]\nvary: {target.reduction: [0.3, 0.5]}\n",
		head + "draws: 150\noutcomes: [net_benefit_k]\nvary: {staff.cost: {from: 55, to: 70, steps: 20}, target.reduction: {from: 0.1, to: 0.5, steps: 6}}\n",
		head + "vary: {all: lhs 2500}\noutcomes: [structure_npv_k, capacity_at_target]\n",
	}
	for i, text := range plans[:modeltest.ShortOrLong(3, len(plans))] {
		j := jobOf(t, filepath.Join(dir, fmt.Sprintf("plan-%d.yaml", i)), text)
		if err := j.run(quietEnvironment(t.Context()), &sweepOptions{outputOptions: outputOptions{noFigures: true, quiet: true}}); err != nil {
			t.Fatal(err)
		}
		for _, format := range j.plan.Formats {
			sample := quarterOf(t, j, sweeptable.IsPacked(format))
			bytes, ofPairs, err := j.bytesBySample(format, sample)
			if err != nil {
				t.Fatal(err)
			}
			nearSize(t, fmt.Sprintf("plan %d in %s", i, format), bytes, filepath.Join(j.out, sweeptable.File(result.SweepName, format)))
			if j.sweep.DifferenceCount() > 0 {
				nearSize(t, fmt.Sprintf("differences of plan %d in %s", i, format), ofPairs, filepath.Join(j.out, sweeptable.File(result.DifferencesName, format)))
			}
		}
	}
}

// quarterOf is a sample of a quarter of the sweep, or of what it takes of it at most.
func quarterOf(t *testing.T, j *sweepJob, dense bool) *sweep.Sample {
	t.Helper()
	sample, err := sweep.NewSample(j.input.Case, j.plan.Plan, dense)
	if err != nil {
		t.Fatal(err)
	}
	for more := true; more && len(sample.Rows()) < j.sweep.RowCount()/4; {
		if more, err = sample.Grow(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if len(sample.Rows()) > j.sweep.RowCount()/2 {
		t.Errorf("%d of %d rows show little of an estimate", len(sample.Rows()), j.sweep.RowCount())
	}
	return sample
}

// TestEstimateOfAShard does so for parts: of statistics, and of sketches.
func TestEstimateOfAShard(t *testing.T) {
	dir := t.TempDir()
	writeCheap(t, "ccg-mergers-2018", filepath.Join(dir, "cheap"))
	const head = "case: ./cheap\nhorizon: 0.25\nsampler: random\nstructures: [merger, status-quo]\noutcomes: [structure_npv_k]\n"
	for i, text := range []string{head + "draws: 30000\nvary: {target.reduction: [0.1, 0.3, 0.5]}\n", head + "draws: 70000\n"} {
		j := jobOf(t, filepath.Join(dir, fmt.Sprintf("plan-%d.yaml", i)), text)
		second := shard{number: 2, count: 2}
		content, _, _ := j.timePart(t.Context())
		bytes := j.partBytes(j.identity(second), len(content))
		if err := j.run(quietEnvironment(t.Context()), &sweepOptions{shard: second, outputOptions: outputOptions{quiet: true}}); err != nil {
			t.Fatal(err)
		}
		p, err := parts.Read(j.partFolder(second))
		if err != nil {
			t.Fatal(err)
		}
		defer p.Close()
		if n := p.Identity().End - p.Identity().First; n != 1 {
			t.Fatalf("the shard has %d parts", n)
		}
		nearSize(t, fmt.Sprintf("plan %d", i), bytes, filepath.Join(j.partFolder(second), "part-0000001"))
	}
}

func jobOf(t *testing.T, file, text string) *sweepJob {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	j, err := openSweep(quietEnvironment(t.Context()), file)
	if err != nil {
		t.Fatal(err)
	}
	j.out = file + ".out"
	return j
}

func quietEnvironment(ctx context.Context) *environment {
	return &environment{out: bufio.NewWriter(io.Discard), err: io.Discard, ctx: ctx}
}

// near expects an estimate within a fifth of the file's size.
func nearSize(t *testing.T, what string, estimate float64, file string) {
	t.Helper()
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	ratio := estimate / float64(info.Size())
	t.Logf("%s: %.0f bytes estimated, %d written, %+.1f %%", what, estimate, info.Size(), 100*(ratio-1))
	if math.Abs(ratio-1) > 0.2 {
		t.Errorf("%s: %.0f bytes are estimated, and %d were written", what, estimate, info.Size())
	}
}
