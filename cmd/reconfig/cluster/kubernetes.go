package cluster

import (
	"crypto/sha256"
	_ "embed" // the file to fill in
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path"
	"strconv"
	"strings"
)

// What the image has, and where the volume for results is.
const (
	planFolder = "/plan"
	outFolder  = "/out"
)

// The jobs that Kubernetes is given, each a file of its own.
const (
	RunShards  = "shards"
	GatherThem = "gather"
	TellStatus = "status"
)

// KubernetesJobs are the jobs that there are files for.
var KubernetesJobs = []string{RunShards, GatherThem, TellStatus}

//go:embed job.yaml
var kubernetesFile string

// mostName leaves space for what Kubernetes adds to the names of pods, which may have 63 letters.
const mostName = 40

// Kubernetes is a Job of batch/v1: an Indexed Job that runs the shards, or one of the two others.
func (j *Job) Kubernetes(which string) string {
	size, name := j.Task, j.name(mostName)
	if which != RunShards {
		size = j.Gather
		name += "-" + which
	} else if j.Only != nil {
		name += "-" + shortly(Numbers(j.Only))
	}
	return fill(kubernetesFile, map[string]string{
		"what": j.what(which), "made": j.Made, "about": comments(j.About), "name": name, "folder": planFolder, "results": outFolder,
		"attempts": j.attempts(which), "seconds": strconv.FormatFloat(size.Time.Seconds(), 'f', 0, 64),
		"cpus": strconv.Itoa(size.CPUs), "memory": strconv.Itoa(size.MemoryMB),
		"image": yamlText(j.Image), "claim": yamlText(j.Claim), "arguments": argumentLines(j.arguments(which)),
	})
}

// what says what a job does.
func (j *Job) what(which string) string {
	switch {
	case which == GatherThem:
		return fmt.Sprintf("Gathers a sweep on Kubernetes, in %s, once all are done.", j.inShards())
	case which == TellStatus:
		return fmt.Sprintf("Says how far a sweep on Kubernetes is, in %s: see its log.", j.inShards())
	case j.Only != nil:
		return fmt.Sprintf("A sweep on Kubernetes, in %s: an Indexed Job with a pod for each, here for %s.", j.inShards(), Numbers(j.Only))
	}
	return fmt.Sprintf("A sweep on Kubernetes, in %s: an Indexed Job with a pod for each.", j.inShards())
}

// attempts say how many pods a job starts, and how often one that fails is tried again.
func (j *Job) attempts(which string) string {
	if which != RunShards {
		return "  backoffLimit: 1"
	}
	tasks := len(j.tasks())
	parallelism := tasks
	if j.AtOnce > 0 {
		parallelism = min(tasks, j.AtOnce)
	}
	return fmt.Sprintf(`  completionMode: Indexed # each pod is told its number in JOB_COMPLETION_INDEX, from 0
  completions: %d
  parallelism: %d
  backoffLimitPerIndex: 3 # a shard that fails is tried again and keeps no other from running; needs Kubernetes 1.29`, tasks, parallelism)
}

// shortly is a list of numbers as part of a name.
func shortly(numbers string) string {
	if len(numbers) <= 12 {
		return strings.ReplaceAll(numbers, ",", "-")
	}
	sum := sha256.Sum256([]byte(numbers))
	return hex.EncodeToString(sum[:4])
}

// arguments are those of the program in its container.
func (j *Job) arguments(which string) []string {
	plan, out := path.Join(planFolder, path.Base(j.Plan)), path.Join(outFolder, path.Base(j.Out))
	switch which {
	case GatherThem:
		all := []string{"sweep", "gather"}
		for shard := 1; shard <= j.Shards; shard++ {
			all = append(all, Folder(out, shard, j.Shards))
		}
		return append(all, "--out", out)
	case TellStatus:
		return []string{"sweep", "status", plan, "--out", out, "--shards", strconv.Itoa(j.Shards)}
	}
	all := []string{"sweep", "run", plan, "--shard", fmt.Sprintf("auto/%d", j.Shards)}
	if j.Only != nil {
		all = append(all, "--only", Numbers(j.Only))
	}
	return append(all, "--expect", j.Expect, "--out", out, "--quiet")
}

// argumentLines are arguments as a list of YAML. To Kubernetes $( begins the name of a variable, and $$ is one $.
func argumentLines(all []string) string {
	lines := make([]string, len(all))
	for i, argument := range all {
		lines[i] = "            - " + yamlText(strings.ReplaceAll(argument, "$", "$$"))
	}
	return strings.Join(lines, "\n")
}

// yamlText is text as YAML takes it whatever it looks like, in double quotation marks as in JSON.
func yamlText(text string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(text); err != nil {
		panic(err) // text can always be encoded
	}
	return strings.TrimSuffix(b.String(), "\n")
}
