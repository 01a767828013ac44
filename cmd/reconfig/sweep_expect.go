package main

import (
	"fmt"
	"strings"

	"reconfig/data/folder"
)

// expected identifies what a file for a cluster was written for: plan, case and program, each by the start of a hash.
func (j *sweepJob) expected() string {
	id := j.identity(shard{})
	const letters = 8
	return strings.Join([]string{id.PlanHash[:letters], id.CaseHash[:letters], folder.Hash([]byte(id.Program))[:letters]}, "-")
}

// check returns an error if anything has changed since a file for a cluster was written. Shards of several plans could not be
// gathered, and nobody would know before all have run.
func (j *sweepJob) check(expect string) error {
	now := j.expected()
	if expect == "" || expect == now {
		return nil
	}
	before, after := strings.Split(expect, "-"), strings.Split(now, "-")
	if len(before) != len(after) {
		return usagef("--expect %s: expected an id as `reconfig sweep slurm` writes it, such as %s", expect, now)
	}
	var changed []string
	for i, what := range []string{"the plan", "the case", "the program"} {
		if before[i] != after[i] {
			changed = append(changed, what)
		}
	}
	return fmt.Errorf("not run: since the file for the cluster was written, %s changed. Write it again and submit all shards, or put back what it was", isAre(changed))
}

// isAre lists what has changed.
func isAre(all []string) string {
	if len(all) == 1 {
		return all[0] + " has"
	}
	return strings.Join(all[:len(all)-1], ", ") + " and " + all[len(all)-1] + " have"
}
