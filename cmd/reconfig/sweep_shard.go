package main

import (
	"fmt"
	"strconv"
	"strings"

	"reconfig/data/parts"
)

// shard is the part of a sweep to run as a flag: the number of the shard and how many there are; nothing for all.
type shard struct{ number, count int }

func (s *shard) Set(text string) error {
	first, last, ok := strings.Cut(text, "/")
	number, notNumber := strconv.Atoi(first)
	count, notCount := strconv.Atoi(last)
	if !ok || notNumber != nil || notCount != nil || number < 1 || count < number || count > parts.MostShards {
		return fmt.Errorf("it must be as 2/8, the second of eight, of at most %d", parts.MostShards)
	}
	*s = shard{number, count}
	return nil
}

func (s *shard) String() string {
	if s.count == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", s.number, s.count)
}

func (*shard) Type() string { return "i/n" }

// shardMark stands in the name of a shard's folder behind that of the sweep's.
const shardMark = ".shard-"

// sweepOf is the folder of the sweep that a shard's folder belongs to.
func sweepOf(shardFolder string) string {
	name, _, _ := strings.Cut(shardFolder, shardMark)
	return name
}
