// Package kubernetes tests that what `reconfig sweep kubernetes` writes is a Job of Kubernetes' own types. It is a module of its
// own, so that these types are in no build of the program.
package kubernetes

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	batchv1 "k8s.io/api/batch/v1"
	corev1 "k8s.io/api/core/v1"
	"sigs.k8s.io/yaml"
)

// program is where it is built.
var program string

func TestMain(m *testing.M) { os.Exit(buildAndRun(m)) }

func buildAndRun(m *testing.M) int {
	dir, err := os.MkdirTemp("", "reconfig")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	program = filepath.Join(dir, "reconfig")
	build := exec.Command("go", "build", "-o", program, "./cmd/reconfig")
	build.Dir = filepath.Join("..", "..")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "%v\n%s", err, out)
		return 1
	}
	return m.Run()
}

// image stands for one: a folder for /plan with a plan in it, one for /out, and the program.
type image struct {
	t         *testing.T
	plan, out string
	file      string // of the plan
}

const plan = `case: london-2010
structures: [merger, status-quo]
horizon: 0.25
vary: {target.reduction: {from: 0.3, to: 0.5, steps: 5}}
draws: 30000
outcomes: [structure_npv_k]
`

func newImage(t *testing.T, file string) *image {
	t.Helper()
	i := &image{t, t.TempDir(), t.TempDir(), file}
	if err := os.WriteFile(filepath.Join(i.plan, file), []byte(plan), 0o644); err != nil {
		t.Fatal(err)
	}
	return i
}

// job has the program write a Job, and decodes it as strictly as can be.
func (i *image) job(flags ...string) *batchv1.Job {
	i.t.Helper()
	cmd := exec.Command(program, append([]string{"sweep", "kubernetes", i.file, "--image", "registry.example/sweep:1", "--shards", "3"}, flags...)...)
	cmd.Dir = i.plan
	text, err := cmd.Output()
	if err != nil {
		i.t.Fatalf("%v", err)
	}
	var job batchv1.Job
	if err := yaml.UnmarshalStrict(text, &job, yaml.DisallowUnknownFields); err != nil {
		i.t.Fatalf("%v\n%s", err, text)
	}
	if misspelt := strings.Replace(string(text), "  parallelism:", "  paralelism:", 1); misspelt != string(text) && yaml.UnmarshalStrict([]byte(misspelt), new(batchv1.Job), yaml.DisallowUnknownFields) == nil {
		i.t.Error("a field that no Job has is let through")
	}
	if job.APIVersion != batchv1.SchemeGroupVersion.String() || job.Kind != "Job" {
		i.t.Errorf("%s %s", job.APIVersion, job.Kind)
	}
	for _, fault := range faultsOf(&job) {
		i.t.Errorf("%s: %s", job.Name, fault)
	}
	return &job
}

// container is the only one of a Job.
func (i *image) container(job *batchv1.Job) corev1.Container {
	i.t.Helper()
	pod := job.Spec.Template.Spec
	if len(pod.Containers) != 1 || pod.RestartPolicy != corev1.RestartPolicyNever || pod.ActiveDeadlineSeconds == nil {
		i.t.Fatalf("%+v", pod)
	}
	if pod.AutomountServiceAccountToken == nil || *pod.AutomountServiceAccountToken {
		i.t.Errorf("pods of %s can ask Kubernetes", job.Name)
	}
	c := pod.Containers[0]
	if c.Image != "registry.example/sweep:1" || c.Command != nil || c.WorkingDir != "/plan" {
		i.t.Errorf("%+v", c)
	}
	if c.Resources.Requests.Memory().Cmp(*c.Resources.Limits.Memory()) != 0 || c.Resources.Requests.Cpu().Value() != 1 {
		i.t.Errorf("%+v", c.Resources)
	}
	volume := pod.Volumes[0]
	if len(c.VolumeMounts) != 1 || c.VolumeMounts[0].Name != volume.Name || c.VolumeMounts[0].MountPath != "/out" || volume.PersistentVolumeClaim == nil {
		i.t.Errorf("%+v %+v", c.VolumeMounts, volume)
	}
	return c
}

// runs runs a container as its pod would: /plan and /out are the image's folders.
func (i *image) runs(c corev1.Container, variables ...string) (string, error) {
	args := make([]string, len(c.Args))
	for k, arg := range c.Args {
		arg = strings.ReplaceAll(arg, "$$", "$") // as the kubelet does
		for _, folder := range [][2]string{{"/plan/", i.plan}, {"/out/", i.out}} {
			if rest, ok := strings.CutPrefix(arg, folder[0]); ok {
				arg = filepath.Join(folder[1], rest)
			}
		}
		args[k] = arg
	}
	cmd := exec.Command(program, args...)
	cmd.Dir, cmd.Env = i.plan, slices.Concat(os.Environ(), variables)
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func (i *image) pod(c corev1.Container, index int) {
	i.t.Helper()
	if out, err := i.runs(c, fmt.Sprintf("JOB_COMPLETION_INDEX=%d", index)); err != nil {
		i.t.Errorf("pod %d: %v\n%s", index, err, out)
	}
}

// TestAJobIsOne decodes each of the Jobs, and runs the containers of their pods: one shard at first, then those that are missing
// by a Job of their own, then the gather.
func TestAJobIsOne(t *testing.T) {
	i := newImage(t, `My "plan" $(HOME) 'x'.yaml`)
	job := i.job("--time", "1:30:00", "--memory", "300M", "--at-once", "2")
	s := job.Spec
	if *s.CompletionMode != batchv1.IndexedCompletion || *s.Completions != 3 || *s.Parallelism != 2 || *s.BackoffLimitPerIndex != 3 || job.Name != "my-plan-home-x" {
		t.Errorf("%s %+v", job.Name, s)
	}
	if *s.Template.Spec.ActiveDeadlineSeconds != 5400 || s.Template.Spec.Containers[0].Resources.Limits.Memory().Value() != 300<<20 {
		t.Errorf("%+v", s.Template.Spec)
	}
	i.pod(i.container(job), 1)
	status, err := i.runs(i.container(i.job("--job", "status")))
	if err != nil || !strings.Contains(status, "Of 3 shards 1 is done and 2 are missing.") || !strings.Contains(status, "--only 1,3 | kubectl replace --force -f -") {
		t.Errorf("%v\n%s", err, status)
	}
	again := i.job("--only", "1,3")
	if *again.Spec.Completions != 2 || again.Name != "my-plan-home-x-1-3" {
		t.Errorf("%s %+v", again.Name, again.Spec)
	}
	c := i.container(again)
	i.pod(c, 0)
	i.pod(c, 1)
	gather := i.job("--job", "gather")
	if gather.Spec.CompletionMode != nil || gather.Spec.Completions != nil {
		t.Errorf("%+v", gather.Spec)
	}
	large := i.job("--job", "gather", "--memory", "3G", "--time", "2:00:00")
	c = i.container(large)
	if memory, seconds := c.Resources.Limits.Memory().Value(), *large.Spec.Template.Spec.ActiveDeadlineSeconds; memory != 3<<30 || seconds != 7200 {
		t.Errorf("a gather is given %d bytes of memory and %d seconds, not what was asked for", memory, seconds)
	}
	if out, err := i.runs(i.container(gather)); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	whole := exec.Command(program, "sweep", "run", i.file, "--out", filepath.Join(i.out, "whole"), "--quiet")
	whole.Dir = i.plan
	if out, err := whole.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	one, err := os.ReadFile(filepath.Join(i.out, "whole", "sweep.csv"))
	if err != nil {
		t.Fatal(err)
	}
	gathered, err := os.ReadFile(filepath.Join(i.out, strings.TrimSuffix(i.file, ".yaml"), "sweep.csv"))
	if err != nil || string(gathered) != string(one) {
		t.Errorf("the gathered table differs from one machine's: %v", err)
	}
}
