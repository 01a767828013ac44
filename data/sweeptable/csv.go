package sweeptable

import (
	"bytes"
	"io"
	"math"
	"reconfig/data/table"
	"reconfig/model/result"
	"strconv"
)

var csvFormat = fileFormat{
	name:  "csv",
	write: func(w io.Writer, shape *result.Sweep) (Writer, error) { return newSweepCSV(w, shape) },
	read:  (*sweepBuilder).readCSV,
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
	if c.shape.Paired {
		c.text(row.Second)
	}
	if c.shape.EachDraw {
		c.line = append(c.line, ',')
		c.line = strconv.AppendInt(c.line, int64(row.Draw), 10)
	} else {
		c.text(row.Statistic)
	}
	for _, v := range row.Values {
		c.number(v)
	}
	if c.shape.HasNever() {
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
