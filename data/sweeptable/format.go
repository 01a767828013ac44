package sweeptable

import (
	"errors"
	"io"
	"slices"

	"reconfig/model/result"
)

// fileFormat is a file format of a sweep's table. A new one is a file with its value, and an entry in formats.
type fileFormat struct {
	name      string // as a plan has it, and the ending of the file
	mediaType string // empty of CSV, which a data package describes cell by cell
	write     func(w io.Writer, shape *result.Sweep) (Writer, error)
	read      func(*sweepBuilder) error
	rowBytes  func(f *fileFormat, shape *result.Sweep, sample []result.SweepRow) (float64, error)
}

// formats are those that there are: the default first, the quickest to read last.
var formats = []fileFormat{csvFormat, parquetFormat}

// Formats lists the names of the formats, the default first.
func Formats() []string {
	names := make([]string, len(formats))
	for i := range formats {
		names[i] = formats[i].name
	}
	return names
}

// MediaType is the media type of a format; empty for CSV and for a format that there is not.
func MediaType(name string) string {
	f, _ := formatOf(name)
	return f.mediaType
}

// File is the file of a sweep's table in a format.
func File(format string) string { return result.SweepName + "." + format }

// Files lists the files that a sweep's table may be in.
func Files() []string {
	names := Formats()
	for i, name := range names {
		names[i] = File(name)
	}
	return names
}

func formatOf(name string) (*fileFormat, bool) {
	i := slices.IndexFunc(formats, func(f fileFormat) bool { return f.name == name })
	if i < 0 {
		return &fileFormat{}, false
	}
	return &formats[i], true
}

// RowBytes is about how many bytes a row takes in a format, going by a sample of rows; 0 for a format that there is not. It
// returns an error if a row does not have the columns of shape.
func RowBytes(name string, shape *result.Sweep, sample []result.SweepRow) (float64, error) {
	f, ok := formatOf(name)
	if !ok {
		return 0, nil
	}
	return f.rowBytes(f, shape, sample)
}

// bytesOfRows is how many bytes a row of the sample takes as it is written.
func bytesOfRows(f *fileFormat, shape *result.Sweep, sample []result.SweepRow) (float64, error) {
	var n counter
	w, err := f.write(&n, shape)
	if err != nil {
		return 0, err
	}
	if err := errors.Join(w.WriteRows(sample), w.Close()); err != nil {
		return 0, err
	}
	return float64(n) / float64(max(1, len(sample))), nil
}

// counter counts what is written to it.
type counter int

func (n *counter) Write(p []byte) (int, error) {
	*n += counter(len(p))
	return len(p), nil
}
