package figure

import (
	"maps"
	"slices"

	"reconfig/plots/chart"
	"reconfig/plots/words"
)

// usual is the colours of structures that many cases share, by their codes, as indices of the palette. Those with the same
// colour do not meet in the cases that come with the program.
var usual = map[string]int{
	"status-quo": 0, "de-facto-merger": 1, "shared-management": 1, "cluster": 1, "hub-and-sectors": 2, "support-hub": 2, "regional-office": 2, "merger": 3,
}

// colours gives structures their indices of the palette. A colour belongs to a code: the usual ones come first, then the
// structures of the case in its order, so that a command that shows only some of them changes none. Where the palette is
// used up, colours begin again, and a structure whose colour another in focus has takes the first that is free.
func (ctx Context) colours() map[string]int {
	codes := words.Unique(slices.Concat(ctx.Colours, ctx.Focus))
	of := map[string]int{}
	for _, code := range codes {
		if i, known := usual[code]; known && !slices.Contains(slices.Collect(maps.Values(of)), i) {
			of[code] = i
		}
	}
	for _, code := range codes {
		if _, has := of[code]; has {
			continue
		}
		if i := firstBut(slices.Collect(maps.Values(of))); i < len(chart.Categories) {
			of[code] = i
		}
	}
	for _, code := range ctx.Focus {
		if _, has := of[code]; !has {
			of[code] = free(slices.Index(codes, code), indicesOf(of, ctx.Focus))
		}
	}
	return of
}

// firstBut is the first index that is not taken.
func firstBut(taken []int) int {
	i := 0
	for slices.Contains(taken, i) {
		i++
	}
	return i
}

// free is the index of the palette where it is gone round again, or the first that is not taken if there is one.
func free(i int, taken []int) int {
	i %= len(chart.Categories)
	if other := firstBut(taken); slices.Contains(taken, i) && other < len(chart.Categories) {
		return other
	}
	return i
}

// indicesOf are those of codes that have one.
func indicesOf(of map[string]int, codes []string) []int {
	var all []int
	for _, code := range codes {
		if i, has := of[code]; has {
			all = append(all, i)
		}
	}
	return all
}
