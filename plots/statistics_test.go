package plots

import (
	"math"
	"slices"
	"strings"
	"testing"

	"reconfig/model/result"
)

func TestOneRowEach(t *testing.T) {
	var d Data
	d.Outcomes = []result.OutcomeRow{
		{Structure: "a", Statistic: result.P05}, {Structure: "a", Statistic: result.CentralDraw},
		{Structure: "b", Statistic: result.CentralDraw}, {Structure: "b", Statistic: result.Mean}, {Structure: "b", Statistic: result.P95},
		{Structure: "c", Statistic: "p90"}, {Structure: "c", Statistic: result.P50}, {Structure: "d", Statistic: "p10"}, {Structure: "d", Statistic: "p90"},
	}
	var got []string
	for _, row := range d.oneRowEach() {
		got = append(got, row.Structure+" "+row.Statistic)
	}
	if want := []string{"a central_draw", "b mean", "c p50", "d p10"}; !slices.Equal(got, want) {
		t.Errorf("rows %q, want %q", got, want)
	}
}

func TestStatisticInWords(t *testing.T) {
	d := Data{Context: Context{Draws: 10000}}
	for _, c := range []struct {
		shown []string
		want  string
	}{
		{[]string{result.CentralDraw}, ""},
		{[]string{result.Mean, result.Mean}, "mean of 10,000 draws"},
		{[]string{result.P50}, "median of 10,000 draws"},
		{[]string{result.Mean, result.P50}, "mean of 10,000 draws or median of 10,000 draws"},
	} {
		if got := d.statisticInWords(c.shown); got != c.want {
			t.Errorf("%q: %q, want %q", c.shown, got, c.want)
		}
	}
	if got := (Data{}).draws(); got != "all draws" {
		t.Errorf("draws of unknown number: %q", got)
	}
}

func TestInterval(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	for _, c := range []struct {
		i           interval
		known, wide bool
	}{
		{interval{1, 2}, true, true}, {interval{2, 2}, true, false}, {interval{2, 1}, false, false}, {interval{1, inf}, false, false}, {interval{nan, 1}, false, false},
	} {
		if c.i.known() != c.known || c.i.wide() != c.wide {
			t.Errorf("%v: known %v, wide %v", c.i, c.i.known(), c.i.wide())
		}
	}
}

// A figure that shows the mean says so, and where the interval is drawn it says what it is.
func TestFiguresSayWhatTheyShow(t *testing.T) {
	for _, f := range []Figure{named("required-cost"), named("capacity"), named("reduction"), named("saving-against-capacity"), named("one-off-cost")} {
		page, central := f.Page(drawn().complete()), f.Page(small().complete())
		if !strings.Contains(page.Subtitle, "mean of 10,000 draws") {
			t.Errorf("%s: subtitle %q", f.Name, page.Subtitle)
		}
		if strings.Contains(central.Subtitle+strings.Join(central.Footer, ""), "draws") {
			t.Errorf("%s speaks of draws where there is one: %q", f.Name, central.Subtitle)
		}
		svg, err := f.Render(drawn(), "svg")
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(strings.ToLower(string(svg[strings.Index(string(svg), "</desc>"):])), percentiles) {
			t.Errorf("%s does not say what its intervals are", f.Name)
		}
	}
	if page := named("commissioners").Page(drawn().complete()); !strings.Contains(page.Footer[1], "central draw") {
		t.Errorf("commissioners: %q", page.Footer)
	}
}

// Bands come from both percentiles of the same quarter; a quarter that lacks one has no band.
func TestBands(t *testing.T) {
	d := drawn()
	quarters(func(r *result.TrajectoryRow) {
		if r.Structure == "hub" && r.Quarter == 3 && r.Statistic == result.P95 {
			r.RequiredCostK = math.NaN()
		}
	})(&d)
	d = d.complete()
	all := d.allSeries(func(r result.TrajectoryRow) float64 { return r.RequiredCostK })
	for _, s := range all {
		want := 8
		if s.Code == "hub" {
			want = 7
		}
		if len(s.Band) != want || len(s.Points) != 8 {
			t.Errorf("%s: %d points and a band of %d quarters, want 8 and %d", s.Code, len(s.Points), len(s.Band), want)
		}
		for _, b := range s.Band {
			if !(b.Lo < b.Hi) {
				t.Errorf("%s: band from %v to %v", s.Code, b.Lo, b.Hi)
			}
		}
	}
	if got := len(d.withBands(all)); got != 3 {
		t.Errorf("%d panels, want 3", got)
	}
}
