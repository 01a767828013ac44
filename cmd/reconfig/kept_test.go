package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
)

// notKept are large tables that no page needs. The description of their folder, which is kept, has their check sums.
var notKept = []string{"summary.csv", "trajectories.csv", "convergence.csv", "levy.csv", "fund.csv", "switching_map.csv", "map_sectors.csv"}

// keep holds the folders that commands wrote against those that are kept, or replaces these with -update.
func (p *pageOf) keep(kept string) {
	p.t.Helper()
	folders, err := os.ReadDir(p.dir)
	if err != nil {
		p.t.Fatal(err)
	}
	for _, folder := range folders {
		if *update {
			if err := os.RemoveAll(filepath.Join(kept, folder.Name())); err != nil {
				p.t.Fatal(err)
			}
		}
		files, err := os.ReadDir(filepath.Join(p.dir, folder.Name()))
		if err != nil {
			p.t.Fatal(err)
		}
		for _, file := range files {
			if p.keeps(folder.Name(), file.Name()) {
				keepFile(p.t, filepath.Join(p.dir, folder.Name(), file.Name()), filepath.Join(kept, folder.Name(), file.Name()))
			}
		}
	}
}

// keeps says whether a file of a folder is kept.
func (p *pageOf) keeps(folder, file string) bool {
	switch {
	case slices.Contains(p.also, folder+"/"+file):
		return true
	case len(p.kept) > 0:
		return slices.Contains(p.kept, file)
	}
	return !slices.Contains(notKept, file)
}

// builds are those that descriptions of sweeps name; each test binary is another.
var builds = regexp.MustCompile(`"build": "[^"]*"`)

// keepFile holds a file against the one that is kept, or replaces that.
func keepFile(t *testing.T, from, to string) {
	t.Helper()
	content, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	content = builds.ReplaceAll(content, []byte(`"build": ""`))
	if *update {
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, content, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if was, err := os.ReadFile(to); err != nil || !bytes.Equal(was, content) {
		t.Errorf("%s is not what its command writes now; `make docs` writes it anew (%v)", to, err)
	}
}
