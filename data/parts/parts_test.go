package parts_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"reconfig/data"
	"reconfig/data/folder"
	"reconfig/data/folder/foldertest"
	"reconfig/data/parts"
)

func someIdentity() parts.Identity {
	id := parts.Identity{
		Program: "reconfig 0.1.0", Plan: "case: london-2010\nvary:\n  target.reduction: {from: 0.3, to: 0.7, steps: 9}\ndraws: 1000\n", Case: "london-2010",
		Files:   map[string]string{"assumptions.csv": folder.Hash([]byte("1")), "sectors.csv": folder.Hash([]byte("2"))},
		Formats: []string{"csv"}, Shard: 2, Shards: 3, Parts: 12, First: 4, End: 8,
	}
	id.PlanHash, id.CaseHash = folder.Hash([]byte(id.Plan)), data.HashOf(id.Files)
	return id
}

func openParts(t testing.TB, dir string) *parts.Parts {
	t.Helper()
	p, err := parts.Open(dir, someIdentity())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	return p
}

func keep(t testing.TB, p *parts.Parts, part int, content string) {
	t.Helper()
	if err := p.Write(part, []byte(content)); err != nil {
		t.Fatal(err)
	}
}

func TestPartsAreResumed(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "deep", "parts")
	p := openParts(t, dir)
	if got := p.Missing(); !slices.Equal(got, []int{4, 5, 6, 7}) {
		t.Errorf("missing %v", got)
	}
	keep(t, p, 5, "five")
	keep(t, p, 7, "")
	if !p.Has(5) || p.Has(4) || !slices.Equal(p.Missing(), []int{4, 6}) {
		t.Errorf("missing %v", p.Missing())
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	again := openParts(t, dir)
	if got := again.Missing(); !slices.Equal(got, []int{4, 6}) {
		t.Errorf("resumed, missing %v", got)
	}
	for part, want := range map[int]string{5: "five", 7: ""} {
		if got, err := again.Read(part); err != nil || string(got) != want {
			t.Errorf("part %d: %q (%v)", part, got, err)
		}
	}
	if _, err := again.Read(4); err == nil || !strings.Contains(err.Error(), "it is not there") {
		t.Errorf("a missing part: %v", err)
	}
	for _, part := range []int{-1, 3, 8} {
		if err := again.Write(part, nil); err == nil {
			t.Errorf("part %d of another shard was written", part)
		}
	}
}

// What can become of files, by a kill, a bad disk or somebody's hands.
func TestDamagedParts(t *testing.T) {
	for name, damage := range map[string]func(whole []byte) []byte{
		"cut":               func(b []byte) []byte { return b[:len(b)-1] },
		"cut in the middle": func(b []byte) []byte { return b[:3] },
		"empty":             func([]byte) []byte { return nil },
		"a flipped bit":     func(b []byte) []byte { b[2] ^= 1; return b },
		"a flipped sum":     func(b []byte) []byte { b[len(b)-1] ^= 1; return b },
		"something more":    func(b []byte) []byte { return append(b, 0) },
		"something before":  func(b []byte) []byte { return append([]byte("x"), b...) },
	} {
		dir := filepath.Join(t.TempDir(), "parts")
		p := openParts(t, dir)
		keep(t, p, 5, "content of part five")
		path := filepath.Join(dir, "part-0000005")
		whole, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, damage(whole), 0o644); err != nil {
			t.Fatal(err)
		}
		var damaged *parts.DamagedPartError
		if _, err := p.Read(5); !errors.As(err, &damaged) || damaged.Part != 5 || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: %v", name, err)
		}
		keep(t, p, 5, "made again")
		if got, err := p.Read(5); err != nil || string(got) != "made again" {
			t.Errorf("%s: made again, %q (%v)", name, got, err)
		}
	}
}

// A part that is far too long is known by its length, before it fills the memory.
func TestALongPartIsNotRead(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "parts")
	p := openParts(t, dir)
	keep(t, p, 5, "content")
	if err := os.Truncate(filepath.Join(dir, "part-0000005"), 1<<33); err != nil {
		t.Skip(err)
	}
	start := time.Now()
	var damaged *parts.DamagedPartError
	if _, err := p.Read(5); !errors.As(err, &damaged) || time.Since(start) > 500*time.Millisecond {
		t.Errorf("%v after %v", err, time.Since(start))
	}
}

func TestPartsFromElsewhereAreKnown(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "parts")
	p := openParts(t, dir)
	keep(t, p, 5, "content")
	if err := os.Rename(filepath.Join(dir, "part-0000005"), filepath.Join(dir, "part-0000006")); err != nil {
		t.Fatal(err)
	}
	var damaged *parts.DamagedPartError
	if _, err := p.Read(6); !errors.As(err, &damaged) {
		t.Errorf("under another number: %v", err)
	}
}

func TestWhatAKilledProcessLeavesIsRemoved(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "parts")
	openParts(t, dir).Close()
	for _, name := range []string{".part-0000004.unfinished-123", ".identity.json.unfinished-9", "notes.txt", "part-0000009", "part-4", "part-0000005.bak"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p := openParts(t, dir)
	if got := p.Missing(); len(got) != 4 {
		t.Errorf("missing %v: what is no part of the shard was taken for one", got)
	}
	want := []string{"identity.json", "lock", "notes.txt", "part-0000005.bak", "part-0000009", "part-4"}
	if got := foldertest.Files(t, dir); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	keep(t, p, 4, "x")
	if err := p.Remove(); err != nil {
		t.Fatal(err)
	}
	want = []string{"notes.txt", "part-0000005.bak", "part-0000009", "part-4"}
	if got := foldertest.Files(t, dir); !slices.Equal(got, want) {
		t.Errorf("after removal %v, want %v", got, want)
	}
}

// A process may be killed between any two steps of starting a folder.
func TestAFolderHalfStarted(t *testing.T) {
	for _, files := range [][]string{{}, {"lock"}, {"lock", ".identity.json.unfinished-9"}} {
		dir := filepath.Join(t.TempDir(), "parts")
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			if err := os.WriteFile(filepath.Join(dir, name), nil, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		p := openParts(t, dir)
		if got := foldertest.Files(t, dir); !slices.Equal(got, []string{"identity.json", "lock"}) {
			t.Errorf("from %v: %v", files, got)
		}
		if err := p.Remove(); err != nil {
			t.Error(err)
		}
		if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("the folder is left: %v", err)
		}
	}
}

func TestAFolderOfSomethingElseIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "thesis.txt"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	var occupied *folder.OccupiedError
	if _, err := parts.Open(dir, someIdentity()); !errors.As(err, &occupied) {
		t.Errorf("%v", err)
	}
	if got := foldertest.Files(t, dir); !slices.Equal(got, []string{"thesis.txt"}) {
		t.Errorf("%v", got)
	}
	if _, err := parts.Open(filepath.Join(dir, "thesis.txt"), someIdentity()); err == nil {
		t.Error("a file was opened as a folder")
	}
}

func TestAnotherIdentity(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "parts")
	openParts(t, dir).Close()
	before := foldertest.Read(t, filepath.Join(dir, "identity.json"))
	for want, change := range map[string]func(*parts.Identity){
		"made by reconfig 0.1.0, this is reconfig 0.2.0":                                                                  func(id *parts.Identity) { id.Program = "reconfig 0.2.0" },
		"the plan has changed: target.reduction was {from: 0.3, to: 0.7, steps: 9} and is {from: 0.3, to: 0.7, steps: 8}": planned("steps: 9", "steps: 8"),
		"the plan has changed: draws was 1000 and is 500":                                                                 planned("draws: 1000", "draws: 500"),
		"the plan has changed: staff.cost: [50, 60] is new":                                                               planned("draws:", "  staff.cost: [50, 60]\ndraws:"),
		"the plan has changed: target.reduction: {from: 0.3, to: 0.7, steps: 9} is gone":                                  planned("  target.reduction: {from: 0.3, to: 0.7, steps: 9}\n", ""),
		"the case's assumptions.csv has changed":                                                                          file("assumptions.csv", "9"),
		"the case's debts.csv is new":                                                                                     file("debts.csv", "9"),
		"it is of the case london-2010, this is of leeds":                                                                 func(id *parts.Identity) { id.Case = "leeds" },
		"it is shard 2 of 3, this is shard 3 of 3":                                                                        func(id *parts.Identity) { id.Shard, id.First, id.End = 3, 8, 12 },
		"it has parts 5 to 8 of 12, this has parts 5 to 8 of 13":                                                          func(id *parts.Identity) { id.Parts = 13 },
		"it has parts 5 to 8 of 12, this has none of 1 parts":                                                             func(id *parts.Identity) { id.First, id.End, id.Parts = 1, 1, 1 },
		"parts holds parts of another sweep, so it cannot be resumed:\n  made by":                                         func(id *parts.Identity) { id.Program = "x" },
		"Delete the folder to begin again, or choose another":                                                             func(id *parts.Identity) { id.Program = "x" },
		"the plan has changed: target.reduction was {from: 0.3, to: 0.7, steps: 9} and is [1]\n  the case's assumptions.csv has changed": func(id *parts.Identity) {
			planned("{from: 0.3, to: 0.7, steps: 9}", "[1]")(id)
			file("assumptions.csv", "9")(id)
		},
	} {
		id := someIdentity()
		change(&id)
		_, err := parts.Open(dir, id)
		var other *parts.OtherIdentityError
		if !errors.As(err, &other) || !strings.Contains(err.Error(), want) {
			t.Errorf("%v\nwant %s", err, want)
		}
		if foldertest.Read(t, filepath.Join(dir, "identity.json")) != before {
			t.Fatal("the identity was written over")
		}
	}
	openParts(t, dir)
}

func planned(old, replacement string) func(*parts.Identity) {
	return func(id *parts.Identity) {
		id.Plan, id.PlanHash = strings.Replace(id.Plan, old, replacement, 1), "other"
	}
}

func file(name, hash string) func(*parts.Identity) {
	return func(id *parts.Identity) { id.Files[name], id.CaseHash = hash, "other" }
}

func TestShardsOfOneSweep(t *testing.T) {
	a, b := someIdentity(), someIdentity()
	b.Shard, b.First, b.End = 3, 8, 12
	if d := a.SameSweep(b); len(d) > 0 {
		t.Errorf("%v", d)
	}
	b.Shards = 4
	if d := a.SameSweep(b); len(d) != 1 {
		t.Errorf("%v", d)
	}
}

func TestOneProcessAFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "parts")
	p := openParts(t, dir)
	var used *parts.InUseError
	if _, err := parts.Open(dir, someIdentity()); !errors.As(err, &used) || used.Process == "" {
		t.Errorf("opened twice: %v", err)
	}
	if _, err := parts.Read(dir); !errors.As(err, &used) {
		t.Errorf("read while it is written: %v", err)
	}
	p.Close()
	first, err := parts.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	second, err := parts.Read(dir)
	if err != nil {
		t.Fatalf("two readers: %v", err)
	}
	defer second.Close()
	if err := errors.Join(second.Write(4, nil), second.Remove()); err == nil {
		t.Error("written though opened to be read")
	}
	if _, err := parts.Open(dir, someIdentity()); !errors.As(err, &used) {
		t.Errorf("opened while it is read: %v", err)
	}
}

// The lock goes with the process, even if it is killed while it writes; what it finished can be read.
func TestAKilledProcess(t *testing.T) {
	if dir := os.Getenv("RECONFIG_TEST_PARTS"); dir != "" { // the process that will be killed
		p, err := parts.Open(dir, someIdentity())
		if err != nil {
			t.Fatal(err)
		}
		for {
			for part := 4; part < 8; part++ {
				if err := p.Write(part, []byte(strings.Repeat("x", 1<<20))); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	dir := filepath.Join(t.TempDir(), "parts")
	cmd := exec.Command(os.Args[0], "-test.run=^TestAKilledProcess$")
	cmd.Env = append(os.Environ(), "RECONFIG_TEST_PARTS="+dir)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for range 1000 {
		if _, err := os.Stat(filepath.Join(dir, "part-0000004")); err == nil {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	var used *parts.InUseError
	if _, err := parts.Open(dir, someIdentity()); !errors.As(err, &used) {
		t.Errorf("another process works in it: %v", err)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // killed, which is an error
	p := openParts(t, dir)
	for part := 4; part < 8; part++ {
		if !p.Has(part) {
			continue
		}
		if content, err := p.Read(part); err != nil || len(content) != 1<<20 {
			t.Errorf("part %d: %d bytes, %v", part, len(content), err)
		}
	}
	for _, name := range foldertest.Files(t, dir) {
		if strings.Contains(name, "unfinished") {
			t.Errorf("%s is left", name)
		}
	}
}

func TestPartsFromManyGoroutines(t *testing.T) {
	p := openParts(t, filepath.Join(t.TempDir(), "parts"))
	var all sync.WaitGroup
	for part := 4; part < 8; part++ {
		all.Go(func() {
			if err := p.Write(part, []byte{byte(part)}); err != nil {
				t.Error(err)
			}
			p.Missing()
		})
	}
	all.Wait()
	if len(p.Missing()) > 0 {
		t.Errorf("missing %v", p.Missing())
	}
}

func TestBadIdentities(t *testing.T) {
	dir := t.TempDir()
	var none *parts.NoPartsError
	if _, err := parts.Read(dir); !errors.As(err, &none) {
		t.Errorf("an empty folder: %v", err)
	}
	id := someIdentity()
	whole, err := json.Marshal(id)
	if err != nil {
		t.Fatal(err)
	}
	for edit, want := range map[[2]string]string{
		{string(whole), ""}:                              "expected what a sweep wrote there, an object in JSON",
		{string(whole), "[]"}:                            "expected what a sweep wrote there, an object in JSON",
		{string(whole), "null"}:                          "expected what a sweep wrote there, an object in JSON",
		{`"end_part":8}`, `"end_part":8}x`}:              "an object in JSON; it is none from byte ",
		{`"parts":12`, `"parts":-1`}:                     `property parts: "-1": expected a number from 1 to 40000000`,
		{`"parts":12`, `"parts":1000000000000000`}:       `property parts: "1000000000000000": expected a number from 1 to`,
		{`"parts":12`, `"parts":"12"`}:                   `property parts: "\"12\"": expected a whole number`,
		{`"parts":12`, `"parts":14`}:                     `property end_part: "8": expected 9`,
		{`"first_part":4`, `"first_part":3`}:             `property first_part: "3": expected 4, where shard 2 of 3 begins in 12 parts`,
		{`"end_part":8`, `"end_part":9`}:                 `property end_part: "9": expected 8, where shard 2 of 3 ends in 12 parts`,
		{`"shard":2`, `"shard":4`}:                       `property shard: "4": expected a number from 1 to 3, as there are shards`,
		{`"shards":3`, `"shards":0`}:                     `property shards: "0": expected a number from 1 to 1000`,
		{`"formats":["csv"]`, `"formats":[]`}:            `property formats: "[]": expected at least one of csv, parquet`,
		{`"formats":["csv"]`, `"formats":null`}:          `property formats: "null": expected a list of texts`,
		{`"formats":["csv"]`, `"formats":["xlsx"]`}:      `property formats: "xlsx": expected one of csv, parquet`,
		{`"formats":["csv"]`, `"formats":["csv","csv"]`}: `property formats: "csv": expected each only once`,
		{`,"first_part":4,"end_part":8}`, `,}`}:          ", in line 1; properties that are missing: first_part, end_part",
		{`"first_part":4,`, ``}:                          `property first_part: expected a value: the property is missing`,
		{`,"end_part":8`, ``}:                            `property end_part: expected a value: the property is missing`,
		{`"formats":["csv"],`, ``}:                       `property formats: expected a value: the property is missing`,
		{`"shard":2`, `"shard":2,"extra":1`}:             `property extra: "1": expected no such property`,
		{`draws: 1000`, `draws: 2000`}:                   `the SHA-256 of the plan that stands there; one of the two was edited`,
		{id.PlanHash, "00"}:                              `property plan_sha256: "00": expected ` + id.PlanHash,
		{id.CaseHash, "00"}:                              `property case_sha256: "00": expected ` + id.CaseHash,
		{id.Files["sectors.csv"], "00"}:                  `property case_files_sha256.sectors.csv: "00": expected a SHA-256`,
		{`"case":"london-2010"`, `"case":""`}:            `property case: expected the name of a case`,
		{`"program":"reconfig 0.1.0"`, `"program":""`}:   `property program: expected the name and version of the program`,
	} {
		edited := strings.Replace(string(whole), edit[0], edit[1], 1)
		if edited == string(whole) {
			t.Errorf("%s does not stand in %s", edit[0], whole)
		}
		if err := os.WriteFile(filepath.Join(dir, "identity.json"), []byte(edited), 0o644); err != nil {
			t.Fatal(err)
		}
		for _, open := range []func() (*parts.Parts, error){
			func() (*parts.Parts, error) { return parts.Read(dir) },
			func() (*parts.Parts, error) { return parts.Open(dir, id) },
		} {
			if _, err := open(); err == nil || !strings.Contains(err.Error(), filepath.Join(dir, "identity.json")+": ") || !strings.Contains(err.Error(), want) {
				t.Errorf("%q for %q: %v\nwant %s", edit[1], edit[0], err, want)
			}
		}
	}
}

// Shards write in the same formats, or gather would have to choose.
func TestShardsOfOtherFormats(t *testing.T) {
	dir := t.TempDir()
	var dirs []string
	for i, formats := range [][]string{{"csv"}, {"csv", "parquet"}} {
		id := someIdentity()
		id.Shards, id.Shard, id.Parts, id.First, id.End, id.Formats = 2, i+1, 2, i, i+1, formats
		p, err := parts.Open(filepath.Join(dir, fmt.Sprint(i)), id)
		if err != nil {
			t.Fatal(err)
		}
		keep(t, p, i, "x")
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		dirs = append(dirs, filepath.Join(dir, fmt.Sprint(i)))
	}
	if _, err := parts.OpenShards(dirs); err == nil || !strings.Contains(err.Error(), "identity.json: property formats: expected csv, as in "+dirs[0]+"; here are csv, parquet") {
		t.Errorf("%v", err)
	}
}

// Whatever is written is read back.
func TestEveryPartIsReadBack(t *testing.T) {
	p := openParts(t, filepath.Join(t.TempDir(), "parts"))
	rapid.Check(t, func(t *rapid.T) {
		part, content := rapid.IntRange(4, 7).Draw(t, "part"), rapid.SliceOf(rapid.Byte()).Draw(t, "content")
		if err := p.Write(part, content); err != nil {
			t.Fatal(err)
		}
		if got, err := p.Read(part); err != nil || !slices.Equal(got, content) {
			t.Fatalf("%v (%v), want %v", got, err, content)
		}
	})
}
