package main

import (
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"reconfig/cmd/reconfig/draw"
	"reconfig/data/results"
	"reconfig/model/spelling"
	"reconfig/plots"
)

// outputFormats says in which formats a command writes: figures, and all tables in one file.
type outputFormats []string

func (o *outputFormats) addFlag(f *pflag.FlagSet) {
	remark := ""
	for _, format := range results.TableFormats() {
		remark += "; and " + format.Name + " for " + lowerFirst(format.Title) + ", " + format.File
	}
	addFigureFormatFlag(f, (*[]string)(o), remark)
}

// addTableFlag adds the flag where there are no figures.
func (o *outputFormats) addTableFlag(f *pflag.FlagSet) {
	var all []string
	for _, format := range results.TableFormats() {
		all = append(all, format.Name+" for "+lowerFirst(format.Title)+", "+format.File)
	}
	f.StringSliceVar((*[]string)(o), "format", nil, "`FORMATS` besides CSV, separated by commas: "+strings.Join(all, "; "))
}

// addFigureFormatFlag adds the flag with a remark on what else it may be.
func addFigureFormatFlag(f *pflag.FlagSet, formats *[]string, remark string) {
	f.StringSliceVar(formats, "format", draw.DefaultFormats(), "`FORMATS` of the figures, separated by commas: "+strings.Join(plots.Formats(), ", ")+remark)
}

// check returns an error for a format that there is not, or that stands twice; figures says whether any can be drawn.
func (o outputFormats) check(figures bool) error {
	known := formatsOfTables()
	if figures {
		known = append(plots.Formats(), known...)
	}
	return checkFormats(o, known)
}

func checkFormats(formats, known []string) error {
	for _, format := range formats {
		if !slices.Contains(known, format) {
			return usagef("--format: %w", spelling.Unknown("format", format, known))
		}
	}
	_, err := codes("--format", formats)
	return err
}

// figures are the formats of figures.
func (o outputFormats) figures() []string { return o.without(isTableFormat) }

// tables are the formats of tables.
func (o outputFormats) tables() []string {
	return o.without(func(format string) bool { return !isTableFormat(format) })
}

func (o outputFormats) without(left func(format string) bool) []string {
	return slices.DeleteFunc(slices.Clone(o), left)
}

func isTableFormat(name string) bool {
	_, is := tableFormat([]string{name})
	return is
}

// tableFormat finds the first format of tables among some formats.
func tableFormat(formats []string) (results.TableFormat, bool) {
	for _, format := range results.TableFormats() {
		if slices.Contains(formats, format.Name) {
			return format, true
		}
	}
	return results.TableFormat{}, false
}

// formatsOfTables are the names of all formats of tables.
func formatsOfTables() (names []string) {
	for _, format := range results.TableFormats() {
		names = append(names, format.Name)
	}
	return names
}

// lowerFirst writes the first letter of a title small, within a sentence.
func lowerFirst(title string) string { return strings.ToLower(title[:1]) + title[1:] }
