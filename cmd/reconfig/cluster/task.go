package cluster

import (
	"fmt"
	"strconv"
	"strings"
)

// Engine is one that starts numbered tasks.
type Engine struct {
	Name     string
	Variable string // that has the task's number
	First    int    // the number of the first task
	Blank    string // the variable's value in a job that has no numbered tasks; empty where it is not set then
}

// Engines are those whose numbers are known. Where the user chooses the numbers, as on Slurm and PBS, the first is 1, so that
// tasks and shards have the same numbers.
var Engines = []Engine{
	{"Slurm", "SLURM_ARRAY_TASK_ID", 1, ""},
	{"Kubernetes", "JOB_COMPLETION_INDEX", 0, ""},
	{"AWS Batch", "AWS_BATCH_JOB_ARRAY_INDEX", 0, ""},
	{"Google Batch", "BATCH_TASK_INDEX", 0, ""},
	{"Cloud Run", "CLOUD_RUN_TASK_INDEX", 0, ""},
	{"PBS", "PBS_ARRAY_INDEX", 1, ""},
	{"Grid Engine", "SGE_TASK_ID", 1, "undefined"},
	{"LSF", "LSB_JOBINDEX", 1, "0"},
}

// Task says which of so many tasks this process is, counted from 1, by the variables of the engines.
func Task(variable func(name string) string, tasks int) (int, error) {
	var found []Engine
	for _, e := range Engines {
		if v := variable(e.Variable); v != "" && v != e.Blank {
			found = append(found, e)
		}
	}
	switch len(found) {
	case 0:
		return 0, fmt.Errorf("--shard auto: no engine has numbered this task: none of %s is set. Run it in a job array, or name the shard, as in --shard 2/8", variables(Engines))
	case 1:
		return found[0].task(variable(found[0].Variable), tasks)
	}
	return 0, fmt.Errorf("--shard auto: %s are set, and only one can be meant; unset the others, or name the shard, as in --shard 2/8", variables(found))
}

// task reads the number that the engine gives a task.
func (e Engine) task(text string, tasks int) (int, error) {
	n, err := strconv.Atoi(text)
	last := e.First + tasks - 1
	if err != nil {
		return 0, fmt.Errorf("--shard auto: %s is %q: expected a number from %d to %d", e.Variable, text, e.First, last)
	}
	if n < e.First || n > last {
		return 0, fmt.Errorf("--shard auto: %s is %d: expected a number from %d to %d, for %d tasks of %s", e.Variable, n, e.First, last, tasks, e.Name)
	}
	return n - e.First + 1, nil
}

func variables(all []Engine) string {
	names := make([]string, len(all))
	for i, e := range all {
		names[i] = e.Variable
	}
	return strings.Join(names, ", ")
}
