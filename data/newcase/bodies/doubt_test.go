package bodies_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"reconfig/data/newcase/bodies"
	"reconfig/data/table"
)

// What a table says of its currency is seen wherever it says it, and is never taken for another.
func TestCurrenciesAreSeen(t *testing.T) {
	for _, test := range []struct{ cost, first, flag, want, fault string }{
		{"Cost (£k)", "3000", "", "£", ""},
		{"Cost (k)", "3000", "", "", ""},
		{"Cost (CHF k)", "3000", "", "CHF", ""},
		{"cost_chf_k", "3000", "", "CHF", ""},
		{"Cost (NOK million)", "3", "", "NOK", ""},
		{"Cost (NOKm)", "3", "", "NOK", ""},
		{"Cost (kEUR)", "3000", "", "€", ""},
		{"Cost TEUR", "3000", "", "€", ""},
		{"Cost (¥m)", "3", "", "¥", ""},
		{"Cost (TRY k)", "3000", "", "TRY", ""},
		{"Cost (k)", "¥3000", "", "¥", ""},
		{"Cost (k)", "CHF 3'000", "", "CHF", ""},
		{"Cost (k)", "3000 kr", "", "kr", ""},
		{"Cost (k)", "3000 kr", "NOK", "NOK", ""},
		{"Cost (k)", "$3000", "AUD", "AUD", ""},
		{"Cost (k)", "3000", "eur", "€", ""},
		{"Cost (£k)", "GBP 3000", "", "£", ""},
		{"Cost (£k)", "€3000", "", "", "the header has £, this cell €"},
		{"Cost (£k)", "CHF 3000", "", "", "the header has £, this cell CHF"},
		{"Cost (£k or €k)", "3000", "", "", "costs in one currency; here are £ and €"},
		{"Cost (NOK k)", "3000", "£", "", "the table has them in NOK"},
		{"Cost (k)", "£3000€", "", "", "a plain number"},
		{"Cost (kr)", "3000", "", "", "a unit in the header, as in Cost (kr k)"},
		{"Cost (£bn)", "0.003", "", "", "not in “bn”"},
		{"Cost (£k, £m)", "3", "", "", "one unit; here are two"},
	} {
		table := tableOf(t, fmt.Sprintf("Name,Population,\"%s\"\nA,100000,\"%s\"\nB,250000,%s\n", test.cost, test.first, strings.Trim(test.first, "£€$¥CHFGBPkr ")))
		b, err := bodies.Read(table, bodies.Options{Currency: test.flag})
		switch {
		case test.fault != "" && (err == nil || !strings.Contains(err.Error(), test.fault)):
			t.Errorf("%s, %s: %v; want %s", test.cost, test.first, err, test.fault)
		case test.fault == "" && (err != nil || b.Currency != test.want || b.Rows[0].ManagementCostK != 3000):
			t.Errorf("%s, %s: %+v, %v; want %s", test.cost, test.first, b, err, test.want)
		}
	}
}

func TestCurrenciesOfCellsAgree(t *testing.T) {
	_, err := bodies.Read(tableOf(t, "Name,Population,Cost (k)\nA,100000,£3000\nB,250000,5000\nC,90000,€2900\n"), bodies.Options{})
	if err == nil || !strings.Contains(err.Error(), `bodies.csv:4: column Cost (k): "€2900": expected all costs in one currency: "£3000" has £, this cell €`) {
		t.Error(err)
	}
	_, err = bodies.Read(tableOf(t, "Name,Population,Cost (k)\nA,£100000,3000\nB,250000,5000\n"), bodies.Options{})
	if err == nil || !strings.Contains(err.Error(), "this is an amount of money") {
		t.Error(err)
	}
}

// Text above the header is not read; what contradicts the guess is refused.
func TestTitlesThatContradictTheGuess(t *testing.T) {
	for _, test := range []struct {
		title, header, want string
		options             bodies.Options
	}{
		{title: "Management cost of councils 2024", header: "Name,Population,Budget"},
		{title: "All costs £k", header: "Name,Population,Budget"},
		{title: "All costs £m", header: "Name,Population,Budget", want: `"All costs £m": expected the unit of the costs in their header`},
		{title: "All costs £m", header: "Name,Population,Budget (£k)"},
		{title: "All costs £m", header: "Name,Population,Budget", options: bodies.Options{CostUnit: 1e6}},
		{title: "Costs in €000", header: "Name,Population,Budget", want: "--currency €"},
		{title: "Costs in €000", header: "Name,Population,Budget", options: bodies.Options{Currency: "EUR"}},
		{title: "Costs in CHF", header: "Name,Population,Budget (k)", want: "--currency CHF"},
		{title: "Population in thousands", header: "Name,Population,Budget (£k)", want: "--population-unit"},
	} {
		b, err := bodies.Read(tableOf(t, test.title+",,\n,,\n"+test.header+"\n"+threeBodies), test.options)
		switch {
		case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)):
			t.Errorf("%s, %s: %v; want %s", test.title, test.header, err, test.want)
		case test.want == "" && (err != nil || len(b.Above) != 1 || b.Above[0] != test.title):
			t.Errorf("%s, %s: %+v, %v", test.title, test.header, b, err)
		}
	}
}

// Rates, parts and sums of other periods are not the population or the cost of a year.
func TestHeadersThatSayOtherwise(t *testing.T) {
	for _, cost := range []string{
		"Cost per thousand", "Unit cost", "Cost pp", "Monthly cost (£k)", "Q1 cost", "Cost over 3 years (£k)", "3-year cost (£k)", "Spend variance", "Management cost (pct)", "Average cost", "Cost % of total",
	} {
		_, err := bodies.Read(tableOf(t, "Name,Population,"+cost+"\n"+threeBodies), bodies.Options{})
		if err == nil || !strings.Contains(err.Error(), "so it is not taken for the cost of one whole year; if it is that all the same: --column cost=") {
			t.Errorf("%s: %v", cost, err)
		}
		_, err = bodies.Read(tableOf(t, "Name,Population,"+cost+"\n"+threeBodies), bodies.Options{Columns: map[bodies.Role]string{bodies.CostRole: cost}, CostUnit: 1000})
		if err != nil {
			t.Errorf("%s, named: %v", cost, err)
		}
	}
	for _, population := range []string{"Population 65+", "Population aged 65", "Population 16-64", "Working-age population", "Adult population", "Population change", "Children (population)"} {
		_, err := bodies.Read(tableOf(t, "Name,"+population+",Cost (£k)\n"+threeBodies), bodies.Options{})
		if err == nil || !strings.Contains(err.Error(), "so it is not taken for the number of all people") {
			t.Errorf("%s: %v", population, err)
		}
	}
	for _, header := range []string{"Name,Population 2023-24,Cost per year (£k)", "Name,Population (mid 2023),Cost £k per annum 2023/24", "Name,Residents 2023,Annual cost (£k a year)", "Name,Population (all ages),Cost (£k)"} {
		if _, err := bodies.Read(tableOf(t, header+"\n"+threeBodies), bodies.Options{}); err != nil {
			t.Errorf("%s: %v", header, err)
		}
	}
}

// A row that sums up others would count people twice.
func TestRowsThatSumUpOthers(t *testing.T) {
	const north, south = "A,101234,3000\nB,252345,5000\nC,93456,2900\n", "D,77890,2100\nE,143210,3700\n"
	for _, test := range []struct{ rows, want string }{
		{north + south, ""},
		{north + "North,447035,10900\n" + south + "South,221100,5800\n", `:5: column Name: "North": expected bodies only: this has the population of A to C together`},
		{north + "North,447035,10900\n" + south + "South,221100,5800\nWales,668135,16700\n", `; “Wales” in line 9 has the population of all bodies above or below it together`},
		{"North,447035,10900\n" + north + "South,221100,5800\n" + south, `:2: column Name: "North": expected bodies only: this has the population of A to C together, as a total has, or what replaced them (then delete their rows); “South” in line 6 has the population of D to E together; delete the row`},
		{"Wales,668135,16700\n" + north + south, `:2: column Name: "Wales": expected bodies only: this has the population and the cost of all others`},
		{north + south + "Wales,668135,9000\n", `"Wales": expected bodies only: this has the population of all others together`},
		{north + "North,447035,9000\n" + south, `"North"`},
		{north + south + "Wales average,133627,3340\n", `"Wales average": expected bodies only: by its name`},
		{"Average council,133627,3340\n" + north, `:2: column Name: "Average council"`},
		{north + south + "Overall (mean),133627,3340\n", "by its name"},
		{north + south + "All councils,668135,16700\n", "by its name"},
		{north + "Grand sum,999000,25000\n", "by its name, and the population"},
		{north + "All Saints,80000,2500\nMean Valley,90000,2600\nOverall Green,91000,2700\nGrand Union,92000,2700\n", ""},
		{north + "Allerdale,80000,2500\nMeanwood,90000,2600\nSummerton,91000,2700\n", ""},
		{"A,100000,3000\nB,100000,3000\nC,100000,3000\nD,100000,3000\n", ""},
		{"A,100000,3000\nB,150000,4000\nC,250000,5000\nD,80000,2500\n", ""}, // C's round population is theirs by accident
	} {
		_, err := bodies.Read(tableOf(t, "Name,Population,Cost (£k)\n"+test.rows), bodies.Options{})
		if got := fmt.Sprint(err); test.want == "" && err != nil || !strings.Contains(got, test.want) {
			t.Errorf("%s: %s; want %s", test.rows, got, test.want)
		}
		if _, err := bodies.Read(tableOf(t, "Name,Population,Cost (£k)\n"+test.rows), bodies.Options{KeepTotal: true}); err != nil {
			t.Errorf("%s, kept: %v", test.rows, err)
		}
	}
	_, err := bodies.Read(tableOf(t, "Name,Region,Population,Cost (£k)\nA,N,101234,3000\nD,S,77890,2100\nB,N,252345,5000\nNorth,N,353579,8000\nE,S,143210,3700\n"), bodies.Options{})
	if err == nil || !strings.Contains(err.Error(), "all others of region N") {
		t.Error(err)
	}
}

// A note or a total below the table is one fault, not one for each of its cells.
func TestRowsThatAreNoBodiesAreSaidOnce(t *testing.T) {
	const twoBodies = "Code,Name,Region,Population,Cost (£k)\nx,A,N,100000,3000\ny,B,S,250000,5000\n"
	for _, test := range []struct{ row, want string }{
		{",Total,,350000,8000\n", `:4: column Name: "Total": expected bodies only`},
		{"Total,,,350000,8000\n", `:4: column Code: "Total": expected bodies only`},
		{",All areas,S,350000,8000\n", `:4: column Name: "All areas": expected bodies only: this is a total by its name, and the population, which is the greatest; delete the row`},
		{",Ceeton,S,90000,2900\n", `:4: column Code: empty: expected a code; if this row is a total or a note, delete it`},
		{"Made up,,,,\n", `:4: "Made up": expected the name, population and cost of a body; if this is a note or a heading, delete the row`},
	} {
		_, err := bodies.Read(tableOf(t, twoBodies+test.row), bodies.Options{})
		var problems table.Problems
		if !errors.As(err, &problems) || len(problems) != 1 || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", test.row, err)
		}
	}
}

// Where the unit cannot be told, all that may be wrong is named, in numbers that can be read.
func TestUnitsThatCannotBe(t *testing.T) {
	for _, test := range []struct{ header, row, want string }{
		{"Population (000s),Cost (£k)", "138000,3000", "their median is 138,000,000: if the cells are people, --population-unit 1"},
		{"Population (000s),Cost (£k)", "9000,3000", "the median is £0.33; say which with --cost-unit 1, k (thousands) or m (millions); or the populations are not in thousands"},
		{"Population,Budget", "1000000,1500000", "the median a head would be £1.50, 1,500 in thousands or 1,500,000 in millions"},
		{"Population,Budget", "1000000,0.0001", "£less than 0.01"},
	} {
		_, err := bodies.Read(tableOf(t, "Name,"+test.header+"\nA,"+test.row+"\n"), bodies.Options{})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s %s: %v; want %s", test.header, test.row, err, test.want)
		}
	}
}

func TestAColumnHasOneRole(t *testing.T) {
	_, err := bodies.Read(tableOf(t, "Name,Population,Cost (£k)\n"+threeBodies), bodies.Options{Columns: map[bodies.Role]string{bodies.NameRole: "Population", bodies.PopulationRole: "Population"}})
	if err == nil || !strings.Contains(err.Error(), `"Population": expected a column for the name and another for the population`) {
		t.Error(err)
	}
}

func TestMetresAreNoDegrees(t *testing.T) {
	_, err := bodies.Read(tableOf(t, "Name,Population,Cost (£k),Latitude,Longitude\nA,100000,3000,221000,312000\nB,250000,5000,224000,301000\n"), bodies.Options{})
	if err == nil || !strings.Contains(err.Error(), `column Latitude: "221000": expected degrees from -90 to 90`) || !strings.Contains(err.Error(), "metres of a national grid") {
		t.Error(err)
	}
}

// bodySheet is a workbook with a table of bodies, changed by a test.
func bodySheet(t *testing.T, change func(f *excelize.File) error) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range [][]any{{"Code", "Name", "Region", "Population", "Cost (k)"}, {5, "A", "N", 100000, 3000}, {6, "B", "N", 250000, 5000}, {7, "C", "S", 90000, 2900}} {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "bodies.xlsx")
	if err := errors.Join(change(f), f.SaveAs(path)); err != nil {
		t.Fatal(err)
	}
	return path
}

// format gives cells a number format.
func format(f *excelize.File, from, to, code string) error {
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
	return errors.Join(err, f.SetCellStyle("Sheet1", from, to, style))
}

func TestNumberFormatsAreSeen(t *testing.T) {
	for _, test := range []struct{ code, want string }{
		{`#,##0`, ""},
		{`[$€-407] #,##0.00`, "€"},
		{`"£"#,##0;[Red]-"£"#,##0`, "£"},
		{`_-[$CHF-807] * #,##0.00_-`, "CHF"},
		{`#,##0 "kr"`, "kr"},
		{`[$-409]#,##0`, ""},
	} {
		b, err := bodies.Read(bodySheet(t, func(f *excelize.File) error {
			return errors.Join(format(f, "A2", "A4", "000"), format(f, "E2", "E4", test.code))
		}), bodies.Options{})
		if err != nil || b.Currency != test.want || b.Rows[0].ManagementCostK != 3000 || b.Rows[0].Code != "005" {
			t.Errorf("%s: %+v, %v; want %s", test.code, b, err, test.want)
		}
	}
	_, err := bodies.Read(bodySheet(t, func(f *excelize.File) error { return format(f, "E2", "E4", "0%") }), bodies.Options{})
	if err == nil || !strings.Contains(err.Error(), "not a percentage") {
		t.Error(err)
	}
}

func TestHiddenAndOtherSheets(t *testing.T) {
	addNotes := func(f *excelize.File) error {
		_, err := f.NewSheet("Notes")
		return errors.Join(err, f.SetCellValue("Notes", "A1", "Read me"), f.MoveSheet("Notes", "Sheet1"))
	}
	_, err := bodies.Read(bodySheet(t, addNotes), bodies.Options{})
	if err == nil || !strings.Contains(err.Error(), "sheet Notes, row 1: expected a table with a name, a population and a cost; there is one in sheet “Sheet1”: say so with --sheet Sheet1") {
		t.Error(err)
	}
	b, err := bodies.Read(bodySheet(t, func(f *excelize.File) error {
		f.SetActiveSheet(1)
		return errors.Join(addNotes(f), f.SetSheetVisible("Notes", false), f.SetRowVisible("Sheet1", 3, false))
	}), bodies.Options{})
	if err != nil || b.Sheet != "Sheet1" || fmt.Sprint(b.HiddenRows) != "[3]" {
		t.Errorf("%+v, %v", b, err)
	}
	b, err = bodies.Read(bodySheet(t, func(f *excelize.File) error {
		i, err := f.NewSheet("Sheet2")
		return errors.Join(err, f.CopySheet(0, i))
	}), bodies.Options{})
	if err != nil || b.Sheet != "Sheet1" || fmt.Sprint(b.OtherSheets) != "[Sheet2]" {
		t.Errorf("%+v, %v", b, err)
	}
}

func TestMergedAndFailedCells(t *testing.T) {
	_, err := bodies.Read(bodySheet(t, func(f *excelize.File) error { return f.MergeCell("Sheet1", "C2", "C4") }), bodies.Options{})
	var problems table.Problems
	if !errors.As(err, &problems) || len(problems) != 1 || !strings.Contains(err.Error(), `row 2: column Region: "N": expected a cell in each row; C2:C4 are merged: in Excel`) {
		t.Error(err)
	}
	_, err = bodies.Read(bodySheet(t, func(f *excelize.File) error {
		return errors.Join(f.SetCellValue("Sheet1", "E3", nil), f.SetCellFormula("Sheet1", "E3", "2*2500"))
	}), bodies.Options{})
	if !errors.As(err, &problems) || len(problems) != 1 || !strings.Contains(err.Error(), "saved without a result") {
		t.Error(err)
	}
}

// What cannot be read is told, also where nothing is computed from it.
func TestFailedCellsOfFurtherColumns(t *testing.T) {
	_, err := bodies.Read(bodySheet(t, func(f *excelize.File) error {
		return errors.Join(f.SetCellValue("Sheet1", "F1", "Note"), f.SetCellFormula("Sheet1", "F3", "2*2500"))
	}), bodies.Options{})
	if err == nil || !strings.Contains(err.Error(), "saved without a result") {
		t.Error(err)
	}
}

// A workbook as statistics offices publish it: titles, a header merged over two rows, units, a total and merged notes.
func TestAPublishedWorkbook(t *testing.T) {
	path := bodySheet(t, func(f *excelize.File) error {
		rows := [][]any{
			{"Table 2: running costs, year ending March 2025 [note 1]"}, {}, {"Code", "Name", "Region", "People", "Running costs"}, {nil, nil, nil, "Number", "£ thousand"},
			{"E1", "Ashby [note 2]", "N", 100123, 3000}, {"E2", "Barton", "N", "250,456 [p]", "[c]"}, {"E3", "Calder", "S", 90789, 2900}, {nil, "England", nil, 441368, 13000},
			{}, {"Notes"}, {"1. Figures are rounded."}, {"[c] = confidential", "withheld by the body"},
		}
		var all error
		for range 4 {
			all = errors.Join(all, f.RemoveRow("Sheet1", 1))
		}
		for i, row := range rows {
			all = errors.Join(all, f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row))
		}
		return errors.Join(all, f.MergeCell("Sheet1", "A3", "A4"), f.MergeCell("Sheet1", "B3", "B4"), f.MergeCell("Sheet1", "A1", "E1"), f.MergeCell("Sheet1", "A11", "E11"))
	})
	b, err := bodies.Read(path, bodies.Options{Missing: bodies.EstimateMissing, DropTotal: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Rows) != 3 || b.Rows[0].Name != "Ashby" || b.Rows[1].Population != 250456 || b.Rows[1].ManagementCostBasis != "estimated" || b.UnitRow != "Number £ thousand" ||
		len(b.Below) != 3 || b.CostYear != "2024/25" || fmt.Sprint(b.LeftOut[0].Names) != "[England]" {
		t.Errorf("%+v", b)
	}
}

// A workbook is read by what is in it, whatever it is called.
func TestAWorkbookUnderAnotherName(t *testing.T) {
	path := bodySheet(t, func(*excelize.File) error { return nil })
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b, err := bodies.Read(tableOf(t, string(content)), bodies.Options{})
	if err != nil || b.Sheet != "Sheet1" || len(b.Rows) != 3 {
		t.Errorf("%+v, %v", b, err)
	}
}
