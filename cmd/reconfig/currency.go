package main

import (
	"fmt"
	"slices"
	"strings"

	"reconfig/data"
	"reconfig/data/plans"
)

// checkCurrency refuses a case with costs of staff in another currency than its own, unless the user sets them: posts and
// exits would be worked out from numbers that do not belong together. name is what the user calls the case, set the names
// of what is set, how to set one otherwise.
func checkCurrency(c *data.Case, name string, set []string, how string) error {
	foreign := slices.DeleteFunc(c.Foreign(), func(f data.Foreign) bool { return !strings.HasPrefix(f.Name, "staff.") || slices.Contains(set, f.Name) })
	if len(foreign) == 0 {
		return nil
	}
	text := fmt.Sprintf("%s is a case in %s with costs of staff in another currency:", name, c.Currency)
	for _, f := range foreign {
		text += fmt.Sprintf("\n  %s is in %s: convert it, and write %s, or set it in %sk with "+how, f.Name, f.Unit, f.Ours, c.Currency, f.Name)
	}
	return fmt.Errorf("%s\nThe numbers are in assumptions.csv (in a workbook, the sheet assumptions). Nothing was run", text)
}

// settledBy lists the assumptions that a plan sets or varies.
func settledBy(p *plans.Plan) (names []string) {
	for _, s := range p.Set {
		names = append(names, s.Name)
	}
	for _, a := range p.Vary {
		names = append(names, a.Names...)
	}
	return names
}
