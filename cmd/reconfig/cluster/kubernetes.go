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
	tasks, size, name := 1, j.Gather, j.name(mostName)
	if which != RunShards {
		name += "-" + which
	} else {
		tasks, size = len(j.tasks()), j.Task
		if j.Only != nil {
			name += "-" + shortly(Numbers(j.Only))
		}
	}
	parallelism := tasks
	if j.AtOnce > 0 {
		parallelism = min(tasks, j.AtOnce)
	}
	return fill(kubernetesFile, struct {
		*Job
		Size                    Size
		Name, Numbers, Which    string
		Tasks, Parallel         int
		Arguments               []string
		WorkingDir, ResultsPath string
	}{j, size, name, Numbers(j.tasks()), which, tasks, parallelism, j.arguments(which), planFolder, outFolder})
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

// argumentText is yamlText of an argument. To Kubernetes $( begins the name of a variable, and $$ is one $.
func argumentText(text string) (string, error) { return yamlText(strings.ReplaceAll(text, "$", "$$")) }

// yamlText is text as YAML takes it whatever it looks like, in double quotation marks as in JSON.
func yamlText(text string) (string, error) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(text)
	return strings.TrimSuffix(b.String(), "\n"), err
}
