// Package sweeptable writes and reads the table of a sweep, as CSV or as Parquet, row by row: it may be too large to be held.
package sweeptable

import (
	"fmt"
	"io"

	"reconfig/model/result"
	"reconfig/model/spelling"
)

// Writer writes the rows of a sweep, however many, without holding them.
type Writer interface {
	// WriteRows writes rows in the order of the table. It does not keep them.
	WriteRows(rows []result.SweepRow) error
	// Close writes what is left. The writer beneath stays open.
	Close() error
}

// New writes a sweep's table in one of Formats. shape says which columns it has; its rows are not written.
func New(format string, w io.Writer, shape *result.Sweep) (Writer, error) {
	f, ok := formatOf(format)
	if !ok {
		return nil, spelling.Unknown("format", format, Formats())
	}
	return f.write(w, shape)
}

// checkShape reports a row that does not have the shape's columns, which would shift its cells.
func checkShape(shape *result.Sweep, row *result.SweepRow) error {
	if len(row.Settings) != len(shape.Varied) || len(row.Values) != len(shape.Outcomes) {
		return fmt.Errorf("a row of %d settings and %d outcomes in a sweep of %d and %d", len(row.Settings), len(row.Values), len(shape.Varied), len(shape.Outcomes))
	}
	return nil
}
