package report

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"reconfig/model/result"
)

// Years writes a number of years: 1 year, 7.5 years.
func Years(v float64) string {
	if v == 1 {
		return "1 year"
	}
	return Full(v) + " years"
}

// sentence begins with a capital.
func sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// mostNamed is how many structures are named before they are counted.
const mostNamed = 3

// who is what a sentence calls the structures of these names.
func (r Run) who(names []string) string {
	switch n := len(names); {
	case n == len(r.Outcomes) && n == 2:
		return "both structures"
	case n == len(r.Outcomes) && n > 2:
		return fmt.Sprintf("all %d structures", n)
	case n > mostNamed:
		return fmt.Sprintf("%d structures", n)
	}
	return And(names)
}

// alike names the structures whose outcome reads like the greatest or the least.
func (r Run) alike(o result.Outcome, greatest bool, write func(float64) string) string {
	end := write(r.extreme(o, greatest).Values[o])
	var names []string
	for _, row := range r.Outcomes {
		if write(row.Values[o]) == end {
			names = append(names, quote(row.Name))
		}
	}
	return r.who(names)
}
