package table

import (
	"reflect"
	"slices"
	"strings"

	"reconfig/data/dialect"
	"reconfig/model"
	"reconfig/model/result"
)

// PlainNumbers has the numbers of the columns written plainly where the table has decimal commas. It looks for them where the
// cells are not separated by commas. Decode does so too.
func (t *Table) PlainNumbers(c Columns) {
	if !t.mayHaveCommas(dialect.Unknown) {
		return
	}
	isNumber := make([]bool, len(t.Header))
	for i, name := range t.Header {
		kind := c.Kinds[name]
		isNumber[i] = kind != nil && isNumeric(kind) || kind == nil && c.Further && t.holdsNumbers(i)
	}
	t.ReadDecimals(isNumber, dialect.Unknown, "")
}

// ReadDecimals has the numbers of some columns written plainly where the table has decimal commas: by the mark that the user
// said, or where its cells are not separated by commas by what the numbers tell. Where they could not be read, the table is
// Unsplit and has the problem; ask is how the user says the mark.
func (t *Table) ReadDecimals(isNumber []bool, said dialect.Mark, ask string) {
	if !t.mayHaveCommas(said) {
		return
	}
	t.plain = true
	var marks dialect.Marks
	for i := range t.Header {
		for j := 0; isNumber[i] && j < len(t.Records); j++ {
			marks.Take(t.Records[j][i], t.Header[i], t.Lines[j][i])
		}
	}
	mark, doubt := marks.Mark(said, ask)
	if doubt != nil {
		t.doubt(doubt)
		return
	}
	t.Dialect.Decimals = mark
	for i := range t.Header {
		for j := 0; mark == dialect.Comma && isNumber[i] && j < len(t.Records); j++ {
			t.Records[j][i] = mark.Plain(t.Records[j][i])
		}
	}
}

// mayHaveCommas says whether numbers may be written with decimal commas, and have not been read yet.
func (t *Table) mayHaveCommas(said dialect.Mark) bool {
	return !t.Unsplit && !t.plain && (t.Dialect.Separator() != ',' || said != dialect.Unknown)
}

func isNumeric(kind reflect.Type) bool {
	return kind == reflect.TypeFor[model.Optional]() || kind == reflect.TypeFor[result.Number]() || kind.Kind() == reflect.Float64 || kind.Kind() == reflect.Int
}

// noNumbers are what stands in columns of numbers, in small letters and without a sign.
var noNumbers = []string{"", "inf", "infinity", "na", "nan"}

// holdsNumbers says whether a column has numbers, and otherwise only what stands for one.
func (t *Table) holdsNumbers(column int) bool {
	found := false
	for _, record := range t.Records {
		if record[column] == "" {
			continue
		}
		isNumber := dialect.IsNumber(record[column])
		if !isNumber && !slices.Contains(noNumbers, strings.ToLower(strings.TrimLeft(record[column], "+-"))) {
			return false
		}
		found = found || isNumber
	}
	return found
}
