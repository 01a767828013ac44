package bodies

import (
	"unicode/utf8"

	"reconfig/data/newcase/reading"
	"reconfig/data/pattern"
)

// How notes below a table begin, in the languages of published statistics: some words are enough, others need a sentence
// behind them, for names may begin with them.
var (
	noteBeginning = pattern.New(`(?i)^(sources?|notes?|footnotes?|quellen?|bron|kilder?|anm(erkung(en)?|ærkning(er)?)?|opmerking(en)?|toelichting|noter?|hinweise?|©|` +
		`crown copyright|last updated|shorthand|zeichenerklärung|signaturforklaring|verklaring|www|https?)([\s:.,–-]|$)` +
		`|^(\[[^\]]{1,12}\]|\([a-z0-9]{1,2}\)|\d{1,2}[.)]\s|[*†‡§¹²³]|[a-z] ?=|\.\.|–|- |[_=–—.-]{3,}$)`)
	noteSentence = pattern.New(`(?i)^(data|figures?|totals?|these|the|this|all|contact|copyright|published|released?|updated|prepared|key|symbols?|legend|statistics|next|for|please|see|` +
		`table|based|includes?|including|excludes?|excluding|prices?|rounded|not|stand|an?|in|where|population|costs?|some|where|values?) (\S+ ){2}`)
)

// longNote is how many letters a note has that says what it is by its length: names of bodies are shorter.
const longNote = 90

// findEnd finds the notes below a table, from the first of a block of rows without a number at its end: the line of it, 0
// where there are none, and their texts. from is the index of the first record below the header.
func findEnd(all records, from int, header []string, o Options) (end int, notes []string) {
	if all.isOpen || from >= len(all.cells) {
		return 0, nil
	}
	found := guess(header, all.cells[from:min(len(all.cells), from+mostGuessed)], o)
	counted := append(append([]int(nil), found[PopulationRole]...), found[CostRole]...)
	first := len(all.cells)
	for first > from && isAside(all.cells[first-1], counted) {
		first--
	}
	for ; first < len(all.cells); first++ {
		if first > from && isNote(all.cells[first]) {
			return all.lines[first], texts(all.cells[first:])
		}
	}
	return 0, nil
}

// isAside says whether a record has no number where bodies have their population and cost.
func isAside(record []string, counted []int) bool {
	for _, i := range counted {
		if reading.IsNumeric(at(record, i)) {
			return false
		}
	}
	return true
}

// isNote says whether a record is a note by how it begins or how long it is, and by being alone in its row but for the
// meaning of a sign.
func isNote(record []string) bool {
	cells := columnsOf(record)
	if len(cells) == 0 || len(cells) > 2 {
		return false
	}
	text := reading.Tidy(record[cells[0]])
	isAlone := len(cells) == 1
	return isAlone && (utf8.RuneCountInString(text) > longNote || noteSentence().MatchString(text)) || noteBeginning().MatchString(text) && (isAlone || reading.Withheld(text))
}
