package decisions

import (
	"math"
	"slices"
	"strings"
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
	"reconfig/plots/words"
)

// inform changes every row of information.
func inform(change func(*result.InformationRow)) func(*figure.Data) {
	return func(d *figure.Data) {
		for i := range d.Information {
			change(&d.Information[i])
		}
	}
}

// uninformed leaves out inputs.
func uninformed(inputs ...string) func(*figure.Data) {
	return func(d *figure.Data) {
		d.Information = figuretest.Dropped(d.Information, func(r result.InformationRow) bool { return slices.Contains(inputs, r.Input) })
	}
}

func TestInformationTitle(t *testing.T) {
	unsure := inform(func(r *result.InformationRow) {
		if r.Input != result.Everything {
			r.StandardError = r.Value
		}
	})
	figuretest.CheckTitlesOf(t, figuretest.Named("information"), figuretest.Drawn, []figuretest.TitleCase{
		{Name: "all", Change: nil, Want: "Knowing realisation.merger before deciding is worth up to £3.2m; knowing everything, £9.0m"},
		{Name: "no perfect information", Change: uninformed(result.Everything), Want: "Knowing realisation.merger before deciding is worth up to £3.2m"},
		{Name: "groups", Change: uninformed("realisation.merger", "scale.back-office"), Want: "Knowing realisation before deciding is worth up to £5.0m; knowing everything, £9.0m"},
		{Name: "everything alone", Change: uninformed("realisation.merger", "scale.back-office", "realisation"), Want: "Knowing everything before deciding is worth £9.0m"},
		{Name: "unsure", Change: unsure, Want: "Nothing by itself is surely worth knowing before deciding; everything together is worth £9.0m"},
		{Name: "unsure of all", Change: figuretest.All(unsure, uninformed(result.Everything)), Want: "Nothing by itself is surely worth knowing before deciding"},
		{Name: "unsure of the greatest", Change: inform(func(r *result.InformationRow) {
			if r.Input == "realisation.merger" {
				r.StandardError = r.Value
			}
		}), Want: "Knowing realisation before deciding is worth up to £5.0m; knowing everything, £9.0m"},
		{Name: "no errors", Change: inform(func(r *result.InformationRow) { r.StandardError = result.Unknown() }), Want: "Knowing realisation.merger before deciding is worth up to £3.2m; knowing everything, £9.0m"},
		{Name: "of capacity", Change: inform(func(r *result.InformationRow) {
			r.Outcome, r.Value, r.StandardError = result.CapacityEnd.String(), r.Value/1e5, r.StandardError/1e5
		}),
			Want: "Knowing realisation.merger before deciding is worth up to 3.2 percentage points; knowing everything, 9.0 percentage points"},
	})
}

// Rows of zero would tell nothing that a sentence does not.
func TestInformationWorthNothing(t *testing.T) {
	for _, value := range []result.Number{0, -5} { // below zero by chance
		d := figuretest.Drawn()
		inform(func(r *result.InformationRow) { r.Value = value })(&d)
		_, err := figuretest.Named("information").Render(d, "svg")
		if err == nil || !strings.Contains(err.Error(), "knowing more before deciding would not change the choice in any draw") {
			t.Errorf("worth %v: %v", value, err)
		}
	}
}

// Everything comes first, then groups, then single assumptions; an interval is cut at zero.
func TestInformationAltText(t *testing.T) {
	figuretest.CheckAltTextOf(t, figuretest.Named("information"), figuretest.Drawn(), "Bar chart of what it is worth to know an input before deciding, in net benefit, £\u00A0million at 2009/10 prices. "+
		"In brackets, the 95% interval of the estimate: Everything £9.0m (£8.5m to £9.5m); realisation (nine\u00A0assumptions) £5.0m (£4.5m to £5.5m); "+
		"realisation.merger (evidence B) £3.2m (£2.8m to £3.6m), choice changes at 0.623 to Stay; scale.back-office (judgement alone) £1.5m (£0 to £3.5m).")
}

func TestInformationNotes(t *testing.T) {
	d := figuretest.Drawn()
	for i := range 30 {
		d.Information = append(d.Information, result.InformationRow{Outcome: result.NetBenefit.String(), Input: "x" + strings.Repeat("y", i), Members: 1,
			Value: 1000, StandardError: 1, ChangesAt: result.Unknown()})
	}
	page := figuretest.Named("information").Page(d.Complete())
	for _, want := range []string{"The eight single assumptions worth most, of 32", "Evidence: from A, the strongest, to D, judgement alone", "another structure is best in the mean of draws", "the choice changes to Stay for realisation.merger"} {
		if !strings.Contains(page.Footer[1], want) {
			t.Errorf("note %q lacks %q", page.Footer[1], want)
		}
	}
}

// What is worth less than a hundredth of everything has no bar, but for the first of its kind.
func TestInformationThatWouldNotBeSeen(t *testing.T) {
	d := figuretest.Drawn()
	for i := range 30 {
		d.Information = append(d.Information, result.InformationRow{Outcome: result.NetBenefit.String(), Input: "x" + strings.Repeat("y", i), Members: 1,
			Value: 80, StandardError: 1, ChangesAt: result.Unknown()})
	}
	for name, test := range map[string]struct {
		change func(*figure.Data)
		want   string
	}{
		"some":    {func(*figure.Data) {}, "The two single assumptions worth most, of 32"},
		"one":     {uninformed("scale.back-office"), "Of 31 single assumptions, the one worth most; the others are each worth less than 1% of everything"},
		"no more": {uninformed("realisation.merger", "scale.back-office"), "Of 30 single assumptions, the one worth most"},
	} {
		t.Run(name, func(t *testing.T) {
			d := d
			d.Information = slices.Clone(d.Information)
			test.change(&d)
			page := figuretest.Named("information").Page(d.Complete())
			if !strings.Contains(page.Footer[1], test.want) || !strings.Contains(page.Footer[1], "which nobody can know") {
				t.Errorf("note %q lacks %q", page.Footer[1], test.want)
			}
		})
	}
}

func TestRounded(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 0.62341: "0.623", 3.4: "3.4", 12.345: "12.3", 1234.56: "1,235", -0.00056789: "−0.000568", 1e-300: "1e−300", math.MaxFloat64: "1.7976931348623157e+308"} {
		if got := words.Rounded(v, 3); got != want {
			t.Errorf("%v: %s, want %s", v, got, want)
		}
	}
}
