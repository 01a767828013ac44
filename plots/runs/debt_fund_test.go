package runs

import (
	"testing"

	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

func TestDebtTitle(t *testing.T) {
	figuretest.CheckTitles(t, figuretest.Named("debt-fund"), []figuretest.TitleCase{
		{Name: "paid late", Change: nil, Want: "All £4.5m of debt is paid by quarter 4, up to £500k late"},
		{Name: "paid on time", Change: func(d *figure.Data) { d.Fund[2].WaitingK = 0 }, Want: "All £4.5m of debt is paid on time, by quarter 4"},
		{Name: "paid early", Change: func(d *figure.Data) { d.Fund[2].WaitingK, d.Fund[3].PaidK = 0, 0 }, Want: "All £4m of debt is paid on time, by quarter 3"},
		{Name: "some waits", Change: func(d *figure.Data) { d.Fund[3].WaitingK = 750 }, Want: "The fund pays £4.5m of debt, but £750k still waits at the end"},
		{Name: "none", Change: func(d *figure.Data) {
			for i := range d.Fund {
				d.Fund[i].PaidK, d.Fund[i].WaitingK = 0, 0
			}
		}, Want: "The fund pays no debt"},
		{Name: "one quarter", Change: func(d *figure.Data) { d.Fund = d.Fund[1:2] }, Want: "All £3m of debt is paid on time, by quarter 2"},
		{Name: "any order", Change: func(d *figure.Data) { d.Fund[0], d.Fund[3] = d.Fund[3], d.Fund[0] }, Want: "All £4.5m of debt is paid by quarter 4, up to £500k late"},
	})
}

func TestDebtAltText(t *testing.T) {
	figuretest.CheckAltText(t, figuretest.Named("debt-fund"), "Chart of the debt fund by quarter. Debts paid, debts waiting and closing balance: "+
		"quarter 1 £0, £0, £4m; quarter 2 £3m, £0, £1m; quarter 3 £1m, £500k, £0; quarter 4 £500k, £0, £250k.")
}

// The fund is the same in every draw, so its source may be another than that of figures of draws.
func TestDebtSource(t *testing.T) {
	d := figuretest.Drawn()
	d.Source = "made up, 10,000 draws"
	figuretest.CheckSays(t, figuretest.Named("debt-fund"), d, "Source: made up, 10,000 draws")
	d.SourceOfPlan = "made up"
	if footer := figuretest.Named("debt-fund").Page(d.Complete()).Footer; footer[0] != "Source: made up" {
		t.Errorf("footer %q", footer)
	}
	figuretest.CheckSays(t, figuretest.Named("one-off-cost"), d, "Source: made up, 10,000 draws")
}

// The figure has space on a narrow page; others say which width they need.
func TestNarrow(t *testing.T) {
	d := figuretest.Drawn()
	d.Width = 8
	figuretest.CheckLegible(t, "narrow", d, []figure.Figure{figuretest.Named("debt-fund")})
	_, err := figuretest.Named("saving-against-capacity").Render(d, "svg")
	if want := "saving-against-capacity: a width of 8 cm has no space for letters of 8 points; use --width 16"; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}
