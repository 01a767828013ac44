package spelling

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Unknown is the error that there is no such thing by a name: it offers the nearest known names, or lists them.
func Unknown(what, name string, known []string) error {
	if near := Nearest(name, known); len(near) > 0 {
		return fmt.Errorf("there is no %s %q; did you mean %s?", what, name, strings.Join(near, " or "))
	}
	return fmt.Errorf("there is no %s %q; there are %s", what, name, List(known))
}

// Expected says that one of the known names is expected: with the nearest of them, or with all where they are few or none
// is near.
func Expected(what string, near, known []string) string {
	if len(near) > 0 && len(known) > 6 {
		return what + ", perhaps " + strings.Join(near, " or ")
	}
	return what + " (" + List(known) + ")"
}

// List is the first twelve names, or “there is none”.
func List(names []string) string {
	const most = 12
	if len(names) == 0 {
		return "there is none"
	}
	if len(names) > most {
		return strings.Join(names[:most], ", ") + ", …"
	}
	return strings.Join(names, ", ")
}

// longest is how many bytes a name may have for others to be like it: to compare takes a time that grows with its length.
const longest = 1000

// Nearest returns up to three of the known names that somebody who wrote name may have meant, the likeliest first.
// Likeness is the Levenshtein distance; a name that contains the other counts as near, and where none is near, so do
// names of the same group or beginning.
func Nearest(name string, known []string) []string {
	type candidate struct {
		name     string
		distance int
	}
	if len(name) > longest {
		return nil
	}
	var near, group []candidate
	for _, k := range known {
		d := Distance(name, k)
		if name != "" && (strings.Contains(k, name) || strings.Contains(name, k)) {
			d = min(d, 1)
		}
		if LooksLike(name, k) {
			d = 0
		}
		switch {
		case d <= tolerated(name):
			near = append(near, candidate{k, d})
		case sameGroup(name, k) || samePrefix(name, k):
			group = append(group, candidate{k, d})
		}
	}
	if len(near) == 0 {
		near = group
	}
	slices.SortStableFunc(near, func(a, b candidate) int { return cmp.Compare(a.distance, b.distance) })
	var best []string
	for i, n := range near {
		if i == 3 {
			break
		}
		best = append(best, n.name)
	}
	return best
}

// tolerated is how many letters may differ: a third of the name, at least two, but of three letters only one.
func tolerated(name string) int {
	if len(name) <= 3 {
		return 1
	}
	return max(2, len(name)/3)
}

// sameGroup says whether two names agree up to a dot, as those of assumptions may.
func sameGroup(a, b string) bool {
	groupA, _, okA := strings.Cut(a, ".")
	groupB, _, okB := strings.Cut(b, ".")
	return okA && okB && groupA == groupB
}

// samePrefix says whether two names begin with the same three letters.
func samePrefix(a, b string) bool {
	const letters = 3
	return len(a) >= letters && len(b) >= letters && strings.EqualFold(a[:letters], b[:letters])
}

// Distance is how many letters are to be inserted, deleted or replaced to turn one name into the other, small and capital
// letters being the same.
func Distance(a, b string) int { return levenshtein(strings.ToLower(a), strings.ToLower(b)) }

// levenshtein is the least number of letters to insert, delete or replace to turn a into b.
func levenshtein(a, b string) int {
	ra, rb := []rune(a), []rune(b)
	row := make([]int, len(rb)+1)
	for j := range row {
		row[j] = j
	}
	for i := range ra {
		diagonal := row[0]
		row[0] = i + 1
		for j := range rb {
			change := diagonal
			if ra[i] != rb[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(rb)]
}
