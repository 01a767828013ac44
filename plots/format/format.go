// Package format writes pages as files, each with a text alternative inside. A format is one file here and one entry in
// All.
package format

import (
	"fmt"
	"slices"

	"reconfig/plots/chart"
)

// Format is a file format of figures.
type Format struct {
	Name      string // which is also the extension of files
	MediaType string
	Encode    func(chart.Page) ([]byte, error) // the same page gives the same bytes
}

// Names lists the names of the formats.
func Names() []string {
	names := make([]string, len(All))
	for i, f := range All {
		names[i] = f.Name
	}
	return names
}

// Named is the format of that name; without Encode if there is none.
func Named(name string) Format {
	i := slices.IndexFunc(All, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}
	}
	return All[i]
}

// Render writes the page in the format of that name.
func Render(p chart.Page, name string) ([]byte, error) {
	f := Named(name)
	if f.Encode == nil {
		return nil, fmt.Errorf("%q is not a format of figures (%v)", name, Names())
	}
	return f.Encode(p)
}
