//go:build unix

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"reconfig/data"
	"reconfig/model/modeltest"
)

// TestEveryCommandStopsWithinHalfASecond interrupts commands while they read inputs that are as long as may be, or compute. A
// busy machine may need another try.
func TestEveryCommandStopsWithinHalfASecond(t *testing.T) {
	t.Chdir(t.TempDir())
	writeLong(t)
	commands := []string{
		"case check long", "plot results", "decide --draws 200000 --no-figures",
		"case show long", "case copy long new", "case upgrade long", "case new new --from long.csv", "run --case long", "report --case long", "report --draws 1000000", "explore --case long", "compare merger cluster --case long",
		"backtest --case long", "decide --case long", "variants --case long", "design functions --case long", "discover merger --where net_benefit_k<0 --case long",
		"discover merger --where net_benefit_k<0 --sweep results", "sensitivity tornado merger --case long", "sweep init new.yaml --case long",
		"sweep run plan.yaml", "sweep run plan.yaml --dry-run", "run --draws 1000000 --no-figures", "variants --draws 100000",
		"sensitivity sobol merger --no-figures", "design functions --no-figures", "design map --no-figures", "sweep run many.yaml --no-figures", "sweep run many.yaml --dry-run",
	}
	for _, command := range commands[:modeltest.ShortOrLong(3, len(commands))] {
		for try := 1; ; try++ {
			took, out := interrupted(t, strings.Fields(command))
			if took <= 500*time.Millisecond {
				break
			}
			if try == 4 {
				t.Errorf("%s: took %v to stop: %.300s", command, took, out)
				break
			}
		}
	}
}

// writeLong writes a case, a result and a table of bodies, each just within what is read of its kind.
func writeLong(t *testing.T) {
	t.Helper()
	if err := data.CopyCase("london-2010", "long"); err != nil {
		t.Fatal(err)
	}
	commissioners := filepath.Join("long", "commissioners.csv")
	content, err := os.ReadFile(commissioners)
	if err != nil {
		t.Fatal(err)
	}
	_, rows, _ := bytes.Cut(content, []byte("\n"))
	results, bodies := "structure,name,structure_npv_k\n", "name,population,cost\n"
	for path, text := range map[string]string{
		commissioners:          string(content) + strings.Repeat(string(rows), 50<<20/len(rows)),
		"results/outcomes.csv": results + strings.Repeat("merger,Merger,123.25\n", 2<<20),
		"results/sweep.csv":    "point,structure,structure_npv_k,net_benefit_k,target.reduction\n" + strings.Repeat("1,merger,123.25,5,0.5\n", 1_900_000),
		"long.csv":             bodies + strings.Repeat("A,1000,10\n", 2<<20),
		"plan.yaml":            "case: ./long\ndraws: 0\n",
		"many.yaml":            "case: london-2010\ndraws: 1000000\n",
	} {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// interrupted runs the program, interrupts it and says how long it then took to end. It must not have been done before.
func interrupted(t *testing.T, args []string) (time.Duration, string) {
	t.Helper()
	cmd := exec.Command("reconfig", args...)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(150 * time.Millisecond)
	start := time.Now()
	if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	limit := time.AfterFunc(10*time.Second, func() { _ = cmd.Process.Kill() })
	err := cmd.Wait()
	limit.Stop()
	status, _ := cmd.ProcessState.Sys().(syscall.WaitStatus)
	if early := status.Signaled() && status.Signal() == syscall.SIGINT; !early && (err == nil || !strings.Contains(out.String(), "interrupted")) {
		t.Errorf("%v: %v: %.300s", args, err, out.String())
	}
	return time.Since(start), out.String()
}
