package runs

import (
	"fmt"
	"math"
	"slices"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// risked gives for an outcome the one that says what it is worth where the reorganisation may itself be overtaken by the next.
var risked = map[result.Outcome]result.Outcome{result.NetBenefit: result.NetBenefitRisked, result.StructureNPV: result.StructureNPVRisked}

// atRisk says whether any structure is worth something else where it may be overtaken; if none is, nothing is said of it.
func (r Run) atRisk() bool {
	return slices.ContainsFunc(r.Outcomes, func(row result.OutcomeRow) bool {
		for o, other := range risked {
			if math.Abs(row.Values[o]-row.Values[other]) > 1e-6 { // £k, as in docs/model.md, section 7
				return true
			}
		}
		return false
	})
}

// ifOvertaken writes in brackets what an amount is where the reorganisation may be overtaken; nothing where none is.
func (r Run) ifOvertaken(thousands float64) string {
	if !r.atRisk() {
		return ""
	}
	return fmt.Sprintf(" (risked, %s)", r.money().write(thousands))
}

// gapIfOvertaken writes in brackets what the difference in net benefit is where the reorganisation may be overtaken, for a
// sentence that calls the one better, or worse; where that then turns, it says so.
func (v versus) gapIfOvertaken(better bool) string {
	if !v.atRisk() {
		return ""
	}
	mean, turned := v.gap(result.NetBenefitRisked).mean, "worse"
	if !better {
		mean, turned = -mean, "better"
	}
	if mean <= -v.money().small() {
		return fmt.Sprintf(" (but risked, %s by %s)", turned, v.money().write(-mean))
	}
	return v.ifOvertaken(max(0, mean))
}

// bestAtRisk says which structure is best where it may be overtaken, if that is another one.
func (v versus) bestAtRisk() string {
	if !v.atRisk() {
		return ""
	}
	ranked := v.byWorth(result.NetBenefitRisked)
	best, next := ranked[0], ranked[1]
	lead := best.Values[result.NetBenefitRisked] - next.Values[result.NetBenefitRisked]
	if best.Structure == v.one.Structure || lead < v.money().small() {
		return ""
	}
	return fmt.Sprintf(" Risked, as the next reorganisation may overtake it, %s is best, by %s.", report.Quote(best.Name), v.money().write(lead))
}

// paidBackAtRisk says how likely a structure is paid back before it is overtaken; nothing where none may be.
func (r Run) paidBackAtRisk(row *result.OutcomeRow) string {
	if !r.atRisk() || !row.Values.Has(result.ChancePaidBack) {
		return ""
	}
	return fmt.Sprintf(" The chance that it is paid back before the next reorganisation overtakes it is %s %%.", report.Decimal(100*row.Values[result.ChancePaidBack], 0))
}

// riskNote explains the columns of what is risked.
const riskNote = "Risked: where the reorganisation may itself be overtaken by the next one. Each quarter then counts by the chance that\nit has not been yet."

// riskNotes explain what is risked where the first sentence of a run, or the table of two structures, has it, and say how often
// the best of a run is then better than the next.
func (r Run) riskNotes() []string {
	v, several := r.leaders(result.NetBenefit)
	if !r.atRisk() || several && v.tied() {
		return nil
	}
	note := riskInShort
	if several {
		if g := v.gap(result.NetBenefitRisked); g.drawn() {
			note += fmt.Sprintf(" Risked, %s is better than %s in %s.", v.called, v.calledThen, v.draws().In(g.better))
		}
	}
	return []string{note}
}

// riskInShort explains what is risked.
const riskInShort = "Risked: the reorganisation may itself be overtaken by another one, so each quarter counts by the chance that it has not been yet."
