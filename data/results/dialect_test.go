package results_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"reconfig/data/folder/foldertest"
	"reconfig/data/results"
	"reconfig/data/table"
	"reconfig/model/modeltest"
)

// saveAgain saves a CSV file as a spreadsheet of another country does.
func saveAgain(t *testing.T, file string, separator rune) {
	t.Helper()
	records, err := csv.NewReader(strings.NewReader(foldertest.Read(t, file))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, record := range records {
		for i, cell := range record {
			if table.IsNumber(cell) {
				record[i] = strings.Replace(cell, ".", ",", 1)
			}
		}
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = separator
	w.WriteAll(records)
	content, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, content, 0o644); err != nil {
		t.Fatal(err)
	}
}

// Results that were saved again in another dialect are the same results, say so, and count as edited: their bytes are others.
func TestResultsInAnotherDialect(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "results")
	write(t, dir)
	want, err := results.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"outcomes.csv", "trajectories.csv", "commissioners.csv"} {
		saveAgain(t, filepath.Join(dir, file), ';')
	}
	got, err := results.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(asText(t, got), asText(t, want)) {
		t.Errorf("%s\nwant\n%s", asText(t, got), asText(t, want))
	}
	if len(got.Written) != 3 || !slices.Contains(got.Written, "outcomes.csv: semicolons between columns, decimal commas, UTF-16") || len(got.Edited) != 3 || len(want.Written) > 0 {
		t.Errorf("%q, edited %q", got.Written, got.Edited)
	}
}

// asText are the tables as they would be written, for NaN is no equal of itself.
func asText(t *testing.T, r *results.Folder) map[string]string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "again")
	if err := results.Write(dir, &results.Folder{Tables: r.Tables, Provenance: r.Provenance}, figures); err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, rows := range r.List() {
		file := rows.Name + ".csv"
		if _, err := os.Stat(filepath.Join(dir, file)); err == nil {
			all[file] = foldertest.Read(t, filepath.Join(dir, file))
		}
	}
	return all
}

// So is a sweep, which is read row by row.
func TestASweepInAnotherDialect(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "sweep.csv")
	if err := os.WriteFile(file, []byte("x.y,structure,net_benefit_k,structure_payback_years\n0.5,a,5.25,INF\n1,b,1234.5,\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	want, err := results.ReadSweep(dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	saveAgain(t, file, '\t')
	got, err := results.ReadSweep(dir, nil)
	if err != nil || len(got.Written) != 1 || got.Written[0] != "sweep.csv: tabs between columns, decimal commas, UTF-16" {
		t.Fatalf("%+v, %v", got, err)
	}
	if len(got.Sweep.Rows) != 2 || !slices.Equal(got.Sweep.Rows[0].Values, want.Sweep.Rows[0].Values) || got.Sweep.Rows[1].Values[0] != 1234.5 || !slices.Equal(got.Sweep.Rows[1].Settings, want.Sweep.Rows[1].Settings) {
		t.Errorf("%+v\nwant %+v", got.Sweep.Rows, want.Sweep.Rows)
	}
	rows, code := modeltest.ShortOrLong(6_000, 200_000), strings.Repeat("a", modeltest.ShortOrLong(250, 1)) // more than is looked at first
	for content, want := range map[string]string{
		"x.y;structure;net_benefit_k\n0,5;a;5,25\n1;b;1.5\n":                                        `sweep.csv:3: column net_benefit_k: "1.5": expected numbers with one mark before decimals`,
		"x.y;structure;net_benefit_k\n1;a;5,250\n":                                                  `sweep.csv:2: column net_benefit_k: "5,250": expected a number that can be read in one way only: this is 5250`,
		"x.y;structure;net_benefit_k\n" + strings.Repeat("0,5;"+code+";5,25\n", rows) + "1;b;1.5\n": fmt.Sprintf(`sweep.csv:%d: column net_benefit_k: "1.5": expected a comma before decimals, as in the numbers before`, rows+2),
	} {
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := results.ReadSweep(dir, nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q: %v, want %s", content, err, want)
		}
	}
}
