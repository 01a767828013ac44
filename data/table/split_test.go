package table_test

import (
	"bytes"
	"encoding/csv"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reconfig/data/dialect"
	"reconfig/data/table"
)

// Records are split as the file is that they are written to, and so are the rows of a sheet, but for what stands where.
func TestRecordsAndRowsAreSplitAsTheirFile(t *testing.T) {
	text := rapid.StringOf(rapid.SampledFrom([]rune("a;,\"'\n\t =1é\ufeff\u0001�")))
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(1, 3).Draw(t, "width")
		records := rapid.SliceOfN(rapid.SliceOfN(text, width, width), 1, 5).Draw(t, "records")
		records[0][0] = "a" + records[0][0] // what the file begins with is more than its first cell
		var file bytes.Buffer
		if err := csv.NewWriter(&file).WriteAll(records); err != nil {
			t.Fatal(err)
		}
		want := table.SplitText("t.csv", file.Bytes(), dialect.Dialect{}, true)
		if got := table.SplitRecords("t.csv", records); !reflect.DeepEqual(got, want) {
			t.Fatalf("%q: records\n%+v\nfile\n%+v", records, got, want)
		}
		var rows [][]string
		row := map[int]int{0: 0} // of the sheet, by line of the file
		for line := 1; len(rows) < len(records); {
			record := records[len(rows)]
			for range strings.Count(strings.Join(record, ""), "\n") + 1 {
				row[line] = len(rows) + 1
				line++
			}
			for len(record) > 1 && record[len(record)-1] == "" {
				record = record[:len(record)-1]
			}
			rows = append(rows, record)
		}
		want.File, want.Sheet = "w.xlsx", "t"
		for _, lines := range want.Lines {
			for i := range lines {
				lines[i] = row[lines[i]]
			}
		}
		for i, p := range want.Problems {
			want.Problems[i].File, want.Problems[i].Sheet, want.Problems[i].Line = "w.xlsx", "t", row[p.Line]
		}
		longest := slices.MaxFunc(rows, func(a, b []string) int { return len(a) - len(b) })
		if got := table.SplitRows("w.xlsx", "t", rows); len(longest) == width && !reflect.DeepEqual(got, want) {
			t.Fatalf("%q: rows\n%+v\nfile\n%+v", records, got, want)
		}
	})
}
