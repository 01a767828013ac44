package bodies

import (
	"cmp"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"reconfig/model"
	"reconfig/model/slips"
)

// unitWords are what headers say of the unit of a number.
var unitWords = map[string]float64{
	"k": 1e3, "000": 1e3, "000s": 1e3, "thousand": 1e3, "thousands": 1e3,
	"m": 1e6, "mn": 1e6, "mio": 1e6, "million": 1e6, "millions": 1e6,
}

// furtherUnits are units that are not read: numbers in them are converted by who knows what they mean.
var furtherUnits = []string{"bn", "billion", "billions", "mrd", "trillion", "lakh", "lakhs", "crore", "crores", "hundred", "hundreds", "00s"}

// unitsIn lists the units that a text states.
func unitsIn(text string) (all []float64) {
	for _, w := range headerWords(text) {
		if u, ok := unitWords[w]; ok {
			all = append(all, u)
		}
	}
	return all
}

// headerUnit is the unit that a header states; false if it states none.
func headerUnit(header string) (float64, bool) {
	if units := unitsIn(header); len(units) > 0 {
		return units[0], true
	}
	return 1, false
}

// checkUnitWords reports a unit in a header that is none of those that are read, or two.
func (r *reader) checkUnitWords(role Role, flag string) {
	header := r.Header[r.columns[role]]
	units := unitsIn(header)
	for _, w := range headerWords(header) {
		if slices.Contains(furtherUnits, w) {
			r.Fail(r.headerLine, header, fmt.Sprintf("numbers in ones, thousands or millions, not in “%s”: convert the column, and say the unit in the header or with --%s", w, flag))
		}
	}
	if len(units) > 1 && slices.Min(units) != slices.Max(units) {
		r.Fail(r.headerLine, header, "one unit; here are two: say which with --"+flag+" 1, k (thousands) or m (millions)")
	}
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

// figure reads a number as people write it: with separators of thousands. It returns the digits, or what is expected
// instead.
func figure(text string) (digits, expected string) {
	switch {
	case text == "":
		return "", "a number above 0; if it is not known, estimate it, or delete the row"
	case strings.Trim(text, "0.") == "":
		return "", "a number above 0"
	case plainFigure.MatchString(text):
		return text, ""
	case groupedFigure.MatchString(text):
		return strings.NewReplacer(",", "", "’", "", "'", "", " ", "").Replace(text), ""
	case strings.HasSuffix(text, "%"):
		return "", "a number, not a percentage"
	case strings.HasPrefix(text, "-") || strings.HasPrefix(text, "−") || strings.HasPrefix(text, "("):
		return "", "a number above 0"
	case scientific.MatchString(text):
		return "", "a number in full: this one may have lost digits; in the spreadsheet, format the column as a number without decimals"
	case commaDecimal.MatchString(text):
		return "", "a point before decimals and no points between thousands: " + continentalMend(text)
	case unitBehind.MatchString(text):
		return "", "a plain number, as in 1234.5; put the unit into the header, as in Cost (£k)"
	}
	return "", "a plain number, as in 1234.5"
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
func (r *reader) figures(role Role, optional bool) []string {
	if _, ok := r.columns[role]; !ok {
		return nil
	}
	all := make([]string, len(r.Records))
	isAmbiguous := r.ambiguous(role)
	for row := range r.Records {
		text := r.cell(row, role)
		if text == "" && optional {
			continue
		}
		bare, currency := splitCurrency(text)
		digits, expected := figure(bare)
		if currency != "" && role != CostRole {
			expected = "a number of people; this is an amount of money. Say which column holds them with --column " + string(role) + "=HEADER"
		}
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
		all[row] = digits
	}
	return all
}

// ambiguous says which cells of a column could have thousands or decimals behind their only comma or point: 1,234 or
// 1.234 next to 5678, unless another cell shows which is the decimal point. People are not counted to three decimals.
func (r *reader) ambiguous(role Role) func(cell string) bool {
	hasUngrouped, hasFraction := false, false
	for row := range r.Records {
		cell, _ := splitCurrency(r.cell(row, role))
		hasUngrouped = hasUngrouped || ungrouped.MatchString(cell)
		hasFraction = hasFraction || fraction.MatchString(cell)
	}
	_, inThousands := headerUnit(r.Header[r.columns[role]])
	people := role != CostRole && !inThousands && r.options.PeopleUnit == 0
	return func(cell string) bool {
		return oneGroup.MatchString(cell) && (people && strings.Contains(cell, ".") || hasUngrouped && !hasFraction)
	}
}

// readNumbers reads populations and costs.
func (r *reader) readNumbers() {
	people, weighted, cost := r.figures(PopulationRole, false), r.figures(WeightedRole, true), r.figures(CostRole, false)
	r.readCurrency()
	if r.options.PeopleUnit == 0 {
		r.checkUnitWords(PopulationRole, "population-unit")
	}
	if r.options.CostUnit == 0 {
		r.checkUnitWords(CostRole, "cost-unit")
	}
	if len(r.Problems) > 0 {
		return
	}
	r.bodies.People = r.peopleUnit(people)
	weightedUnit := r.bodies.People.Factor
	if i, ok := r.columns[WeightedRole]; ok {
		if u, says := headerUnit(r.Header[i]); says {
			weightedUnit = u
		}
	}
	for row := range r.Records {
		b := &r.bodies.Rows[row]
		b.Population = r.scaled(row, PopulationRole, people[row], r.bodies.People.Factor)
		if weighted != nil && weighted[row] != "" {
			b.WeightedPopulation = model.Optional{Value: r.scaled(row, WeightedRole, weighted[row], weightedUnit), Given: true}
		}
	}
	if len(r.Problems) > 0 {
		return
	}
	r.bodies.Cost = r.costUnit(cost)
	for row := range r.Records {
		r.bodies.Rows[row].ManagementCostK = r.scaled(row, CostRole, cost[row], r.bodies.Cost.Factor/1000)
	}
}

// scaled is a number of digits in another unit, rounded once.
func (r *reader) scaled(row int, role Role, digits string, factor float64) float64 {
	v, err := strconv.ParseFloat(digits+"e"+strconv.Itoa(int(math.Round(math.Log10(factor)))), 64)
	if err != nil || !(v > 0) || v > 1e15 {
		r.fault(row, role, "a number above 0, as in 1234.5")
	}
	return v
}

// What a plausible median of the population is, where nobody said its unit: with fewer people, they are counted in
// thousands, though the header does not say so; with more, they are not, though it does.
const (
	fewestPeople = 1000
	mostPeople   = 50e6
)

func (r *reader) peopleUnit(people []string) NumberUnit {
	if r.options.PeopleUnit > 0 {
		return NumberUnit{r.options.PeopleUnit, UnitByFlag}
	}
	header := r.Header[r.columns[PopulationRole]]
	u, says := headerUnit(header)
	middle := u * slips.Median(numbersOf(people))
	switch {
	case middle > mostPeople:
		r.Add(r.headerLine, header, "", fmt.Sprintf("numbers of people; in %s, as the header has it, their median is %s: if the cells are people, --population-unit 1; if the header is right, --population-unit k (thousands) or m (millions)", unitName(u), readable(middle)))
	case !says && middle < fewestPeople:
		r.Add(r.headerLine, header, "", fmt.Sprintf("numbers of people; their median is %s: if they are thousands, say so in the header, as in Population (000s), or with --population-unit k; if they are people, with --population-unit 1", readable(middle)))
	}
	if says {
		return NumberUnit{u, UnitByHeader}
	}
	return NumberUnit{1, UnitByDefault}
}

// What a plausible median of the cost a head is, in £, € or $: management of a body costs neither pennies nor thousands.
// Where nothing says the unit, less is plausible, for then a unit too small or too large by 1,000 must not be.
const (
	leastCostPerHead, mostCostPerHead       = 1, 1000
	leastGuessedPerHead, mostGuessedPerHead = 5, 500
)

// costUnit finds the unit of the costs. Units differ by 1,000, and the range of what is plausible is smaller: at most one
// is left by it.
func (r *reader) costUnit(cost []string) NumberUnit {
	if r.options.CostUnit > 0 {
		return NumberUnit{r.options.CostUnit, UnitByFlag}
	}
	perHead := numbersOf(cost)
	for row, b := range r.bodies.Rows {
		perHead[row] /= b.Head()
	}
	middle := slips.Median(perHead)
	r.checkOutliers(perHead)
	header := r.Header[r.columns[CostRole]]
	u, says := headerUnit(header)
	sign := cmp.Or(r.bodies.Currency, defaultCurrency)
	known := slices.Contains(knownBySign, sign)
	says = says || known && len(currenciesIn(header)) > 0
	const flags = "; say which with --cost-unit 1, k (thousands) or m (millions)"
	switch {
	case says && (!known || u*middle >= leastCostPerHead && u*middle < mostCostPerHead):
		return NumberUnit{u, UnitByHeader}
	case says:
		people := ""
		if r.bodies.People.From == UnitByHeader {
			people = "; or the populations are not in " + unitName(r.bodies.People.Factor) + ", as their header has it: --population-unit 1"
		}
		r.Add(r.headerLine, header, "", fmt.Sprintf("a cost a head between %s%d and %s%d; as the header has it, the median is %s%s%s%s", sign, leastCostPerHead, sign, mostCostPerHead, sign, readable(u*middle), flags, people))
		return NumberUnit{u, UnitByHeader}
	}
	var all []string
	for _, u := range []float64{1, 1e3, 1e6} {
		if known && u*middle >= leastGuessedPerHead && u*middle < mostGuessedPerHead {
			return NumberUnit{u, UnitByMagnitude}
		}
		all = append(all, readable(u*middle))
	}
	r.Add(r.headerLine, header, "", fmt.Sprintf("a unit in the header, as in Cost (%sk); from the numbers it cannot be told: the median a head would be %s%s, %s in thousands or %s in millions%s", spaced(sign), spaced(sign), all[0], all[1], all[2], flags))
	return NumberUnit{1, UnitByDefault}
}

// checkOutliers reports bodies whose population or cost is in another unit than the others'.
func (r *reader) checkOutliers(perHead []float64) {
	for _, o := range slips.CostOutliers(perHead) {
		r.fault(o.Row, CostRole, fmt.Sprintf("a cost a head of the order of the others: it and their median differ by a factor of %s; mend the population or the cost, or, if both are right, say the unit with --cost-unit", readable(o.Times)))
	}
}

func numbersOf(digits []string) []float64 {
	all := make([]float64, len(digits))
	for i, d := range digits {
		all[i], _ = strconv.ParseFloat(d, 64) // figure has seen to it
	}
	return all
}

// readable is a number for people to read, of about three digits.
func readable(v float64) string {
	switch {
	case v < 0.01:
		return "less than 0.01"
	case v < 1000:
		return strings.TrimSuffix(strconv.FormatFloat(v, 'f', 2, 64), ".00")
	case v >= 1e9:
		return "more than 1,000,000,000"
	}
	digits := strconv.FormatFloat(v, 'f', 0, 64)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
