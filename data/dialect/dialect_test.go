package dialect_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"reconfig/data/dialect"
)

func TestRead(t *testing.T) {
	wide := func(order unicode.Endianness, mark unicode.BOMPolicy, text string) string {
		content, err := unicode.UTF16(order, mark).NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return content
	}
	const table = "Name;Cost\nKöln;12\n"
	for name, test := range map[string]struct{ content, text, want string }{
		"ours":                  {"a,b\n1,2\n", "a,b\n1,2\n", ""},
		"empty":                 {"", "", ""},
		"one column":            {"a\n1\n", "a\n1\n", ""},
		"marked":                {"\ufeffa,b\n", "a,b\n", ""},
		"semicolons":            {table, table, "semicolons between columns"},
		"tabs":                  {"a\tb, c\n1\t2,5\n", "a\tb, c\n1\t2,5\n", "tabs between columns"},
		"semicolons in text":    {"a,b\nx;y,z\n", "a,b\nx;y,z\n", ""},
		"a comma in the header": {"a;b, c;d\n1;2;3\n", "a;b, c;d\n1;2;3\n", "semicolons between columns"},
		"quotes":                {"\"a;x\",b\n1,2\n", "\"a;x\",b\n1,2\n", ""},
		"said":                  {"sep=;\r\na;b\n", "\na;b\n", "semicolons between columns"},
		"said in quotes":        {"\"sep=,\"\na;b,c\n1;2,3\n", "\na;b,c\n1;2,3\n", ""},
		"UTF-16":                {wide(unicode.LittleEndian, unicode.UseBOM, table), table, "semicolons between columns, UTF-16"},
		"UTF-16, big end first": {wide(unicode.BigEndian, unicode.UseBOM, table), table, "semicolons between columns, UTF-16"},
		"UTF-16 without a mark": {wide(unicode.LittleEndian, unicode.IgnoreBOM, table), table, "semicolons between columns, UTF-16"},
		"the other way round":   {wide(unicode.BigEndian, unicode.IgnoreBOM, table), table, "semicolons between columns, UTF-16"},
		"Windows-1252":          {"Name,Cost\nK\xf6ln,\x80 12\n", "Name,Cost\nKöln,€ 12\n", "Windows-1252 (as in “Köln”)"},
		"a pound sign alone":    {"Name,Cost (\xa3k)\nA,12\n", "Name,Cost (£k)\nA,12\n", "Windows-1252 (as in “(£k)”)"},
		"quotes and dashes":     {"Name\nKing\x92s \x96 \x93x\x94\n", "Name\nKing’s – “x”\n", "Windows-1252 (as in “King’s”)"},
		"words":                 {"Name\n\xc5s og M\xf8re \xe0 \xc9tampes\n", "Name\nÅs og Møre à Étampes\n", "Windows-1252 (as in “Ås”)"},
		"a damaged letter":      {"Köln,\xe9\n", "Köln,\xe9\n", ""}, // which is told where letters are checked
		"not of Windows-1252":   {"K\x81ln\n", "K\x81ln\n", ""},
	} {
		text, d, doubt := dialect.Read([]byte(test.content))
		if doubt != nil || string(text) != test.text || d.String() != test.want {
			t.Errorf("%s: %q, %q, %+v; want %q, %q", name, text, d, doubt, test.text, test.want)
		}
	}
}

// What could be two things is none, and both are said.
func TestDoubts(t *testing.T) {
	of := func(m *charmap.Charmap, text string) string {
		content, err := m.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return content
	}
	for name, test := range map[string]struct{ content, want string }{
		"two separators":     {"a;b,c\n1;2,3\n", "here commas and semicolons would both make a table of it: 2 columns, or 2"},
		"half a letter":      {"\xff\xfea\x00b", "text in UTF-16 that is whole"},
		"half a pair":        {"\xff\xfea\x00\x00\xd8", "text in UTF-16 that is whole"},
		"Macintosh":          {of(charmap.Macintosh, "Name\nOrléans\n"), "“Orléans” in Macintosh"},
		"Macintosh, ö":       {of(charmap.Macintosh, "Name\nKöln\n"), "“Köln” in Macintosh"},
		"a Macintosh dash":   {of(charmap.Macintosh, "Name\nA – B\n"), "“–” in Macintosh"},
		"code page 850":      {of(charmap.CodePage850, "Name\nOrléans\n"), "“Orléans” in code page 850"},
		"code page 850, £":   {of(charmap.CodePage850, "Name\n£12\n"), "“£12” in code page 850"},
		"Windows-1250":       {of(charmap.Windows1250, "Name\nŁódź\n"), "“Łódź” in Windows-1250"},
		"Windows-1251":       {of(charmap.Windows1251, "Name\nМосква\n"), "surely in Windows-1252"},
		"ISO-8859-15":        {of(charmap.ISO8859_15, "Name\n€ 12\n"), "“€” in ISO-8859-15"},
		"half of UTF-8":      {"Name\nOld\xe2\x80 Town\n", "“Oldâ€”"},
		"a letter by itself": {"Name\n\xff\n", "“ÿ”"},
	} {
		if text, d, doubt := dialect.Read([]byte(test.content)); doubt == nil || !strings.Contains(doubt.Expected, test.want) || doubt.Mend == "" || doubt.Line < 1 {
			t.Errorf("%s: %q, %s, %+v; want %s", name, text, d, doubt, test.want)
		}
	}
}

func TestMarks(t *testing.T) {
	for _, test := range []struct{ cells, want string }{
		{"12,5", "12.5"},
		{"1.234,5|1,234", "1234.5|1.234"},
		{"12,5|1.234", "12.5|1234"},
		{"€ 1.234,50|(12,5)|12,5%|3,1m|kr 12,5|2,5 Mio. €", "€ 1234.50|(12.5)|12.5%|3.1m|kr 12.5|2.5 Mio. €"},
		{"1.234.567|1.234", "1234567|1234"},
		{"0,123", "0.123"},
		{"1234,567", "1234.567"},
		{"1,5e-05|1e-05|INF|-INF|NA", "1.5e-05|1e-05|INF|-INF|NA"},
		{"1,234e-05", "1.234e-05"},
		{"1'234,5|1\u00a0234,5|-12,5|−1,5", "1234.5|1234.5|-12.5|−1.5"},
		{"12.5|1,234", "12.5|1,234"},
		{"1,234,567|1.234", "1,234,567|1.234"},
		{"2010/11|5-10|01.04.2025|S1;S2|1.2.3|E07000001|12,5", "2010/11|5-10|01.04.2025|S1;S2|1.2.3|E07000001|12.5"},
		{"100|200", "100|200"},
	} {
		cells := strings.Split(test.cells, "|")
		mark, doubt := markOf(cells, dialect.Unknown)
		if doubt != nil {
			t.Errorf("%s: %+v", test.cells, doubt)
		}
		for i := range cells {
			cells[i] = mark.Plain(cells[i])
		}
		if got := strings.Join(cells, "|"); got != test.want {
			t.Errorf("%s: %s, want %s", test.cells, got, test.want)
		}
	}
}

func markOf(cells []string, said dialect.Mark) (dialect.Mark, *dialect.Doubt) {
	var marks dialect.Marks
	for i, cell := range cells {
		marks.Take(cell, "c", i+1)
	}
	return marks.Mark(said, ", or ask")
}

// A number that can be read in two ways names both.
func TestNumbersInTwoWays(t *testing.T) {
	for _, test := range []struct {
		cells          string
		said           dialect.Mark
		line           int
		expected, mend string
	}{
		{"1,234", dialect.Unknown, 1, "this is 1234 if its sign stands between thousands, and 1.234 if it stands before decimals", "write 1234, or 1,2340, or ask"},
		{"5|£1.234k", dialect.Unknown, 2, "this is 1234 if its sign stands between thousands, and 1.234 if it stands before decimals", "write 1234, or 1.2340, or ask"},
		{"12,5|5|12.5", dialect.Unknown, 3, "“12,5” has a comma for it, and “12.5” a point (see line 1)", "write both in one way: 12,5 here, or 12.5 there"},
		{"1,234.5|1.234,5", dialect.Unknown, 2, "“1.234,5” has a comma for it, and “1,234.5” a point (see line 1)", "write both in one way"},
		{"12,5", dialect.Point, 1, "a point before decimals, as you say", "write 12.5, if that is meant"},
		{"12.5", dialect.Comma, 1, "a comma before decimals, as you say", "write 12,5, if that is meant"},
	} {
		_, doubt := markOf(strings.Split(test.cells, "|"), test.said)
		if doubt == nil || doubt.Line != test.line || doubt.Column != "c" || !strings.Contains(doubt.Expected, test.expected) || !strings.Contains(doubt.Mend, test.mend) {
			t.Errorf("%s: %+v", test.cells, doubt)
		}
	}
	if mark, doubt := markOf([]string{"1,234"}, dialect.Comma); doubt != nil || mark.Plain("1,234") != "1.234" {
		t.Errorf("as decimals: %v, %+v", mark, doubt)
	}
}

// A long table is read as a short one, and its dialect is told from the start.
func TestStream(t *testing.T) {
	text := "a;b\n" + strings.Repeat(strings.Repeat("x", 200)+";12,5\n", 6_000)
	for _, e := range []dialect.Encoding{dialect.UTF8, dialect.UTF16LE, dialect.UTF16BE} {
		content, err := e.Encode([]byte("\ufeff" + text))
		if err != nil {
			t.Fatal(err)
		}
		r, d, doubt := dialect.Stream(bytes.NewReader(content))
		if doubt != nil || d.Encoding != e || d.Separator() != ';' || d.Decimals != dialect.Comma {
			t.Fatalf("%s: %+v, %+v", e, d, doubt)
		}
		got, err := io.ReadAll(r)
		if err != nil || string(got) != text {
			t.Errorf("%s: %d bytes, %v", e, len(got), err)
		}
	}
	if !dialect.Comma.Contradicts("1.5") || dialect.Comma.Contradicts("1.500") || dialect.Comma.Contradicts("1,5") || dialect.Unknown.Contradicts("1.5") {
		t.Error("contradictions")
	}
}

// FuzzDialect reads any bytes as a table. What is read can be written in the same way again, and lines keep their numbers.
func FuzzDialect(f *testing.F) {
	for _, seed := range []string{"a,b\n1,2\n", "a;b\n1,5;2\n", "sep=;\na;b\n", "a\tb\n", "\xff\xfea\x00;\x00b\x00\n\x00", "a\x00,\x00b\x00\n\x00", "K\xf6ln;\x80 1.234\n", "a;b,c\n1;2,3\n", "\ufeff\"a;x\",b\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		text, d, doubt := dialect.Read(content)
		if doubt != nil {
			if doubt.Line < 1 || doubt.Expected == "" || doubt.Mend == "" {
				t.Fatalf("%+v", doubt)
			}
			return
		}
		plain, _, _ := dialect.ReadText(content)
		if bytes.Count(plain, []byte("\n")) != bytes.Count(text, []byte("\n")) {
			t.Fatalf("%q has other lines than %q", text, content)
		}
		if back, err := d.Encoding.Encode(plain); err != nil || !bytes.HasSuffix(content, back) {
			t.Fatalf("%s: %q became %q, %v", d, content, back, err)
		}
		var marks dialect.Marks
		r := d.NewReader(text)
		for record, err := r.Read(); err == nil; record, err = r.Read() {
			for _, cell := range record {
				marks.Take(cell, "c", 1)
			}
		}
		if mark, doubt := marks.Mark(dialect.Unknown, ""); mark != dialect.Unknown && doubt != nil {
			t.Fatalf("a mark, and %+v", doubt)
		}
	})
}
