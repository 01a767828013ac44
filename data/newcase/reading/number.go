package reading

import (
	"strconv"
	"strings"

	"reconfig/data/pattern"
)

// The ways to write a number. A comma is never a decimal point; thousands are taken for such only in whole groups of
// three.
var (
	plainFigure   = pattern.New(`^(\d+(\.\d+)?|\.\d+)$`)
	groupedFigure = pattern.New(`^[1-9]\d{0,2}([,’'][0-9]{3})+(\.\d+)?$|^[1-9]\d{0,2}( [0-9]{3})+(\.\d+)?$`)
	oneGroup      = pattern.New(`^[1-9]\d{0,2}[.,]\d{3}$`)
	ungrouped     = pattern.New(`^\d{4,}$`)
	fraction      = pattern.New(`^(\d{4,}\.\d+|\d*\.(\d{1,2}|\d{4,}))$`)
	commaDecimal  = pattern.New(`^\d*,\d+$|^\d{1,3}(\.\d{3})+(,\d+)?$`)
	scientific    = pattern.New(`^\d+(\.\d+)?[eE][+-]?\d+$`)
	writtenByR    = pattern.New(`^([1-9])(?:\.(\d*[1-9]))?e\+(\d\d)$`)
	unitBehind    = pattern.New(`^[\d.,]+ ?[a-zA-Z]+$`)
)

// figure reads a number as people write it: with separators of thousands. It returns the digits, or what is expected
// instead: of what kind, and in detail.
func figure(text string) (digits, kind, detail string) {
	const aboveZero = "a number above 0"
	switch {
	case strings.Trim(text, "0.") == "":
		return "", aboveZero, ""
	case plainFigure().MatchString(text):
		return text, "", ""
	case groupedFigure().MatchString(text):
		return strings.NewReplacer(",", "", "’", "", "'", "", " ", "").Replace(text), "", ""
	case strings.HasSuffix(text, "%"):
		return "", "a number, not a percentage", ""
	case strings.HasPrefix(text, "("):
		return "", aboveZero + ": brackets mean a negative amount in accounts, and an uncertain number in some statistics; if it is a cost all the same, take the brackets off, in a spreadsheet with Find and Replace", ""
	case strings.HasPrefix(text, "-") || strings.HasPrefix(text, "−"):
		return "", aboveZero + "; if the table writes amounts as negative, take the minus off, in a spreadsheet with Find and Replace", ""
	case scientific().MatchString(text):
		return "", "a number in full: this one may have lost digits; in the spreadsheet, format the column as a number without decimals", ""
	case commaDecimal().MatchString(text):
		return "", "a point before decimals and no points between thousands", ": " + continentalMend(text)
	case unitBehind().MatchString(text):
		return "", "a plain number, as in 1234.5; put the unit into the header, as in Cost (£k)", ""
	}
	return "", "a plain number, as in 1234.5", ""
}

// inFull writes a number in full that R has shortened, as 100000 for 1e+05. R does so to numbers that are longer in full, and
// keeps all digits. Other texts stay: what a spreadsheet shows as 1.2E+05 has lost some.
func inFull(text string) string {
	m := writtenByR().FindStringSubmatch(text)
	if m == nil {
		return text
	}
	decimals := m[2]
	exponent, err := strconv.Atoi(m[3])
	if err != nil || exponent < len(decimals) || exponent+1 <= len(text) {
		return text
	}
	return m[1] + decimals + strings.Repeat("0", exponent-len(decimals))
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

// HasOneGroup says whether a number has one comma or point with three digits behind it, which may be thousands or decimals.
func HasOneGroup(bare string) bool { return oneGroup().MatchString(bare) }

// HasNoGroups says whether a number of more than three digits has nothing between them.
func HasNoGroups(bare string) bool { return ungrouped().MatchString(bare) }

// HasFraction says whether a number has a point that can only be before decimals.
func HasFraction(bare string) bool { return fraction().MatchString(bare) }
