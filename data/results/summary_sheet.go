package results

import (
	"reconfig/data/workbook"
	"reconfig/model/result"
)

// summaryTable is the table that a workbook begins with, where there is one.
var summaryTable = result.SummaryRow{}.Table().Name

// summarySheet is the summary as the first sheet: with headings for readers, and set up to be printed.
func summarySheet(plain workbook.Table, declared result.Table, p *Provenance) workbook.Table {
	s := plain
	s.Name, s.Printed = declared.Title, true
	s.Above = [][]string{{p.Case.Title}, {p.underTitle()}, {}}
	s.Columns = nil
	for i, c := range p.words().Table(declared).Columns {
		column := plain.Columns[i]
		column.Name = c.Label
		if unit := c.Unit.String(); unit != "" {
			column.Name += ", " + unit
		}
		s.Columns = append(s.Columns, column)
	}
	return s
}

// underTitle says in one line what the summary is of.
func (p *Provenance) underTitle() string {
	said := "Means of draws with the 5th and the 95th percentile"
	if p.Draws == 0 {
		said = "Every assumption at its central value"
	}
	said += ", prices of " + p.PriceYear
	if p.Map != "" {
		said += ", map " + p.Map
	}
	return said
}
