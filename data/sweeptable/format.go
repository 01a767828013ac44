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
	packed    bool   // compressed
	write     func(w io.Writer, shape *result.Sweep) (Writer, error)
	read      func(*sweepBuilder) error
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

// IsPacked says whether a format compresses what repeats.
func IsPacked(name string) bool {
	f, _ := formatOf(name)
	return f.packed
}

// File is the file of one of a sweep's tables in a format: of result.SweepName or result.DifferencesName.
func File(table, format string) string { return table + "." + format }

// Files lists the files that one of a sweep's tables may be in.
func Files(table string) []string {
	names := Formats()
	for i, name := range names {
		names[i] = File(table, name)
	}
	return names
}

// AllFiles lists the files that the tables of a sweep may be in.
func AllFiles() []string { return append(Files(result.SweepName), Files(result.DifferencesName)...) }

func formatOf(name string) (*fileFormat, bool) {
	i := slices.IndexFunc(formats, func(f fileFormat) bool { return f.name == name })
	if i < 0 {
		return &fileFormat{}, false
	}
	return &formats[i], true
}

// Bytes is about how many bytes a table of so many rows, with so many of each point, takes in a format, going by a sample of
// rows from all over it.
func Bytes(format string, shape *result.Sweep, sample []result.SweepRow, rows, rowsAtPoint int) (float64, error) {
	all, err := bytesOfRows(format, shape, sample)
	if err != nil || len(sample) < 2 || rows <= len(sample) {
		return all, err
	}
	perRow := 0.0
	if shape.EachDraw {
		perRow, err = bytesOfDraw(format, shape, sample, rows, rowsAtPoint)
	} else {
		perRow, err = bytesOfStatistic(format, shape, sample)
	}
	return all + perRow*float64(rows-len(sample)), err
}

// bytesOfStatistic is how many bytes a further row of statistics takes. The more rows there are, the better they are
// compressed: so it is what the second half of the sample adds to the first.
func bytesOfStatistic(format string, shape *result.Sweep, sample []result.SweepRow) (float64, error) {
	half := len(sample) / 2
	first, err := bytesOfRows(format, shape, sample[:half])
	if err != nil {
		return 0, err
	}
	second, err := bytesOfRows(format, shape, sample[half:])
	if err != nil {
		return 0, err
	}
	all, err := bytesOfRows(format, shape, sample)
	return (all - (first+second)/2) / float64(len(sample)-half), err
}

// bytesOfDraw is how many bytes a further row of a draw takes. Where the same draws of another point are near, its values
// may be there already, as those of an outcome that an assumption has no part in: then it takes fewer.
func bytesOfDraw(format string, shape *result.Sweep, sample []result.SweepRow, rows, rowsAtPoint int) (float64, error) {
	empty, err := bytesOfRows(format, shape, nil)
	if err != nil {
		return 0, err
	}
	n := slices.IndexFunc(sample, func(r result.SweepRow) bool { return r.Point != sample[0].Point })
	isNew := min(1, max(float64(rowsAtPoint)/result.FarApart, float64(rowsAtPoint)/float64(rows)))
	if n < 0 || isNew == 1 {
		n = len(sample)
	}
	one, err := bytesOfRows(format, shape, sample[:n])
	if err != nil {
		return 0, err
	}
	first := (one - empty) / float64(n)
	if n == len(sample) {
		return first, nil
	}
	all, err := bytesOfRows(format, shape, sample)
	again := (all - one) / float64(len(sample)-n)
	return isNew*first + (1-isNew)*again, err
}

// bytesOfRows is how many bytes the rows take as they are written.
func bytesOfRows(format string, shape *result.Sweep, rows []result.SweepRow) (float64, error) {
	var n counter
	w, err := New(format, &n, shape)
	if err != nil {
		return 0, err
	}
	err = errors.Join(w.WriteRows(rows), w.Close())
	return float64(n), err
}

// counter counts what is written to it.
type counter int

func (n *counter) Write(p []byte) (int, error) {
	*n += counter(len(p))
	return len(p), nil
}
