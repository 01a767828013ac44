package runs

import (
	"errors"
	"math"
	"slices"
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

// The title has the lowest of the courses that are drawn. A note says what the mean of each draw's lowest is, as tables have it.
func TestCapacityTitleIsOfCourses(t *testing.T) {
	figuretest.CheckTitles(t, figuretest.Named("capacity"), []figuretest.TitleCase{
		{Name: "lower outcomes", Change: figuretest.Each(func(v *result.Values) { v[result.CapacityLowest] -= 0.02 }), Want: "With cuts to the target, capacity falls by up to 40%"},
		{Name: "no outcomes", Change: func(d *figure.Data) { d.Outcomes = nil }, Want: "With cuts to the target, capacity falls by up to 40%"},
	})
	d := figuretest.Drawn()
	for i := range d.Outcomes {
		if r := &d.Outcomes[i]; r.Statistic == result.Mean {
			r.Values[result.StructureCapacityLowest] = 0.755
		} else {
			r.Values[result.StructureCapacityLowest] = 0.5
		}
	}
	figuretest.CheckSays(t, figuretest.Named("capacity-alone"), d, "alone takes up to 20% of capacity on average", "the mean of each draw’s lowest capacity is up to 25% below the start")
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
		{Name: "several", Change: nil, Want: "With cuts to the target, capacity falls by up to 40%"},
		{Name: "one structure", Change: func(d *figure.Data) { *d = figuretest.Only(*d, "merge") }, Want: "With cuts to the target, Merge takes 30% of capacity"},
		{Name: "no target", Change: figuretest.Quarters(func(r *result.TrajectoryRow) { r.CeilingK = 10000 }), Want: "Capacity falls by up to 40%"},
		{Name: "surplus resource makes up", Change: figuretest.Quarters(func(r *result.TrajectoryRow) { r.Capacity = 1.02 }),
			Want: "Capacity never falls below where it starts"},
	})
	figuretest.CheckTitlesOf(t, figuretest.Named("capacity-alone"), coursesAlone, []figuretest.TitleCase{
		{Name: "several", Change: nil, Want: "Reorganisation alone takes up to 20% of capacity"},
		{Name: "one structure", Change: func(d *figure.Data) { *d = figuretest.Only(*d, "merge") }, Want: "Merge alone takes 20% of capacity"},
		{Name: "gain", Change: figuretest.Quarters(func(r *result.TrajectoryRow) { r.StructureCapacity = 1.01 }), Want: "Reorganisation alone takes no capacity"},
		{Name: "one gains", Change: figuretest.All(func(d *figure.Data) { *d = figuretest.Only(*d, "stay") }, figuretest.Quarters(func(r *result.TrajectoryRow) { r.StructureCapacity = 1.01 })),
			Want: "Stay alone takes no capacity"},
	})
	var pointless *figure.PointlessError
	if _, err := figuretest.Named("capacity-alone").Render(figuretest.Only(coursesAlone(), "stay"), "svg"); !errors.As(err, &pointless) {
		t.Errorf("a course that never changes gives %v", err)
	}
}

// A title that says how far capacity falls says too where it comes back.
func TestCapacityTitleSaysWhatComesBack(t *testing.T) {
	noTarget := figuretest.Quarters(func(r *result.TrajectoryRow) { r.CeilingK = 10000 })
	endingAt := func(capacity float64, codes ...string) func(*figure.Data) {
		return figuretest.Quarters(func(r *result.TrajectoryRow) {
			if r.Quarter == 8 && slices.Contains(codes, r.Structure) {
				r.Capacity, r.StructureCapacity = capacity, capacity
			}
		})
	}
	all := []string{"stay", "hub", "merge"}
	figuretest.CheckTitlesOf(t, figuretest.Named("capacity"), coursesAlone, []figuretest.TitleCase{
		{Name: "all end higher", Change: figuretest.All(noTarget, endingAt(1.2, all...)), Want: "Capacity falls by up to 40% at first, but ends higher than it starts"},
		{Name: "with cuts", Change: endingAt(1.2, all...), Want: "With cuts to the target, capacity falls by up to 40% at first, but ends higher than it starts"},
		{Name: "some end higher", Change: figuretest.All(noTarget, endingAt(1.2, "hub", "merge")), Want: "Capacity falls by up to 40%, but ends higher than it starts under two of three structures"},
		{Name: "all end as they start", Change: figuretest.All(noTarget, endingAt(1, all...)), Want: "Capacity falls by up to 40%"},
		{Name: "one structure", Change: figuretest.All(func(d *figure.Data) { *d = figuretest.Only(*d, "merge") }, noTarget, endingAt(1.2, "merge")), Want: "Merge takes 30% of capacity at first, but adds some in the end"},
	})
	figuretest.CheckTitlesOf(t, figuretest.Named("capacity-alone"), coursesAlone, []figuretest.TitleCase{
		{Name: "all comes back", Change: endingAt(1, all...), Want: "Reorganisation alone takes up to 20% of capacity at first, and none in the end"},
		{Name: "some comes back", Change: endingAt(1, "merge"), Want: "Reorganisation alone takes up to 20% of capacity"},
		{Name: "one structure", Change: figuretest.All(func(d *figure.Data) { *d = figuretest.Only(*d, "merge") }, endingAt(1, "merge")), Want: "Merge alone takes 20% of capacity at first, and none in the end"},
	})
	shown := figuretest.Drawn()
	shown.Focus = []string{"hub"}
	figuretest.All(noTarget, endingAt(1.2, "hub"))(&shown)
	if title := figuretest.Named("capacity").Title(shown); !strings.HasSuffix(title, "but ends higher than it starts under one of two structures shown") {
		t.Errorf("title %q does not say that it is of those shown", title)
	}
}

// The axis begins at zero, and the target is marked where it stops asking for more.
func TestCapacityAxisAndTarget(t *testing.T) {
	figuretest.CheckSays(t, figuretest.Named("capacity"), figuretest.Small(), ">0%<", ">Target due, at the handover<")
	figuretest.CheckSays(t, figuretest.Named("capacity"), figuretest.Drawn(), ">0%<", ">Target due, at the handover<")
	d := figuretest.Drawn()
	d.HandoverYears = 1.25
	figuretest.CheckSays(t, figuretest.Named("capacity"), d, ">Target due<", ">Handover<", "Handover: when the local knowledge left for any successor bodies is measured")
	d.HandoverYears = 0
	figuretest.CheckSaysNot(t, figuretest.Named("capacity"), d, "Handover:")
	d = figuretest.Small()
	figuretest.Quarters(func(r *result.TrajectoryRow) { r.CeilingK = 10000 })(&d)
	if due := targetDue(d.Complete()); due != 0 {
		t.Errorf("a target that asks for nothing is due at %v", due)
	}
}

func TestCapacityAltText(t *testing.T) {
	figuretest.CheckAltText(t, figuretest.Named("capacity"), "Line chart of capacity under each of three structures by quarter, with the target, 2010/11 to 2011/12, in per cent of that at the start. "+
		"Lowest and last value: Stay 60%, 60%; Hub 62%, 62%; Merge 70%, 70%.")
	figuretest.CheckAltText(t, figuretest.Named("capacity-alone"), "Line chart of capacity under each of three structures by quarter, of the structure alone, 2010/11 to 2011/12, in per cent of that at the start. "+
		"Lowest and last value: Stay 100%, 100%; Hub 95%, 99%; Merge 80%, 97%.")
}

// The title speaks of the structures that are drawn, and the key says which grey line is there for comparison.
func TestCapacityIsOfThoseDrawn(t *testing.T) {
	d := figuretest.Drawn()
	d.Focus = []string{"hub"}
	for i := range d.Outcomes {
		if r := &d.Outcomes[i]; r.Structure == "merge" {
			r.Values[result.CapacityLowest], r.Values[result.StructureCapacityLowest] = 0.1, 0.1
		}
	}
	for _, name := range []string{"capacity", "capacity-alone"} {
		page := figuretest.Named(name).Page(d.Complete())
		if strings.Contains(page.Title, "90%") || !strings.HasSuffix(page.Title, "under the two structures shown") || strings.Contains(page.Description, "Merge") {
			t.Errorf("%s: %q, %q", name, page.Title, page.Description)
		}
		figuretest.CheckSays(t, figuretest.Named(name), d, "Stay, for comparison")
	}
}
