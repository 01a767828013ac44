// Package plots draws the figures of a result from plain tables, as package result declares them; it knows nothing of how
// they were computed. Titles state what the data show, and are computed from them. This package is the face of the others:
// a figure is one file in one of the packages below, which registers it. The file formats are in plots/format.
package plots

import (
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/format"

	_ "reconfig/plots/bodies"      // how single commissioners fare, and where they are
	_ "reconfig/plots/decisions"   // which structure to choose, what would change that, and what to learn or decide later
	_ "reconfig/plots/designs"     // what a search for a structure found
	_ "reconfig/plots/discovery"   // where cases of interest lie
	_ "reconfig/plots/runs"        // what each structure needs, saves, costs and does to capacity
	_ "reconfig/plots/sensitivity" // which assumptions matter
	_ "reconfig/plots/sweeps"      // outcomes along the assumptions that a sweep varies
)

type (
	// Figure is one kind of figure.
	Figure = figure.Figure
	// Needs are what a figure is not drawn without.
	Needs = figure.Needs
	// Data is what figures are drawn from.
	Data = figure.Data
	// Context is what a figure says around its data.
	Context = figure.Context
	// NothingToDrawError says what the data lack that the figure could show.
	NothingToDrawError = figure.NothingToDrawError
	// PointlessError says why a figure would tell nothing.
	PointlessError = figure.PointlessError
	// TooNarrowError says that the page is too narrow for the figure.
	TooNarrowError = figure.TooNarrowError
	// TooManyError says that there are more structures than the figure can show.
	TooManyError = figure.TooManyError
)

// MostStructures is how many structures a figure of every one can show.
const MostStructures = figure.MostStructures

// DefaultOutcome is what figures of one outcome show wherever it is in their table.
const DefaultOutcome = figure.DefaultOutcome

// Box stands in the place of a letter that the font lacks.
const Box = chart.Box

// Figures lists all figures in reading order.
func Figures() []Figure { return figure.All() }

// Widths lists the widths of a page in print, in cm, and the usual one.
func Widths() (widths []int, usual int) {
	for _, p := range chart.Prints {
		widths = append(widths, p.Centimetres)
	}
	return widths, chart.DefaultPrint
}

// Formats lists the names of the file formats of a figure.
func Formats() []string { return format.Names() }

// MediaType is the media type of files of a format; empty if there is no such format.
func MediaType(name string) string { return format.Named(name).MediaType }
