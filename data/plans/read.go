package plans

import (
	"bytes"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"reconfig/data/sweeptable"
	"reconfig/data/table"
	"reconfig/model"
	"reconfig/model/plan"
	"reconfig/model/spelling"
)

// planKeys are the keys of a plan, of which only the case is needed.
var planKeys = []string{"case", "maps", "structures", "horizon", "set", "vary", "draws", "sampler", "seed", "correlated", "outcomes", "rows", "formats", "shards"}

// planReader turns the tree of a YAML file into a plan.
type planReader struct {
	plan     *Plan
	problems table.Problems
}

// parsePlan reads what it can of a plan, with everything wrong in it that no case is needed to tell.
func parsePlan(name string, content []byte) (*Plan, table.Problems) {
	content = bytes.TrimPrefix(content, []byte(table.ByteOrderMark))
	p := &Plan{Plan: &plan.Plan{}, File: name, Text: string(content), positions: map[string]position{}, keys: map[string]position{}}
	r := &planReader{plan: p}
	start, tokens, tooLong := firstKeys(content)
	if tooLong != nil {
		tooLong.File = name
		if len(start) == 0 {
			return p, table.Problems{*tooLong}
		}
	}
	tree, problem := parseYAML(name, start, tokens)
	if problem != nil {
		return p, table.Problems{*problem}
	}
	r.read(tree)
	problems := append(r.problems, p.problems(nil, r.problems)...)
	if tooLong != nil { // what is missing may be in the rest
		problems = slices.DeleteFunc(problems, func(x table.Problem) bool { return x.Line == 0 })
		problems = append(problems, *tooLong)
	}
	return p, problems
}

// add reports a value of the plan.
func (r *planReader) add(at *token.Position, path []string, value, expected string) {
	r.problems = append(r.problems, table.Problem{
		File: r.plan.File, Line: at.Line, Place: at.Column, Path: pathText(path), Value: value, Expected: expected,
	})
}

// entry is one key and its value.
type entry struct {
	path  []string
	key   string
	at    *token.Position // of the key
	value ast.Node
}

// next is the path to what is in the entry.
func (e entry) next(key string) []string { return append(slices.Clone(e.path), key) }

// entries lists a mapping's keys and values and remembers where they stand. Only the known keys are let through, any if
// none are named.
func (r *planReader) entries(m *ast.MappingNode, path, known []string) []entry {
	var all []entry
	for _, v := range m.Values {
		at := v.Key.GetToken().Position
		key, _, ok := scalarText(v.Key)
		switch {
		case !ok || key == "":
			r.add(at, path, v.Key.GetToken().Value, "a name before the colon")
			continue
		case known != nil && !slices.Contains(known, key):
			r.add(at, path, key, unknownKey(key, known))
			continue
		}
		e := entry{path: append(slices.Clone(path), key), key: key, at: at, value: v.Value}
		if v.Value == nil || v.Value.Type() == ast.NullType {
			r.add(at, e.path, "", "a value: nothing follows the colon")
			continue
		}
		r.remember(e.path, at)
		r.plan.keys[pathKey(e.path)] = position{at.Line, at.Column}
		all = append(all, e)
	}
	return all
}

func unknownKey(key string, known []string) string {
	if near := spelling.Nearest(key, known); len(near) > 0 {
		return "a key that is known, perhaps " + strings.Join(near, " or ")
	}
	return "one of the keys " + strings.Join(known, ", ")
}

func (r *planReader) remember(path []string, at *token.Position) {
	r.plan.positions[pathKey(path)] = position{at.Line, at.Column}
}

// read reads the whole plan and fills in the defaults.
func (r *planReader) read(tree *ast.MappingNode) {
	p := r.plan.Plan
	p.Sampler, p.Rows, p.Seed, p.Correlated = model.Samplers[0], plan.RowKinds[0], plan.DefaultSeed, true
	var seen []string
	for _, e := range r.entries(tree, nil, planKeys) {
		seen = append(seen, e.key)
		switch e.key {
		case "case":
			p.Case = r.text(e)
		case "maps":
			p.Maps = r.texts(e)
		case "structures":
			p.Structures = r.texts(e)
		case "horizon":
			if years, ok := r.number(e); ok {
				p.Horizon = years
				if years == 0 {
					r.add(e.valueAt(), e.path, "0", "a number of years above 0")
				}
			}
		case "set":
			r.readSet(e)
		case "vary":
			r.readVary(e)
		case "draws":
			p.Draws = r.whole(e, 0, plan.MaxDraws)
		case "sampler":
			p.Sampler = r.text(e)
		case "seed":
			p.Seed = r.seed(e)
		case "correlated":
			p.Correlated = r.truth(e)
		case "outcomes":
			p.Outcomes = r.texts(e)
		case "rows":
			p.Rows = r.text(e)
		case "formats":
			p.Formats = r.texts(e)
		case "shards":
			p.Shards = r.whole(e, 1, plan.MaxShards)
		}
	}
	if !slices.Contains(seen, "draws") && p.Hypercube == 0 {
		p.Draws = plan.DefaultDraws
	}
	if !slices.Contains(seen, "formats") {
		p.Formats = sweeptable.Formats()[:1]
	}
	if p.Case == "" && !slices.ContainsFunc(r.problems, func(x table.Problem) bool { return x.Path == "case" }) {
		r.problems = append(r.problems, table.Problem{File: r.plan.File, Path: "case", Expected: "the name of a case or its folder, as in `case: london-2010`; it is missing"})
	}
}

// valueAt is where the entry's value stands.
func (e entry) valueAt() *token.Position { return e.value.GetToken().Position }

// readSet reads the assumptions that are set to a value.
func (r *planReader) readSet(e entry) {
	m, ok := e.value.(*ast.MappingNode)
	if !ok {
		r.add(e.valueAt(), e.path, nodeText(e.value), "assumptions and their values, as in {target.reduction: 0.5}")
		return
	}
	for _, s := range r.entries(m, e.path, nil) {
		if v, ok := r.number(s); ok {
			r.plan.Set = append(r.plan.Set, model.Setting{Name: s.key, Value: v})
		}
	}
}

// maxNames is well above how many assumptions a case has.
const maxNames = 200

// readVary reads the axes, or how many points of a Latin hypercube.
func (r *planReader) readVary(e entry) {
	m, ok := e.value.(*ast.MappingNode)
	if !ok {
		r.add(e.valueAt(), e.path, nodeText(e.value), "assumptions and their values, as in {target.reduction: [0.3, 0.5]}, or {all: lhs 5000}")
		return
	}
	for _, a := range r.entries(m, e.path, nil) {
		if a.key == "all" {
			r.plan.Hypercube = r.hypercube(a)
			continue
		}
		axis := plan.Axis{}
		if n := strings.Count(a.key, ",") + 1; n > maxNames {
			r.add(a.at, e.path, a.key, fmt.Sprintf("at most %d assumptions that take the same values; here are %d", maxNames, n))
			continue
		}
		for _, name := range strings.Split(a.key, ",") {
			axis.Names = append(axis.Names, strings.TrimSpace(name))
		}
		a.path[len(a.path)-1] = axis.Key()
		r.remember(a.path, a.at)
		if r.readAxis(a, &axis) {
			r.plan.Vary = append(r.plan.Vary, axis)
		}
	}
}

var latinHypercube = regexp.MustCompile(`^lhs ([1-9][0-9]{0,17})$`)

func (r *planReader) hypercube(e entry) int {
	text, _, _ := scalarText(e.value)
	found := latinHypercube.FindStringSubmatch(text)
	if found == nil {
		r.add(e.valueAt(), e.path, nodeText(e.value), "a Latin hypercube and its number of points, as in lhs 5000")
		return 0
	}
	n, err := strconv.Atoi(found[1])
	if err != nil || n > plan.MaxPoints {
		r.add(e.valueAt(), e.path, text, "at most "+strconv.Itoa(plan.MaxPoints)+" points")
		return 0
	}
	return n
}

// readAxis reads the values of an axis: a list or a range.
func (r *planReader) readAxis(e entry, axis *plan.Axis) bool {
	before := len(r.problems)
	switch v := e.value.(type) {
	case *ast.SequenceNode:
		for _, item := range r.items(e, v) {
			if n, ok := r.number(item); ok {
				axis.List = append(axis.List, n)
			}
		}
	case *ast.MappingNode:
		axis.Range = r.readRange(e, v)
	default:
		r.add(e.valueAt(), e.path, nodeText(e.value), "values in brackets, as in [0.3, 0.5], or a range, as in {from: 0.3, to: 0.7, steps: 9}; one value belongs under set")
	}
	return len(r.problems) == before
}

var rangeKeys = []string{"from", "to", "steps", "log"}

func (r *planReader) readRange(e entry, m *ast.MappingNode) *plan.Range {
	values := &plan.Range{}
	before := len(r.problems)
	var seen []string
	for _, part := range r.entries(m, e.path, rangeKeys) {
		seen = append(seen, part.key)
		switch part.key {
		case "from":
			values.From, _ = r.number(part)
		case "to":
			values.To, _ = r.number(part)
		case "steps":
			values.Steps = r.whole(part, 2, plan.MaxPoints)
		case "log":
			values.Log = r.truth(part)
		}
	}
	for _, key := range rangeKeys[:3] {
		if !slices.Contains(seen, key) && len(r.problems) == before {
			r.add(e.valueAt(), e.next(key), "", "a range with from, to and steps, as in {from: 0.3, to: 0.7, steps: 9}; "+key+" is missing")
		}
	}
	return values
}

// items lists the values of a list.
func (r *planReader) items(e entry, s *ast.SequenceNode) []entry {
	all := make([]entry, 0, len(s.Values))
	for i, v := range s.Values {
		item := entry{path: e.next(strconv.Itoa(i + 1)), value: v, at: s.GetToken().Position}
		if v == nil || v.Type() == ast.NullType {
			r.add(item.at, item.path, "", "a value: it is empty")
			continue
		}
		item.at = item.valueAt() // which text and number remember
		all = append(all, item)
	}
	return all
}

// texts reads a list of names.
func (r *planReader) texts(e entry) []string {
	s, ok := e.value.(*ast.SequenceNode)
	if !ok {
		r.add(e.valueAt(), e.path, nodeText(e.value), "a list in brackets, as in [one, two]")
		return nil
	}
	var all []string
	for _, item := range r.items(e, s) {
		all = append(all, r.text(item))
	}
	if len(s.Values) == 0 {
		r.add(e.valueAt(), e.path, "[]", "at least one; without the key all are meant, or the usual")
	}
	return all
}

// text reads a name as it is written: 010 stays 010.
func (r *planReader) text(e entry) string {
	text, _, ok := scalarText(e.value)
	if !ok || text == "" {
		r.add(e.valueAt(), e.path, nodeText(e.value), "a name")
	}
	r.remember(e.path, e.valueAt())
	return text
}

var (
	planNumber = regexp.MustCompile(`^[+-]?(\d+\.?|\d*\.\d+)([eE][+-]?\d+)?$`)
	planWhole  = regexp.MustCompile(`^\+?\d+$`)
)

// number reads a number as people write it, and as flags and tables do: no quotation marks, no hexadecimal, no infinity. Zeros in
// front count for nothing.
func (r *planReader) number(e entry) (float64, bool) {
	text, quoted, ok := scalarText(e.value)
	v, err := strconv.ParseFloat(text, 64)
	r.remember(e.path, e.valueAt())
	if !ok || quoted || err != nil || !planNumber.MatchString(text) {
		expected := "a plain number, as in 0.5"
		if quoted && err == nil {
			expected += ", without quotation marks"
		}
		r.add(e.valueAt(), e.path, nodeText(e.value), expected)
		return math.NaN(), false
	}
	return v + 0, true // + 0 makes -0 plain
}

// whole reads a whole number between two.
func (r *planReader) whole(e entry, least, most int) int {
	text, quoted, ok := scalarText(e.value)
	r.remember(e.path, e.valueAt())
	n, err := strconv.Atoi(text)
	if !ok || quoted || err != nil || !planWhole.MatchString(text) || n < least || n > most {
		expected := "a whole number of at least " + strconv.Itoa(least)
		if n > most {
			expected = "a whole number of at most " + strconv.Itoa(most)
		}
		r.add(e.valueAt(), e.path, nodeText(e.value), expected)
		return least
	}
	return n
}

func (r *planReader) seed(e entry) uint64 {
	text, quoted, ok := scalarText(e.value)
	n, err := strconv.ParseUint(strings.TrimPrefix(text, "+"), 10, 64)
	if !ok || quoted || err != nil || !planWhole.MatchString(text) {
		r.add(e.valueAt(), e.path, nodeText(e.value), "a whole number from 0 to 18446744073709551615")
	}
	return n
}

func (r *planReader) truth(e entry) bool {
	text, quoted, _ := scalarText(e.value)
	if quoted || text != "true" && text != "false" {
		r.add(e.valueAt(), e.path, nodeText(e.value), "true or false")
	}
	return text == "true"
}

// nodeText is how a value is quoted in messages.
func nodeText(n ast.Node) string {
	if text, _, ok := scalarText(n); ok {
		return text
	}
	switch n.(type) {
	case *ast.MappingNode:
		return "{…}"
	case *ast.SequenceNode:
		return "[…]"
	}
	return n.GetToken().Value
}
