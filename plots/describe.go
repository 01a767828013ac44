package plots

import (
	"fmt"
	"strings"
)

// structuresOf is "each of 9 structures" or the name of the only one.
func structuresOf(d Data, all []series) string {
	if len(all) == 1 {
		return d.name(all[0].Code)
	}
	return fmt.Sprintf("each of %s structures", number(len(all)))
}

// valuesOf lists the structures with a value each.
func valuesOf(d Data, all []series, value func(series) string) string {
	items := make([]string, len(all))
	for i, s := range all {
		items[i] = d.name(s.Code) + " " + value(s)
	}
	return strings.Join(items, "; ")
}
