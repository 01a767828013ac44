package report

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reconfig/model"
)

// And joins words as a sentence does.
func And(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// Plural is the word that goes with a number.
func Plural(n int, one, several string) string {
	if n == 1 {
		return one
	}
	return several
}

// Sentence begins with a capital.
func Sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// OnMap names a map that is not the case's own in a title; nothing where it is.
func OnMap(name, own string) string {
	if name == own || name == "" {
		return ""
	}
	return ", on the map “" + name + "”"
}

// Sentences puts sentences one behind the other; empty ones are passed over.
func Sentences(all ...string) string {
	return strings.Join(slices.DeleteFunc(all, func(s string) bool { return s == "" }), " ")
}

// Quote sets a structure's name off from the sentence around it.
func Quote(name string) string { return "“" + strings.TrimSpace(name) + "”" }

// ShortName is a name without what explains it: what follows a bracket or a colon and, of a long one, a comma.
func ShortName(name string) string {
	const long = 32 // letters
	short, _, _ := strings.Cut(name, " (")
	short, _, _ = strings.Cut(short, ": ")
	if utf8.RuneCountInString(short) > long {
		short, _, _ = strings.Cut(short, ", ")
	}
	return short
}

// Placed lists where a function is done: local, or each tier and arrangement with the year it is decided. before stands
// before a year, between between one step and the next.
func Placed(chain []model.Placement, before, between string) string {
	if len(chain) == 0 {
		return string(model.LocalTier)
	}
	steps := make([]string, len(chain))
	for i, p := range chain {
		steps[i] = fmt.Sprintf("%s, %s%s%s", p.Tier, p.Arrangement, before, Full(p.FromYear))
	}
	return strings.Join(steps, between)
}

// Labelled is what sentences call an assumption: its label with its code, which --set takes, in brackets.
func Labelled(labels map[string]string, code string) string {
	label := labels[code]
	if label == "" || label == code {
		return code
	}
	return "“" + label + "” (" + code + ")"
}
