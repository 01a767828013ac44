package data

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"reconfig/model"
)

// unitWords are what headers say of the unit of a number.
var unitWords = map[string]float64{
	"k": 1e3, "000": 1e3, "000s": 1e3, "thousand": 1e3, "thousands": 1e3,
	"m": 1e6, "mn": 1e6, "mio": 1e6, "million": 1e6, "millions": 1e6,
}

// currencyWords are what headers and cells say of a currency.
var currencyWords = map[string]string{"£": "£", "gbp": "£", "pounds": "£", "€": "€", "eur": "€", "euro": "€", "euros": "€", "$": "$", "usd": "$", "dollars": "$"}

// headerUnit is the unit that a header states; false if it states none.
func headerUnit(header string) (float64, bool) {
	for _, w := range headerWords(header) {
		if u, ok := unitWords[w]; ok {
			return u, true
		}
	}
	return 1, false
}

// headerCurrency is the sign of the currency that a header states; empty if it states none.
func headerCurrency(header string) string {
	for _, w := range headerWords(header) {
		if sign := currencyWords[w]; sign != "" {
			return sign
		}
	}
	return ""
}

// The ways to write a number. A comma is never a decimal point; thousands are taken for such only in whole groups of
// three.
var (
	plainFigure   = regexp.MustCompile(`^(\d+(\.\d+)?|\.\d+)$`)
	groupedFigure = regexp.MustCompile(`^[1-9]\d{0,2}([,’'][0-9]{3})+(\.\d+)?$|^[1-9]\d{0,2}( [0-9]{3})+(\.\d+)?$`)
	oneGroup      = regexp.MustCompile(`^[1-9]\d{0,2}[.,]\d{3}$`)
	ungrouped     = regexp.MustCompile(`^\d{4,}$`)
	fraction      = regexp.MustCompile(`^(\d{4,}\.\d+|\d*\.(\d{1,2}|\d{4,}))$`)
	commaDecimal  = regexp.MustCompile(`^\d*,\d+$|^\d{1,3}(\.\d{3})+(,\d+)?$`)
	scientific    = regexp.MustCompile(`^\d+(\.\d+)?[eE][+-]?\d+$`)
	unitBehind    = regexp.MustCompile(`^[\d.,]+ ?[a-zA-Z]+$`)
)

// figure reads a number as people write it: with separators of thousands and the sign of a currency. It returns the
// digits, or what is expected instead.
func figure(cell string) (digits, currency, expected string) {
	text := cell
	for _, c := range text {
		if sign := currencyWords[string(c)]; sign != "" {
			currency = sign
		}
	}
	text = withoutSign(text)
	switch {
	case text == "":
		return "", "", "a number above 0; if it is not known, estimate it, or delete the row"
	case strings.Trim(text, "0.") == "":
		return "", "", "a number above 0"
	case plainFigure.MatchString(text):
		return text, currency, ""
	case groupedFigure.MatchString(text):
		return strings.NewReplacer(",", "", "’", "", "'", "", " ", "").Replace(text), currency, ""
	case strings.HasSuffix(text, "%"):
		return "", "", "a number, not a percentage"
	case strings.HasPrefix(text, "-") || strings.HasPrefix(text, "−") || strings.HasPrefix(text, "("):
		return "", "", "a number above 0"
	case scientific.MatchString(text):
		return "", "", "a number in full: this one may have lost digits; in the spreadsheet, format the column as a number without decimals"
	case commaDecimal.MatchString(text):
		return "", "", "a point before decimals and no points between thousands: " + continentalMend(text)
	case unitBehind.MatchString(text):
		return "", "", "a plain number, as in 1234.5; put the unit into the header, as in Cost (£k)"
	}
	return "", "", "a plain number, as in 1234.5"
}

// continentalMend says how a number with a decimal comma should be written.
func continentalMend(text string) string {
	whole, decimals, _ := strings.Cut(text, ",")
	whole = strings.ReplaceAll(whole, ".", "")
	if whole == "" {
		whole = "0"
	}
	if decimals != "" {
		whole += "." + decimals
	}
	return "write " + whole + " if that is what " + text + " means"
}

// figures reads the column of a role as digits, an empty text where there is a problem.
func (r *bodyReader) figures(role Role, optional bool) []string {
	if _, ok := r.columns[role]; !ok {
		return nil
	}
	all := make([]string, len(r.records))
	isAmbiguous := r.ambiguous(role)
	for row := range r.records {
		text := r.cell(row, role)
		if text == "" && optional {
			continue
		}
		digits, currency, expected := figure(text)
		bare := withoutSign(text)
		if expected == "" && isAmbiguous(bare) {
			expected = "a number that can be read in one way only, in a column where others are written otherwise: write " +
				strings.NewReplacer(",", "", ".", "").Replace(bare) + " or " + strings.Replace(bare, ",", ".", 1) + "0"
		}
		if expected != "" {
			r.fault(row, role, expected)
			continue
		}
		if digits != bare && r.bodies.Grouped == "" {
			r.bodies.Grouped, r.bodies.GroupedAs = text, digits
		}
		if currency != "" && r.bodies.Currency == "" && role == CostRole {
			r.bodies.Currency = currency
		}
		all[row] = digits
	}
	return all
}

// ambiguous says which cells of a column could have thousands or decimals behind their only comma or point: 1,234 or
// 1.234 next to 5678, unless another cell shows which is the decimal point. People are not counted to three decimals.
func (r *bodyReader) ambiguous(role Role) func(cell string) bool {
	hasUngrouped, hasFraction := false, false
	for row := range r.records {
		cell := withoutSign(r.cell(row, role))
		hasUngrouped = hasUngrouped || ungrouped.MatchString(cell)
		hasFraction = hasFraction || fraction.MatchString(cell)
	}
	_, inThousands := headerUnit(r.header[r.columns[role]])
	people := role != CostRole && !inThousands && r.options.PeopleUnit == 0
	return func(cell string) bool {
		return oneGroup.MatchString(cell) && (people && strings.Contains(cell, ".") || hasUngrouped && !hasFraction)
	}
}

// withoutSign is a cell without the sign of a currency before or behind its number.
func withoutSign(cell string) string { return strings.TrimFunc(cell, isCurrency) }

// readNumbers reads populations and costs.
func (r *bodyReader) readNumbers() {
	people, weighted, cost := r.figures(PopulationRole, false), r.figures(WeightedRole, true), r.figures(CostRole, false)
	r.readCurrency()
	if len(r.problems) > 0 {
		return
	}
	r.bodies.People = r.peopleUnit(people)
	weightedUnit := r.bodies.People.Factor
	if i, ok := r.columns[WeightedRole]; ok {
		if u, says := headerUnit(r.header[i]); says {
			weightedUnit = u
		}
	}
	for row := range r.records {
		b := &r.bodies.Rows[row]
		b.Population = r.scaled(row, PopulationRole, people[row], r.bodies.People.Factor)
		if weighted != nil && weighted[row] != "" {
			b.WeightedPopulation = model.Optional{Value: r.scaled(row, WeightedRole, weighted[row], weightedUnit), Given: true}
		}
	}
	if len(r.problems) > 0 {
		return
	}
	r.bodies.Cost = r.costUnit(cost)
	for row := range r.records {
		r.bodies.Rows[row].ManagementCostK = r.scaled(row, CostRole, cost[row], r.bodies.Cost.Factor/1000)
	}
}

// scaled is a number of digits in another unit, rounded once.
func (r *bodyReader) scaled(row int, role Role, digits string, factor float64) float64 {
	v, err := strconv.ParseFloat(digits+"e"+strconv.Itoa(int(math.Round(math.Log10(factor)))), 64)
	if err != nil || !(v > 0) || v > 1e15 {
		r.fault(row, role, "a number above 0, as in 1234.5")
	}
	return v
}

// readCurrency takes the currency from the header of the cost.
func (r *bodyReader) readCurrency() {
	i := r.columns[CostRole]
	if sign := headerCurrency(r.header[i]); sign != "" {
		r.bodies.Currency = sign
	}
	if said, flag := r.bodies.Currency, r.options.Currency; said != "" && flag != "" && said != flag && currencyWords[strings.ToLower(flag)] != said {
		r.fail(r.headerLine, r.header[i], "costs in "+flag+", as --currency says; the table has them in "+said)
	}
}

// fewestPeople is the population below which a body is taken to be counted in thousands of people, though the header
// does not say so.
const fewestPeople = 1000

func (r *bodyReader) peopleUnit(people []string) NumberUnit {
	if r.options.PeopleUnit > 0 {
		return NumberUnit{r.options.PeopleUnit, UnitByFlag}
	}
	header := r.header[r.columns[PopulationRole]]
	if u, says := headerUnit(header); says {
		return NumberUnit{u, UnitByHeader}
	}
	middle := model.Median(numbersOf(people))
	if middle < fewestPeople {
		r.add(r.headerLine, header, "", fmt.Sprintf("numbers of people; their median is %s: if they are thousands, say so in the header, as in Population (000s), or with --population-unit k; if they are people, with --population-unit 1", plain(middle)))
	}
	return NumberUnit{1, UnitByDefault}
}

// What a plausible median of the cost a head is, in £, € or $: management of a body costs neither pennies nor thousands.
const (
	leastCostPerHead = 1
	mostCostPerHead  = 1000
)

// costUnit finds the unit of the costs. Units differ by 1,000, and so does the range of what is plausible: at most one
// is left by it.
func (r *bodyReader) costUnit(cost []string) NumberUnit {
	if r.options.CostUnit > 0 {
		return NumberUnit{r.options.CostUnit, UnitByFlag}
	}
	perHead := numbersOf(cost)
	for row, b := range r.bodies.Rows {
		perHead[row] /= b.Head()
	}
	middle := model.Median(perHead)
	r.checkOutliers(perHead)
	header := r.header[r.columns[CostRole]]
	u, says := headerUnit(header)
	says = says || headerCurrency(header) != ""
	sign := r.options.Currency
	if sign == "" {
		sign = r.bodies.Currency
	}
	known := sign == "" || currencyWords[strings.ToLower(sign)] != ""
	const flags = "; say which with --cost-unit 1, k (thousands) or m (millions)"
	switch {
	case says && (!known || plausible(u*middle)):
		return NumberUnit{u, UnitByHeader}
	case says:
		r.add(r.headerLine, header, "", fmt.Sprintf("a cost a head between %d and %d; as the header has it, the median is %s%s", leastCostPerHead, mostCostPerHead, threeDigits(u*middle), flags))
		return NumberUnit{u, UnitByHeader}
	}
	for _, u := range []float64{1, 1e3, 1e6} {
		if known && plausible(u*middle) {
			return NumberUnit{u, UnitByMagnitude}
		}
	}
	r.add(r.headerLine, header, "", "a unit in the header, as in Cost (£k); from the numbers it cannot be told"+flags)
	return NumberUnit{1, UnitByDefault}
}

// checkOutliers reports bodies whose population or cost is in another unit than the others'.
func (r *bodyReader) checkOutliers(perHead []float64) {
	for _, o := range model.CostOutliers(perHead) {
		r.fault(o.Row, CostRole, fmt.Sprintf("a cost a head of the order of the others: it and their median differ by a factor of %s; mend the population or the cost, or, if both are right, say the unit with --cost-unit", threeDigits(o.Times)))
	}
}

func plausible(costPerHead float64) bool {
	return costPerHead >= leastCostPerHead && costPerHead < mostCostPerHead
}

func numbersOf(digits []string) []float64 {
	all := make([]float64, len(digits))
	for i, d := range digits {
		all[i], _ = strconv.ParseFloat(d, 64) // figure has seen to it
	}
	return all
}

func threeDigits(v float64) string {
	return strconv.FormatFloat(v, 'g', 3, 64)
}
