package workbook

import (
	"slices"
	"strings"
)

// Format is a file format of workbooks. A new one is a file with its value, and an entry in fileFormats.
type Format struct {
	Name      string // as a user asks for it, and the ending of a file's name
	Called    string // as in an Excel workbook
	MediaType string

	read   func(content []byte, shown *formats) ([]Sheet, error) // numbers in full where shown is nil
	write  func(title string, sheets []Table) ([]byte, error)
	append func(content []byte, s Sheet, t Table) ([]byte, error)
}

var fileFormats = []Format{excelFormat, openDocumentFormat}

// Formats lists the formats, the usual first.
func Formats() []Format { return slices.Clone(fileFormats) }

// Ending is how the name of a file in the format ends.
func (f Format) Ending() string { return "." + f.Name }

// Endings lists the endings, as in “.xlsx or .ods”.
func Endings() string {
	all := make([]string, len(fileFormats))
	for i, f := range fileFormats {
		all[i] = f.Ending()
	}
	return strings.Join(all, " or ")
}

// FormatOf is the format that a file has by its name; not ok where it has none.
func FormatOf(file string) (Format, bool) {
	i := slices.IndexFunc(fileFormats, func(f Format) bool { return strings.HasSuffix(strings.ToLower(file), f.Ending()) })
	if i < 0 {
		return Format{}, false
	}
	return fileFormats[i], true
}

// IsFileName says whether a file is a workbook by its name.
func IsFileName(file string) bool {
	_, is := FormatOf(file)
	return is
}

// Read reads the sheets of a workbook in their order, in the format that its content is in. Numbers are in full, as 1234.5,
// whatever format shows them; truths are yes or no, dates as 2010-04-01; a formula is what it came to when the workbook was
// saved. A file that is no workbook, or too large, gives a table.Problems error, whose File is left to the caller. Cells
// that cannot be used are in the problems of their sheet, for a sheet of notes may hold anything.
func Read(content []byte) ([]Sheet, error) { return read(content, nil) }

// ReadAsShown reads as Read does, but numbers with what their format adds to their meaning: zeros before them, per cent, or
// a currency, which is what currency finds in the text of a format.
func ReadAsShown(content []byte, currency func(format string) string) ([]Sheet, error) {
	return read(content, &formats{currency: currency, of: map[int]func(float64) string{}})
}

func read(content []byte, shown *formats) ([]Sheet, error) {
	f, err := contentFormat(content)
	if err != nil {
		return nil, err
	}
	return f.read(content, shown)
}

// Write writes sheets as a workbook: the same sheets give the same bytes. Text is stored as text, whatever it begins with;
// text that the format does not hold is an error.
func (f Format) Write(title string, sheets []Table) ([]byte, error) { return f.write(title, sheets) }

// Append adds rows to a sheet of a workbook, below the last that holds something and in the style of that, and leaves all
// else as it is. The table names its sheet and says which of its columns are numbers; columns of the sheet that it does
// not have stay empty. The sheet is one that Read has read from the same content.
func Append(content []byte, s Sheet, t Table) ([]byte, error) {
	f, err := contentFormat(content)
	if err != nil {
		return nil, err
	}
	return f.append(content, s, t)
}
