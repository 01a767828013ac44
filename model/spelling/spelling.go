// Package spelling compares names with what people write for them, and writes numbers as people do. It knows nothing of
// what the names stand for.
package spelling

import (
	"fmt"
	"strings"
	"unicode"
)

// lookAlikes are letters of other alphabets that most typefaces draw like a Latin one.
//
// Source: Unicode Technical Standard 39, confusables.txt, of which these are the Cyrillic and Greek letters.
var lookAlikes = map[rune]rune{
	'А': 'A', 'В': 'B', 'Е': 'E', 'Ѕ': 'S', 'І': 'I', 'Ј': 'J', 'К': 'K', 'М': 'M', 'Н': 'H', 'О': 'O', 'Р': 'P', 'С': 'C', 'Т': 'T', 'Х': 'X', 'У': 'Y',
	'а': 'a', 'с': 'c', 'е': 'e', 'о': 'o', 'р': 'p', 'ѕ': 's', 'х': 'x', 'у': 'y', 'і': 'i', 'ј': 'j',
	'Α': 'A', 'Β': 'B', 'Ε': 'E', 'Ζ': 'Z', 'Η': 'H', 'Ι': 'I', 'Κ': 'K', 'Μ': 'M', 'Ν': 'N', 'Ο': 'O', 'Ρ': 'P', 'Τ': 'T', 'Υ': 'Y', 'Χ': 'X',
	'ο': 'o', 'ν': 'v',
}

// latin is the Latin letter that a letter of another alphabet, or of full width, looks like; false if it is none.
func latin(r rune) (rune, bool) {
	const fullWidth = 'Ａ' - 'A'
	if r >= '！' && r <= '～' {
		return r - fullWidth, true
	}
	l, ok := lookAlikes[r]
	return l, ok
}

// LooksLike says whether two names differ in no more than what the eye takes for the same: small and capital letters,
// blanks, dashes and underscores, invisible characters, and letters of another alphabet.
func LooksLike(a, b string) bool {
	plain := Plain(a)
	return plain != "" && plain == Plain(b)
}

// Plain is what two names that the eye takes for the same have in common; see LooksLike.
func Plain(name string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Pd, r) || r == '_' {
			return -1
		}
		if l, ok := latin(r); ok {
			return l
		}
		return r
	}, name))
}

// Difference says in what a name differs from the known one that it looks like.
func Difference(written, known string) string {
	for _, r := range written {
		if fault := strangeCharacter(r); fault != "" && !strings.ContainsRune(known, r) {
			return "it holds " + fault
		}
	}
	for _, r := range known {
		if fault := strangeCharacter(r); fault != "" && !strings.ContainsRune(written, r) {
			return "that one holds " + fault + ", and is perhaps what is wrong"
		}
	}
	switch {
	case strings.EqualFold(written, known):
		return "small and capital letters count"
	case strings.TrimSpace(written) != written:
		return "there are blanks before or after it"
	}
	return "blanks, dashes and underscores count"
}

// strangeCharacter says what a character is that does not look like what it is; empty if it does.
func strangeCharacter(r rune) string {
	if l, ok := latin(r); ok {
		return fmt.Sprintf("a %c (U+%04X) that is not the ordinary %c", r, r, l)
	}
	switch {
	case unicode.Is(unicode.Cf, r):
		return "a " + CharacterName(r)
	case unicode.IsSpace(r) && r != ' ':
		return "a " + CharacterName(r)
	}
	return ""
}

// characterNames are what the characters are called that cannot be seen and that most often get into tables.
//
// Source: The Unicode Standard, UnicodeData.txt, in small letters.
var characterNames = map[rune]string{
	'\t': "tab", '\n': "line feed", '\r': "carriage return", '\u00a0': "no-break space", '\u00ad': "soft hyphen", '\u2009': "thin space",
	'\u200b': "zero width space", '\u200c': "zero width non-joiner", '\u200d': "zero width joiner", '\u200e': "left-to-right mark",
	'\u200f': "right-to-left mark", '\u202a': "left-to-right embedding", '\u202b': "right-to-left embedding",
	'\u202c': "pop directional formatting", '\u202d': "left-to-right override", '\u202e': "right-to-left override",
	'\u202f': "narrow no-break space", '\u2060': "word joiner", '\ufeff': "zero width no-break space",
}

// CharacterName names a character that cannot be seen, with its number: no-break space (U+00A0).
func CharacterName(r rune) string {
	name := characterNames[r]
	switch {
	case name != "":
	case unicode.IsSpace(r):
		name = "blank that is not the ordinary one"
	default:
		name = "character that cannot be seen"
	}
	return fmt.Sprintf("%s (U+%04X)", name, r)
}
