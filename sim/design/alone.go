package design

import "context"

// alone is what every function comes to under every choice if all others stay local.
type alone struct {
	local   *valued
	choices [][]*valued // by function and choice
}

// valueAlone values each single move, whether it keeps the rules or not.
func (b *bank) valueAlone(ctx context.Context) (*alone, error) {
	var designs []design
	for f := range b.space.functions {
		for x := range b.space.choices {
			designs = append(designs, b.space.local().with(f, x))
		}
	}
	found, err := b.value(ctx, designs...)
	if err != nil {
		return nil, err
	}
	a := &alone{local: found[stay]}
	for n := len(b.space.choices); len(found) > 0; found = found[n:] {
		a.choices = append(a.choices, found[:n])
	}
	return a, nil
}

// gain is what one function under one choice is worth more than all local, in the mean.
func (a *alone) gain(w worth, function, choice int) float64 {
	return w.mean(a.choices[function][choice]) - w.mean(a.local)
}

// chancesAlone is in what share of draws each single move is better than all local, by function and choice.
func (s *search) chancesAlone(a *alone) (all [][]float64) {
	for f := range s.functions {
		row := make([]float64, len(s.choices))
		for x := range s.choices {
			row[x] = s.better(a.choices[f][x], a.local)
		}
		all = append(all, row)
	}
	return all
}
