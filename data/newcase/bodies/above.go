package bodies

import (
	"slices"
	"strconv"
)

// checkAbove reports what stands above the header and says another unit or currency than the one that was taken without
// the header or the user saying so. Which numbers it is about cannot be told.
func (r *reader) checkAbove() {
	b := r.bodies
	for _, text := range b.Above {
		units := unitsIn(text)
		if b.Currency == "" && slices.ContainsFunc(currenciesIn(text), func(c string) bool { return c != defaultCurrency }) {
			r.fail(r.first, text, "the currency of the costs in their header; this stands above the table, where it is not read. Say it with --currency "+example(currenciesIn(text)[0]))
		}
		isGuessed := b.Cost.From == UnitByMagnitude || b.Cost.From == UnitByDefault
		if isGuessed && slices.ContainsFunc(units, func(u float64) bool { return u != b.Cost.Factor }) {
			r.fail(r.first, text, "the unit of the costs in their header; this stands above the table, where it is not read, and by the cost a head it would be "+unitName(b.Cost.Factor)+". Say it with --cost-unit 1, k (thousands) or m (millions)")
		}
		aboutPeople := slices.ContainsFunc(phrases[PopulationRole], func(phrase string) bool { return lastIndex(headerWords(text), phrase) >= 0 })
		if b.People.From == UnitByDefault && aboutPeople && len(units) > 0 {
			r.fail(r.first, text, "the unit of the populations in their header; this stands above the table, where it is not read. Say it with --population-unit 1, k (thousands) or m (millions)")
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
