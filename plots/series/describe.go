package series

import (
	"fmt"
	"slices"
	"strings"

	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// Structures is "each of 9 structures" or the name of the only one.
func Structures(ctx figure.Context, all []Line) string {
	if len(all) == 1 {
		return ctx.Said(all[0].Code)
	}
	return fmt.Sprintf("each of %s structures", words.Number(len(all)))
}

// Values lists the structures with a value each.
func Values(ctx figure.Context, all []Line, value func(Line) string) string {
	items := make([]string, len(all))
	for i, s := range all {
		items[i] = ctx.Said(s.Code) + " " + value(s)
	}
	return strings.Join(items, "; ")
}

// Brackets says what the brackets after the series' values hold, if there are any.
func Brackets(ctx figure.Context, all []Line) string {
	if !slices.ContainsFunc(all, func(s Line) bool { return len(s.Band) > 0 }) {
		return ""
	}
	return ctx.BracketsHold()
}
