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
	"reconfig/data/workbook"
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

// Formats lists the formats that a plan may ask for.
func Formats() []string { return sweeptable.Formats() }

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
		var ofCase table.Problems
		_ = errors.As(err, &ofCase) // none if it could not be opened at all
		return nil, nil, append(inOrder(append(problems, p.caseProblem(err))), ofCase...)
	}
	if _, err := p.unless(append(problems, p.problems(c.Case, problems)...)); err != nil {
		return nil, nil, err
	}
	return p, c, nil
}

// caseProblem says at the plan's case why it cannot be opened.
func (p *Plan) caseProblem(err error) table.Problem {
	at := p.position([]string{"case"})
	problem := table.Problem{File: p.File, Line: at.line, Place: at.column, Path: "case", Value: p.Case}
	var unknown *data.UnknownCaseError
	var problems table.Problems
	switch {
	case errors.As(err, &unknown):
		problem.Expected = "a case that comes with the program (" + strings.Join(data.CaseNames(), ", ") + ") or a folder or workbook (" + workbook.Endings() + "); one beside the plan starts with ./"
	case errors.As(err, &problems):
		problem.Expected = "a case without errors; these are in it, and `reconfig case check` says how to mend each"
	default:
		problem.Expected = "a case that can be opened: " + folder.Reason(err).Error()
	}
	return problem
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

// unless is the plan, or its problems if there are any (table.Problems), in the order of the file.
func (p *Plan) unless(problems table.Problems) (*Plan, error) {
	if len(problems) == 0 {
		return p, nil
	}
	return nil, inOrder(problems)
}

// inOrder are problems in the order of the file, each once.
func inOrder(problems table.Problems) table.Problems {
	slices.SortStableFunc(problems, func(a, b table.Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Place, b.Place))
	})
	return slices.Compact(problems)
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
	isKnown := pathsOf(known)
	for _, m := range p.Plan.Check(c, sweeptable.Formats()) {
		problem := table.Problem{File: p.File, Path: pathText(m.Path), Value: m.Value, Expected: m.Expected}
		at := p.position(m.Path)
		if key, ok := p.keys[pathKey(m.Path)]; ok && m.OfKey {
			at = key
		}
		problem.Line, problem.Place = at.line, at.column
		if !isKnown.has(problem.Path) {
			all = append(all, problem)
		}
	}
	return all
}

// pathSet are paths of values, each with whether it is itself in the set or only leads to one that is.
type pathSet map[string]bool

func pathsOf(problems table.Problems) pathSet {
	set := pathSet{}
	for _, p := range problems {
		if p.Path == "" {
			continue
		}
		set[p.Path] = true
		for _, above := range pathsAbove(p.Path) {
			if _, ok := set[above]; !ok {
				set[above] = false // which only leads to it
			}
		}
	}
	return set
}

// has says whether a path is in the set, leads to one that is, or leads on from one.
func (s pathSet) has(path string) bool {
	if _, ok := s[path]; ok {
		return true
	}
	return slices.ContainsFunc(pathsAbove(path), func(above string) bool { return s[above] })
}

// pathsAbove lists the paths that a path leads on from.
func pathsAbove(path string) (all []string) {
	for i, c := range path {
		if c == '.' {
			all = append(all, path[:i])
		}
	}
	return all
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
