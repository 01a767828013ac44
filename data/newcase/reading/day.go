package reading

import (
	"strconv"
	"strings"
	"time"

	"reconfig/data/pattern"
)

var (
	dayFirst  = pattern.New(`\b(\d{1,2})[./ -](\d{1,2})[./ -]((?:\d\d)?\d\d)\b`)
	yearFirst = pattern.New(`\b((?:19|20)\d\d)[./-]?(\d\d)[./-]?(\d\d)\b`)
	dayNamed  = pattern.New(`(?i)\b(?:(\d{1,2})(?:st|nd|rd|th)?\.?[ -])?(jan|feb|mar|mär|mrt|apr|may|mai|mei|maj|jun|jul|aug|sep|oct|okt|nov|dec|dez)\pL*\.?[ ,-]*(?:(\d{1,2}),? )?((?:19|20)\d\d|\d\d)\b`)
	yearOnly  = pattern.New(`\b((?:19|20)\d\d)\b`)
)

// monthsByName has months by their first letters in English, German, Dutch and Danish.
var monthsByName = map[string]int{
	"jan": 1, "feb": 2, "mar": 3, "mär": 3, "mrt": 3, "apr": 4, "may": 5, "mai": 5, "mei": 5, "maj": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "okt": 10, "nov": 11, "dec": 12, "dez": 12,
}

// FirstDay is the day that a text names, or the first of the month or year; false where it names none. Where day and month
// cannot be told apart, the day stands first.
func FirstDay(text string) (time.Time, bool) {
	number := func(digits string) int {
		n, _ := strconv.Atoi(digits)
		return n
	}
	year := func(digits string) int {
		if n := number(digits); len(digits) > 2 {
			return n
		}
		const thisCentury = 70
		return 2000 + number(digits) - 100*(number(digits)/thisCentury)
	}
	day := func(y, m, d int) (time.Time, bool) {
		return time.Date(y, time.Month(m), max(d, 1), 0, 0, 0, 0, time.UTC), m >= 1 && m <= 12 && d <= 31
	}
	if m := yearFirst().FindStringSubmatch(text); m != nil {
		return day(number(m[1]), number(m[2]), number(m[3]))
	}
	if m := dayFirst().FindStringSubmatch(text); m != nil && number(m[2]) > 12 {
		return day(year(m[3]), number(m[1]), number(m[2]))
	} else if m != nil {
		return day(year(m[3]), number(m[2]), number(m[1]))
	}
	if m := dayNamed().FindStringSubmatch(text); m != nil {
		return day(year(m[4]), monthsByName[strings.ToLower(m[2])], number(m[1]+m[3]))
	}
	if m := yearOnly().FindStringSubmatch(text); m != nil {
		return day(number(m[1]), 1, 1)
	}
	return time.Time{}, false
}
