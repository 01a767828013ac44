// Package plots draws the figures of a result, one figure a file. It takes plain tables, as package result declares
// them, and knows nothing of how they were computed. Titles state what the data show, and are computed from them.
package plots

import (
	"cmp"
	"fmt"
	"slices"

	"reconfig/plots/chart"
)

// Figure is one kind of figure.
type Figure struct {
	Order   int    // its place among all figures as a reader meets them; multiples of ten leave space between
	Name    string // of its file without extension
	Summary string // one line for help
	Needs   Needs  // what it is not drawn without

	Page func(Data) chart.Page // of data that are complete; nothing where they have nothing to show
}

var registered []Figure

// register adds a figure to those that there are.
func register(f Figure) Figure {
	registered = append(registered, f)
	return f
}

// Figures lists all figures in reading order.
func Figures() []Figure {
	return slices.SortedFunc(slices.Values(registered), func(a, b Figure) int { return cmp.Compare(a.Order, b.Order) })
}

// page is the figure of these data.
func (f Figure) page(d Data) chart.Page { return f.Page(d.complete()) }

// Missing lists what the figure needs and the data do not have.
func (f Figure) Missing(d Data) Needs {
	return slices.DeleteFunc(slices.Clone(f.Needs), func(n Need) bool { return n.rows(d) > 0 })
}

// Render draws the figure as a file in one of the Formats. The same data give the same bytes. A fault of the drawing
// library becomes an error.
func (f Figure) Render(d Data, format string) (file []byte, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			file, err = nil, fmt.Errorf("figure %s: %v", f.Name, fault)
		}
	}()
	if missing := f.Missing(d); len(missing) > 0 {
		return nil, &NothingToDrawError{f.Name, "rows in " + missing.String()}
	}
	page := f.page(d)
	if page.Needs != "" {
		return nil, &NothingToDrawError{f.Name, page.Needs}
	}
	page.ID = f.Name
	file, err = chart.Render(page, format)
	if err != nil {
		return nil, fmt.Errorf("figure %s: %w", f.Name, err)
	}
	return file, nil
}

// Title is the finding, as the figure states it.
func (f Figure) Title(d Data) string { return f.page(d).Title }

// AltText says in words what the figure shows, with the values that matter.
func (f Figure) AltText(d Data) string { return f.page(d).Description }
