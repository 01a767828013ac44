package model

import "reconfig/model/spelling"

// Quantity is what an assumption can be about. The equations fix its domain; a case narrows that by min and max.
type Quantity struct {
	Name    string  // as in target.reduction, or the part before the dot where there is a subject: scale
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
	{Name: "baseline.scale", Low: 1e-6, High: 1e6},
	{Name: "baseline.growth", Low: -0.9, High: 1}, // g
	{Name: "baseline.spread", Low: 0, High: 5},    // s
	{Name: "finance.budget", Low: 0, High: mostSize},
	{Name: "finance.surplus", Low: 0, High: mostSize},
	{Name: "target.reduction", Low: -100, High: 1},                     // τ
	{Name: "target.years", Low: 0, Above: true, High: MaxHorizonYears}, // T
	{Name: "target.per_head", Low: 0, High: 1e9},
	{Name: "target.enforcement", Low: 0, High: 1},  // e
	{Name: "target.cash_release", Low: 0, High: 1}, // χ
	{Name: "target.tolerance", Low: 0, High: 1e6},
	{Name: "handover.year", Low: 0, High: MaxHorizonYears},
	{Name: "debt.plan", Low: 0, High: 1},
	{Name: "debt.participation_uplift", Low: 0, High: 1},                                 // υ
	{Name: "scale", Subject: ClassSubject, Low: 0, High: 10},                             // β
	{Name: "scale_limit", Subject: ClassSubject, Low: 0, High: 1e9, Since: 3},            // P* ÷ 1,000
	{Name: "locality", Subject: ClassSubject, Low: 0, High: 1},                           // λ
	{Name: "critical_mass", Subject: ClassSubject, Low: 0, High: 1e9},                    // h
	{Name: "retained", Subject: ClassSubject, Low: 0, High: 1},                           // r
	{Name: "participation", Subject: ArrangementSubject, Low: 0, High: 1},                // π
	{Name: "realisation", Subject: ArrangementSubject, Low: 0, High: 1},                  // ρ
	{Name: "coordination", Subject: ArrangementSubject, Low: 0, High: 1e6},               // κ
	{Name: "lead_time", Subject: ArrangementSubject, Low: 0, High: MaxHorizonYears},      // L
	{Name: "implementation", Subject: ArrangementSubject, Low: 0, High: MaxHorizonYears}, // D
	{Name: "disruption", Subject: ArrangementSubject, Low: 0, High: 1},                   // x
	{Name: "setup", Subject: ArrangementSubject, Low: 0, High: 1e6},                      // σ
	{Name: "collapse", Subject: ArrangementSubject, Low: 0, High: 1e3},                   // z
	{Name: "refusal", Subject: ArrangementSubject, Low: 0, High: 1, Since: 3},            // ϱ
	{Name: "refusal.sunk", Low: 0, High: 1, Since: 3},                                    // ζ
	{Name: "again.setup", Low: 0, High: 1, Since: 3},                                     // θ
	{Name: "again.disruption", Low: 0, High: 1, Since: 3},                                // ψ
	{Name: "overtaken.hazard", Low: 0, High: 1e3, Since: 3},                              // α
	{Name: "disruption.recovery", Low: 0, High: MaxHorizonYears},                         // H
	{Name: "remoteness", Subject: TierSubject, Low: 0, High: 1},                          // δ
	{Name: "capacity.elasticity", Low: 0, High: 5},                                       // η
	{Name: "capacity.value", Low: 0, High: 1e9},
	{Name: "local_knowledge.over_loss", Low: 0, High: 5}, // ν
	{Name: "staff.cost", Low: 0.001, High: 1e9},          // W
	{Name: "staff.exit_cost", Low: 0, High: 1e9},
	{Name: "staff.exit_share", Low: 0, High: 1},
	{Name: "costing.optimism_bias", Low: -1, High: 1e6},   // b
	{Name: "costing.discount_rate", Low: -0.9, High: 1e3}, // d
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
