package sweeptable

import (
	"io"
	"math"
	"reflect"

	"github.com/parquet-go/parquet-go"

	"reconfig/model/result"
	"reconfig/model/unit"
)

var parquetFormat = fileFormat{
	name: "parquet", mediaType: "application/vnd.apache.parquet", packed: true,
	write: func(w io.Writer, shape *result.Sweep) (Writer, error) { return newSweepParquet(w, shape), nil },
	read:  (*sweepBuilder).readParquet,
}

// sweepParquet writes the rows of a sweep as Parquet: the columns of the CSV, with an empty cell as null and infinity as
// itself.
type sweepParquet struct {
	shape    *result.Sweep
	to       *parquet.GenericWriter[any]
	declared []result.Column
	columns  []*parquet.ColumnWriter
	cells    [][]parquet.Value // of rows not written yet, by column
	pending  int               // rows in cells
	inGroup  int               // rows in the group that is being written
	texts    map[string]parquet.Value
}

// A group of rows is held in memory, compressed, until it is whole; cells are handed over in batches.
const (
	rowsInGroup = 1 << 18
	rowsInBatch = 1 << 12
)

func newSweepParquet(w io.Writer, shape *result.Sweep) *sweepParquet {
	table := shape.Table()
	options := []parquet.WriterOption{
		parquetSchema(table), parquet.Compression(&parquet.Zstd), parquet.CreatedBy("reconfig", "", ""), parquet.MaxRowsPerRowGroup(2 * rowsInGroup),
	}
	for _, c := range table.Columns {
		if c.Unit.Kind() != unit.None {
			options = append(options, parquet.KeyValueMetadata("unit:"+c.Name, c.Unit.String()))
		}
	}
	p := &sweepParquet{shape: shape, declared: table.Columns, to: parquet.NewGenericWriter[any](w, options...), texts: map[string]parquet.Value{}}
	p.columns = p.to.ColumnWriters()
	p.cells = make([][]parquet.Value, len(table.Columns))
	for i := range p.cells {
		p.cells[i] = make([]parquet.Value, 0, rowsInBatch)
	}
	return p
}

// parquetSchema declares the table's columns in their order.
func parquetSchema(t result.Table) *parquet.Schema {
	group := orderedGroup{Group: parquet.Group{}}
	for _, c := range t.Columns {
		var n parquet.Node
		switch c.Type {
		case "integer":
			n = parquet.Encoded(parquet.Int(64), &parquet.DeltaBinaryPacked)
		case "number":
			n = parquet.Leaf(parquet.DoubleType)
		default:
			n = parquet.Encoded(parquet.String(), &parquet.RLEDictionary)
		}
		if c.Optional {
			n = parquet.Optional(n)
		}
		group.fields = append(group.fields, namedNode{n, c.Name})
	}
	return parquet.NewSchema(t.Name, group)
}

// orderedGroup is a group whose columns keep their order; the library's own sorts them by name.
type orderedGroup struct {
	parquet.Group
	fields []parquet.Field
}

func (g orderedGroup) Fields() []parquet.Field { return g.fields }

// GoType is what rows would be read into; rows are never read whole.
func (g orderedGroup) GoType() reflect.Type { return reflect.TypeFor[map[string]any]() }

type namedNode struct {
	parquet.Node
	name string
}

func (n namedNode) Name() string { return n.name }

func (n namedNode) Value(base reflect.Value) reflect.Value {
	return base.MapIndex(reflect.ValueOf(n.name))
}

// WriteRows writes the rows.
func (p *sweepParquet) WriteRows(rows []result.SweepRow) error {
	for i := range rows {
		if err := checkShape(p.shape, &rows[i]); err != nil {
			return err
		}
		p.row(&rows[i])
		if p.pending == rowsInBatch {
			if err := p.flush(); err != nil {
				return err
			}
		}
	}
	return nil
}

// Close writes what is left and the file's footer.
func (p *sweepParquet) Close() error {
	if err := p.flush(); err != nil {
		return err
	}
	return p.to.Close()
}

// flush hands the cells over, and writes the group out if it is whole.
func (p *sweepParquet) flush() error {
	for i, cells := range p.cells {
		if len(cells) == 0 {
			continue
		}
		if _, err := p.columns[i].WriteRowValues(cells); err != nil {
			return err
		}
		p.cells[i] = cells[:0]
	}
	p.inGroup += p.pending
	p.pending = 0
	if p.inGroup < rowsInGroup {
		return nil
	}
	p.inGroup = 0
	return p.to.Flush()
}

func (p *sweepParquet) row(row *result.SweepRow) {
	column := 0
	add := func(v parquet.Value) {
		p.cells[column] = append(p.cells[column], v)
		column++
	}
	add(parquet.Int64Value(int64(row.Point)).Level(0, 0, 0))
	add(p.text(row.Map, column))
	for _, v := range row.Settings {
		add(p.number(v, column))
	}
	add(p.text(row.Structure, column))
	if p.shape.Paired {
		add(p.text(row.Second, column))
	}
	if p.shape.EachDraw {
		add(parquet.Int64Value(int64(row.Draw)).Level(0, 0, column))
	} else {
		add(p.text(row.Statistic, column))
	}
	for _, v := range row.Values {
		add(p.number(v, column))
	}
	if p.shape.HasNever() {
		add(p.number(row.NeverShare, column))
	}
	p.pending++
}

// number is a cell of a number. Where none may be empty, NaN stays NaN.
func (p *sweepParquet) number(v float64, column int) parquet.Value {
	optional := p.declared[column].Optional
	switch {
	case optional && math.IsNaN(v):
		return parquet.NullValue().Level(0, 0, column)
	case optional:
		return parquet.DoubleValue(v+0).Level(0, 1, column) // + 0 makes -0 plain
	}
	return parquet.DoubleValue(v+0).Level(0, 0, column)
}

func (p *sweepParquet) text(text string, column int) parquet.Value {
	v, ok := p.texts[text]
	if !ok {
		v = parquet.ByteArrayValue([]byte(text))
		if len(p.texts) < 1<<16 {
			p.texts[text] = v
		}
	}
	return v.Level(0, 0, column)
}
