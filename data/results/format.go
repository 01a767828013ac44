package results

import (
	"slices"

	"reconfig/data/datapackage"
	"reconfig/model/result"
)

// TableFormat is a format in which a folder holds all of its tables once more, in one file, beside the CSV files that are
// always written. A new one is a file with its value, and an entry in tableFormats.
type TableFormat struct {
	Name   string // as a user asks for it
	File   string // in the folder
	Holder string // what the file is, as in workbook
	Title  string // what it holds

	mediaType string
	encode    func(tables []result.Rows, r *Folder) ([]byte, error)
}

var tableFormats = []TableFormat{workbookFormat, openDocumentFormat}

// TableFormats lists the formats.
func TableFormats() []TableFormat { return slices.Clone(tableFormats) }

// tableFormats lists the formats that are asked for.
func (r *Folder) tableFormats() []TableFormat {
	return slices.DeleteFunc(TableFormats(), func(f TableFormat) bool { return !slices.Contains(r.Formats, f.Name) })
}

// resource describes a file in the format.
func (f TableFormat) resource(content []byte) datapackage.Resource {
	whole := datapackage.Resource{Name: f.Holder, Path: f.File, Title: f.Title, Format: f.Name, MediaType: f.mediaType}
	return whole.Describe(content)
}
