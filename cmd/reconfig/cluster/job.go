// Package cluster writes what engines of many machines take: a batch file for Slurm, a Job for Kubernetes. It knows under which
// variables such engines number their tasks. It starts nothing itself, and knows nothing of how a sweep is computed.
package cluster

import (
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Job is a sweep that is to be run by an engine of many machines.
type Job struct {
	Made    string   // the command that wrote it
	Program string   // as it is called
	Plan    string   // path of the plan
	Case    string   // path of its case; empty where the plan alone says it
	Out     string   // folder of the results; those of shards have names that begin with it
	Expect  string   // identifies plan, case and program
	Shards  int      // of the sweep
	Only    []int    // the shards to run; nil for all
	About   []string // the pilot run, a sentence each
	Task    Size     // of a task that runs a shard
	Gather  Size     // of the task that joins them
	AtOnce  int      // tasks at once; 0 for as many as there is space for

	Partition string // of Slurm; empty for the site's usual one
	Image     string // of Kubernetes
	Claim     string // volume of Kubernetes that results go to
}

// Size is what a task asks for.
type Size struct {
	CPUs     int
	Time     time.Duration
	MemoryMB int // of 1,048,576 bytes
}

// Check returns an error for what cannot be written into a file for others: a control character, such as the end of a line,
// in a name. To YAML two letters of Unicode end a line too.
func (j *Job) Check() error {
	unprintable := func(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp) }
	for _, name := range []string{j.Made, j.Program, j.Plan, j.Case, j.Out} {
		if strings.ContainsFunc(name, unprintable) || !utf8.ValidString(name) {
			return fmt.Errorf("%q has a character that cannot be printed, so it cannot stand in such a file; choose another name", name)
		}
	}
	return nil
}

// Mark stands in the name of a shard's folder behind that of the sweep's.
const Mark = ".shard-"

// Folder is where a shard's parts are.
func Folder(out string, shard, shards int) string {
	return fmt.Sprintf("%s%s%d-of-%d", out, Mark, shard, shards)
}

// tasks are the shards that the job runs.
func (j *Job) tasks() []int {
	if j.Only != nil {
		return j.Only
	}
	all := make([]int, j.Shards)
	for i := range all {
		all[i] = i + 1
	}
	return all
}

// inShards says how many shards there are.
func (j *Job) inShards() string {
	if j.Shards == 1 {
		return "1 shard"
	}
	return fmt.Sprintf("%d shards", j.Shards)
}

var notInName = regexp.MustCompile(`[^a-z0-9]+`)

// name is what the job is called: the letters of its results' folder that any engine takes.
func (j *Job) name(most int) string {
	base := j.Out[strings.LastIndexAny(j.Out, `/\`)+1:]
	name := strings.Trim(notInName.ReplaceAllString(strings.ToLower(base), "-"), "-")
	if len(name) > most {
		name = strings.Trim(name[:most], "-")
	}
	if name == "" {
		return "sweep"
	}
	return name
}

// Quote is a word as a POSIX shell takes it.
func Quote(word string) string {
	if word != "" && plainWord.MatchString(word) {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}

var plainWord = regexp.MustCompile(`^[A-Za-z0-9_./:@%+=-]+$`)
