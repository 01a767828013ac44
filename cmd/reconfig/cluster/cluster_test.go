package cluster

import (
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestEveryEngineNumbersTasks reads the first and the last task of each engine, and refuses the numbers beside them.
func TestEveryEngineNumbersTasks(t *testing.T) {
	first := map[string]int{ // as the engines' manuals have it; on Slurm and PBS as our files and page submit
		"SLURM_ARRAY_TASK_ID": 1, "JOB_COMPLETION_INDEX": 0, "AWS_BATCH_JOB_ARRAY_INDEX": 0, "BATCH_TASK_INDEX": 0,
		"CLOUD_RUN_TASK_INDEX": 0, "PBS_ARRAY_INDEX": 1, "SGE_TASK_ID": 1, "LSB_JOBINDEX": 1,
	}
	if len(first) != len(Engines) {
		t.Fatalf("%d engines", len(Engines))
	}
	for variable, from := range first {
		for text, want := range map[string]int{strconv.Itoa(from): 1, strconv.Itoa(from + 7): 8, strconv.Itoa(from + 8): 0, strconv.Itoa(from - 1): 0, "x": 0, "1.5": 0} {
			got, err := Task(set(variable, text), 8)
			if got != want || (err == nil) != (want > 0) {
				t.Errorf("%s=%s: %d, %v; want %d", variable, text, got, err, want)
			}
			if err != nil && !strings.Contains(err.Error(), variable) {
				t.Errorf("%s=%s: %v does not name it", variable, text, err)
			}
		}
	}
}

// set are variables by name and value.
func set(pairs ...string) func(string) string {
	return func(name string) string {
		for i := 0; i < len(pairs); i += 2 {
			if pairs[i] == name {
				return pairs[i+1]
			}
		}
		return ""
	}
}

func TestWhichTaskIsNotGuessed(t *testing.T) {
	if _, err := Task(set(), 8); err == nil || !strings.Contains(err.Error(), "no engine has numbered this task") {
		t.Error(err)
	}
	if _, err := Task(set("SGE_TASK_ID", "undefined", "LSB_JOBINDEX", "0"), 8); err == nil || !strings.Contains(err.Error(), "no engine has numbered this task") {
		t.Error(err)
	}
	if _, err := Task(set("SLURM_ARRAY_TASK_ID", "3", "JOB_COMPLETION_INDEX", "2"), 8); err == nil || !strings.Contains(err.Error(), "SLURM_ARRAY_TASK_ID, JOB_COMPLETION_INDEX are set") {
		t.Error(err)
	}
	if n, err := Task(set("SGE_TASK_ID", "undefined", "SLURM_ARRAY_TASK_ID", "3"), 8); n != 3 || err != nil {
		t.Error(n, err)
	}
}

func TestTimes(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"90": 90 * time.Minute, "90:30": 90*time.Minute + 30*time.Second, "1:30:00": 90 * time.Minute, "1-12": 36 * time.Hour,
		"1-12:30": 36*time.Hour + 30*time.Minute, "1-12:30:15": 36*time.Hour + 30*time.Minute + 15*time.Second,
		"9999-0": 9999 * 24 * time.Hour, "9999-1": 0, "999999:0:0": 0, "0": 0, "": 0, "1h": 0, "-5": 0, "1-": 0, "99999999999999999999": 0, "1:2:3:4": 0,
	} {
		if got, err := ParseTime(text); got != want || (err == nil) != (want > 0) {
			t.Errorf("%q: %v, %v; want %v", text, got, err, want)
		}
	}
	for want, d := range map[string]time.Duration{"00:10:00": 10 * time.Minute, "01:31:00": 90*time.Minute + time.Second, "2-00:00:00": 48 * time.Hour} {
		if got := slurmTime(d); got != want {
			t.Errorf("%v: %s, want %s", d, got, want)
		}
	}
}

func TestMemory(t *testing.T) {
	for text, want := range map[string]int{"512M": 512, "2G": 2048, "2Gi": 2048, "2GiB": 2048, "999999999M": 999999999, "976563G": 0, "2": 0, "1.5G": 0, "0G": 0, "-1G": 0, "2T": 0} {
		if got, err := ParseMemory(text); got != want || (err == nil) != (want > 0) {
			t.Errorf("%q: %d, %v; want %d", text, got, err, want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for text, want := range map[string][]int{"3": {3}, "3,17": {3, 17}, "1-4,8": {1, 2, 3, 4, 8}, "7,8": {7, 8}} {
		if got, err := ParseNumbers(text, 20); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %v, %v", text, got, err)
		}
		if got := Numbers(want); got != text {
			t.Errorf("%v: %s", want, got)
		}
	}
	for _, text := range []string{"", "0", "21", "5-3", "3,3", "4,3", "a", "1-", "-1", "1,,2", "1-99999999999999999999"} {
		if got, err := ParseNumbers(text, 20); err == nil {
			t.Errorf("%s: %v", text, got)
		}
	}
}

// odd are names that shells and YAML would take for something else.
var odd = []string{"plain", "with space", "it's", `"quoted"`, "$HOME $(touch x) `touch x`", `back\slash`, "#no: comment", "*", "yes", "-x", "ünïcødé", "\u2028", "{{.Out}}"}

// TestShellsTakeWordsAsTheyAre quotes odd names for a real shell.
func TestShellsTakeWordsAsTheyAre(t *testing.T) {
	script := "for w in"
	for _, w := range odd {
		script += " " + Quote(w)
	}
	out, err := exec.Command("sh", "-c", script+`; do printf '%s\n' "$w"; done`).CombinedOutput()
	if err != nil || string(out) != strings.Join(odd, "\n")+"\n" {
		t.Errorf("%v: %s", err, out)
	}
}

func TestNamesThatEndLinesAreRefused(t *testing.T) {
	for _, name := range []string{"plan\ntouch x.yaml", "\u2028x", "\u2029x", "\u0085x", "\xff"} {
		if err := (&Job{Plan: name}).Check(); err == nil {
			t.Errorf("%q may be a name", name)
		}
	}
	if err := (&Job{Plan: odd[4], Out: odd[2]}).Check(); err != nil {
		t.Error(err)
	}
}

// TestNamesThatEnginesTake has on the left what each takes, and on the right what it refuses: sbatch of Slurm 22.05 in a #SBATCH line,
// the API server of Kubernetes, and the grammar of references to images.
func TestNamesThatEnginesTake(t *testing.T) {
	long := strings.Repeat("a", 253)
	for _, x := range []struct {
		check          func(string) error
		takes, refuses []string
	}{
		{CheckPartition, []string{"short", "short,long", "a-b_c.d", "$x`y", "a%b=c", "swéep"},
			[]string{"a\u00a0b", "a\u2028b", "", "a b", "a\tb", "a,", ",a", "a,,b", `a"b`, "it's", `a\b`, "a#b", "a\nb", "a\x7fb"}},
		{CheckClaim, []string{"reconfig", "my-results", "a.b-c.d", "0", long},
			[]string{"", "My-results", "a_b", "-a", "a-", ".a", "a.", "a..b", "a.-b", "a b", "é", "a/b", long + "a", "a\n"}},
		{CheckImage, []string{"x", "sweep:1", "me/sweep", "registry.example/sweep:1", "Registry.Example:5000/a/b__c/d.e---f:V1.0_x-y", "localhost/x", "127.0.0.1:5000/x", "[::1]:5000/x",
			"x@sha256:" + strings.Repeat("0a", 32), "x:1@sha256:" + strings.Repeat("0a", 32), "x:" + strings.Repeat("T", 128), strings.Repeat("a", 237)},
			[]string{"", " x", "x ", "a b", "Sweep:1", "a/Sweep", "x:", "x:-1", "x:1:2", "/x", "x/", "a//b", "a___b", "-a", "a.", "https://registry.example/x", "x@sha256:0a", "x:" + strings.Repeat("T", 129),
				strings.Repeat("a", 238), strings.Repeat("a", 64), "é", "x\n", "x:a/b"}},
	} {
		for _, text := range x.takes {
			if err := x.check(text); err != nil {
				t.Errorf("%q is refused: %v", text, err)
			}
		}
		for _, text := range x.refuses {
			if err := x.check(text); err == nil {
				t.Errorf("%q is taken", text)
			}
		}
	}
	if err := CheckImage("registry.example/Sweep:V1"); err == nil || !strings.Contains(err.Error(), "in lower case") {
		t.Error(err)
	}
}

func TestNamesOfJobs(t *testing.T) {
	for out, want := range map[string]string{
		"out/plan": "plan", "out/My plan's (2nd)": "my-plan-s-2nd", "out/…": "sweep", "out/" + strings.Repeat("a", 99): strings.Repeat("a", 40), "out/abc%A_%a": "abc-a-a",
	} {
		if got := (&Job{Out: out}).name(40); got != want {
			t.Errorf("%s: %s, want %s", out, got, want)
		}
	}
}
