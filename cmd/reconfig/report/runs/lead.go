package runs

import (
	"fmt"
	"math"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// Lead says what a reader must know first, by net benefit: what is best and by how much, how sure that is, why it differs
// from what structure alone is worth, and what would turn it.
func (r Run) Lead() []string {
	v, several := r.leaders(result.NetBenefit)
	if !several {
		return r.withCutShort(r.leadOfOne())
	}
	if !v.tied() {
		return r.withCutShort([]string{report.Sentences(v.best(), v.sure(result.NetBenefit)) + v.bestAtRisk(), v.byItself(), v.turning()})
	}
	return r.withCutShort([]string{report.Sentences(r.equallyGood(), v.sure(result.NetBenefit))})
}

// leadOfOne says what the only structure is worth.
func (r Run) leadOfOne() []string {
	row := &r.Outcomes[0]
	return []string{r.benefitOfOne(row), report.Sentences(r.worthOfOne(row), r.addedUpOf(worthOf(&row.Values)))}
}

func (r Run) benefitOfOne(row *result.OutcomeRow) string {
	write := r.money().write
	return fmt.Sprintf("Over %s %s has a net benefit of %s%s%s.", report.Years(r.HorizonYears), report.Quote(row.Name), write(row.Values[result.NetBenefit]), r.within(row, result.NetBenefit, write),
		r.ifOvertaken(row.Values[result.NetBenefitRisked]))
}

func (r Run) worthOfOne(row *result.OutcomeRow) string {
	write := r.money().write
	return fmt.Sprintf("By itself, without cuts and capacity, it has a net present value of %s%s.", write(row.Values[result.StructureNPV]), r.within(row, result.StructureNPV, write))
}

// tied says whether the difference reads as nothing.
func (v versus) tied() bool { return math.Abs(v.gap(result.NetBenefit).mean) < v.money().small() }

// best says which structure has the highest net benefit, and by how much.
func (v versus) best() string {
	next := "the next, " + v.calledThen
	if len(v.Outcomes) == 2 {
		next = v.calledThen
	}
	atRisk := ""
	if v.gap(result.NetBenefitRisked).mean >= 0 { // else bestAtRisk says what is then best
		atRisk = v.gapIfOvertaken(true)
	}
	return fmt.Sprintf("On net benefit over %s, %s is best, by %s against %s%s.", report.Years(v.HorizonYears), v.called, v.money().write(v.gap(result.NetBenefit).mean), next, atRisk)
}

// equallyGood names the structures whose net benefit reads like that of the best.
func (r Run) equallyGood() string {
	first := r.byWorth(result.NetBenefit)[0]
	equals := r.equals(&first, result.NetBenefit, r.money().small())
	return fmt.Sprintf("On net benefit over %s, %s are equally good, at %s.", report.Years(r.HorizonYears), r.who(equals), r.money().write(first.Values[result.NetBenefit]))
}
