package main

import (
	"fmt"
	"strconv"
	"strings"
)

// shard is the part of a sweep to run as a flag: the number of the shard and how many there are; nothing for all.
type shard struct{ number, count int }

// mostShards keeps the folders that gather opens within what a process may open.
const mostShards = 1000

func (s *shard) Set(text string) error {
	first, last, ok := strings.Cut(text, "/")
	number, notNumber := strconv.Atoi(first)
	count, notCount := strconv.Atoi(last)
	if !ok || notNumber != nil || notCount != nil || number < 1 || count < number || count > mostShards {
		return fmt.Errorf("it must be as 2/8, the second of eight, of at most %d", mostShards)
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
