package chart

import (
	"math"
	"strings"
	"testing"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
)

func labelsOf(ticks []plot.Tick) string {
	var labels []string
	for _, t := range ticks {
		labels = append(labels, t.Label)
	}
	return strings.Join(labels, " ")
}

func TestScale(t *testing.T) {
	pounds := Unit{Prefix: "£", Suffix: "m", Divisor: 1000}
	for _, c := range []struct {
		name      string
		lo, hi    float64
		leastSpan float64
		steps     int
		unit      Unit
		want      string
	}{
		{"money from zero", 0, 136000, 0, 5, pounds, "£0 £50m £100m £150m"},
		{"money below zero", -55000, 205000, 0, 6, pounds, "−£50m £0 £50m £100m £150m £200m"},
		{"steps of 25", 145000, 290000, 0, 6, pounds, "£125m £150m £175m £200m £225m £250m £275m £300m"},
		{"no steps of 2.5", -4.1, 4.9, 0, 4, Unit{Signed: true}, "−5 0 +5"},
		{"decimals where needed", 0, 2.5, 0, 7, Percent, "0.0% 0.5% 1.0% 1.5% 2.0% 2.5%"},
		{"a little beyond a tick", 64, 100.06, 0, 6, Percent, "60% 70% 80% 90% 100%"},
		{"least span", 99, 100, 8, 4, Percent, "98% 100% 102% 104% 106% 108%"},
		{"no span", 5, 5, 0, 5, Unit{}, "5 6 7 8 9 10"},
		{"nothing", math.Inf(1), math.Inf(-1), 0, 5, Unit{}, "0.0 0.2 0.4 0.6 0.8 1.0"},
		{"missing", math.NaN(), 1, 0, 2, Unit{}, "0.0 0.5 1.0"},
	} {
		s := NewScale(c.lo, c.hi, c.leastSpan, c.steps, c.unit)
		if got := labelsOf(s.Ticks(s.Min, s.Max)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if c.lo <= c.hi && (s.Min > c.lo || s.Max < c.hi) {
			t.Errorf("%s: axis from %v to %v leaves out data", c.name, s.Min, s.Max)
		}
	}
}

func TestNearZero(t *testing.T) {
	for _, c := range []struct{ lo, hi, want float64 }{{145, 290, 145}, {100, 290, 0}, {-5, 290, -5}} {
		if got, _ := NearZero(c.lo, c.hi); got != c.want {
			t.Errorf("from %v to %v begins at %v, want %v", c.lo, c.hi, got, c.want)
		}
	}
}

func TestThin(t *testing.T) {
	var years []plot.Tick
	for i := range 12 {
		years = append(years, plot.Tick{Value: float64(i), Label: "2010/11"})
	}
	each := LabelFont.Width("2010/11") + 10
	for _, c := range []struct {
		name  string
		space float64 // labels that fit side by side
		want  int
	}{{"all", 12.1, 12}, {"every other", 6.1, 6}, {"every third", 4.1, 4}, {"every fifth", 2.5, 3}, {"one", 0.5, 1}} {
		shown := 0
		ticks := Thin(years, LabelFont, each*vg.Length(c.space), 12, 10)
		for _, tick := range ticks {
			if tick.Label != "" {
				shown++
			}
		}
		if shown != c.want || len(ticks) != len(years) {
			t.Errorf("%s: %d labels on %d ticks, want %d on %d", c.name, shown, len(ticks), c.want, len(years))
		}
	}
}
