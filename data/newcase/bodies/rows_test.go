package bodies_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"reconfig/data"
	"reconfig/data/newcase/bodies"
	"reconfig/model/modeltest"
)

// A body whose value is withheld is estimated or left out, as the user says.
func TestMissingValues(t *testing.T) {
	content := "Name,Population,Cost (£k),Note\nA,100000,3000,x\nB,200000,[c],y\nC,[x],1500,z\nD,300000,9000,\nE,..,-,\n"
	_, fault := read(t, content, bodies.Options{})
	if strings.Count(fault, "\n") > 0 || !strings.Contains(fault, `:3: column Cost (£k): "[c]": expected a number above 0; if it is not known or not published: --missing estimate`) ||
		!strings.Contains(fault, "so also in lines 4 (“[x]”), 6 (“..”), 6 (“-”)") {
		t.Error(fault)
	}
	_, fault = read(t, content, bodies.Options{Missing: bodies.EstimateMissing})
	if !strings.Contains(fault, `:6: column Population: "..": expected a population or a cost`) {
		t.Error(fault)
	}
	b, fault := read(t, strings.Replace(content, "E,..,-,\n", "", 1), bodies.Options{Missing: bodies.EstimateMissing})
	if fault != "" {
		t.Fatal(fault)
	}
	// A and D have 400,000 people and £12m, £30 a head.
	if b.Rows[1].ManagementCostK != 6000 || b.Rows[2].Population != 50000 || b.Rows[1].ManagementCostBasis != "estimated" || b.Rows[0].ManagementCostBasis != "" {
		t.Errorf("%+v", b.Rows)
	}
	if b.Rows[1].Further[bodies.EstimatedColumn] != "Cost (£k) [c]" || b.Rows[0].Further[bodies.EstimatedColumn] != "" || fmt.Sprint(b.Estimated) != "[the cost of B the population of C]" {
		t.Errorf("%+v, %v", b.Rows, b.Estimated)
	}
	b, fault = read(t, content, bodies.Options{Missing: bodies.DropMissing})
	if fault != "" || len(b.Rows) != 2 || fmt.Sprint(b.LeftOut[0].Names) != "[B C E]" || b.Rows[1].Name != "D" || b.Rows[1].ManagementCostK != 9000 {
		t.Errorf("%+v, %s", b, fault)
	}
	_, fault = read(t, "Name,Population,Cost (£k)\nA,100000,[c]\nB,110000,[c]\n", bodies.Options{Missing: bodies.EstimateMissing})
	if !strings.Contains(fault, "at least one body with a population and a cost") {
		t.Error(fault)
	}
	for _, cell := range []string{"[c]", "[x]", "[z]", "[low]", "[u]", "*", "-", "–", "..", "...", "…", ".", ":", "/", "x", "n/a", "NA", "#NA"[1:], "k.A.", "<5", "suppressed", ""} {
		if b, fault := read(t, "Name,Population,Cost (£k)\nA,100000,"+cell+"\nB,110000,3000\n", bodies.Options{Missing: bodies.DropMissing}); fault != "" || len(b.Rows) != 1 {
			t.Errorf("%q: %s", cell, fault)
		}
	}
}

// A first column without a name that counts the rows, as R and pandas write it, is not read. Any other is refused.
func TestNumbersOfRows(t *testing.T) {
	const table = "%sName,Population,Cost (£k)\n%sA,100000,3000\n%sB,250000,5000\n%sC,90000,2900\n"
	for _, test := range []struct {
		name, first, second, third string
		counts                     bool
	}{
		{",", "0,", "1,", "2,", true},
		{`"",`, `"1",`, `"2",`, `"3",`, true},
		{",", "1,", "2,", "4,", false},
		{",", "1,", "3,", "2,", false},
		{",", "01,", "02,", "03,", false},
		{",", "2,", "3,", "4,", false},
		{"Row,", "1,", "2,", "3,", true},
	} {
		b, fault := read(t, fmt.Sprintf(table, test.name, test.first, test.second, test.third), bodies.Options{})
		switch {
		case !test.counts:
			if !strings.Contains(fault, ":1: expected a name for column 1, which has cells") {
				t.Errorf("%+v: %q", test, fault)
			}
		case fault != "" || len(b.Rows) != 3 || b.Rows[2].Name != "C" || b.Rows[2].ManagementCostK != 2900 || b.RowNumbers != (test.name != "Row,"):
			t.Errorf("%+v: %+v, %q", test, b, fault)
		}
	}
}

// Notes below the table are shown, not read. A body without numbers is none.
func TestNotesBelow(t *testing.T) {
	const table = "Name,Population,Cost (£k)\nA,100000,3000\nB,250000,5000\n"
	for _, test := range []struct {
		rows  string
		below int
		fault string
	}{
		{"Source: made up,,\n", 1, ""},
		{"\nNotes:\n1. Figures are rounded.\n[c] = confidential\nA third line\n", 4, ""},
		{",,\n\"These figures are missing.\"\n\"- Figures suppressed.\"\n", 2, ""},
		{"______,,\n\"1) Quelle: Statistisches Landesamt, Stand: 31.12.2024\",,\n", 2, ""},
		{"Bron: CBS,,\n", 1, ""},
		{"Anm.: Foreløbige tal,,\n", 1, ""},
		{"..,not available,\n", 1, ""},
		{"\"Costs include those of the joint committee, whose members are the bodies of this table, in proportion to their people.\"\n", 1, ""},
		{"The Wrekin,,\n", 0, `:4: "The Wrekin": expected the name, population and cost of a body`},
		{"C,[c],[c]\nSource: made up,,\n", 0, `:4: column Population: "[c]"`},
		{"Source: made up,,\nC,90000,2900\n", 0, `:4: "Source: made up": expected the name`},
	} {
		b, fault := read(t, table+test.rows, bodies.Options{})
		switch {
		case test.fault != "" && !strings.Contains(fault, test.fault):
			t.Errorf("%s: %s; want %s", test.rows, fault, test.fault)
		case test.fault == "" && (fault != "" || len(b.Below) != test.below || len(b.Rows) != 2):
			t.Errorf("%s: %+v, %s", test.rows, b, fault)
		}
	}
	_, fault := read(t, table+"\"Source: made up,,\n", bodies.Options{})
	if !strings.Contains(fault, "comma-separated") {
		t.Errorf("a quote that does not end: %s", fault)
	}
}

// A header in two rows is read together; units in a row of their own belong to it.
func TestHeadersOfTwoRows(t *testing.T) {
	for _, test := range []struct{ table, cost, fault string }{
		{"Name,Population,Cost\n,,£000\nA,100000,3000\nB,90000,2900\n", "Cost (£000)", ""},
		{"Name,Population,Cost\n,Number,GBP million\nA,100000,3\nB,90000,2.9\n", "Cost (GBP million)", ""},
		{"Kreis,Population,Budget\n,Anzahl,Tsd. EUR\nA-Kreis,100000,3000\nB-Kreis,90000,2900\n", "Budget (Tsd. EUR)", ""},
		{"Name,Population,Cost\n,mid-2024,2024-25 (£k)\nA,100000,3000\nB,90000,2900\n", "Cost (2024-25 (£k))", ""},
		{"Council,,Population,Cost,\nCode,Name,2024,Total,£ a head\nE1,A,100000,3000000,30\nE2,B,90000,2900000,32.2\n", "Cost Total", ""},
		{"Area,,2024,\nCode,Name,Population,Running costs (£k)\nE1,A,100000,3000\nE2,B,90000,2900\n", "Running costs (£k)", ""},
		{"Area,,Population,,Cost (£k),\nCode,Name,2023,2024,2023-24,2024-25\nE1,A,99000,100000,2900,3000\nE2,B,89000,90000,2800,2900\n", "",
			`:1: expected one row with the names of the columns; the header seems to be in lines 1 and 2, read together as “Code”, “Name”, “Population 2023”, “Population 2024”, “Cost (£k) 2023-24”, “Cost (£k) 2024-25”: keep one row, or say which of them are meant, as in --column population="Population 2024" --column cost="Cost (£k) 2024-25"`},
		{"Name,Population,Cost\nA,..,..\nB,90000,2900\n", "", `:2: column Population: ".."`},
	} {
		b, fault := read(t, test.table, bodies.Options{})
		switch {
		case test.fault != "" && !strings.Contains(fault, test.fault):
			t.Errorf("%s: %s; want %s", test.table, fault, test.fault)
		case test.fault == "" && (fault != "" || b.Header(bodies.CostRole) != test.cost || len(b.Rows) != 2 || b.Rows[0].ManagementCostK != 3000):
			t.Errorf("%s: %+v, %s", test.table, b, fault)
		}
	}
	path := bodySheet(t, func(f *excelize.File) error {
		return errors.Join(f.InsertRows("Sheet1", 1, 1), f.SetSheetRow("Sheet1", "A1", &[]any{"Body", nil, nil, "2024"}), f.MergeCell("Sheet1", "A1", "C1"),
			f.SetSheetRow("Sheet1", "A2", &[]any{"Code", "Name", "Region", "Number", "Total"}), f.SetCellValue("Sheet1", "E1", "Cost (£k)"), f.SetCellValue("Sheet1", "D1", "Population"))
	})
	b, err := bodies.Read(path, bodies.Options{})
	if err != nil || fmt.Sprint(b.HeaderRows) != "[1 2]" || b.Header(bodies.NameRole) != "Name" || b.Rows[0].Line != 3 {
		t.Errorf("%+v, %v", b, err)
	}
}

// Bodies that have an end or a successor are asked about, whatever says so.
func TestClosedBodies(t *testing.T) {
	for name, test := range map[string]struct {
		table  string
		closed string // empty where nothing is asked
	}{
		"close date":   {"Name,Close date,Population,Cost (£k)\nA,2020-03-31,100000,3000\nB,,90000,2900\nC,,80000,2800\n", "[A]"},
		"status":       {"Name,Status,Population,Cost (£k)\nA,Active,100000,3000\nB,Closed,90000,2900\nC,Active,80000,2800\n", "[B]"},
		"successor":    {"Name,Successor code,Code,Population,Cost (£k)\nA,X3,X1,100000,3000\nB,X3,X2,90000,2900\nC,,X3,190000,5900\n", "[A B]"},
		"merged into":  {"Name,Merged into,Population,Cost (£k)\nA,C,100000,3000\nB,-,90000,2900\nC,,80000,2800\n", "[A]"},
		"predecessors": {"Name,Vorgänger,Population,Cost (£k)\nA,,100000,3000\nB,,90000,2900\nC,A; B,190000,5800\n", "[A B]"},
		"Dutch":        {"Gemeente,Einddatum,Population,Cost (£k)\nA-dorp,01-01-2022,100000,3000\nB-dorp,,90000,2900\n", "[A-dorp]"},
		"all closed":   {"Name,End date,Population,Cost (£k)\nA,2013-03-31,100000,3000\nB,2013-03-31,90000,2900\n", ""},
		"none closed":  {"Name,End date,Population,Cost (£k)\nA,9999-12-31,100000,3000\nB,31/12/2099,90000,2900\nC,,80000,2800\n", ""},
		"its own":      {"Name,Code,Successor,Population,Cost (£k)\nA,X1,X1,100000,3000\nB,X2,,90000,2900\n", ""},
		"no end":       {"Name,Weekend date,Population,Cost (£k)\nA,x,100000,3000\nB,,90000,2900\n", ""},
	} {
		_, fault := read(t, test.table, bodies.Options{})
		if asked := strings.Contains(fault, "--drop-closed leaves them out, --keep-closed keeps them as bodies"); asked != (test.closed != "") || !asked && fault != "" {
			t.Errorf("%s: %s", name, fault)
		}
		b, fault := read(t, test.table, bodies.Options{DropClosed: true})
		out := ""
		if fault == "" && len(b.LeftOut) > 0 {
			out = fmt.Sprint(b.LeftOut[0].Names)
		}
		if fault != "" || out != test.closed {
			t.Errorf("%s: left out %s; want %s; %s", name, out, test.closed, fault)
		}
		if b, fault := read(t, test.table, bodies.Options{KeepClosed: true, KeepTotal: true}); fault != "" || len(b.LeftOut) > 0 {
			t.Errorf("%s, kept: %s", name, fault)
		}
	}
}

// Two bodies that closed beside the one that they became are one question; the code column is not the successor's.
func TestASuccessorBesideItsPredecessors(t *testing.T) {
	const content = "Org code,Org name,Open date,Close date,Successor code,Population,Management cost (£000)\nX01,North Ashby CCG,2013-04-01,2020-03-31,X09,152300,3650\n" +
		"X02,South Ashby CCG,2013-04-01,2020-03-31,X09,98400,2720\nX03,Calder CCG,2013-04-01,,,243100,5510\nX04,Dunmow CCG,2013-04-01,,,187600,4480\nX05,Elmet CCG,2013-04-01,,,120500,3120\nX09,Ashby CCG,2020-04-01,,,250700,6200\n"
	_, fault := read(t, content, bodies.Options{})
	if strings.Count(fault, "\n") > 0 || !strings.Contains(fault, `:2: column Close date: "2020-03-31": expected bodies that exist side by side: “North Ashby CCG”, “South Ashby CCG” have an end or a successor in “Close date” and “Successor code”`) {
		t.Error(fault)
	}
	b, fault := read(t, content, bodies.Options{DropClosed: true})
	if fault != "" || b.Population() != 801900 || b.Header(bodies.CodeRole) != "Org code" {
		t.Errorf("%+v, %s", b, fault)
	}
	if b, fault = read(t, content, bodies.Options{KeepClosed: true}); fault != "" || len(b.Rows) != 6 {
		t.Errorf("%+v, %s", b, fault)
	}
}

// A row that has the people of two others is asked about, wherever it stands; also subtotals and totals without a region.
func TestDoubles(t *testing.T) {
	const header = "Name,Region,Population,Cost (£k)\n"
	for _, test := range []struct{ rows, want, out string }{
		{"North Ashby CCG,N,152300,3650\nCalder CCG,N,243100,5510\nSouth Ashby CCG,S,98400,2720\nElmet CCG,S,120500,3120\nAshby CCG,S,250700,6200\n",
			`:6: column Name: "Ashby CCG": expected bodies only: this has the population of North Ashby CCG and South Ashby CCG together`, "[Ashby CCG]"},
		{"Uppham,N,152301,3650\nCalder,N,243100,5510\nDunmow,S,98402,2720\nElmet,S,120500,3120\nNewtown,S,250703,6370\n",
			`"Newtown": expected bodies only: this has the population of Uppham and Dunmow together`, "[Newtown]"},
		{"A,North,101234,3000\nB,North,252345,5000\nNorth,North,353579,8000\nC,South,93456,2900\nD,South,77890,2100\nSouth,South,171346,5000\nEngland,,524925,13000\n",
			`“England” in line 8 has the population of all bodies above or below it together`, "[North South England]"},
		{"A,N,101234,3000\nB,N,252345,5000\nC,S,93456,2900\nAll areas,,447035,10900\n", `:5: column Name: "All areas"`, "[All areas]"},
		{"A-Dorf,N,101234,3000\nB-Dorf,N,252345,5000\nInsgesamt,,353579,8000\n", `:4: column Name: "Insgesamt": expected bodies only: by its name`, "[Insgesamt]"},
		{"Aaby,N,101234,3000\nBorup,N,252345,5000\nHele landet,,353579,8000\n", `"Hele landet"`, "[Hele landet]"},
		{"A,N,101234,3000\nB,,252345,5000\n", `:3: column Region: empty`, ""},
	} {
		_, fault := read(t, header+test.rows, bodies.Options{})
		if strings.Count(fault, "\n") > 0 || !strings.Contains(fault, test.want) {
			t.Errorf("%s: %s; want %s", test.rows, fault, test.want)
		}
		if b, fault := read(t, header+test.rows, bodies.Options{DropTotal: true}); test.out != "" && (fault != "" || fmt.Sprint(b.LeftOut[0].Names) != test.out) {
			t.Errorf("%s: %+v, %s", test.rows, b, fault)
		}
	}
}

// Real bodies raise no question: those of the cases that come with the program, as a table with and without their regions.
func TestRealBodiesAreNoDoubles(t *testing.T) {
	for _, name := range data.CaseNames() {
		c, err := data.OpenCase(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, regions := range []bool{false, true} {
			b, fault := read(t, tableOfCase(c, regions), bodies.Options{})
			if fault != "" || len(b.Rows) != len(c.Commissioners) || len(b.Below) > 0 || len(b.Marked) > 0 || b.HeaderRows != nil {
				t.Errorf("%s: %+v, %s", name, b, fault)
			}
		}
	}
}

// tableOfCase is a table of a case's bodies, with their codes, names and perhaps sectors and regions.
func tableOfCase(c *data.Case, regions bool) string {
	var content strings.Builder
	content.WriteString("Code,Name,Sector,Region,Population,Management cost (£k)\n")
	m, _ := c.Map(c.DefaultMap)
	of := map[string][2]string{}
	for _, s := range m.Sectors {
		for _, code := range s.Members {
			of[code] = [2]string{s.Name, s.Region}
		}
	}
	for _, x := range c.Commissioners {
		fmt.Fprintf(&content, "%s,\"%s\",\"%s\",%s,%.0f,%v\n", x.Code, x.Name, of[x.Code][0], of[x.Code][1], x.Population, x.ManagementCostK)
	}
	if !regions {
		return strings.Replace(content.String(), "Sector,Region", "Group of old,Part", 1)
	}
	return content.String()
}

// Populations and costs that differ by nature add up to no others, nor do those of bodies that have the same budget a head.
func TestRandomBodiesAreNoDoubles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "bodies.csv")
	for seed := range uint64(modeltest.ShortOrLong(12, 60)) {
		random := rand.New(rand.NewPCG(seed, 13))
		var content strings.Builder
		content.WriteString("Name,Population,Cost (£k)\n")
		for i := range []int{9, 42, 100}[seed%3] {
			people := 20_000 + random.IntN(900_000)
			perHead := 19.0
			if seed%2 == 0 {
				perHead = 20 + 20*random.Float64()
			}
			fmt.Fprintf(&content, "Body %d,%d,%.0f\n", i, people, float64(people)*perHead/1000)
		}
		if err := os.WriteFile(path, []byte(content.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := bodies.Read(path, bodies.Options{}); err != nil {
			t.Errorf("seed %d: %v", seed, err)
		}
	}
}
