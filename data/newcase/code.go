package newcase

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// slugs makes a code from each name: its words in small letters, without those that all names have. The same name gets
// the same code, another name another, whatever the order.
func slugs(names []string) []string {
	common := commonWords(names)
	of, taken := map[string]string{}, map[string]bool{}
	for _, name := range slices.Compact(slices.Sorted(slices.Values(names))) {
		words := slugWords(name)
		own := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return common[w] })
		if strings.Trim(strings.Join(own, ""), "0123456789") == "" { // a number makes no code that spreadsheets leave alone
			own = words
		}
		code := ""
		for _, w := range own {
			if code != "" && len([]rune(code))+1+len([]rune(w)) > longestSlug {
				break
			}
			code = strings.TrimPrefix(code+"-"+w, "-")
		}
		code = cmp.Or(code, "x")
		unique := code
		for i := 2; taken[unique]; i++ {
			unique = fmt.Sprintf("%s-%d", code, i)
		}
		taken[unique], of[name] = true, unique
	}
	all := make([]string, len(names))
	for i, name := range names {
		all[i] = of[name]
	}
	return all
}

// longestSlug is how long a code may get by another word.
const longestSlug = 24

func slugWords(name string) []string {
	return strings.FieldsFunc(strings.ToLower(name), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsMark(c) })
}

// commonWords are the words that all of several names have.
func commonWords(names []string) map[string]bool {
	distinct := slices.Compact(slices.Sorted(slices.Values(names)))
	count := map[string]int{}
	for _, name := range distinct {
		for _, w := range slices.Compact(slices.Sorted(slices.Values(slugWords(name)))) {
			count[w]++
		}
	}
	common := map[string]bool{}
	for w, c := range count {
		common[w] = len(distinct) > 1 && c == len(distinct)
	}
	return common
}
