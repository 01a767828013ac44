package main

import (
	"regexp"
	"strings"
)

// bodyNouns are words for bodies whose plural is regular, and spelt as plural has it. Of others, and of other languages,
// the plural is asked for.
var bodyNouns = []string{
	"agency", "area", "authority", "board", "body", "borough", "centre", "college", "commission", "commissioner", "council", "county", "department",
	"district", "group", "hospital", "institution", "municipality", "office", "organisation", "organization", "partnership", "practice",
	"prefecture", "province", "region", "school", "service", "trust", "unit", "university", "ward",
}

var acronym = regexp.MustCompile(`^[A-Z]+[A-RT-Z]$`)

// completeBodyWords finds the word for one body from that for several, or the other way round, where that is safe.
func completeBodyWords(singular, plural string) (one, several string, err error) {
	switch {
	case singular != "" && plural == "":
		if plural = pluralOf(singular); plural == "" {
			return "", "", usagef("--body %s: say with --bodies what several are called", singular)
		}
	case singular == "" && plural != "":
		if singular = singularOf(plural); singular == "" {
			return "", "", usagef("--bodies %s: say with --body what one is called", plural)
		}
	}
	return singular, plural, nil
}

// pluralOf is the plural of a noun of which it is known, or of an acronym; empty for others.
func pluralOf(singular string) string {
	before, last := lastWord(singular)
	if acronym.MatchString(last) {
		return singular + "s"
	}
	for _, noun := range bodyNouns {
		if !strings.EqualFold(noun, last) {
			continue
		}
		if stem, ok := strings.CutSuffix(last, "y"); ok {
			return before + stem + "ies"
		}
		return singular + "s"
	}
	return ""
}

// singularOf is the noun of which it is the plural; empty where that is not known.
func singularOf(plural string) string {
	for _, ending := range []struct{ plural, singular string }{{"ies", "y"}, {"s", ""}} {
		if stem, ok := strings.CutSuffix(plural, ending.plural); ok && pluralOf(stem+ending.singular) == plural {
			return stem + ending.singular
		}
	}
	return ""
}

// lastWord cuts a text before its last word.
func lastWord(text string) (before, last string) {
	i := strings.LastIndex(text, " ") + 1
	return text[:i], text[i:]
}
