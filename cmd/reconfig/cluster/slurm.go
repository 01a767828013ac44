package cluster

import (
	_ "embed" // the file to fill in
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

//go:embed sweep.sbatch
var slurmFile string

// Slurm is a batch file: a job array of which each task runs a shard, and the gather that comes after it.
func (j *Job) Slurm() string {
	atOnce, limit := "", "" // limit gives some shards the limit of all
	if j.AtOnce > 0 {
		atOnce = "%" + strconv.Itoa(j.AtOnce)
		limit = "\tcase $only in\n\t\"\" | *%*) ;;\n\t*) only=$only" + atOnce + " ;; # as many at once as of all\n\tesac\n"
	}
	values := map[string]string{
		"made": j.Made, "about": comments(j.About), "name": j.name(40), "array": Numbers(j.tasks()) + atOnce, "limit": limit, "shards": strconv.Itoa(j.Shards), "in shards": j.inShards(),
		"cpus": strconv.Itoa(j.Task.CPUs), "time": slurmTime(j.Task.Time), "memory": strconv.Itoa(j.Task.MemoryMB),
		"gather time": slurmTime(j.Gather.Time), "gather memory": strconv.Itoa(j.Gather.MemoryMB), "partition": "",
		"some": fmt.Sprintf("%-4s", j.some()), "some then sbatch": fmt.Sprintf("%-17s", j.some()+" sweep.sbatch"), "which": j.which(),
		"program": Quote(j.Program), "plan": Quote(j.Plan), "out": Quote(j.Out), "case": "", "expect": j.Expect,
	}
	if j.Partition != "" {
		values["partition"] = "#SBATCH --partition=" + j.Partition + "\n"
	}
	if j.Case != "" {
		values["case"] = " --case " + Quote(j.Case)
	}
	return fill(slurmFile, values)
}

// some is an example of shards that are submitted again.
func (j *Job) some() string {
	switch {
	case j.Shards == 1:
		return "1"
	case j.Shards < 17:
		return "1," + strconv.Itoa(j.Shards)
	}
	return "3,17"
}

// which says what numbers of shards may be.
func (j *Job) which() string {
	if j.Shards == 1 {
		return "1, the only shard"
	}
	return fmt.Sprintf("numbers of shards from 1 to %[1]d, as in 1,%[1]d or 1-%[1]d", j.Shards)
}

var blank = regexp.MustCompile(`\{\{([a-z ]+)\}\}`)

// fill fills in a file: each {{name}} in it becomes the value of that name.
func fill(file string, values map[string]string) string {
	return blank.ReplaceAllStringFunc(file, func(name string) string {
		text, ok := values[strings.Trim(name, "{}")]
		if !ok {
			panic("no value for " + name) // a file that does not fit its values
		}
		return text
	})
}

// comments are sentences as lines of comments.
func comments(sentences []string) string {
	var b strings.Builder
	for _, s := range sentences {
		b.WriteString("# " + s + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}
