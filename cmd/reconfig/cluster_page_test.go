//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// planOfPage has eight parts, of a case in which a run takes microseconds.
const planOfPage = "case: ./small\nstructures: [full-merger, apart]\nhorizon: 0.25\ndraws: 524288\nsampler: random\noutcomes: [structure_npv_k]\n"

// commandsOn lists the commands of a section of docs/cluster.md, in order; those before the first section where it is "".
func commandsOn(t *testing.T, section string) (commands []string) {
	t.Helper()
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "cluster.md"))
	if err != nil {
		t.Fatal(err)
	}
	text := string(page)
	if section != "" {
		_, text, _ = strings.Cut(text, "\n## "+section+"\n")
	}
	text, _, _ = strings.Cut(text, "\n## ")
	for line := range strings.Lines(text) {
		if command, ok := strings.CutPrefix(line, "    "); ok {
			commands = append(commands, strings.TrimSpace(command))
		}
	}
	return commands
}

// lab is a Slurm of its own on this machine, and a folder to work in.
type lab struct {
	t   *testing.T
	dir string
	env []string
}

// startSlurm starts it. Where there is none the test is skipped with the command that installs it.
func startSlurm(t *testing.T) *lab {
	t.Helper()
	for _, program := range []string{"slurmctld", "slurmd", "munged", "sbatch"} {
		if _, err := exec.LookPath(program); err != nil || os.Getuid() != 0 {
			t.Skip("no Slurm to run a sweep on: apt-get install slurm-wlm munge, and run the tests as root")
		}
	}
	script, err := filepath.Abs(filepath.Join("..", "..", ".ci", "slurm", "lab.sh"))
	if err != nil {
		t.Fatal(err)
	}
	at, err := os.MkdirTemp("", "slurm") // short, because the path of a socket may have no more than 108 letters
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(at) })
	t.Cleanup(func() { _ = exec.Command(script, "down", at).Run() })
	if out, err := exec.Command(script, "up", at, "2", "2").CombinedOutput(); err != nil {
		t.Fatalf("Slurm is installed and does not start: %v\n%s", err, out)
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "bin") + string(filepath.ListSeparator) + os.Getenv("PATH")
	return &lab{t, dir, append(os.Environ(), "SLURM_CONF="+filepath.Join(at, "slurm.conf"), "PATH="+path)}
}

// stopsTask5 is the program, which in task 5 stops in the midst of its first run, so that there is time to kill it.
const stopsTask5 = `#!/bin/bash
if [ "${SLURM_ARRAY_TASK_ID:-}" = 5 ] && mkdir stopped 2>/dev/null; then
	PROGRAM "$@" &
	until [ -s out/plan.shard-5-of-8/lock ]; do sleep 0.01; done
	kill -STOP $! && touch stopped/now
	wait
fi
exec PROGRAM "$@"
`

// sleepsShortly is sleep, but for the minute that a gather waits until it looks again.
const sleepsShortly = `#!/bin/bash
if [ "$1" = 60 ]; then exit; fi
exec /bin/sleep "$@"
`

// putsProgram puts it into the folder, and where the shell finds it first: built into the tests it calls itself by its name alone.
func (l *lab) putsProgram() {
	program, err := exec.LookPath("reconfig")
	if err != nil {
		l.t.Fatal(err)
	}
	l.writes("bin/reconfig", strings.ReplaceAll(stopsTask5, "PROGRAM", "'"+program+"'"))
	l.writes("bin/sleep", sleepsShortly)
	l.types("chmod +x bin/reconfig bin/sleep; ln -s bin/reconfig .")
}

// types runs a command as it is typed.
func (l *lab) types(command string) string {
	l.t.Helper()
	cmd := exec.Command("bash", "-c", command)
	cmd.Dir, cmd.Env = l.dir, l.env
	out, err := cmd.CombinedOutput()
	if err != nil {
		l.t.Fatalf("%s: %v\n%s", command, err, out)
	}
	return string(out)
}

// waits until a command of the shell is true.
func (l *lab) waits(condition string) {
	l.t.Helper()
	l.types("for i in {1..1200}; do if " + condition + "; then exit; fi; sleep 0.05; done; squeue; tail -n 5 *.log; exit 1")
}

var arrayJob = regexp.MustCompile(`: job (\d+); their gather: job (\d+), see (\S+)`)

// TestASweepOnSlurm types what the page says on a real Slurm. One of eight shards fails and one is killed; these are submitted
// again, and the result has the bytes of one machine's.
func TestASweepOnSlurm(t *testing.T) {
	commands := commandsOn(t, "Slurm")
	if len(commands) != 4 {
		t.Fatalf("the page has other commands than this test knows: %q", commands)
	}
	l := startSlurm(t)
	l.putsProgram()
	writeSmall(t, filepath.Join(l.dir, "small"))
	l.writes("plan.yaml", planOfPage)
	l.types(commands[0])
	l.writes("out/plan.shard-3-of-8", "where a folder should be, so that task 3 fails")
	found := arrayJob.FindStringSubmatch(l.types(commands[1]))
	if found == nil {
		t.Fatal("no job was submitted")
	}
	l.waits("[ -e stopped/now ] && " + commands[2] + ` | grep -Eq "^ +5 +running "`)
	if status := l.types(commands[2]); !regexp.MustCompile(`(?m)^ +5 +running `).MatchString(status) {
		t.Errorf("task 5 is not said to run:\n%s", status)
	}
	l.types("scancel --signal=KILL --full " + found[1] + "_5")
	l.waits(`[ -z "$(squeue -h)" ] && [ -s ` + found[3] + " ]")
	t.Log(l.types("cat " + found[3]))
	status := l.types("rm out/plan.shard-3-of-8; " + commands[2])
	for _, line := range []string{"- Of 8 shards 6 are done and 2 are missing.", "  sbatch --array=3,5 sweep.sbatch", "  " + commands[3]} {
		if !strings.Contains(status, line+"\n") {
			t.Errorf("%q is not in\n%s", line, status)
		}
	}
	if gather := l.types("cat " + found[3]); !strings.Contains(gather, "sbatch --array=3,5 sweep.sbatch") {
		t.Errorf("the gather does not say how to go on:\n%s", gather)
	}
	kept := l.types("stat -c '%n %Y %i' out/plan.shard-1-of-8/*")
	l.types(commands[3])
	l.waits("[ -e out/plan/datapackage.json ]")
	if now := l.types("stat -c '%n %Y %i' out/plan.shard-1-of-8/*"); now != kept {
		t.Errorf("shard 1 was run again:\n%s%s", kept, now)
	}
	l.types("./reconfig sweep run plan.yaml --out whole --quiet")
	sameFolder(t, filepath.Join(l.dir, "whole"), filepath.Join(l.dir, "out", "plan"))
}

func (l *lab) writes(file, text string) {
	l.t.Helper()
	path := filepath.Join(l.dir, file)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		l.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		l.t.Fatal(err)
	}
}

var (
	fileGiven = regexp.MustCompile(`^kubectl replace --force -f (\S+)$`)
	jobNamed  = regexp.MustCompile(`^kubectl (?:logs|wait --for=condition=complete --timeout=5m) job/(\S+)$`)
)

// TestCommandsOfTheClusterPage types what the page says besides Slurm's. kubectl is not run: the files that it is given must be
// there, and hold the job that is named. A module in .ci/kubernetes decodes them and runs what their pods would.
func TestCommandsOfTheClusterPage(t *testing.T) {
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("no bash to type commands in")
	}
	l := &lab{t, t.TempDir(), append(os.Environ(), "SLURM_ARRAY_TASK_ID=8")}
	writeSmall(t, filepath.Join(l.dir, "small"))
	l.writes("plan.yaml", planOfPage)
	commands := append(append(commandsOn(t, ""), commandsOn(t, "Kubernetes")...), commandsOn(t, "Other engines")...)
	if len(commands) != 12 {
		t.Errorf("the page has other commands than this test knows: %q", commands)
	}
	jobs := ""
	for _, command := range commands {
		given, named := fileGiven.FindStringSubmatch(command), jobNamed.FindStringSubmatch(command)
		switch {
		case given != nil:
			jobs += l.types("cat " + given[1])
		case named != nil:
			if !strings.Contains(jobs, "\n  name: "+named[1]+"\n") {
				t.Errorf("%s: no such job in\n%s", command, jobs)
			}
		default:
			l.types(strings.TrimPrefix(command, "./"))
		}
	}
	if strings.Count(jobs, "kind: Job\n") != 4 {
		t.Errorf("the page starts\n%s", jobs)
	}
	l.types("[ -e out/plan.shard-8-of-8/part-0000007 ]")
}
