package runs

import (
	"fmt"
	"math"
	"slices"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// versus is B held against A.
func (c Comparison) versus() versus {
	v := versus{Run: c.Run, called: "B", calledThen: "A", pronoun: "B", difference: "B − A"}
	for i := range c.Outcomes {
		switch c.Outcomes[i].Structure {
		case c.A.Code:
			v.other = &c.Outcomes[i]
		case c.B.Code:
			v.one = &c.Outcomes[i]
		}
	}
	return v
}

// Findings says what choosing B rather than A changes: first in net benefit, then by itself, then in money and capacity.
func (c Comparison) Findings() []string {
	v, turning := c.versus(), ""
	if !v.tied() {
		turning = v.turning()
	}
	return c.withCutShort([]string{
		report.Sentences(c.lead(), v.sure(result.NetBenefit)), v.byItself(), turning,
		c.saves() + fmt.Sprintf(" By itself it costs %s to get to. Its net present value to the handover in year %s is %s.%s",
			c.more(result.StructureOneOffCost), report.Full(c.HandoverYear), c.more(result.StructureNPVToHandover), c.cutShortFinding()),
		fmt.Sprintf("In per cent of the start, capacity at the target is %s. Reorganising alone takes it down to %s. Local knowledge at the handover is %s.",
			c.percents(result.CapacityAtTarget), c.percents(result.StructureCapacityLowest), c.percents(result.LocalKnowledgeAtHandover)),
	})
}

// saves says how much more B saves for good.
func (c Comparison) saves() string {
	return fmt.Sprintf("If nothing is refused or fails, B saves %s a year.", c.more(result.SteadySaving))
}

// lead says which of the two has the higher net benefit, and by how much.
func (c Comparison) lead() string {
	v := c.versus()
	mean := v.gap(result.NetBenefit).mean
	subject, against, by := fmt.Sprintf("On net benefit over %s, B, %s,", report.Years(c.HorizonYears), report.Quote(c.B.Name)), report.Quote(c.A.Name), c.money().write(math.Abs(mean))
	better := c.sureness()
	if better < leaningShare {
		return fmt.Sprintf("No clear difference in net benefit: in the mean B, %s, %s A, %s, by %s%s.", report.Quote(c.B.Name),
			c.moreOrLess(mean, "trails", "equals", "leads"), against, by, v.gapIfOvertaken(mean > 0))
	}
	than := "than A"
	if better < sureShare {
		than = "in the mean than A"
	}
	return c.moreOrLess(mean,
		fmt.Sprintf("%s is worse %s, %s, by %s%s.", subject, than, against, by, v.gapIfOvertaken(false)),
		fmt.Sprintf("%s and A, %s, are equally good.", subject, against),
		fmt.Sprintf("%s is better %s, %s, by %s%s.", subject, than, against, by, v.gapIfOvertaken(true)))
}

// sureness is the share of draws in which the structure that is better in them more often is better, ties shared; 1 where no
// draws tell, or where both are alike.
func (c Comparison) sureness() float64 {
	v := c.versus()
	g := v.gap(result.NetBenefit)
	if !g.drawn() || v.tied() {
		return 1
	}
	better := g.better + g.equal/2
	return max(better, 1-better)
}

// From these shares of draws on one structure leans to be better than another, and is surely better.
const (
	leaningShare = 2. / 3
	sureShare    = 0.9
)

// cutShortFinding says which of the two the horizon cuts short.
func (c Comparison) cutShortFinding() string {
	late := c.late()
	if len(late) == 0 {
		return ""
	}
	return fmt.Sprintf(" That is not the whole cost of %s: the horizon ends after %s, before %s complete.", report.And(late), report.Years(c.HorizonYears), report.Plural(len(late), "it is", "they are"))
}

// percents is what B has of an outcome in per cent, and what A.
func (c Comparison) percents(o result.Outcome) string {
	a, b := report.Percent(c.values(c.A)[o]), report.Percent(c.values(c.B)[o])
	if a == b {
		return a + " under both"
	}
	return fmt.Sprintf("%s under B and %s under A", b, a)
}

// more says how much more B has of a kind of money than A, and in brackets how far that goes: £2.0m more (£1.0m less to £5.0m more).
func (c Comparison) more(o result.Outcome) string {
	v := c.versus()
	g, write := v.gap(o), c.money().write
	either := func(v float64) string {
		return c.moreOrLess(v, write(-v)+" less", "no more", write(v)+" more")
	}
	said := c.moreOrLess(g.mean, write(-g.mean)+" less", "no more or less", write(g.mean)+" more")
	switch {
	case !g.drawn() || write(g.low) == write(g.high):
		return said
	case g.low >= 0 && g.mean >= 0:
		return fmt.Sprintf("%s (%s to %s)", said, write(g.low), write(g.high))
	case g.high <= 0 && g.mean <= 0:
		return fmt.Sprintf("%s (%s to %s)", said, write(-g.high), write(-g.low))
	}
	return fmt.Sprintf("%s (%s to %s)", said, either(g.low), either(g.high))
}

// Unsettled warns of ranges of main outcomes that more draws would still move. How far those of the differences would move was not looked at;
// those of A and of B tell.
func (c Comparison) Unsettled() []string {
	outcomes := map[string]bool{}
	for _, row := range c.convergence {
		if o, _ := result.OutcomeByName(row.Outcome); row.Draws == c.Draws && row.Settled == "no" && slices.Contains(shown, o) {
			outcomes[row.Outcome] = true
		}
	}
	if len(outcomes) == 0 {
		return nil
	}
	return []string{fmt.Sprintf("with %s the range of A or of B is not settled yet in %s: take more draws",
		report.Count(c.Draws, "draw", "draws"), report.Count(len(outcomes), "main outcome", "main outcomes"))}
}
