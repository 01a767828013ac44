package bodies_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"reconfig/data/newcase/bodies"
	"reconfig/data/table"
)

// read reads a table of bodies and says what is wrong with it.
func read(t *testing.T, content string, o bodies.Options) (*bodies.Table, string) {
	t.Helper()
	b, err := bodies.Read(tableOf(t, content), o)
	if err != nil {
		return nil, err.Error()
	}
	return b, ""
}

// Cells as published tables have them are read with the unit that stands in them.
func TestCellsWithUnitsAndMarks(t *testing.T) {
	for _, test := range []struct {
		header, cell string
		costK        float64
		shown        string // how the cell was read
	}{
		{"Cost", "£12.3m", 12300, "“£12.3m” is read as 12.3 million"},
		{"Cost", "£12,345 thousand", 12345, "“£12,345 thousand” is read as 12345 thousand"},
		{"Cost (£k)", "£12.3m", 12300, "“£12.3m” is read as 12.3 million"},
		{"Cost (£k)", "12345k", 12345, "“12345k” is read as 12345 thousand"},
		{"Cost", "€ 3.65 mln", 3650, "“€ 3.65 mln” is read as 3.65 million"},
		{"Cost", "EUR 3.65 Mio.", 3650, "“EUR 3.65 Mio.” is read as 3.65 million"},
		{"Cost", "3 650 T€", 3650, "“3 650 T€” is read as 3650 thousand"},
		{"Cost", "3650 TEUR", 3650, "“3650 TEUR” is read as 3650 thousand"},
		{"Cost", "12,345 t.kr.", 12345, "“12,345 t.kr.” is read as 12345 thousand"},
		{"Cost", "12.5 mio. kr.", 12500, "“12.5 mio. kr.” is read as 12.5 million"},
		{"Cost (£k)", "1,234 [note 2]", 1234, "“1,234 [note 2]” is read as 1234"},
		{"Cost (£k)", "1,234 (r)", 1234, "“1,234 (r)” is read as 1234"},
		{"Cost (£k)", "1234[p]", 1234, "“1234[p]” is read as 1234"},
		{"Cost (£k)", "1234 e", 1234, "“1234 e” is read as 1234"},
		{"Cost (£k)", "1,234*", 1234, "“1,234*” is read as 1234"},
		{"Cost (£k)", "1234²", 1234, "“1234²” is read as 1234"},
		{"Cost (£k)", "~5", 5, "“~5” is read as 5"},
		{"Cost (£k)", "c. 1,200", 1200, "“c. 1,200” is read as 1200"},
		{"Cost (£k)", "ca. 1200 [e]", 1200, "“ca. 1200 [e]” is read as 1200"},
	} {
		o := bodies.Options{}
		if test.header == "Cost (£k)" {
			o.CostUnit = 1000 // whatever is plausible
		}
		b, fault := read(t, fmt.Sprintf("Name,Population,%s\nA,\"100,000\",\"%s\"\n", test.header, test.cell), o)
		if fault != "" {
			t.Errorf("%s: %s", test.cell, fault)
			continue
		}
		shown := fmt.Sprint(b.UnitCells, b.MarkedCells, b.AboutCells)
		if b.Rows[0].ManagementCostK != test.costK || !strings.Contains(shown, test.shown) {
			t.Errorf("%s: %vk, %s; want %vk, %s", test.cell, b.Rows[0].ManagementCostK, shown, test.costK, test.shown)
		}
	}
}

// Twelve cells of one kind are one message, which says how to mend them and where they are.
func TestOneMessageOfEachKind(t *testing.T) {
	for kind, test := range map[string]struct{ cells, want string }{
		"brackets":         {"(1,234)", "brackets mean a negative amount in accounts"},
		"decimal commas":   {"12,5", "write 12.5 if that is what 12,5 means"},
		"negative":         {"-1234", "take the minus off"},
		"withheld":         {"[c]", "--missing estimate"},
		"other units":      {"£1.2bn", "not in “bn”: convert it"},
		"words":            {"many", "a plain number"},
		"thousands points": {"1.234.567", "write 1234567"},
	} {
		var rows strings.Builder
		for i := range 12 {
			fmt.Fprintf(&rows, "Body %c,%d,\"%s\"\n", 'A'+i, 100000+i, test.cells)
		}
		_, err := bodies.Read(tableOf(t, "Name,Population,Cost (£k)\n"+rows.String()), bodies.Options{})
		var problems table.Problems
		if !errors.As(err, &problems) || len(problems) != 1 || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), "so also in lines 3 (“"+test.cells+"”), 4") {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

// A cell without a unit beside others that have one could be anything.
func TestUnitsInSomeCellsOnly(t *testing.T) {
	const content = "Name,Population,Cost\nA,100000,£3.1m\nB,110000,2900\nC,120000,£900k\nD,130000,3100\n"
	_, fault := read(t, content, bodies.Options{})
	if !strings.Contains(fault, `:3: column Cost: "2900": expected a unit, as other cells of the column have (“£3.1m”)`) || !strings.Contains(fault, "--cost-unit 1, k (thousands) or m (millions); so also in line 5 (“3100”)") {
		t.Error(fault)
	}
	b, fault := read(t, content, bodies.Options{CostUnit: 1000})
	if fault != "" || b.Rows[1].ManagementCostK != 2900 || b.Rows[2].ManagementCostK != 900 {
		t.Error(b, fault)
	}
	_, fault = read(t, "Name,Population,Cost\nA,0.1m,£3.1m\nB,110000,£3.3m\n", bodies.Options{})
	if !strings.Contains(fault, "--population-unit 1") {
		t.Error(fault)
	}
}

// In a column of plain numbers a comma is one of thousands where it can be nothing else.
func TestCommasBesidePlainNumbers(t *testing.T) {
	for _, test := range []struct{ population, cost, fault string }{
		{"\"250,456\"", "2900", ""},
		{"\"250,456 [p]\"", "\"2,900 [note 2]\"", ""},
		{"250.456", "2900", "write 250456 or 250.4560"},
		{"250456", "\"2,900 r\"", "write 2900 or 2.9000"},
		{"250456", "2.900 [p]", "write 2900 or 2.9000"},
	} {
		b, fault := read(t, "Name,Population,Cost (£k)\nA,100000,3000\nB,"+test.population+","+test.cost+"\n", bodies.Options{})
		switch {
		case test.fault != "" && !strings.Contains(fault, test.fault):
			t.Errorf("%s, %s: %s; want %s", test.population, test.cost, fault, test.fault)
		case test.fault == "" && (fault != "" || b.Rows[1].Population != 250456 || b.Rows[1].ManagementCostK != 2900):
			t.Errorf("%s, %s: %+v, %s", test.population, test.cost, b, fault)
		}
	}
}

// Marks of notes in names are taken off and shown, unless only they tell names apart.
func TestMarksInNames(t *testing.T) {
	const rows = "Ashby [note 1],100000,3000\nBarton [r],110000,3000\nCalder(a),120000,3000\nDunmow*,130000,3000\nElmet ¹,130000,3000\nSt Johns (1),130000,3000\n" +
		"Beek (L),130000,3000\nFrankfurt (Oder),130000,3000\nGarth (a),90000,2000\nGarth (b),80000,2000\n"
	b, fault := read(t, "Name,Population,Cost (£k)\n"+rows, bodies.Options{})
	if fault != "" {
		t.Fatal(fault)
	}
	var names []string
	for _, x := range b.Rows {
		names = append(names, x.Name)
	}
	if got, want := strings.Join(names, "|"), "Ashby|Barton|Calder|Dunmow|Elmet|St Johns|Beek (L)|Frankfurt (Oder)|Garth (a)|Garth (b)"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := strings.Join(b.Marked, "|"), "Ashby [note 1]|Barton [r]|Calder(a)|Dunmow*|Elmet ¹|St Johns (1)"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if b, _ = read(t, "Name,Population,Cost (£k)\n"+rows, bodies.Options{KeepNotes: true}); b.Rows[0].Name != "Ashby [note 1]" || b.Marked != nil {
		t.Errorf("%+v", b)
	}
	b, fault = read(t, "Name,Sector [note 4],Population,Cost (£k)\nA,North [note 1],100000,3000\nB,North,110000,3000\n", bodies.Options{})
	if fault != "" || b.Rows[0].Sector != "North" {
		t.Error(b, fault)
	}
}

// Codes in a column that should have names are said to be codes.
func TestCodesForNames(t *testing.T) {
	for header, cells := range map[string][2]string{"Organisation": {"5E1", "5E2"}, "Body": {"001", "002"}, "Council": {"1A", "1B"}} {
		content := header + ",Population,Cost (£k)\n" + cells[0] + ",100000,3000\n" + cells[1] + ",110000,3100\n"
		_, fault := read(t, content, bodies.Options{})
		if want := fmt.Sprintf("the cells of “%s” look like codes or numbers (“%s”, “%s”), not names; if they are what the bodies are called: --column name=%s", header, cells[0], cells[1], header); !strings.Contains(fault, want) {
			t.Errorf("%s; want %s", fault, want)
		}
		if b, fault := read(t, content, bodies.Options{Columns: map[bodies.Role]string{bodies.NameRole: header}}); fault != "" || b.Rows[1].Name != cells[1] {
			t.Error(b, fault)
		}
	}
	_, fault := read(t, "Name,Code,Population,Cost (£k)\nA,5.00E+01,100000,3000\nB,5E2,110000,3100\n", bodies.Options{})
	if !strings.Contains(fault, `:2: column Code: "5.00E+01": expected a code as it was: a spreadsheet has made a number of one such as 5E1`) {
		t.Error(fault)
	}
}
