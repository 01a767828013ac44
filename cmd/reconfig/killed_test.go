//go:build unix

package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"reconfig/data/folder"
	"reconfig/model/modeltest"
)

// TestKilledCommandsLeaveNothingHalfWritten kills commands at random moments. What they write is there whole or not at all,
// and the next start gives the same bytes and leaves nothing else.
func TestKilledCommandsLeaveNothingHalfWritten(t *testing.T) {
	dir := t.TempDir()
	seed := uint64(time.Now().UnixNano())
	t.Log("seed", seed)
	r := rand.New(rand.NewPCG(seed, 2))
	killed := 0
	for name, args := range killables(t, dir) {
		whole, cut := filepath.Join(dir, "whole-"+name), filepath.Join(dir, "cut-"+name)
		start := time.Now()
		if out, err := in(t, whole, args).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v: %s", name, err, out)
		}
		lasts, result := time.Since(start), "out"
		if name == "report" { // one file, beside which another may be left unfinished
			result = filepath.Join("out", "report.html")
		}
		for range modeltest.ShortOrLong(1, 10) {
			for tries := 0; tries < 3; tries++ { // a process may be done before it is killed
				if !runOrKill(t, in(t, cut, args), time.Duration(r.Float64()*float64(lasts)), false) {
					killed++
					tries = 3
				}
				if _, err := os.Stat(filepath.Join(cut, result)); err == nil && name != "plot" { // which writes several files
					sameFolder(t, filepath.Join(whole, result), filepath.Join(cut, result))
				}
			}
			if out, err := in(t, cut, args).CombinedOutput(); err != nil {
				t.Fatalf("%s after it was killed: %v: %s", name, err, out)
			}
			sameFolder(t, whole, cut)
			nothingUnfinished(t, cut)
			if err := os.RemoveAll(cut); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Logf("killed %d times", killed)
}

// killables are commands of each kind that write, into a folder out. One that makes a case does not replace it.
func killables(t *testing.T, dir string) map[string][]string {
	t.Helper()
	cheap := filepath.Join(dir, "cheap")
	writeSmall(t, cheap)
	plan := "case: ./cheap\nhorizon: 0.25\nsampler: random\nstructures: [full-merger]\noutcomes: [structure_npv_k]\ndraws: 66000\n"
	if err := os.WriteFile(filepath.Join(dir, "plan.yaml"), []byte(plan), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, command := range []string{
		"sweep run plan.yaml --shard 1/2 --out shards --quiet", "sweep run plan.yaml --shard 2/2 --out shards --quiet",
		"run --case cheap --draws 0 --out drawn --no-figures --quiet",
	} {
		if out, err := in(t, dir, strings.Fields(command)).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v: %s", command, err, out)
		}
	}
	councils, err := filepath.Abs("../../examples/councils.csv")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]string{}
	for name, command := range map[string]string{
		"run":    "run --case ../cheap --draws 100 --out out --quiet --format svg",
		"report": "report --case ../cheap --draws 0 --out out/report.html --quiet",
		"sweep":  "sweep run ../plan.yaml --out out --no-figures --quiet",
		"gather": "sweep gather ../shards.shard-1-of-2 ../shards.shard-2-of-2 --case ../cheap --out out --no-figures --quiet",
		"new":    "case new out --body council --bodies councils --from " + councils,
		"plot":   "plot ../drawn --figure capacity,required-cost --format svg --out out",
	} {
		all[name] = strings.Fields(command)
	}
	return all
}

// in is the program in a folder, with the arguments.
func in(t *testing.T, dir string, args []string) *exec.Cmd {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if args[0] == "case" { // which refuses to replace a case
		if err := os.RemoveAll(filepath.Join(dir, "out")); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("reconfig", args...)
	cmd.Dir = dir
	return cmd
}

// nothingUnfinished expects no name of what was being written in a folder, nor below it.
func nothingUnfinished(t *testing.T, dir string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err == nil && folder.IsUnfinished(entry.Name()) {
			err = fmt.Errorf("%s is left", path)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
