package dialect

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Encoding is how a text file writes letters as bytes.
type Encoding int

// The encodings that are read.
const (
	UTF8 Encoding = iota
	UTF16LE
	UTF16BE
	Windows1252
)

func (e Encoding) String() string { return [...]string{"UTF-8", "UTF-16", "UTF-16", "Windows-1252"}[e] }

const utf8Mark = "\xef\xbb\xbf"

// marks are the byte order marks of UTF-16.
var marks = map[Encoding]string{UTF16LE: "\xff\xfe", UTF16BE: "\xfe\xff"}

// codec reads and writes an encoding other than UTF-8, without a byte order mark.
func (e Encoding) codec() encoding.Encoding {
	switch e {
	case UTF16LE:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case UTF16BE:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return charmap.Windows1252
}

const mendEncoding = "open the file in Excel and save it as CSV UTF-8 (comma delimited); in a text editor, save with encoding UTF-8"

// ReadText tells the encoding of a text, and gives it in UTF-8 without a byte order mark. What is in none of the encodings
// is given as it is: what is wrong with its letters is told by whoever reads them.
func ReadText(content []byte) (text []byte, d Dialect, doubt *Doubt) {
	if rest, marked := bytes.CutPrefix(content, []byte(utf8Mark)); marked {
		return rest, d, nil
	}
	for _, e := range []Encoding{UTF16LE, UTF16BE} {
		if rest, marked := bytes.CutPrefix(content, []byte(marks[e])); marked {
			d.Encoding = e
			text, doubt = fromUTF16(rest, e)
			return text, d, doubt
		}
	}
	if e, is := unmarkedUTF16(content); is {
		d.Encoding = e
		text, doubt = fromUTF16(content, e)
		return text, d, doubt
	}
	if utf8.Valid(content) || hasControls(content) || holdsUTF8(content) {
		return content, d, nil
	}
	return fromWindows1252(content)
}

// fromUTF16 decodes UTF-16, and doubts it where half a letter is left.
func fromUTF16(content []byte, e Encoding) ([]byte, *Doubt) {
	text, err := e.codec().NewDecoder().Bytes(content)
	back, err2 := e.codec().NewEncoder().Bytes(text)
	if err != nil || err2 != nil || !bytes.Equal(back, content) {
		return nil, &Doubt{OfEncoding: true, Line: 1, Expected: "text in UTF-16 that is whole; here are halves of letters, or bytes are missing", Mend: mendEncoding}
	}
	return text, nil
}

// unmarkedUTF16 says whether a text without a mark is UTF-16. Of other text, no byte is 0. Of UTF-16 with letters, digits and
// ends of lines as tables have them, many are, and all of them on one side.
func unmarkedUTF16(content []byte) (e Encoding, is bool) {
	if len(content)%2 != 0 || len(content) == 0 {
		return UTF8, false
	}
	var zeros [2]int
	for i, b := range content {
		if b == 0 {
			zeros[i%2]++
		}
	}
	switch {
	case zeros[0] == 0 && 4*zeros[1] >= len(content): // of every two letters, one
		return UTF16LE, true
	case zeros[1] == 0 && 4*zeros[0] >= len(content):
		return UTF16BE, true
	}
	return UTF8, false
}

// holdsUTF8 says whether a letter of a text is one of UTF-8 with several bytes: then the text is in UTF-8, and damaged.
func holdsUTF8(content []byte) bool {
	for len(content) > 0 {
		r, size := utf8.DecodeRune(content)
		if size > 1 && r != utf8.RuneError {
			return true
		}
		content = content[size:]
	}
	return false
}

// hasControls says whether a file has bytes that no text has.
func hasControls(content []byte) bool {
	return bytes.ContainsFunc(content, func(r rune) bool { return r < ' ' && r != '\t' && r != '\n' && r != '\r' })
}

// Encode writes a text in an encoding, without a byte order mark.
func (e Encoding) Encode(text []byte) ([]byte, error) {
	if e == UTF8 {
		return text, nil
	}
	content, err := e.codec().NewEncoder().Bytes(text)
	if err != nil {
		return nil, fmt.Errorf("%s does not have every letter: %w", e, err)
	}
	return content, nil
}

// isMarked says whether a file begins with the byte order mark of the encoding.
func (e Encoding) isMarked(content []byte) bool {
	return marks[e] != "" && bytes.HasPrefix(content, []byte(marks[e]))
}
