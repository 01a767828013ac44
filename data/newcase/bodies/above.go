package bodies

import (
	"slices"
	"strconv"
	"strings"

	"reconfig/data/dialect"
)

// mostLinesAbove is how many rows of titles and notes may stand above the header.
const mostLinesAbove = 40

// start is how a table of bodies begins.
type start struct {
	lines    int      // above the header
	above    []string // the text of those that are not empty
	isHeader bool     // the line below has a name, a population and a cost
}

// begin is how a table may begin: records that are not empty, each with its line or row.
type begin struct {
	records [][]string
	lines   []int
}

// mostBegun is how many records are looked through for the header.
const mostBegun = 10 * mostLinesAbove

// beginOfText reads as far as it can, whatever is wrong with the file.
func beginOfText(text []byte, d dialect.Dialect) (b begin) {
	r := d.NewReader(text)
	r.LazyQuotes = true
	for len(b.records) < mostBegun {
		record, err := r.Read()
		if err != nil {
			break
		}
		line, _ := r.FieldPos(0)
		b.records, b.lines = append(b.records, record), append(b.lines, line)
	}
	return b
}

// beginOfRows takes the first rows of a sheet, each as long as the longest.
func beginOfRows(rows [][]string) (b begin) {
	width := 0
	for _, row := range rows {
		width = max(width, len(row))
	}
	for i, row := range rows {
		if len(row) > 0 && len(b.records) < mostBegun {
			record := make([]string, width)
			copy(record, row)
			b.records, b.lines = append(b.records, record), append(b.lines, i+1)
		}
	}
	return b
}

// findStart looks for the header: the first row in which a name, a population and a cost can all be found. Where there is
// none, it is the first row with as many cells, or the first that is not empty.
func findStart(b begin, o Options) start {
	widest := -1
	for i, record := range b.records {
		if i > mostLinesAbove {
			break
		}
		found := guess(record, b.records[i+1:], o)
		if !slices.ContainsFunc(neededRoles, func(role Role) bool { return len(found[role]) == 0 }) {
			return start{b.lines[i] - 1, texts(b.records[:i]), true}
		}
		if filled(record) > 0 && (widest < 0 || filled(record) >= len(neededRoles) && filled(b.records[widest]) < len(neededRoles)) {
			widest = i
		}
	}
	if widest < 0 {
		return start{}
	}
	return start{b.lines[widest] - 1, texts(b.records[:widest]), false}
}

func filled(record []string) (n int) {
	for _, cell := range record {
		if Tidy(cell) != "" {
			n++
		}
	}
	return n
}

// texts are what stands in the records that are not empty.
func texts(records [][]string) (all []string) {
	for _, record := range records {
		if text := Tidy(strings.Join(record, " ")); text != "" {
			all = append(all, text)
		}
	}
	return all
}

// checkAbove reports what stands above the header and says another unit or currency than the one that was taken without
// the header or the user saying so. Which numbers it is about cannot be told.
func (r *reader) checkAbove() {
	b := r.bodies
	for _, text := range b.Above {
		units := unitsIn(text)
		if b.Currency == "" && slices.ContainsFunc(currenciesIn(text), func(c string) bool { return c != defaultCurrency }) {
			r.Fail(r.headerLine, text, "the currency of the costs in their header; this stands above the table, where it is not read. Say it with --currency "+example(currenciesIn(text)[0]))
		}
		isGuessed := b.Cost.From == UnitByMagnitude || b.Cost.From == UnitByDefault
		if isGuessed && slices.ContainsFunc(units, func(u float64) bool { return u != b.Cost.Factor }) {
			r.Fail(r.headerLine, text, "the unit of the costs in their header; this stands above the table, where it is not read, and by the cost a head it would be "+unitName(b.Cost.Factor)+". Say it with --cost-unit 1, k (thousands) or m (millions)")
		}
		aboutPeople := slices.ContainsFunc(phrases[PopulationRole], func(phrase string) bool { return lastIndex(headerWords(text), phrase) >= 0 })
		if b.People.From == UnitByDefault && aboutPeople && len(units) > 0 {
			r.Fail(r.headerLine, text, "the unit of the populations in their header; this stands above the table, where it is not read. Say it with --population-unit 1, k (thousands) or m (millions)")
		}
	}
}

func unitName(factor float64) string {
	switch factor {
	case 1e3:
		return "thousands"
	case 1e6:
		return "millions"
	}
	return strconv.FormatFloat(factor, 'f', -1, 64)
}
