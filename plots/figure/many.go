package figure

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"reconfig/model/result"
	"reconfig/plots/words"
)

// MostStructures is how many structures a figure of every one can show: more would not fit a page that anybody reads.
const MostStructures = 40

// mostChosen is how many structures are proposed where there are too many: those in focus, and the best.
const mostChosen = 6

// TooManyError is what Render returns of a figure of every structure where there are more than it can show.
type TooManyError struct {
	Figures    []string // their names
	Structures int
	Choice     []string // codes of some that are worth a figure
}

func (e *TooManyError) Error() string {
	return fmt.Sprintf("%s: %d structures are more than the %d that such a figure can show. Choose some: “reconfig run” and “decide” take --structure %s, "+
		"or any others; the plan of a sweep takes structures", words.Listed(e.Figures), e.Structures, MostStructures, strings.Join(e.Choice, ","))
}

// tooMany returns an error where the figure would have to show too many structures; it needs no more than their codes.
func (f Figure) tooMany(d Data) error {
	if !f.Every {
		return nil
	}
	codes := d.Structures()
	if len(codes) <= MostStructures {
		return nil
	}
	return &TooManyError{Figures: []string{f.Name}, Structures: len(codes), Choice: d.choice(codes)}
}

// choice is some of the structures: those in focus, then the best on net benefit, of draws if there are any; those that
// come first where net benefit is not known.
func (d Data) choice(codes []string) []string {
	worth := map[string]float64{}
	for _, row := range OneEach(d.Outcomes) {
		worth[row.Structure] = row.Values[result.NetBenefit]
	}
	ranked := slices.Clone(codes)
	slices.SortStableFunc(ranked, func(a, b string) int { return cmp.Compare(known(worth, b), known(worth, a)) })
	chosen := words.Unique(append(d.focus(), ranked...))
	return chosen[:min(len(chosen), mostChosen)]
}

// known is a worth that can be ranked: one that is not known is the least.
func known(worth map[string]float64, code string) float64 {
	if v, there := worth[code]; there && !math.IsNaN(v) {
		return v
	}
	return math.Inf(-1)
}
