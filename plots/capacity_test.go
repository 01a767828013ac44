package plots

import (
	"math"
	"strings"
	"testing"

	"reconfig/model/result"
)

// coursesAlone is the small case without outcomes of capacity.
func coursesAlone() Data {
	d := small()
	each(func(v *result.Values) {
		v[result.CapacityLowest], v[result.StructureCapacityLowest] = math.NaN(), math.NaN()
	})(&d)
	return d
}

// The title has what reports have: the mean of each draw's lowest, if outcomes say so.
func TestCapacityTitleAgreesWithOutcomes(t *testing.T) {
	checkTitles(t, named("capacity"), []titleCase{
		{"outcomes", each(func(v *result.Values) { v[result.StructureCapacityLowest] -= 0.055; v[result.CapacityLowest] -= 0.02 }),
			"Reorganisation alone takes up to 26% of capacity; with the target, 42%"},
		{"no outcomes", func(d *Data) { d.Outcomes = nil }, "Reorganisation alone takes up to 20% of capacity; with the target, 40%"},
		{"one structure lacks them", func(d *Data) { d.Outcomes = d.Outcomes[:2] }, "Reorganisation alone takes up to 20% of capacity; with the target, 40%"},
	})
	d := drawn()
	for i := range d.Outcomes {
		if r := &d.Outcomes[i]; r.Statistic == result.Mean {
			r.Values[result.StructureCapacityLowest] = 0.855
		} else {
			r.Values[result.StructureCapacityLowest] = 0.5
		}
	}
	checkSays(t, named("capacity"), d, "alone takes up to 15% of capacity", "mean of each draw’s lowest")
	for i := range d.Outcomes {
		v := &d.Outcomes[i].Values
		v[result.StructureCapacityLowest], v[result.CapacityLowest] = 1, 1
	}
	quarters(func(r *result.TrajectoryRow) { r.Capacity, r.StructureCapacity = 1, 1 })(&d)
	if page := named("capacity").Page(d.complete()); strings.Contains(strings.Join(page.Footer, " "), "each draw’s lowest") {
		t.Error("the note explains a difference that there is not")
	}
}

func TestCapacityTitle(t *testing.T) {
	checkTitlesOf(t, named("capacity"), coursesAlone, []titleCase{
		{"cuts cost more", nil, "Reorganisation alone takes up to 20% of capacity; with the target, 40%"},
		{"one structure", func(d *Data) { *d = only(*d, "merge") }, "Merge alone takes 20% of capacity; with the target, 30%"},
		{"no dip of its own", func(d *Data) { *d = only(*d, "stay") }, "Stay alone takes no capacity; with the target, 40%"},
		{"no target", quarters(func(r *result.TrajectoryRow) { r.Capacity = r.StructureCapacity }),
			"Reorganisation takes up to 20% of capacity; the target takes no more"},
		{"surplus resource makes up", quarters(func(r *result.TrajectoryRow) { r.Capacity = 1.02 }),
			"Reorganisation alone takes up to 20% of capacity; with the target, none"},
		{"milder with target", quarters(func(r *result.TrajectoryRow) { r.Capacity = 0.91 }),
			"Reorganisation alone takes up to 20% of capacity; with the target, 9%"},
		{"none at all", quarters(func(r *result.TrajectoryRow) { r.Capacity, r.StructureCapacity = 1, 1.01 }),
			"Capacity never falls below where it starts"},
	})
}

func TestCapacityAltText(t *testing.T) {
	checkAltText(t, named("capacity"), "Two line charts of capacity under each of three structures by quarter, 2010/11 to 2011/12, in per cent of that at the start. "+
		"Lowest and last value of the structure alone: Stay 100%, 100%; Hub 95%, 99%; Merge 80%, 97%. "+
		"With the target: Stay 60%, 60%; Hub 62%, 62%; Merge 70%, 70%.")
}
