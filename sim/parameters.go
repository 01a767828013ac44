package sim

import (
	"fmt"

	"reconfig/model"
)

// parameters is a draw read: the assumptions by the symbols of docs/model.md.
type parameters struct {
	baselineScale, baselineSpread, growth       float64
	budget, surplus                             float64 // £k
	targetReduction, targetYears, targetPerHead float64 // τ, T, £ a head
	enforcement, cashRelease, tolerance         float64 // e, χ
	handoverYear                                float64
	debtPlan, participationUplift               float64            // υ
	recovery                                    float64            // H
	capacityElasticity, capacityValue, overLoss float64            // η, ν
	staffCost, exitCost, exitShare              float64            // W
	optimismBias, discountRate                  float64            // b, d
	sunk                                        float64            // ζ
	againSetup, againDisruption                 float64            // θ, ψ
	overtaken                                   float64            // α
	remoteness                                  [tierCount]float64 // δ
	classes                                     []classParameters
	arrangements                                []arrangementParameters
}

type classParameters struct {
	scale, locality, criticalMass, retained float64 // β, λ, h, r
	limit                                   float64 // P*, people; 0 for none
}

type arrangementParameters struct {
	participation, realisation, coordination float64 // π, ρ, κ
	leadTime, implementation                 float64 // L, D
	disruption, setup, collapse              float64 // x, σ, z
	refusal                                  float64 // ϱ
	fail, refuse                             float64 // u, u'
}

// binding says where in a draw each parameter stands.
type binding struct {
	baselineScale, baselineSpread, growth, budget, surplus              int
	targetReduction, targetYears, targetPerHead                         int
	enforcement, cashRelease, tolerance, handoverYear, debtPlan, uplift int
	recovery, capacityElasticity, capacityValue, overLoss               int
	staffCost, exitCost, exitShare, optimismBias, discountRate          int
	sunk, againSetup, againDisruption, overtaken                        int
	remoteness                                                          [tierCount]int
	scale, locality, criticalMass, retained, limit                      []int // by class
	participation, realisation, coordination, leadTime, implementation  []int // by arrangement
	disruption, setup, collapse, refusal, fail, refuse                  []int
	voluntary                                                           []bool
}

// bind finds every parameter among the case's assumptions.
func bind(c *model.Case) (binding, error) {
	var missing error
	find := func(name string) int {
		i, ok := c.AssumptionIndex(name)
		if !ok && missing == nil {
			missing = fmt.Errorf("the case has no assumption %s", name)
		}
		return i
	}
	each := func(quantity string, subjects []string) []int {
		at := make([]int, len(subjects))
		for i, s := range subjects {
			at[i] = find(quantity + "." + s)
		}
		return at
	}
	classes := c.Classes()
	var arrangements []string
	b := binding{
		baselineScale: find("baseline.scale"), baselineSpread: find("baseline.spread"), growth: find("baseline.growth"), budget: find("finance.budget"), surplus: find("finance.surplus"),
		targetReduction: find("target.reduction"), targetYears: find("target.years"), targetPerHead: find("target.per_head"),
		enforcement: find("target.enforcement"), cashRelease: find("target.cash_release"), tolerance: find("target.tolerance"),
		handoverYear: find("handover.year"), debtPlan: find("debt.plan"), uplift: find("debt.participation_uplift"),
		recovery: find("disruption.recovery"), capacityElasticity: find("capacity.elasticity"), capacityValue: find("capacity.value"),
		overLoss: find("local_knowledge.over_loss"), staffCost: find("staff.cost"), exitCost: find("staff.exit_cost"),
		exitShare: find("staff.exit_share"), optimismBias: find("costing.optimism_bias"), discountRate: find("costing.discount_rate"),
		sunk: find("refusal.sunk"), againSetup: find("again.setup"), againDisruption: find("again.disruption"), overtaken: find("overtaken.hazard"),
		remoteness: [tierCount]int{find("remoteness.sector"), find("remoteness.region")},
		scale:      each("scale", classes), locality: each("locality", classes),
		criticalMass: each("critical_mass", classes), retained: each("retained", classes),
		limit: each("scale_limit", classes),
	}
	for _, a := range c.Arrangements {
		arrangements = append(arrangements, a.Code)
		b.voluntary = append(b.voluntary, a.IsVoluntary())
	}
	b.participation, b.realisation, b.coordination = each("participation", arrangements), each("realisation", arrangements), each("coordination", arrangements)
	b.leadTime, b.implementation = each("lead_time", arrangements), each("implementation", arrangements)
	b.disruption, b.setup, b.collapse = each("disruption", arrangements), each("setup", arrangements), each("collapse", arrangements)
	b.refusal = each("refusal", arrangements)
	for _, code := range arrangements {
		fail, _ := c.ChanceIndex("fail." + code)
		refuse, _ := c.ChanceIndex("refuse." + code)
		b.fail, b.refuse = append(b.fail, fail), append(b.refuse, refuse)
	}
	return b, missing
}

// peoplePerLimit turns a limit of scale, stated in thousands of people, into people.
const peoplePerLimit = 1000

// read fills in the parameters from a draw.
func (b *binding) read(d model.Draw, p *parameters) {
	p.baselineScale, p.baselineSpread, p.growth = d[b.baselineScale], d[b.baselineSpread], d[b.growth]
	p.budget, p.surplus = d[b.budget], d[b.surplus]
	p.targetReduction, p.targetYears, p.targetPerHead = d[b.targetReduction], d[b.targetYears], d[b.targetPerHead]
	p.enforcement, p.cashRelease, p.tolerance = d[b.enforcement], d[b.cashRelease], d[b.tolerance]
	p.handoverYear, p.debtPlan, p.participationUplift = d[b.handoverYear], d[b.debtPlan], d[b.uplift]
	p.recovery, p.capacityElasticity, p.capacityValue, p.overLoss = d[b.recovery], d[b.capacityElasticity], d[b.capacityValue], d[b.overLoss]
	p.staffCost, p.exitCost, p.exitShare = d[b.staffCost], d[b.exitCost], d[b.exitShare]
	p.optimismBias, p.discountRate = d[b.optimismBias], d[b.discountRate]
	p.sunk, p.againSetup, p.againDisruption, p.overtaken = d[b.sunk], d[b.againSetup], d[b.againDisruption], d[b.overtaken]
	for tier := range p.remoteness {
		p.remoteness[tier] = d[b.remoteness[tier]]
	}
	for i := range p.classes {
		p.classes[i] = classParameters{d[b.scale[i]], d[b.locality[i]], d[b.criticalMass[i]], d[b.retained[i]], peoplePerLimit * d[b.limit[i]]}
	}
	for i := range p.arrangements {
		a := arrangementParameters{
			d[b.participation[i]], d[b.realisation[i]], d[b.coordination[i]],
			d[b.leadTime[i]], d[b.implementation[i]], d[b.disruption[i]], d[b.setup[i]], d[b.collapse[i]],
			d[b.refusal[i]], d[b.fail[i]], d[b.refuse[i]],
		}
		if p.debtPlan == 1 && b.voluntary[i] {
			a.participation += float64(p.participationUplift * (1 - a.participation))
		}
		p.arrangements[i] = a
	}
}
