package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"reconfig/cmd/reconfig/cluster"
	"reconfig/cmd/reconfig/report"
	"reconfig/data/parts"
)

// say prints how far it is, and how to go on.
func (s *sweepStatus) say(env *environment) error {
	return env.answerWithSteps(report.Answer{Conclusions: s.conclusions(), Table: s.table()}, s.next())
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
	if s.shards == 0 && s.states[0].Worker != "" && len(s.states[0].Other) == 0 {
		all = append(all, "Process "+s.states[0].Worker+" works on them.")
	}
	all = append(all, s.unusable()...)
	if s.noPlace != nil {
		all = append(all, "There is no place for the results: "+onOneLine.Replace(s.noPlace.Error())+".")
	}
	if s.gathered {
		all = append(all, "The results are in "+s.job.out+".")
	}
	return all
}

// mostReasons is how many reasons are given why shards cannot be used, and how many folders are named of each.
const mostReasons = 2

// unusable says which folders cannot be used, those with one reason together, and which processes work there all the same.
func (s *sweepStatus) unusable() []string {
	var reasons []string
	folders, workers := map[string][]string{}, []string{}
	for i, state := range s.states {
		if len(state.Other) == 0 {
			continue
		}
		why := strings.Join(state.Other, "; ")
		if folders[why] == nil {
			reasons = append(reasons, why)
		}
		folders[why] = append(folders[why], s.folder(i))
		if state.Worker != "" {
			workers = append(workers, state.Worker)
		}
	}
	var all []string
	for _, why := range reasons[:min(len(reasons), mostReasons)] {
		all = append(all, fmt.Sprintf("%s cannot be used: %s.", report.And(atMost(folders[why], mostReasons)), why))
	}
	if more := len(reasons) - len(all); more > 0 {
		all = append(all, fmt.Sprintf("Others cannot be used for %s; --json has all.", report.Count(more, "reason more", "reasons more")))
	}
	if len(workers) > 0 {
		all[0] += fmt.Sprintf(" Process %s works there all the same; end it before you remove anything.", report.And(atMost(workers, mostReasons)))
	}
	return all
}

// atMost keeps as many names, and counts the others.
func atMost(names []string, most int) []string {
	if more := len(names) - most; more > 0 {
		return append(slices.Clone(names[:most]), fmt.Sprintf("%d more", more))
	}
	return names
}

// onOneLine writes an error with a list on one line.
var onOneLine = strings.NewReplacer(":\n  ", ": ", "\n  ", "; ", "\n", ". ")

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
		{Name: "unusable", Type: "string", Description: "What keeps its parts from being used"},
	}, Rows: []map[string]any{}}
	for i, state := range s.states {
		r.Rows = append(r.Rows, map[string]any{
			"shard": i + 1, "state": stateOf(state), "parts": state.Parts, "there": state.Done, "missing": state.Missing(),
			"damaged": len(state.Damaged), "process": state.Worker, "folder": s.folder(i), "unusable": strings.Join(state.Other, "; "),
		})
	}
	return r
}

// next says how to go on, and the commands for it: first those that make way for shards that cannot be used.
func (s *sweepStatus) next() (all []step) {
	again := s.in(isMissing, isDamaged, isUnusable)
	if s.noPlace != nil {
		all = append(all, step{"Move the results that are there away, put back the plan, the case or the program that they are of, or choose another --out. Else remove them first:",
			[]string{"rm -r " + cluster.Quote(slashed(s.job.out))}})
	}
	if unusable := s.in(isUnusable); len(unusable) > 0 && !s.gathered {
		all = append(all, s.makeWay(unusable))
	}
	switch {
	case s.gathered:
	case s.shards == 0 && s.states[0].Worker == "":
		all = append(all, step{"To begin, or to go on:", []string{s.command("run")}})
	case s.shards == 0:
	case len(again) > 0:
		if s.forEngines() && slices.ContainsFunc(s.states, func(x parts.State) bool { return x.Changed }) {
			all = append(all, step{"Tasks of a batch file that was written before the change refuse to run. Write it again first, with the options that you gave it:",
				[]string{fmt.Sprintf("%s --shards %d > sweep.sbatch", s.command("slurm"), s.shards)}})
		}
		all = append(all, s.submit(again)...)
	case len(s.in(isRunning)) == 0:
		all = append(all, step{"All are done. To join them:", []string{s.job.gatherCommand(s.shards)}})
	}
	return all
}

// command is one of the sweep's commands for this plan and these results.
func (s *sweepStatus) command(name string) string {
	return fmt.Sprintf("%s sweep %s %s --out %s", cluster.Quote(programTyped()), name, cluster.Quote(slashed(s.plan)), cluster.Quote(slashed(s.job.out)))
}

// mostByHand is how many shards have a command each, for people who start them by hand.
const mostByHand = 4

// submit runs shards that are not there, and only those, in each of the ways that there are.
func (s *sweepStatus) submit(again []int) []step {
	var byHand []string
	for _, n := range again[:min(len(again), mostByHand)] {
		byHand = append(byHand, fmt.Sprintf("%s --shard %d/%d", s.command("run"), n, s.shards))
	}
	heading := "To run only what is not there, here or on another machine:"
	if left := len(again) - len(byHand); left > 0 {
		heading = fmt.Sprintf("To run only what is not there, here or on other machines (%s more in the same way):", report.Count(left, "shard", "shards"))
	}
	all := []step{{heading, byHand}}
	if !s.forEngines() {
		return all
	}
	numbers := cluster.Numbers(again)
	return append(all, []step{
		{"On Slurm, with a gather after them (sweep.sbatch is this plan's batch file):", []string{"bash sweep.sbatch " + numbers}},
		{"On Slurm, without a gather:", []string{"sbatch --array=" + numbers + " sweep.sbatch"}},
		{"On Kubernetes:", []string{fmt.Sprintf("%s --shards %d --image IMAGE --only %s | kubectl replace --force -f -", s.command("kubernetes"), s.shards, numbers)}},
	}...)
}

// forEngines says whether files for engines of many machines can have so many shards: they have none that has no part.
func (s *sweepStatus) forEngines() bool { return s.shards <= s.job.sweep.Parts() }

// makeWay removes what a task would refuse to go on from, however often it is submitted.
func (s *sweepStatus) makeWay(unusable []int) step {
	command := "rm -r"
	for _, n := range unusable {
		command += " " + cluster.Quote(slashed(s.folder(n-1)))
	}
	return step{"What cannot be used stays in the way, however often it is run again. Move it away, put back the plan, the case or the program that it is of, or choose another --out. " +
		"Else remove it first, with all that is in it:", []string{command}}
}
