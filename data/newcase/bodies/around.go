package bodies

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"reconfig/data/newcase/reading"
	"reconfig/data/pattern"
)

// remark is a line above or below the table, which may say what the header does not.
type remark struct{ text, where string }

var (
	// aboutAmounts matches notes that say in what amounts are, besides those about money.
	aboutAmounts = pattern.New(`(?i)figure|amount|value|currency|beløb|belopp|betr[aä]g|bedrag|zahlen|angaben|tal i|cijfers`)

	// amount matches a number with its currency and unit: of £4m in a note nothing follows for the table.
	amount = pattern.New(`(?i)\pL{0,2}\p{Sc}?\s?\b[1-9][\d.,]*\s?(\p{Sc}|(bn|billion|m|mn|million|k|thousand)s?\b)?`)

	// aboutRounding matches notes whose unit is what numbers are rounded to.
	aboutRounding = pattern.New(`(?i)\bround|\bnearest|gerundet|afgerond|afrundet|avrunda`)
)

// remarks lists the lines above the table, and those notes below that are about money or people and not about their source.
func (r *reader) remarks() (all []remark) {
	for _, text := range r.bodies.Above {
		all = append(all, remark{text, "above"})
	}
	for _, text := range r.bodies.Below {
		isSource := sourceBeginning().MatchString(text)
		if !isSource && (aboutMoney().MatchString(text) || aboutAmounts().MatchString(text) || isAboutPeople(text)) {
			all = append(all, remark{text, "below"})
		}
	}
	return all
}

// sourceBeginning matches how notes begin that say where numbers are from and when they were published.
var sourceBeginning = pattern.New(`(?i)^(sources?|quellen?|bron|kilder?|källa|published|released?|updated|last updated|revised|©|(crown )?copyright|contact|next)([\s:.,–-]|$)`)

func isAboutPeople(text string) bool {
	words := reading.LowerWords(text)
	return slices.ContainsFunc(phrases[PopulationRole], func(phrase string) bool { return reading.LastIndex(words, phrase) >= 0 })
}

// withoutAmounts takes amounts out of a text, but for 1,000, which may be a unit, and the signs before 000.
func withoutAmounts(text string) string {
	return amount().ReplaceAllStringFunc(text, func(found string) string {
		if digits := strings.Map(onlyDigits, found); digits == "1000" || digits == "1000000" {
			return found
		}
		return " "
	})
}

func onlyDigits(c rune) rune {
	if c >= '0' && c <= '9' {
		return c
	}
	return -1
}

// checkAround reports what stands above or below the table and says another unit or currency than the one that was taken
// without the user saying so. Which numbers it is about cannot be told.
func (r *reader) checkAround() {
	for _, m := range r.remarks() {
		rest := withoutAmounts(m.text)
		r.checkCurrencyOf(m, reading.Currencies(rest))
		if !aboutRounding().MatchString(rest) {
			r.checkUnitsOf(m, reading.Units(rest))
		}
	}
}

// checkCurrencyOf reports a remark that names currencies, and none of them is that of the costs.
func (r *reader) checkCurrencyOf(m remark, named []string) {
	b := r.bodies
	taken := cmp.Or(b.Currency, defaultCurrency)
	if len(named) == 0 || r.options.Currency != "" || slices.ContainsFunc(named, func(c string) bool { return reading.SameCurrency(c, taken) }) {
		return
	}
	if b.Currency != "" {
		r.fail(r.first, m.text, fmt.Sprintf("the currency of the costs, %s in their header or cells; this stands %s the table, where it is not read. Mend the header, or, if it is right, add --currency %s", taken, m.where, example(taken)))
		return
	}
	r.fail(r.first, m.text, fmt.Sprintf("the currency of the costs in their header; this stands %s the table, where it is not read. Say it with --currency %s", m.where, example(named[0])))
}

// checkUnitsOf reports a remark with a unit, where that of the numbers was guessed to be another.
func (r *reader) checkUnitsOf(m remark, units []float64) {
	b := r.bodies
	isGuessed := b.Cost.From == UnitByMagnitude || b.Cost.From == UnitByDefault
	if isGuessed && slices.ContainsFunc(units, func(u float64) bool { return u != b.Cost.Factor }) {
		r.fail(r.first, m.text, "the unit of the costs in their header; this stands "+m.where+" the table, where it is not read, and by the cost a head it would be "+reading.UnitName(b.Cost.Factor)+". Say it with --cost-unit 1, k (thousands) or m (millions)")
	}
	if b.People.From == UnitByDefault && isAboutPeople(m.text) && len(units) > 0 {
		r.fail(r.first, m.text, "the unit of the populations in their header; this stands "+m.where+" the table, where it is not read. Say it with --population-unit 1, k (thousands) or m (millions)")
	}
}
