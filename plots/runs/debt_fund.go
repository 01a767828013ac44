package runs

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/series"
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   100,
	Name:    "debt-fund",
	Summary: "debts paid and waiting, and what is left in the fund, by quarter",
	Needs:   figure.RowsOf(result.FundRow{}),
	Narrow:  true,
	Page:    debtFundPage,
})

func debtFundPage(d figure.Data) chart.Page {
	d.Source, d.Baseline = words.Either(d.SourceOfPlan, d.Source), "" // on which the plan does not rest
	rows := fundRows(d.Fund)
	if len(rows) == 0 {
		return figure.Nothing("values of the debt fund")
	}
	debts, balance, unit := fundScales(d.Context, rows)
	return chart.Page{
		Title:       debtTitle(d.Context, rows),
		Subtitle:    words.Joined("Debt fund by quarter, "+d.MoneyUnit(unit), d.Case, "quarters counted from the start of the levy"),
		Footer:      d.Footer(),
		Description: debtDescription(d.Context, rows),
		LeastBody:   320,
		Body:        func(c draw.Canvas) { drawFund(c, rows, debts, balance) },
	}
}

// fundScales are the ranges of debts and of the balance, in the same unit.
func fundScales(ctx figure.Context, rows []result.FundRow) (debts, balance chart.Scale, unit chart.Unit) {
	var most, hi, lo float64
	for _, r := range rows {
		most = max(most, r.PaidK, r.WaitingK)
		hi, lo = max(hi, r.ClosingK), min(lo, r.ClosingK)
	}
	unit = chart.Thousands(ctx.Currency, max(most, hi))
	return chart.NewScale(0, most, 1, 4, unit), chart.NewScale(lo, hi, 1, 4, unit), unit
}

// fundRows are the quarters in order, without those that lack a value.
func fundRows(all []result.FundRow) []result.FundRow {
	var rows []result.FundRow
	for _, r := range all {
		if words.Finite(r.PaidK) && words.Finite(r.WaitingK) && words.Finite(r.ClosingK) {
			rows = append(rows, r)
		}
	}
	slices.SortStableFunc(rows, func(a, b result.FundRow) int { return cmp.Compare(a.Quarter, b.Quarter) })
	return rows
}

// debtTitle says whether the fund pays all that is due, and how late.
func debtTitle(ctx figure.Context, rows []result.FundRow) string {
	paid, mostWaiting, lastPaid := 0.0, 0.0, 0
	for _, r := range rows {
		paid += r.PaidK
		mostWaiting = max(mostWaiting, r.WaitingK)
		if r.PaidK > 0 {
			lastPaid = r.Quarter
		}
	}
	waiting := rows[len(rows)-1].WaitingK
	switch {
	case paid == 0 && waiting == 0:
		return "The fund pays no debt"
	case waiting > 0:
		return fmt.Sprintf("The fund pays %s of debt, but %s still waits at the end", ctx.Money(paid), ctx.Money(waiting))
	case mostWaiting > 0:
		return fmt.Sprintf("All %s of debt is paid by quarter %d, up to %s late", ctx.Money(paid), lastPaid, ctx.Money(mostWaiting))
	}
	return fmt.Sprintf("All %s of debt is paid on time, by quarter %d", ctx.Money(paid), lastPaid)
}

func debtDescription(ctx figure.Context, rows []result.FundRow) string {
	text := "Chart of the debt fund by quarter. Debts paid, debts waiting and closing balance:"
	for i, r := range rows {
		if i > 0 {
			text += ";"
		}
		text += fmt.Sprintf(" quarter %d %s, %s, %s", r.Quarter, ctx.Money(r.PaidK), ctx.Money(r.WaitingK), ctx.Money(r.ClosingK))
	}
	return text + "."
}

// The look of the fund. Its colours are not those of structures.
var (
	paidFill    = chart.Fill{Color: chart.DarkGrey}
	waitingFill = chart.Fill{Color: chart.DarkGrey, Hatched: true}
	balanceLine = draw.LineStyle{Color: chart.Charcoal, Width: 2.2}
)

// drawFund draws debts above and the balance below, since a line through bars would be read as theirs.
func drawFund(c draw.Canvas, rows []result.FundRow, debts, balance chart.Scale) {
	c = chart.DrawKey(c, []chart.KeyItem{
		{Text: "Debts paid in the quarter", Swatch: chart.FillSwatch(paidFill)},
		{Text: "Debts due but waiting at its end", Swatch: chart.FillSwatch(waitingFill)},
	})
	half := c.Size().Y / 2
	drawQuarters(draw.Crop(c, 0, 0, half+8, 0), rows, debts, fundBars(rows))
	below := draw.Crop(c, 0, 0, 0, -half-8)
	chart.PanelFont.DrawTop(c, vg.Point{X: c.Min.X, Y: below.Max.Y}, chart.Left, "Left in the fund at the end of the quarter")
	drawQuarters(draw.Crop(below, 0, 0, 0, -chart.PanelFont.Height(1)-4), rows, balance, series.LineOf(balances(rows), balanceLine), fundDots(rows))
}

// drawQuarters draws over the quarters, with the same axis in every panel.
func drawQuarters(c draw.Canvas, rows []result.FundRow, scale chart.Scale, plotted ...plot.Plotter) {
	first, last := float64(rows[0].Quarter), float64(rows[len(rows)-1].Quarter)
	span := chart.Scale{Min: first - 0.6, Max: last + 0.6}
	p := chart.Lines(span, quarterTicks(rows, span, c.Size().X-60), scale)
	p.X.Tick.Length, p.X.Width = 0, 0 // the line at zero is enough
	p.X.Padding = 5                   // clear of the lowest label of the other axis
	p.Add(plotted...)
	area, _, y := chart.Area(p, c)
	area.StrokeLine2(draw.LineStyle{Color: chart.Ink, Width: 1}, area.Min.X, y(0), area.Max.X, y(0))
}

func balances(rows []result.FundRow) plotter.XYs {
	xys := make(plotter.XYs, len(rows))
	for i, r := range rows {
		xys[i] = plotter.XY{X: float64(r.Quarter), Y: r.ClosingK}
	}
	return xys
}

// fundBars stand side by side: what is paid is a flow, what waits a stock, so they must not be stacked.
func fundBars(rows []result.FundRow) plot.Plotter {
	return chart.Plotted(func(c draw.Canvas, x, y func(float64) vg.Length) {
		half := (x(1) - x(0)) * 0.32
		for _, r := range rows {
			middle := x(float64(r.Quarter))
			if r.PaidK > 0 {
				paidFill.Paint(c, chart.Rectangle(middle-half, y(0), middle-0.5, y(r.PaidK)))
			}
			if r.WaitingK > 0 {
				waitingFill.Paint(c, chart.Rectangle(middle+0.5, y(0), middle+half, y(r.WaitingK)))
			}
		}
	})
}

func fundDots(rows []result.FundRow) plot.Plotter {
	return chart.Plotted(func(c draw.Canvas, x, y func(float64) vg.Length) {
		if len(rows) > 40 { // they would hide the line
			return
		}
		for _, r := range rows {
			chart.Circle.Draw(c, vg.Point{X: x(float64(r.Quarter)), Y: y(r.ClosingK)}, 3.2, balanceLine.Color, false)
		}
	})
}

func quarterTicks(rows []result.FundRow, span chart.Scale, width vg.Length) plot.Ticker {
	var ticks []plot.Tick
	for _, r := range rows {
		ticks = append(ticks, plot.Tick{Value: float64(r.Quarter), Label: "Q" + strconv.Itoa(r.Quarter)})
	}
	return chart.Thin(ticks, chart.LabelFont, width, math.Max(1, span.Max-span.Min), 8)
}
