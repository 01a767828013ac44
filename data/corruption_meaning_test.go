package data_test

import (
	"fmt"
	"slices"
	"strings"
)

// references lists the columns whose cells refer to rows elsewhere.
var references = map[string][]string{
	"sectors.csv": {"commissioner"}, "neighbours.csv": {"a", "b"}, "placements.csv": {"structure", "function", "arrangement"}, "assumptions.csv": {"name", "sources"},
	"correlations.csv": {"a", "b"}, "allocations.csv": {"code"}, "debt_plan.csv": {"item", "source"}, "observations.csv": {"structure", "map", "settings", "metric", "sources"},
}

// spoilMeaning makes rows that are well written and cannot be true.
func (s *spoiler) spoilMeaning() {
	for _, column := range references[s.file] {
		row := s.anyRow()
		was := s.rows[row][slices.Index(s.rows[0], column)]
		for rule, cell := range map[string]string{
			"dangling": "nowhere", "a letter off": was + "x", "small for capital": swapCase(was), "look-alike letter": lookAlike(was), "doubled reference": was + was,
		} {
			if cell != was {
				s.set("reference "+rule, row, column, cell)
			}
		}
	}
	row := s.anyRow()
	cell := func(row int, column string) string { return s.rows[row][slices.Index(s.rows[0], column)] }
	switch s.file {
	case "neighbours.csv":
		s.set("its own neighbour", row, "b", cell(row, "a"))
		s.add("neighbours the other way round", "", len(s.rows)+1, s.content+fmt.Sprintf("%s,%s,land,1\n", cell(row, "b"), cell(row, "a")))
	case "sectors.csv":
		s.add("in two sectors", "", len(s.rows)+1, s.content+fmt.Sprintf("%s,X,X,X,%s,\n", cell(row, "map"), cell(row, "commissioner")))
		two := s.sameSector()
		s.set("sector in two regions", two, "region", "elsewhere")
		s.set("sector of two names", two, "sector_name", "Another name")
		s.set("in another's sector", two, "commissioner", cell(two-1, "commissioner"))
	case "placements.csv":
		s.add("placed twice in a year", "", len(s.rows)+1, s.content+strings.Join(s.rows[row], ",")+"\n")
		s.set("placed locally", row, "tier", "local")
		s.set("placed on no tier", row, "tier", "county")
	case "correlations.csv":
		s.set("correlation above 1", row, "rank_correlation", "1.2")
		s.set("correlation of 1", row, "rank_correlation", "-1")
		s.set("correlated with itself", row, "b", cell(row, "a"))
		s.add("contradiction", "", anyLine, s.content+"staff.cost,staff.exit_cost,0.9,x\nstaff.exit_cost,staff.exit_share,0.9,x\nstaff.cost,staff.exit_share,-0.9,x\n")
		s.add("pair the other way round", "", len(s.rows)+1, s.content+fmt.Sprintf("%s,%s,0.1,x\n", cell(row, "b"), cell(row, "a")))
	case "assumptions.csv":
		for _, wrong := range [][2]string{{"low", "1e6"}, {"central", "-1e6"}, {"high", "-1e7"}, {"min", "1e7"}, {"max", "-1e7"}, {"distribution", "normal"}, {"kind", "fact"}, {"strength", "E"}} {
			s.set("assumption whose "+wrong[0]+" is "+wrong[1], row, wrong[0], wrong[1])
		}
		lines := strings.SplitAfter(s.content, "\n")
		s.add("assumption left out", "", 1, strings.Join(slices.Delete(slices.Clone(lines), row, row+1), ""))
		s.add("assumption twice", "", len(s.rows)+1, s.content+lines[row])
	case "commissioners.csv":
		s.set("another's code", 2, "code", cell(1, "code"))
		s.set("another's name", 2, "name", cell(1, "name"))
		s.set("half a person", row, "population", "0.5")
		s.set("mankind and more", row, "population", "1e11")
		s.set("a cost beyond all money", row, "management_cost_k", "1e13")
		if slices.Contains(s.rows[0], "latitude") {
			s.set("a north pole too far", row, "latitude", "90.1")
			s.set("a longitude without latitude", row, "latitude", "")
		}
	case "functions.csv":
		for _, column := range []string{"share", "capacity_weight"} {
			c := s.set("all of the "+column, row, column, "2")
			c.elsewhere = s.file + ":1"
		}
	}
}

// sameSector is a row that shares map and sector with the one before it.
func (s *spoiler) sameSector() int {
	m, sector := slices.Index(s.rows[0], "map"), slices.Index(s.rows[0], "sector")
	for i := 2; i < len(s.rows); i++ {
		if s.rows[i][m] == s.rows[i-1][m] && s.rows[i][sector] == s.rows[i-1][sector] {
			return i
		}
	}
	panic("no sector of two in a row")
}

func swapCase(text string) string {
	if upper := strings.ToUpper(text); upper != text {
		return upper
	}
	return strings.ToLower(text)
}

// lookAlike puts Cyrillic letters in the place of Latin ones.
func lookAlike(text string) string {
	return strings.NewReplacer("C", "С", "a", "а", "e", "е", "o", "о", "A", "А", "Q", "Ｑ", "S", "Ѕ").Replace(text)
}

// spoilDescription makes descriptions that are no JSON, or say what cannot be.
func (s *spoiler) spoilDescription(name string) {
	lines := strings.SplitAfter(s.content, "\n")
	line := func(text string) int {
		return slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, text) }) + 1
	}
	replace := func(rule, old, replacement string) *corruption {
		return s.add(rule, "", line(old), strings.Replace(s.content, old, replacement, 1))
	}
	for i := range 10 {
		n := 1 + s.random.IntN(len(lines)-3)
		s.add(fmt.Sprintf("cut %d", i), "", n+1, strings.Join(lines[:n], "")+lines[n][:len(lines[n])/2])
	}
	for _, whole := range []string{"[]", "null", "0", `""`, "{}", "{", "}", `{"reconfig":{}}`, `{"reconfig":null}`, "nonsense", "<html>", strings.Repeat("[", 100_000), strings.Repeat(`{"a":`, 20_000)} {
		s.add("whole "+shorten(whole), "", 1, whole)
	}
	replace("no comma", `"title"`, `  "title"`) // harmless
	replace("unquoted", `"title"`, `title`)
	replace("curly quotes", `"title"`, `“title”`)
	replace("comment", `  "title"`, "  // a comment\n  \"title\"")
	replace("two of a property", `  "title"`, "  \"title\": \"Another\",\n  \"title\"").line++
	replace("two of a setting", `    "currency"`, "    \"currency\": \"$\",\n    \"currency\"").line++
	replace("property in capitals", `"title"`, `"Title"`)
	replace("misspelt property", `"reconfig"`, `"recomfig"`)
	replace("misspelt name", `"name"`, `"naame"`).line = 1
	replace("unknown property", `"title"`, `"colour": "red", "title"`)
	replace("unknown setting", `"currency"`, `"colour": "red", "currency"`)
	replace("misspelt setting", `"currency"`, `"curency"`)
	replace("name with a path", `"name": "`+name, `"name": "../`+name)
	replace("name with blanks", `"name": "`+name, `"name": "My `+name)
	for property, kinds := range map[string][]string{
		"horizon_years": {"0", "-1", "1e9", "1e999", "0.3", `"10"`, "null", "[]", "{}", "true", "1e-300", "100.25"},
		"start_date":    {`""`, `"1 April 2010"`, `"2010-02-30"`, `"2010-13-01"`, `"10-04-01"`, `"9999-04-01"`, "2010", "null", `"2010-04-01T00:00"`, "[]"},
		"currency":      {`""`, `" £"`, `"=1+1"`, "null", "1", `"\u0000"`, `"\u200b£"`, `"` + strings.Repeat("£", 100) + `"`},
		"body_singular": {`""`, `"=cmd"`, "1", `"PCT\n"`},
		"body_plural":   {`""`, `"@x"`, "[]"},
		"price_year":    {`""`, "2010", `"+1"`},
		"default_map":   {`""`, `"nowhere"`, "1", `"../x"`},
	} {
		n := line(`"` + property + `":`)
		for _, value := range kinds {
			text := `    "` + property + `": ` + value
			if property != "horizon_years" {
				text += ","
			}
			s.add("setting "+property+" "+shorten(value), "", n, strings.Join(lines[:n-1], "")+text+"\n"+strings.Join(lines[n:], ""))
		}
		without := strings.Join(slices.Delete(slices.Clone(lines), n-1, n), "")
		s.add("setting without "+property, "", line(`"reconfig"`), strings.Replace(without, "\",\n  }", "\"\n  }", 1))
	}
	for _, outside := range []string{"../commissioners.csv", "/etc/passwd", "a/../../b.csv", "https://example.org/x.csv", `..\\commissioners.csv`, `C:\\x.csv`, "", ".", "./commissioners.csv", "a//b.csv", "file:///x"} {
		replace("path "+outside, `"path": "commissioners.csv"`, `"path": "`+outside+`"`)
		replace("path in a list "+outside, `"path": "commissioners.csv"`, `"path": ["commissioners.csv", "`+outside+`"]`)
	}
	for _, kind := range []string{"1", "{}", "[1]", "null"} {
		replace("path of kind "+kind, `"path": "commissioners.csv"`, `"path": `+kind)
	}
	replace("resources of another kind", `"resources": [`, `"resources": 1, "others": [`)
}
