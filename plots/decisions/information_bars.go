package decisions

import (
	"fmt"
	"slices"

	"reconfig/model/result"
	"reconfig/plots/barchart"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

func (all informed) bars() barchart.Bars {
	bars := barchart.Bars{Columns: []barchart.Column{{Heading: "Value"}, {Heading: "95% interval"}, figure.EvidenceColumn, {Heading: "Choice changes at"}}}
	for _, k := range all.inputs {
		bar := barchart.Bar{
			Name: figure.Marked(k.name(), k.Correlated), Detail: k.Code, Bold: k.Members > 1 || k.everything(), Pieces: []barchart.Piece{{Value: k.Value, Fill: k.fill()}},
			Cells: []string{all.Short(k.Value), "", k.evidence(), k.change()},
		}
		if i := k.interval(); i.Wide() {
			bar.Whiskers, bar.Cells[1] = i.Whiskers(), all.Between(i.Lo, i.Hi)
		}
		bars.Rows = append(bars.Rows, bar)
	}
	lo, hi := bars.Range()
	bars.Scale, bars.Axis = chart.NewScale(lo, hi, 0, 5, all.Unit), all.Axis()
	bars.Columns, bars.Rows = withoutEmpty(bars.Columns, bars.Rows)
	return bars
}

// withoutEmpty leaves out columns in which no row has more than a dash.
func withoutEmpty(columns []barchart.Column, rows []barchart.Bar) ([]barchart.Column, []barchart.Bar) {
	for i := len(columns) - 1; i >= 0; i-- {
		if slices.ContainsFunc(rows, func(row barchart.Bar) bool { return figure.Stated(row.Cells[i]) }) {
			continue
		}
		columns = slices.Delete(columns, i, i+1)
		for j := range rows {
			rows[j].Cells = slices.Delete(rows[j].Cells, i, i+1)
		}
	}
	return columns, rows
}

// name says of a group how many assumptions it holds.
func (k known) name() string {
	switch {
	case k.everything():
		return "Everything"
	case k.group():
		return fmt.Sprintf("%s (%s)", k.Name, words.Unbroken(words.Number(k.Members)+" assumptions"))
	}
	return k.Name
}

// fill tells the blocks apart without colour.
func (k known) fill() chart.Fill {
	switch {
	case k.everything():
		return chart.Fill{Color: chart.Charcoal}
	case k.group():
		return chart.Fill{Color: chart.Charcoal, Hatched: true}
	}
	return chart.Fill{Color: chart.MidGrey}
}

// evidence is its strength; assumptions that differ in it have none together.
func (k known) evidence() string {
	if k.everything() || k.group() && !figure.Stated(k.Strength) {
		return ""
	}
	return figure.Evidence(k.Strength)
}

// change is the value at which the choice changes; a dash for a single assumption that changes none.
func (k known) change() string {
	switch {
	case words.Finite(k.ChangesAt):
		return words.Rounded(k.ChangesAt, 3)
	case k.Members == 1 && !k.everything():
		return "–"
	}
	return ""
}

func (all informed) key(bars barchart.Bars) []chart.KeyItem {
	var items []chart.KeyItem
	if _, found := all.everything(); found {
		items = append(items, chart.KeyItem{Text: "Everything: perfect information", Swatch: chart.FillSwatch(known{input: result.Everything}.fill())})
	}
	if slices.ContainsFunc(all.inputs, known.group) {
		items = append(items, chart.KeyItem{Text: "Group of assumptions", Swatch: chart.FillSwatch(known{Members: 2}.fill())})
	}
	items = append(items, chart.KeyItem{Text: "Single assumption", Swatch: chart.FillSwatch(known{}.fill())})
	if slices.ContainsFunc(bars.Rows, func(row barchart.Bar) bool { return len(row.Whiskers) > 0 }) {
		items = append(items, chart.KeyItem{Text: "95% interval of the estimate", Swatch: barchart.WhiskerSwatch(chart.Ink)})
	}
	return items
}
