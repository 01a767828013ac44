package design_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reconfig/sim/design"
)

// Where a structure of the case is better than what was found, the search says what keeps it from taking that.
func TestSearchSaysWhyItDidNotTakeTheCasesOwn(t *testing.T) {
	for _, test := range []struct {
		o    design.Options
		want string
	}{
		{design.Options{Keep: []string{"office", "board", "executive"}}, "kept local, as asked for"},
		{design.Options{With: [][]string{{"office", "executive"}, {"board", "executive"}}, Compelling: 1}, "is not compelling|do not go together"},
	} {
		seen := 0
		for seed := range 4 {
			f := look(t, rapid.Custom(threeFunctions).Example(seed), test.o)
			row := chosen(f)
			if worse := row.GainOnCase < 0; worse != (f.WhyNotCase != "") {
				t.Errorf("%+v: it gains %v on the best of the case, but says %q", test.o, row.GainOnCase, f.WhyNotCase)
			} else if worse {
				seen++
				first, second, _ := strings.Cut(test.want, "|")
				if !strings.Contains(f.WhyNotCase, first) && (second == "" || !strings.Contains(f.WhyNotCase, second)) {
					t.Errorf("%+v: it says %q, want %q", test.o, f.WhyNotCase, test.want)
				}
			}
		}
		t.Log(test.want, seen)
		if seen == 0 {
			t.Errorf("%+v: the structures of the case were never better", test.o)
		}
	}
}
