package table_test

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reconfig/data/dialect"
	"reconfig/data/table"
	"reconfig/model"
)

func TestAppend(t *testing.T) {
	rows := [][]string{{"id", "citation", "url"}, {"S1", `He said "no", twice`, "=1"}, {"S2", "Two", ""}}
	for content, want := range map[string]string{
		"id,citation,url\n":                      "S1,\"He said \"\"no\"\", twice\",'=1\nS2,Two,\n",
		"url,id,citation\nx,\"S0\",c\n":          "'=1,S1,\"He said \"\"no\"\", twice\"\n,S2,Two\n",
		"id,citation,url":                        "\nS1,\"He said \"\"no\"\", twice\",'=1\nS2,Two,\n",
		"\ufeffid,note,citation\r\nS0,x,c\r\n":   "S1,,\"He said \"\"no\"\", twice\"\r\nS2,,Two\r\n",
		"id,citation,url\r\nS0,c,u":              "\r\nS1,\"He said \"\"no\"\", twice\",'=1\r\nS2,Two,\r\n",
		"id,citation,url\nS0,c,u\n\n,,\n":        "S1,\"He said \"\"no\"\", twice\",'=1\nS2,Two,\n",
		"id,citation,url\nS0,\"two\r\nlines\",u": "\nS1,\"He said \"\"no\"\", twice\",'=1\nS2,Two,\n",
	} {
		if got, err := table.Append([]byte(content), dialect.Dialect{}, rows); err != nil || string(got) != content+want {
			t.Errorf("%q: got %q, want %q, %v", content, got, content+want, err)
		}
	}
	if got, err := table.Append(nil, dialect.Dialect{}, rows); err != nil || len(got) != 0 {
		t.Errorf("a file without a header became %q, %v", got, err)
	}
}

// Whatever is appended is read back as it was, after what was there.
func TestAppendedRowsAreRead(t *testing.T) {
	text := rapid.StringMatching(`[-=+@'"a-zé,; 0-9]{1,12}`).Filter(func(s string) bool { return strings.TrimSpace(s) == s })
	rapid.Check(t, func(t *rapid.T) {
		end := rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(t, "end")
		separator := rapid.SampledFrom([]string{",", ";", "\t"}).Draw(t, "separator")
		encoding := rapid.SampledFrom([]dialect.Encoding{dialect.UTF8, dialect.UTF16LE, dialect.UTF16BE}).Draw(t, "encoding")
		first := "id,citation,url" + end + "S0,first,-" + rapid.SampledFrom([]string{"", end, end + end}).Draw(t, "last")
		content, err := encoding.Encode([]byte("\ufeff" + strings.ReplaceAll(first, ",", separator)))
		if err != nil {
			t.Fatal(err)
		}
		want := []model.Source{{ID: "S0", Citation: "first", URL: "-"}}
		rows := [][]string{{"citation", "id", "url"}}
		for _, c := range rapid.SliceOfN(text, 1, 4).Draw(t, "citations") {
			s := model.Source{ID: rapid.StringMatching(`[A-Z][0-9]{1,3}`).Draw(t, "id"), Citation: c, URL: text.Draw(t, "url")}
			want, rows = append(want, s), append(rows, []string{s.Citation, s.ID, s.URL})
		}
		appended, err := table.Append(content, table.Split("sources.csv", content, true).Dialect, rows)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(appended, content) {
			t.Fatalf("%q does not begin with %q", appended, content)
		}
		c := table.ColumnsOf[model.Source]()
		c.Defused = true
		got, read := table.Read[model.Source]("sources.csv", appended, c)
		if len(read.Problems) > 0 || len(got) != len(want) {
			t.Fatalf("%q: %v, %d rows", appended, read.Problems, len(got))
		}
		for i := range want {
			if got[i] != want[i] {
				t.Fatalf("%q: %+v, want %+v", appended, got[i], want[i])
			}
		}
	})
}
