package reading

import (
	"fmt"
	"strconv"
	"strings"

	"reconfig/data/pattern"
)

// financialYear matches a year of accounts or a calendar year, as in 2024/25, 2024-2025 or 2024.
var financialYear = pattern.New(`\b((?:19|20)\d\d)(?:[-/–](?:20)?(\d\d))?\b`)

// yearEnding matches a year of accounts by its end, as in year ending 31 March 2025.
var yearEnding = pattern.New(`(?i)\byears? (?:ending|ended|to) (?:\d{1,2} )?march (20\d\d)\b`)

// shortYear matches a year of accounts in two digits: FY25, FY 2025, FY24/25, 24/25.
var shortYear = pattern.New(`(?i)\bFY ?(?:20)?(\d\d)(?:[-/–](?:20)?(\d\d))?\b|(?:^|[^\d/.-])(\d\d)/(\d\d)(?:[^\d/.-]|$)`)

// ofShortYear is the year of accounts that two digits mean; FY25 ends in 2025. It is empty for none.
func ofShortYear(text string) string {
	for _, found := range shortYear().FindAllStringSubmatch(text, -1) {
		first, _ := strconv.Atoi(found[1] + found[3])
		second, err := strconv.Atoi(found[2] + found[4])
		switch {
		case err != nil:
			return fmt.Sprintf("20%02d/%02d", (first+99)%100, first)
		case second == (first+1)%100:
			return fmt.Sprintf("20%02d/%02d", first, second)
		}
	}
	return ""
}

// Year is the last year that a text names, as in 2024/25 or 2024; empty for none.
func Year(text string) string {
	if ends := yearEnding().FindStringSubmatch(text); ends != nil {
		end, _ := strconv.Atoi(ends[1])
		return fmt.Sprintf("%d/%02d", end-1, end%100)
	}
	if short := ofShortYear(text); short != "" {
		return short
	}
	all := financialYear().FindAllStringSubmatch(text, -1)
	if len(all) == 0 {
		return ""
	}
	last := all[len(all)-1]
	if last[2] == "" {
		return last[1]
	}
	return last[1] + "/" + last[2]
}

// OtherYear says whether two years, such as 2024/25 and 2025, have nothing in common.
func OtherYear(a, b string) bool {
	for _, x := range yearsOf(a) {
		for _, y := range yearsOf(b) {
			if x == y {
				return isPair(a) && isPair(b) && Year(a) != Year(b)
			}
		}
	}
	return len(yearsOf(a)) > 0 && len(yearsOf(b)) > 0
}

func isPair(year string) bool { return strings.Contains(Year(year), "/") }

// yearsOf are the one or two calendar years of a year, in two digits.
func yearsOf(year string) (all []string) {
	first, second, isPair := strings.Cut(Year(year), "/")
	if len(first) < 4 {
		return nil
	}
	if all = append(all, first[2:]); isPair {
		all = append(all, second)
	}
	return all
}
