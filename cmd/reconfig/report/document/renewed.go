package document

import (
	"maps"
	"slices"
)

// figureKey is the key of a figure's block, and its place in the page.
func figureKey(name string) string { return "figure-" + name }

// Figures are the numbers of a report's figures, by name.
func (r Report) Figures() map[string]int {
	numbers := map[string]int{}
	for _, s := range r.Sections {
		for _, b := range s.Blocks {
			if b.Figure != nil {
				numbers[b.Figure.Name] = b.Figure.Number
			}
		}
	}
	return numbers
}

// Renewal makes the blocks of a report that a reader's question changes. Figures keep the numbers that they have in the page, by name;
// one that the page does not have is not drawn.
type Renewal struct{ b builder }

// Renew makes a renewal of what a question comes to.
func Renew(in Input, numbers map[string]int) *Renewal {
	return &Renewal{builder{Input: in, numbers: numbers}}
}

// Figures lists the keys of the figures in the page, in its order.
func (r *Renewal) Figures() []string {
	names := slices.SortedFunc(maps.Keys(r.b.numbers), func(x, y string) int { return r.b.numbers[x] - r.b.numbers[y] })
	for i, name := range names {
		names[i] = figureKey(name)
	}
	return names
}

// Figure draws the figure with a key; false where it would show nothing, or is none of the page.
func (r *Renewal) Figure(key string) (Block, bool) {
	for name := range r.b.numbers {
		if figureKey(name) == key {
			d := r.b.figure(name)
			return Block{Key: key, Figure: d}, d != nil
		}
	}
	return Block{}, false
}

// Texts are the texts and tables.
func (r *Renewal) Texts() []Block {
	b := r.b
	b.wanted = func(string) bool { return false }
	all := []Block{b.lead(), b.findings()}
	for _, s := range []Section{b.question(), b.answer(), b.gains(), b.cautions(), b.further()} {
		all = append(all, s.Blocks...)
	}
	return slices.DeleteFunc(all, func(x Block) bool { return x.Key == "" })
}
