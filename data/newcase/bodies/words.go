package bodies

import (
	"slices"
	"strings"
	"unicode"
)

// phrases are what headers say of a role, in small letters. A word of a header may also be the plural.
var phrases = map[Role][]string{
	NameRole: {
		"name", "body", "bodies", "council", "local authority", "authority", "authorities", "trust", "organisation", "organization", "area", "municipality",
		"district", "borough", "county", "counties", "board", "health board", "commissioner", "institution",
	},
	PopulationRole: {"population", "resident population", "pop", "resident", "people", "inhabitant", "person", "patient", "registered patient", "registered population", "list size"},
	CostRole: {
		"cost", "management cost", "management spend", "management spending", "admin cost", "administration cost", "administrative cost", "admin spend",
		"running cost", "operating cost", "corporate cost", "corporate spend", "corporate spending", "overhead cost", "overhead", "spend", "spending",
		"expenditure", "budget", "running cost budget", "management budget", "admin budget",
	},
	CodeRole:      {"code", "id", "identifier", "ons code", "ods code", "gss code", "lad code", "organisation code", "area code"},
	WeightedRole:  {"weighted population", "population weighted", "weighted pop", "weighted list", "weighted list size", "weighted people"},
	SectorRole:    {"sector", "sector name", "cluster", "cluster name", "group", "group name", "grouping"},
	RegionRole:    {"region", "region name"},
	LatitudeRole:  {"latitude", "lat"},
	LongitudeRole: {"longitude", "lon", "long", "lng"},
	BasisRole:     {"basis", "cost basis", "basis cost"},
}

// asideWords say something of a number that is not what it counts.
var asideWords = []string{
	"total", "net", "gross", "annual", "mid", "est", "estimate", "estimated", "proposed", "of", "in", "the", "for", "at", "and", "number", "a", "pa",
	"year", "per", "annum", "price", "real", "s",
}

// otherWords turn a population or a cost into something else: a rate, a part, a change, or what another period has.
var otherWords = []string{
	"%", "percent", "percentage", "pct", "share", "ratio", "rate", "rank", "change", "growth", "variance", "difference", "density", "index",
	"per", "head", "capita", "pp", "unit", "average", "mean", "median",
	"saving", "reduction", "target", "income", "revenue", "reserve", "centre", "center", "code",
	"month", "monthly", "week", "weekly", "day", "daily", "quarter", "quarterly", "q1", "q2", "q3", "q4", "h1", "h2", "ytd", "years", "cumulative",
}

// partWords turn a population into a part of it.
var partWords = []string{
	"aged", "age", "over", "under", "older", "elderly", "adult", "child", "children", "young", "working", "male", "female", "men", "women", "electorate", "employed", "unemployed",
}

// otherMeaning is the word of a header that makes its numbers something else than the population or the cost of a year;
// empty if there is none.
func otherMeaning(header string, role Role) string {
	all := headerWords(harmless.ReplaceAllString(header, ""))
	other := otherWords
	if role != CostRole {
		other = append(slices.Clone(other), partWords...)
		if ages.MatchString(header) {
			return Tidy(ages.FindString(header))
		}
	}
	if years := someYears.FindString(header); years != "" && role == CostRole {
		return years
	}
	for _, w := range all {
		if slices.ContainsFunc(other, func(o string) bool { return sameWord(w, o) }) {
			return w
		}
	}
	return ""
}

// headerWords are the words of a header in small letters.
func headerWords(header string) []string { return lowerAll(words(header)) }

// words splits a text into words; signs of currencies and % are words, and so are a currency and a unit without a blank
// between them, as in NOKm.
func words(text string) (all []string) {
	var word strings.Builder
	end := func() {
		all = append(all, apart(word.String())...)
		word.Reset()
	}
	for _, c := range text {
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c):
			word.WriteRune(c)
		case c == '%' || unicode.Is(unicode.Sc, c):
			end()
			all = append(all, string(c))
		default:
			end()
		}
	}
	end()
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
		if isUnitBehind && currencyOf(before) != "" || isUnitBefore && currencyOf(after) != "" {
			return []string{before, after}
		}
		if strings.EqualFold(before, "t") && currencyOf(after) != "" { // thousands of euros, in German
			return []string{"k", after}
		}
	}
	return []string{word}
}

// plainWords are the words of a header that say what the column holds: without years, units and the like.
func plainWords(header string) []string {
	plain := slices.DeleteFunc(words(header), func(w string) bool {
		_, isUnit := unitWords[strings.ToLower(w)]
		return isUnit || strings.Trim(w, "0123456789") == "" || currencyOf(w) != "" || containsWord(asideWords, strings.ToLower(w))
	})
	return lowerAll(plain)
}

// sameWord says whether a word of a header is the other word, or its plural.
func sameWord(w, other string) bool { return w == other || w == other+"s" }

func containsWord(list []string, w string) bool {
	return slices.ContainsFunc(list, func(other string) bool { return sameWord(w, other) })
}

// lastIndex is the index of the word at which a phrase last begins; -1 if it does not.
func lastIndex(words []string, phrase string) int {
	parts := strings.Fields(phrase)
	for i := len(words) - len(parts); i >= 0; i-- {
		if slices.EqualFunc(words[i:i+len(parts)], parts, sameWord) {
			return i
		}
	}
	return -1
}

func lowerAll(words []string) []string {
	var all []string
	for _, w := range words {
		all = append(all, strings.ToLower(w))
	}
	return all
}
