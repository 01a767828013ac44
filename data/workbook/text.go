package workbook

import (
	"fmt"
	"strings"
	"unicode"

	"reconfig/data/pattern"

	"github.com/xuri/excelize/v2"
)

// What Excel holds at most.
const (
	mostExcelRows = excelize.TotalRows
	mostExcelText = excelize.TotalCellChars // of one cell, in UTF-16
)

// setText writes text, which Excel must not take for anything else, and must not cut off.
func (w *writer) setText(sheet, cell, text string) error {
	if len(text) > mostExcelText && utf16Length(text) > mostExcelText {
		return fmt.Errorf("the text of cell %s has more than the %d letters that Excel holds", cell, mostExcelText)
	}
	if i := strings.IndexFunc(text, isUnwritable); i >= 0 {
		return fmt.Errorf("the text of cell %s has a control character, %q, which Excel does not hold", cell, text[i])
	}
	if strings.Contains(text, escapedUnderscore) {
		return fmt.Errorf("the text of cell %s has %s, which Excel takes for something else", cell, escapedUnderscore)
	}
	return w.SetCellStr(sheet, cell, escapeUnderscores(text))
}

// isUnwritable says whether a character cannot stand in XML.
func isUnwritable(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff
}

// writable is a character, or what stands for one that cannot stand in XML.
func writable(r rune) rune {
	if isUnwritable(r) {
		return unicode.ReplacementChar
	}
	return r
}

// escapedUnderscore is how Excel writes an underscore before what it would take for a character by its number, as the
// carriage return in _x000D_ (ECMA-376, part 1, 22.9.2.19).
const escapedUnderscore = "_x005F_"

var numberedCharacter = pattern.New(`^_x[0-9A-Fa-f]{4}_`)

// escapeUnderscores keeps text from being taken for characters by their numbers.
func escapeUnderscores(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var b strings.Builder
	for i := range len(text) {
		if text[i] == '_' && numberedCharacter().MatchString(text[i:]) {
			b.WriteString(escapedUnderscore)
		} else {
			b.WriteByte(text[i])
		}
	}
	return b.String()
}

func utf16Length(text string) int {
	n := 0
	for _, r := range text {
		n++
		if r > 0xffff {
			n++
		}
	}
	return n
}
