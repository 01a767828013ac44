package chart

import (
	"math"
	"testing"
)

func TestFormat(t *testing.T) {
	pounds := Unit{Prefix: "£", Suffix: "m", Divisor: 1000}
	for _, c := range []struct {
		unit     Unit
		value    float64
		decimals int
		want     string
	}{
		{pounds, 1234567, 1, "£1,234.6m"},
		{pounds, -1234567, 0, "−£1,235m"},
		{pounds, 96500, 0, "£97m"}, // a half goes up, not to the even neighbour
		{pounds, -400, 0, "£0m"},   // what rounds to zero has no sign
		{Percent, 0.04, 1, "0.0%"},
		{Percent, -2.65, 1, "−2.7%"},
		{Unit{}, 999, 0, "999"},
		{Unit{}, 1000, 0, "1,000"},
		{Unit{}, 1e9, 0, "1,000,000,000"},
		{Unit{Signed: true}, 2, 0, "+2"},
		{Unit{Signed: true}, 0, 0, "0"},
		{Unit{Signed: true}, -2, 0, "−2"},
		{Percent, math.NaN(), 0, "–"},
		{Percent, math.Inf(-1), 0, "–"},
	} {
		if got := c.unit.Format(c.value, c.decimals); got != c.want {
			t.Errorf("%v with %d decimals: %q, want %q", c.value, c.decimals, got, c.want)
		}
	}
}

func TestShort(t *testing.T) {
	for _, c := range []struct {
		value float64
		want  string
	}{{123.4, "123%"}, {9.96, "10%"}, {9.94, "9.9%"}, {4, "4%"}, {4.0000000001, "4%"}, {0.123, "0.1%"}, {0.04, "0.04%"}, {0, "0%"}} {
		if got := Percent.Short(c.value); got != c.want {
			t.Errorf("%v: %q, want %q", c.value, got, c.want)
		}
	}
}

func TestThousands(t *testing.T) {
	for largest, want := range map[float64]string{999: "£999k", 1000: "£1m", -2000: "−£2m"} {
		if got := Thousands("£", largest).Short(largest); got != want {
			t.Errorf("%v: %q, want %q", largest, got, want)
		}
	}
}

func TestDecimalsAmong(t *testing.T) {
	million := Thousands("£", 5000)
	for _, c := range []struct {
		unit   Unit
		values []float64
		want   int
	}{
		{Percent, []float64{97.2, 99.1}, 1}, {Percent, []float64{12, 47.4}, 0}, {Percent, []float64{3, 9}, 0}, {Percent, []float64{50.01, 50.04}, 2},
		{million, []float64{158700, -12000}, 0}, {million, []float64{4500, 5500}, 1}, {million, []float64{5250}, 1}, {million, []float64{-29875}, 0}, {Percent, nil, 0},
	} {
		if got := c.unit.DecimalsAmong(c.values); got != c.want {
			t.Errorf("%v: %d decimals, want %d", c.values, got, c.want)
		}
	}
}
