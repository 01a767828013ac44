package dialect

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/encoding/charmap"
)

// fromWindows1252 decodes a text that is not UTF-8 where every letter is one that Windows-1252 would have there. No byte
// says which of the encodings with one byte a letter it is; letters that are out of place do. What it cannot be is given as
// it is.
func fromWindows1252(content []byte) ([]byte, Dialect, *Doubt) {
	d := Dialect{Encoding: Windows1252}
	text, err := charmap.Windows1252.NewDecoder().Bytes(content)
	if err != nil {
		return content, Dialect{}, nil
	}
	letters := []rune(string(text))
	for i, r := range letters {
		if r < 0x80 || !outOfPlace(letters, i) {
			continue
		}
		line := 1 + strings.Count(string(letters[:i]), "\n")
		word := wordAt(letters, i)
		if r == unicode.ReplacementChar { // a byte that the encoding does not have
			return content, Dialect{}, nil
		}
		return nil, d, &Doubt{OfEncoding: true, Line: line, Value: word, Mend: mendEncoding, Expected: "text in UTF-8, or surely in Windows-1252; " + readings(content, letters, i, word)}
	}
	d.Example = firstExample(letters)
	return text, d, nil
}

// readings says what a word would be in encodings that could have been meant.
func readings(content []byte, letters []rune, i int, word string) string {
	raw, err := charmap.Windows1252.NewEncoder().Bytes([]byte(word))
	if err != nil {
		raw = content[i : i+1] // a letter of Windows-1252 is a byte
	}
	var all []string
	for _, other := range []struct {
		name string
		*charmap.Charmap
	}{{"Macintosh", charmap.Macintosh}, {"code page 850", charmap.CodePage850}, {"Windows-1250", charmap.Windows1250}, {"ISO-8859-15", charmap.ISO8859_15}} {
		text, err := other.NewDecoder().Bytes(raw)
		if err == nil && !strings.ContainsFunc(string(text), isUnseen) && string(text) != word {
			all = append(all, fmt.Sprintf("“%s” in %s", text, other.name))
		}
	}
	return fmt.Sprintf("in Windows-1252 this is “%s”, which is hardly meant; it could be %s", word, strings.Join(all, ", "))
}

func isUnseen(r rune) bool { return unicode.IsControl(r) || unicode.IsSpace(r) }

// Letters of Windows-1252 that another encoding has for a more common one: Œ for å and š for ö of the Macintosh, ¤ for € of
// ISO-8859-15. With Â, Ã and â, letters of UTF-8 begin that are not whole. Alone there are only the letters that are words; others are dashes and quotes of the Macintosh.
const (
	doubtful = "ŒœŠšŽžŸƒˆ¤"
	begun    = "ÂÃâ"
	words    = "àÀèÈéÉòóìíùúåÅæÆøØöÖªº"
)

// outOfPlace says whether a letter does not belong where it stands.
func outOfPlace(letters []rune, i int) bool {
	r, before, after := letters[i], at(letters, i-1), at(letters, i+1)
	switch {
	case unicode.IsControl(r) || r == unicode.ReplacementChar || strings.ContainsRune(doubtful, r):
		return true
	case strings.ContainsRune(begun, r) && after >= 0x80 && !unicode.IsLetter(after) || strings.ContainsRune("‚„", r) && unicode.IsLetter(before):
		return true
	case !unicode.IsLetter(r):
		return unicode.IsLetter(before) && unicode.IsLetter(after) && !strings.ContainsRune("‘’–—·\u00a0\u00ad™®", r)
	case !unicode.IsLetter(before) && !unicode.IsLetter(after):
		return !strings.ContainsRune(words, r)
	case unicode.IsUpper(r) && unicode.IsLower(before) || unicode.IsLower(r) && unicode.IsUpper(after) && !unicode.IsUpper(before):
		return true
	case unicode.IsDigit(before) || unicode.IsDigit(after):
		return true
	}
	// three such letters in a row are of another alphabet
	return before >= 0x80 && at(letters, i-2) >= 0x80 && unicode.IsLetter(before) && unicode.IsLetter(at(letters, i-2))
}

// at is a letter; a blank where there is none.
func at(letters []rune, i int) rune {
	if i < 0 || i >= len(letters) {
		return ' '
	}
	return letters[i]
}

// wordAt is the word that a letter belongs to, or what stands around it.
func wordAt(letters []rune, i int) string {
	const most = 20
	isEnd := func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`,;"`, r) }
	first, last := i, i
	for first > 0 && i-first < most && !isEnd(letters[first-1]) {
		first--
	}
	for last < len(letters)-1 && last-i < most && !isEnd(letters[last+1]) {
		last++
	}
	return string(letters[first : last+1])
}

// firstExample is the first word with a letter that is not ASCII, or the first such sign.
func firstExample(letters []rune) string {
	sign := ""
	for i, r := range letters {
		switch {
		case r < 0x80 || unicode.IsSpace(r):
		case unicode.IsLetter(r):
			return wordAt(letters, i)
		case sign == "":
			sign = wordAt(letters, i)
		}
	}
	return sign
}
