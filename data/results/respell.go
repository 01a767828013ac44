package results

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"reconfig/data/table"
)

// respell takes back what pandas and R do to a table that they read and write again. They write INF as inf or Inf, nothing
// as NA or nan, whole numbers that have an empty cell among them as 3.0, and a column of row numbers before the others.
func respell(t *table.Table, c table.Columns) {
	dropIndex(t)
	for i, name := range t.Header {
		kind := c.Kinds[name]
		switch {
		case kind == nil:
		case kind.Kind() == reflect.Float64:
			eachCell(t, i, table.RespelledNumber)
		case kind.Kind() == reflect.Int:
			eachCell(t, i, wholeNumber)
		case kind.Kind() == reflect.String && !slices.ContainsFunc(t.Records, func(r []string) bool { return r[i] != "NA" }):
			eachCell(t, i, func(string) string { return "" }) // of a column without any text, R makes one of truths that are missing
		}
	}
}

func eachCell(t *table.Table, column int, change func(string) string) {
	for _, record := range t.Records {
		record[column] = change(record[column])
	}
}

// wholeNumber is a number without a fraction that is nothing.
func wholeNumber(cell string) string {
	if digits, zeros, found := strings.Cut(cell, "."); found && zeros != "" && strings.Trim(zeros, "0") == "" {
		return digits
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
