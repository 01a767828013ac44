package plans

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"reconfig/model"
	"reconfig/model/plan"
	"reconfig/model/unit"
)

// Template is a plan to start from, with comments, in the names of a case. nameOrDir is what OpenCase took for it.
func Template(nameOrDir string, c *model.Case) string {
	t := &template{c: c}
	t.line("# A plan of a sweep: the structures of a case, simulated at many points. Only the case is needed.")
	t.line("case: %-38s # the name of a case, or a folder; ./ and ../ start from this file's folder", plan.Text(nameOrDir))
	t.line("maps: %-38s # default: the case's default map", list(c.DefaultMap))
	t.line("# structures: %-30s # default: all", list(t.someStructures()...))
	t.line("# horizon: %-33s # years; default: the case's", plain(c.HorizonYears))
	t.line("")
	t.varied()
	t.line("")
	t.line("draws: 1000                                  # of all uncertain assumptions at each point; 0: one run at the central values")
	t.line("sampler: orthogonal                          # %s", strings.Join(model.Samplers, ", "))
	t.line("seed: 1")
	t.line("correlated: true                             # draw as correlations.csv says")
	t.line("outcomes: [net_benefit_k, structure_npv_k, capacity_at_target] # figures show net_benefit_k, else the first; default: all")
	t.line("rows: statistics                             # or draws: every draw a row")
	t.line("formats: [csv]                               # csv, parquet or both")
	t.line("# shards: 8                                  # for many machines: what --shard auto and sweep status go by")
	return t.text.String()
}

// template is a plan being written.
type template struct {
	c    *model.Case
	text strings.Builder
}

func (t *template) line(format string, args ...any) {
	t.text.WriteString(strings.TrimRight(fmt.Sprintf(format, args...), " ") + "\n")
}

// someStructures are two of the case's structures, or as many as there are.
func (t *template) someStructures() []string {
	codes := t.c.StructureCodes()
	return codes[:min(2, len(codes))]
}

// varied writes what is varied and what is set: levers as an example, the rest as comments.
func (t *template) varied() {
	levers := t.wide(func(a model.Assumption) bool { return a.Kind == "lever" })
	others := t.wide(func(a model.Assumption) bool { return a.Kind == "uncertainty" })
	if len(levers) == 0 {
		levers = others
	}
	t.line("# set:                                       # assumptions set to one value at every point")
	for _, a := range slices.Backward(t.c.Assumptions) {
		if !slices.ContainsFunc(levers[:min(2, len(levers))], func(l model.Assumption) bool { return l.Name == a.Name }) {
			t.line("#   %s: %s", a.Name, plain(a.Central))
			break
		}
	}
	if len(levers) == 0 {
		t.line("# vary:                                      # the points: every combination of these values")
	} else {
		t.line("vary:                                        # the points: every combination of these values")
		t.line("  %s: {from: %s, to: %s, steps: 5}", levers[0].Name, plain(levers[0].Low), plain(levers[0].High))
	}
	if len(levers) > 1 {
		a := levers[1]
		t.line("  %s: [%s]", a.Name, strings.Join(distinct(a.Low, a.Central, a.High), ", "))
	}
	if len(others) > 1 {
		a, b := others[0], others[1]
		low, high := max(a.Low, b.Low), min(a.High, b.High)
		if low < high {
			t.line("#   %s, %s: {from: %s, to: %s, steps: 3}   # these move together", a.Name, b.Name, plain(low), plain(high))
		}
	}
	t.line("#   name: {from: 0.01, to: 1, steps: 5, log: true}   # evenly spaced by ratio")
	t.line("# or, instead of all these, every uncertain assumption at once, with draws: 0")
	t.line("#   all: lhs 5000                            # a Latin hypercube of 5000 points, one run each")
}

// wide lists assumptions of a kind whose plausible range is not one point, the target first.
func (t *template) wide(wanted func(model.Assumption) bool) []model.Assumption {
	var all []model.Assumption
	for _, a := range t.c.Assumptions {
		if wanted(a) && a.Low < a.High && unit.Parse(a.Unit).Kind() != unit.Switch {
			all = append(all, a)
		}
	}
	slices.SortStableFunc(all, func(a, b model.Assumption) int { return rank(a.Name) - rank(b.Name) })
	return all
}

// rank puts what most plans vary first.
func rank(name string) int {
	usual := []string{"target.reduction", "capacity.value", "scale.back-office", "scale.commissioning"}
	if i := slices.Index(usual, name); i >= 0 {
		return i
	}
	return len(usual)
}

// distinct writes values that may be the same.
func distinct(values ...float64) []string {
	var all []string
	for _, v := range slices.Compact(values) {
		all = append(all, plain(v))
	}
	return all
}

func plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func list(values ...string) string {
	for i, v := range values {
		values[i] = plan.Text(v)
	}
	return "[" + strings.Join(values, ", ") + "]"
}
