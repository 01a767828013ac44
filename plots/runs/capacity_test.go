package runs

import (
	"math"
	"strings"
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// coursesAlone is the small case without outcomes of capacity.
func coursesAlone() figure.Data {
	d := figuretest.Small()
	figuretest.Each(func(v *result.Values) {
		v[result.CapacityLowest], v[result.StructureCapacityLowest] = math.NaN(), math.NaN()
	})(&d)
	return d
}

// The title has what reports have: the mean of each draw's lowest, if outcomes say so.
func TestCapacityTitleAgreesWithOutcomes(t *testing.T) {
	figuretest.CheckTitles(t, figuretest.Named("capacity"), []figuretest.TitleCase{
		{Name: "outcomes", Change: figuretest.Each(func(v *result.Values) { v[result.StructureCapacityLowest] -= 0.055; v[result.CapacityLowest] -= 0.02 }),
			Want: "Reorganisation alone takes up to 26% of capacity; with the target, 42%"},
		{Name: "no outcomes", Change: func(d *figure.Data) { d.Outcomes = nil }, Want: "Reorganisation alone takes up to 20% of capacity; with the target, 40%"},
		{Name: "one structure lacks them", Change: func(d *figure.Data) { d.Outcomes = d.Outcomes[:2] }, Want: "Reorganisation alone takes up to 20% of capacity; with the target, 40%"},
	})
	d := figuretest.Drawn()
	for i := range d.Outcomes {
		if r := &d.Outcomes[i]; r.Statistic == result.Mean {
			r.Values[result.StructureCapacityLowest] = 0.855
		} else {
			r.Values[result.StructureCapacityLowest] = 0.5
		}
	}
	figuretest.CheckSays(t, figuretest.Named("capacity"), d, "alone takes up to 15% of capacity", "mean of each draw’s lowest")
	for i := range d.Outcomes {
		v := &d.Outcomes[i].Values
		v[result.StructureCapacityLowest], v[result.CapacityLowest] = 1, 1
	}
	figuretest.Quarters(func(r *result.TrajectoryRow) { r.Capacity, r.StructureCapacity = 1, 1 })(&d)
	if page := figuretest.Named("capacity").Page(d.Complete()); strings.Contains(strings.Join(page.Footer, " "), "each draw’s lowest") {
		t.Error("the note explains a difference that there is not")
	}
}

func TestCapacityTitle(t *testing.T) {
	figuretest.CheckTitlesOf(t, figuretest.Named("capacity"), coursesAlone, []figuretest.TitleCase{
		{Name: "cuts cost more", Change: nil, Want: "Reorganisation alone takes up to 20% of capacity; with the target, 40%"},
		{Name: "one structure", Change: func(d *figure.Data) { *d = figuretest.Only(*d, "merge") }, Want: "Merge alone takes 20% of capacity; with the target, 30%"},
		{Name: "no dip of its own", Change: func(d *figure.Data) { *d = figuretest.Only(*d, "stay") }, Want: "Stay alone takes no capacity; with the target, 40%"},
		{Name: "no target", Change: figuretest.Quarters(func(r *result.TrajectoryRow) { r.Capacity = r.StructureCapacity }),
			Want: "Reorganisation takes up to 20% of capacity; the target takes no more"},
		{Name: "surplus resource makes up", Change: figuretest.Quarters(func(r *result.TrajectoryRow) { r.Capacity = 1.02 }),
			Want: "Reorganisation alone takes up to 20% of capacity; with the target, none"},
		{Name: "milder with target", Change: figuretest.Quarters(func(r *result.TrajectoryRow) { r.Capacity = 0.91 }),
			Want: "Reorganisation alone takes up to 20% of capacity; with the target, 9%"},
		{Name: "none at all", Change: figuretest.Quarters(func(r *result.TrajectoryRow) { r.Capacity, r.StructureCapacity = 1, 1.01 }),
			Want: "Capacity never falls below where it starts"},
	})
}

func TestCapacityAltText(t *testing.T) {
	figuretest.CheckAltText(t, figuretest.Named("capacity"), "Two line charts of capacity under each of three structures by quarter, 2010/11 to 2011/12, in per cent of that at the start. "+
		"Lowest and last value of the structure alone: Stay 100%, 100%; Hub 95%, 99%; Merge 80%, 97%. "+
		"With the target: Stay 60%, 60%; Hub 62%, 62%; Merge 70%, 70%.")
}
