package figure_test

import (
	"slices"
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

func TestFocus(t *testing.T) {
	five := figuretest.Small()
	figuretest.AddStructure(&five, "a", "A", 1, [3]float64{}, [2]float64{1, 1}, 1)
	figuretest.AddStructure(&five, "b", "B", 1, [3]float64{}, [2]float64{1, 1}, 1)
	for _, c := range []struct {
		name        string
		focus, want []string
	}{
		{"the first four", nil, []string{"stay", "hub", "merge", "a"}},
		{"as asked", []string{"b", "stay"}, []string{"b", "stay"}},
		{"at most four", []string{"b", "a", "merge", "hub", "stay"}, []string{"b", "a", "merge", "hub"}},
		{"once each", []string{"b", "b", "a"}, []string{"b", "a"}},
		{"absent keep their colour", []string{"gone", "b"}, []string{"gone", "b"}},
		{"all absent", []string{"gone"}, []string{"stay", "hub", "merge", "a"}},
	} {
		d := five
		d.Focus = c.focus
		if got := d.Complete().Focus; !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestNames(t *testing.T) {
	d := figuretest.Small()
	d.Names = map[string]string{"stay": "As now", "hub": ""}
	d = d.Complete()
	for code, want := range map[string]string{"stay": "As now", "hub": "Hub", "unknown": "unknown"} {
		if got := d.Name(code); got != want {
			t.Errorf("name of %s is %q, want %q", code, got, want)
		}
	}
}

func TestYears(t *testing.T) {
	d := figuretest.Small()
	y := figure.YearsOf(d.Trajectories)
	if len(y.Ticks) != 2 || y.Ticks[1].Value != 1 || y.Ticks[1].Label != "2011/12" || y.End != 2 {
		t.Errorf("years %+v, want 2010/11 from 0 and 2011/12 from 1 to 2", y)
	}
	if got := y.Period(); got != "2010/11 to 2011/12" {
		t.Errorf("period %q", got)
	}
	figuretest.Quarters(func(r *result.TrajectoryRow) { r.FinancialYear = "" })(&d)
	if got := figure.YearsOf(d.Trajectories).Period(); got != "Year 1 to Year 2" {
		t.Errorf("period without names %q", got)
	}
}
