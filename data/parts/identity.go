package parts

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"reconfig/data"
	"reconfig/data/folder"
	"reconfig/data/plans"
)

// Identity says what the parts in a folder are parts of. Parts may be put together, and a folder resumed, only where it
// is the same.
type Identity struct {
	Program  string            `json:"program"` // name and version
	Plan     string            `json:"plan"`    // canonical text
	PlanHash string            `json:"plan_sha256"`
	Case     string            `json:"case"` // name
	CaseHash string            `json:"case_sha256"`
	Files    map[string]string `json:"case_files_sha256"`
	Formats  []string          `json:"formats"` // of the results; the parts do not depend on them
	Shard    int               `json:"shard"`   // from 1
	Shards   int               `json:"shards"`
	Parts    int               `json:"parts"`      // of all shards
	First    int               `json:"first_part"` // of the shard, from 0
	End      int               `json:"end_part"`   // one past the shard's last
}

// identityFile is where a folder of parts says what they are parts of.
const identityFile = "identity.json"

// IdentityOf fills in what a plan and its case say. The parts are left to the caller: one shard, until it says otherwise.
func IdentityOf(program string, c *data.Case, p *plans.Plan) Identity {
	return Identity{
		Program: program, Formats: p.Formats, Plan: p.Canonical(), PlanHash: p.Hash(), Case: c.Name, CaseHash: c.Hash(), Files: c.Hashes, Shard: 1, Shards: 1,
	}
}

// ReadIdentity reads what the parts in a folder are parts of.
func ReadIdentity(dir string) (Identity, error) {
	var id Identity
	path := filepath.Join(dir, identityFile)
	if _, err := folder.Stat(dir); errors.As(err, new(*folder.KindError)) {
		return id, err
	}
	content, err := folder.ReadFile(path, folder.MostBytes)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return id, &NoPartsError{dir}
	case err != nil:
		return id, fmt.Errorf("%s: %w", path, folder.Reason(err))
	}
	return parseIdentity(path, content)
}

// NoPartsError says that a folder holds no parts of a sweep.
type NoPartsError struct{ Dir string }

func (e *NoPartsError) Error() string {
	return e.Dir + " holds no parts of a sweep: it has no " + identityFile
}

// OtherIdentityError says that a folder holds parts of something else.
type OtherIdentityError struct {
	Dir         string
	Differences []string
}

func (e *OtherIdentityError) Error() string {
	return fmt.Sprintf("%s holds parts of another sweep, so it cannot be resumed:\n  %s\nDelete the folder to begin again, or choose another", e.Dir, strings.Join(e.Differences, "\n  "))
}

// SameInputs says in words what differs between what two sweeps were computed from; nothing if it is the same.
func (id Identity) SameInputs(now Identity) []string { return id.differencesOfInputs(now) }

// Differences says in words what of another identity differs from this one, which is the earlier.
func (id Identity) Differences(now Identity) []string {
	all := id.differencesOfInputs(now)
	if id.Shard != now.Shard || id.Shards != now.Shards {
		all = append(all, fmt.Sprintf("it is shard %d of %d, this is shard %d of %d", id.Shard, id.Shards, now.Shard, now.Shards))
	} else if id.Parts != now.Parts || id.First != now.First || id.End != now.End {
		all = append(all, fmt.Sprintf("it has %s, this has %s", id.share(), now.share()))
	}
	return all
}

// share says which parts of the sweep are the shard's, counted from 1.
func (id Identity) share() string {
	if id.First == id.End {
		return fmt.Sprintf("none of %d parts", id.Parts)
	}
	return fmt.Sprintf("parts %d to %d of %d", id.First+1, id.End, id.Parts)
}

// SameSweep says in words what keeps the parts of two shards from being put together; nothing if they can be.
func (id Identity) SameSweep(other Identity) []string {
	all := id.differencesOfInputs(other)
	if id.Shards != other.Shards || id.Parts != other.Parts {
		all = append(all, fmt.Sprintf("one is of %d shards and %d parts, the other of %d and %d", id.Shards, id.Parts, other.Shards, other.Parts))
	}
	return all
}

func (id Identity) differencesOfInputs(now Identity) []string {
	var all []string
	if id.Program != now.Program {
		all = append(all, fmt.Sprintf("made by %s, this is %s", id.Program, now.Program))
	}
	if id.Plan != now.Plan || id.PlanHash != now.PlanHash {
		for _, d := range differencesOfText(id.Plan, now.Plan) {
			all = append(all, "the plan has changed: "+d)
		}
	}
	if id.Case != now.Case {
		return append(all, fmt.Sprintf("it is of the case %s, this is of %s", id.Case, now.Case))
	}
	if id.CaseHash != now.CaseHash {
		all = append(all, differencesOfFiles(id.Files, now.Files)...)
	}
	return all
}

// differencesOfText compares two plans line by line: each line is a key and its value.
func differencesOfText(before, now string) []string {
	const most = 5
	old, current := strings.Split(strings.TrimSpace(before), "\n"), strings.Split(strings.TrimSpace(now), "\n")
	var all []string
	for _, line := range old {
		key, value, _ := strings.Cut(line, ": ")
		i := slices.IndexFunc(current, func(l string) bool { k, _, _ := strings.Cut(l, ": "); return k == key })
		switch {
		case i < 0:
			all = append(all, strings.TrimSpace(line)+" is gone")
		case current[i] != line:
			_, is, _ := strings.Cut(current[i], ": ")
			all = append(all, fmt.Sprintf("%s was %s and is %s", strings.TrimSpace(key), value, is))
		}
	}
	for _, line := range current {
		key, _, _ := strings.Cut(line, ": ")
		if !slices.ContainsFunc(old, func(l string) bool { k, _, _ := strings.Cut(l, ": "); return k == key }) {
			all = append(all, strings.TrimSpace(line)+" is new")
		}
	}
	switch {
	case len(all) == 0:
		all = []string{"its assumptions come in another order"}
	case len(all) > most:
		all = append(all[:most], "…")
	}
	return all
}

// differencesOfFiles says which files of a case have changed.
func differencesOfFiles(before, now map[string]string) []string {
	var all []string
	for _, name := range slices.Sorted(maps.Keys(before)) {
		switch hash, ok := now[name]; {
		case !ok:
			all = append(all, "the case's "+name+" is gone")
		case hash != before[name]:
			all = append(all, "the case's "+name+" has changed")
		}
	}
	for _, name := range slices.Sorted(maps.Keys(now)) {
		if _, ok := before[name]; !ok {
			all = append(all, "the case's "+name+" is new")
		}
	}
	if len(all) == 0 {
		all = []string{"the case has changed"}
	}
	return all
}
