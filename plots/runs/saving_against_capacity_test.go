package runs

import (
	"math"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

func TestFrontierTitle(t *testing.T) {
	figuretest.CheckTitles(t, figuretest.Named("saving-against-capacity"), []figuretest.TitleCase{
		{Name: "one leads", Change: nil, Want: "Merge saves most, 12%, and ends with 97% of capacity"},
		{Name: "tie", Change: func(d *figure.Data) {
			figuretest.AddStructure(d, "other", "Other", 12, [3]float64{}, [2]float64{0.9, 0.97}, 1)
		},
			Want: "Two structures save most, 12%, and end with 97% of capacity"},
		{Name: "tie of unlike capacity", Change: func(d *figure.Data) {
			figuretest.AddStructure(d, "other", "Other", 12, [3]float64{}, [2]float64{0.9, 0.9}, 1)
		},
			Want: "Two structures save most, 12%, but keep unlike capacity"},
		{Name: "best in both", Change: func(d *figure.Data) { d.Outcomes[2].Values[result.StructureCapacityEnd] = 1.02 },
			Want: "Merge saves most, 12%, and keeps most capacity, 102%"},
		{Name: "no saving", Change: figuretest.Each(func(v *result.Values) { v[result.SteadySavingPct] = 0 }), Want: "No structure brings a lasting saving"},
		{Name: "all cost more", Change: figuretest.Each(func(v *result.Values) { v[result.SteadySavingPct] = -3 }), Want: "No structure brings a lasting saving"},
		{Name: "one structure", Change: func(d *figure.Data) { *d = figuretest.Only(*d, "hub") }, Want: "Hub saves 4% and ends with 99% of capacity"},
		{Name: "one structure, no saving", Change: func(d *figure.Data) { *d = figuretest.Only(*d, "stay") }, Want: "Stay saves nothing for good and ends with 100% of capacity"},
		{Name: "missing", Change: func(d *figure.Data) { d.Outcomes[2].Values[result.SteadySavingPct] = math.NaN() }, Want: "Hub saves most, 4%, and ends with 99% of capacity"},
	})
}

func TestFrontierAltText(t *testing.T) {
	figuretest.CheckAltText(t, figuretest.Named("saving-against-capacity"), "Scatter chart of lasting saving against capacity. Saving, capacity at the end and lowest capacity: "+
		"Stay 0%, 100.0%, 100.0%; Hub 4%, 99.0%, 95.0%; Merge 12%, 97.0%, 80.0%. None saves more and keeps more capacity than Stay; Hub; Merge.")
}

func TestEfficient(t *testing.T) {
	options := []option{
		{Code: "both worse", Saving: 1, End: 95}, {Code: "most saving", Saving: 9, End: 96}, {Code: "equal to it", Saving: 9, End: 96},
		{Code: "same saving, less capacity", Saving: 9, End: 95}, {Code: "most capacity", Saving: 0, End: 100},
		{Code: "same capacity, less saving", Saving: -1, End: 100}, {Code: "between", Saving: 5, End: 98},
	}
	var got []string
	for _, o := range efficient(options) {
		got = append(got, o.Code)
	}
	if want := []string{"most capacity", "between", "most saving", "equal to it"}; !slices.Equal(got, want) {
		t.Errorf("efficient: %q, want %q", got, want)
	}
}

// Structures that offer the same are both seen.
func TestPointsAtOnePlaceStandSideBySide(t *testing.T) {
	options := []option{{Code: "a", Saving: 12, End: 97, Lowest: 90}, {Code: "b", Saving: 12, End: 97, Lowest: 80}, {Code: "c", Saving: 2, End: 99, Lowest: 98}}
	scale := func(v float64) vg.Length { return vg.Length(v * 10) }
	points := dodged(options, scale, scale)
	if got := points[1].X - points[0].X; got < 2*dotRadius {
		t.Errorf("points are %v apart, less than their size %v", got, 2*dotRadius)
	}
	if points[2].X != 20 {
		t.Errorf("a point by itself was moved to %v", points[2].X)
	}
	if notes := frontierNotes(options); len(notes) != 2 {
		t.Errorf("notes %q, want one on the points and one on the axis", notes)
	}
}

// Where only some structures have intervals the key says so, and no whisker lies on an axis.
func TestIntervalsOfSome(t *testing.T) {
	const some = "of structures in colour"
	d := figuretest.Drawn()
	if svg, err := figuretest.Named("saving-against-capacity").Render(d, "svg"); err != nil || strings.Contains(string(svg), some) {
		t.Errorf("all have intervals: error %v", err)
	}
	d.Focus = []string{"merge"}
	figuretest.CheckSays(t, figuretest.Named("saving-against-capacity"), d, some)
	for _, d := range []figure.Data{figuretest.Drawn(), figuretest.LargeDrawn()} {
		options := optionsOf(d.Complete().Context, d.Complete().Outcomes)
		x, y := frontierScales(options)
		for _, o := range options {
			if o.Ends.Wide() && o.Ends.Lo < y.Min+0.02*(y.Max-y.Min) || o.Savings.Wide() && o.Savings.Lo < x.Min+0.02*(x.Max-x.Min) {
				t.Errorf("%s: a whisker at %v or %v lies on an axis from %v or %v", o.Code, o.Ends.Lo, o.Savings.Lo, y.Min, x.Min)
			}
		}
	}
}

// Where options are many, their points stand where they belong, and only the few that matter have names.
func TestCrowdedOptions(t *testing.T) {
	var options []option
	for i := range mostNamed + 4 {
		options = append(options, option{Code: strings.Repeat("a", i+1), Saving: 5, End: 97, Focus: i == 7})
	}
	options = append(options, option{Code: "best", Saving: 9, End: 99})
	scale := func(v float64) vg.Length { return vg.Length(v * 10) }
	for i, p := range dodged(options, scale, scale) {
		if p.X != scale(options[i].Saving) {
			t.Errorf("point %d was moved to %v", i, p.X)
		}
	}
	if got := named(options); !slices.Equal(got, []int{7, mostNamed + 4}) {
		t.Errorf("named %v, want the one in focus and the efficient one", got)
	}
	if got := named(options[:3]); !slices.Equal(got, []int{0, 1, 2}) {
		t.Errorf("named %v of three, want all", got)
	}
}
