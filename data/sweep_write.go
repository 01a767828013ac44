package data

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"

	"reconfig/data/table"
	"reconfig/model/plan"
	"reconfig/model/result"
	"reconfig/model/spelling"
)

// SweepWriter writes the rows of a sweep, however many, without holding them.
type SweepWriter interface {
	// WriteRows writes rows in the order of the table. It does not keep them.
	WriteRows(rows []result.SweepRow) error
	// Close writes what is left. The writer beneath stays open.
	Close() error
}

// NewSweepWriter writes a sweep's table in one of plan.Formats. shape says which columns it has; its rows are not
// written.
func NewSweepWriter(format string, w io.Writer, shape *result.Sweep) (SweepWriter, error) {
	switch format {
	case "csv":
		return newSweepCSV(w, shape)
	case "parquet":
		return newSweepParquet(w, shape), nil
	}
	return nil, spelling.Unknown("format", format, plan.Formats)
}

// sweepCSV writes the rows of a sweep as CSV, with cells as table.Writer has them, but faster: most cells are numbers,
// which need no quoting, and few texts are different.
type sweepCSV struct {
	to    io.Writer
	shape *result.Sweep
	line  []byte // rows not written yet
	texts map[string][]byte
}

// enough is how many bytes are written at once.
const enough = 1 << 16

func newSweepCSV(w io.Writer, shape *result.Sweep) (*sweepCSV, error) {
	c := &sweepCSV{to: w, shape: shape, texts: map[string][]byte{}}
	var header bytes.Buffer
	out := table.NewWriter(&header, shape.Table(), result.Wording{})
	var names []string
	for _, column := range shape.Table().Columns {
		names = append(names, column.Name)
	}
	if err := out.Write(names); err != nil {
		return nil, err
	}
	out.Flush()
	c.line = append(make([]byte, 0, 2*enough), header.Bytes()...)
	return c, nil
}

// WriteRows writes the rows.
func (c *sweepCSV) WriteRows(rows []result.SweepRow) error {
	for i := range rows {
		if err := checkShape(c.shape, &rows[i]); err != nil {
			return err
		}
		c.row(&rows[i])
		if len(c.line) >= enough {
			if err := c.flush(); err != nil {
				return err
			}
		}
	}
	return nil
}

// Close writes what is left.
func (c *sweepCSV) Close() error { return c.flush() }

func (c *sweepCSV) flush() error {
	_, err := c.to.Write(c.line)
	c.line = c.line[:0]
	return err
}

func (c *sweepCSV) row(row *result.SweepRow) {
	c.line = strconv.AppendInt(c.line, int64(row.Point), 10)
	c.text(row.Map)
	for _, v := range row.Settings {
		c.number(v)
	}
	c.text(row.Structure)
	if c.shape.EachDraw {
		c.line = append(c.line, ',')
		c.line = strconv.AppendInt(c.line, int64(row.Draw), 10)
	} else {
		c.text(row.Statistic)
	}
	for _, v := range row.Values {
		c.number(v)
	}
	if !c.shape.EachDraw {
		c.number(row.NeverShare)
	}
	c.line = append(c.line, '\n')
}

// number adds a comma and a number: NaN is nothing, -0 is 0.
func (c *sweepCSV) number(v float64) {
	c.line = append(c.line, ',')
	switch {
	case math.IsNaN(v):
	case v == 0:
		c.line = append(c.line, '0')
	case math.IsInf(v, 0):
		c.line = append(c.line, table.FormatNumber(v)...)
	default:
		c.line = strconv.AppendFloat(c.line, v, 'f', -1, 64)
	}
}

// text adds a comma and a text, quoted where it must be.
func (c *sweepCSV) text(text string) {
	cell, ok := c.texts[text]
	if !ok {
		cell = quotedCell(text)
		if len(c.texts) < 1<<16 {
			c.texts[text] = cell
		}
	}
	c.line = append(c.line, cell...)
}

// quotedCell is a comma and the cell as table.Writer writes it.
func quotedCell(text string) []byte {
	var b bytes.Buffer
	w := table.NewWriter(&b, result.Table{Columns: []result.Column{{Type: "string"}, {Type: "string"}}}, result.Wording{})
	if err := w.Write([]string{"", text}); err != nil {
		panic(err) // a buffer takes anything
	}
	w.Flush()
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// checkShape reports a row that does not have the shape's columns, which would shift its cells.
func checkShape(shape *result.Sweep, row *result.SweepRow) error {
	if len(row.Settings) != len(shape.Varied) || len(row.Values) != len(shape.Outcomes) {
		return fmt.Errorf("a row of %d settings and %d outcomes in a sweep of %d and %d", len(row.Settings), len(row.Values), len(shape.Varied), len(shape.Outcomes))
	}
	return nil
}

// RowBytes is about how many bytes a row takes in a format: in CSV as in the rows given; in Parquet, which a sample is
// too small for, eight for every number, since random ones do not compress much below that.
func RowBytes(format string, shape *result.Sweep, sample []result.SweepRow) (float64, error) {
	if format == "parquet" {
		return 8 * float64(len(shape.Outcomes)+1), nil
	}
	var n counter
	w, err := NewSweepWriter(format, &n, shape)
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
