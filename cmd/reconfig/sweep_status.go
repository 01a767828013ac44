package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/cluster"
	"reconfig/cmd/reconfig/report"
	"reconfig/data/parts"
	"reconfig/model/plan"
	"reconfig/sim/parallel"
)

type statusOptions struct {
	out    string
	shards int
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
minutes. One that was killed on another machine shows as running for so long.`,
		Example: `  reconfig sweep status plan.yaml
  reconfig sweep status plan.yaml --shards 100 --json`,
		Args: cobra.ExactArgs(1),
		RunE: withPaths(func(args []string) error { return o.tell(env, args[0]) }),
	}
	addPath(cmd.Flags(), &o.out, "out", "", "`DIR` of the results (default: out/ and the plan's name)")
	cmd.Flags().IntVar(&o.shards, "shards", 0, "how many shards the sweep has (default: the plan's, else what the folders say)")
	return cmd
}

func (o *statusOptions) tell(env *environment, file string) error {
	if o.shards < 0 || o.shards > plan.MaxShards {
		return usagef("--shards must be from 1 to %d", plan.MaxShards)
	}
	j, err := openSweep(env, file)
	if err != nil {
		return err
	}
	j.out = cmp.Or(o.out, usualOut(file))
	s := &sweepStatus{job: j, plan: file}
	if done, err := j.isDone(); err == nil {
		s.gathered = done
	}
	if s.shards, err = shardsOf(j.out, cmp.Or(o.shards, j.plan.Shards)); err != nil {
		return err
	}
	if err := s.look(env); err != nil {
		return err
	}
	return s.say(env)
}

var shardFolder = regexp.MustCompile(regexp.QuoteMeta(cluster.Mark) + `[0-9]+-of-([0-9]+)$`)

// shardsOf is how many shards a sweep has: as many as are asked for, else as the folders there are say; 0 for a sweep that is not
// shared out.
func shardsOf(out string, asked int) (int, error) {
	if asked > 0 {
		return asked, nil
	}
	names, err := filepath.Glob(globbed(out) + cluster.Mark + "*")
	if err != nil {
		return 0, err
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
	if len(counts) > 1 {
		slices.Sort(counts)
		return 0, usagef("%s has been shared out in several ways, into %s shards; say which is meant with --shards", out, report.And(texts(counts)))
	}
	return append(counts, 0)[0], nil
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

// say prints it. Commands stand on lines of their own, however long they are, so that they can be copied.
func (s *sweepStatus) say(env *environment) error {
	a := report.Answer{Conclusions: s.conclusions(), Table: s.table()}
	heading, commands := s.next()
	if env.flags.json {
		a.Rest = append(a.Rest, commands...)
		return env.answer(a)
	}
	if heading != "" {
		a.Rest = append(a.Rest, heading)
	}
	if err := env.answer(a); err != nil {
		return err
	}
	for _, c := range commands {
		fmt.Fprintln(env.out, "  "+c)
	}
	return nil
}

// conclusions count shards and parts.
func (s *sweepStatus) conclusions() []string {
	var total, done, damaged int
	for _, state := range s.states {
		total, done, damaged = total+state.Parts, done+state.Done, damaged+len(state.Damaged)
	}
	var all []string
	if s.shards > 0 {
		all = append(all, s.countShards())
	}
	line := fmt.Sprintf("Of %s %d %s there", report.Count(total, "part", "parts"), done, isOrAre(done))
	if damaged > 0 {
		line += fmt.Sprintf(", and %d %s damaged", damaged, isOrAre(damaged))
	}
	all = append(all, line+".")
	if s.shards == 0 && s.states[0].Worker != "" {
		all = append(all, "Process "+s.states[0].Worker+" works on them.")
	}
	for i, state := range s.states {
		if len(state.Other) > 0 {
			all = append(all, fmt.Sprintf("%s cannot be used: %s. Put back what was there, delete the folder, or choose another --out.", s.folder(i), strings.Join(state.Other, "; ")))
			break
		}
	}
	if s.gathered {
		all = append(all, "The results are in "+s.job.out+".")
	}
	return all
}

func (s *sweepStatus) countShards() string {
	var counts []string
	for _, state := range []string{isDone, isRunning, isMissing, isDamaged, isUnusable} {
		if n := len(s.in(state)); n > 0 {
			counts = append(counts, fmt.Sprintf("%d %s %s", n, isOrAre(n), state))
		}
	}
	return fmt.Sprintf("Of %s %s.", report.Count(s.shards, "shard", "shards"), report.And(counts))
}

func isOrAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

func (s *sweepStatus) folder(i int) string {
	if s.shards == 0 {
		return s.job.partFolder(shard{})
	}
	return cluster.Folder(s.job.out, i+1, s.shards)
}

// mostStates is how many shards that are not done are printed.
const mostStates = 30

// table has a row for each shard that is not done; for programs, for each shard.
func (s *sweepStatus) table() *report.Summary {
	t := &report.Summary{
		Title:   "Shards that are not done",
		Columns: []report.Column{report.Number("Shard"), report.Text("State"), report.Number("Parts\nthere"), report.Number("missing"), report.Number("damaged"), report.Text("Process")},
		Records: s.records(),
	}
	left := 0
	for i, state := range s.states {
		switch {
		case s.shards == 0 || stateOf(state) == isDone:
		case len(t.Rows) == mostStates:
			left++
		default:
			t.Rows = append(t.Rows, []string{strconv.Itoa(i + 1), stateOf(state), strconv.Itoa(state.Done), strconv.Itoa(state.Missing()), strconv.Itoa(len(state.Damaged)), state.Worker})
		}
	}
	if left > 0 {
		t.Notes = append(t.Notes, fmt.Sprintf("And %s; --json has all.", report.Count(left, "shard more that is not done", "shards more that are not done")))
	}
	return t
}

func (s *sweepStatus) records() report.Records {
	r := report.Records{Name: "shards", Columns: []report.RecordColumn{
		{Name: "shard", Type: "integer", Description: "Number of the shard, from 1"},
		{Name: "state", Type: "string", Description: strings.Join([]string{isDone, isRunning, isMissing, isDamaged, isUnusable}, ", ")},
		{Name: "parts", Type: "integer", Description: "Parts that the shard has"},
		{Name: "there", Type: "integer", Description: "Parts that are there as they were written"},
		{Name: "missing", Type: "integer", Description: "Parts that are not there"},
		{Name: "damaged", Type: "integer", Description: "Parts that are not as they were written"},
		{Name: "process", Type: "string", Description: "The process that works on it, and its machine"},
		{Name: "folder", Type: "string", Description: "Where its parts are"},
	}, Rows: []map[string]any{}}
	for i, state := range s.states {
		r.Rows = append(r.Rows, map[string]any{
			"shard": i + 1, "state": stateOf(state), "parts": state.Parts, "there": state.Done, "missing": state.Missing(),
			"damaged": len(state.Damaged), "process": state.Worker, "folder": s.folder(i),
		})
	}
	return r
}

// next says how to go on, and the commands for it.
func (s *sweepStatus) next() (heading string, commands []string) {
	again, program, file := s.in(isMissing, isDamaged, isUnusable), cluster.Quote(programTyped()), cluster.Quote(slashed(s.plan))
	out := " --out " + cluster.Quote(slashed(s.job.out))
	switch {
	case s.gathered:
		return "", nil
	case s.shards == 0 && s.states[0].Worker == "":
		return "To begin, or to go on:", []string{program + " sweep run " + file + out}
	case s.shards == 0:
		return "", nil
	case len(again) > 0:
		numbers := cluster.Numbers(again)
		return "To submit only those that are not there: on Slurm alone or with a gather after them, on Kubernetes.", []string{
			"sbatch --array=" + numbers + " sweep.sbatch",
			"bash sweep.sbatch " + numbers,
			fmt.Sprintf("%s sweep kubernetes %s%s --shards %d --image IMAGE --only %s | kubectl create -f -", program, file, out, s.shards, numbers),
		}
	case len(s.in(isRunning)) > 0:
		return "", nil
	}
	return "All are done. To join them:", []string{s.gatherCommand(program)}
}

// gatherCommand joins the shards that have parts.
func (s *sweepStatus) gatherCommand(program string) string {
	from := ""
	if seen := s.job.caseFromHere(); seen != "" {
		from = " --case " + cluster.Quote(seen)
	}
	out := cluster.Quote(slashed(s.job.out))
	return fmt.Sprintf("%s sweep gather %s%s*-of-%d --out %s%s", program, out, cluster.Mark, s.shards, out, from)
}
