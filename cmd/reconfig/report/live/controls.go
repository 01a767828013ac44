package live

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/cmd/reconfig/report/appraisal"
	"reconfig/cmd/reconfig/report/document"
	"reconfig/model"
	"reconfig/model/result"
	"reconfig/sim/analysis"
)

// mostOffered is how many assumptions a page offers besides levers.
const mostOffered = 10

// Controls are what a reader may change: every lever of the case, and the assumptions that move the answer most. The answer is by how
// much the best structure on net benefit is ahead of the next; of one structure alone, its net benefit. Each assumption is moved
// alone from its low to its high value, with all others as the report has them (sensitivity tornado). It returns the context's
// error.
func Controls(ctx context.Context, d *appraisal.Drawn) ([]Control, error) {
	s := d.Of
	q := result.Question{Outcome: result.NetBenefit.String(), Unit: result.NetBenefit.Unit().String()}
	q.Structure, q.Against = d.Report.Leaders()
	if q.Structure == "" {
		q.Structure = s.Engine.Structures()[0]
	}
	setup := &analysis.Setup{Case: s.Case, Base: s.Base, Map: s.Engine.MapName(), Horizon: s.Engine.HorizonYears()} // what the report set may be changed too
	found, err := setup.Tornado(ctx, []result.Question{q})
	if err != nil {
		return nil, err
	}
	var levers, others []Control
	for _, row := range found.Tornado {
		i, _ := s.Case.AssumptionIndex(row.Assumption)
		a := s.Case.Assumptions[i]
		c := control(s.Case, a, s.Base[i])
		c.Why = why(s.Case, c, a, row) + replaces[a.Name]
		if c.None {
			c.Why = "0 is none. Any other takes the place of the reduction that is asked for"
		}
		switch {
		case a.Kind == "lever":
			levers = append(levers, c)
		case len(others) < mostOffered && row.Swing > 0:
			c.Kind = "assumption"
			others = append(others, c)
		}
	}
	for i, a := range s.Case.Assumptions { // a lever for which the case has one value
		if a.Kind == "lever" && a.Low == a.High {
			c := control(s.Case, a, s.Base[i])
			c.Why = "The case has this value alone"
			levers = append(levers, c)
		}
	}
	return slices.Concat(levers, others, []Control{horizon(d)}), nil
}

// horizon is how long the case is followed, in whole quarters.
func horizon(d *appraisal.Drawn) Control {
	years := d.Of.Engine.HorizonYears()
	return Control{
		Name: document.KindHorizon, Kind: document.KindHorizon, Label: "Horizon", Unit: "years", Factor: 1, Value: years, Low: 1, High: max(usualHorizon, years),
		Min: quarter, Max: model.MaxHorizonYears, Step: quarter, Grain: quarter, Why: "For so long money and capacity are counted, from " + d.Of.Case.StartDate.Format("2 January 2006"),
	}
}

// replaces says of targets which one counts, for only one does. It follows what moves.
var replaces = map[string]string{
	perHead:            ". Takes the place of the reduction that is asked for; 0 is none",
	"target.reduction": ". Counts where no cost a head is asked for",
}

// perHead is the target of which 0 is none.
const perHead = "target.per_head"

// usualHorizon is as far as the slider of the horizon goes, in years, unless the report goes farther.
const usualHorizon = 30

// quarter is the least time, in years.
const quarter = 0.25

// control is an assumption in the unit in which it is shown.
func control(c *model.Case, a model.Assumption, value float64) Control {
	factor, unit := document.ShownUnit(c, a)
	in := func(v float64) float64 { return document.Rounded(factor * v) }
	return Control{
		Name: a.Name, Label: report.Sentence(c.Labels()[a.Name]), Unit: unit, Factor: factor, Value: in(value),
		Low: in(min(a.Low, value)), High: in(max(a.High, value)), Min: in(a.Min), Max: in(a.Max), Step: step(in(a.High) - in(a.Low)), Kind: a.Kind,
		None: a.Name == perHead && value == 0,
	}
}

// why says between which answers an assumption moves, through which of its values, and whether another structure is ahead at one
// of them.
func why(c *model.Case, shown Control, a model.Assumption, row result.TornadoRow) string {
	moved := "lead"
	if row.Against == "" {
		moved = "net benefit"
	}
	amount := report.AmountOf(c.Properties, row.Unit, row.AtLow, row.AtHigh)
	said := "Hardly moves the " + moved
	if by := amount.Words(row.Swing); strings.ContainsAny(by, "123456789") {
		said = report.Sentence(moved) + " from " + amount.Words(row.AtLow) + " to " + amount.Words(row.AtHigh)
	}
	if !shown.YesOrNo() {
		said += " (" + document.ShownRange(c, a, a.Low, a.High) + ")"
	}
	if row.Against != "" && row.SignChanges == "yes" {
		said += ": can turn it"
	}
	return said
}

// Answer says what the amounts beside controls are of, and by what values they are found. Those of the page itself are means of draws.
func Answer(d *appraisal.Drawn) string {
	first, second := d.Report.Leaders()
	names := appraisal.StructureNames(d.Of.Case)
	which, short := "", "lead"
	if second == "" {
		first, short = d.Of.Engine.Structures()[0], "net benefit"
		which = "the net benefit of " + report.Quote(names[first])
	} else {
		which = fmt.Sprintf("the lead of %s over %s on net benefit", report.Quote(names[first]), report.Quote(names[second]))
	}
	lead := func(statistic string) string {
		v := result.Number(netBenefit(d, first, statistic) - netBenefit(d, second, statistic))
		return report.AmountOf(d.Of.Case.Properties, result.NetBenefit.Unit().String(), v).Words(v)
	}
	mean := ""
	if d.Report.Draws > 0 {
		mean = fmt.Sprintf(" (%s in the mean of draws)", lead(result.Mean))
	}
	return fmt.Sprintf("%s at both ends of what is plausible. All else is at %s values, where the %s is %s%s.", which, report.Central(len(d.Of.Settings) > 0), short, lead(result.CentralDraw), mean)
}

// netBenefit is a statistic of a structure's net benefit; 0 of no structure.
func netBenefit(d *appraisal.Drawn, structure, statistic string) float64 {
	for _, row := range d.Outcomes {
		if row.Structure == structure && row.Statistic == statistic {
			return row.Values[result.NetBenefit]
		}
	}
	return 0
}

// step is how far a slider moves at a time: a round number, at least forty of which go into the range.
func step(extent float64) float64 {
	if extent <= 0 {
		return 1
	}
	power := math.Pow(10, math.Floor(math.Log10(extent/40)))
	for _, factor := range []float64{5, 2, 1} {
		if s := factor * power; extent/s >= 40 {
			return document.Rounded(s)
		}
	}
	return document.Rounded(power)
}
