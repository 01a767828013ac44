package runs

import (
	"math"
	"slices"
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

func TestFrontierTitle(t *testing.T) {
	figuretest.CheckTitles(t, figuretest.Named("saving-against-capacity"), []figuretest.TitleCase{
		{Name: "one leads", Change: nil, Want: "Merge saves most, 12%, and ends with 97% of capacity before cuts"},
		{Name: "tie", Change: func(d *figure.Data) {
			figuretest.AddStructure(d, "other", "Other", 12, [3]float64{}, [2]float64{0.9, 0.97}, 1)
		},
			Want: "Two structures save most, 12%, and end with 97% of capacity before cuts"},
		{Name: "tie of unlike capacity", Change: func(d *figure.Data) {
			figuretest.AddStructure(d, "other", "Other", 12, [3]float64{}, [2]float64{0.9, 0.9}, 1)
		},
			Want: "Two structures save most, 12%, but keep unlike capacity before cuts"},
		{Name: "tie of capacity but for rounding", Change: func(d *figure.Data) {
			figuretest.AddStructure(d, "other", "Other", 12, [3]float64{}, [2]float64{0.9, 0.963}, 1)
		},
			Want: "Two structures save most, 12%, and end with 96% to 97% of capacity before cuts"},
		{Name: "best in both", Change: func(d *figure.Data) { d.Outcomes[2].Values[result.StructureCapacityEnd] = 1.02 },
			Want: "Merge saves most, 12%, and keeps most capacity before cuts, 102%"},
		{Name: "no saving", Change: figuretest.Each(func(v *result.Values) { v[result.SteadySavingPct] = 0 }), Want: "No structure brings a lasting saving"},
		{Name: "all cost more", Change: figuretest.Each(func(v *result.Values) { v[result.SteadySavingPct] = -3 }), Want: "No structure brings a lasting saving"},
		{Name: "one structure", Change: func(d *figure.Data) { *d = figuretest.Only(*d, "hub") }, Want: "Hub saves 4% and ends with 99% of capacity before cuts"},
		{Name: "one structure, no saving", Change: func(d *figure.Data) { *d = figuretest.Only(*d, "stay") }, Want: "Stay saves nothing for good and ends with 100% of capacity before cuts"},
		{Name: "missing", Change: func(d *figure.Data) { d.Outcomes[2].Values[result.SteadySavingPct] = math.NaN() }, Want: "Hub saves most, 4%, and ends with 99% of capacity before cuts"},
	})
}

func TestFrontierAltText(t *testing.T) {
	figuretest.CheckAltText(t, figuretest.Named("saving-against-capacity"), "Dot chart of lasting saving and capacity. Saving, capacity at the end and lowest capacity: "+
		"Merge 12%, 97.0%, 80.0%; Hub 4%, 99.0%, 95.0%; Stay 0%, 100.0%, 100.0%. None is as good in both and better in one than Stay; Hub; Merge.")
}

// What all capacity is of, 100%, has its label on the axis, wherever that begins and however few labels have space.
func TestFrontierAxisSaysHundred(t *testing.T) {
	for _, lowest := range []float64{0.94, 0.945, 0.95, 0.97, 0.6} {
		for _, highest := range []float64{1, 1.02, 1.09} {
			d := figuretest.Drawn()
			for i := range d.Outcomes {
				r := &d.Outcomes[i]
				switch r.Values[result.StructureCapacityEnd] = 1; r.Statistic {
				case result.P05:
					r.Values[result.StructureCapacityEnd] = lowest
				case result.P95:
					r.Values[result.StructureCapacityEnd] = highest
				}
			}
			figuretest.CheckSays(t, figuretest.Named("saving-against-capacity"), d, ">100%<")
		}
	}
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

// Each structure has a row, the highest saving first, and those that no other beats are told.
func TestFrontierRows(t *testing.T) {
	for _, d := range []figure.Data{figuretest.Small(), figuretest.Drawn(), figuretest.LargeDrawn()} {
		d = d.Complete()
		options := optionsOf(d.Context, d.Outcomes)
		charts := frontierCharts(d.Context, options)
		if len(charts.Left.Rows) != len(d.Structures()) || len(charts.Right.Rows) != len(charts.Left.Rows) {
			t.Fatalf("%d and %d rows for %d structures", len(charts.Left.Rows), len(charts.Right.Rows), len(d.Structures()))
		}
		told := 0
		for i, o := range options {
			if i > 0 && o.Saving > options[i-1].Saving {
				t.Errorf("%s stands below a lower saving", o.Code)
			}
			if charts.Right.Rows[i].Cells[1] == "yes" {
				told++
			}
			if o.Savings.Wide() && !charts.Left.Rows[i].Dots[0].Bounded() {
				t.Errorf("%s lacks its range", o.Code)
			}
		}
		if told != len(efficient(options)) {
			t.Errorf("%d told as efficient, want %d", told, len(efficient(options)))
		}
	}
}

// No range goes beyond its axis, and without draws the lowest capacity is shown instead.
func TestFrontierRanges(t *testing.T) {
	for _, d := range []figure.Data{figuretest.Drawn(), figuretest.LargeDrawn()} {
		options := optionsOf(d.Complete().Context, d.Complete().Outcomes)
		x, y := frontierScales(options)
		for _, o := range options {
			if o.Ends.Wide() && (o.Ends.Lo < y.Min || o.Ends.Hi > y.Max) || o.Savings.Wide() && (o.Savings.Lo < x.Min || o.Savings.Hi > x.Max) {
				t.Errorf("%s: a range goes beyond its axis", o.Code)
			}
		}
	}
	figuretest.CheckSays(t, figuretest.Named("saving-against-capacity"), figuretest.Small(), "Lowest capacity on the way")
	figuretest.CheckSays(t, figuretest.Named("saving-against-capacity"), figuretest.Drawn(), "5th to 95th percentile")
}

// Capacities that differ by less than one per cent are told apart.
func TestFrontierCapacities(t *testing.T) {
	d := figuretest.Small()
	for i := range d.Outcomes {
		d.Outcomes[i].Values[result.StructureCapacityEnd] = 0.996 + 0.002*float64(i)
	}
	figuretest.CheckSays(t, figuretest.Named("saving-against-capacity"), d, ">99.6%<", ">99.8%<", ">100.0%<")
}
