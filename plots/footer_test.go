package plots

import (
	"slices"
	"testing"
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
		if got := (Data{Context: Context{Source: c.source, Note: c.note}}).footer(c.notes...); !slices.Equal(got, c.want) {
			t.Errorf("footer %q, want %q", got, c.want)
		}
	}
}

func TestSubtitle(t *testing.T) {
	for _, c := range []struct {
		context Context
		want    string
	}{
		{Context{}, "Cost"},
		{Context{Case: "London"}, "Cost, London"},
		{Context{Map: "six"}, "Cost, (map\u00A0six)"},
		{Context{Case: "London", Map: "six"}, "Cost, London (map\u00A0six)"},
	} {
		if got := (Data{Context: c.context}).subtitle("Cost", ""); got != c.want {
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
		d := Data{Context: Context{Source: c.source, Baseline: c.baseline}}
		if got := d.footer()[0]; got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
