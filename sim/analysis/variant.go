package analysis

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"reconfig/model"
	"reconfig/model/result"
)

// Variant is a case with one rule changed, by nothing but what a user can set too. What it does not name stays as it is.
type Variant struct {
	Name        string
	Rule        string // what is changed, in words
	Values      []Value
	Map         string  // empty for none other
	Horizon     float64 // years; 0 for none other
	Independent bool    // leave out correlations
	Risked      bool    // money weighted by the chance that no further reorganisation has come
}

// Value is an assumption or a chance that is set, and so does not vary.
type Value struct {
	Name  string
	Value float64
}

// Flags writes the variant as flags of a command that judges by an outcome.
func (v Variant) Flags(o result.Outcome) string {
	var flags []string
	for _, x := range v.Values {
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

// with makes the case ready with the variant's rule changed.
func (s *Setup) with(v Variant) (*Setup, error) {
	drawing := s.drawing
	drawing.Base, drawing.Fixed = slices.Clone(s.Base), slices.Clone(s.Set)
	for _, x := range v.Values {
		if _, err := s.Case.Set(drawing.Base, x.Name, x.Value); err != nil {
			return nil, err
		}
		if !slices.Contains(drawing.Fixed, x.Name) {
			drawing.Fixed = append(drawing.Fixed, x.Name)
		}
	}
	drawing.Independent = drawing.Independent || v.Independent
	changed, err := New(s.Case, drawing)
	if err != nil {
		return nil, err
	}
	changed.Map, changed.Horizon, changed.Workers, changed.Progress = s.Map, s.Horizon, s.Workers, s.Progress
	if v.Map != "" {
		changed.Map = v.Map
	}
	if v.Horizon > 0 {
		changed.Horizon = v.Horizon
	}
	return changed, nil
}

// Variants lists the variants that change anything for the structures, in the order of Rules and then those of time, draws
// and maps. One whose values the case rules out is left out.
func (s *Setup) Variants(structures []string) []Variant {
	book := &ruleBook{Setup: s, arrangements: map[string]bool{}, tiers: map[string]bool{}}
	for _, p := range s.Case.Placements {
		if slices.Contains(structures, p.Structure) {
			book.arrangements[p.Arrangement], book.tiers[string(p.Tier)] = true, true
		}
	}
	var all []Variant
	for _, r := range rules {
		if values := book.changes(r.change(book)); len(values) > 0 {
			all = append(all, Variant{Name: r.name, Rule: r.words, Values: values})
		}
	}
	return append(all, s.otherRuns()...)
}

// otherRuns are the variants that set no assumption.
func (s *Setup) otherRuns() (all []Variant) {
	for _, years := range []float64{5, 15, 20} {
		if years != s.horizon() {
			text := strconv.FormatFloat(years, 'f', -1, 64)
			all = append(all, Variant{Name: "horizon-" + text, Rule: "Costs and benefits are counted over " + text + " years", Horizon: years})
		}
	}
	if s.mayBe("overtaken.hazard") {
		all = append(all, Variant{Name: "risked", Rule: "The reorganisation may be overtaken by the next one", Risked: true})
	}
	if len(s.Case.Correlations) > 0 && !s.drawing.Independent {
		all = append(all, Variant{Name: "independent", Rule: "No assumption is correlated with another", Independent: true})
	}
	for _, name := range s.Case.MapNames() {
		if current := s.Map; name != current && (current != "" || name != s.Case.DefaultMap) {
			all = append(all, Variant{Name: "map-" + name, Rule: "Bodies are grouped by the map " + name, Map: name})
		}
	}
	return all
}

// ruleBook knows which assumptions structures use.
type ruleBook struct {
	*Setup
	arrangements, tiers map[string]bool
}

// assumptions lists the places of the assumptions on a quantity, for every subject that a structure uses.
func (b *ruleBook) assumptions(quantity string) (places []int) {
	for _, q := range model.Quantities {
		if q.Name != quantity {
			continue
		}
		for _, subject := range b.Case.Subjects(q) {
			if q.Subject == model.ArrangementSubject && !b.arrangements[subject] || q.Subject == model.TierSubject && !b.tiers[subject] {
				continue
			}
			if i, ok := b.Case.AssumptionIndex(q.AssumptionName(subject)); ok {
				places = append(places, i)
			}
		}
	}
	return places
}

// changes leaves out the values that change nothing; all of them if the case rules one out.
func (b *ruleBook) changes(values []Value) (changed []Value) {
	probe := slices.Clone(b.Base)
	varied := b.Varied()
	for _, x := range values {
		before := slices.Clone(probe)
		if _, err := b.Case.Set(probe, x.Name, x.Value); err != nil {
			return nil
		}
		_, chance := b.Case.ChanceIndex(x.Name)
		if varies := slices.Contains(varied, x.Name) || chance && b.hasChances(); varies || !slices.Equal(before, probe) {
			changed = append(changed, x)
		}
	}
	return changed
}

// inBase is the value in the base of what has a place.
func (b *ruleBook) inBase(name string) float64 { return b.Base[b.place(name)] }

// short rounds a value to what can be typed.
func short(v float64) float64 { return math.Round(1e4*v) / 1e4 }
