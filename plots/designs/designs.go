// Package designs draws what a search for a structure found: which functions go up as capacity is worth more, and what that
// gains in money and in capacity.
package designs

import (
	"fmt"
	"slices"

	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// local is the tier of what does not move.
const local = "local"

// course is where functions are at each worth of capacity.
type course struct {
	worths    []float64 // rising
	set       float64   // the worth that the case has, or that was set; NaN if not known
	functions []string  // those that move somewhere, the earliest first
	stay      []string  // the others
	at        map[string][]placed
	kinds     []string // arrangements, as they first come
}

// placed is where one function is at one worth.
type placed struct{ tier, arrangement string }

func (p placed) moves() bool { return p.tier != local }

// courseOf reads the tables; false if there is no worth of capacity.
func courseOf(d figure.Data) (course, bool) {
	c := course{at: map[string][]placed{}, set: nan}
	var order []string
	for _, r := range d.FunctionsByValue {
		if v := float64(r.CapacityValue); words.Finite(v) {
			c.worths = append(c.worths, v)
			order = append(order, r.Function)
		}
	}
	slices.Sort(c.worths)
	c.worths = slices.Compact(c.worths)
	for _, f := range words.Unique(order) {
		c.at[f] = make([]placed, len(c.worths))
		for i := range c.at[f] {
			c.at[f][i].tier = local
		}
	}
	for _, r := range d.FunctionsByValue {
		if i := slices.Index(c.worths, float64(r.CapacityValue)); i >= 0 {
			c.at[r.Function][i] = placed{r.Tier, r.Arrangement}
		}
	}
	for _, r := range d.FunctionFront {
		if r.Set == "yes" {
			c.set = float64(r.CapacityValue)
		}
	}
	c.sortFunctions(words.Unique(order))
	return c, len(c.worths) > 0
}

// sortFunctions puts those first that go up at the lowest worth, and names the arrangements in that order.
func (c *course) sortFunctions(all []string) {
	for _, f := range all {
		if c.firstMove(f) < len(c.worths) {
			c.functions = append(c.functions, f)
		} else {
			c.stay = append(c.stay, f)
		}
	}
	slices.SortStableFunc(c.functions, func(a, b string) int { return c.firstMove(a) - c.firstMove(b) })
	for i := range c.worths {
		for _, f := range c.functions {
			if p := c.at[f][i]; p.moves() && !slices.Contains(c.kinds, p.arrangement) {
				c.kinds = append(c.kinds, p.arrangement)
			}
		}
	}
}

// firstMove is the index of the lowest worth at which a function moves; one past the last if it does not.
func (c course) firstMove(f string) int {
	i := slices.IndexFunc(c.at[f], placed.moves)
	if i < 0 {
		return len(c.worths)
	}
	return i
}

// movedAt lists the functions that move at a worth, by its index.
func (c course) movedAt(i int) (functions []string) {
	for _, f := range c.functions {
		if c.at[f][i].moves() {
			functions = append(functions, f)
		}
	}
	return functions
}

// worth writes a worth of capacity.
func worth(ctx figure.Context, v float64) string { return ctx.Currency + words.Full(v) }

// few is how many functions a title names.
const few = 4

// named lists functions, or counts them where they are many.
func named(functions []string) string {
	if len(functions) > few {
		return fmt.Sprintf("%s functions", words.Number(len(functions)))
	}
	return words.Listed(functions)
}
