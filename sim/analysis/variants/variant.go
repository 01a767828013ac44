package variants

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"reconfig/model"
	"reconfig/model/result"
	"reconfig/sim/analysis"
)

// Variant is a case with one rule changed, by nothing but what a user can set too. What it does not name stays as it is.
type Variant struct {
	Name string
	Rule string // what is changed, in words
	analysis.Change
	Risked bool // money weighted by the chance that no further reorganisation has come
}

// Flags writes the variant as flags of a command that judges by an outcome.
func (v Variant) Flags(o result.Outcome) string {
	var flags []string
	for _, x := range v.Settings {
		flags = append(flags, "--set "+x.Name+"="+strconv.FormatFloat(x.Value, 'f', -1, 64))
	}
	if v.Map != "" {
		flags = append(flags, "--map "+v.Map)
	}
	if v.Horizon > 0 {
		flags = append(flags, "--horizon "+strconv.FormatFloat(v.Horizon, 'f', -1, 64))
	}
	if v.Independent {
		flags = append(flags, "--independent")
	}
	if v.Risked {
		flags = append(flags, "--outcome "+v.outcome(o).String())
	}
	return strings.Join(flags, " ")
}

// outcome is what the variant has in place of an outcome.
func (v Variant) outcome(o result.Outcome) result.Outcome {
	if v.Risked {
		switch o {
		case result.NetBenefit:
			return result.NetBenefitRisked
		case result.StructureNPV:
			return result.StructureNPVRisked
		}
	}
	return o
}

// claim is what the variant has in place of a claim.
func (v Variant) claim(c Claim) Claim {
	c.Outcome = v.outcome(c.Outcome)
	if c.Than != nil {
		than := v.outcome(*c.Than)
		c.Than = &than
	}
	return c
}

// Of lists the variants that change anything for the structures, in the order of the rules and then those of time, draws
// and maps. One whose values the case rules out is left out.
func Of(s *analysis.Setup, structures []string) []Variant {
	book := &ruleBook{Setup: s, arrangements: map[string]bool{}, tiers: map[string]bool{}}
	for _, p := range s.Case.Placements {
		if slices.Contains(structures, p.Structure) {
			book.arrangements[p.Arrangement], book.tiers[string(p.Tier)] = true, true
		}
	}
	var found []Variant
	for _, r := range rules {
		if settings := book.changes(r.change(book)); len(settings) > 0 {
			found = append(found, Variant{Name: r.name, Rule: r.words, Change: analysis.Change{Settings: settings}})
		}
	}
	return append(found, otherRuns(s)...)
}

// otherRuns are the variants that set no assumption.
func otherRuns(s *analysis.Setup) (all []Variant) {
	for _, years := range []float64{5, 15, 20} {
		if years != s.HorizonYears() {
			text := strconv.FormatFloat(years, 'f', -1, 64)
			all = append(all, Variant{Name: "horizon-" + text, Rule: "Costs and benefits are counted over " + text + " years", Change: analysis.Change{Horizon: years}})
		}
	}
	if s.MayBe("overtaken.hazard") {
		all = append(all, Variant{Name: "risked", Rule: "The reorganisation may be overtaken by the next one", Risked: true})
	}
	if s.Correlated() {
		all = append(all, Variant{Name: "independent", Rule: "No assumption is correlated with another", Change: analysis.Change{Independent: true}})
	}
	for _, name := range s.Case.MapNames() {
		if current := s.Map; name != current && (current != "" || name != s.Case.DefaultMap) {
			all = append(all, Variant{Name: "map-" + name, Rule: "Bodies are grouped by the map " + name, Change: analysis.Change{Map: name}})
		}
	}
	return all
}

// ruleBook knows which assumptions structures use.
type ruleBook struct {
	*analysis.Setup
	arrangements, tiers map[string]bool
}

// assumptions lists the indices of the assumptions on a quantity, for every subject that a structure uses.
func (b *ruleBook) assumptions(quantity string) (indices []int) {
	for _, q := range model.Quantities {
		if q.Name != quantity {
			continue
		}
		for _, subject := range b.Case.Subjects(q) {
			if q.Subject == model.ArrangementSubject && !b.arrangements[subject] || q.Subject == model.TierSubject && !b.tiers[subject] {
				continue
			}
			if i, ok := b.Case.AssumptionIndex(q.AssumptionName(subject)); ok {
				indices = append(indices, i)
			}
		}
	}
	return indices
}

// changes leaves out the values that change nothing; all of them if the case rules one out.
func (b *ruleBook) changes(values []model.Setting) (changed []model.Setting) {
	probe := slices.Clone(b.Base)
	varied := b.Varied()
	for _, x := range values {
		before := slices.Clone(probe)
		if _, err := b.Case.Set(probe, x.Name, x.Value); err != nil {
			return nil
		}
		_, chance := b.Case.ChanceIndex(x.Name)
		if varies := slices.Contains(varied, x.Name) || chance && b.HasChances(); varies || !slices.Equal(before, probe) {
			changed = append(changed, x)
		}
	}
	return changed
}

// index finds an assumption that every valid case has.
func (b *ruleBook) index(name string) int {
	i, _ := b.Case.AssumptionIndex(name)
	return i
}

// inBase is the value in the base of what has an index.
func (b *ruleBook) inBase(name string) float64 { return b.Base[b.index(name)] }

// short rounds a value to what can be typed.
func short(v float64) float64 { return math.Round(1e4*v) / 1e4 }
