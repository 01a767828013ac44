package runs

import (
	"math"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
	"reconfig/plots/chart"
)

// money is how a report writes thousands of money: in millions, as figures and summary.csv do, with more decimals where all
// that the bodies cost is so little that savings would read as nothing.
type money struct {
	currency string
	decimals int
}

// fewThousands is a cost of all bodies at the start, in thousands, below which money has a second decimal; a third below a
// tenth of it, and so on.
const fewThousands = 50_000

// moneyOf is how to write the money of outcomes.
func moneyOf(currency string, outcomes []result.OutcomeRow) money {
	most := 0.0
	for _, row := range outcomes {
		most = max(most, row.Values[result.BaselineCost])
	}
	m := money{currency, 1}
	for few := float64(fewThousands); most < few && m.decimals < mostDecimals; few /= 10 {
		m.decimals++
	}
	return m
}

// mostDecimals of a million are thousands.
const mostDecimals = 3

func (r Run) money() money { return moneyOf(r.Properties.Currency, r.Outcomes) }

// perMillion is how many thousands a million has.
const perMillion = 1000

// unit is the unit of headings, as in £m.
func (m money) unit() string { return m.currency + "m" }

// write writes thousands with the currency, as in −£1.2m.
func (m money) write(thousands float64) string {
	return chart.Unit{Prefix: m.currency, Suffix: "m", Divisor: perMillion}.Format(thousands, m.decimals)
}

// least is write or, where that would read as nothing, in a smaller unit.
func (m money) least(thousands float64) string {
	if math.Abs(thousands) >= m.small() {
		return m.write(thousands)
	}
	return report.Millions(m.currency, thousands)
}

// scaled is a number of thousands in the unit.
func (m money) scaled(thousands float64) float64 { return thousands / perMillion }

// small is what rounds to nothing, in thousands.
func (m money) small() float64 { return perMillion * math.Pow10(-m.decimals) / 2 }
