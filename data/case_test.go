package data_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"reconfig/data"
	"reconfig/data/folder/foldertest"
	"reconfig/model"
	"reconfig/model/modeltest"
)

// copyLondon copies the London case into a new folder.
func copyLondon(t testing.TB) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "case")
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("cases", "london-2010"))); err != nil {
		t.Fatal(err)
	}
	return dir
}

// edit replaces the first occurrence of old in a file of the folder, or removes the file if both are empty.
func edit(t testing.TB, dir, file, old, replacement string) {
	t.Helper()
	if old != "" || replacement != "" {
		foldertest.Edit(t, dir, file, old, replacement)
		return
	}
	if err := os.Remove(filepath.Join(dir, file)); err != nil {
		t.Fatal(err)
	}
}

// problems opens a case that must not be valid, and returns what is wrong with it, a line each, without the folder.
func problems(t testing.TB, dir string) string {
	t.Helper()
	_, err := data.OpenCase(dir)
	var all data.Problems
	if !errors.As(err, &all) {
		t.Fatalf("%v, want problems", err)
	}
	return strings.ReplaceAll(all.Error(), dir+"/", "")
}

func TestEveryKindOfErrorIsReportedWithItsPosition(t *testing.T) {
	type mistake struct {
		name, file, old, replacement string
		want                         string // the whole report
	}
	for _, test := range modeltest.Some([]mistake{
		{"missing file", "functions.csv", "", "", `functions.csv: expected a file of that name in the case's folder: it is not there`},
		{"missing description", "datapackage.json", "", "", "datapackage.json: expected a description of the case (a Frictionless Data Package; `reconfig case new DIR --from bodies.csv` makes a whole case from a table of bodies)"},
		{"not JSON", "datapackage.json", `"title"`, `title`, `datapackage.json:4: expected a data package in JSON: invalid character 't' looking for beginning of object key string`},
		{"unknown setting", "datapackage.json", `"currency"`, `"currencies"`, `datapackage.json:16: property reconfig: "currencies": expected a property that is known, perhaps currency`},
		{"bad date", "datapackage.json", `2010-04-01`, `1 April 2010`, `datapackage.json:14: property start_date: "1 April 2010": expected a date, as in 2010-04-01`},
		{"bad horizon", "datapackage.json", `"horizon_years": 10`, `"horizon_years": 0.3`, `datapackage.json:20: property horizon_years: "0.3": expected a number of years above 0, at most 100, in whole quarters`},
		{"endless horizon", "datapackage.json", `"horizon_years": 10`, `"horizon_years": 1e9`, `datapackage.json:20: property horizon_years: "1e9": expected a number of years above 0, at most 100, in whole quarters`},
		{"horizon of no value", "datapackage.json", `"horizon_years": 10`, `"horizon_years": null`, `datapackage.json:20: property horizon_years: "null": expected a number of years above 0, at most 100, in whole quarters`},
		{"horizon as text", "datapackage.json", `"horizon_years": 10`, `"horizon_years": "10"`, `datapackage.json:20: property reconfig.horizon_years: "10": expected a number that can be computed with, without quotes`},
		{"horizon as a list", "datapackage.json", `"horizon_years": 10`, `"horizon_years": [10]`, `datapackage.json:20: property reconfig.horizon_years: "[…]": expected a number that can be computed with, without quotes`},
		{"horizon beyond numbers", "datapackage.json", `"horizon_years": 10`, `"horizon_years": 1e999`, `datapackage.json:20: property reconfig.horizon_years: "1e999": expected a number that can be computed with, without quotes`},
		{"year as a number", "datapackage.json", `"price_year": "2009/10"`, `"price_year": 2009`, `datapackage.json:15: property reconfig.price_year: "2009": expected text in quotes`},
		{"year in words", "datapackage.json", `"price_year": "2009/10"`, `"price_year": "last year"`, `datapackage.json:15: property price_year: "last year": expected the year whose prices all money is in`},
		{"formula for a currency", "datapackage.json", `"currency": "£"`, `"currency": "="`, `datapackage.json:16: property currency: "=": expected the sign or the letters of a currency: a spreadsheet takes = + - @ for the start of a formula`},
		{"long currency", "datapackage.json", `"currency": "£"`, `"currency": "pounds sterling"`, `datapackage.json:16: property currency: "pounds sterling": expected at most 8 letters`},
		{"path that is a number", "datapackage.json", `"path": "commissioners.csv"`, `"path": 1`, `property resources[0].path: "1": expected the name of a file in the case's folder, or a list of such names`},
		{"bad name", "datapackage.json", `"name": "london-2010"`, `"name": "../london"`, `datapackage.json:3: property name: "../london": expected a name of small letters, digits, dots, dashes and underscores`},
		{"unknown default map", "datapackage.json", `"default_map": "six-2009"`, `"default_map": "six"`, `datapackage.json:19: property default_map: "six": expected a map of sectors.csv: eight-2011, five-2012, seven-2009, six-2009`},
		{"missing column", "functions.csv", "code,name,class", "code,name,klass", `functions.csv:1: column klass: expected a column that is known, perhaps class`},
		{"doubled column", "functions.csv", "code,name,class", "code,name,name", "functions.csv:1: column name: expected each column once: it stands twice in the header\nfunctions.csv:1: column class: expected a column of that name: it is missing"},
		{"unknown column", "debts.csv", "basis,plan_quarter\n", "colour,plan_quarter\n", "debts.csv:1: column colour: expected one of the columns organisation, debt_k, basis, plan_quarter\ndebts.csv:1: column basis: expected a column of that name: it is missing"},
		{"semicolons above commas", "arrangements.csv", "code,name,voluntary,description", "code;name;voluntary;description", `arrangements.csv:1: "code;name;voluntary;description": expected columns separated by the same sign in all rows; the header has semicolons`},
		{"not UTF-8", "arrangements.csv", "Support hub", "Support h\x81b", `arrangements.csv:6: expected text in UTF-8 (in Excel, save as CSV UTF-8)`},
		{"open quote", "arrangements.csv", "hub,Support hub", `hub,"Support hub`, `arrangements.csv:6: expected a row of comma-separated cells: extraneous or missing " in quoted-field`},
		{"too few cells", "arrangements.csv", "hub,Support hub,yes,", "hub,Support hub,", `arrangements.csv:6: "hub,Support hub,A jointly owned support organisation serves all bodies": expected 4 cells, as the header has; here are 3`},
		{"thousands separator", "commissioners.csv", "177580", `"177,580"`, `commissioners.csv:2: column population: "177,580": expected a plain number, as in 1234.5`},
		{"not a number", "commissioners.csv", "177580", "NaN", `commissioners.csv:2: column population: "NaN": expected a plain number, as in 1234.5`},
		{"hexadecimal", "commissioners.csv", "177580", "0x2B5AC", `commissioners.csv:2: column population: "0x2B5AC": expected a plain number, as in 1234.5`},
		{"too large", "commissioners.csv", "177580", "1e999", `commissioners.csv:2: column population: "1e999": expected a plain number, as in 1234.5`},
		{"empty number", "commissioners.csv", "177580", "", `commissioners.csv:2: column population: empty: expected a plain number, as in 1234.5`},
		{"nobody", "commissioners.csv", "177580", "0", `commissioners.csv:2: column population: "0": expected a number above 0`},
		{"part of a quarter", "debts.csv", "assumed,3", "assumed,3.5", `debts.csv:4: column plan_quarter: "3.5": expected a whole number`},
		{"unknown basis", "commissioners.csv", "estimated", "guessed", `commissioners.csv:2: column management_cost_basis: "guessed": expected how the cost is known (reported, derived, estimated, assumed)`},
		{"same code", "commissioners.csv", "5A9,Barnet", "5C2,Barnet", "commissioners.csv:3: column code: \"5C2\": expected a value of its own (see line 2)\n"},
		{"same name", "structures.csv", "association,Association", "association,Full merger", `structures.csv:9: column name: "Full merger": expected a value of its own (see line 3)`},
		{"body twice in a map", "sectors.csv", "six-2009,NCL,North Central London,LON,5A9", "six-2009,ONEL,Outer North East London,LON,5C2", "sectors.csv:1: column commissioner: expected every commissioner in map six-2009: it lacks 5A9\nsectors.csv:3: column commissioner: \"5C2\": expected each commissioner once in map six-2009: sector ONEL has it already (see line 2)"},
		{"sector in two regions", "sectors.csv", "NCL,North Central London,LON,5K7", "NCL,North Central London,OTHER,5K7", `sectors.csv:7: column region: "OTHER": expected LON: a sector has one region in a map (see line 3)`},
		{"unknown commissioner", "neighbours.csv", "5C2,5C5", "5C2,5XX", `neighbours.csv:2: column b: "5XX": expected the code of a commissioner, perhaps `},
		{"own neighbour", "neighbours.csv", "5C2,5C5", "5C2,5C2", `neighbours.csv:2: column b: "5C2": expected another one than in column a`},
		{"shares", "functions.csv", "governance,0.05", "governance,0.06", `functions.csv:1: column share: "1.01": expected shares that add up to 1`},
		{"no share", "functions.csv", "governance,0.05", "governance,five", `functions.csv:2: column share: "five": expected a plain number, as in 1234.5`},
		{"local tier", "placements.csv", "board,sector", "board,local", `placements.csv:2: column tier: "local": expected sector or region: a function without a placement stays local, so leave the row out`},
		{"unknown function", "placements.csv", "merger,board", "merger,bored", `placements.csv:2: column function: "bored": expected the code of a function, perhaps board`},
		{"same year twice", "placements.csv", "merger,executive,sector,merger,0.5", "merger,board,sector,merger,0.5", `placements.csv:3: column from_year: "0.5": expected another year: the same function of the same structure is placed in that year already (see line 2)`},
		{"low above central", "assumptions.csv", "0.83,1,1.15", "1.05,1,1.15", `assumptions.csv:2: column central: "1": expected at least 1.05, which is its low`},
		{"high above max", "assumptions.csv", "0.83,1,1.15", "0.83,1,115", `assumptions.csv:2: column high: "115": expected at most 100, which is its max`},
		{"beyond the equations", "assumptions.csv", "target.years,lever,years,0.25", "target.years,lever,years,0", `assumptions.csv:8: column min: "0": expected what the equations allow: above 0`},
		{"missing assumption", "assumptions.csv", "staff.cost,", "staff.price,", "assumptions.csv:1: column name: expected an assumption staff.cost: the model needs it\nassumptions.csv:86: column name: \"staff.price\": expected an assumption that the model knows, perhaps staff.cost"},
		{"unknown distribution", "assumptions.csv", "0.83,1,1.15,pert", "0.83,1,1.15,normal", `assumptions.csv:2: column distribution: "normal": expected its distribution (fixed, uniform, triangular, pert, lognormal, beta)`},
		{"unknown source", "assumptions.csv", "S8;S9;S12;S29", "S8;S9;S12;S9999", `assumptions.csv:2: column sources: "S9999": expected the id of a source, perhaps`},
		{"correlation of nothing", "correlations.csv", "disruption.merger,disruption.shared-management", "disruption.merger,disruption.shared", "correlations.csv:2: column b: \"disruption.shared\": expected the name of an assumption, perhaps disruption.shared-management"},
		{"correlation above 1", "correlations.csv", "0.8", "1.8", `correlations.csv:2: column rank_correlation: "1.8": expected a number above -1 and below 1`},
		{"no allocation", "allocations.csv", "5A9,2010/11,558237,estimated\n", "", `allocations.csv:1: column code: expected an allocation of 5A9 for 2010/11: it pays the levy that year`},
		{"debts without a plan", "debts.csv", "", "", `debts.csv: expected allocations, debt_plan and debts together, or none of them`},
		{"levy years", "debt_plan.csv", "levy_years,2", "levy_years,3", `debt_plan.csv:4: column value: "3": expected a whole number from 1 to 2, for as many years there are allocations`},
		{"setting of nothing", "observations.csv", "target.reduction=0.62;target.years=2,reduction_pct", "target.reductions=0.62,reduction_pct", `observations.csv:2: column settings: "target.reductions=0.62": expected name=value;… with possible values: there is no assumption "target.reductions"; did you mean target.reduction?`},
		{"unknown metric", "observations.csv", "reduction_pct,48", "reduction,48", `observations.csv:2: column metric: "reduction": expected an outcome or a metric, perhaps`},
		{"high below low", "observations.csv", "48,67", "68,67", `observations.csv:2: column high: "67": expected at least 68, which is its low`},
		{"five in focus", "structures.csv", "no hub\",no", "no hub\",yes", `structures.csv:6: column focus: "yes": expected no: at most 4 structures can be in focus`},
	}, 3) {
		t.Run(test.name, func(t *testing.T) {
			dir := copyLondon(t)
			edit(t, dir, test.file, test.old, test.replacement)
			got := problems(t, dir)
			if !strings.Contains(got+"\n", test.want) || len(strings.Split(got, "\n")) != len(strings.Split(strings.TrimSpace(test.want), "\n")) && test.name != "same code" {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

func TestAllErrorsAtOnce(t *testing.T) {
	dir := copyLondon(t)
	edit(t, dir, "commissioners.csv", "177580", "many")
	edit(t, dir, "functions.csv", "governance,0.05", "governance,0.06")
	edit(t, dir, "placements.csv", "merger,board,sector", "merger,board,county")
	edit(t, dir, "assumptions.csv", "0.83,1,1.15", "0.83,1,0.9")
	got := problems(t, dir)
	for _, want := range []string{"commissioners.csv:2: column population", "functions.csv:1: column share", "placements.csv:2: column tier", "assumptions.csv:2: column high"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if n := len(strings.Split(got, "\n")); n != 4 {
		t.Errorf("%d problems, want 4:\n%s", n, got)
	}
}

func TestLinesAreThoseOfTheFile(t *testing.T) {
	dir := copyLondon(t)
	// A cell of three lines and an empty line before the row at fault.
	edit(t, dir, "arrangements.csv", "needs consultation and legislation", "\"needs\nconsultation\nand legislation\"\n")
	edit(t, dir, "arrangements.csv", "One new statutory body replaces several; \"needs", "\"One new statutory body replaces several; needs")
	edit(t, dir, "arrangements.csv", "lead,Lead commissioning,yes", "lead,Lead commissioning,perhaps")
	if got := problems(t, dir); !strings.Contains(got, `arrangements.csv:8: column voluntary: "perhaps"`) {
		t.Errorf("the row is in line 8: %s", got)
	}
}

func TestWhatSpreadsheetsDoToFilesIsAccepted(t *testing.T) {
	want, err := data.OpenCase("london-2010")
	if err != nil {
		t.Fatal(err)
	}
	dir := copyLondon(t)
	files, _ := filepath.Glob(filepath.Join(dir, "*.csv"))
	for _, file := range files {
		content, _ := os.ReadFile(file)
		content = bytes.ReplaceAll(content, []byte("\n"), []byte("\r\n"))
		content = append([]byte("\xef\xbb\xbf"), content...)
		header, _, _ := bytes.Cut(content, []byte("\r\n"))
		content = append(content, bytes.Repeat([]byte(","), bytes.Count(header, []byte(",")))...) // an emptied row
		os.WriteFile(file, append(content, "\r\n"...), 0o644)
	}
	got, err := data.OpenCase(dir)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got.Case, want.Case) {
		t.Error("the case differs")
	}
	if got.Hash() == want.Hash() {
		t.Error("the hash is the same though the bytes differ")
	}
}

func TestFurtherColumnsAreKept(t *testing.T) {
	c, err := data.OpenCase("london-2010")
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"repaying_debt_basis", "gp_practices", "area"}; !slices.Equal(c.FurtherColumns, want) {
		t.Errorf("further columns %v, want %v", c.FurtherColumns, want)
	}
	if x, _ := c.Commissioner("5M7"); x.Further["area"] != "Sutton; Merton" {
		t.Errorf("the area of 5M7 is %q", x.Further["area"])
	}
}

func TestOptionalTablesMayBeMissing(t *testing.T) {
	dir := copyLondon(t)
	for _, file := range []string{"correlations.csv", "allocations.csv", "debt_plan.csv", "debts.csv", "observations.csv"} {
		edit(t, dir, file, "", "")
	}
	c, err := data.OpenCase(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Warnings) != 5 {
		t.Errorf("the description still lists five files: %v", c.Warnings)
	}
}

func TestAResourceMayHaveSeveralPaths(t *testing.T) {
	dir := copyLondon(t)
	edit(t, dir, "datapackage.json", `"path": "commissioners.csv"`, `"path": ["commissioners.csv", "more.csv"]`)
	c, err := data.OpenCase(dir)
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"datapackage.json lists more.csv, which is not in the folder"}; !slices.Equal(c.Warnings, want) {
		t.Errorf("warnings %v, want %v", c.Warnings, want)
	}
}

func TestAFunctionCanBeAddedAndAClassDropped(t *testing.T) {
	dir := copyLondon(t)
	edit(t, dir, "functions.csv", "board,", "chair,")
	edit(t, dir, "functions.csv", ",governance,0.05,0", ",local,0.05,0")
	edit(t, dir, "functions.csv", ",governance,0.11,0.11", ",local,0.11,0.11")
	content, _ := os.ReadFile(filepath.Join(dir, "placements.csv"))
	os.WriteFile(filepath.Join(dir, "placements.csv"), bytes.ReplaceAll(content, []byte(",board,"), []byte(",chair,")), 0o644)
	if _, err := data.OpenCase(dir); err != nil {
		t.Errorf("no function is of class governance any more, which does no harm: %v", err)
	}
}

func TestUnknownCase(t *testing.T) {
	_, err := data.OpenCase("lundon")
	var unknown *data.UnknownCaseError
	if !errors.As(err, &unknown) || !strings.Contains(err.Error(), "london-2010") {
		t.Errorf("%v, want an UnknownCaseError that names the cases", err)
	}
	if _, err := data.OpenCase("case_test.go"); err == nil || !strings.Contains(err.Error(), "is a file") {
		t.Errorf("%v, want an error that it is a file", err)
	}
	table := filepath.Join("..", "examples", "councils.csv")
	if _, err := data.OpenCase(table); err == nil || !strings.Contains(err.Error(), "case new DIR --from "+table) {
		t.Errorf("%v, want an error that says what makes a case of it", err)
	}
}

func TestCopyIsTheSame(t *testing.T) {
	want, err := data.OpenCase("london-2010")
	if err != nil {
		t.Fatal(err)
	}
	dir := copyLondon(t)
	got, err := data.OpenCase(dir)
	if err != nil {
		t.Fatal(err)
	}
	if got.Hash() != want.Hash() {
		t.Error("the copy has other bytes")
	}
	if err := data.CopyCase("london-2010", dir); err == nil || !strings.HasSuffix(err.Error(), " holds a case already; choose another name, or remove it first") {
		t.Errorf("copying over it: %v", err)
	}
	notes := t.TempDir()
	if err := os.WriteFile(filepath.Join(notes, "bodies.csv"), []byte("a table"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := data.CopyCase("london-2010", notes); err == nil || !strings.Contains(err.Error(), "an empty folder") {
		t.Errorf("copying into a folder that holds something else: %v", err)
	}
}

// The schemas in datapackage.json are for other tools; this holds them against what reconfig itself reads.
func TestPackageDescribesTheFiles(t *testing.T) {
	types := map[string]reflect.Type{
		"commissioners": reflect.TypeFor[model.Commissioner](), "sectors": reflect.TypeFor[model.Membership](), "neighbours": reflect.TypeFor[model.Neighbour](),
		"functions": reflect.TypeFor[model.Function](), "arrangements": reflect.TypeFor[model.Arrangement](), "structures": reflect.TypeFor[model.Structure](),
		"placements": reflect.TypeFor[model.Placement](), "assumptions": reflect.TypeFor[model.Assumption](), "correlations": reflect.TypeFor[model.Correlation](),
		"allocations": reflect.TypeFor[model.Allocation](), "debt_plan": reflect.TypeFor[model.DebtItem](), "debts": reflect.TypeFor[model.Debt](),
		"observations": reflect.TypeFor[model.Observation](), "sources": reflect.TypeFor[model.Source](),
	}
	for _, name := range data.CaseNames() {
		folder := os.DirFS(filepath.Join("cases", name))
		content, err := fs.ReadFile(folder, "datapackage.json")
		if err != nil {
			t.Fatal(err)
		}
		var p struct {
			Resources []struct {
				Name, Path string
				Schema     struct {
					Fields      []struct{ Name, Type string }
					ForeignKeys []struct {
						Fields    string
						Reference struct{ Resource, Fields string }
					}
				}
			}
		}
		if err := json.Unmarshal(content, &p); err != nil {
			t.Fatal(err)
		}
		fields := map[string][]string{}
		for _, r := range p.Resources {
			for _, f := range r.Schema.Fields {
				fields[r.Name] = append(fields[r.Name], f.Name)
				checkType(t, r.Name, f.Name, f.Type, types[r.Name])
			}
			file, err := fs.ReadFile(folder, r.Path)
			if err != nil {
				t.Error(err)
				continue
			}
			header, _, _ := strings.Cut(string(file), "\n")
			if got := strings.Join(fields[r.Name], ","); got != header {
				t.Errorf("%s: fields %s, header %s", r.Path, got, header)
			}
		}
		for _, r := range p.Resources {
			for _, k := range r.Schema.ForeignKeys {
				if !slices.Contains(fields[r.Name], k.Fields) || !slices.Contains(fields[k.Reference.Resource], k.Reference.Fields) {
					t.Errorf("%s: foreign key %+v", r.Name, k)
				}
			}
		}
	}
}

// checkType holds a field's Frictionless type against the Go type that it is read into.
func checkType(t *testing.T, table, name, declared string, row reflect.Type) {
	for i := range row.NumField() {
		f := row.Field(i)
		if f.Tag.Get("csv") != name {
			continue
		}
		want := map[reflect.Kind][]string{reflect.Float64: {"number"}, reflect.Struct: {"number"}, reflect.Int: {"integer"}, reflect.String: {"string", "boolean"}}[f.Type.Kind()]
		if !slices.Contains(want, declared) {
			t.Errorf("%s.%s is declared %s, and read as %s", table, name, declared, f.Type)
		}
	}
}

func TestProblemsComeInTheSameOrder(t *testing.T) {
	dir := copyLondon(t)
	edit(t, dir, "sectors.csv", "six-2009,ONEL,Outer North East London,LON,5C2,indirect", ",,,,5C2,")
	edit(t, dir, "datapackage.json", `"price_year": "2009/10"`, `"price_year": ""`)
	edit(t, dir, "datapackage.json", `"currency": "£"`, `"currency": ""`)
	edit(t, dir, "datapackage.json", `"body_plural": "PCTs"`, `"body_plural": ""`)
	first := problems(t, dir)
	for range 20 {
		if again := problems(t, dir); again != first {
			t.Fatalf("now\n%s\nbefore\n%s", again, first)
		}
	}
}
