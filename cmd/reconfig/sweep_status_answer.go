package main

import (
	"fmt"
	"strconv"
	"strings"

	"reconfig/cmd/reconfig/cluster"
	"reconfig/cmd/reconfig/report"
)

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
		return "To submit only those that are not there: on Slurm alone or with a gather after them, on Kubernetes. sweep.sbatch stands for this plan’s batch file.", []string{
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
