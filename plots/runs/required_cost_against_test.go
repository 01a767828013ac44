package runs

import (
	"math"
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// The figure is of what structures need against the status quo, where that is known, and of what they need elsewhere.
func TestRequiredCostAgainst(t *testing.T) {
	f := figuretest.Named("required-cost")
	drawn := figuretest.Drawn()
	figuretest.CheckSays(t, f, drawn, "Cost that each structure needs, less that under Stay in the same draw", "Stay", "Hub: −£0.4m", "Merge: −£1.2m",
		"The target, not drawn, asks for £5.0m a year less than at the start by 2011/12", "Percentiles are of each quarter by itself", "Handover: when the local knowledge left for any successor bodies is measured")
	figuretest.CheckSaysNot(t, f, drawn, "lasting saving")
	for i := range drawn.Outcomes {
		drawn.Outcomes[i].Values[result.SteadySaving] = 5000
	}
	figuretest.CheckSays(t, f, drawn, "“lasting saving” in tables is before any, and so may be higher")
	figuretest.CheckSaysNot(t, f, figuretest.Small(), "in the same draw")
	unknown := func(r *result.TrajectoryRow) { r.RequiredCostAgainstStatusQuoK = result.Number(math.NaN()) }
	figuretest.Quarters(unknown)(&drawn)
	figuretest.CheckSays(t, f, drawn, "Cost that each structure needs, £ million a year", "Target")
	alone := figuretest.Only(figuretest.Drawn(), "stay")
	figuretest.CheckSays(t, f, alone, "Cost that each structure needs, £ million a year")
}

// Every band lies in the plot, and zero does.
func TestRequiredCostAgainstIsInThePlot(t *testing.T) {
	for _, d := range []figure.Data{figuretest.Drawn(), figuretest.LargeDrawn()} {
		d = d.Complete()
		a, found := againstOf(d, needOf(d))
		if !found {
			t.Fatal("no differences")
		}
		scale := a.scale(d.Context)
		if got := scale.Unit.Format(10000, 0); got != "+£10m" {
			t.Errorf("what a structure needs more is written %s", got)
		}
		for _, l := range a.shown(d.Context) {
			for _, s := range l.Band {
				if s.Lo < scale.Min || s.Hi > scale.Max || scale.Min > 0 || scale.Max < 0 {
					t.Fatalf("%s: from %v to %v on an axis from %v to %v", l.Code, s.Lo, s.Hi, scale.Min, scale.Max)
				}
			}
		}
	}
}
