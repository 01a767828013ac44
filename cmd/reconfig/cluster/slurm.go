package cluster

import (
	_ "embed" // the file to fill in
	"strconv"
	"strings"
	"text/template"
)

//go:embed sweep.sbatch
var slurmFile string

// Slurm is a batch file: a job array of which each task runs a shard, and the gather that comes after it.
func (j *Job) Slurm() string {
	numbers := Numbers(j.tasks())
	array := numbers
	if j.AtOnce > 0 {
		array += "%" + strconv.Itoa(j.AtOnce)
	}
	return fill(slurmFile, struct {
		*Job
		Name, Array string
	}{j, j.name(40), array})
}

// fill fills in a file. The functions are what it may call.
func fill(file string, values any) string {
	t := template.Must(template.New("").Funcs(template.FuncMap{
		"quote": Quote, "yaml": yamlText, "argument": argumentText, "time": slurmTime, "lines": comments,
	}).Parse(file))
	var b strings.Builder
	if err := t.Execute(&b, values); err != nil {
		panic(err) // a file that does not fit its values
	}
	return b.String()
}

// comments are sentences as lines of comments.
func comments(sentences []string) string {
	var b strings.Builder
	for _, s := range sentences {
		b.WriteString("# " + s + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}
