package results_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"reconfig/data/results"
	"reconfig/data/table"
	"reconfig/model/result"
)

// rewriters read every table of the folder that they are started in as docs/reading.md does, and write it with defaults.
var rewriters = map[string]struct{ has, run []string }{
	"R": {[]string{"Rscript", "--version"}, []string{"Rscript", "-e", `
for (f in list.files(pattern = "csv$", recursive = TRUE)) {
  d <- read.csv(f, na.strings = "", encoding = "UTF-8", check.names = FALSE)
  for (n in names(d)) if (all(d[[n]] %in% c("yes", "no"))) d[[n]] <- d[[n]] == "yes"
  write.csv(d, f, row.names = startsWith(f, "sweep"))
}`}},
	"pandas": {hasPandas, []string{"python3", "-c", `
import glob, pandas as pd
for f in glob.glob("**/*.csv", recursive=True):
    exact = dict(keep_default_na=False, na_values=[""], float_precision="round_trip")
    pd.read_csv(f, true_values=["yes"], false_values=["no"], **exact).to_csv(f, index=f.startswith("sweep"))`}},
	"pandas, missing as NA, with exponents": {hasPandas, []string{"python3", "-c", `
import glob, pandas as pd
for f in glob.glob("**/*.csv", recursive=True):
    d = pd.read_csv(f, keep_default_na=False, na_values=[""])
    whole = d.select_dtypes("int").columns
    d.astype({n: float for n in whole}).to_csv(f, na_rep="<NA>", index=False, float_format="%.16e")`}},
}

var hasPandas = []string{"python3", "-c", "import importlib.util as u, sys; sys.exit(u.find_spec('pandas') is None)"}

// Every table of a run, of the analyses and of a sweep is read back as it was once R or pandas have read and written it.
func TestEveryTableIsReadAfterAnotherProgramWroteIt(t *testing.T) {
	for name, program := range rewriters {
		t.Run(name, func(t *testing.T) {
			if err := exec.Command(program.has[0], program.has[1:]...).Run(); err != nil {
				t.Skipf("%s is not installed: %v", name, err)
			}
			dir := t.TempDir()
			want := result.Tables{}
			writeFilled(t, filepath.Join(dir, "run"), want.Run.List())
			writeFilled(t, filepath.Join(dir, "analysis"), want.Analysis.List())
			writeText(t, filepath.Join(dir, "sweep", "sweep.csv"), "point,map,target.reduction,structure,statistic,structure_payback_years,structure_npv_k\n"+
				"1,m,0.3,a,p05,INF,1\n100000,m,0.5,b,p05,,-2.5\n")
			program := exec.Command(program.run[0], program.run[1:]...)
			program.Dir = dir
			if out, err := program.CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			got := result.Tables{}
			for _, folder := range []string{"run", "analysis", "sweep"} {
				r, err := results.Read(filepath.Join(dir, folder))
				if err != nil {
					t.Fatalf("%s: %v", folder, err)
				}
				switch folder {
				case "run":
					got.Run = r.Run
				case "analysis":
					got.Analysis = r.Analysis
				default:
					got.Sweep = r.Sweep
				}
			}
			if a, b := written(t, got.List()), written(t, want.List()); a != b {
				t.Errorf("read:\n%s\nwritten:\n%s", a, b)
			}
			if rows := got.Sweep.Rows; len(rows) != 2 || rows[1].Point != 100000 || rows[1].Structure != "b" || rows[1].Settings[0] != 0.5 {
				t.Errorf("the sweep is %+v", rows)
			}
		})
	}
}

// writeFilled fills tables with two rows, of which the second is empty where it may be, and writes them.
func writeFilled(t *testing.T, dir string, tables []result.Rows) {
	for _, rows := range tables {
		list := reflect.ValueOf(rows.Pointer()).Elem()
		list.Set(reflect.MakeSlice(list.Type(), 2, 2))
		for i := range 2 {
			for _, f := range reflect.VisibleFields(list.Type().Elem()) {
				if !f.Anonymous {
					fillField(list.Index(i).FieldByIndex(f.Index), f, i == 0)
				}
			}
		}
		if printed, is := rows.Pointer().(*[]result.PrintedRow); is { // whose columns are those of its rows
			*printed = somePrinted()
			rows.Columns = (*printed)[0].Columns
		}
		var b strings.Builder
		if err := table.WriteRows(&b, rows.Table, result.Wording{}, rows.Pointer()); err != nil {
			t.Fatal(err)
		}
		writeText(t, filepath.Join(dir, rows.Name+".csv"), b.String())
	}
}

// somePrinted are two lines of a printed table.
func somePrinted() []result.PrintedRow {
	columns := []result.Column{{Name: "structure_name", Type: "string", Optional: true}, {Name: "mean", Type: "number", Optional: true}, {Name: "chosen", Type: "string", Optional: true}}
	return []result.PrintedRow{{Columns: columns, Cells: []string{"=Full merger", "-1.25", "yes"}}, {Columns: columns, Cells: []string{"Hub", "", "no"}}}
}

// fillField fills a field of a row with something that its column may hold.
func fillField(field reflect.Value, f reflect.StructField, full bool) {
	empty := f.Tag.Get("optional") == "yes" && !full
	switch field.Kind() {
	case reflect.String:
		text := "a word"
		switch {
		case empty:
			text = ""
		case f.Type == reflect.TypeFor[result.Better]():
			text = string(result.Lower)
		case f.Tag.Get("type") == "boolean":
			text = map[bool]string{true: "yes", false: "no"}[full]
		}
		field.SetString(text)
	case reflect.Int:
		field.SetInt(map[bool]int64{true: 100_000, false: 3}[full])
	case reflect.Float64:
		var n result.Number
		_ = n.UnmarshalCSV(map[bool]string{true: "", false: "2.5"}[empty])
		field.SetFloat(float64(n))
	case reflect.Array:
		for i := range field.Len() {
			field.Index(i).SetFloat(float64(i) + 0.5)
		}
	}
}

func writeText(t *testing.T, file, text string) {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// written is the text of tables.
func written(t *testing.T, tables []result.Rows) string {
	var b strings.Builder
	for _, rows := range tables {
		if err := table.WriteRows(&b, rows.Table, result.Wording{}, rows.Pointer()); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}
