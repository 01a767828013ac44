package kubernetes

import (
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	batchv1 "k8s.io/api/batch/v1"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/util/validation"
)

// faultsOf lists what the API server would refuse in a Job. These are the rules of k8s.io/kubernetes, pkg/apis/batch/validation and
// pkg/apis/core/validation of version 1.37, for the fields that are written. Whoever writes another field adds its rule. The rules
// themselves are not imported: they take 33 replaced modules and two minutes to build.
func faultsOf(job *batchv1.Job) []string {
	f := &faults{}
	f.labels("metadata.name", validation.IsDNS1123Label(job.Name)) // of which the server only warns; it becomes a name of hosts
	f.maps("metadata.labels", job.Labels)
	f.maps("template.labels", job.Spec.Template.Labels)
	f.labels("label job-name", validation.IsValidLabelValue(job.Name)) // which the server adds to the pods
	f.numbers(job)
	f.pod(&job.Spec.Template.Spec)
	return f.all
}

type faults struct{ all []string }

func (f *faults) add(wrong bool, format string, args ...any) {
	if wrong {
		f.all = append(f.all, fmt.Sprintf(format, args...))
	}
}

func (f *faults) labels(what string, found []string) {
	f.add(len(found) > 0, "%s: %s", what, strings.Join(found, "; "))
}

func (f *faults) maps(what string, labels map[string]string) {
	for _, key := range slices.Sorted(maps.Keys(labels)) {
		f.labels(what, slices.Concat(validation.IsQualifiedName(key), validation.IsValidLabelValue(labels[key])))
	}
}

const (
	mostCompletions = 100_000 // of an Indexed Job without maxFailedIndexes
	mostParallel    = 100_000
)

// numbers checks how many pods there are to be, and how often they are tried.
func (f *faults) numbers(job *batchv1.Job) {
	s := job.Spec
	f.add(s.Selector != nil || s.ManualSelector != nil, "the server makes the selector")
	f.add(s.PodFailurePolicy != nil || s.SuccessPolicy != nil || s.PodReplacementPolicy != nil || s.MaxFailedIndexes != nil, "rules of these fields are not here")
	f.add(s.BackoffLimit != nil && *s.BackoffLimit < 0, "backoffLimit %v", s.BackoffLimit)
	if s.CompletionMode == nil || *s.CompletionMode != batchv1.IndexedCompletion {
		f.add(s.BackoffLimitPerIndex != nil, "backoffLimitPerIndex requires indexed completion mode")
		return
	}
	if s.Completions == nil || s.Parallelism == nil {
		f.add(true, "an Indexed Job needs completions, and ours parallelism")
		return
	}
	f.add(*s.Completions < 1 || *s.Completions > mostCompletions, "completions %d", *s.Completions)
	f.add(*s.Parallelism < 1 || *s.Parallelism > min(mostParallel, *s.Completions), "parallelism %d", *s.Parallelism)
	f.add(s.BackoffLimitPerIndex != nil && *s.BackoffLimitPerIndex < 0, "backoffLimitPerIndex %v", s.BackoffLimitPerIndex)
	f.labels("hostname of the last pod", validation.IsDNS1123Label(fmt.Sprintf("%s-%d", job.Name, *s.Completions-1)))
}

func (f *faults) pod(pod *corev1.PodSpec) {
	f.add(pod.RestartPolicy != corev1.RestartPolicyNever, "restartPolicy %s", pod.RestartPolicy)
	f.add(pod.ActiveDeadlineSeconds == nil || *pod.ActiveDeadlineSeconds < 1 || *pod.ActiveDeadlineSeconds > math.MaxInt32, "activeDeadlineSeconds %v", pod.ActiveDeadlineSeconds)
	volumes := map[string]bool{}
	for _, v := range pod.Volumes {
		f.labels("volume "+v.Name, validation.IsDNS1123Label(v.Name))
		f.add(v.PersistentVolumeClaim == nil || len(validation.IsDNS1123Subdomain(v.PersistentVolumeClaim.ClaimName)) > 0, "claim %+v", v.PersistentVolumeClaim)
		volumes[v.Name] = true
	}
	f.add(len(pod.Containers) == 0, "no container")
	for i := range pod.Containers {
		f.container(&pod.Containers[i], volumes)
	}
}

func (f *faults) container(c *corev1.Container, volumes map[string]bool) {
	f.labels("container "+c.Name, validation.IsDNS1123Label(c.Name))
	f.add(c.Image == "" || c.Image != strings.TrimSpace(c.Image), "image %q", c.Image)
	for _, v := range c.Env {
		f.labels("variable "+v.Name, validation.IsEnvVarName(v.Name))
	}
	for _, m := range c.VolumeMounts {
		f.add(!volumes[m.Name] || m.MountPath == "" || strings.Contains(m.MountPath, ":"), "mount %+v", m)
	}
	for name, asked := range c.Resources.Requests {
		limit, limited := c.Resources.Limits[name]
		f.add(asked.Sign() < 0 || limited && asked.Cmp(limit) > 0, "%s: %v asked for, and at most %v", name, asked.String(), limit.String())
		f.add(name == corev1.ResourceMemory && asked.MilliValue()%1000 != 0, "%s is not in whole bytes", name)
	}
}

// TestJobsOfOddNamesAreValid writes Jobs of odd names and sizes; job finds their faults.
func TestJobsOfOddNamesAreValid(t *testing.T) {
	long := strings.Repeat("a", 120)
	i := newImage(t, "2026.yaml")
	for _, name := range []string{long + ".yaml", "a---.yaml", "…yaml", "Ünï (2nd).yaml"} {
		if err := os.WriteFile(filepath.Join(i.plan, name), []byte(plan), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, x := range []struct {
		file  string
		flags []string
	}{
		{"2026.yaml", []string{"--time", "9999-0", "--memory", "999999999M", "--cpus", "1024", "--at-once", "1000"}},
		{long + ".yaml", []string{"--only", "1,3", "--claim", strings.Repeat("a", 253)}},
		{long + ".yaml", []string{"--job", "gather", "--time", "0:01", "--memory", "1M"}},
		{"a---.yaml", []string{"--claim", "a.b-c"}}, {"…yaml", nil}, {"Ünï (2nd).yaml", []string{"--job", "status"}},
	} {
		i.file = x.file
		i.job(x.flags...)
	}
}

// TestManyShardsAreAJob has as many as there may be, and a list of some of them that no name has space for.
func TestManyShardsAreAJob(t *testing.T) {
	i := newImage(t, "many.yaml")
	many := strings.Replace(strings.Replace(plan, "steps: 5", "steps: 1000", 1), "draws: 30000", "draws: 65536", 1)
	if err := os.WriteFile(filepath.Join(i.plan, i.file), []byte(many), 0o644); err != nil {
		t.Fatal(err)
	}
	if job := i.job("--shards", "1000"); *job.Spec.Completions != 1000 || *job.Spec.Parallelism != 1000 {
		t.Errorf("%+v", job.Spec)
	}
	if job := i.job("--shards", "1000", "--only", "1-500,502,504-900,1000"); *job.Spec.Completions != 899 {
		t.Errorf("%+v", job.Spec)
	}
	if job := i.job("--shards", "1000", "--job", "gather"); len(job.Spec.Template.Spec.Containers[0].Args) != 1004 {
		t.Errorf("%d arguments", len(job.Spec.Template.Spec.Containers[0].Args))
	}
}

// TestFaultsOfJobsAreFound spoils a Job in one field at a time.
func TestFaultsOfJobsAreFound(t *testing.T) {
	job := newImage(t, "plan.yaml").job()
	number := func(n int32) *int32 { return &n }
	seconds := int64(math.MaxInt32 + 1)
	for name, spoil := range map[string]func(*batchv1.Job){
		"metadata.name":               func(j *batchv1.Job) { j.Name = "My_job" },
		"hostname of the last pod":    func(j *batchv1.Job) { j.Name = strings.Repeat("a", 62) },
		"metadata.labels":             func(j *batchv1.Job) { j.Labels["-"] = "x" },
		"template.labels":             func(j *batchv1.Job) { j.Spec.Template.Labels["x"] = "a b" },
		"completions 100001":          func(j *batchv1.Job) { j.Spec.Completions = number(100_001) },
		"parallelism 0":               func(j *batchv1.Job) { j.Spec.Parallelism = number(0) },
		"requires indexed completion": func(j *batchv1.Job) { j.Spec.CompletionMode = nil },
		"rules of these fields":       func(j *batchv1.Job) { j.Spec.MaxFailedIndexes = number(1) },
		"restartPolicy":               func(j *batchv1.Job) { j.Spec.Template.Spec.RestartPolicy = "" },
		"activeDeadlineSeconds":       func(j *batchv1.Job) { j.Spec.Template.Spec.ActiveDeadlineSeconds = &seconds },
		"claim":                       func(j *batchv1.Job) { j.Spec.Template.Spec.Volumes[0].PersistentVolumeClaim.ClaimName = "My_claim" },
		"image":                       func(j *batchv1.Job) { j.Spec.Template.Spec.Containers[0].Image = " x" },
		"variable":                    func(j *batchv1.Job) { j.Spec.Template.Spec.Containers[0].Env[0].Name = "a=b" },
		"mount":                       func(j *batchv1.Job) { j.Spec.Template.Spec.Containers[0].VolumeMounts[0].Name = "other" },
		"at most": func(j *batchv1.Job) {
			c := &j.Spec.Template.Spec.Containers[0]
			c.Resources.Limits[corev1.ResourceMemory] = *c.Resources.Requests.Cpu()
		},
	} {
		spoilt := job.DeepCopy()
		spoil(spoilt)
		if found := strings.Join(faultsOf(spoilt), "\n"); !strings.Contains(found, name) {
			t.Errorf("%s is not found in %q", name, found)
		}
	}
}
