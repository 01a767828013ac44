package sweeptable

import (
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"reconfig/data/folder"
	"reconfig/model/unit"
)

// readParquet reads sweep.parquet, one group of rows and in it one column at a time.
func (b *sweepBuilder) readParquet() (err error) {
	file, err := folder.Open(b.file)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }() // nothing was written
	info, err := file.Stat()
	if err != nil {
		return err
	}
	defer func() { // the library panics on some damaged files
		if r := recover(); r != nil {
			err = fmt.Errorf("expected a whole Parquet file: %v", r)
		}
	}()
	p, err := parquet.OpenFile(file, info.Size(), parquet.SkipBloomFilters(true))
	if err != nil {
		return fmt.Errorf("expected a Parquet file: %w", err)
	}
	leaves := leafColumns(p.Root())
	names := make([]string, len(leaves))
	for i, c := range leaves {
		names[i] = strings.Join(c.Path(), ".")
	}
	b.takeHeader(names, func(i int) bool { return holdsNumbers(leaves[i]) })
	b.checkKinds(leaves)
	b.checkCompression(p.Metadata())
	if p.NumRows() == 0 {
		b.add(0, "", "", "at least one row")
	}
	if len(b.problems) > 0 {
		b.withoutLines()
		return nil
	}
	b.takeParquetUnits(p)
	if b.keep == nil {
		if p.NumRows() > MostRows {
			return &RowsError{b.file}
		}
		b.sweep.Rows = slices.Grow(b.sweep.Rows, int(max(0, min(p.NumRows(), info.Size())))) // a damaged file may claim any number
	}
	for _, group := range p.RowGroups() {
		if err := b.takeGroup(group); err != nil {
			return err
		}
		if len(b.sweep.Rows) > MostRows {
			return &RowsError{b.file}
		}
	}
	b.withoutLines()
	return nil
}

// leafColumns lists the columns that hold values, in the order of the file.
func leafColumns(c *parquet.Column) []*parquet.Column {
	if c.Leaf() {
		return []*parquet.Column{c}
	}
	var all []*parquet.Column
	for _, child := range c.Columns() {
		all = append(all, leafColumns(child)...)
	}
	return all
}

// holdsNumbers says whether the values are plain numbers: not decimals, dates or lists.
func holdsNumbers(c *parquet.Column) bool {
	if len(c.Path()) > 1 || c.Repeated() {
		return false
	}
	switch c.Type().Kind() {
	case parquet.Double, parquet.Float:
		return true
	case parquet.Int32, parquet.Int64:
		return isPlainInteger(c)
	}
	return false
}

func isPlainInteger(c *parquet.Column) bool {
	logical := c.Type().LogicalType()
	if logical == nil || logical.Value == nil {
		return true
	}
	_, ok := logical.Value.(*format.IntType)
	return ok
}

// checkKinds reports columns whose values are not what they should be.
func (b *sweepBuilder) checkKinds(leaves []*parquet.Column) {
	for i, c := range leaves {
		kind := c.Type().Kind()
		switch b.roles[i] {
		case pointRole, drawRole:
			if !holdsNumbers(c) || kind == parquet.Double || kind == parquet.Float {
				b.add(0, b.names[i], "", "a column of whole numbers")
			}
		case mapRole, structureRole, secondRole, statisticRole:
			if kind != parquet.ByteArray || c.Repeated() {
				b.add(0, b.names[i], "", "a column of text")
			}
		case outcomeRole, neverRole:
			if !holdsNumbers(c) {
				b.add(0, b.names[i], "", "a column of numbers (double)")
			}
		}
	}
}

// checkCompression refuses LZ4, of which parquet-go 0.32.0 does not always give the values that were written.
func (b *sweepBuilder) checkCompression(about *format.FileMetaData) {
	for _, group := range about.RowGroups {
		for _, c := range group.Columns {
			if codec := c.MetaData.Codec; codec == format.Lz4Raw || codec == format.Lz4 {
				b.add(0, "", codec.String(), "another compression, such as ZSTD or SNAPPY: LZ4 cannot be read")
				return
			}
		}
	}
}

// withoutLines takes line numbers from problems: the file has none.
func (b *sweepBuilder) withoutLines() {
	for i := range b.problems {
		b.problems[i].Line = 0
	}
}

// takeParquetUnits reads the units that the file itself states.
func (b *sweepBuilder) takeParquetUnits(p *parquet.File) {
	for i := range b.sweep.Varied {
		if text, ok := p.Lookup("unit:" + b.sweep.Varied[i].Name); ok {
			b.sweep.Varied[i].Unit = unit.Parse(text)
		}
	}
}

// takeGroup reads a group of rows.
func (b *sweepBuilder) takeGroup(group parquet.RowGroup) error {
	first, n := len(b.sweep.Rows), int(group.NumRows())
	for i, chunk := range group.ColumnChunks() {
		if b.roles[i] == passedOver {
			continue
		}
		if err := b.takeChunk(i, chunk, first, first+n); err != nil {
			return fmt.Errorf("column %s: %w", b.names[i], err)
		}
	}
	if len(b.sweep.Rows) != first+n {
		return errors.New("expected as many values as rows")
	}
	kept := b.sweep.Rows[:first]
	for i := first; i < len(b.sweep.Rows); i++ {
		row := b.sweep.Rows[i]
		if b.finish(&row); b.isKept(&row) {
			kept = append(kept, b.ownNumbers(row))
		}
	}
	clear(b.sweep.Rows[len(kept):])
	b.sweep.Rows = kept
	return nil
}

// takeChunk reads the values of one column in the rows from first to before last.
func (b *sweepBuilder) takeChunk(column int, chunk parquet.ColumnChunk, first, last int) error {
	pages := chunk.Pages()
	defer func() { _ = pages.Close() }()
	cells := make([]parquet.Value, rowsInBatch)
	row := first
	for {
		page, err := pages.ReadPage()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		values := page.Values()
		for {
			n, err := values.ReadValues(cells)
			if row+n > last {
				return errors.New("expected as many values as rows")
			}
			if row+n > 2*MostRows {
				return &RowsError{b.file}
			}
			for len(b.sweep.Rows) < row+n { // not before there are values: a damaged file may claim any number
				b.sweep.Rows = append(b.sweep.Rows, b.newRow())
			}
			for _, v := range cells[:n] {
				if expected := b.takeParquetCell(row, column, v); expected != "" && !b.tooMany() {
					b.add(0, b.names[column], v.String(), fmt.Sprintf("%s (row %d)", expected, row+1))
				}
				row++
			}
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				return err
			}
		}
		parquet.Release(page)
	}
	if row != last {
		return errors.New("expected as many values as rows")
	}
	return nil
}

// takeParquetCell reads one value and says what it should be if it is not.
func (b *sweepBuilder) takeParquetCell(at, i int, v parquet.Value) string {
	row := &b.sweep.Rows[at]
	switch b.roles[i] {
	case pointRole:
		return wholeValue(&row.Point, v)
	case drawRole:
		return wholeValue(&row.Draw, v)
	case mapRole:
		return b.textValue(&row.Map, v)
	case structureRole:
		return b.codeValue(&row.Structure, v)
	case secondRole:
		return b.codeValue(&row.Second, v)
	case statisticRole:
		return b.textValue(&row.Statistic, v)
	case settingRole:
		n := numberOf(v)
		row.Settings[b.index[i]] = n
		if math.IsNaN(n) || math.IsInf(n, 0) {
			return "a number"
		}
	case outcomeRole:
		row.Values[b.index[i]] = numberOf(v)
	case neverRole:
		row.NeverShare = numberOf(v)
	}
	return ""
}

func wholeValue(to *int, v parquet.Value) string {
	n := int64(0)
	switch {
	case v.IsNull():
	case v.Kind() == parquet.Int32:
		n = int64(v.Int32())
	case v.Kind() == parquet.Int64:
		n = v.Int64()
	}
	if n < 1 {
		return "a whole number of at least 1"
	}
	*to = int(n)
	return ""
}

// numberOf is a number; NaN where there is none.
func numberOf(v parquet.Value) float64 {
	if v.IsNull() {
		return math.NaN()
	}
	switch v.Kind() {
	case parquet.Double:
		return v.Double()
	case parquet.Float:
		return float64(v.Float())
	case parquet.Int32:
		return float64(v.Int32())
	case parquet.Int64:
		return float64(v.Int64())
	}
	return math.NaN()
}

// codeValue keeps the code of a structure, which may not be empty.
func (b *sweepBuilder) codeValue(to *string, v parquet.Value) string {
	if v.IsNull() || len(v.ByteArray()) == 0 {
		return "the code of a structure"
	}
	return b.textValue(to, v)
}

func (b *sweepBuilder) textValue(to *string, v parquet.Value) string {
	if v.IsNull() {
		*to = ""
		return ""
	}
	content := v.ByteArray()
	if known, ok := b.texts[string(content)]; ok {
		*to = known
		return ""
	}
	if !utf8.Valid(content) {
		return "text in UTF-8"
	}
	text := string(content)
	*to = b.intern(text, text)
	return ""
}
