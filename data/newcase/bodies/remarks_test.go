package bodies_test

import (
	"strings"
	"testing"
	"time"

	"reconfig/data/newcase/bodies"
)

// Signs that several currencies share are told apart by the letters with them.
func TestSignsOfCurrencies(t *testing.T) {
	for _, test := range []struct{ cost, flag, want string }{
		{"Cost (A$ thousand)", "A$", "A$"},
		{"Cost (A$k)", "AUD", "AUD"},
		{"Cost ($k)", "A$", "A$"},
		{"Cost C$000", "", "C$"},
		{"Cost (NZ$ thousand)", "", "NZ$"},
		{"Cost (HK$k)", "", "HK$"},
		{"Cost (S$k)", "SGD", "SGD"},
		{"Cost (R$ thousand)", "BRL", "BRL"},
		{"Cost (US$k)", "", "$"},
		{"Cost ($k AUD)", "", "AUD"},
		{"Cost (Ft thousand)", "", "Ft"},
		{"Cost (R thousand)", "", "ZAR"},
		{"Cost (R'000)", "", "ZAR"},
		{"Cost (R000)", "", "ZAR"},
		{"Cost (RM thousand)", "", "MYR"},
		{"R&D Cost (£k)", "", "£"},
		{"Cost of RM staff (£k)", "", "£"},
	} {
		b, fault := read(t, "Name,Population,"+test.cost+"\n"+threeBodies, bodies.Options{Currency: test.flag})
		if fault != "" || b.Currency != test.want {
			t.Errorf("%s: %v, %s; want %s", test.cost, b, fault, test.want)
		}
	}
	_, fault := read(t, "Name,Population,Cost (A$k)\n"+threeBodies, bodies.Options{Currency: "C$"})
	if !strings.Contains(fault, "the table has them in A$") {
		t.Error(fault)
	}
}

// What stands above or below the table and contradicts it is asked about; amounts, sources and rounding do not.
func TestRemarksAroundTheTable(t *testing.T) {
	for _, test := range []struct{ above, below, cost, want string }{
		{"All costs in € thousand", "", "Cost (£000)", "Mend the header, or, if it is right, add --currency £"},
		{"", "Note: all costs are in NOK", "Cost (£000)", "this stands below the table"},
		{"", "Note: all amounts are in NOK", "Cost (k)", "Say it with --currency NOK"},
		{"", "Note: costs in £ million", "Cost", "Say it with --cost-unit"},
		{"", "Note: population in thousands", "Cost (£000)", "--population-unit"},
		{"", "Note: costs of €4m for a joint office are not included", "Cost (£000)", ""},
		{"", "Note: population figures are rounded to the nearest thousand", "Cost (£000)", ""},
		{"", "Source: cost returns in EUR", "Cost (£000)", ""},
		{"Costs in A$", "", "Cost ($000)", ""},
		{"Costs in € thousand, converted to £", "", "Cost (£000)", ""},
	} {
		content := "Name,Population," + test.cost + "\n" + threeBodies
		if test.above != "" {
			content = "\"" + test.above + "\",,\n" + content
		}
		if test.below != "" {
			content += "\"" + test.below + "\",,\n"
		}
		_, fault := read(t, content, bodies.Options{})
		if test.want == "" && fault != "" || !strings.Contains(fault, test.want) {
			t.Errorf("%s%s: %s; want %s", test.above, test.below, fault, test.want)
		}
	}
}

func TestYearsOfCosts(t *testing.T) {
	for _, test := range []struct{ cost, below, want string }{
		{"Cost FY25 (£000)", "", "2024/25"},
		{"Cost FY2025 (£000)", "", "2024/25"},
		{"Cost FY24/25 (£000)", "", "2024/25"},
		{"Cost 24/25 (£000)", "", "2024/25"},
		{"Cost 2024-25 (£000)", "Costs in 2018-19 prices", "2024/25"},
		{"Cost (£000)", "Costs in 2018-19 prices", "2018/19"},
		{"Cost (£000)", "Source: expenditure returns 2023", ""},
		{"Cost (£000)", "Updated 12 March 2024", ""},
	} {
		content := "Name,Population," + test.cost + "\n" + threeBodies
		if test.below != "" {
			content += test.below + ",,\n"
		}
		b, fault := read(t, content, bodies.Options{})
		if fault != "" || b.CostYear != test.want {
			t.Errorf("%s, %s: %v, %s; want %s", test.cost, test.below, b, fault, test.want)
		}
	}
}

// The names may have their header in another row than the numbers, and units in a third.
func TestNamesHeadedInAnotherRow(t *testing.T) {
	for _, header := range []string{
		"Council,2024-25,\n,Population,Running costs (£000)\n",
		",Population,Management cost\nCouncil,,(£000)\n",
		"Council,Mid-year,Management\n,population,cost\n,,£000\n",
		",Population,Cost\nCouncil,Number,£000\n",
	} {
		b, fault := read(t, header+threeBodies, bodies.Options{})
		if fault != "" || len(b.Rows) != 3 || b.Header(bodies.NameRole) != "Council" || b.Cost.Factor != 1000 {
			t.Errorf("%s: %+v, %s", header, b, fault)
		}
	}
}

// A cell with a unit of its own leaves the header's to the others.
func TestOneCellWithAUnit(t *testing.T) {
	for _, table := range []string{
		"Name,Population,Cost (£000)\nA,100000,3000\nB,110000,£3.3m\nC,120000,3600\n",
		"Name,Population,Cost (£m)\nA,100000,3\nB,110000,£3300k\nC,120000,3.6\n",
	} {
		b, fault := read(t, table, bodies.Options{})
		if fault != "" || b.Rows[0].ManagementCostK != 3000 || b.Rows[1].ManagementCostK != 3300 || b.Rows[2].ManagementCostK != 3600 {
			t.Errorf("%s: %+v, %s", table, b, fault)
		}
	}
}

// Ends of bodies are seen under many names, and only where they are ends before the case starts.
func TestEndsOfBodies(t *testing.T) {
	start := time.Date(2025, 4, 1, 0, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		header, cell string
		closed       bool
	}{
		{"CloseDate", "2020-03-31", true},
		{"SuccessorCode", "E1", true},
		{"OrgStatus", "Inactive", true},
		{"Successor organisation code", "E1", true},
		{"End Date (legal)", "31 March 2020", true},
		{"ODS close date", "31/03/20", true},
		{"Legal close date [note 1]", "20200331", true},
		{"Status as at 1 April 2024", "Closed", true},
		{"Status", "Merged into A, 2020", true},
		{"Status", "Closed (2020)", true},
		{"Merged with", "A", true},
		{"Now part of", "A", true},
		{"Is active", "No", true},
		{"Abolished April 2020", "Yes", true},
		{"End date", "2025-04-01", true},
		{"End date", "2028-03-31", false},
		{"End date", "Mar 2028", false},
		{"End", "East", false},
		{"Status", "Former county borough", false},
		{"Status", "Merged system live", false},
		{"Status", "Ended deficit", false},
		{"Is active", "Yes", false},
		{"Abolished April 2020", "No", false},
	} {
		_, fault := read(t, "Name,Population,Cost (£k),"+test.header+"\nA,100000,3000,\nB,90000,2900,\"\"\nC,80000,2800,\""+test.cell+"\"\n", bodies.Options{Start: start})
		if asked := strings.Contains(fault, "--drop-closed"); asked != test.closed || !asked && fault != "" {
			t.Errorf("%s, %s: %s", test.header, test.cell, fault)
		}
	}
}

func TestPartsOfRowsAreNoBodies(t *testing.T) {
	const header = "Name,Population,Cost (£k)\nA,101234,3000\nB,92345,2900\n"
	for _, name := range []string{"of which: urban", "- of which rural", "davon Stadt", "heraf byer"} {
		_, fault := read(t, header+name+",80000,2500\n", bodies.Options{})
		if !strings.Contains(fault, "by its name this is a part of another row") {
			t.Errorf("%s: %s", name, fault)
		}
		if b, fault := read(t, header+name+",80000,2500\n", bodies.Options{DropTotal: true}); fault != "" || len(b.Rows) != 2 {
			t.Errorf("%s, left out: %s", name, fault)
		}
	}
}
