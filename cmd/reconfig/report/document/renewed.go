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

// Renew makes the blocks of a report that a reader's question changes, and gives them to send: first the figure whose key is
// named, if it is one, then the texts and tables together, then figure by figure. Figures keep the numbers that they have in the
// page; one that the page does not have is left out, and so is one that would show nothing. It ends early when send says false.
func Renew(in Input, numbers map[string]int, first string, send func(...Block) bool) {
	b := builder{Input: in, numbers: numbers}
	names := slices.SortedFunc(maps.Keys(numbers), func(x, y string) int { return numbers[x] - numbers[y] })
	for _, name := range names {
		if figureKey(name) == first && !b.renewFigure(name, send) {
			return
		}
	}
	if !send(b.texts()...) {
		return
	}
	for _, name := range names {
		if figureKey(name) != first && !b.renewFigure(name, send) {
			return
		}
	}
}

// renewFigure draws a figure and sends it; it says whether to go on.
func (b *builder) renewFigure(name string, send func(...Block) bool) bool {
	d := b.figure(name)
	return d == nil || send(Block{Key: d.ID, Figure: d})
}

// texts are the blocks that a question renews, but for figures.
func (b *builder) texts() []Block {
	b.wanted = func(string) bool { return false }
	defer func() { b.wanted = nil }()
	all := []Block{b.findings()}
	for _, s := range []Section{b.question(), b.answer(), b.gains(), b.cautions()} {
		all = append(all, s.Blocks...)
	}
	return slices.DeleteFunc(all, func(x Block) bool { return x.Key == "" })
}
