package table

import (
	"fmt"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"reconfig/model"
	"reconfig/model/spelling"
)

// What a column of text holds decides what its cells may be.
var (
	prose    = []string{"description", "citation", "url", "basis", "unit"}             // anything
	lists    = []string{"sources", "source", "settings"}                               // checked item by item
	codes    = []string{"code", "map", "sector", "region", "class", "structure", "id"} // which stand in lists and names elsewhere
	displays = []string{"name", "sector_name", "organisation"}                         // names as people write them
)

// spreadsheetErrors is what a spreadsheet saves where a formula failed.
var spreadsheetErrors = []string{"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}

const mendFormula = "write the result in place of the formula: in Excel, copy the cells, paste them as values, and save again"

// MisfitText says what a cell of text in a case should be, and how it is put right; empty if it is. Codes and names must
// be what they look like, since other rows refer to them, and must not be taken for formulas where results are opened
// in a spreadsheet. Prose may be anything.
func MisfitText(column, cell string) (expected, mend string) {
	switch {
	case slices.Contains(spreadsheetErrors, cell):
		return "text; a formula failed here", "put the formula right in the spreadsheet, and save again"
	case cell == "" || slices.Contains(prose, column) || slices.Contains(lists, column):
		return "", ""
	case IsFormula(cell):
		return "a name or code that a spreadsheet does not take for a formula", mendFormula + "; a name begins with a letter or a digit"
	case hasTextMark(cell):
		return "a name or code without an apostrophe before it", "write " + cell[1:]
	case slices.Contains(codes, column) && strings.ContainsAny(cell, `,;/\`):
		return "a code without commas, semicolons and slashes", "write it with dashes; commas and semicolons separate codes in lists"
	case strings.TrimFunc(cell, isBlank) != cell:
		return "a name or code without " + margin(cell) + " before or after", "write " + strings.TrimFunc(cell, isBlank)
	}
	for _, r := range cell {
		if fault := oddity(r, slices.Contains(displays, column)); fault != "" {
			return "a name or code of letters that can be seen; here is " + fault, "type the cell again"
		}
	}
	return "", ""
}

// margin names what blanks and invisible characters a text begins or ends with: the first that is no ordinary blank.
func margin(text string) string {
	for _, r := range strings.Replace(text, strings.TrimFunc(text, isBlank), "", 1) {
		if r != ' ' {
			return "a " + spelling.CharacterName(r)
		}
	}
	return "blanks"
}

// seen is a text without what cannot be seen in it: what it was most likely meant to be.
func seen(text string) string {
	visible := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, text)
	return strings.Join(strings.Fields(visible), " ")
}

// isBlank says whether a character is white, of no width, or invisible.
func isBlank(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }

// hasTextMark says whether an apostrophe makes text of a number or a formula, as spreadsheets do. Names of places may
// begin with one.
func hasTextMark(cell string) bool {
	text, ok := strings.CutPrefix(cell, "'")
	return ok && text != "" && (IsFormula(text) || text[0] >= '0' && text[0] <= '9')
}

// oddity says what is odd about a character in a code, or in a name that is for people to read; empty if nothing is.
func oddity(r rune, display bool) string {
	needed := display && (r == '\u200c' || r == '\u200d') // joiners, without which some scripts cannot be written
	switch {
	case r == '\n' || r == '\r' || r == '\t':
		return "a tab or the end of a line"
	case unicode.IsControl(r):
		return fmt.Sprintf("a control character (U+%04X)", r)
	case r == unicode.ReplacementChar:
		return "a �, which stands for a letter that was lost"
	case unicode.Is(unicode.Cf, r) && !needed:
		return "a " + spelling.CharacterName(r)
	case unicode.IsSpace(r) && r != ' ' && !display:
		return "a " + spelling.CharacterName(r)
	}
	return ""
}

// The ways to write a number that are not ours.
var (
	thousandsNumber = regexp.MustCompile(`^[+-]?\d{1,3}([,'’ \x{a0}\x{202f}\x{2009}]\d{3})+(\.\d+)?$`)
	continental     = regexp.MustCompile(`^[+-]?(\d{1,3}([. \x{a0}\x{202f}]\d{3})+|\d+),\d+$`)
	bracketed       = regexp.MustCompile(`^\((.*)\)$`)
	withUnit        = regexp.MustCompile(`^([+-]?[\d.,]*\d)\s*([^\d\s.,eE+-].*)$`)
	otherDigits     = regexp.MustCompile(`^[+-]?(0[xXbBoO][0-9a-fA-F_]+|\d[\d_]*(\.[\d_]*)?)$`)
)

// mendNumber says how a cell that is not a plain number is made one.
func mendNumber(kind reflect.Type, cell string) string {
	needed := kind != reflect.TypeFor[model.Optional]()
	const general = "; in Excel set the column's number format to General before saving"
	trimmed := strings.TrimFunc(strings.TrimPrefix(cell, "'"), isBlank)
	signed := strings.NewReplacer("−", "-", "–", "-").Replace(trimmed)
	switch plain := plainDigits(signed); {
	case slices.Contains([]string{"", "-", "–", "n/a", "na", "nan", "null", "none", "unknown", "tbc", ".", "..", "?"}, strings.ToLower(trimmed)):
		if needed {
			return "the model needs a number here; where none is known, give an estimate and say so in the row's basis"
		}
		return "leave the cell empty where the number is not known"
	case slices.Contains(spreadsheetErrors, trimmed):
		return "put the formula right in the spreadsheet, and save again"
	case strings.HasPrefix(trimmed, "=") || strings.HasPrefix(trimmed, "@"):
		return mendFormula
	case kind.Kind() == reflect.Int && IsNumber(signed):
		v, _ := strconv.ParseFloat(signed, 64)
		return "write " + FormatNumber(math.Round(v)) + ", if that is meant"
	case IsNumber(signed):
		return "write " + signed + ", without blanks, apostrophes or long dashes"
	case continental.MatchString(signed) && !thousandsNumber.MatchString(signed) && IsNumber(plain):
		return "write " + plain + ": decimals come after a point, and thousands are not separated"
	case IsNumber(plain):
		return "write " + plain + general
	case bracketed.MatchString(signed) && IsNumber(plainDigits(signed[1:len(signed)-1])):
		return "write -" + plainDigits(signed[1:len(signed)-1]) + general
	case strings.HasSuffix(signed, "%") && IsNumber(plainDigits(strings.TrimSpace(strings.TrimSuffix(signed, "%")))):
		plain = plainDigits(strings.TrimSpace(strings.TrimSuffix(signed, "%")))
		v, _ := strconv.ParseFloat(plain, 64)
		return "write " + strconv.FormatFloat(v/100, 'g', 12, 64) + " for a share, or " + plain + " where the unit is per cent" + general
	case plainNumber.MatchString(signed):
		return "write a smaller number: it is beyond any that can be computed with"
	case otherDigits.MatchString(signed):
		return "write it in decimal digits, as in 1234.5, without letters or underscores"
	}
	if plain := plainDigits(strings.TrimLeftFunc(signed, isCurrency)); IsNumber(plain) {
		return "write " + plain + ", without a currency sign" + general
	}
	if m := withUnit.FindStringSubmatch(signed); m != nil && IsNumber(plainDigits(m[1])) {
		return "write " + plainDigits(m[1]) + ", if that is meant: the unit is that of the column"
	}
	return "write digits, with a point before decimals, as in 1234.5"
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

// tooLong says whether a cell holds more than a spreadsheet could.
func tooLong(cell string) bool {
	return len(cell) > mostLetters && utf8.RuneCountInString(cell) > mostLetters
}

// Shortened is the start of a long text.
func Shortened(text string) string {
	const most = 120
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return string([]rune(text)[:most]) + "…"
}
