package figure_test

import (
	"slices"
	"testing"

	"reconfig/plots/figure"
)

func TestFooter(t *testing.T) {
	for _, c := range []struct {
		source, note string
		notes, want  []string
	}{
		{"", "", nil, []string{"Source: reconfig, simulated"}},
		{"made up", "", []string{"", "Look out."}, []string{"Source: made up", "Note: Look out."}},
		{"Sources: two", "a=1; ", []string{"Look out"}, []string{"Sources: two", "Note: Look out. a=1."}},
	} {
		if got := (figure.Data{Context: figure.Context{Source: c.source, Note: c.note}}).Footer(c.notes...); !slices.Equal(got, c.want) {
			t.Errorf("footer %q, want %q", got, c.want)
		}
	}
}

func TestSubtitle(t *testing.T) {
	for _, c := range []struct {
		context figure.Context
		want    string
	}{
		{figure.Context{}, "Cost"},
		{figure.Context{Case: "London"}, "Cost, London"},
		{figure.Context{Case: "London", Map: "six"}, "Cost, London"}, // a code tells a reader nothing
	} {
		if got := (figure.Data{Context: c.context}).Subtitle("Cost", ""); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestTheBaselineFollowsTheSource(t *testing.T) {
	for _, c := range []struct{ source, baseline, want string }{
		{"made up", "", "Source: made up"},
		{"made up", "Cost: all of it assumed.", "Source: made up. Cost:\u00A0all\u00A0of\u00A0it\u00A0assumed."},
		{"Made up under a licence.", "Cost: all of it assumed", "Source: Made up under a licence. Cost:\u00A0all\u00A0of\u00A0it\u00A0assumed."},
	} {
		d := figure.Data{Context: figure.Context{Source: c.source, Baseline: c.baseline}}
		if got := d.Footer()[0]; got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
