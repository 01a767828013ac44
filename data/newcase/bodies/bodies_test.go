package bodies_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"reconfig/data/newcase/bodies"
	"reconfig/data/table"
)

// tableOf writes a table of bodies and gives its path.
func tableOf(t testing.TB, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "bodies.csv")
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// threeBodies are rows for a header of three columns.
const threeBodies = "Ayton,100000,3000\nBeeton,250000,5000\nCeeton,90000,2900\n"

func TestBodyColumnsAreGuessed(t *testing.T) {
	for _, test := range []struct {
		header, rows string
		want         string // roles and headers
	}{
		{"Name,Population,Cost (£k)", "A,100000,3000", "name=Name population=Population cost=Cost (£k)"},
		{"COUNCIL, residents (mid-2023) ,Total running costs £000", "A,100000,3000", "name=COUNCIL population=residents (mid-2023) cost=Total running costs £000"},
		{"code,name,population,weighted_population,management_cost_k,management_cost_basis,latitude,longitude", "a,A,1e3,2,3,reported,51,0", ""},
		{"code,name,population,weighted_population,management_cost_k,management_cost_basis,latitude,longitude", "a,A,100000,110000,3000,reported,51,0",
			"name=name population=population cost=management_cost_k code=code weighted=weighted_population latitude=latitude longitude=longitude basis=management_cost_basis"},
		{"Council code,Council,Pop.,Management cost,Total budget,Cost per head,Political group", "x,A,100000,3000000,99000000,30,Lab", "name=Council population=Pop. cost=Management cost code=Council code"},
		{"Area (sq km),Health board,GP list size,Admin spend 2023/24 (€m)", "12.5,A,100000,3.1", "name=Health board population=GP list size cost=Admin spend 2023/24 (€m)"},
		{"Region,Cluster,Trust,People,Weighted people,Spend £m", "N,C,A,100000,,3.1", "name=Trust population=People cost=Spend £m weighted=Weighted people sector=Cluster region=Region"},
		{"ONS code,ODS name,Number of residents,% of population aged 65+,Corporate spend (k£)", "x,A,100000,12%,3000", "name=ODS name population=Number of residents cost=Corporate spend (k£) code=ONS code"},
		{"Comune,Population,Cost (€)", "A,100000,3000000", ""},
		{"Area,Council,Population,Cost (£k)", "12.5,A,100000,3000", "name=Council population=Population cost=Cost (£k)"},
		{"Lat,Authority,Residents,Budget $", "51,A,100000,3000000", "name=Authority population=Residents cost=Budget $"},
		{"Lat,Long,Authority,Residents,Budget $", "51,0.1,A,100000,3000000", "name=Authority population=Residents cost=Budget $ latitude=Lat longitude=Long"},
	} {
		b, err := bodies.Read(tableOf(t, test.header+"\n"+test.rows+"\n"), bodies.Options{})
		if test.want == "" {
			if err == nil {
				t.Errorf("%s: read as %+v", test.header, b.Columns)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", test.header, err)
			continue
		}
		var got []string
		for _, c := range b.Columns {
			got = append(got, string(c.Role)+"="+c.Header)
		}
		if strings.Join(got, " ") != strings.ReplaceAll(test.want, "  ", " ") {
			t.Errorf("%s:\n got %s\nwant %s", test.header, strings.Join(got, " "), test.want)
		}
	}
}

func TestBodyNumbers(t *testing.T) {
	for _, test := range []struct {
		population, cost string // headers
		row              string
		options          bodies.Options
		people, costK    float64
	}{
		{"Population", "Cost (£k)", `100000,3000`, bodies.Options{}, 100000, 3000},
		{"Population", "Cost", `"100,000","£3,000,000"`, bodies.Options{}, 100000, 3000},
		{"Population", "Cost", `100000,3000`, bodies.Options{}, 100000, 3000},
		{"Population", "Cost", `100000,3.1`, bodies.Options{}, 100000, 3100},
		{"Population", "Cost (€)", `100 000,€ 3 000 000.50`, bodies.Options{}, 100000, 3000.0005},
		{"Population (000s)", "Cost £m", `100.5,1.1`, bodies.Options{}, 100500, 1100},
		{"Population (million)", "Cost £'000", `1.25,"12,345"`, bodies.Options{}, 1250000, 12345},
		{"Population", "Cost", `12,0.5`, bodies.Options{PeopleUnit: 1, CostUnit: 1000}, 12, 0.5},
		{"Population", "Cost", "1\u00a0234\u00a0567,4.35", bodies.Options{CostUnit: 1e6}, 1234567, 4350},
		{"Population (000)", "Cost (£k)", `100.123,950.125`, bodies.Options{}, 100123, 950.125},
		{"Population", "Cost (£k)", `1e+05,3000`, bodies.Options{}, 100000, 3000},
		{"Population", "Cost (£)", `1e+05,1.1e+07`, bodies.Options{}, 100000, 11000},
		{"Population", "Cost (kr)", `100000,30000000`, bodies.Options{Currency: "kr", CostUnit: 1}, 100000, 30000},
	} {
		b, err := bodies.Read(tableOf(t, "Name,"+test.population+","+test.cost+"\nA,"+test.row+"\n"), test.options)
		if err != nil {
			t.Errorf("%s, %s: %v", test.cost, test.row, err)
			continue
		}
		if got := b.Rows[0]; got.Population != test.people || got.ManagementCostK != test.costK {
			t.Errorf("%s, %s: %v people, %vk; want %v, %vk", test.cost, test.row, got.Population, got.ManagementCostK, test.people, test.costK)
		}
	}
}

// TestBodyTablesThatAreRefused holds what is said of each kind of fault: where it is, and how it is mended.
func TestBodyTablesThatAreRefused(t *testing.T) {
	const header = "Name,Population,Cost (£k)\n"
	for _, test := range []struct {
		table   string
		options bodies.Options
		want    []string
	}{
		{table: header + "A,100000,\"12,5\"\n", want: []string{`:2: column Cost (£k): "12,5"`, "write 12.5"}},
		{table: header + "A,1.234.567,30000\n", want: []string{`"1.234.567"`, "write 1234567"}},
		{table: header + "A,\"0,875\",30000\n", want: []string{`"0,875"`, "write 0.875"}},
		{table: header + "A,100000,3.1E+06\n", want: []string{"may have lost digits"}},
		{table: header + "A,100000,1E+07\n", want: []string{"may have lost digits"}},
		{table: header + "A,1.2e+06,3000\n", want: []string{"may have lost digits"}}, // R writes it in full
		{table: header + "A,1.23457e+06,3000\n", want: []string{"may have lost digits"}},
		{table: header + "A,100000,3100x\n", want: []string{"put the unit into the header"}},
		{table: header + "A,100000,-3100\nB,(100),3100\nC,0,1\nD,100000,\n", want: []string{`:2: column Cost (£k): "-3100": expected a number above 0`, `:3: column Population: "(100)"`, ":5: column Cost (£k): empty"}},
		{table: header + "A,0,3100\nB,100000,3000\n", want: []string{`:2: column Population: "0": expected a number above 0`}},
		{table: header + "A,100000,30%\n", want: []string{"not a percentage"}},
		{table: header + "A,NaN,3100\nB,inf,3\n", want: []string{`"NaN"`, `"inf"`}},
		{table: header + "A,100000,\"3,100\"\nB,100000,2900\n", want: []string{"write 3100 or 3.1000"}},
		{table: header + "A,100.000,3100\nB,250000,2900\n", want: []string{`:2: column Population: "100.000"`, "write 100000 or 100.0000"}},
		{table: header + "A,100000,3.100\nB,100000,2900\n", want: []string{"write 3100 or 3.1000"}},
		{table: header + "A,100000,\"3,100\"\nB,100000,2.5\n", want: []string{"differ by a factor of"}},
		{table: header + "A,100000,3100\nB,100000,2900\nC,100000,3000000\n", want: []string{`:4: column Cost (£k): "3000000"`, "differ by a factor of 967.74"}},
		{table: header + "A,100000,3100\na,100000,2900\n", want: []string{`:3: column Name: "a"`, "see line 2"}},
		{table: header + ",100000,3100\n", want: []string{":2: column Name: empty", "delete the row"}},
		{table: header + "=A1,100000,3100\n", want: []string{"a name"}},
		{table: header + threeBodies + "Total,440000,10900\n", want: []string{`:5: column Name: "Total"`, "delete the row"}},
		{table: header + threeBodies + "Wales,440000,10900\n", want: []string{`:5: column Name: "Wales"`, "the population and the cost of all others together", "--keep-total"}},
		{table: header + "Average,100000,3000\n" + threeBodies, want: []string{`:2: column Name: "Average"`}},
		{table: "Name,Population,Residents,Cost\n", want: []string{"one column for the population; it could be “Population”, “Residents”", "--column population=Population"}},
		{table: "Name,Population,Cost 2023 (£k),Cost 2024 (£k)\nA,100000,3000,3100\n", want: []string{"“Cost 2023 (£k)”, “Cost 2024 (£k)”", `--column cost="Cost 2023 (£k)"`}},
		{table: "Name,Population,Outlay\nA,100000,3000\n", want: []string{":1: expected a column for the cost", "“Name”, “Population”, “Outlay”", "--column cost=NAME"}},
		{table: header + "A,100000,3000\n", options: bodies.Options{Columns: map[bodies.Role]string{bodies.CostRole: "Cots (£k)"}}, want: []string{`"Cots (£k)"`, "perhaps Cost (£k)"}},
		{table: "Name,Population,Cost\nA,100000,0.0001\n", want: []string{"from the numbers it cannot be told", "--cost-unit"}},
		{table: "Name,Population,Cost (£)\nA,100000,3000\n", want: []string{"as the header has it, the median is £0.03", "--cost-unit"}},
		{table: "Name,Population,Cost (kr)\nA,100000,3000000\n", options: bodies.Options{Currency: "kr"}, want: []string{"a unit in the header"}},
		{table: "Name,Population,Cost (€k)\nA,100000,3000\n", options: bodies.Options{Currency: "£"}, want: []string{"the table has them in €"}},
		{table: "Name,Population,Cost (£k)\nA,100.5,3\n", want: []string{"their median is 100.5", "--population-unit k"}},
		{table: "Name,Population,Cost (£k),Basis\nA,100000,3000,accounts\n", want: []string{"reported, derived, estimated, assumed", "--column basis=-"}},
		{table: "Name,Population,Cost (£k),Sector\nA,100000,3000,N\nB,100000,3000,\n", want: []string{":3: column Sector: empty"}},
		{table: "Name,Population,Cost (£k),Lat,Lon\nA,100000,3000,51.5,\nB,100000,3000,51.5,-200\nC,100000,3000,51,1\n", want: []string{"both latitude and longitude", `"-200"`}},
		{table: "Name,Population,Cost (£k),\nA,100000,3000,x\n", want: []string{"a name for column 4"}},
		{table: "Name,Population,Cost (£k),Note,note\nA,100000,3000,x,y\n", want: []string{"it stands twice"}},
		{table: header, want: []string{"rows of bodies"}},
		{table: "", want: []string{"a header row"}},
		{table: "LADCD,LADNM,Type,Population,Cost (£k)\nE01,Ashdene,county,100000,3100\nE02,Bexcombe,county,90000,2900\n", want: []string{"a column for the name", "--column name=LADNM"}},
		{table: "PCT,Population,Cost (£k)\nA,100000,3100\nA,90000,2900\n", want: []string{"--column name=NAME"}},
		{table: "Name;Population;Cost\nA;1;2\n", want: []string{":1: column Population: expected numbers of people; their median is 1"}},
		{table: header + "\"A,100000,3000\n", want: []string{"comma-separated"}},
		{table: header + "A,100000\n", want: []string{":2: "}},
		{table: header + "\xffA,100000,3000\n", want: []string{"UTF-8"}},
	} {
		_, err := bodies.Read(tableOf(t, test.table), test.options)
		var problems table.Problems
		if !errors.As(err, &problems) {
			t.Errorf("%q: %v", test.table, err)
			continue
		}
		for _, want := range test.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%q:\n got %v\nwant %s", test.table, err, want)
			}
		}
	}
}

func TestBodiesBelowTitles(t *testing.T) {
	content := "\ufeffManagement cost of councils,,,\n\"Source: made up,\nfor this test\",,,\n,,,\nName,Population,Cost (£k),\nAyton,100000,3000,\nBeeton,\"x\",5000,\n"
	_, err := bodies.Read(tableOf(t, content), bodies.Options{})
	if err == nil || !strings.Contains(err.Error(), ":7: column Population") {
		t.Errorf("%v; want a problem in line 7", err)
	}
	b, err := bodies.Read(tableOf(t, strings.Replace(content, "\"x\"", "90000", 1)), bodies.Options{})
	if err != nil || len(b.Rows) != 2 || b.Rows[1].Line != 7 {
		t.Errorf("%+v, %v", b, err)
	}
}

// TestNamedColumns holds that a column named for one role is not taken for another, and that a role can have none.
func TestNamedColumns(t *testing.T) {
	path := tableOf(t, "Council,Name,Population,Residents,Cost (£k),Latitude,Lon\nAyton,A,100000,101000,3000,1,2\n")
	b, err := bodies.Read(path, bodies.Options{Columns: map[bodies.Role]string{
		bodies.NameRole: "council", bodies.CodeRole: "Name", bodies.PopulationRole: "Residents", bodies.LatitudeRole: bodies.NoColumn, bodies.LongitudeRole: bodies.NoColumn,
	}})
	if err != nil {
		t.Fatal(err)
	}
	x := b.Rows[0]
	if x.Name != "Ayton" || x.Code != "A" || x.Population != 101000 || x.Latitude.Given || x.Further["original Population"] != "100000" || x.Further["original Latitude"] != "1" || x.Further["Lon"] != "2" {
		t.Errorf("%+v", x)
	}
	if !b.Columns[0].Named || b.Columns[2].Named {
		t.Errorf("%+v", b.Columns)
	}
}

func TestAKeptTotal(t *testing.T) {
	b, err := bodies.Read(tableOf(t, "Name,Population,Cost (£k),Population note\n"+strings.ReplaceAll(threeBodies, "\n", ",x\n")+"Total,440000,10900,\n"), bodies.Options{KeepTotal: true})
	if err != nil || len(b.Rows) != 4 || b.Rows[0].Further["Population note"] != "x" {
		t.Errorf("%+v, %v", b, err)
	}
}

// TestBodiesAreNeverMisread writes numbers in every way that is read, and holds what is read against them.
func TestBodiesAreNeverMisread(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		b.WriteString("Name,Population,Cost (£)\n")
		separator := rapid.SampledFrom([]string{"", ",", " ", "\u00a0", "'"}).Draw(t, "separator")
		sign := rapid.SampledFrom([]string{"", "£", "£ "}).Draw(t, "sign")
		var people, cost []int
		for i := range rapid.IntRange(1, 6).Draw(t, "bodies") {
			p := rapid.IntRange(1000, 9_000_000).Draw(t, "population")
			c := p * rapid.IntRange(4, 900).Draw(t, "cost a head")
			people, cost = append(people, p), append(cost, c)
			fmt.Fprintf(&b, "Body %d,\"%s\",\"%s\"\n", i, inGroups(p, separator), sign+inGroups(c, separator))
		}
		path := filepath.Join(dir, "bodies.csv")
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		table, err := bodies.Read(path, bodies.Options{KeepTotal: true})
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range table.Rows {
			if row.Population != float64(people[i]) || row.ManagementCostK != float64(cost[i])/1000 {
				t.Fatalf("%s\nread as %v", b.String(), table.Rows)
			}
		}
	})
}

// inGroups writes a number with a separator of thousands.
func inGroups(n int, separator string) string {
	digits := fmt.Sprint(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + separator + digits[i:]
	}
	return digits
}

// workbookOf writes a workbook with a sheet of notes and a sheet of costs, and gives its path.
func workbookOf(t *testing.T, rows [][]any) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if _, err := f.NewSheet("Costs 2024"); err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		if err := f.SetSheetRow("Costs 2024", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "councils.xlsx")
	if err := errors.Join(f.SetSheetRow("Sheet1", "A1", &[]any{"Notes"}), f.SaveAs(path)); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestBodiesFromAWorkbook reads a sheet with titles above the table, numbers that are shown rounded, and a fault.
func TestBodiesFromAWorkbook(t *testing.T) {
	rows := [][]any{
		{"Management cost\nof councils"}, {}, {"Council", "Residents", "Cost (£)"}, {"Ayton", 100000, 3000000.25}, {}, {"Beeton", 250000, "5,000,000"}, {"Ceeton", 90000, 2900000},
	}
	path := workbookOf(t, rows)
	b, err := bodies.Read(path, bodies.Options{Sheet: "Costs 2024"})
	if err != nil {
		t.Fatal(err)
	}
	if x := b.Rows[1]; len(b.Rows) != 3 || x.Name != "Beeton" || x.ManagementCostK != 5000 || x.Line != 6 || b.Rows[0].ManagementCostK != 3000.00025 || b.Sheet != "Costs 2024" {
		t.Errorf("%+v", b)
	}
	if _, err := bodies.Read(path, bodies.Options{}); err == nil || !strings.Contains(err.Error(), "sheet Sheet1, row 1") {
		t.Errorf("a sheet of notes: %v", err)
	}
	if _, err := bodies.Read(path, bodies.Options{Sheet: "Cost 2024"}); err == nil || !strings.Contains(err.Error(), "did you mean Costs 2024") {
		t.Errorf("a sheet that is not there: %v", err)
	}
	rows[5][1] = "many"
	if _, err := bodies.Read(workbookOf(t, rows), bodies.Options{Sheet: "Costs 2024"}); err == nil || !strings.Contains(err.Error(), `sheet Costs 2024, row 6: column Residents: "many"`) {
		t.Errorf("a word for a number: %v", err)
	}
}

// The example that people open in a spreadsheet is the one that stands beside it as text.
func TestTheExampleWorkbookIsTheTable(t *testing.T) {
	table, err := bodies.Read(filepath.Join("..", "..", "..", "examples", "councils.csv"), bodies.Options{})
	if err != nil {
		t.Fatal(err)
	}
	workbook, err := bodies.Read(filepath.Join("..", "..", "..", "examples", "councils.xlsx"), bodies.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(table.Rows) != 12 || len(workbook.Rows) != 12 {
		t.Fatalf("%d and %d councils", len(table.Rows), len(workbook.Rows))
	}
	for i := range table.Rows {
		table.Rows[i].Line, workbook.Rows[i].Line = 0, 0
	}
	if !reflect.DeepEqual(table.Rows, workbook.Rows) {
		t.Errorf("%+v\n%+v", table.Rows, workbook.Rows)
	}
}

// A sector that is spelt in two ways would be two sectors.
func TestSectorsAreSpeltInOneWay(t *testing.T) {
	const header = "Name,Population,Cost (£k),Cluster,Region\n"
	for _, test := range []struct{ second, want string }{
		{"North East,R", ""},
		{"South East,R", ""},
		{"North east,R", `bodies.csv:3: column Cluster: "North east": expected one spelling of each sector, here North East`},
		{"North-East,R", `column Cluster: "North-East"`},
		{"North East,r", `column Region: "r": expected one spelling of each region, here R`},
	} {
		_, err := bodies.Read(tableOf(t, header+"A,100000,3000,North East,R\nB,250000,5000,"+test.second+"\n"), bodies.Options{})
		if got := fmt.Sprint(err); test.want == "" && err != nil || !strings.Contains(got, test.want) {
			t.Errorf("%s: %s", test.second, got)
		}
	}
}

// What a case could not hold is said of the table that it stands in, not of a file that the user has never seen.
func TestCodesAndNamesOfBodiesFitACase(t *testing.T) {
	for _, test := range []struct{ row, want string }{
		{"A/B,Ayton,N", `bodies.csv:2: column Code: "A/B": expected a code without commas, semicolons and slashes`},
		{"A,#REF!,N", `bodies.csv:2: column Name: "#REF!": expected text; a formula failed here`},
		{"A,Ayton,#N/A", `bodies.csv:2: column Cluster: "#N/A": expected text; a formula failed here`},
	} {
		_, err := bodies.Read(tableOf(t, "Code,Name,Cluster,Population,Cost (£k)\n"+test.row+",100000,3000\nB,Beeton,S,250000,5000\n"), bodies.Options{})
		if got := fmt.Sprint(err); !strings.Contains(got, test.want) {
			t.Errorf("%s: %s", test.row, got)
		}
	}
}

// A table of bodies is read within bounds.
func TestTablesOfBodiesAreBounded(t *testing.T) {
	file := filepath.Join(t.TempDir(), "large.csv")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(file, 33<<20); err != nil {
		t.Fatal(err)
	}
	if _, err := bodies.Read(file, bodies.Options{}); err == nil || !strings.Contains(err.Error(), "more than 32 MB") {
		t.Error(err)
	}
}

// A sign behind a number hides nothing of it.
func TestSignsOfCurrenciesBehindNumbers(t *testing.T) {
	const header = "Name,Population,Cost (k)\nA,100000,"
	if _, err := bodies.Read(tableOf(t, header+"\"1,234 €\"\nB,200000,5678 €\n"), bodies.Options{}); err == nil || !strings.Contains(err.Error(), "read in one way only") {
		t.Error(err)
	}
	b, err := bodies.Read(tableOf(t, header+"1234 €\nB,200000,5678 €\n"), bodies.Options{})
	if err != nil || b.Currency != "€" || b.Grouped != "" {
		t.Errorf("%+v, %v", b, err)
	}
}

// A column whose header says nothing is taken for the names where it is the only one that could be.
func TestTheOnlyColumnOfNames(t *testing.T) {
	b, err := bodies.Read(tableOf(t, "Gemeinde,Population,Cost (€k)\nA-Dorf,100000,3000\nB-Dorf,120000,3300\n"), bodies.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if c := b.Columns[0]; c.Role != bodies.NameRole || c.Header != "Gemeinde" || b.Rows[1].Name != "B-Dorf" {
		t.Errorf("%+v, %+v", c, b.Rows)
	}
	for _, table := range []string{
		"Leader,Gemeinde,Population,Cost (€k)\nAnn,A-Dorf,100000,3000\nBob,B-Dorf,120000,3300\n", // either could be
		"Type,Population,Cost (€k)\nTown,100000,3000\nTown,120000,3300\n",                        // names differ
	} {
		if _, err := bodies.Read(tableOf(t, table), bodies.Options{}); err == nil || !strings.Contains(err.Error(), "a column for the name of each body") {
			t.Errorf("%s%v", table, err)
		}
	}
}
