//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestEveryCommandRefusesPipes gives every command that reads a named pipe in place of a file or a folder, or a folder that
// holds one. To open it would be to wait for ever.
func TestEveryCommandRefusesPipes(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"p", "p.xlsx", "p.html", "p.csv", "p.yaml", "case/sources.csv", "run/outcomes.csv", "sweep/sweep.csv", "described/datapackage.json", "shard/identity.json"} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := syscall.Mkfifo(name, 0o644); err != nil {
			t.Skip("no pipes here:", err)
		}
	}
	for name, text := range map[string]string{
		"plan.yaml": "draws: 0\ncase: ./p.xlsx\n", "described/outcomes.csv": "structure,structure_npv_k\nmerger,1\n", "bodies.csv": "name,population,cost\nA,1000,10\nB,2000,20\n",
	} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, command := range []string{
		"case check ./p.xlsx", "case check p", "case check case", "case show p", "case copy p.xlsx new", "case upgrade p.xlsx",
		"case new new --from p.csv", "case new new --from bodies.csv --neighbours p.csv",
		"run --case p", "report --case p", "report --draws 0 --out p.html", "compare merger cluster --case p", "backtest --case p", "decide --case p", "variants --case p", "design functions --case p",
		"discover merger --where net_benefit_k<0 --case p", "discover merger --where net_benefit_k<0 --sweep p", "discover merger --where net_benefit_k<0 --sweep sweep",
		"sensitivity tornado merger --case p", "sweep init new.yaml --case p", "sweep run p.yaml", "sweep run plan.yaml",
		"sweep gather p", "sweep gather shard", "plot p", "plot run", "plot sweep", "plot described",
	} {
		cmd := exec.Command("reconfig", strings.Fields(command)...)
		timer := time.AfterFunc(10*time.Second, func() { _ = cmd.Process.Kill() })
		out, err := cmd.CombinedOutput()
		timer.Stop()
		if err == nil || !strings.Contains(string(out), "a named pipe") {
			t.Errorf("%s: %v\n%.300s", command, err, out)
		}
	}
}
