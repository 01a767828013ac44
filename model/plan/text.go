package plan

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"reconfig/model"
	"reconfig/model/spelling"
)

// Canonical is the plan as text: the same for all plans that compute the same in the same order, whatever their
// comments, layout and the way their numbers are written. It is a plan file itself. Formats and
// shards are not in it: they change how results are stored and shared out, not what they are.
func (p *Plan) Canonical() string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("case: %s", Text(p.Case))
	texts := func(key string, values []string) {
		if len(values) > 0 {
			line("%s: [%s]", key, joined(values))
		}
	}
	texts("maps", p.Maps)
	texts("structures", p.Structures)
	if p.Horizon != 0 {
		line("horizon: %s", spelling.Number(p.Horizon))
	}
	if len(p.Set) > 0 {
		line("set:")
		settings := slices.Clone(p.Set)
		slices.SortStableFunc(settings, func(a, b model.Setting) int { return strings.Compare(a.Name, b.Name) })
		for _, s := range settings {
			line("  %s: %s", Text(s.Name), spelling.Number(s.Value+0)) // + 0 makes -0 plain
		}
	}
	if len(p.Vary) > 0 || p.Hypercube > 0 {
		line("vary:")
	}
	for _, a := range p.Vary {
		line("  %s: %s", Text(a.Key()), a.text())
	}
	if p.Hypercube > 0 {
		line("  all: lhs %d", p.Hypercube)
	}
	line("draws: %d", p.Draws)
	line("sampler: %s", Text(p.Sampler))
	line("seed: %d", p.Seed)
	line("correlated: %t", p.Correlated)
	texts("outcomes", p.Outcomes)
	line("rows: %s", Text(p.Rows))
	return b.String()
}

// text is the axis's values as a plan has them.
func (a Axis) text() string {
	if r := a.Range; r != nil {
		log := ""
		if r.Log {
			log = ", log: true"
		}
		return fmt.Sprintf("{from: %s, to: %s, steps: %d%s}", spelling.Number(r.From+0), spelling.Number(r.To+0), r.Steps, log)
	}
	values := make([]string, len(a.List))
	for i, v := range a.List {
		values[i] = spelling.Number(v + 0)
	}
	return "[" + strings.Join(values, ", ") + "]"
}

func joined(values []string) string {
	written := make([]string, len(values))
	for i, v := range values {
		written[i] = Text(v)
	}
	return strings.Join(written, ", ")
}

var plainText = regexp.MustCompile(`^[a-z][a-z0-9_-]*([.][a-z0-9_-]+)*$`)

// Text writes text so that a plan file says it.
func Text(text string) string {
	if plainText.MatchString(text) && !slices.Contains([]string{"null", "true", "false", "yes", "no", "on", "off", "y", "n"}, text) {
		return text
	}
	return strconv.Quote(text)
}
