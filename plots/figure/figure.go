// Package figure is what all figures share: what a figure is and what it needs, the labels around its data, how
// structures look, how an outcome is written, and which rows of a table a figure shows.
package figure

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"reconfig/plots/chart"
	"reconfig/plots/format"
)

// Figure is one kind of figure.
type Figure struct {
	Order   int      // when a reader meets it: figures are in this order; multiples of ten leave space between
	Name    string   // of its file without extension
	Summary string   // one line for help
	Needs   Needs    // what it is not drawn without
	Narrow  bool     // it has space on a page of 8 cm, too
	OnAsk   bool     // it is drawn only where its name is asked for
	Every   bool     // it has a row, a line or a point for every structure, not only for those in focus
	Bold    bool     // structures in focus are in bold, none in colour
	Columns []string // of its table that it can show one of, where it does not show an outcome of structures

	Page func(Data) chart.Page // of data that are complete; nothing where they have nothing to show
}

var registered []Figure

// Register adds a figure to those that there are.
func Register(f Figure) Figure {
	registered = append(registered, f)
	return f
}

// All lists all figures in reading order.
func All() []Figure {
	return slices.SortedFunc(slices.Values(registered), func(a, b Figure) int { return cmp.Compare(a.Order, b.Order) })
}

// page is the figure of these data.
func (f Figure) page(d Data) chart.Page {
	d = d.Complete()
	if f.Every {
		how := InColour
		if f.Bold {
			how = inBold
		}
		d.Note = strings.TrimSpace(d.AboutFocus(how) + " " + d.Note)
	}
	return f.Page(d)
}

// Missing lists what the figure needs and the data do not have.
func (f Figure) Missing(d Data) Needs {
	return slices.DeleteFunc(slices.Clone(f.Needs), func(n Need) bool { return n.rows(d) > 0 })
}

// Render draws the figure as a file in the format of that name. The same data give the same bytes. A fault of the drawing
// library becomes an error.
func (f Figure) Render(d Data, name string) ([]byte, error) {
	file, _, err := f.RenderPage(d, name)
	return file, err
}

// RenderPage draws the figure as Render does, and gives the page that it drew, for its words.
func (f Figure) RenderPage(d Data, name string) (file []byte, page chart.Page, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			file, err = nil, fmt.Errorf("figure %s: %v", f.Name, fault)
		}
	}()
	if page, err = f.drawable(d); err != nil {
		return nil, page, err
	}
	if file, err = format.Render(page, name); err != nil {
		return nil, page, fmt.Errorf("figure %s: %w", f.Name, err)
	}
	return file, page, nil
}

// drawable is the figure of these data; an error says why there is nothing to draw.
func (f Figure) drawable(d Data) (chart.Page, error) {
	if missing := f.Missing(d); len(missing) > 0 {
		return chart.Page{}, &NothingToDrawError{f.Name, "rows in " + missing.String()}
	}
	if err := f.tooMany(d); err != nil {
		return chart.Page{}, err
	}
	if err := f.tooNarrow(d.Context); err != nil {
		return chart.Page{}, err
	}
	page := f.page(d)
	page.ID, page.Print, page.Bare = f.Name, d.Print(), d.Bare
	if page.Pointless != "" {
		return page, &PointlessError{f.Name, page.Pointless}
	}
	if page.Needs != "" {
		return page, &NothingToDrawError{f.Name, page.Needs}
	}
	return page, nil
}

// Title is the finding, as the figure states it.
func (f Figure) Title(d Data) string { return f.page(d).Title }

// AltText says in words what the figure shows, with the values that matter.
func (f Figure) AltText(d Data) string { return f.page(d).Description }
