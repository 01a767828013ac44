package table

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"

	"reconfig/model"
)

// ByteOrderMark is what some programs put before text in UTF-8.
const ByteOrderMark = "\xef\xbb\xbf"

const mendEncoding = "open the file in Excel and save it as CSV UTF-8 (comma delimited); in a text editor, save with encoding UTF-8"

// CheckText finds the first thing that keeps a file from being text in UTF-8; nil if there is none. The problem comes
// without the file's name.
func CheckText(content []byte) *Problem {
	if p := checkKind(content); p != nil {
		return p
	}
	return CheckLetters(content)
}

// CheckLetters finds the first letter that does not belong into a text; nil if there is none. The problem comes with the
// line in the text, and without the file's name.
func CheckLetters[Text string | []byte](text Text) *Problem {
	content := []byte(text)
	line := 1
	for len(content) > 0 {
		r, size := utf8.DecodeRune(content)
		switch {
		case r == '\n':
			line++
		case r == utf8.RuneError && size == 1:
			return &Problem{Code: model.NotUTF8, Line: line, Expected: "text in UTF-8", Mend: mendEncoding + inWindows1252(content[0])}
		case r == utf8.RuneError:
			return &Problem{Code: model.NotText, Line: line, Expected: "text; here is a �, which stands for a letter that was lost", Mend: "write the letter again that the � stands for, or convert the file anew"}
		case r == '\ufeff':
			return &Problem{Code: model.NotText, Line: line, Expected: "text; here is an invisible byte order mark (U+FEFF), which belongs at the start of a file", Mend: "type the beginning of the cell or line again, as where two files were put together"}
		case unicode.IsControl(r) && r != '\t' && r != '\r':
			return &Problem{Code: model.NotText, Line: line, Expected: fmt.Sprintf("text; here is a control character (U+%04X)", r), Mend: "type the cell again; if the file is full of them, it is not a table: save it as CSV UTF-8"}
		}
		content = content[size:]
	}
	return nil
}

// checkKind finds files of other kinds by how they begin.
func checkKind(content []byte) *Problem {
	start := content[:min(len(content), 1024)]
	zeros := bytes.Count(start, []byte{0})
	switch {
	case bytes.HasPrefix(content, []byte("\xff\xfe")), bytes.HasPrefix(content, []byte("\xfe\xff")), zeros > 0 && 5*zeros >= 2*len(start):
		return &Problem{Code: model.NotText, Line: 1, Expected: "text in UTF-8; this is UTF-16", Mend: mendEncoding}
	case bytes.HasPrefix(content, []byte("PK\x03\x04")), bytes.HasPrefix(content, []byte("\xd0\xcf\x11\xe0")):
		return &Problem{Code: model.NotText, Line: 1, Expected: "text in UTF-8; this is an Excel workbook (or another zip file) under another name", Mend: "open it in Excel and save the sheet as CSV UTF-8 (comma delimited); another ending alone does not convert it"}
	case bytes.ContainsRune(content, '\r') && !bytes.ContainsRune(content, '\n'):
		return &Problem{Code: model.NotText, Line: 1, Expected: "lines that end in a line feed; here they end in carriage returns, as on an old Macintosh", Mend: "save it as CSV UTF-8 (comma delimited), not as CSV (Macintosh)"}
	}
	return nil
}

// inWindows1252 says which letter a byte is in the encoding that is the likeliest where text is not in UTF-8.
func inWindows1252(b byte) string {
	letter := rune(b)
	if b < 0xa0 {
		letter = windows1252[b-0x80]
	}
	if letter == 0 {
		return ""
	}
	return fmt.Sprintf(" (it looks like Windows-1252, where the byte is %c)", letter)
}

// windows1252 is what the bytes from 0x80 are; beyond 0x9f they are as in Unicode.
var windows1252 = [32]rune{
	'€', 0, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0, 'Ž', 0,
	0, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0, 'ž', 'Ÿ',
}
