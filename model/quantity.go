package model

import "reconfig/model/spelling"

// Quantity is what an assumption can be about. The equations fix its domain; a case narrows that by min and max.
type Quantity struct {
	Name    string  // as in target.reduction, or the part before the dot where there is a subject: scale
	Label   string  // plain words for figures and sentences, with the marks {body} and {bodies}; the subject follows
	Subject Subject // what the part after the dot names, if anything
	Low     float64 // least value that the equations allow
	Above   bool    // the value must be above Low, not equal to it
	High    float64 // greatest value that the equations allow
	Since   int     // edition of the model that brought it; 0 where cases of any edition have it
}

// Subject is what the second part of an assumption's name refers to.
type Subject int

// The subjects.
const (
	NoSubject          Subject = iota
	ClassSubject               // a class of functions, as in scale.back-office
	ArrangementSubject         // an arrangement, as in setup.hub
	TierSubject                // a tier above the local one, as in remoteness.region
)

// Quantities lists everything that a case must have an assumption about, once for each subject where there are any. Their
// domains are what the equations allow, and end where no case can be meant and powers would grow beyond any number.
// The symbols are those of docs/model.md.
var Quantities = []Quantity{
	{Name: "baseline.scale", Label: "Scale of the cost at the start", Low: 1e-6, High: 1e6},
	{Name: "baseline.growth", Label: "Yearly growth of cost without cuts", Low: -0.9, High: 1},     // g
	{Name: "baseline.spread", Label: "Error of the estimated costs at the start", Low: 0, High: 5}, // s
	{Name: "finance.budget", Label: "Budget of all {bodies}", Low: 0, High: mostSize},
	{Name: "finance.surplus", Label: "Surplus of all {bodies} last year", Low: 0, High: mostSize},
	{Name: "target.reduction", Label: "Reduction that is asked for", Low: -100, High: 1},                   // τ
	{Name: "target.years", Label: "Years to reach the target", Low: 0, Above: true, High: MaxHorizonYears}, // T
	{Name: "target.per_head", Label: "Target cost a head", Low: 0, High: 1e9},
	{Name: "target.enforcement", Label: "Share of a gap to the target that cuts close", Low: 0, High: 1},          // e
	{Name: "target.cash_release", Label: "Share of savings given up where no target takes them", Low: 0, High: 1}, // χ
	{Name: "target.tolerance", Label: "Shortfall that still counts as on target", Low: 0, High: 1e6},
	{Name: "handover.year", Label: "Year of the handover", Low: 0, High: MaxHorizonYears},
	{Name: "debt.plan", Label: "Joint debt plan agreed", Low: 0, High: 1},
	{Name: "debt.participation_uplift", Label: "Share of absent members that a debt plan wins", Low: 0, High: 1},                  // υ
	{Name: "scale", Label: "Growth of cost with size", Subject: ClassSubject, Low: 0, High: 10},                                   // β
	{Name: "scale_limit", Label: "Size beyond which nothing more is gained", Subject: ClassSubject, Low: 0, High: 1e9, Since: 3},  // P* ÷ 1,000
	{Name: "locality", Label: "Weight of local knowledge", Subject: ClassSubject, Low: 0, High: 1},                                // λ
	{Name: "critical_mass", Label: "Team size for half of the expertise", Subject: ClassSubject, Low: 0, High: 1e9},               // h
	{Name: "retained", Label: "Share that stays with local teams", Subject: ClassSubject, Low: 0, High: 1},                        // r
	{Name: "participation", Label: "Share of members that take part", Subject: ArrangementSubject, Low: 0, High: 1},               // π
	{Name: "realisation", Label: "Share of savings from size realised", Subject: ArrangementSubject, Low: 0, High: 1},             // ρ
	{Name: "coordination", Label: "Running cost of coordination", Subject: ArrangementSubject, Low: 0, High: 1e6},                 // κ
	{Name: "lead_time", Label: "Time from decision to start", Subject: ArrangementSubject, Low: 0, High: MaxHorizonYears},         // L
	{Name: "implementation", Label: "Time from start to full effect", Subject: ArrangementSubject, Low: 0, High: MaxHorizonYears}, // D
	{Name: "disruption", Label: "Depth of the dip in capacity", Subject: ArrangementSubject, Low: 0, High: 1},                     // x
	{Name: "setup", Label: "Set-up cost", Subject: ArrangementSubject, Low: 0, High: 1e6},                                         // σ
	{Name: "collapse", Label: "Yearly risk of failure", Subject: ArrangementSubject, Low: 0, High: 1e3},                           // z
	{Name: "refusal", Label: "Chance of refusal", Subject: ArrangementSubject, Low: 0, High: 1, Since: 3},                         // ϱ
	{Name: "refusal.sunk", Label: "Share spent on a proposal that is refused", Low: 0, High: 1, Since: 3},                         // ζ
	{Name: "again.setup", Label: "Set-up cost paid again by a second step", Low: 0, High: 1, Since: 3},                            // θ
	{Name: "again.disruption", Label: "Disruption felt again in a second step", Low: 0, High: 1, Since: 3},                        // ψ
	{Name: "overtaken.hazard", Label: "Yearly risk of the next reorganisation", Low: 0, High: 1e3, Since: 3},                      // α
	{Name: "disruption.recovery", Label: "Time until the dip in capacity is over", Low: 0, High: MaxHorizonYears},                 // H
	{Name: "remoteness", Label: "Local knowledge lost by a move", Subject: TierSubject, Low: 0, High: 1},                          // δ
	{Name: "capacity.elasticity", Label: "Response of capacity to resources", Low: 0, High: 5},                                    // η
	{Name: "capacity.value", Label: "Worth of capacity", Low: 0, High: 1e9},
	{Name: "local_knowledge.over_loss", Label: "Local knowledge lost per post lost", Low: 0, High: 5}, // ν
	{Name: "staff.cost", Label: "Management cost of a post", Low: 0.001, High: 1e9},                   // W
	{Name: "staff.exit_cost", Label: "Cost of a paid exit", Low: 0, High: 1e9},
	{Name: "staff.exit_share", Label: "Share of posts removed with a paid exit", Low: 0, High: 1},
	{Name: "costing.optimism_bias", Label: "Uplift on one-off costs", Low: -1, High: 1e6}, // b
	{Name: "costing.discount_rate", Label: "Discount rate", Low: -0.9, High: 1e3},         // d
}

// Subjects lists what the quantity has one assumption for each of, in this case; a single empty name where it has no
// subject.
func (c *Case) Subjects(q Quantity) []string {
	switch q.Subject {
	case ClassSubject:
		return c.Classes()
	case ArrangementSubject:
		return c.arrangementCodes()
	case TierSubject:
		return []string{string(SectorTier), string(RegionTier)}
	}
	return []string{""}
}

// AssumptionName is the name of the assumption on a quantity, for a subject if it has any.
func (q Quantity) AssumptionName(subject string) string {
	if q.Subject == NoSubject {
		return q.Name
	}
	return q.Name + "." + subject
}

// subject reports a code that would make one assumption's name stand for two: refusal.sunk is a share of what is spent, so
// that no arrangement can be called sunk.
func (r *report) subject(row int, column, code string, of Subject) {
	for _, q := range Quantities {
		for _, plain := range Quantities {
			if q.Subject == of && plain.Subject == NoSubject && plain.Name == q.AssumptionName(code) {
				r.add(row, column, code, "another name: %s is an assumption that is not about it", plain.Name)
				r.mend("call it otherwise, wherever it stands: here, in placements and in the names of its assumptions")
				return
			}
		}
	}
}

// allows says whether the equations can take the value.
func (q Quantity) allows(v float64) bool {
	return v <= q.High && (v > q.Low || v == q.Low && !q.Above)
}

func (q Quantity) domain() string {
	low := "at least "
	if q.Above {
		low = "above "
	}
	return low + spelling.Number(q.Low) + " and at most " + spelling.Number(q.High)
}
