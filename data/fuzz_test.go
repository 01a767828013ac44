package data_test

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"reconfig/data"
	"reconfig/data/folder/foldertest"
)

// fuzzCase puts fuzzed content in the place of one file of a case. Whatever it is, reading must end in a valid case that
// can be run, or in problems that name a file.
func fuzzCase(f *testing.F, file string, seeds ...string) {
	dir := copyLondon(f)
	whole, err := os.ReadFile(filepath.Join(dir, file))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		if err := os.WriteFile(filepath.Join(dir, file), content, 0o644); err != nil {
			t.Fatal(err)
		}
		c, err := data.OpenCase(dir)
		var problems data.Problems
		switch {
		case err == nil:
			if left := c.Check(); len(left) > 0 {
				t.Fatalf("read as valid, but %+v", left)
			}
			if fault := strangeOutcome(c.Case); fault != "" {
				t.Fatalf("read as valid, but %s", fault)
			}
		case !errors.As(err, &problems) && !errors.As(err, new(*data.KindError)):
			t.Fatalf("an error of another kind: %v", err)
		default:
			for _, p := range problems {
				if p.File == "" || p.Expected == "" || p.Line < 0 {
					t.Fatalf("a problem without its place: %+v", p)
				}
			}
		}
	})
}

func FuzzCommissioners(f *testing.F) {
	fuzzCase(f, "commissioners.csv", "\ufeff\"code\",name,population,management_cost_k,management_cost_basis,repaying_debt\r\nA,B,1,2,reported,no\r\n", "code;name\n", "code\n\"A", ",,,\n")
}

func FuzzNeighbours(f *testing.F) {
	fuzzCase(f, "neighbours.csv", "a,b,kind,boundary_m\n5C2,5C2,sea,-1\n5C2,5A9,land,\n5A9,5C2,land,\n")
}

func FuzzArrangements(f *testing.F) {
	fuzzCase(f, "arrangements.csv", "code,name,voluntary,description\nhub,=1,Yes,\"a\nb\"\n", "\xff\xfec\x00o\x00")
}

func FuzzStructures(f *testing.F) {
	fuzzCase(f, "structures.csv", "structure,name,description,focus\na b,\u00a0,,yes\n")
}

func FuzzCorrelations(f *testing.F) {
	fuzzCase(f, "correlations.csv", "a,b,rank_correlation,basis\nstaff.cost,staff.exit_cost,0.99,\nstaff.exit_cost,staff.exit_share,-0.99,\nstaff.cost,staff.exit_share,0.99,\n")
}

func FuzzAllocations(f *testing.F) {
	fuzzCase(f, "allocations.csv", "code,year,allocation_k,basis\n5C2,Oct-09,1e13,\n")
}

func FuzzSources(f *testing.F) {
	fuzzCase(f, "sources.csv", "id,citation,url\n-,,\nS1;S2,#REF!,\n", "PK\x03\x04")
}

func FuzzSectors(f *testing.F) {
	fuzzCase(f, "sectors.csv", "map,sector,sector_name,region,commissioner,basis\nm,s,n,r,5C2,\nm,s,o,q,5C2,\n")
}

func FuzzFunctions(f *testing.F) {
	fuzzCase(f, "functions.csv", "code,name,class,share,capacity_weight\nboard,Board,local,1,0\n", "code,name,class,share,capacity_weight\na,b,c,1e308,1e308\nd,e,f,1e308,1e308\n")
}

func FuzzPlacements(f *testing.F) {
	fuzzCase(f, "placements.csv", "structure,function,tier,arrangement,from_year\nmerger,board,local,merger,-1e9\n")
}

func FuzzAssumptions(f *testing.F) {
	fuzzCase(f, "assumptions.csv", "name,kind,unit,min,max,low,central,high,distribution,strength,sources,description\nstaff.cost,lever,,1,0,5,4,3,beta,E,S1;;S2,\n")
}

func FuzzDebtPlan(f *testing.F) {
	fuzzCase(f, "debt_plan.csv", "item,value,unit,source\nlevy_years,-1,,\n", "item,value,unit,source\nlevy_years,1e300,,\n")
}

func FuzzDebts(f *testing.F) {
	fuzzCase(f, "debts.csv", "organisation,debt_k,basis,plan_quarter\na,1,,99999999999\n")
}

func FuzzObservations(f *testing.F) {
	fuzzCase(f, "observations.csv", "id,structure,map,settings,metric,low,high,kind,used_for,sources,description\nx,merger,six-2009,a=b;;=,.hub,2,1,,,-,\n")
}

func FuzzPackage(f *testing.F) {
	fuzzCase(f, "datapackage.json", `{"name":"a","name":"b","Title":"c"}`, `{"resources":[{"path":[1,{}]},{"path":"C:\\x"}],"reconfig":{"curency":"\ud800"}}`, `{"reconfig":{"horizon_years":1e308}}`, `{"reconfig":[]}`, `[]`, `{"resources":[{"path":"../../x"}]}`)
}

// FuzzWorkbook puts fuzzed content in the place of one part of a case's workbook, or of all of it. Whatever it is, reading
// must end in a valid case or in problems that name the workbook.
func FuzzWorkbook(f *testing.F) {
	small := copyWorkbook(f, "london-2010")
	editWorkbook(f, small, func(w *excelize.File) error {
		for _, name := range w.GetSheetList() {
			if name != "case" && name != "functions" && name != "arrangements" {
				if err := w.DeleteSheet(name); err != nil {
					return err
				}
			}
		}
		return nil
	})
	whole, err := os.ReadFile(small)
	if err != nil {
		f.Fatal(err)
	}
	good := foldertest.Unzip(f, whole)
	names := append(slices.Sorted(maps.Keys(good)), "")
	for i, name := range names {
		f.Add(i, []byte(good[name]))
	}
	f.Add(len(names)-1, whole)
	sheet := slices.IndexFunc(names, func(name string) bool { return strings.HasPrefix(name, "xl/worksheets/sheet") })
	for _, cells := range []string{
		`<row r="1048576"><c r="A1048576"><v>1</v></c></row>`, `<row><c r="XFD1"/></row><row r="0"><c r="A0"/></row>`, `<row r="2"><c r="A1" t="s"><v>-1</v></c></row>`,
		`<row r="1"><c r="A1"><f t="shared" si="0"/></c></row>`, `<row r="1"><c r="A1" s="-1"><v>1e400</v></c></row>`, `<row r="-1"/>`,
	} {
		f.Add(sheet, []byte(`<worksheet><sheetData>`+cells+`</sheetData><mergeCells><mergeCell ref="A1:XFD9"/></mergeCells></worksheet>`))
	}
	f.Fuzz(func(t *testing.T, part int, content []byte) {
		file := filepath.Join(t.TempDir(), "case.xlsx")
		name := names[max(0, part)%len(names)]
		if name != "" {
			changed := maps.Clone(good)
			changed[name] = string(content)
			content = zipped(t, changed)
		}
		if err := os.WriteFile(file, content, 0o644); err != nil {
			t.Fatal(err)
		}
		c, err := data.OpenCase(file)
		var problems data.Problems
		switch {
		case err == nil:
			if left := c.Check(); len(left) > 0 {
				t.Fatalf("read as valid, but %+v", left)
			}
		case !errors.As(err, &problems) && !errors.As(err, new(*data.KindError)):
			t.Fatalf("an error of another kind: %v", err)
		default:
			for _, p := range problems {
				if p.File != file || p.Expected == "" || p.Line < 0 {
					t.Fatalf("a problem without its place: %+v", p)
				}
			}
		}
	})
}
