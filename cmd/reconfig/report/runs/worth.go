package runs

import (
	"fmt"
	"io"
	"math"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// makeup is what a net benefit is made up of, in thousands; the parts add up to it.
type makeup struct {
	structure float64 // by itself
	cuts      float64 // what the whole stream saves besides, after its own exits
	capacity  float64 // that is lost, as its worth
}

func worthOf(v *result.Values) makeup {
	return makeup{v[result.StructureNPV], v[result.NPVIncludingCuts] - v[result.StructureNPV], v[result.NetBenefit] - v[result.NPVIncludingCuts]}
}

// less is what a is worth more than b.
func (a makeup) less(b makeup) makeup {
	return makeup{a.structure - b.structure, a.cuts - b.cuts, a.capacity - b.capacity}
}

func (a makeup) total() float64 { return a.structure + a.cuts + a.capacity }

// asksForNoCut says whether the target asks no body at all for a cut.
func (r Run) asksForNoCut() bool {
	for _, b := range r.ByBody {
		if b.ReductionAskedPct > 0 {
			return false
		}
	}
	return len(r.ByBody) > 0
}

// addedUp says how what is worth so much by itself comes to the net benefit, with words for where the rest is from.
func (r Run) addedUp(a makeup, cuts, capacity string) string {
	write := r.money().write
	return fmt.Sprintf("To these %s come %s from %s and %s from %s: together %s.",
		write(a.structure), write(a.cuts), cuts, write(a.capacity), capacity, write(a.total()))
}

// notCash is what the whole stream has besides structure where no cuts are asked for.
const notCash = "savings that are not taken as cash"

// addedUpOf is addedUp of a structure.
func (r Run) addedUpOf(a makeup) string {
	if r.asksForNoCut() {
		return r.addedUp(a, notCash, "capacity")
	}
	return r.addedUp(a, "the target’s cuts", "capacity lost")
}

// addedUpOf is addedUp of a difference.
func (v versus) addedUpOf(a makeup) string {
	within := " over " + report.Years(v.HorizonYears) // in the quarter when the target is due it may be the other way round
	cuts, capacity := v.moreOrLess(a.cuts, "fewer cuts"+within, "cuts", "more cuts"+within), v.moreOrLess(a.capacity, "more capacity lost", "capacity", "less capacity lost")
	if v.asksForNoCut() {
		cuts = notCash
	}
	return v.addedUp(a, cuts, capacity)
}

// moreOrLess picks the words for an amount below nothing, for one that reads as nothing, and for one above.
func (r Run) moreOrLess(thousands float64, below, nothing, above string) string {
	switch small := r.money().small(); {
	case thousands <= -small:
		return below
	case thousands >= small:
		return above
	}
	return nothing
}

// byItself says how far structure alone has the one ahead, how that comes to the difference of net benefit, and why.
func (v versus) byItself() string {
	return report.Sentences(v.aloneWorth()+".", v.addsUp()) + v.spared(v.parts())
}

// addsUp says how what structure alone is worth comes to the difference of net benefit; nothing where it is all of it.
func (v versus) addsUp() string {
	if parts := v.parts(); !v.isAlone(parts) {
		return v.addedUpOf(parts)
	}
	return ""
}

// parts are what the difference of net benefit is made up of.
func (v versus) parts() makeup { return worthOf(&v.one.Values).less(worthOf(&v.other.Values)) }

// isAlone says whether what structure is worth by itself is all that the two differ in.
func (v versus) isAlone(parts makeup) bool {
	small := v.money().small()
	return math.Abs(parts.cuts) < small && math.Abs(parts.capacity) < small
}

// aloneWorth says how far structure alone has the one ahead, without a stop.
func (v versus) aloneWorth() string {
	g := v.gap(result.StructureNPV)
	amount := v.money().write(math.Abs(g.mean))
	than := ""
	if len(v.Outcomes) > 2 {
		than = " than that of " + v.calledThen
	}
	s := fmt.Sprintf("By itself, without cuts and capacity, %s has a net present value %s%s%s", v.called,
		v.moreOrLess(g.mean, amount+" lower", "neither higher nor lower", amount+" higher"), than, v.extent(g))
	if g.drawn() && g.equal != 1 {
		s += fmt.Sprintf(". %s is better in %s", report.Sentence(v.pronoun), v.draws().In(g.better))
	}
	return s
}

// likeCosts is by how many percentage points costs may differ when the target is due and be called about the same.
const likeCosts = 1

// spared says why what structure saves may hardly count in net benefit: a target that both reach takes it instead of cuts.
func (v versus) spared(parts makeup) string {
	cuts := max(v.one.Values[result.ReductionFromCuts], v.other.Values[result.ReductionFromCuts])
	if v.asksForNoCut() || cuts < smallPercent || math.Abs(parts.cuts) < v.money().small() ||
		math.Abs(v.one.Values[result.Reduction]-v.other.Values[result.Reduction]) > likeCosts {
		return ""
	}
	return " The target brings both to about the same cost, so what structure saves mostly spares cuts."
}

// valued is an outcome of what a structure is worth, with its heading.
type valued struct {
	heading string
	outcome result.Outcome
}

// worthColumns are the outcomes of the table of worth. Beside each value that nothing disturbs stands the risked one.
func (r Run) worthColumns() (all []valued) {
	for _, c := range []valued{{"Net\nbenefit", result.NetBenefit}, {"Net present\nvalue", result.StructureNPV}} {
		all = append(all, c)
		if r.atRisk() {
			all = append(all, valued{"\nrisked", risked[c.outcome]})
		}
	}
	return all
}

// writeWorth writes what each structure is worth, and what that is made up of.
func (r Run) writeWorth(w io.Writer, s report.Style) {
	fmt.Fprintf(w, "What each structure is worth over %s (net benefit adds up net present value, %s and capacity lost)\n\n", report.Years(r.HorizonYears), strings.ToLower(report.OneLine(r.cutsHeading())))
	unit := "\n" + r.money().unit()
	columns := []report.Column{report.Text("Structure").Within(report.NameWidth)}
	for _, c := range r.worthColumns() {
		columns = append(columns, report.Number(c.heading+unit))
	}
	columns = append(columns, report.Number(r.cutsHeading()+unit), report.Number("Capacity\nlost"+unit))
	s.Render(w, columns, r.rows(func(row *result.OutcomeRow) []string {
		var cells []string
		for _, c := range r.worthColumns() {
			cells = append(cells, r.amount(row, c.outcome))
		}
		m, parts := r.money(), worthOf(&row.Values)
		return append(cells, report.Decimal(m.scaled(parts.cuts), m.decimals), report.Decimal(m.scaled(parts.capacity), m.decimals))
	}))
	if r.atRisk() {
		fmt.Fprintf(w, "\n%s\n", riskNote)
	}
}

func (r Run) cutsHeading() string {
	if r.asksForNoCut() {
		return "Savings\nnot taken"
	}
	return "Target’s\ncuts"
}
