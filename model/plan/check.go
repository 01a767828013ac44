package plan

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"reconfig/model"
	"reconfig/model/geography"
	"reconfig/model/result"
	"reconfig/model/spelling"
)

// Problem is one way in which a plan is not valid.
type Problem struct {
	Path     []string // to what is at fault, as in vary, target.reduction, steps; items of a list by their number, from 1
	OfKey    bool     // the last name of the path is at fault, not what it stands for
	Value    string   // what stands there; empty where a value is missing
	Expected string   // what should
}

// report collects the problems of a plan.
type report struct{ problems []Problem }

func (r *report) add(path []string, value, expected string, args ...any) {
	r.problems = append(r.problems, Problem{Path: path, Value: value, Expected: fmt.Sprintf(expected, args...)})
}

// ofKey says that the problem added last is one of its path's last name.
func (r *report) ofKey() { r.problems[len(r.problems)-1].OfKey = true }

// mostSuggested is up to how many problems what is near a name is looked for, which takes a while.
const mostSuggested = 200

// mostOfList is how many problems of one list are told.
const mostOfList = 1000

// hasMany reports at the list, which has so many items and of which item i is next, that no more of its problems are told; it
// does so once the list has too many.
func (r *report) hasMany(before int, path []string, i, items int) bool {
	if len(r.problems)-before < mostOfList || i == items {
		return false
	}
	r.add(path, "", "a list with fewer faults; the last %d of its %d items were not looked at", items-i, items)
	return true
}

// oneOf reports a value that is not among the known ones, with the nearest of them.
func (r *report) oneOf(path []string, value, what string, known []string) {
	if !slices.Contains(known, value) {
		var near []string
		if len(r.problems) < mostSuggested {
			near = spelling.Nearest(value, known)
		}
		r.add(path, value, "%s", spelling.Expected(what, near, known))
	}
}

// Check returns everything that makes the plan invalid for the case; without a case, what makes it invalid for any.
// formats are the names of the formats that results can be written in.
func (p *Plan) Check(c *model.Case, formats []string) []Problem {
	r := &report{}
	p.checkNames(r, c, formats)
	if p.Horizon != 0 && !model.ValidHorizon(p.Horizon) {
		r.add([]string{"horizon"}, spelling.Number(p.Horizon), "a number of years above 0, at most %d, in whole quarters", model.MaxHorizonYears)
	}
	p.checkSet(r, c)
	p.checkVary(r, c)
	p.checkDraws(r)
	p.checkSize(r, c)
	return r.problems
}

// checkNames reports lists of names with what is unknown or stands twice in them.
func (p *Plan) checkNames(r *report, c *model.Case, formats []string) {
	var maps, structures []string
	if c != nil {
		maps, structures = c.MapNames(), c.StructureCodes()
	}
	for _, l := range []struct {
		path, what    string
		values, known []string
	}{
		{"maps", "a map of the case", p.Maps, maps},
		{"structures", "the code of a structure of the case", p.Structures, structures},
		{"outcomes", "the name of an outcome", p.Outcomes, result.OutcomeNames()},
		{"formats", "a format", p.Formats, formats},
	} {
		seen, before := map[string]bool{}, len(r.problems)
		for i, v := range l.values {
			if r.hasMany(before, []string{l.path}, i, len(l.values)) {
				break
			}
			path := []string{l.path, strconv.Itoa(i + 1)}
			if seen[v] {
				r.add(path, v, "each only once")
			} else if l.known != nil {
				r.oneOf(path, v, l.what, l.known)
			}
			seen[v] = true
		}
	}
	r.oneOf([]string{"sampler"}, p.Sampler, "a sampler", model.Samplers)
	r.oneOf([]string{"rows"}, p.Rows, "what a row is", RowKinds)
}

func (p *Plan) checkSet(r *report, c *model.Case) {
	seen := map[string]bool{}
	for _, s := range p.Set {
		path := []string{"set", s.Name}
		if seen[s.Name] {
			r.add(path, s.Name, "each assumption once")
			r.ofKey()
			continue
		}
		seen[s.Name] = true
		checkValue(r, c, path, path, s.Name, s.Value)
	}
}

func (p *Plan) checkVary(r *report, c *model.Case) {
	seen := map[string]bool{}
	for _, a := range p.Vary {
		path := []string{"vary", a.Key()}
		for _, name := range a.Names {
			switch {
			case seen[name]:
				r.add(path, name, "each assumption once")
			case p.sets(name):
				r.add(path, name, "an assumption that has no setting: it stands under set too")
			}
			seen[name] = true
		}
		if a.check(r, path) {
			a.checkEnds(r, c, path)
		}
	}
	p.checkHypercube(r, c)
}

// checkHypercube reports what does not go with a Latin hypercube.
func (p *Plan) checkHypercube(r *report, c *model.Case) {
	if p.Hypercube > 0 && len(p.Vary) > 0 {
		r.add([]string{"vary", p.Vary[0].Key()}, "", "nothing beside all: a Latin hypercube varies every uncertain assumption already")
	}
	if p.Hypercube > 0 && c != nil && len(p.Varied(c)) == 0 {
		r.add([]string{"vary", "all"}, "", "a case with uncertain assumptions that are not set: there is none")
	}
}

// checkEnds reports the lowest or else the highest value if it is not possible.
func (a Axis) checkEnds(r *report, c *model.Case, path []string) {
	low, high := a.Extremes()
	for _, name := range a.Names {
		if checkValue(r, c, path, a.whereIs(path, low), name, low) {
			checkValue(r, c, path, a.whereIs(path, high), name, high)
		}
	}
}

// check reports an axis that has no values, too many or the same twice.
func (a Axis) check(r *report, path []string) bool {
	before := len(r.problems)
	if a.Range != nil {
		a.Range.check(r, path)
		return len(r.problems) == before
	}
	if len(a.List) == 0 {
		r.add(path, "", "at least one value")
	}
	seen := map[float64]bool{}
	for i, v := range a.List {
		if r.hasMany(before, path, i, len(a.List)) {
			break
		}
		if seen[v] {
			r.add(append(slices.Clone(path), strconv.Itoa(i+1)), spelling.Number(v), "each value once")
		}
		seen[v] = true
	}
	return len(r.problems) == before
}

func (r *Range) check(report *report, path []string) {
	at := func(key string) []string { return append(slices.Clone(path), key) }
	switch {
	case r.Steps < 2 || r.Steps > MaxPoints:
		report.add(at("steps"), strconv.Itoa(r.Steps), "a whole number of at least 2, at most %d: how many values there are, both ends included", MaxPoints)
	case r.From == r.To:
		report.add(at("to"), spelling.Number(r.To), "another value than from; a list, as in [%s], gives one", spelling.Number(r.From))
	case r.Log && !(r.From > 0):
		report.add(at("from"), spelling.Number(r.From), "a number above 0, for values evenly spaced by ratio (log: true)")
	case r.Log && !(r.To > 0):
		report.add(at("to"), spelling.Number(r.To), "a number above 0, for values evenly spaced by ratio (log: true)")
	case math.IsInf(r.To-r.From, 0) || r.Log && math.IsInf(r.To/r.From, 0):
		report.add(at("to"), spelling.Number(r.To), "ends that are not so far apart")
	case r.isTooFine():
		report.add(at("steps"), strconv.Itoa(r.Steps), "steps that can be told apart: from %s to %s that are too many", spelling.Number(r.From), spelling.Number(r.To))
	}
}

// whereIs is the path to one of the axis's extremes.
func (a Axis) whereIs(path []string, v float64) []string {
	key := ""
	switch {
	case a.Range == nil:
		key = strconv.Itoa(1 + slices.Index(a.List, v))
	case v == a.Range.From:
		key = "from"
	default:
		key = "to"
	}
	return append(slices.Clone(path), key)
}

// checkValue reports an unknown assumption, at namePath, or an impossible value of it, at path.
func checkValue(r *report, c *model.Case, namePath, path []string, name string, v float64) bool {
	if c == nil {
		return true
	}
	if _, ok := c.ChanceIndex(name); ok {
		return checkChance(r, c, namePath, path, name, v)
	}
	i, ok := c.AssumptionIndex(name)
	if !ok {
		r.oneOf(namePath, name, "the name of an assumption", c.AssumptionNames())
		r.ofKey()
		return false
	}
	a := c.Assumptions[i]
	if !(v >= a.Min && v <= a.Max) {
		r.add(path, spelling.Number(v), "what is possible of %s: from %s to %s (%s)", name, spelling.Number(a.Min), spelling.Number(a.Max), a.Unit)
		return false
	}
	return true
}

// checkChance reports a chance that cannot have its value, or that is varied: a plan may only set it for all its runs.
func checkChance(r *report, c *model.Case, namePath, path []string, name string, v float64) bool {
	if namePath[0] == "vary" {
		r.add(namePath, name, "an assumption: which way failures and refusals fall is chance, which a plan can only hold at a value, under set")
		r.ofKey()
		return false
	}
	if _, err := c.Set(c.CentralDraw(), name, v); err != nil {
		r.add(path, spelling.Number(v), "what is possible of %s: above 0 and below 1", name)
		return false
	}
	return true
}

// checkDraws reports draws that do not go with the rest.
func (p *Plan) checkDraws(r *report) {
	draws := []string{"draws"}
	switch {
	case p.Draws < 0 || p.Draws > MaxDraws:
		r.add(draws, strconv.Itoa(p.Draws), "a whole number from 0 to %d", MaxDraws)
	case p.Hypercube > 0 && p.Draws > 0:
		r.add(draws, strconv.Itoa(p.Draws), "0: each point of a Latin hypercube is one run")
	case p.Rows == DrawRows && p.Draws == 0:
		r.add([]string{"rows"}, p.Rows, "statistics, or draws of at least 1: one run at the central values is no draw")
	}
}

// checkSize reports a sweep that is too large.
func (p *Plan) checkSize(r *report, c *model.Case) {
	if n := p.Points(); n > MaxPoints {
		r.add([]string{"vary"}, "", "at most %d points; %s are %s", MaxPoints, p.factors(), countOf(n))
		return
	}
	if runs := product(p.Points(), max(1, p.Draws)); runs > MaxRuns {
		r.add([]string{"draws"}, strconv.Itoa(p.Draws), "at most %s runs; %d points of so many draws are %s", countOf(MaxRuns), p.Points(), countOf(runs))
		return
	}
	structures := len(p.Structures)
	if structures == 0 && c != nil {
		structures = len(c.Structures)
	}
	if rows := product(product(p.Points(), max(1, structures)), max(1, p.Draws)); p.Rows == DrawRows && rows > MaxRows {
		r.add([]string{"rows"}, p.Rows, "statistics: every draw a row would be %s rows, more than %d", countOf(rows), MaxRows)
	}
}

// factors writes the number of points as a product.
func (p *Plan) factors() string {
	var all []string
	if len(p.Maps) > 1 {
		all = append(all, strconv.Itoa(len(p.Maps)))
	}
	if p.Hypercube > 0 {
		all = append(all, strconv.Itoa(p.Hypercube))
	}
	for i, a := range p.Vary {
		if i == 8 {
			all = append(all, "…")
			break
		}
		all = append(all, strconv.Itoa(a.Len()))
	}
	return strings.Join(all, " × ")
}

func countOf(n int) string {
	if n == math.MaxInt {
		return "more than can be counted"
	}
	return strconv.Itoa(n)
}

// Warnings says which values are outside what the case calls plausible, and what else is odd but does no harm. The plan
// must be valid for the case.
func (p *Plan) Warnings(c *model.Case) []string {
	var all []string
	warn := func(name string, v float64) {
		if warning, err := c.Set(c.CentralDraw(), name, v); err == nil && warning != "" {
			all = append(all, warning)
		}
	}
	for _, s := range p.Set {
		warn(s.Name, s.Value)
	}
	for _, a := range p.Vary {
		low, high := a.Extremes()
		for _, name := range a.Names {
			warn(name, low)
			if high != low {
				warn(name, high)
			}
		}
	}
	return append(all, geography.Warnings(c, p.In(c).Maps...)...)
}
