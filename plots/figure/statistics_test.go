package figure_test

import (
	"math"
	"slices"
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
)

func TestOneRowEach(t *testing.T) {
	var d figure.Data
	d.Outcomes = []result.OutcomeRow{
		{Structure: "a", Statistic: result.P05}, {Structure: "a", Statistic: result.CentralDraw},
		{Structure: "b", Statistic: result.CentralDraw}, {Structure: "b", Statistic: result.Mean}, {Structure: "b", Statistic: result.P95},
		{Structure: "c", Statistic: "p90"}, {Structure: "c", Statistic: result.P50}, {Structure: "d", Statistic: "p10"}, {Structure: "d", Statistic: "p90"},
	}
	var got []string
	for _, row := range figure.OneEach(d.Outcomes) {
		got = append(got, row.Structure+" "+row.Statistic)
	}
	if want := []string{"a central_draw", "b mean", "c p50", "d p10"}; !slices.Equal(got, want) {
		t.Errorf("rows %q, want %q", got, want)
	}
}

func TestStatisticInWords(t *testing.T) {
	d := figure.Data{Context: figure.Context{Draws: 10000}}
	for _, c := range []struct {
		shown []string
		want  string
	}{
		{[]string{result.CentralDraw}, ""},
		{[]string{result.Mean, result.Mean}, "mean of 10,000 draws"},
		{[]string{result.P50}, "median of 10,000 draws"},
		{[]string{result.Mean, result.P50}, "mean of 10,000 draws or median of 10,000 draws"},
	} {
		if got := d.StatisticInWords(c.shown); got != c.want {
			t.Errorf("%q: %q, want %q", c.shown, got, c.want)
		}
	}
	if got := (figure.Data{}).DrawsInWords(); got != "all draws" {
		t.Errorf("draws of unknown number: %q", got)
	}
}

func TestInterval(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	for _, c := range []struct {
		i           figure.Interval
		known, wide bool
	}{
		{figure.Interval{Lo: 1, Hi: 2}, true, true}, {figure.Interval{Lo: 2, Hi: 2}, true, false}, {figure.Interval{Lo: 2, Hi: 1}, false, false}, {figure.Interval{Lo: 1, Hi: inf}, false, false}, {figure.Interval{Lo: nan, Hi: 1}, false, false},
	} {
		if c.i.Known() != c.known || c.i.Wide() != c.wide {
			t.Errorf("%v: known %v, wide %v", c.i, c.i.Known(), c.i.Wide())
		}
	}
}
