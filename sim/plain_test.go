package sim_test

import (
	"math"
	"slices"

	"reconfig/model"
	"reconfig/model/result"
)

// plain is docs/model.md as it is written: loops over bodies, functions, placements and quarters, nothing folded. The
// engine must give what it gives.
type plain struct {
	c         *model.Case
	structure string
	horizon   float64
	sector    map[string]string
	region    map[string]string
	chains    map[string][]model.Placement // by function
	errors    []float64                    // z of each commissioner; nil for none
	mean      bool                         // failures and refusals at their means

	// what is asked for again and again
	values  map[string]float64            // of assumptions and chances
	needs   map[need]float64              // R
	pooling map[model.Tier]float64        // N, by tier
	times   map[model.Placement][]float64 // of failures, once they are known
}

// need is whose R it is, and when.
type need struct {
	body string
	t    float64
}

func newPlain(c *model.Case, d model.Draw, structure string, horizon float64) *plain {
	p := &plain{c: c, structure: structure, horizon: horizon, sector: map[string]string{}, region: map[string]string{}, chains: map[string][]model.Placement{}}
	for _, m := range c.Memberships {
		if m.Map == c.DefaultMap {
			p.sector[m.Commissioner], p.region[m.Commissioner] = m.Sector, m.Region
		}
	}
	for _, f := range c.Functions {
		p.chains[f.Code] = c.PlacementsOf(structure, f.Code)
	}
	p.pooling = map[model.Tier]float64{model.SectorTier: groupsOfTwo(p.sector), model.RegionTier: groupsOfTwo(p.region)}
	p.times, p.values, p.needs = map[model.Placement][]float64{}, map[string]float64{}, map[need]float64{}
	for i, x := range c.Assumptions {
		p.values[x.Name] = d[i]
	}
	for i, name := range c.ChanceNames() {
		p.values[name] = d[len(c.Assumptions)+i]
	}
	return p
}

// before is the moment just before t = 0.
var before = math.Inf(-1)

func (p *plain) a(name string) float64 {
	v, ok := p.values[name]
	if !ok {
		panic(name)
	}
	return v
}

func plainRamp(t, from, length float64) float64 {
	if length == 0 {
		if t >= from {
			return 1
		}
		return 0
	}
	return min(1, max(0, (t-from)/length))
}

func (p *plain) live(m model.Placement) float64 { return m.FromYear + p.a("lead_time."+m.Arrangement) }

// groupsOf is N_m: how many groups of two or more share a placement.
func (p *plain) groupsOf(m model.Placement) float64 { return p.pooling[m.Tier] }

func groupsOfTwo(of map[string]string) float64 {
	sizes, n := map[string]int{}, 0.0
	for _, group := range of {
		if sizes[group]++; sizes[group] == 2 {
			n++
		}
	}
	return n
}

func (p *plain) refused(m model.Placement) float64 {
	n := p.groupsOf(m)
	if n == 0 || p.live(m) <= 0 {
		return 0
	}
	if p.mean {
		return p.a("refusal." + m.Arrangement)
	}
	return math.Floor(n*p.a("refusal."+m.Arrangement)+p.a("refuse."+m.Arrangement)) / n
}

func (p *plain) took(m model.Placement, t float64) float64 {
	length, ramp := p.a("implementation."+m.Arrangement), 0.0
	if t != before {
		ramp = plainRamp(t, p.live(m), length)
	} else if length > 0 || p.live(m) < 0 { // not a step that is complete at 0
		ramp = plainRamp(0, p.live(m), length)
	}
	return (1 - p.refused(m)) * ramp
}

// failures are the times at which groups fall apart.
func (p *plain) failures(m model.Placement) []float64 {
	n, z := p.groupsOf(m), p.a("collapse."+m.Arrangement)
	if z == 0 {
		return nil
	}
	all, known := p.times[m]
	if known {
		return all
	}
	for j := 1.0; j <= n; j++ {
		all = append(all, max(0, p.live(m))-math.Log((j-p.a("fail."+m.Arrangement))/n)/z)
	}
	p.times[m] = all
	return all
}

func (p *plain) kept(m model.Placement, t float64) float64 {
	n, fallen := p.groupsOf(m), 0.0
	if p.mean && n > 0 {
		return math.Exp(-p.a("collapse."+m.Arrangement) * max(0, t-max(0, p.live(m))))
	}
	for _, at := range p.failures(m) {
		if at <= t {
			fallen++
		}
	}
	if n == 0 {
		return 1
	}
	return 1 - fallen/n
}

// shaken is F.
func (p *plain) shaken(m model.Placement, t float64) float64 {
	sum := 0.0
	if p.mean {
		return p.meanShaken(m, t)
	}
	for _, at := range p.failures(m) {
		if at <= t {
			sum += (1 - plainRamp(t, at, p.a("disruption.recovery"))) / p.groupsOf(m)
		}
	}
	return sum
}

// meanShaken is the mean of F, part by part: the integral of z exp(−z v) over the times v since max(0, ℓ) of failures, and
// of that times the share of the recovery that is over.
func (p *plain) meanShaken(m model.Placement, t float64) float64 {
	z, recovery, d := p.a("collapse."+m.Arrangement), p.a("disruption.recovery"), t-max(0, p.live(m))
	if p.groupsOf(m) == 0 || z == 0 || recovery == 0 || d <= 0 {
		return 0
	}
	first := max(0, d-recovery) // whoever failed before has recovered
	failed := math.Exp(-z*first) * -math.Expm1(-z*(d-first))
	// Σ of (d − v)/H over first < v < d is the integral by parts: the rise of exp(−z v) against that line.
	length := d - first
	recovered := math.Exp(-z*first) * (length + math.Expm1(-z*length)/z) / recovery
	if z*length < 1e-3 { // the same as a series, for what is left of the difference is rounding
		x := z * length
		recovered = math.Exp(-z*first) * length / recovery * (x/2 - x*x/6 + x*x*x/24 - x*x*x*x/120)
	}
	return failed - recovered
}

// follows says whether a placement's immediate predecessor is on the same tier.
func follows(chain []model.Placement, i int) bool { return i > 0 && chain[i-1].Tier == chain[i].Tier }

// setup is σ'.
func (p *plain) setup(chain []model.Placement, i int) float64 {
	m := chain[i]
	sigma := p.a("setup." + m.Arrangement)
	if !follows(chain, i) {
		return sigma
	}
	if p.participation(m.Arrangement) == 0 {
		return 0
	}
	first := chain[i-1]
	return max(0, sigma-(1-p.a("again.setup"))*(1-p.refused(first))*p.a("setup."+first.Arrangement)*p.participation(first.Arrangement)/p.participation(m.Arrangement))
}

// disruption is x'.
func (p *plain) disruption(chain []model.Placement, i int) float64 {
	x := p.a("disruption." + chain[i].Arrangement)
	if !follows(chain, i) {
		return x
	}
	first := chain[i-1]
	return max(0, x-(1-p.a("again.disruption"))*(1-p.refused(first))*p.a("disruption."+first.Arrangement))
}

func (p *plain) inForce(chain []model.Placement, i int, t float64) float64 {
	w := p.took(chain[i], t) * p.kept(chain[i], t)
	for _, later := range chain[i+1:] {
		w *= 1 - p.took(later, t)
	}
	return w
}

func (p *plain) pulse(m model.Placement, t float64) float64 {
	return plainRamp(t, m.FromYear, p.a("lead_time."+m.Arrangement)) - plainRamp(t, p.live(m), p.a("disruption.recovery"))
}

func (p *plain) participation(arrangement string) float64 {
	v := p.a("participation." + arrangement)
	i := slices.IndexFunc(p.c.Arrangements, func(a model.Arrangement) bool { return a.Code == arrangement })
	if p.a("debt.plan") == 1 && p.c.Arrangements[i].Voluntary == "yes" {
		v += p.a("debt.participation_uplift") * (1 - v)
	}
	return v
}

func (p *plain) group(x model.Commissioner, tier model.Tier) []model.Commissioner {
	of := p.sector
	if tier == model.RegionTier {
		of = p.region
	}
	var g []model.Commissioner
	for _, y := range p.c.Commissioners {
		if of[y.Code] == of[x.Code] {
			g = append(g, y)
		}
	}
	return g
}

func (p *plain) cost(x model.Commissioner) float64 {
	e := 1.0
	if p.errors != nil && (x.ManagementCostBasis == "estimated" || x.ManagementCostBasis == "assumed") {
		i := slices.IndexFunc(p.c.Commissioners, func(y model.Commissioner) bool { return y.Code == x.Code })
		s := p.a("baseline.spread")
		e = math.Exp(s*p.errors[i] - s*s/2)
	}
	return p.a("baseline.scale") * x.ManagementCostK * e
}

// serving is c(P).
func (p *plain) serving(people float64, class string) float64 {
	beta, limit := p.a("scale."+class), 1000*p.a("scale_limit."+class)
	if limit == 0 {
		return math.Pow(people, beta)
	}
	return people * math.Pow(min(people, limit), beta-1)
}

func (p *plain) scale(g []model.Commissioner, class string) float64 {
	together, apart := 0.0, 0.0
	for _, x := range g {
		together += x.Population
		apart += p.serving(x.Population, class)
	}
	return p.serving(together, class) / apart
}

func (p *plain) saving(g []model.Commissioner, f model.Function, m model.Placement) float64 {
	return p.a("realisation."+m.Arrangement)*(1-p.scale(g, f.Class)) - p.a("coordination."+m.Arrangement)
}

func (p *plain) pooled(f model.Function, m model.Placement) float64 {
	return p.participation(m.Arrangement) * (1 - p.a("retained."+f.Class))
}

func (p *plain) required(x model.Commissioner, t float64) float64 {
	if r, known := p.needs[need{x.Code, t}]; known {
		return r
	}
	r := 0.0
	for _, f := range p.c.Functions {
		part := 1.0
		for i, m := range p.chains[f.Code] {
			if g := p.group(x, m.Tier); len(g) > 1 {
				part -= p.inForce(p.chains[f.Code], i, t) * p.pooled(f, m) * p.saving(g, f, m)
			}
		}
		r += f.Share * part
	}
	p.needs[need{x.Code, t}] = p.cost(x) * r
	return p.needs[need{x.Code, t}]
}

func (p *plain) target(x model.Commissioner) float64 {
	if p.a("target.per_head") > 0 {
		return p.a("target.per_head") * x.Head() / 1000
	}
	return p.cost(x) * (1 - p.a("target.reduction"))
}

func (p *plain) managed(x model.Commissioner, t float64) float64 {
	m, r := p.cost(x), p.required(x, t)
	if t == before {
		return m - p.a("target.cash_release")*max(0, m-r) + max(0, r-m)
	}
	u := m*math.Pow(1+p.a("baseline.growth"), t) - p.a("target.cash_release")*max(0, m-r) + max(0, r-m)
	ceiling := m + (p.target(x)-m)*min(1, t/p.a("target.years"))
	need, freed := max(0, u-ceiling), (1-p.a("target.cash_release"))*max(0, m-r)
	return u - min(need, freed) - p.a("target.enforcement")*max(0, need-freed)
}

func (p *plain) ratio(g []model.Commissioner, t float64, own bool) float64 {
	if own {
		return 1
	}
	c, r := 0.0, 0.0
	for _, x := range g {
		c += p.managed(x, t)
		r += p.required(x, t)
	}
	return max(0, c/r)
}

func expertise(n, h float64) float64 {
	if h == 0 {
		return 1
	}
	return n / (n + h)
}

func (p *plain) capacity(x model.Commissioner, t float64, own bool) float64 {
	total, weights := 0.0, 0.0
	eta, staff := p.a("capacity.elasticity"), p.a("staff.cost")
	for _, f := range p.c.Functions {
		local, pooled, dip := 1.0, 0.0, 1.0
		h := p.a("critical_mass." + f.Class)
		for i, m := range p.chains[f.Code] {
			g := p.group(x, m.Tier)
			if len(g) == 1 {
				continue
			}
			share := p.inForce(p.chains[f.Code], i, t) * p.pooled(f, m)
			local -= share
			team := 0.0
			for _, y := range g {
				team += f.Share * p.cost(y) / staff
			}
			team *= p.pooled(f, m) * (1 - p.a("realisation."+m.Arrangement)*(1-p.scale(g, f.Class)))
			ratio := 1.0
			if n := f.Share * p.cost(x) / staff; n > 0 {
				ratio = expertise(team, h) / expertise(n, h)
			}
			if share > 0 {
				pooled += share * math.Pow(p.ratio(g, t, own), eta) * ratio * (1 - p.a("locality."+f.Class)*p.a("remoteness."+string(m.Tier)))
			}
			refused, standing := p.refused(m), p.took(m, t)
			for _, later := range p.chains[f.Code][i+1:] {
				standing *= 1 - p.took(later, t)
			}
			dip *= 1 - p.disruption(p.chains[f.Code], i)*(1-refused+p.a("refusal.sunk")*refused)*p.pulse(m, t)
			dip *= 1 - p.a("disruption."+m.Arrangement)*standing*p.shaken(m, t)
		}
		q := p.ratio([]model.Commissioner{x}, t, own)
		total += f.CapacityWeight * (local*math.Pow(q, eta) + pooled) * dip
		weights += f.CapacityWeight
	}
	return total / weights
}

func (p *plain) knowledge(x model.Commissioner, t float64) float64 {
	total, weights := 0.0, 0.0
	nu := p.a("local_knowledge.over_loss")
	for _, f := range p.c.Functions {
		local, pooled := 1.0, 0.0
		for i, m := range p.chains[f.Code] {
			if g := p.group(x, m.Tier); len(g) > 1 {
				share := p.inForce(p.chains[f.Code], i, t) * p.pooled(f, m)
				local -= share
				pooled += share * math.Pow(p.ratio(g, t, false), nu) * (1 - p.a("realisation."+m.Arrangement)*(1-p.scale(g, f.Class))) * (1 - p.a("remoteness."+string(m.Tier)))
			}
		}
		weight := f.Share * p.a("locality."+f.Class)
		total += weight * (local*math.Pow(p.ratio([]model.Commissioner{x}, t, false), nu) + pooled)
		weights += weight
	}
	if weights == 0 {
		return 1
	}
	return total / weights
}

// whole is the population-weighted mean over the bodies.
func (p *plain) whole(of func(model.Commissioner) float64) float64 {
	total, people := 0.0, 0.0
	for _, x := range p.c.Commissioners {
		total += x.Population * of(x)
		people += x.Population
	}
	return total / people
}

func (p *plain) sum(of func(model.Commissioner) float64) float64 {
	total := 0.0
	for _, x := range p.c.Commissioners {
		total += of(x)
	}
	return total
}

func (p *plain) setupCost(t, previous float64) float64 {
	cost := 0.0
	for _, f := range p.c.Functions {
		chain := p.chains[f.Code]
		for i, m := range chain {
			taken := p.took(m, t) - p.took(m, previous)
			if previous < p.live(m) && p.live(m) <= t {
				taken += p.a("refusal.sunk") * p.refused(m)
			}
			home := (p.took(m, t) + p.took(m, previous)) / 2 * (p.kept(m, previous) - p.kept(m, t))
			for _, later := range chain[i+1:] {
				home *= 1 - p.took(later, previous)
			}
			for _, x := range p.c.Commissioners {
				if len(p.group(x, m.Tier)) > 1 {
					cost += p.pooled(f, m) * f.Share * p.cost(x) * (p.setup(chain, i)*taken + p.a("setup."+m.Arrangement)*home)
				}
			}
		}
	}
	return cost * (1 + p.a("costing.optimism_bias"))
}

func (p *plain) groups(function string) float64 {
	if !slices.ContainsFunc(p.c.Functions, func(f model.Function) bool { return f.Code == function }) {
		return math.NaN()
	}
	tier := model.LocalTier
	for _, m := range p.chains[function] {
		if m.FromYear < p.horizon {
			tier = m.Tier
		}
	}
	seen := map[string]bool{}
	for _, x := range p.c.Commissioners {
		switch tier {
		case model.SectorTier:
			seen[p.sector[x.Code]] = true
		case model.RegionTier:
			seen[p.region[x.Code]] = true
		default:
			seen[x.Code] = true
		}
	}
	return float64(len(seen))
}

// outcomes are those of section 8.
func (p *plain) outcomes() result.Values {
	var v result.Values
	baseline := p.sum(p.cost)
	percent := func(k float64) float64 { return 100 * k / baseline }
	orNothing := func(part, whole float64) float64 {
		if whole == 0 {
			return math.NaN()
		}
		return 100 * part / whole
	}
	heads := p.sum(model.Commissioner.Head)
	at, handover := p.a("target.years"), p.a("handover.year")
	cost := p.sum(func(x model.Commissioner) float64 { return p.managed(x, at) })
	required := p.sum(func(x model.Commissioner) float64 { return p.required(x, at) })
	v[result.BaselineCost], v[result.BaselineCostPerHead] = baseline, 1000*baseline/heads
	v[result.SteadySaving] = p.sum(func(x model.Commissioner) float64 {
		saved := 0.0
		for _, f := range p.c.Functions {
			if n := len(p.chains[f.Code]); n > 0 {
				m := p.chains[f.Code][n-1]
				if g := p.group(x, m.Tier); len(g) > 1 {
					saved += p.cost(x) * f.Share * p.pooled(f, m) * p.saving(g, f, m)
				}
			}
		}
		return saved
	})
	v[result.SteadySavingPct] = percent(v[result.SteadySaving])
	v[result.CostAtTarget], v[result.CostPerHeadAtTarget] = cost, 1000*cost/heads
	v[result.CostAtTargetShareOfBudget] = orNothing(cost, p.a("finance.budget"))
	v[result.Reduction] = percent(baseline - cost)
	v[result.ReductionFromStructure] = percent(baseline - required)
	v[result.ReductionFromCuts] = percent(required - cost)
	v[result.CutsNeeded] = percent(p.sum(func(x model.Commissioner) float64 { return max(0, p.required(x, at)-p.target(x)) }))
	v[result.Shortfall] = percent(p.sum(func(x model.Commissioner) float64 { return max(0, p.managed(x, at)-p.target(x)) }))
	v[result.CommissionersOnTarget] = p.sum(func(x model.Commissioner) float64 {
		if p.managed(x, at) <= p.target(x)+p.a("target.tolerance")*max(0, p.cost(x)-p.target(x))+1e-6 {
			return 1
		}
		return 0
	})
	v[result.PostsAtStart], v[result.PostsRemovedAtTarget] = baseline/p.a("staff.cost"), (baseline-cost)/p.a("staff.cost")
	p.overTime(&v, baseline)
	v[result.OneOffShareOfSurplus] = orNothing(v[result.OneOffCost], p.a("finance.surplus"))
	v[result.CapacityAtTarget] = p.whole(func(x model.Commissioner) float64 { return p.capacity(x, at, false) })
	v[result.CapacityWorstCommissioner] = math.Inf(1)
	for _, x := range p.c.Commissioners {
		v[result.CapacityWorstCommissioner] = min(v[result.CapacityWorstCommissioner], p.capacity(x, at, false))
	}
	v[result.LocalKnowledgeAtHandover] = p.whole(func(x model.Commissioner) float64 { return p.knowledge(x, handover) })
	v[result.StatutoryBoards], v[result.ExecutiveTeams] = p.groups(model.BoardFunction), p.groups(model.ExecutiveFunction)
	return v
}

// overTime fills in what is summed or sought over the quarters.
func (p *plain) overTime(v *result.Values, baseline float64) {
	exit := p.a("staff.exit_share") * p.a("staff.exit_cost") * (1 + p.a("costing.optimism_bias")) / p.a("staff.cost")
	costs, needs := map[string]float64{}, map[string]float64{}
	for _, x := range p.c.Commissioners {
		costs[x.Code], needs[x.Code] = p.managed(x, before), p.required(x, before)
	}
	previous, running, below, moved := before, 0.0, -1, false
	var own, whole []float64
	lost, lostRisked := 0.0, 0.0
	n := int(4 * p.horizon)
	for j := range n {
		t := (float64(j) + 0.5) / 4
		var cost, need, exits, ownExits float64
		for _, x := range p.c.Commissioners {
			c, r := p.managed(x, t), p.required(x, t)
			exits += exit * max(0, costs[x.Code]-c)
			ownExits += exit * max(0, needs[x.Code]-r)
			costs[x.Code], needs[x.Code] = c, r
			cost += c
			need += r
		}
		setup := p.setupCost(t, previous)
		previous = t
		risked := math.Exp(-p.a("overtaken.hazard") * t)
		discount := math.Pow(1+p.a("costing.discount_rate"), -t)
		stream := (baseline-need)/4 - ownExits - setup
		all := (baseline*math.Pow(1+p.a("baseline.growth"), t)-cost)/4 - exits - setup
		v[result.ExitCost] += exits
		v[result.SetupCost] += setup
		v[result.StructureOneOffCost] += ownExits + setup
		v[result.StructureNPV] += discount * stream
		v[result.StructureNPVRisked] += discount * risked * stream
		if t <= p.a("handover.year") {
			v[result.StructureNPVToHandover] += discount * stream
		}
		v[result.CumulativeSaving] += all
		v[result.NPVIncludingCuts] += discount * all
		v[result.NetBenefitRisked] += discount * risked * all
		moved = moved || math.Abs(stream) > 1e-6
		if running += stream; running < -1e-6 {
			below = j
		}
		own = append(own, p.whole(func(x model.Commissioner) float64 { return p.capacity(x, t, true) }))
		k := p.whole(func(x model.Commissioner) float64 { return p.capacity(x, t, false) })
		whole = append(whole, k)
		lost += discount * (1 - k) / 4
		lostRisked += discount * risked * (1 - k) / 4
	}
	v[result.OneOffCost] = v[result.ExitCost] + v[result.SetupCost]
	v[result.StructurePayback], v[result.ChancePaidBack] = math.NaN(), math.NaN()
	switch {
	case moved && below < n-1:
		v[result.StructurePayback] = float64(below+2) / 4
		v[result.ChancePaidBack] = math.Exp(-p.a("overtaken.hazard") * v[result.StructurePayback])
	case moved:
		v[result.ChancePaidBack] = 0
	}
	v[result.StructureCapacityLowest], v[result.StructureCapacityEnd] = slices.Min(own), own[n-1]
	v[result.CapacityLowest], v[result.CapacityEnd] = slices.Min(whole), whole[n-1]
	at := p.a("target.years")
	atTarget := p.whole(func(x model.Commissioner) float64 { return p.capacity(x, at, false) })
	if at <= p.horizon {
		v[result.CapacityLowest] = min(v[result.CapacityLowest], atTarget)
	}
	v[result.CapacityLowestYears] = math.Inf(1)
	if at <= p.horizon && atTarget <= v[result.CapacityLowest]+1e-9 {
		v[result.CapacityLowestYears] = at
	}
	for j, k := range whole {
		v[result.CapacityMean] += k / float64(n)
		if k <= v[result.CapacityLowest]+1e-9 {
			v[result.CapacityLowestYears] = min(v[result.CapacityLowestYears], (float64(j)+0.5)/4)
		}
	}
	v[result.NetBenefit] = v[result.NPVIncludingCuts] - p.a("capacity.value")*lost*baseline
	v[result.NetBenefitRisked] -= p.a("capacity.value") * lostRisked * baseline
}
