package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reconfig/cmd/reconfig/cluster"
	"reconfig/cmd/reconfig/report"
	"reconfig/model/plan"
	"reconfig/model/spelling"
)

// clusterOptions are those of commands that write a file for an engine of many machines.
type clusterOptions struct {
	out, time, memory    string
	shards, cpus, atOnce count
	partition            string // of Slurm
	image, claim         string // of Kubernetes
	only, job            string
}

// mostCPUs is well above the processors of a machine.
const mostCPUs = 1024

func (o *clusterOptions) addFlags(f *pflag.FlagSet) {
	o.shards.most, o.atOnce.most, o.cpus = plan.MaxShards, plan.MaxShards, count{1, mostCPUs}
	addPath(f, &o.out, "out", "", "`DIR` to write the results to (default: out/ and the plan's name)")
	f.Var(&o.shards, "shards", "`NUMBER` of shards (default: the plan's, else so many that each takes ten minutes)")
	f.Var(&o.cpus, "cpus", "`NUMBER` of processors of each task")
	f.Var(&o.atOnce, "at-once", "`NUMBER` of tasks at once at most (default: as many as there is space for)")
	f.StringVar(&o.time, "time", "", "time limit of a task, as 30 (minutes), 1:30:00 or 1-12:00:00 (default: by a pilot run)")
	f.StringVar(&o.memory, "memory", "", "memory of a task, as 512M or 2G (default: by a pilot run)")
}

func newSweepSlurmCommand(env *environment) *cobra.Command {
	var o clusterOptions
	cmd := &cobra.Command{
		Use:   "slurm PLAN",
		Short: "Write a batch file that runs a plan on Slurm",
		Long: `Writes a batch file to standard output: an array of tasks, each of which runs a shard,
and a job that gathers them. It runs some of the plan here to see how much time and
memory a task needs. The file says how it is submitted. Nothing is submitted here.

Paths are written as you give them, so type this where you will submit.`,
		Example: `  reconfig sweep slurm plan.yaml > sweep.sbatch
  reconfig sweep slurm plan.yaml --shards 100 --cpus 4 --partition short > sweep.sbatch
  bash sweep.sbatch`,
		Args: cobra.ExactArgs(1),
		RunE: withPaths(func(args []string) error {
			job, err := o.write(env, args[0], func(j *sweepJob) error {
				_, err := j.checkFolder() // or the gather alone would find that it has no place
				return err
			})
			if err != nil {
				return err
			}
			_, err = env.out.WriteString(job.Slurm())
			return err
		}),
	}
	o.addFlags(cmd.Flags())
	cmd.Flags().StringVar(&o.partition, "partition", "", "partition of the tasks (default: the site's)")
	return cmd
}

func newSweepKubernetesCommand(env *environment) *cobra.Command {
	var o clusterOptions
	cmd := &cobra.Command{
		Use:   "kubernetes PLAN --image IMAGE",
		Short: "Write a Job that runs a plan on Kubernetes",
		Long: `Writes an Indexed Job to standard output, of which each pod runs a shard. --job gather
writes the Job that joins them when all are done, and --job status one that says how far
they are. The image's entry point is this program, and it has the plan and its case in
/plan. Results go to the volume of a claim.`,
		Example: `  reconfig sweep kubernetes plan.yaml --image registry.example/reconfig:1 > job.yaml
  kubectl replace --force -f job.yaml
  reconfig sweep kubernetes plan.yaml --image registry.example/reconfig:1 --job gather > gather.yaml`,
		Args: cobra.ExactArgs(1),
		RunE: withPaths(func(args []string) error {
			switch {
			case o.image == "":
				return usagef("--image is needed: an image whose entry point is this program, with the plan in /plan")
			case !slices.Contains(cluster.KubernetesJobs, o.job):
				return usagef("--job: %w", spelling.Unknown("job", o.job, cluster.KubernetesJobs))
			case o.only != "" && o.job != cluster.RunShards:
				return usagef("--only has no effect with --job %s", o.job)
			}
			job, err := o.write(env, args[0], func(*sweepJob) error { return nil })
			if err != nil {
				return err
			}
			_, err = env.out.WriteString(job.Kubernetes(o.job))
			return err
		}),
	}
	o.addFlags(cmd.Flags())
	cmd.Flags().StringVar(&o.image, "image", "", "image of the containers")
	cmd.Flags().StringVar(&o.claim, "claim", "reconfig", "claim of the volume that results go to")
	cmd.Flags().StringVar(&o.only, "only", "", "`list` of the shards to run, as 3,17 (default: all)")
	cmd.Flags().StringVar(&o.job, "job", cluster.RunShards, "which `job`: "+strings.Join(cluster.KubernetesJobs, ", "))
	return cmd
}

// write makes the job that a file is for, unless the check says that it could not run.
func (o *clusterOptions) write(env *environment, file string, check func(*sweepJob) error) (*cluster.Job, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	j, err := openSweep(env, file)
	if err != nil {
		return nil, err
	}
	j.out = cmp.Or(o.out, usualOut(file))
	if err := check(j); err != nil {
		return nil, err
	}
	cpus := o.cpus.number
	p, err := j.pilot(env.ctx, cpus)
	if err != nil {
		return nil, err
	}
	shards := j.withoutEmpty(env, cmp.Or(o.shards.number, j.plan.Shards, j.shards(p, cpus)))
	job := &cluster.Job{
		Made: env.command, Program: programTyped(), Plan: slashed(file), Case: j.caseFromHere(), Out: slashed(j.out), Expect: j.expected(), Shards: shards, AtOnce: o.atOnce.number,
		Partition: o.partition, Image: o.image, Claim: o.claim, About: j.about(p, shards, cpus),
		Task: requested(cpus, 60+j.taskTime(p, shards, cpus), p.memory), Gather: j.gatherSize(p, cpus),
	}
	if err := o.override(job); err != nil {
		return nil, &usage{err}
	}
	return job, job.Check()
}

// withoutEmpty is so many shards, or as many as have parts.
func (j *sweepJob) withoutEmpty(env *environment, shards int) int {
	most := j.sweep.Parts()
	if shards <= most {
		return shards
	}
	env.warn("%s: the sweep has only so many parts, so there are not %d shards", report.Count(most, "shard", "shards"), shards)
	return most
}

// check refuses names that the engine would refuse, before anything is run. Flags that are not given are as they should be.
func (o *clusterOptions) check() error {
	for _, x := range []struct {
		flag, text string
		check      func(string) error
	}{{"partition", o.partition, cluster.CheckPartition}, {"image", o.image, cluster.CheckImage}, {"claim", o.claim, cluster.CheckClaim}} {
		if x.text == "" {
			continue
		}
		if err := x.check(x.text); err != nil {
			return usagef("--%s %w", x.flag, err)
		}
	}
	return nil
}

// override puts in what the user asks for, in the size of the tasks that the file starts.
func (o *clusterOptions) override(job *cluster.Job) (err error) {
	size := &job.Task
	if o.job != "" && o.job != cluster.RunShards {
		size = &job.Gather
	}
	if o.time != "" {
		if size.Time, err = cluster.ParseTime(o.time); err != nil {
			return fmt.Errorf("--time %w", err)
		}
	}
	if o.memory != "" {
		if size.MemoryMB, err = cluster.ParseMemory(o.memory); err != nil {
			return fmt.Errorf("--memory %w", err)
		}
	}
	if o.only != "" {
		if job.Only, err = cluster.ParseNumbers(o.only, job.Shards); err != nil {
			return fmt.Errorf("--only %w", err)
		}
	}
	return nil
}

// caseFromHere is the case's path from where one is, if the plan says it from its own folder; gather needs it.
func (j *sweepJob) caseFromHere() string {
	here := filepath.ToSlash(j.plan.CaseFolder())
	switch {
	case here == j.plan.Case:
		return ""
	case !filepath.IsAbs(here) && !strings.HasPrefix(here, "../"):
		return "./" + here // which is no case that comes with the program
	}
	return here
}

// slashed is a path as other systems write it, with ./ before a name that could be taken for a flag.
func slashed(path string) string {
	path = filepath.ToSlash(path)
	if strings.HasPrefix(path, "-") {
		return "./" + path
	}
	return path
}

// programTyped is how the program was called.
func programTyped() string { return slashed(os.Args[0]) }
