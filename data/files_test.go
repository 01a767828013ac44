package data_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reconfig/data"
	"reconfig/model/modeltest"
)

func TestLinksStayWithinTheCase(t *testing.T) {
	for _, test := range []struct {
		name, target string
		want         string // in the report; empty if the case is valid
	}{
		{"within", "kept/sources.csv", ""},
		{"within, by way of a link to the folder", "again/sources.csv", ""},
		{"outside", "../sources.csv", "sources.csv: expected a file of that name in the case's folder: it is a link that leads out of the folder"},
		{"outside and back in", "../case/kept/sources.csv", "it is a link that leads out of the folder"},
		{"to nothing", "nowhere.csv", "sources.csv: expected a file of that name in the case's folder: it is not there"},
		{"to a folder", "kept", "it is a folder"},
		{"to a device", "/dev/zero", "it is a link that leads out of the folder"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := copyLondon(t)
			source := filepath.Join(dir, "sources.csv")
			content, err := os.ReadFile(source)
			if err != nil {
				t.Fatal(err)
			}
			write := func(name string) {
				if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			os.Mkdir(filepath.Join(dir, "kept"), 0o755)
			write("kept/sources.csv")
			write("../sources.csv")
			os.Remove(source)
			for link, target := range map[string]string{"again": "kept", "sources.csv": test.target} {
				if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
					t.Skip("no links here:", err)
				}
			}
			if test.want == "" {
				if _, err := data.OpenCase(dir); err != nil {
					t.Error(err)
				}
				return
			}
			if got := problems(t, dir); !strings.Contains(got, test.want) || strings.Contains(got, "\n") {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

// A case's folder may itself be a link, and lie anywhere.
func TestTheFolderOfACaseMayBeALink(t *testing.T) {
	dir := copyLondon(t)
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(dir, link); err != nil {
		t.Skip("no links here:", err)
	}
	if _, err := data.OpenCase(link); err != nil {
		t.Error(err)
	}
}

func TestSizesAreBounded(t *testing.T) {
	rows := func(n int, row func(i int) string) func([]byte) []byte {
		return func(content []byte) []byte {
			b := bytes.NewBuffer(content)
			for i := range n {
				b.WriteString(row(i))
			}
			return b.Bytes()
		}
	}
	type size struct {
		name, file string
		grow       func([]byte) []byte
		want       string
	}
	for _, test := range modeltest.Some([]size{
		{"a long cell", "arrangements.csv", rows(1, func(int) string { return "x,X,no," + strings.Repeat("é", 32_768) + "\n" }), "arrangements.csv:8: column description: \"éé"},
		{"many rows", "neighbours.csv", rows(500_001, func(int) string { return "a,b,c,1\n" }), "neighbours.csv:500002: expected at most 500000 rows, 1000 columns and 10000000 cells; here are more"},
		{"many empty cells", "commissioners.csv", func([]byte) []byte {
			return []byte(strings.Repeat("a,", 999) + "b\n" + strings.Repeat("1"+strings.Repeat(",", 999)+"\n", 10_002))
		}, "commissioners.csv:10003: expected at most 500000 rows, 1000 columns and 10000000 cells; here are more"},
		{"many columns", "neighbours.csv", func([]byte) []byte { return []byte(strings.Repeat("a,", 1000) + "b\n") }, "neighbours.csv:1: expected at most 500000 rows, 1000 columns and 10000000 cells; here are more"},
		{"many functions", "functions.csv", rows(200, func(i int) string { return fmt.Sprintf("f%d,F%d,local,0,0\n", i, i) }), "functions.csv:1: expected at most 200 rows; here are 213"},
		{"many maps", "sectors.csv", rows(50, func(i int) string { return fmt.Sprintf("m%d,S,S,R,5C2,\n", i) }), "sectors.csv:1: column map: expected at most 50 maps; here are 54"},
		{"many cells", "commissioners.csv", rows(19_000, func(i int) string { return fmt.Sprintf("c%d,C%d,1000,,100,assumed,no,,,,,\n", i, i) }), ""},
		{"many bodies and functions", "commissioners.csv", rows(20_000, func(i int) string { return fmt.Sprintf("c%d,C%d,1000,,100,assumed,no,,,,,\n", i, i) }), "commissioners.csv:1: expected at most 20000 rows; here are 20031"},
	}, 3) {
		t.Run(test.name, func(t *testing.T) {
			dir := copyLondon(t)
			path := filepath.Join(dir, test.file)
			content, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, test.grow(content), 0o644); err != nil {
				t.Fatal(err)
			}
			if got := problems(t, dir); !strings.Contains(got, test.want) || test.want == "" && strings.Contains(got, "at most") {
				t.Errorf("got\n%.500s\nwant\n%s", got, test.want)
			}
		})
	}
}

// A file of 10 GB is refused by its size, before anything of it is read.
func TestAHugeFileIsNotRead(t *testing.T) {
	dir := copyLondon(t)
	if err := os.Truncate(filepath.Join(dir, "sectors.csv"), 10<<30); err != nil {
		t.Skip("no files of holes here:", err)
	}
	if got := problems(t, dir); !strings.Contains(got, "sectors.csv: expected a file of that name in the case's folder: a file can have 64 MB, and it has 10240 MB") {
		t.Error(got)
	}
}

// Of very many problems the first are listed, and the rest counted.
func TestManyProblemsAreCounted(t *testing.T) {
	dir := copyLondon(t)
	path := filepath.Join(dir, "neighbours.csv")
	if err := os.WriteFile(path, []byte("a,b,kind,boundary_m\n"+strings.Repeat("5C2,5A9,land,x\n", 5000)), 0o644); err != nil {
		t.Fatal(err)
	}
	got := problems(t, dir)
	if lines := strings.Split(got, "\n"); len(lines) != 51 || lines[50] != "and 951 more" {
		t.Errorf("%d lines, the last of which are\n%s", len(lines), strings.Join(lines[max(0, len(lines)-2):], "\n"))
	}
	_, err := data.OpenCase(dir)
	all, ok := err.(data.Problems) //nolint:errorlint // it is not wrapped
	if last := all[len(all)-1]; !ok || !strings.Contains(last.Expected, "4000 more are not listed") && !strings.Contains(all[0].Expected, "4000 more are not listed") {
		t.Errorf("the last problem is %v", last)
	}
}
