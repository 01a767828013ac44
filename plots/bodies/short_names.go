package bodies

import (
	"slices"
	"strings"
)

// kindWords are words for kinds of body that only some names of a case end with.
var kindWords = []string{"Teaching", "PCT", "CCG", "ICB", "NHS", "Trust", "Care", "Primary", "Plus"}

// shortNames are names without what most of them begin or end with, and without the kind of body at their end: Brent for
// Brent Teaching PCT. A name that would be like another or be empty stays whole.
func shortNames(names []string) []string {
	short := make([][]string, len(names))
	for i, name := range names {
		short[i] = strings.Fields(name)
	}
	first := func(words []string) int { return 0 }
	last := func(words []string) int { return len(words) - 1 }
	for _, end := range []func([]string) int{first, last} {
		for cutCommon(short, end) {
		}
	}
	for i, words := range short {
		for len(words) > 1 && slices.Contains(kindWords, words[len(words)-1]) {
			words = words[:len(words)-1]
		}
		short[i] = words
	}
	return unmistakable(names, short)
}

// cutCommon cuts the word at one end of the names that more than half of them have there; false if there is none.
func cutCommon(names [][]string, end func([]string) int) bool {
	count := map[string]int{}
	for _, words := range names {
		if len(words) > 1 {
			count[words[end(words)]]++
		}
	}
	for word, n := range count {
		if 2*n <= len(names) || n < 3 {
			continue
		}
		for i, words := range names {
			if at := end(words); len(words) > 1 && words[at] == word {
				names[i] = slices.Delete(slices.Clone(words), at, at+1)
			}
		}
		return true
	}
	return false
}

// unmistakable joins the words of the short names; those that two share stay whole.
func unmistakable(names []string, short [][]string) []string {
	count := map[string]int{}
	joined := make([]string, len(names))
	for i, words := range short {
		joined[i] = strings.TrimRight(strings.Join(words, " "), ",")
		count[joined[i]]++
	}
	for i, name := range names {
		if joined[i] == "" || count[joined[i]] > 1 {
			joined[i] = name
		}
	}
	return joined
}

// abbreviations are what stands for common words of names where space is short.
var abbreviations = strings.NewReplacer(" and ", " & ", "North East ", "NE ", "North West ", "NW ", "South East ", "SE ", "South West ", "SW ",
	"North ", "N ", "South ", "S ", "East ", "E ", "West ", "W ")

// abbreviated is the name with compass points as letters.
func abbreviated(name string) string { return abbreviations.Replace(name) }

// counties are the usual short forms of English counties, for where a name does not fit otherwise.
var counties = strings.NewReplacer("Bedfordshire", "Beds", "Berkshire", "Berks", "Buckinghamshire", "Bucks", "Cambridgeshire", "Cambs", "Gloucestershire", "Glos",
	"Hampshire", "Hants", "Hertfordshire", "Herts", "Leicestershire", "Leics", "Lincolnshire", "Lincs", "Northamptonshire", "Northants", "Nottinghamshire", "Notts",
	"Oxfordshire", "Oxon", "Staffordshire", "Staffs", "Wiltshire", "Wilts", "Worcestershire", "Worcs")

// withCounties is the name with short forms of counties.
func withCounties(name string) string { return counties.Replace(name) }
