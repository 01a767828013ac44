package plots

import "testing"

// Figures that rest on the cost at the start say how that is known.
func TestFiguresSayHowTheBaselineIsKnown(t *testing.T) {
	d := drawn()
	d.Baseline = "Cost at the start: 9 % reported, 91 % assumed."
	const says = "Cost at the start: 9% reported, 91% assumed."
	for _, f := range Figures() {
		if f.Name == "debt-fund" || f.Name == "convergence" { // of a plan and of draws alone
			checkSaysNot(t, f, d, "Cost at the start")
		} else {
			checkSays(t, f, d, says)
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
