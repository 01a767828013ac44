package parts

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// Shards are folders of parts that together hold every part of a sweep once.
type Shards struct {
	folders []*Parts
	of      []*Parts // by part
}

// OpenShards opens folders of parts to read them as one. It returns an error that lists every folder that is of another
// sweep, and every part that is missing or there twice.
func OpenShards(dirs []string) (*Shards, error) {
	s := &Shards{}
	err := s.open(dirs)
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func (s *Shards) open(dirs []string) error {
	for _, dir := range dirs {
		p, err := Read(dir)
		if err != nil {
			return err
		}
		s.folders = append(s.folders, p)
	}
	if faults := s.check(); len(faults) > 0 {
		return fmt.Errorf("the shards cannot be joined:\n  %s", strings.Join(faults, "\n  "))
	}
	return nil
}

// check finds the folder of every part, and lists what is wrong.
func (s *Shards) check() (faults []string) {
	first := s.folders[0]
	s.of = make([]*Parts, first.identity.Parts)
	for _, p := range s.folders {
		if differences := first.identity.SameSweep(p.identity); len(differences) > 0 {
			faults = append(faults, fmt.Sprintf("%s is of another sweep than %s: %s", p.dir, first.dir, strings.Join(differences, "; ")))
			continue
		}
		if missing := p.Missing(); len(missing) > 0 {
			faults = append(faults, p.unfinished(len(missing)))
		}
		if !slices.Equal(p.identity.Formats, first.identity.Formats) {
			faults = append(faults, fmt.Sprintf("%s: property formats: expected %s, as in %s; here are %s", filepath.Join(p.dir, identityFile),
				strings.Join(first.identity.Formats, ", "), first.dir, strings.Join(p.identity.Formats, ", ")))
			continue
		}
		if p.identity.End > p.identity.First && s.of[p.identity.First] != nil {
			faults = append(faults, fmt.Sprintf("%s holds the same parts as %s: shard %d of %d is there twice", p.dir, s.of[p.identity.First].dir, p.identity.Shard, p.identity.Shards))
			continue
		}
		for part := p.identity.First; part < p.identity.End; part++ {
			s.of[part] = p
		}
	}
	if len(faults) == 0 && slices.Contains(s.of, nil) {
		faults = append(faults, fmt.Sprintf("of %d shards %s missing", first.identity.Shards, s.absent()))
	}
	return faults
}

// unfinished says how many parts are missing, and what to do: wait if a process works on them, as far as its sign of life tells.
func (p *Parts) unfinished(missing int) string {
	all, parts, are, next := p.identity.End-p.identity.First, "parts", "are", "run its shard again"
	if all == 1 {
		parts = "part"
	}
	if missing == 1 {
		are = "is"
	}
	if worker := WorkerIn(p.dir); worker != "" {
		next = "process " + worker + " works on it, so wait"
	}
	return fmt.Sprintf("%s is not finished: of its %d %s %d %s missing; %s", p.dir, all, parts, missing, are, next)
}

// absent lists the shards that no folder is of.
func (s *Shards) absent() string {
	there := map[int]bool{}
	for _, p := range s.folders {
		there[p.identity.Shard] = true
	}
	var absent []string
	for i := 1; i <= s.folders[0].identity.Shards; i++ {
		if !there[i] {
			absent = append(absent, fmt.Sprint(i))
		}
	}
	if len(absent) == 1 {
		return "number " + absent[0] + " is"
	}
	const most = 10
	if len(absent) > most {
		return fmt.Sprintf("%d are", len(absent))
	}
	return "numbers " + strings.Join(absent, ", ") + " are"
}

// Identity is what the shards are of.
func (s *Shards) Identity() Identity { return s.folders[0].identity }

// Read reads a part. One that is not as it was written gives a DamagedPartError.
func (s *Shards) Read(part int) ([]byte, error) { return s.of[part].Read(part) }

// Close gives the folders free for others.
func (s *Shards) Close() error {
	var failed error
	for _, p := range s.folders {
		failed = errors.Join(failed, p.Close())
	}
	return failed
}
