package plots

import "testing"

func TestDebtTitle(t *testing.T) {
	checkTitles(t, named("debt-fund"), []titleCase{
		{"paid late", nil, "All £4.5m of debt is paid by quarter 4, up to £500k late"},
		{"paid on time", func(d *Data) { d.Fund[2].WaitingK = 0 }, "All £4.5m of debt is paid on time, by quarter 4"},
		{"paid early", func(d *Data) { d.Fund[2].WaitingK, d.Fund[3].PaidK = 0, 0 }, "All £4m of debt is paid on time, by quarter 3"},
		{"some waits", func(d *Data) { d.Fund[3].WaitingK = 750 }, "The fund pays £4.5m of debt, but £750k still waits at the end"},
		{"none", func(d *Data) {
			for i := range d.Fund {
				d.Fund[i].PaidK, d.Fund[i].WaitingK = 0, 0
			}
		}, "The fund pays no debt"},
		{"one quarter", func(d *Data) { d.Fund = d.Fund[1:2] }, "All £3m of debt is paid on time, by quarter 2"},
		{"any order", func(d *Data) { d.Fund[0], d.Fund[3] = d.Fund[3], d.Fund[0] }, "All £4.5m of debt is paid by quarter 4, up to £500k late"},
	})
}

func TestDebtAltText(t *testing.T) {
	checkAltText(t, named("debt-fund"), "Chart of the debt fund by quarter. Debts paid, debts waiting and closing balance: "+
		"quarter 1 £0, £0, £4m; quarter 2 £3m, £0, £1m; quarter 3 £1m, £500k, £0; quarter 4 £500k, £0, £250k.")
}

// The fund is the same in every draw, so its source may be another than that of figures of draws.
func TestDebtSource(t *testing.T) {
	d := drawn()
	d.Source = "made up, 10,000 draws"
	checkSays(t, named("debt-fund"), d, "Source: made up, 10,000 draws")
	d.SourceOfPlan = "made up"
	if footer := named("debt-fund").Page(d.complete()).Footer; footer[0] != "Source: made up" {
		t.Errorf("footer %q", footer)
	}
	checkSays(t, named("one-off-cost"), d, "Source: made up, 10,000 draws")
}
