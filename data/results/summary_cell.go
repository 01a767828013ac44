package results

import (
	"slices"
	"strings"

	"reconfig/data/table"
	"reconfig/data/workbook"
)

// sheetBuilder makes the columns of a sheet of those that are printed.
type sheetBuilder struct {
	columns []workbook.Column
	rows    [][]printedCell
}

// printedCell is a cell of the sheet: a number as programs write it with the format that shows it as it was printed, or text.
type printedCell struct{ text, format string }

// Headings of the ends of a range, and of both where a column has nothing else.
const (
	lowHeading, highHeading = "5th percentile", "95th percentile"
	rangeHeading            = "5th to 95th percentile"
)

// addPrinted adds a printed column. Ranges below a mean become a column of text beside it, so that many fit on a page; those by
// themselves become two columns.
func (b *sheetBuilder) addPrinted(c PrintedColumn, cells []string) {
	if lead, is := strings.CutSuffix(c.Name, rangeHeading); is {
		b.addRange(c.Right, lead, cells)
		return
	}
	means, ranges := make([]string, len(cells)), make([]string, len(cells))
	for i, cell := range cells {
		means[i], ranges[i], _ = strings.Cut(cell, "\n")
	}
	b.add(c, means)
	if slices.ContainsFunc(ranges, func(cell string) bool { return trimmed(cell) != "" }) {
		b.add(PrintedColumn{rangeHeading, c.Right}, ranges)
	}
}

// addRange adds the columns of the two ends of ranges such as “−183 to 240*”, where a mark is of both ends. The headings begin
// with the lead.
func (b *sheetBuilder) addRange(right bool, lead string, cells []string) {
	lows, highs := make([]string, len(cells)), make([]string, len(cells))
	for i, cell := range cells {
		low, high, _ := strings.Cut(strings.ReplaceAll(trimmed(cell), "\n", " "), " to ")
		_, mark := cutMark(high)
		lows[i], highs[i] = low+mark, high
	}
	b.add(PrintedColumn{lead + lowHeading, right}, lows)
	b.add(PrintedColumn{lead + highHeading, right}, highs)
}

// add adds a column. It is one of numbers if every cell is one or, at the right, if any is: then the others are text in it.
func (b *sheetBuilder) add(c PrintedColumn, cells []string) {
	made := make([]printedCell, len(cells))
	var numbers, texts int
	for i, cell := range cells {
		made[i] = cellOf(cell)
		switch {
		case made[i].format != "":
			numbers++
		case made[i].text != "":
			texts++
		}
	}
	isNumber := texts == 0 || c.Right && numbers > 0
	for i, cell := range made {
		if !isNumber {
			cell = printedCell{text: trimmed(cells[i])}
		}
		b.rows[i] = append(b.rows[i], cell)
	}
	b.columns = append(b.columns, workbook.Column{Name: c.Name, Number: isNumber, Right: c.Right && !isNumber})
}

// cellOf is a printed cell as a number with its format, where it is one; else as text without a format.
func cellOf(printed string) printedCell {
	printed = trimmed(printed)
	number, mark := cutMark(printed)
	number = strings.NewReplacer("−", "-", ",", "").Replace(number)
	if !table.IsNumber(number) {
		return printedCell{text: printed}
	}
	format := formatLike(number)
	if mark != "" {
		format += `"` + mark + `"`
	}
	if strings.HasPrefix(number, "-") {
		format += workbook.MinusSection + format
	}
	return printedCell{number, format}
}

// cutMark takes the mark of a note off a cell.
func cutMark(cell string) (rest, mark string) {
	rest = strings.TrimRight(cell, "*†‡≠")
	return rest, cell[len(rest):]
}

// trimmed is a cell without the spaces that align it in print.
func trimmed(cell string) string { return strings.Trim(cell, " \u00A0\n") }

// formatLike is the number format with as many decimals as a number has.
func formatLike(number string) string {
	_, decimals, _ := strings.Cut(number, ".")
	if decimals == "" {
		return "#,##0"
	}
	return "#,##0." + strings.Repeat("0", len(decimals))
}
