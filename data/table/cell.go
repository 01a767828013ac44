package table

import (
	"fmt"
	"slices"
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

// Fault is why a cell is not what it should be.
type Fault struct {
	Code     model.Code
	Expected string
	Write    string // what to write instead; empty where that is not known
	Mend     string // how to put it right, behind what is to be written if that is known
}

// Instruction says how the cell is put right.
func (f *Fault) Instruction() string { return model.Instruction(f.Write, f.Mend) }

// TextFault says why a cell of text in a case is not what it should be; nil if it is. Codes and names must be what they
// look like, since other rows refer to them, and must not be taken for formulas where results are opened in a spreadsheet.
// Prose may be anything.
func TextFault(column, cell string) *Fault {
	switch {
	case slices.Contains(spreadsheetErrors, cell):
		return &Fault{Code: model.FormulaText, Expected: "text; a formula failed here", Mend: "put the formula right in the spreadsheet, and save again"}
	case cell == "" || slices.Contains(prose, column) || slices.Contains(lists, column):
		return nil
	case IsFormula(cell):
		return &Fault{Code: model.FormulaText, Expected: "a name or code that a spreadsheet does not take for a formula", Mend: mendFormula + "; a name begins with a letter or a digit"}
	case hasTextMark(cell):
		return &Fault{Code: model.FormulaText, Expected: "a name or code without an apostrophe before it", Write: cell[1:]}
	case slices.Contains(codes, column) && strings.ContainsAny(cell, `,;/\`):
		return &Fault{Expected: "a code without commas, semicolons and slashes", Mend: "write it with dashes; commas and semicolons separate codes in lists"}
	case strings.TrimFunc(cell, isBlank) != cell:
		return &Fault{Expected: "a name or code without " + margin(cell) + " before or after", Write: strings.TrimFunc(cell, isBlank)}
	}
	for _, r := range cell {
		if odd := oddity(r, slices.Contains(displays, column)); odd != "" {
			return &Fault{Code: model.NotText, Expected: "a name or code of letters that can be seen; here is " + odd, Mend: "type the cell again"}
		}
	}
	return nil
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
