package main

import (
	"cmp"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/cluster"
	"reconfig/cmd/reconfig/report"
	"reconfig/data/parts"
	"reconfig/model/plan"
	"reconfig/sim/parallel"
)

type statusOptions struct {
	out    string
	shards count
}

func newSweepStatusCommand(env *environment) *cobra.Command {
	var o statusOptions
	cmd := &cobra.Command{
		Use:   "status PLAN",
		Short: "Say which shards are done, running, missing or damaged",
		Long: `Reads the parts that shards have left, and says which shards are done, running, missing
or damaged, and how those that are not done are submitted again, and only those. It asks
no engine and no accounting, so it works wherever the folder of the results is seen.

A shard is running if a process that works in it gave a sign of life in the last two
minutes. One that was killed on another machine shows as running for so long. What
other machines wrote in the last minute a network file system may not show yet.`,
		Example: `  reconfig sweep status plan.yaml
  reconfig sweep status plan.yaml --shards 100 --json`,
		Args: cobra.ExactArgs(1),
		RunE: withPaths(func(args []string) error { return o.tell(env, args[0]) }),
	}
	addPath(cmd.Flags(), &o.out, "out", "", "`DIR` of the results (default: out/ and the plan's name)")
	o.shards.most = plan.MaxShards
	cmd.Flags().Var(&o.shards, "shards", "`NUMBER` of shards that the sweep has (default: the plan's, else what the folders say)")
	return cmd
}

func (o *statusOptions) tell(env *environment, file string) error {
	j, err := openSweep(env, file)
	if err != nil {
		return err
	}
	j.out = cmp.Or(o.out, usualOut(file))
	s := &sweepStatus{job: j, plan: file}
	s.gathered, s.noPlace = j.isDone()
	if s.shards, err = j.shardsThere(env, cmp.Or(o.shards.number, j.plan.Shards)); err != nil {
		return err
	}
	if err := s.look(env); err != nil {
		return err
	}
	return s.say(env)
}

var shardFolder = regexp.MustCompile(regexp.QuoteMeta(cluster.Mark) + `[0-9]+-of-([0-9]+)$`)

// shardsThere is how many shards the sweep has: as many as are asked for, else as the folders there are say; 0 if it is not shared
// out. Where more are asked for than have parts, files for clusters have as many as do, so that folders of so many need not be there.
func (j *sweepJob) shardsThere(env *environment, asked int) (int, error) {
	counts, err := shardCounts(j.out)
	switch {
	case err != nil:
		return 0, err
	case asked > 0 && slices.Contains(counts, asked):
		return asked, nil
	case asked > 0:
		return j.withoutEmpty(env, asked), nil
	case len(counts) > 1:
		return 0, usagef("%s has been shared out in several ways, into %s shards; say which is meant with --shards", j.out, report.And(texts(counts)))
	}
	return append(counts, 0)[0], nil
}

// shardCounts are the numbers of shards that folders say they are of, the smallest first.
func shardCounts(out string) ([]int, error) {
	names, err := filepath.Glob(globbed(out) + cluster.Mark + "*")
	if err != nil {
		return nil, err
	}
	var counts []int
	for _, name := range names {
		if m := shardFolder.FindStringSubmatch(name); m != nil {
			n, err := strconv.Atoi(m[1])
			if err == nil && n > 0 && n <= plan.MaxShards && !slices.Contains(counts, n) {
				counts = append(counts, n)
			}
		}
	}
	slices.Sort(counts)
	return counts, nil
}

// globbed is a path in a pattern, in which no letter stands for others.
func globbed(path string) string {
	if runtime.GOOS == "windows" {
		return path // where a backslash cannot take a letter's meaning away
	}
	return regexp.MustCompile(`[*?[\\]`).ReplaceAllString(path, `\$0`)
}

func texts(numbers []int) []string {
	all := make([]string, len(numbers))
	for i, n := range numbers {
		all[i] = strconv.Itoa(n)
	}
	return all
}

// sweepStatus is how far a sweep is.
type sweepStatus struct {
	job      *sweepJob
	plan     string
	shards   int           // 0: it is not shared out
	gathered bool          // the results are there
	noPlace  error         // those of another sweep are in their place
	states   []parts.State // by shard
}

// look reads the parts of all shards.
func (s *sweepStatus) look(env *environment) error {
	s.states = make([]parts.State, max(1, s.shards))
	failed := make([]error, len(s.states))
	err := parallel.Do(env.ctx, runtime.GOMAXPROCS(0), len(s.states), 1, func(_, i, _ int) {
		var of shard
		if s.shards > 0 {
			of = shard{number: i + 1, count: s.shards}
		}
		s.states[i], failed[i] = parts.StateOf(s.job.partFolder(of), s.job.identity(of))
	})
	if err != nil {
		return errInterrupted
	}
	for _, err := range failed {
		if err != nil {
			return err
		}
	}
	return nil
}

// The states of a shard.
const (
	isDone     = "done"
	isRunning  = "running"
	isMissing  = "missing"
	isDamaged  = "damaged"
	isUnusable = "unusable" // of another sweep, or no folder of parts
)

func stateOf(s parts.State) string {
	switch {
	case len(s.Other) > 0:
		return isUnusable
	case s.Done == s.Parts:
		return isDone
	case s.Worker != "":
		return isRunning
	case len(s.Damaged) > 0:
		return isDamaged
	}
	return isMissing
}

// in lists the shards in some states.
func (s *sweepStatus) in(states ...string) (numbers []int) {
	for i, state := range s.states {
		if slices.Contains(states, stateOf(state)) {
			numbers = append(numbers, i+1)
		}
	}
	return numbers
}
