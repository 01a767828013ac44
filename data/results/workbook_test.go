package results_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"reconfig/data/folder/foldertest"
	"reconfig/data/results"
	"reconfig/model/result"
)

const workbookFile = "results.xlsx"

// resultsWorkbook writes results with a workbook and opens that.
func resultsWorkbook(t *testing.T, r *results.Folder) *excelize.File {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "results")
	r.Formats = []string{"xlsx"}
	if err := results.Write(dir, r, figures); err != nil {
		t.Fatal(err)
	}
	return openWorkbook(t, filepath.Join(dir, workbookFile))
}

func openWorkbook(t *testing.T, file string) *excelize.File {
	t.Helper()
	f, err := excelize.OpenFile(file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// cells are the cells of a sheet by the names in its first column and its header, as they are stored or as they are shown.
func cells(t *testing.T, f *excelize.File, sheet string, stored bool) func(row int, column string) string {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: stored})
	if err != nil {
		t.Fatal(err)
	}
	return func(row int, column string) string {
		for i, name := range rows[0] {
			if name == column && i < len(rows[row]) {
				return rows[row][i]
			}
		}
		return ""
	}
}

func TestResultsInExcel(t *testing.T) {
	r := someResults()
	r.Outcomes[0].Values[result.StructureNPV] = math.Inf(1)
	r.Outcomes[0].Values[result.SteadySavingPct] = 12.345678
	judged := r.Outcomes[0]
	judged.Statistic = result.DShare
	judged.Values[result.BaselineCost] = 0.25
	r.Outcomes = append(r.Outcomes, judged)
	r.Differences = []result.DifferenceRow{
		{First: "a", Second: "b", Outcome: result.StructurePayback.String(), Mean: 1.5}, {First: "a", Second: "b", Outcome: result.StructureNPV.String(), Mean: -12345.6},
	}
	r.Provenance.Currency, r.Provenance.BodyPlural, r.Provenance.Baseline, r.Provenance.Warnings = "€", "councils", "all of it assumed", []string{"few draws"}
	f := resultsWorkbook(t, r)

	if got := strings.Join(f.GetSheetList(), " "); got != "contents dictionary outcomes differences trajectories commissioners sizes levy fund" {
		t.Errorf("sheets %s", got)
	}
	for _, test := range []struct {
		sheet         string
		row           int
		column        string
		stored, shown string
	}{
		{"outcomes", 1, "name", "=1+1", "=1+1"},
		{"outcomes", 1, "baseline_cost_k", "0.333333333333333", "0"},
		{"outcomes", 1, "steady_saving_pct", "12.345678", "12.3"},
		{"outcomes", 1, "steady_saving_k", "0", "0"},
		{"outcomes", 1, "structure_npv_k", "INF", "INF"},
		{"outcomes", 1, "structure_payback_years", "", ""},
		{"outcomes", 2, "baseline_cost_k", "0.25", "0.250"},
		{"differences", 1, "mean", "1.5", "1.50"},
		{"differences", 2, "mean", "-12345.6", "-12,346"},
		{"trajectories", 1, "cost_k", "1000000000000000000000", "1,000,000,000,000,000,000,000"},
		{"trajectories", 1, "quarter", "1", "1"},
		{"commissioners", 1, "name", `@home, "Ltd"`, `@home, "Ltd"`},
		{"commissioners", 1, "on_target", "yes", "yes"},
		{"levy", 1, "levy_k", "1.3", "1"},
	} {
		if got := cells(t, f, test.sheet, true)(test.row, test.column); !strings.HasPrefix(got, test.stored) || test.stored == "" && got != "" {
			t.Errorf("%s of %s holds %q, want %q", test.column, test.sheet, got, test.stored)
		}
		if got := cells(t, f, test.sheet, false)(test.row, test.column); got != test.shown {
			t.Errorf("%s of %s shows %q, want %q", test.column, test.sheet, got, test.shown)
		}
	}
	if formula, err := f.GetCellFormula("outcomes", "D2"); formula != "" || err != nil {
		t.Errorf("a formula %q, %v", formula, err)
	}
	for _, sheet := range f.GetSheetList()[1:] {
		if panes, err := f.GetPanes(sheet); err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: panes %+v, %v", sheet, panes, err)
		}
	}
}

func TestTheContentsSayWhereResultsComeFrom(t *testing.T) {
	r := someResults()
	r.Provenance = results.Provenance{
		Program: "reconfig test", Command: "reconfig run", Case: results.CaseProvenance{Name: "c", Title: "Case", Hash: "abc"}, Map: "m", Draws: 500, Seed: 7, Sampler: "sobol", Correlated: true,
		Set: []string{"target.reduction=0.3"}, Currency: "€", BodyPlural: "councils", PriceYear: "2025", StartDate: "2025-04-01", HorizonYears: 10, Baseline: "all of it assumed", Warnings: []string{"few draws", "odd"},
	}
	f := resultsWorkbook(t, r)
	rows, err := f.GetRows("contents")
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, row := range rows {
		text.WriteString(strings.Join(row, " | ") + "\n")
	}
	for _, want := range []string{
		"Case: simulated outcomes\n", "case | c: Case\n", "hash of the case | abc\n", "map | m\n", "years simulated | 10, from 2025-04-01\n", "money | €, prices of 2025\n",
		"baseline | all of it assumed\n", "draws | 500, sampler sobol, seed 7, correlated as the case says\n", "set by the user | target.reduction=0.3\n",
		"program | reconfig test\n", "command | reconfig run\n", "warning | few draws\nwarning | odd\n", "commissioners | Councils: ", "| 1\n",
	} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("no %q in\n%s", want, &text)
		}
	}
	dictionary, err := f.GetRows("dictionary")
	if err != nil {
		t.Fatal(err)
	}
	columns := 0
	for _, sheet := range f.GetSheetList()[2:] {
		header, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		columns += len(header[0])
	}
	if len(dictionary)-1 != columns {
		t.Errorf("the dictionary has %d rows for %d columns", len(dictionary)-1, columns)
	}
}

func TestTheSameResultsGiveTheSameWorkbook(t *testing.T) {
	var first string
	for i := range 5 {
		r := someResults()
		r.Formats = []string{"xlsx"}
		dir := filepath.Join(t.TempDir(), "results")
		if err := results.Write(dir, r, figures); err != nil {
			t.Fatal(err)
		}
		content := foldertest.Read(t, filepath.Join(dir, workbookFile))
		if i == 0 {
			first = content
		}
		if content != first {
			t.Fatal("two workbooks of the same results differ")
		}
		if !strings.Contains(foldertest.Read(t, filepath.Join(dir, "datapackage.json")), `"path": "results.xlsx"`) {
			t.Error("the workbook is not described")
		}
	}
}

func TestTextOfResultsThatExcelDoesNotHold(t *testing.T) {
	for name, want := range map[string]string{
		"a\x01b":                   "sheet outcomes: the text of cell D2 has a control character",
		strings.Repeat("€", 32768): "sheet outcomes: the text of cell D2 has more than the 32767 letters that Excel holds",
	} {
		r := someResults()
		r.Formats, r.Outcomes[0].Name = []string{"xlsx"}, name
		dir := filepath.Join(t.TempDir(), "results")
		if err := results.Write(dir, r, figures); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.10q: %v", name, err)
		}
		if _, err := os.Stat(dir); err == nil {
			t.Error("results were written all the same")
		}
	}
	r := someResults()
	r.Provenance.Command = "reconfig run --out a\x01b"
	if rows, err := resultsWorkbook(t, r).GetRows("contents"); err != nil || !strings.Contains(fmt.Sprint(rows), "--out a\ufffdb") {
		t.Errorf("%q, %v", rows, err)
	}
}

func TestALaterRunReplacesTheWorkbook(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "results")
	r := someResults()
	r.Formats = []string{"xlsx"}
	if err := results.Write(dir, r, figures); err != nil {
		t.Fatal(err)
	}
	write(t, dir)
	if _, err := os.Stat(filepath.Join(dir, workbookFile)); err == nil {
		t.Error("the old workbook stands beside new results")
	}
}

func TestAnAnalysisInExcel(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "analysis")
	a := everyTable()
	a.Formats = []string{"xlsx"}
	if err := results.Write(dir, a, nil); err != nil {
		t.Fatal(err)
	}
	f := openWorkbook(t, filepath.Join(dir, workbookFile))
	if want := 2 + len(a.Analysis.List()); len(f.GetSheetList()) != want {
		t.Errorf("sheets %v, want %d", f.GetSheetList(), want)
	}
	for name, part := range foldertest.Unzip(t, []byte(foldertest.Read(t, f.Path))) {
		if strings.Contains(part, "<f>") {
			t.Errorf("a formula in %s", name)
		}
	}
	if _, err := results.Read(dir); err != nil {
		t.Error(err)
	}
}

// What a command prints is the first sheet: the conclusions, numbers as numbers with the decimals printed, ranges in columns
// of their own with their marks, every sentence in one cell, notes and warnings below; one page wide, with the headings on every page.
func TestWorkbookBeginsWithWhatIsPrinted(t *testing.T) {
	r := &results.Folder{Provenance: results.Provenance{Currency: "€", PriceYear: "2020", Case: results.CaseProvenance{Title: "Two bodies"}, Warnings: []string{"few draws"}}}
	r.Run = result.Run{Outcomes: []result.OutcomeRow{{Structure: "merger", Name: "Full merger", Statistic: result.CentralDraw}}}
	r.Summarise()
	conclusion := "- A merger is best, " + strings.Repeat("and better than all others, ", 15) + "in every draw."
	r.Printed = &results.Printed{
		Conclusions: []string{conclusion}, Title: "Means of draws", Notes: []string{"* Judgement."},
		Columns: []results.PrintedColumn{{Name: "Structure"}, {Name: "Net benefit €m", Right: true}, {Name: "Payback years", Right: true}},
		Rows:    [][]string{{"Full merger", "−1,234.50\u00A0\n−2,000 to 300*", "never"}, {"Status quo", "0.0", "2.5*"}},
	}
	f := resultsWorkbook(t, r)
	if got := strings.Join(f.GetSheetList(), " "); got != "Summary contents dictionary summary numbers outcomes" {
		t.Errorf("sheets: %s", got)
	}
	rows, err := f.GetRows("Summary")
	want := "Two bodies||" + conclusion + "||Means of draws||Structure/Net benefit €m/5th to 95th percentile/Payback years|Full merger/−1,234.50/−2,000 to 300*/never|Status quo/0.0//2.5||* Judgement.|warning: few draws"
	var got []string
	for _, row := range rows {
		got = append(got, strings.Join(row, "/"))
	}
	if text := strings.Join(got, "|"); err != nil || text != want {
		t.Errorf("%v\n%s, want\n%s", err, text, want)
	}
	if kind, err := f.GetCellType("Summary", "B8"); err != nil || kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString {
		t.Errorf("a mean is stored as %v, %v", kind, err)
	}
	for cell, want := range map[string]string{"B8": "-1234.5", "C8": "−2,000 to 300*", "D8": "never"} {
		if got, err := f.GetCellValue("Summary", cell, excelize.Options{RawCellValue: true}); err != nil || got != want {
			t.Errorf("%s holds %q, %v, want %q", cell, got, err, want)
		}
	}
	if id, err := f.GetCellStyle("Summary", "D9"); err != nil {
		t.Error(err)
	} else if style, err := f.GetStyle(id); err != nil || style.CustomNumFmt == nil || *style.CustomNumFmt != `#,##0.0"*"` {
		t.Errorf("a number with a mark is shown as %+v, %v", style, err)
	}
	merged, err := f.GetMergeCells("Summary")
	if err != nil || len(merged) != 5 || merged[1].GetStartAxis() != "A3" || merged[1].GetEndAxis() < "D3" {
		t.Errorf("merged: %v, %v", merged, err)
	}
	if height, err := f.GetRowHeight("Summary", 3); err != nil || height < 60 {
		t.Errorf("a conclusion of several lines is %g points high, %v", height, err)
	}
	props, err := f.GetSheetProps("Summary")
	if err != nil || props.FitToPage == nil || !*props.FitToPage {
		t.Errorf("it does not fit on a page: %v", err)
	}
	layout, err := f.GetPageLayout("Summary")
	if err != nil || layout.FitToWidth == nil || *layout.FitToWidth != 1 || layout.FitToHeight == nil || *layout.FitToHeight != 0 {
		t.Errorf("it is not one page wide: %v %+v", err, layout)
	}
	for _, name := range f.GetDefinedName() {
		if name.Scope == "Summary" && name.RefersTo == "'Summary'!$7:$7" {
			return
		}
	}
	t.Error("its headings are not repeated")
}

// Of an analysis the same sheet comes before its tables; without anything printed there is none.
func TestWorkbookOfAnalysisBeginsWithWhatIsPrinted(t *testing.T) {
	r := &results.Folder{Provenance: results.Provenance{Method: "sensitivity tornado"}}
	r.Analysis = result.Analysis{Tornado: []result.TornadoRow{{Assumption: "a"}}}
	for _, test := range []struct {
		printed *results.Printed
		want    string
	}{
		{nil, "contents dictionary tornado"},
		{&results.Printed{Conclusions: []string{"- Nothing moves it."}}, "contents dictionary tornado"},
		{&results.Printed{Columns: []results.PrintedColumn{{Name: "Assumption"}}, Rows: [][]string{{"a"}}}, "Summary contents dictionary tornado"},
	} {
		r.Printed = test.printed
		if got := strings.Join(resultsWorkbook(t, r).GetSheetList(), " "); got != test.want {
			t.Errorf("sheets %q, want %q", got, test.want)
		}
	}
}
