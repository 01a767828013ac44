//go:build unix

package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"reconfig/model/modeltest"
)

// killedPlans are of several parts each, with some work in the end too: sketches, and every draw in two formats.
func killedPlans() []string {
	const head = "horizon: 0.25\nsampler: random\nstructures: [full-merger, apart]\noutcomes: [structure_npv_k]\n"
	if !modeltest.Long() {
		return []string{head + "case: ./cheap\ndraws: 66000\n"}
	}
	return []string{`
case: london-2010
structures: [merger]
draws: 250000
outcomes: [structure_npv_k]
`, `
case: london-2010
structures: [merger]
vary: {target.reduction: [0.3, 0.5]}
draws: 70000
outcomes: [structure_npv_k]
rows: draws
formats: [csv, parquet]
`, head + "case: ./cheap\ndraws: 66000\n"}
}

// TestKilledSweepsGoOnToTheSameBytes kills sweeps at random moments, takes them up again until they are done, and expects the
// bytes of a sweep that nobody disturbed.
func TestKilledSweepsGoOnToTheSameBytes(t *testing.T) {
	dir := t.TempDir()
	writeSmall(t, filepath.Join(dir, "cheap"))
	plans, kills := killedPlans(), modeltest.ShortOrLong(1, 6)
	sweep := func(plan int, out string) *exec.Cmd {
		file := filepath.Join(dir, fmt.Sprintf("plan-%d.yaml", plan))
		if err := os.WriteFile(file, []byte(plans[plan]), 0o644); err != nil {
			t.Fatal(err)
		}
		return exec.Command("reconfig", "sweep", "run", file, "--quiet", "--out", filepath.Join(dir, out))
	}
	var whole []time.Duration
	for plan := range plans {
		start := time.Now()
		if out, err := sweep(plan, fmt.Sprint("whole-", plan)).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		whole = append(whole, time.Since(start))
	}
	seed := uint64(time.Now().UnixNano())
	t.Log("seed", seed)
	r := rand.New(rand.NewPCG(seed, 1))
	killed := 0
	for i := range kills {
		plan := i % len(plans)
		for !runOrKill(t, sweep(plan, "cut"), time.Duration(r.Float64()*float64(whole[plan])), r.IntN(2) == 0) {
			killed++
			if _, err := os.Stat(filepath.Join(dir, "cut")); err == nil {
				sameFolder(t, filepath.Join(dir, fmt.Sprint("whole-", plan)), filepath.Join(dir, "cut")) // killed after the results were whole
			}
		}
		sameFolder(t, filepath.Join(dir, fmt.Sprint("whole-", plan)), filepath.Join(dir, "cut"))
		if _, err := os.Stat(filepath.Join(dir, "cut.parts")); err == nil {
			t.Error("parts were left behind")
		}
		if err := os.RemoveAll(filepath.Join(dir, "cut")); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d sweeps, killed %d times", kills, killed)
}

// runOrKill runs the command, and says whether it came to its end before it was killed, or interrupted.
func runOrKill(t *testing.T, cmd *exec.Cmd, after time.Duration, interrupt bool) (done bool) {
	t.Helper()
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() {
		if interrupt {
			_ = cmd.Process.Signal(os.Interrupt)
			return
		}
		_ = cmd.Process.Kill()
	})
	err := cmd.Wait()
	timer.Stop()
	if err == nil {
		return true
	}
	status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus)
	if ok && (status.Signaled() || status.ExitStatus() == exitFailed && bytes.Contains(out.Bytes(), []byte("interrupted"))) {
		return false
	}
	t.Fatalf("%v: %s", err, out.String())
	return false
}

// sameFolder compares two folders file by file.
func sameFolder(t *testing.T, want, got string) {
	t.Helper()
	files := 0
	for _, pair := range [][2]string{{want, got}, {got, want}} {
		err := filepath.WalkDir(pair[0], func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			files++
			name, err := filepath.Rel(pair[0], path)
			if err != nil {
				return err
			}
			a, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			b, err := os.ReadFile(filepath.Join(pair[1], name))
			if err != nil {
				return err
			}
			if !bytes.Equal(a, b) {
				t.Errorf("%s differs", name)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
	if files == 0 {
		t.Errorf("nothing in %s", want)
	}
}
