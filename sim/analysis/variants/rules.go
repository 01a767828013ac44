package variants

import (
	"slices"

	"reconfig/model"
)

// rule is a variant for any case: what it sets, nothing where it has no meaning.
type rule struct {
	name, words string
	change      func(*ruleBook) []model.Setting
}

// rules are the variants that set assumptions. Each changes one rule that somebody could have chosen otherwise, and as far as
// that can be chosen: the ranges of assumptions are for sensitivity and switching values to go through. Values are set, so
// they do not vary; every other assumption does, in the same draws.
var rules = []rule{
	{"second-step-free", "A second step costs and disrupts nothing", to(0, "again.setup", "again.disruption")},
	{"second-step-full", "A second step costs and disrupts as a first one", to(1, "again.setup", "again.disruption")},
	{"no-refusals", "Nothing is refused", to(0, "refusal")},
	{"more-refusals", "Refusals at the high end", atHigh("refusal")},
	{"refusals-alike", "Every arrangement is refused as often as the others", alike("refusal")},
	{"refused-in-vain", "What is refused costs and disrupts as what is done", to(1, "refusal.sunk")},
	{"no-failures", "Nothing fails", to(0, "collapse")},
	{"failures-twice", "Failures are twice as likely", times(2, "collapse")},
	{"failures-alike", "Every arrangement fails as often as the others", alike("collapse")},
	{"even-chances", "Failures and refusals come as expected, not by chance", evenChances},

	{"no-size-limit", "Size goes on saving, however large", to(0, "scale_limit")},
	{"size-limit-500", "Size saves up to 500 thousand people, where there is a limit", limitedTo(500)},
	{"size-limit-for-all", "Size saves up to 500 thousand people, for boards too", to(500, "scale_limit")},
	{"strong-scale", "Economies of scale at the strong end", atLow("scale")},
	{"weak-scale", "Economies of scale at the weak end", atHigh("scale")},
	{"no-scale", "No economies of scale at all", to(1, "scale")},
	{"full-realisation", "All of the possible saving is made", to(1, "realisation")},
	{"half-realisation", "Half as much of the possible saving is made", times(0.5, "realisation")},
	{"realisation-alike", "Every arrangement makes the same share of it", alike("realisation")},
	{"no-coordination", "Coordination costs nothing", to(0, "coordination")},
	{"all-take-part", "Everybody takes part in full", to(1, "participation")},
	{"nothing-retained", "No part of what is pooled stays local", to(0, "retained")},
	{"more-retained", "More of what is pooled stays local", atHigh("retained")},

	{"no-setup-cost", "Setting up costs nothing", to(0, "setup")},
	{"setup-alike", "Every arrangement costs the same to set up", alike("setup")},
	{"no-exit-cost", "Nobody who leaves is paid for it", to(0, "staff.exit_share")},
	{"no-optimism-bias", "One-off costs come as planned", to(0, "costing.optimism_bias")},
	{"all-at-once", "What is decided is live and complete at once", to(0, "lead_time", "implementation")},
	{"times-alike", "Every arrangement takes as long as the others", alike("lead_time", "implementation")},
	{"discount-0", "Money later is worth as much as now", to(0, "costing.discount_rate")},
	{"discount-7", "Money later is discounted at 7 %", to(0.07, "costing.discount_rate")},

	{"no-disruption", "Change disrupts nothing", to(0, "disruption")},
	{"disruption-alike", "Every arrangement disrupts alike", alike("disruption")},
	{"long-disruption", "Disruption lasts twice as long", times(2, "disruption.recovery")},
	{"distance-free", "Work done from afar loses nothing", to(0, "remoteness")},
	{"distance-costly", "Work done from afar loses most", atHigh("remoteness")},
	{"no-critical-mass", "A larger team knows no more", to(0, "critical_mass")},
	{"large-critical-mass", "It takes the largest teams to know all", atHigh("critical_mass")},
	{"capacity-as-cost", "Capacity falls in proportion to cost", to(1, "capacity.elasticity")},
	{"cuts-harmless", "Cuts cost no capacity", to(0, "capacity.elasticity")},
	{"capacity-worthless", "Capacity is worth nothing", to(0, "capacity.value")},
	{"capacity-half", "Capacity is worth half", times(0.5, "capacity.value")},
	{"capacity-twice", "Capacity is worth twice as much", times(2, "capacity.value")},

	{"target-in-full", "Cuts do not slip", to(1, "target.enforcement")},
	{"no-cuts", "Nobody cuts beyond what the structure frees", to(0, "target.enforcement")},
	{"no-cash-release", "No saving is given up unless a target asks", to(0, "target.cash_release")},
	{"all-cash-release", "Every saving is given up at once", to(1, "target.cash_release")},
	{"softer-target", "A softer target", target(false)},
	{"harder-target", "A harder target", target(true)},
	{"target-sooner", "The target is due sooner", atLow("target.years")},
	{"target-later", "The target is due later", atHigh("target.years")},
	{"handover-sooner", "Handover comes sooner", atLow("handover.year")},
	{"handover-later", "Handover comes later", atHigh("handover.year")},
	{"no-growth", "Cost does not grow by itself", to(0, "baseline.growth")},
	{"fast-growth", "Cost grows at the high end", atHigh("baseline.growth")},
	{"low-baseline", "Cost at the start is at the low end", atLow("baseline.scale")},
	{"high-baseline", "Cost at the start is at the high end", atHigh("baseline.scale")},
	{"no-body-errors", "Estimates of single bodies are right", to(0, "baseline.spread")},

	{"arrangements-alike", "Arrangements differ in nothing but what they pool, and when", alike(
		"refusal", "collapse", "realisation", "coordination", "participation", "setup", "lead_time", "implementation", "disruption")},
}

// setEach sets every assumption on some quantities.
func setEach(quantities []string, value func(b *ruleBook, a model.Assumption, base float64) float64) func(*ruleBook) []model.Setting {
	return func(b *ruleBook) (values []model.Setting) {
		for _, q := range quantities {
			for _, i := range b.assumptions(q) {
				a := b.Case.Assumptions[i]
				values = append(values, model.Setting{Name: a.Name, Value: value(b, a, b.Base[i])})
			}
		}
		return values
	}
}

func to(v float64, quantities ...string) func(*ruleBook) []model.Setting {
	return setEach(quantities, func(*ruleBook, model.Assumption, float64) float64 { return v })
}

func times(factor float64, quantities ...string) func(*ruleBook) []model.Setting {
	return setEach(quantities, func(_ *ruleBook, _ model.Assumption, base float64) float64 { return factor * base })
}

func atLow(quantities ...string) func(*ruleBook) []model.Setting {
	return setEach(quantities, func(_ *ruleBook, a model.Assumption, _ float64) float64 { return a.Low })
}

func atHigh(quantities ...string) func(*ruleBook) []model.Setting {
	return setEach(quantities, func(_ *ruleBook, a model.Assumption, _ float64) float64 { return a.High })
}

// limitedTo sets the limits of scale that there are, in thousand people.
func limitedTo(people float64) func(*ruleBook) []model.Setting {
	return setEach([]string{"scale_limit"}, func(b *ruleBook, a model.Assumption, base float64) float64 {
		if !b.MayBe(a.Name) {
			return base
		}
		return people
	})
}

// alike gives all arrangements that are used the mean of their values in the base, where these differ.
func alike(quantities ...string) func(*ruleBook) []model.Setting {
	return func(b *ruleBook) (values []model.Setting) {
		for _, q := range quantities {
			indices, sum, differ := b.assumptions(q), 0.0, false
			for _, i := range indices {
				sum += b.Base[i]
				differ = differ || b.Base[i] != b.Base[indices[0]]
			}
			for _, i := range indices {
				if differ {
					values = append(values, model.Setting{Name: b.Case.Assumptions[i].Name, Value: short(sum / float64(len(indices)))})
				}
			}
		}
		return values
	}
}

// target asks for more or for less: of the cost a head where that is asked for, else of the reduction.
func target(harder bool) func(*ruleBook) []model.Setting {
	return func(b *ruleBook) []model.Setting {
		perHead := b.inBase("target.per_head") > 0
		name := "target.reduction"
		if perHead {
			name = "target.per_head"
		}
		a := b.Case.Assumptions[b.index(name)]
		if harder == perHead {
			return []model.Setting{{Name: name, Value: a.Low}}
		}
		return []model.Setting{{Name: name, Value: a.High}}
	}
}

// evenChances sets the chances of what may fail or be refused as the central draw has them.
func evenChances(b *ruleBook) (values []model.Setting) {
	names := b.Case.ChanceNames()
	for i, a := range b.Case.Arrangements {
		for k, quantity := range []string{"collapse", "refusal"} { // in the order of a draw
			name := names[2*i+k]
			if b.arrangements[a.Code] && b.MayBe(quantity+"."+a.Code) && !slices.Contains(b.Set, name) {
				values = append(values, model.Setting{Name: name, Value: model.EvenChance})
			}
		}
	}
	return values
}
