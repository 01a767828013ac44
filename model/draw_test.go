package model_test

import (
	"math"
	"strings"
	"testing"

	"reconfig/model"
	"reconfig/model/modeltest"
)

func TestSet(t *testing.T) {
	c := modeltest.Small()
	i, _ := c.AssumptionIndex("staff.cost")
	c.Assumptions[i] = model.Assumption{Name: "staff.cost", Unit: "£k", Min: 10, Low: 40, Central: 50, High: 60, Max: 100}
	for _, test := range []struct {
		name         string
		value        float64
		want         float64
		warning, err string
	}{
		{"staff.cost", 45, 45, "", ""},
		{"staff.cost", 60, 60, "", ""},
		{"staff.cost", 61, 61, "outside the plausible range from 40 to 60 (£k)", ""},
		{"staff.cost", 10, 10, "outside the plausible range", ""},
		{"staff.cost", 9.9, 50, "", "must be from 10 to 100 (£k)"},
		{"staff.cost", 101, 50, "", "must be from 10 to 100"},
		{"staff.cost", math.NaN(), 50, "", "not possible"},
		{"staff.costs", 45, 50, "", "did you mean staff.cost"},
		{"zzzzzzzzzzzzzzzz", 45, 50, "", `there is no assumption "zzzzzzzzzzzzzzzz"`},
	} {
		d := c.CentralDraw()
		warning, err := c.Set(d, test.name, test.value)
		if d[i] != test.want || !strings.Contains(warning, test.warning) || (test.warning == "") != (warning == "") {
			t.Errorf("%s = %v: value %v, warning %q", test.name, test.value, d[i], warning)
		}
		if (err == nil) != (test.err == "") || err != nil && !strings.Contains(err.Error(), test.err) {
			t.Errorf("%s = %v: error %v, want %q", test.name, test.value, err, test.err)
		}
	}
}

func TestCheckDraw(t *testing.T) {
	c := modeltest.Small()
	d := c.CentralDraw()
	if err := c.CheckDraw(d); err != nil {
		t.Error(err)
	}
	if err := c.CheckDraw(d[1:]); err == nil {
		t.Error("a draw that is too short passes")
	}
	i, _ := c.AssumptionIndex("target.years")
	d[i] = 0
	if err := c.CheckDraw(d); err == nil || !strings.Contains(err.Error(), "target.years") {
		t.Errorf("a target due at once: %v", err)
	}
}

func TestParseSetting(t *testing.T) {
	for text, want := range map[string]float64{"a.b=0.5": 0.5, " a.b = -2e3 ": -2000} {
		name, v, err := model.ParseSetting(text)
		if name != "a.b" || v != want || err != nil {
			t.Errorf("%q: %s %v %v", text, name, v, err)
		}
	}
	for _, text := range []string{"", "a", "a=", "=1", "a=b", "a=1=2", "a=NaN", "a=Inf", "a=0x1", "a=1_0", "a=1,5", "a=50%"} {
		if _, _, err := model.ParseSetting(text); err == nil {
			t.Errorf("%q passes", text)
		}
	}
}
