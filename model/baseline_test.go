package model_test

import (
	"math"
	"testing"

	"reconfig/model"
)

func TestHowTheBaselineIsKnown(t *testing.T) {
	body := func(cost float64, basis string) model.Commissioner {
		return model.Commissioner{ManagementCostK: cost, ManagementCostBasis: basis}
	}
	for name, test := range map[string]struct {
		bodies        []model.Commissioner
		short, byBody string
	}{
		"one way": {
			[]model.Commissioner{body(3, "reported"), body(4, "reported")},
			"Cost at the start: all of it reported.",
			"Cost at the start: all of it reported.",
		},
		"the best first": {
			[]model.Commissioner{body(60, "assumed"), body(30, "derived"), body(10, "reported")},
			"Cost at the start: 10 % reported, 30 % derived, 60 % assumed.",
			"Cost at the start: 10 % reported (1 of 3 trusts), 30 % derived (1), 60 % assumed (1).",
		},
		"shares add up": { // 9.3, 10.5 and 80.2 %
			[]model.Commissioner{body(93, "reported"), body(105, "derived"), body(802, "assumed")},
			"Cost at the start: 9 % reported, 11 % derived, 80 % assumed.",
			"Cost at the start: 9 % reported (1 of 3 trusts), 11 % derived (1), 80 % assumed (1).",
		},
		"a little and two halves": {
			[]model.Commissioner{body(4, "reported"), body(498, "derived"), body(498, "assumed")},
			"Cost at the start: under 1 % reported, 50 % derived, 50 % assumed.",
			"Cost at the start: under 1 % reported (1 of 3 trusts), 50 % derived (1), 50 % assumed (1).",
		},
		"a little is not nothing": {
			[]model.Commissioner{body(1, "estimated"), body(999, "reported")},
			"Cost at the start: over 99 % reported, under 1 % estimated.",
			"Cost at the start: over 99 % reported (1 of 2 trusts), under 1 % estimated (1).",
		},
	} {
		c := model.Case{Commissioners: test.bodies, Properties: model.Properties{BodyPlural: "trusts"}}
		if got := c.BaselineStatement(); got != test.short {
			t.Errorf("%s: %s", name, got)
		}
		if got := c.BaselineStatementByBody(); got != test.byBody {
			t.Errorf("%s: %s", name, got)
		}
		sum := 0.0
		for _, b := range c.BaselineBases() {
			sum += b.Share
		}
		if math.Abs(sum-1) > 1e-12 {
			t.Errorf("%s: the shares add up to %v", name, sum)
		}
	}
}
