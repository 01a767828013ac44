package main

import (
	"cmp"
	"fmt"
	"os"
	"strconv"
	"strings"

	"reconfig/cmd/reconfig/cluster"
	"reconfig/model/plan"
)

// shard is the part of a sweep to run as a flag: the number of the shard and how many there are; nothing for all. The number
// may be left to the engine that starts the tasks of a cluster.
type shard struct {
	number, count int
	auto          bool // the number, and the count where it is 0, are to be found
}

const auto = "auto"

func (s *shard) Set(text string) error {
	first, last, ok := strings.Cut(text, "/")
	number, notNumber := strconv.Atoi(first)
	count, notCount := strconv.Atoi(last)
	switch {
	case text == auto:
		*s = shard{auto: true}
	case !ok || notCount != nil || count < 1 || count > plan.MaxShards || first != auto && (notNumber != nil || number < 1 || count < number):
		return fmt.Errorf("it must be as 2/8, the second of eight, of at most %d, or auto/8 for a task that a cluster numbers", plan.MaxShards)
	default:
		*s = shard{number, count, first == auto}
	}
	return nil
}

func (s *shard) String() string {
	switch {
	case s.auto && s.count == 0:
		return auto
	case s.auto:
		return fmt.Sprintf("%s/%d", auto, s.count)
	case s.count == 0:
		return ""
	}
	return fmt.Sprintf("%d/%d", s.number, s.count)
}

func (*shard) Type() string { return "i/n" }

// find fills in what is left to the engine: the number. How many shards there are is never the engine's to say, or a task that is
// submitted alone would run the whole sweep. The tasks may stand for only some of the shards.
func (s *shard) find(shards int, only string) error {
	if !s.auto {
		if only != "" {
			return usagef("--only says which shards the tasks of a cluster stand for, so it needs --shard auto")
		}
		return nil
	}
	if s.count = cmp.Or(s.count, shards); s.count == 0 {
		return usagef("--shard auto: how many shards there are must be known: write --shard auto/8, or `shards: 8` in the plan")
	}
	var chosen []int
	tasks := s.count
	if only != "" {
		var err error
		if chosen, err = cluster.ParseNumbers(only, s.count); err != nil {
			return usagef("--only %w", err)
		}
		tasks = len(chosen)
	}
	task, err := cluster.Task(os.Getenv, tasks)
	if err != nil {
		return err
	}
	if s.number, s.auto = task, false; chosen != nil {
		s.number = chosen[task-1]
	}
	return nil
}

// gatherCommand joins so many shards, those that have parts.
func (j *sweepJob) gatherCommand(shards int) string {
	from := ""
	if seen := j.caseFromHere(); seen != "" {
		from = " --case " + cluster.Quote(seen)
	}
	out := cluster.Quote(slashed(j.out))
	return fmt.Sprintf("%s sweep gather %s%s*-of-%d --out %s%s", cluster.Quote(programTyped()), out, cluster.Mark, shards, out, from)
}

// sweepOf is the folder of the sweep that a shard's folder belongs to.
func sweepOf(shardFolder string) string {
	name, _, _ := strings.Cut(shardFolder, cluster.Mark)
	return name
}
