// Package plans reads the plans of sweeps from YAML, checks them against their cases, and says where in the file a fault is.
package plans

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"reconfig/data"
	"reconfig/data/folder"
	"reconfig/data/sweeptable"
	"reconfig/data/table"
	"reconfig/model"
	"reconfig/model/plan"
)

// Plan is a sweep's plan as it was read, with where each of its values stands.
type Plan struct {
	*plan.Plan
	File      string
	Text      string              // as it was read
	positions map[string]position // of each value, by its path
	keys      map[string]position // of the key before it
}

// position is where something stands in the plan's file.
type position struct{ line, column int }

// Parse reads a plan from its content; name is that of its file, for messages.
func Parse(name string, content []byte) (*Plan, error) {
	p, problems := parsePlan(name, content)
	return p.unless(problems)
}

// Open reads a plan and its case, and checks the one against the other. table.Problems holds all that is wrong with the
// plan, as far as can be told.
func Open(file string) (*Plan, *data.Case, error) {
	p, problems, err := readPlan(file)
	if err != nil {
		return nil, nil, err
	}
	if p.Case == "" {
		_, err := p.unless(problems)
		return nil, nil, err
	}
	c, err := data.OpenCase(p.CaseFolder())
	if err != nil {
		var unknown *data.UnknownCaseError
		if errors.As(err, &unknown) {
			at := p.position([]string{"case"})
			problems = append(problems, table.Problem{
				File: file, Line: at.line, Place: at.column, Path: "case", Value: p.Case,
				Expected: "a case that comes with the program (" + strings.Join(data.CaseNames(), ", ") + ") or a folder or workbook (.xlsx); one beside the plan starts with ./",
			})
		}
		if _, unread := p.unless(problems); unread != nil {
			return nil, nil, unread
		}
		return nil, nil, err
	}
	if _, err := p.unless(append(problems, p.problems(c.Case, problems)...)); err != nil {
		return nil, nil, err
	}
	return p, c, nil
}

func readPlan(file string) (*Plan, table.Problems, error) {
	info, err := folder.Stat(file)
	switch {
	case errors.As(err, new(*folder.KindError)):
		return nil, nil, err
	case err != nil:
		return nil, nil, fmt.Errorf("%s: %w", file, folder.Reason(err))
	case info.IsDir():
		return nil, nil, fmt.Errorf("%s is a folder; a plan is a file in YAML", file)
	case info.Size() > maxPlanBytes:
		return nil, nil, table.Problems{{File: file, Expected: fmt.Sprintf("a plan of at most 1 MB; it has %d bytes", info.Size())}}
	}
	content, err := folder.ReadStart(file, maxPlanBytes+1) // which says that it is too long
	if err != nil {
		return nil, nil, err
	}
	p, problems := parsePlan(file, content)
	return p, problems, nil
}

// unless is the plan, or its problems if there are any, in the order of the file.
func (p *Plan) unless(problems table.Problems) (*Plan, error) {
	if len(problems) == 0 {
		return p, nil
	}
	slices.SortStableFunc(problems, func(a, b table.Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Place, b.Place))
	})
	return nil, slices.Compact(problems)
}

// CaseFolder is what OpenCase takes for the plan's case. A folder that starts with ./ or ../ is relative to the plan's
// own.
func (p *Plan) CaseFolder() string {
	if strings.HasPrefix(p.Case, "./") || strings.HasPrefix(p.Case, "../") {
		return filepath.Join(filepath.Dir(p.File), filepath.FromSlash(p.Case))
	}
	return p.Case
}

// Hash identifies what the plan computes: the SHA-256 of its canonical text, in hexadecimal.
func (p *Plan) Hash() string { return folder.Hash([]byte(p.Canonical())) }

// Check returns a table.Problems error with everything that makes the plan invalid for the case.
func (p *Plan) Check(c *model.Case) error {
	_, err := p.unless(p.problems(c, nil))
	return err
}

// problems says where in the file the model's problems are. It leaves out what has a problem already.
func (p *Plan) problems(c *model.Case, known table.Problems) table.Problems {
	var all table.Problems
	for _, m := range p.Plan.Check(c, sweeptable.Formats()) {
		problem := table.Problem{File: p.File, Path: pathText(m.Path), Value: m.Value, Expected: m.Expected}
		at := p.position(m.Path)
		if key, ok := p.keys[pathKey(m.Path)]; ok && m.OfKey {
			at = key
		}
		problem.Line, problem.Place = at.line, at.column
		if !slices.ContainsFunc(known, func(k table.Problem) bool { return k.Path != "" && withinPath(k.Path, problem.Path) }) {
			all = append(all, problem)
		}
	}
	return all
}

// withinPath says whether one path is the other or leads on from it.
func withinPath(a, b string) bool {
	return a == b || strings.HasPrefix(a, b+".") || strings.HasPrefix(b, a+".")
}

// position is where a path's value stands, or the nearest that it is in; nowhere for what the plan does not say.
func (p *Plan) position(path []string) position {
	for n := len(path); n > 0; n-- {
		if at, ok := p.positions[pathKey(path[:n])]; ok {
			return at
		}
	}
	return position{}
}

// pathText is a path for people, who see which item of a list is meant by where it stands.
func pathText(path []string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(path), planWhole.MatchString), ".")
}

// pathKey is a path as a key of a map.
func pathKey(path []string) string { return strings.Join(path, "\x00") }
