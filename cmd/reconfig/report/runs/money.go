package runs

import (
	"math"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
	"reconfig/plots/chart"
)

// money is how a report writes thousands of money: in millions, or in thousands where all that the bodies cost is so little
// that savings in millions would read as nothing.
type money struct {
	currency string
	letter   string  // after the currency: m or k
	divisor  float64 // of thousands
	decimals int
}

// fewThousands is a cost of all bodies at the start, in thousands, below which money is written in thousands.
const fewThousands = 50_000

// moneyOf is how to write the money of outcomes.
func moneyOf(currency string, outcomes []result.OutcomeRow) money {
	for _, row := range outcomes {
		if row.Values[result.BaselineCost] >= fewThousands {
			return money{currency, "m", 1000, 1}
		}
	}
	return money{currency, "k", 1, 0}
}

func (r Run) money() money { return moneyOf(r.Properties.Currency, r.Outcomes) }

// unit is the unit of headings, as in £m.
func (m money) unit() string { return m.currency + m.letter }

// write writes thousands with the currency, as in −£1.2m.
func (m money) write(thousands float64) string {
	return chart.Unit{Prefix: m.currency, Suffix: m.letter, Divisor: m.divisor}.Format(thousands, m.decimals)
}

// least is write or, where that would read as nothing, in a smaller unit.
func (m money) least(thousands float64) string {
	if math.Abs(thousands) >= m.small() {
		return m.write(thousands)
	}
	return report.Millions(m.currency, thousands)
}

// scaled is a number of thousands in the unit.
func (m money) scaled(thousands float64) float64 { return thousands / m.divisor }

// small is what rounds to nothing, in thousands.
func (m money) small() float64 { return m.divisor * math.Pow10(-m.decimals) / 2 }
