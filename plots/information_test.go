package plots

import (
	"math"
	"slices"
	"strings"
	"testing"

	"reconfig/model/result"
)

// inform changes every row of information.
func inform(change func(*result.InformationRow)) func(*Data) {
	return func(d *Data) {
		for i := range d.Analysis.Information {
			change(&d.Analysis.Information[i])
		}
	}
}

// uninformed leaves out inputs.
func uninformed(inputs ...string) func(*Data) {
	return func(d *Data) {
		d.Analysis.Information = dropped(d.Analysis.Information, func(r result.InformationRow) bool { return slices.Contains(inputs, r.Input) })
	}
}

func TestInformationTitle(t *testing.T) {
	unsure := inform(func(r *result.InformationRow) {
		if r.Input != result.Everything {
			r.StandardError = r.Value
		}
	})
	checkTitlesOf(t, named("information"), drawn, []titleCase{
		{"all", nil, "Knowing realisation.merger before deciding is worth up to £3.2m; knowing everything, £9.0m"},
		{"no perfect information", uninformed(result.Everything), "Knowing realisation.merger before deciding is worth up to £3.2m"},
		{"groups", uninformed("realisation.merger", "scale.back-office"), "Knowing realisation before deciding is worth up to £5.0m; knowing everything, £9.0m"},
		{"everything alone", uninformed("realisation.merger", "scale.back-office", "realisation"), "Knowing everything before deciding is worth £9.0m"},
		{"unsure", unsure, "Nothing by itself is surely worth knowing before deciding; everything together is worth £9.0m"},
		{"unsure of all", all(unsure, uninformed(result.Everything)), "Nothing by itself is surely worth knowing before deciding"},
		{"unsure of the greatest", inform(func(r *result.InformationRow) {
			if r.Input == "realisation.merger" {
				r.StandardError = r.Value
			}
		}), "Knowing realisation before deciding is worth up to £5.0m; knowing everything, £9.0m"},
		{"worth nothing", inform(func(r *result.InformationRow) { r.Value = 0 }), "Knowing more before deciding would not change the choice in any draw"},
		{"below zero by chance", inform(func(r *result.InformationRow) { r.Value = -5 }), "Knowing more before deciding would not change the choice in any draw"},
		{"no errors", inform(func(r *result.InformationRow) { r.StandardError = result.Unknown() }), "Knowing realisation.merger before deciding is worth up to £3.2m; knowing everything, £9.0m"},
		{"of capacity", inform(func(r *result.InformationRow) {
			r.Outcome, r.Value, r.StandardError = result.CapacityEnd.String(), r.Value/1e5, r.StandardError/1e5
		}),
			"Knowing realisation.merger before deciding is worth up to 3.2 percentage points; knowing everything, 9.0 percentage points"},
	})
}

// Everything comes first, then groups, then single assumptions; an interval is cut at zero.
func TestInformationAltText(t *testing.T) {
	checkAltTextOf(t, named("information"), drawn(), "Bar chart of what it is worth to know an input before deciding, in net benefit, £\u00A0million at 2009/10 prices. "+
		"In brackets, the 95% interval of the estimate: Everything £9.0m (£8.5m to £9.5m); realisation (nine\u00A0assumptions) £5.0m (£4.5m to £5.5m); "+
		"realisation.merger (evidence B) £3.2m (£2.8m to £3.6m), choice changes at 0.623 to Stay; scale.back-office (judgement alone) £1.5m (£0 to £3.5m).")
}

func TestInformationNotes(t *testing.T) {
	d := drawn()
	for i := range 30 {
		d.Analysis.Information = append(d.Analysis.Information, result.InformationRow{Outcome: result.NetBenefit.String(), Input: "x" + strings.Repeat("y", i), Members: 1,
			Value: 1000, StandardError: 1, ChangesAt: result.Unknown()})
	}
	page := named("information").Page(d.complete())
	for _, want := range []string{"The 12 single assumptions worth most, of 32", "Evidence: from A, the strongest, to D, judgement alone", "the choice changes to Stay for realisation.merger"} {
		if !strings.Contains(page.Footer[1], want) {
			t.Errorf("note %q lacks %q", page.Footer[1], want)
		}
	}
}

// What is worth less than a hundredth of everything has no bar, but for the first of its kind.
func TestInformationThatWouldNotBeSeen(t *testing.T) {
	d := drawn()
	for i := range 30 {
		d.Analysis.Information = append(d.Analysis.Information, result.InformationRow{Outcome: result.NetBenefit.String(), Input: "x" + strings.Repeat("y", i), Members: 1,
			Value: 80, StandardError: 1, ChangesAt: result.Unknown()})
	}
	for name, test := range map[string]struct {
		change func(*Data)
		want   string
	}{
		"some":    {func(*Data) {}, "The two single assumptions worth most, of 32"},
		"one":     {uninformed("scale.back-office"), "Of 31 single assumptions, the one worth most; the others are each worth less than 1% of everything"},
		"no more": {uninformed("realisation.merger", "scale.back-office"), "Of 30 single assumptions, the one worth most"},
	} {
		t.Run(name, func(t *testing.T) {
			d := d
			d.Analysis.Information = slices.Clone(d.Analysis.Information)
			test.change(&d)
			page := named("information").Page(d.complete())
			if !strings.Contains(page.Footer[1], test.want) || !strings.Contains(page.Footer[1], "which nobody can know") {
				t.Errorf("note %q lacks %q", page.Footer[1], test.want)
			}
		})
	}
}

func TestRounded(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 0.62341: "0.623", 3.4: "3.4", 12.345: "12.3", 1234.56: "1,235", -0.00056789: "−0.000568", 1e-300: "1e−300", math.MaxFloat64: "1.7976931348623157e+308"} {
		if got := rounded(v, 3); got != want {
			t.Errorf("%v: %s, want %s", v, got, want)
		}
	}
}
