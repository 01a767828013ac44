package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/cluster"
	"reconfig/cmd/reconfig/draw"
	"reconfig/cmd/reconfig/report"
	"reconfig/data"
	"reconfig/data/folder"
	"reconfig/data/parts"
	"reconfig/data/plans"
	"reconfig/data/results"
	"reconfig/data/sweeptable"
	"reconfig/model/result"
	"reconfig/sim/sweep"
)

type sweepOptions struct {
	outputOptions
	shard  shard
	only   string
	expect string
	dryRun bool
}

func newSweepRunCommand(env *environment) *cobra.Command {
	var o sweepOptions
	cmd := &cobra.Command{
		Use:   "run PLAN",
		Short: "Run a plan, or go on with it",
		Long: `Runs a plan and writes a folder with ` + strings.Join(sweeptable.Files(result.SweepName), " or ") + `, differences of
pairs of structures, figures, and a datapackage.json that explains every column.
Finished parts are kept beside it. After Ctrl-C, a kill or a full disk the same
command goes on where it stopped, and ends with the same bytes. If the plan, the case
or the program has changed, it refuses and says what. A sweep has no Excel workbook,
because it may have more rows than Excel holds (1,048,576); a shorter sweep.csv opens
in Excel.

--shard 2/8 runs the second eighth, and keeps its parts in a folder of its own, for
“reconfig sweep gather” to join. --shard auto/8 takes the number from the engine that
started this task: Slurm, Kubernetes, AWS Batch, Google Batch, Cloud Run, PBS, Grid
Engine or LSF. “reconfig sweep slurm” and “sweep kubernetes” write files that do so.`,
		Example: `  reconfig sweep run plan.yaml --dry-run
  reconfig sweep run plan.yaml --out out/when-merge
  reconfig sweep run plan.yaml --shard 2/2 --quiet`,
		Args: cobra.ExactArgs(1),
		RunE: withPaths(func(args []string) error { return o.run(env, args[0]) }),
	}
	o.addFlags(cmd.Flags(), "(default: out/ and the plan's name)")
	cmd.Flags().Var(&o.shard, "shard", "run shard `i/n` only; auto/n for that of a cluster's task")
	cmd.Flags().StringVar(&o.only, "only", "", "`list` of the shards that tasks stand for, as 3,17, with --shard auto")
	cmd.Flags().StringVar(&o.expect, "expect", "", "refuse unless plan, case and program are those that `id` stands for; files for clusters have it")
	cmd.Flags().BoolVar(&o.dryRun, "dry-run", false, "say how many runs, how long and how many bytes, and run nothing")
	return cmd
}

func (o *sweepOptions) run(env *environment, file string) error {
	j, err := openSweep(env, file)
	if err != nil {
		return err
	}
	j.out = cmp.Or(o.out, usualOut(file))
	if err := j.check(o.expect); err != nil {
		return err
	}
	if err := o.shard.find(j.plan.Shards, o.only); err != nil {
		return err
	}
	if o.dryRun {
		if env.flags.json {
			return usagef("--json has no effect with --dry-run, which answers nothing")
		}
		return j.estimate(env, o)
	}
	if runs := j.sweep.Runs(); runs > manyRuns {
		env.warn("%s: see how long that takes with --dry-run", report.Count(runs, "run", "runs"))
	}
	if o.shard.count > 0 {
		return j.run(env, o)
	}
	done, err := j.checkFolder()
	if err != nil {
		return err
	}
	if !done {
		return j.run(env, o)
	}
	if err := j.sayDone(env, o.quiet); err != nil {
		return err
	}
	return j.forgetParts()
}

// usualOut is the folder of a plan's results, unless the user names one.
func usualOut(file string) string {
	return filepath.Join("out", strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)))
}

// sayDone says that there is nothing to do.
func (j *sweepJob) sayDone(env *environment, quiet bool) error {
	if quiet {
		return nil
	}
	return env.answer(report.Answer{Rest: []string{j.out + " is done already, by the same plan, case and program; delete it to have it made again."}})
}

// manyRuns is from how many runs on a user may have made a slip of the finger.
const manyRuns = 100_000_000

// checkFolder returns an error if the results have no place in their folder, and says whether they are there.
func (j *sweepJob) checkFolder() (done bool, err error) {
	if err := results.CheckSweepFolder(j.out, draw.Paths()); err != nil {
		return false, err
	}
	return j.isDone()
}

// isDone says whether the results of this very sweep are there. Those of another one are an error: they may have taken
// long.
func (j *sweepJob) isDone() (bool, error) {
	there := results.FinishedSweep(j.out)
	if there == nil {
		return false, nil
	}
	if differences := there.Inputs().SameInputs(j.identity(shard{})); len(differences) > 0 {
		return false, fmt.Errorf("%s holds the results of another sweep:\n  %s\nChoose another folder with --out, or delete that one", j.out, strings.Join(differences, "\n  "))
	}
	for _, format := range j.plan.Formats {
		if _, err := os.Stat(filepath.Join(j.out, sweeptable.File(result.SweepName, format))); err != nil {
			return false, nil
		}
	}
	return true, nil
}

// forgetParts removes the parts of a sweep that was stopped after its results were written.
func (j *sweepJob) forgetParts() error {
	dir := j.partFolder(shard{})
	if _, err := os.Stat(dir); err != nil {
		return nil
	}
	parts, err := parts.Open(dir, j.identity(shard{}))
	if err != nil {
		return err
	}
	return parts.Remove()
}

// sweepJob is a plan ready to run.
type sweepJob struct {
	plan  *plans.Plan
	input *data.Case
	sweep *sweep.Sweep
	out   string

	figures []results.File // that were drawn
	found   report.Answer  // what the rows say, once they are written
}

// openSweep reads a plan and its case.
func openSweep(env *environment, file string) (*sweepJob, error) {
	plan, c, err := plans.Open(file)
	if err != nil {
		return nil, listed(file, err, "Nothing was run")
	}
	return newSweepJob(env, plan, c)
}

func newSweepJob(env *environment, plan *plans.Plan, c *data.Case) (*sweepJob, error) {
	for _, w := range append(c.Warnings, plan.Warnings(c.Case)...) {
		env.warn("%s", w)
	}
	if err := checkCurrency(c, plan.Case, settledBy(plan), "“%s: …” below set in the plan"); err != nil {
		return nil, err
	}
	s, err := sweep.New(c.Case, plan.Plan)
	if err != nil {
		return nil, err
	}
	return &sweepJob{plan: plan, input: c, sweep: s}, nil
}

// identity is what the parts are parts of.
func (j *sweepJob) identity(s shard) parts.Identity {
	id := parts.IdentityOf(exactVersion(), j.input, j.plan)
	id.Parts, id.End = j.sweep.Parts(), j.sweep.Parts()
	if s.count > 0 {
		id.Shard, id.Shards = s.number, s.count
		id.First, id.End = j.sweep.Shard(s.number, s.count)
	}
	return id
}

// partFolder is where the parts are kept.
func (j *sweepJob) partFolder(s shard) string {
	if s.count == 0 {
		return j.out + ".parts"
	}
	return cluster.Folder(j.out, s.number, s.count)
}

// run runs the parts that are missing, and puts them together unless they are a shard.
func (j *sweepJob) run(env *environment, o *sweepOptions) (err error) {
	dir, open := j.partFolder(o.shard), parts.Open
	if o.shard.count > 0 {
		open = parts.OpenShared // a cluster may start a task twice
		if err := folder.CheckWritable(dir); err != nil {
			return err
		}
	}
	parts, err := open(dir, j.identity(o.shard))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, parts.Close()) }()
	if err := j.runParts(env, parts, o.quiet); err != nil {
		return err
	}
	if o.shard.count > 0 {
		if o.quiet {
			return nil
		}
		here := report.Answer{Rest: []string{fmt.Sprintf("Shard %s is in %s.", o.shard.String(), dir)}}
		return env.answerWithSteps(here, []step{{"When all are there:", []string{j.gatherCommand(o.shard.count)}}})
	}
	defer env.warnLater()()
	if err := j.write(env, parts.Read, &o.outputOptions); err != nil {
		return err
	}
	if err := j.say(env, o.quiet); err != nil {
		return err
	}
	return parts.Remove()
}

// runsOf is how many runs the parts of a shard have.
func (j *sweepJob) runsOf(id parts.Identity) int {
	runs := 0
	for part := id.First; part < id.End; part++ {
		runs += j.sweep.PartRuns(part)
	}
	return runs
}

// runParts runs what is missing.
func (j *sweepJob) runParts(env *environment, parts *parts.Parts, quiet bool) error {
	damaged, err := parts.ForgetDamaged()
	if err != nil {
		return err
	}
	if len(damaged) > 0 {
		env.warn("%s damaged, and made again", report.Count(len(damaged), "part is", "parts are"))
	}
	id, missing := parts.Identity(), parts.Missing()
	runs := j.runsOf(id)
	before := runs
	for _, part := range missing {
		before -= j.sweep.PartRuns(part)
	}
	p := newProgress(env, runs, before, quiet)
	defer p.stop()
	for _, part := range missing {
		content, err := j.sweep.RunPart(env.ctx, part, p.add)
		if err != nil {
			done := id.End - id.First - len(parts.Missing())
			return fmt.Errorf("interrupted with %d of %s done; the same command goes on from there", done, report.Count(id.End-id.First, "part", "parts"))
		}
		if err := parts.Write(part, content); err != nil {
			return err
		}
	}
	return nil
}
