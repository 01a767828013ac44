// Package reading says what texts of tables mean that people keep or publish: words of headers, currencies, units, years, marks of
// notes, and cells with numbers. It knows nothing of where they stand.
package reading

import (
	"slices"
	"strings"
	"unicode"
)

// asideWords say something of a number that is not what it counts.
var asideWords = []string{
	"total", "net", "gross", "annual", "mid", "est", "estimate", "estimated", "proposed", "of", "in", "the", "for", "at", "and", "number", "a", "pa",
	"year", "per", "annum", "price", "real", "s",
}

// LowerWords are the words of a header in small letters.
func LowerWords(header string) []string { return Lower(Words(header)) }

// Words splits a text into words; signs of currencies and % are words, and so are a currency and a unit without a blank
// between them, as in NOKm.
func Words(text string) (all []string) {
	var word strings.Builder
	end := func() {
		all = append(all, apart(word.String())...)
		word.Reset()
	}
	for _, c := range text {
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c):
			word.WriteRune(c)
		case c == '$' && currencyWords[strings.ToLower(word.String())+"$"] != "": // A$, US$
			all = append(all, word.String()+"$")
			word.Reset()
		case c == '%' || unicode.Is(unicode.Sc, c):
			end()
			all = append(all, string(c))
		default:
			end()
		}
	}
	end()
	for i, w := range all[:max(0, len(all)-1)] {
		if _, isUnit := unitWords[strings.ToLower(all[i+1])]; isUnit && signsByUnits[w] != "" {
			all[i] = signsByUnits[w]
		}
	}
	return all
}

// apart splits a currency and a unit.
func apart(word string) []string {
	if word == "" {
		return nil
	}
	for i := range word {
		before, after := word[:i], word[i:]
		_, isUnitBehind := unitWords[strings.ToLower(after)]
		_, isUnitBefore := unitWords[strings.ToLower(before)]
		if isUnitBehind && Currency(before) != "" || isUnitBefore && Currency(after) != "" {
			return []string{before, after}
		}
		if isUnitBehind && signsByUnits[before] != "" && after == strings.ToLower(after) { // Rm, R000
			return []string{before, after}
		}
		if strings.EqualFold(before, "t") && Currency(after) != "" { // thousands of euros, in German
			return []string{"k", after}
		}
	}
	return []string{word}
}

// PlainWords are the words of a header that say what the column holds: without years, units and the like.
func PlainWords(header string) []string {
	plain := slices.DeleteFunc(Words(header), func(w string) bool {
		_, isUnit := unitWords[strings.ToLower(w)]
		return isUnit || strings.Trim(w, "0123456789") == "" || Currency(w) != "" || HasWord(asideWords, strings.ToLower(w))
	})
	return Lower(plain)
}

// SameWord says whether a word of a header is the other word, or its plural.
func SameWord(w, other string) bool { return w == other || w == other+"s" }

// HasWord says whether a word, or its singular, is in a list.
func HasWord(list []string, w string) bool {
	return slices.ContainsFunc(list, func(other string) bool { return SameWord(w, other) })
}

// LastIndex is the index of the word at which a phrase last begins; -1 if it does not.
func LastIndex(words []string, phrase string) int {
	parts := strings.Fields(phrase)
	for i := len(words) - len(parts); i >= 0; i-- {
		if slices.EqualFunc(words[i:i+len(parts)], parts, SameWord) {
			return i
		}
	}
	return -1
}

// Lower makes words of small letters.
func Lower(words []string) []string {
	var all []string
	for _, w := range words {
		all = append(all, strings.ToLower(w))
	}
	return all
}

// Tidy makes one blank of each run of white space, none at the ends, and takes out what cannot be seen, but for what
// joins letters in some scripts.
func Tidy(cell string) string {
	seen := strings.Map(func(c rune) rune {
		if c != '\u200c' && c != '\u200d' && (unicode.Is(unicode.Cf, c) || unicode.IsControl(c) && !unicode.IsSpace(c)) {
			return -1
		}
		return c
	}, cell)
	return strings.Join(strings.Fields(seen), " ")
}
