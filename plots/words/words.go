// Package words writes numbers and lists as the sentences of figures do: counts, shares, percentages, what is joined by
// commas. It knows nothing of tables and structures.
package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentence begins with a capital.
func Sentence(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

// Lowered begins with a small letter, to go on in a sentence.
func Lowered(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToLower(r)) + s[size:]
}

// Joined puts commas between what is not empty.
func Joined(texts ...string) string {
	var kept []string
	for _, part := range texts {
		if strings.TrimSpace(part) != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, ", ")
}

// Guided is what is measured, and how to read it where that is not plain: two sentences without a full stop at the end.
func Guided(measure, guide string) string {
	if guide == "" {
		return measure
	}
	return measure + ". " + guide
}

// Unbroken keeps words on one line.
func Unbroken(s string) string { return strings.ReplaceAll(s, " ", "\u00A0") }

// Quoted is a name in a sentence: in quotation marks where it has several words, which could be misread.
func Quoted(name string) string {
	if strings.Contains(name, " ") {
		return "“" + name + "”"
	}
	return name
}

// OneOrMore is the word that goes with a number.
func OneOrMore(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}

// Listed is "a, b and c".
func Listed(items []string) string {
	last := len(items) - 1
	if last == 0 {
		return items[0]
	}
	return strings.Join(items[:last], ", ") + " and " + items[last]
}

// Either is the first text, or the second where the first is blank.
func Either(a, b string) string {
	if strings.TrimSpace(a) == "" {
		return b
	}
	return a
}

// WithUnit is a name with its unit in brackets, if it has one.
func WithUnit(name, unit string) string {
	if unit == "" {
		return name
	}
	return name + " (" + unit + ")"
}

// These names inputs as the subject of a sentence: one or two by name, more by number.
func These(names []string, plural string) string {
	switch len(names) {
	case 1:
		return names[0]
	case 2:
		return names[0] + " and " + names[1]
	}
	return Sentence(Number(len(names))) + " " + plural
}

// Unique drops repetitions and keeps the order.
func Unique[T comparable](all []T) []T {
	seen := map[T]bool{}
	var kept []T
	for _, x := range all {
		if !seen[x] {
			seen[x] = true
			kept = append(kept, x)
		}
	}
	return kept
}
