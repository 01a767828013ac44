package plots

import (
	"fmt"
	"slices"
	"strings"
)

// structuresOf is "each of 9 structures" or the name of the only one.
func structuresOf(ctx Context, all []series) string {
	if len(all) == 1 {
		return ctx.name(all[0].Code)
	}
	return fmt.Sprintf("each of %s structures", number(len(all)))
}

// valuesOf lists the structures with a value each.
func valuesOf(ctx Context, all []series, value func(series) string) string {
	items := make([]string, len(all))
	for i, s := range all {
		items[i] = ctx.name(s.Code) + " " + value(s)
	}
	return strings.Join(items, "; ")
}

// bracketsOf says what the brackets after the series' values hold, if there are any.
func bracketsOf(ctx Context, all []series) string {
	if !slices.ContainsFunc(all, func(s series) bool { return len(s.Band) > 0 }) {
		return ""
	}
	return ctx.bracketsHold()
}
