package table

import (
	"math"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"reconfig/model"
)

// The ways to write a number that are not ours.
var (
	thousandsNumber = regexp.MustCompile(`^[+-]?\d{1,3}([,'’ \x{a0}\x{202f}\x{2009}]\d{3})+(\.\d+)?$`)
	continental     = regexp.MustCompile(`^[+-]?(\d{1,3}([. \x{a0}\x{202f}]\d{3})+|\d+),\d+$`)
	bracketed       = regexp.MustCompile(`^\((.*)\)$`)
	withUnit        = regexp.MustCompile(`^([+-]?[\d.,]*\d)\s*([^\d\s.,eE+-].*)$`)
	otherDigits     = regexp.MustCompile(`^[+-]?(0[xXbBoO][0-9a-fA-F_]+|\d[\d_]*(\.[\d_]*)?)$`)
)

// writtenNumber is a cell that is not a plain number of its kind.
type writtenNumber struct {
	kind    reflect.Type
	trimmed string // without an apostrophe before it and blanks around it
	signed  string // with a plain minus
	plain   string // without separators of thousands, with a decimal point
}

// remedy is what to write in place of a cell, if that is known, and what else there is to say.
type remedy struct{ write, mend string }

const general = "; in Excel set the column's number format to General before saving"

// numberRemedies are tried in their order; each may know what to do, or not.
var numberRemedies = []func(writtenNumber) (remedy, bool){
	notKnown, ofFormula, toInteger, ofMargins, ofContinental, ofThousands, ofBrackets, ofPercentage, ofTooLarge, ofOtherDigits, ofCurrency, ofUnit,
}

// mendNumber says how a cell that is not a plain number is made one.
func mendNumber(kind reflect.Type, cell string) remedy {
	trimmed := strings.TrimFunc(strings.TrimPrefix(cell, "'"), isBlank)
	signed := strings.NewReplacer("−", "-", "–", "-").Replace(trimmed)
	n := writtenNumber{kind, trimmed, signed, plainDigits(signed)}
	for _, try := range numberRemedies {
		if r, knows := try(n); knows {
			return r
		}
	}
	return remedy{mend: "write digits, with a point before decimals, as in 1234.5"}
}

// unknownNumbers are what people write where they know no number, in small letters.
var unknownNumbers = []string{"", "-", "–", "n/a", "na", "nan", "null", "none", "unknown", "tbc", ".", "..", "?"}

func notKnown(n writtenNumber) (remedy, bool) {
	if !slices.Contains(unknownNumbers, strings.ToLower(n.trimmed)) {
		return remedy{}, false
	}
	if n.kind == reflect.TypeFor[model.Optional]() {
		return remedy{mend: "leave the cell empty where the number is not known"}, true
	}
	return remedy{mend: "the model needs a number here; where none is known, give an estimate and say so in the row's basis"}, true
}

func ofFormula(n writtenNumber) (remedy, bool) {
	if slices.Contains(spreadsheetErrors, n.trimmed) {
		return remedy{mend: "put the formula right in the spreadsheet, and save again"}, true
	}
	return remedy{mend: mendFormula}, strings.HasPrefix(n.trimmed, "=") || strings.HasPrefix(n.trimmed, "@")
}

func toInteger(n writtenNumber) (remedy, bool) {
	if n.kind.Kind() != reflect.Int || !IsNumber(n.signed) {
		return remedy{}, false
	}
	v, _ := strconv.ParseFloat(n.signed, 64)
	return remedy{FormatNumber(math.Round(v)), ", if that is meant"}, true
}

func ofMargins(n writtenNumber) (remedy, bool) {
	return remedy{n.signed, ", without blanks, apostrophes or long dashes"}, IsNumber(n.signed)
}

func ofContinental(n writtenNumber) (remedy, bool) {
	return remedy{n.plain, ": decimals come after a point, and thousands are not separated"},
		continental.MatchString(n.signed) && !thousandsNumber.MatchString(n.signed) && IsNumber(n.plain)
}

func ofThousands(n writtenNumber) (remedy, bool) { return remedy{n.plain, general}, IsNumber(n.plain) }

func ofBrackets(n writtenNumber) (remedy, bool) {
	inner := bracketed.FindStringSubmatch(n.signed)
	if inner == nil {
		return remedy{}, false
	}
	plain := plainDigits(inner[1])
	return remedy{"-" + plain, general}, IsNumber(plain)
}

func ofPercentage(n writtenNumber) (remedy, bool) {
	text, isPercentage := strings.CutSuffix(n.signed, "%")
	plain := plainDigits(strings.TrimSpace(text))
	if !isPercentage || !IsNumber(plain) {
		return remedy{}, false
	}
	v, _ := strconv.ParseFloat(plain, 64)
	return remedy{strconv.FormatFloat(v/100, 'g', 12, 64), " for a share, or " + plain + " where the unit is per cent" + general}, true
}

func ofTooLarge(n writtenNumber) (remedy, bool) {
	return remedy{mend: "write a smaller number: it is beyond any that can be computed with"}, plainNumber.MatchString(n.signed)
}

// plainNumber is a number written plainly, however great it is.
var plainNumber = regexp.MustCompile(`^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$`)

func ofOtherDigits(n writtenNumber) (remedy, bool) {
	return remedy{mend: "write it in decimal digits, as in 1234.5, without letters or underscores"}, otherDigits.MatchString(n.signed)
}

func ofCurrency(n writtenNumber) (remedy, bool) {
	plain := plainDigits(strings.TrimLeftFunc(n.signed, isCurrency))
	return remedy{plain, ", without a currency sign" + general}, IsNumber(plain)
}

func ofUnit(n writtenNumber) (remedy, bool) {
	m := withUnit.FindStringSubmatch(n.signed)
	if m == nil || !IsNumber(plainDigits(m[1])) {
		return remedy{}, false
	}
	return remedy{plainDigits(m[1]), ", if that is meant: the unit is that of the column"}, true
}

// plainDigits writes a number with separators of thousands, or with a decimal comma, as we do; other text stays.
func plainDigits(text string) string {
	drop := func(separators string) string {
		return strings.Map(func(r rune) rune {
			if strings.ContainsRune(separators, r) {
				return -1
			}
			return r
		}, text)
	}
	switch {
	case thousandsNumber.MatchString(text):
		return drop(",'’ \u00a0\u202f\u2009")
	case continental.MatchString(text):
		return strings.Replace(drop(". \u00a0\u202f"), ",", ".", 1)
	}
	return text
}

func isCurrency(r rune) bool { return unicode.Is(unicode.Sc, r) || r == ' ' }
