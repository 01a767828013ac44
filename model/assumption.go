package model

import (
	"slices"
	"strings"

	"reconfig/model/spelling"
)

// Assumption is a named number that somebody chose, nobody chooses, or a convention fixes, with its evidence.
type Assumption struct {
	Name         string  `csv:"name" unique:"yes" about:"group.quantity or quantity.subject"`             // group.quantity or quantity.subject
	Kind         string  `csv:"kind" about:"lever: somebody’s choice; uncertainty: nobody’s; convention"` // lever, uncertainty or convention
	Unit         string  `csv:"unit" about:"Unit of its values"`
	Min          float64 `csv:"min" about:"Least possible value"` // what is possible
	Max          float64 `csv:"max" about:"Greatest possible value"`
	Low          float64 `csv:"low" about:"Low end of the plausible range"` // what is plausible
	Central      float64 `csv:"central" about:"Value in the central draw"`
	High         float64 `csv:"high" about:"High end of the plausible range"`
	Distribution string  `csv:"distribution" about:"Its distribution in random draws"`
	Strength     string  `csv:"strength" about:"Strength of evidence, A to D; - where there is none to have"`    // of evidence: A to D, or - where there is none to have
	Sources      string  `csv:"sources" about:"Identifiers in sources.csv, separated by semicolons; - for none"` // identifiers separated by semicolons, or -
	Description  string  `csv:"description" about:"What it is"`
	Label        string  `csv:"label" optional:"yes" column:"optional" about:"Short name in figures and sentences; empty: that of its quantity"`
}

// What an assumption's kind, distribution and strength may be.
var (
	Kinds         = []string{"lever", "uncertainty", "convention"}
	Distributions = []string{"fixed", "uniform", "triangular", "pert", "lognormal", "beta"}
	Strengths     = []string{"A", "B", "C", "D", "-"}
)

// SourceIDs lists the identifiers of a sources cell; none for "-".
func SourceIDs(cell string) []string {
	var ids []string
	for _, id := range strings.Split(cell, ";") {
		if id = strings.TrimSpace(id); id != "" && id != "-" {
			ids = append(ids, id)
		}
	}
	return ids
}

// IsUncertain says whether random draws give the assumption different values.
func (a Assumption) IsUncertain() bool {
	return a.Kind == "uncertainty" && a.Distribution != "fixed" && a.Low < a.High
}

// RestsOnJudgement says whether there is no more evidence for the assumption than judgement: strength D.
func (a Assumption) RestsOnJudgement() bool { return a.Strength == "D" }

// AssumptionIndex finds an assumption by name, in Assumptions and so in every Draw; false if there is none.
func (c *Case) AssumptionIndex(name string) (int, bool) {
	i := slices.IndexFunc(c.Assumptions, func(a Assumption) bool { return a.Name == name })
	return i, i >= 0
}

// AssumptionNames lists the names of all assumptions, sorted.
func (c *Case) AssumptionNames() []string {
	return names(c.Assumptions, func(a Assumption) string { return a.Name })
}

func (c *Case) checkAssumptions(r *report) {
	unique(r, c.Assumptions, "name", func(a Assumption) string { return a.Name })
	needed := c.checkNeeded(r)
	var known []string
	for name := range needed {
		known = append(known, name)
	}
	slices.Sort(known)
	sources := names(c.Sources, func(s Source) string { return s.ID })
	for i, a := range c.Assumptions {
		q, ok := needed[a.Name]
		if !ok && !unusedClass(a.Name) && !r.blames(i, "name") {
			r.oneOf(i, "name", a.Name, "an assumption that the model knows", known)
		}
		if ok && !(q.allows(a.Min) && q.allows(a.Max)) {
			bad, v := "min", a.Min
			if q.allows(a.Min) {
				bad, v = "max", a.Max
			}
			r.add(i, bad, spelling.Number(v), "what the equations allow: %s", q.domain())
			r.mendPercent(v, q.High)
		}
		r.oneOf(i, "kind", a.Kind, "its kind", Kinds)
		r.oneOf(i, "distribution", a.Distribution, "its distribution", Distributions)
		r.oneOf(i, "strength", a.Strength, "the strength of its evidence", Strengths)
		a.checkVanishing(r, i)
		a.checkOrder(r, i)
		a.checkDistribution(r, i)
		r.sources(i, a.Sources, sources)
		r.saysSources(i, a.Sources)
	}
	c.checkLabels(r)
}

// checkNeeded reports assumptions that the model needs and the case does not have, those of one subject together and those
// of a later edition together, and gives the quantity of each that is needed.
func (c *Case) checkNeeded(r *report) map[string]Quantity {
	needed := map[string]Quantity{}
	var missing []missingOf
	later := c.Lacking()
	for _, q := range Quantities {
		for _, subject := range c.Subjects(q) {
			name := q.AssumptionName(subject)
			needed[name] = q
			if _, ok := c.AssumptionIndex(name); ok || slices.Contains(later, name) || r.misspelt(c, name) {
				continue
			}
			if subject == "" {
				r.add(WholeTable, "name", "", "an assumption %s: the model needs it", name)
				r.mend("add a row for it, as in the case that yours was made from; its value is what the model does without evidence otherwise")
				continue
			}
			i := slices.IndexFunc(missing, func(m missingOf) bool { return m.subject == subject })
			if i < 0 {
				i, missing = len(missing), append(missing, missingOf{subject: subject})
			}
			missing[i].names = append(missing[i].names, name)
		}
	}
	for _, m := range missing {
		m.report(r)
	}
	r.lacks(later)
	return needed
}

// missingOf are the assumptions of one subject that a case lacks.
type missingOf struct {
	subject string
	names   []string
}

func (m missingOf) report(r *report) {
	if len(m.names) == 1 {
		r.add(WholeTable, "name", "", "an assumption %s: the model needs it", m.names[0])
	} else {
		r.add(WholeTable, "name", "", "assumptions %s: the model needs them", strings.Join(m.names, ", "))
	}
	r.mend("add rows for %s, or correct the name where functions, arrangements or tiers call it so", m.subject)
}

// misspelt reports an assumption that nobody needs, because no function is in its class, and whose name is nearly that of
// one that is missing; it says whether there is one.
func (r *report) misspelt(c *Case, missing string) bool {
	row, found := c.misspelling(missing)
	if found {
		r.add(row, "name", c.Assumptions[row].Name, "an assumption that the model knows, perhaps %s", missing)
		r.write(missing, ", if that is meant")
	}
	return found
}

// misspelling finds an assumption whose name is likely to be meant for one that is missing.
func (c *Case) misspelling(missing string) (row int, found bool) {
	classes := c.Classes()
	for i, a := range c.Assumptions {
		quantity, class, _ := strings.Cut(a.Name, ".")
		same := strings.HasPrefix(missing, quantity+".") && !slices.Contains(classes, class)
		if same && unusedClass(a.Name) && (spelling.LooksLike(a.Name, missing) || len(spelling.Nearest(class, []string{missing[len(quantity)+1:]})) > 0) {
			return i, true
		}
	}
	return WholeTable, false
}

// unusedClass says whether the name is about a class that no function is in (any more), which does no harm.
func unusedClass(name string) bool {
	quantity, _, _ := strings.Cut(name, ".")
	return slices.ContainsFunc(Quantities, func(q Quantity) bool { return q.Subject == ClassSubject && q.Name == quantity })
}

// checkVanishing reports numbers that are nearly 0.
func (a Assumption) checkVanishing(r *report, row int) {
	for _, x := range []cell{{"min", a.Min}, {"max", a.Max}, {"low", a.Low}, {"central", a.Central}, {"high", a.High}} {
		r.vanishing(row, x.column, x.value)
	}
}

// checkOrder reports numbers that are not in the order min, low, central, high, max. What is above its max is at fault, not
// what follows from that.
func (a Assumption) checkOrder(r *report, row int) {
	if !(a.Max >= a.Min) {
		r.add(row, "max", spelling.Number(a.Max), "at least %s, which is its min", spelling.Number(a.Min))
	}
	if !r.blames(row, "max") {
		for _, x := range []cell{{"low", a.Low}, {"central", a.Central}, {"high", a.High}} {
			if !(x.value <= a.Max) {
				r.add(row, x.column, spelling.Number(x.value), "at most %s, which is its max", spelling.Number(a.Max))
				r.mendPercent(x.value, a.Max)
			}
		}
	}
	ordered := []cell{{"min", a.Min}, {"low", a.Low}, {"central", a.Central}, {"high", a.High}}
	for i, x := range ordered[1:] {
		if than := ordered[i]; !(x.value >= than.value) && !r.blames(row, than.column) && !r.blames(row, x.column) {
			r.add(row, x.column, spelling.Number(x.value), "at least %s, which is its %s", spelling.Number(than.value), than.column)
		}
	}
}

// cell is a number of a row.
type cell struct {
	column string
	value  float64
}

// mendPercent says how a share is written where a percentage stands: 0.3 for 30 %.
func (r *report) mendPercent(v, most float64) {
	if share := v / 100; most > 0 && most <= 1 && v > 1 && share <= most {
		r.write(spelling.Number(share), " for %s %%: it is a share of 1", spelling.Number(v))
	}
}

// checkDistribution reports ranges that the distribution cannot have.
func (a Assumption) checkDistribution(r *report, row int) {
	if a.Low == a.High {
		return // a constant, whatever its distribution
	}
	if a.Distribution == "lognormal" && !(a.Central > 0) {
		r.add(row, "central", spelling.Number(a.Central), "a number above 0: it is the median of a lognormal distribution")
	}
	if a.Distribution == "lognormal" && !(a.High > a.Central) {
		r.add(row, "high", spelling.Number(a.High), "a number above %s, its central value: it is the 95th percentile of a lognormal distribution", spelling.Number(a.Central))
	}
	if a.Distribution == "beta" && !(a.Central > 0 && a.Central < 1) {
		r.add(row, "central", spelling.Number(a.Central), "a number between 0 and 1: it is the mean of a beta distribution")
	}
}

// saysSources reports a cell that does not say where the numbers are from, not even that there is no source.
func (r *report) saysSources(row int, cell string) {
	if strings.TrimSpace(cell) == "" {
		r.add(row, "sources", cell, "ids of sources separated by semicolons, or -")
		r.mend("write - where there is no source")
	}
}

// sources reports identifiers that are not among the sources.
func (r *report) sources(row int, cell string, known []string) {
	for _, id := range SourceIDs(cell) {
		r.refer(row, "sources", id, toSource, known)
	}
}
