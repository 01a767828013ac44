package bodies

import (
	"slices"

	"reconfig/data/newcase/reading"
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
	all := reading.LowerWords(harmless().ReplaceAllString(header, ""))
	other := otherWords
	if role != CostRole {
		other = append(slices.Clone(other), partWords...)
		if ages().MatchString(header) {
			return reading.Tidy(ages().FindString(header))
		}
	}
	if years := someYears().FindString(header); years != "" && role == CostRole {
		return years
	}
	for _, w := range all {
		if slices.ContainsFunc(other, func(o string) bool { return reading.SameWord(w, o) }) {
			return w
		}
	}
	return ""
}
