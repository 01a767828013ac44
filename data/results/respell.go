package results

import (
	"reflect"
	"slices"
	"strconv"

	"reconfig/data/table"
	"reconfig/model/result"
)

// respell takes back what pandas and R do to a table that they read and write again. They write INF as inf or Inf, nothing
// as NA or nan, whole numbers that have an empty cell among them as 3.0, truths as TRUE or True, and a column of row numbers
// before the others.
func respell(t *table.Table, c table.Columns, declared result.Table) {
	dropIndex(t)
	writesNA := !holdsNAForText(t, c, declared)
	for i, name := range t.Header {
		column := columnOf(declared, name)
		switch kind := c.Kinds[name]; {
		case kind == nil:
		case kind.Kind() == reflect.Float64:
			eachCell(t, i, table.RespelledNumber)
		case kind.Kind() == reflect.Int:
			eachCell(t, i, table.RespelledWhole)
		case column.Type == "boolean":
			eachCell(t, i, truth)
		case kind.Kind() != reflect.String:
		case !slices.ContainsFunc(t.Records, func(r []string) bool { return r[i] != "NA" }):
			eachCell(t, i, func(string) string { return "" }) // of a column without any text, R makes one of truths that are missing
		case column.Optional && (writesNA || !slices.Contains(codesOfStructures, name)):
			eachCell(t, i, orNothing)
		}
	}
}

// codesOfStructures are the columns that may be empty and hold codes of the case, of which one may be NA.
var codesOfStructures = []string{"preferred_below", "preferred_above", "changes_to", "against"}

// holdsNAForText says whether NA is, or may be, a code in the table: it stands where a text cannot be missing, or empty cells
// stand in columns that may be empty, so that NA is not how these are written.
func holdsNAForText(t *table.Table, c table.Columns, declared result.Table) bool {
	for i, name := range t.Header {
		kind, column := c.Kinds[name], columnOf(declared, name)
		switch {
		case kind == nil || column.Name == "":
		case column.Optional:
			if slices.ContainsFunc(t.Records, func(r []string) bool { return r[i] == "" }) {
				return true
			}
		case kind.Kind() == reflect.String && slices.ContainsFunc(t.Records, func(r []string) bool { return isMissing(r[i]) }):
			return true
		}
	}
	return false
}

// columnOf is the table's column of that name; an empty one if it has none.
func columnOf(declared result.Table, name string) result.Column {
	if i := slices.IndexFunc(declared.Columns, func(c result.Column) bool { return c.Name == name }); i >= 0 {
		return declared.Columns[i]
	}
	return result.Column{}
}

func eachCell(t *table.Table, column int, change func(string) string) {
	for _, record := range t.Records {
		record[column] = change(record[column])
	}
}

// isMissing says whether a text is how R or pandas write what is missing.
func isMissing(cell string) bool { return cell != "" && table.RespelledNumber(cell) == "" }

// orNothing is a text, or nothing where it says that there is none.
func orNothing(cell string) string {
	if isMissing(cell) {
		return ""
	}
	return cell
}

// truth is a truth as tables have it, of what R and pandas write.
func truth(cell string) string {
	switch cell {
	case "TRUE", "True", "true":
		return "yes"
	case "FALSE", "False", "false":
		return "no"
	}
	return cell
}

// dropIndex drops a first column without a name that numbers the rows, from 0 as pandas does or from 1 as R does.
func dropIndex(t *table.Table) {
	if len(t.Header) < 2 || t.Header[0] != "" || len(t.Records) == 0 {
		return
	}
	from, err := strconv.Atoi(t.Records[0][0])
	if err != nil || from != 0 && from != 1 {
		return
	}
	for i, record := range t.Records {
		if record[0] != strconv.Itoa(from+i) {
			return
		}
	}
	t.Header = t.Header[1:]
	for i := range t.Records {
		t.Records[i], t.Lines[i] = t.Records[i][1:], t.Lines[i][1:]
	}
}
