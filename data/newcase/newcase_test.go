package newcase_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reconfig/data"
	"reconfig/data/newcase"
	"reconfig/data/newcase/bodies"
	"reconfig/model"
)

func madeOf(t testing.TB, content string, o newcase.Options) (*newcase.Case, error) {
	t.Helper()
	b, err := bodies.Read(tableOf(t, content), bodies.Options{Currency: o.Currency})
	if err != nil {
		t.Fatal(err)
	}
	return newcase.Make(b, o)
}

func made(t testing.TB, content string, o newcase.Options) *newcase.Case {
	t.Helper()
	n, err := madeOf(t, content, o)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

const plainTable = "Name,Population,Cost (£k)\n" + threeBodies

// transferred says under which code a function of a new case stands in England's.
var transferred = map[string]string{
	"major-services": "acute", "community-services": "community", "specialist-services": "specialised", "individual-assessment": "continuing-care",
	"local-contracts": "primary-care", "place": "population-health",
}

// fromLondon are the assumptions that a new case has from London; the others are England's.
var fromLondon = []string{"baseline.scale", "target.reduction", "target.years", "target.per_head"}

// TestNewCaseTransfersNumbers holds every number of a new case that is not its own against the case it is from.
func TestNewCaseTransfersNumbers(t *testing.T) {
	england, london := open(t, "england-icb-2025"), open(t, "london-2010")
	n := made(t, plainTable, newcase.Options{BodySingular: "council", BodyPlural: "councils"})
	if len(n.Functions) != len(england.Functions) {
		t.Errorf("%d functions, of England's %d", len(n.Functions), len(england.Functions))
	}
	originOf := func(code string) string {
		if origin := transferred[code]; origin != "" {
			return origin
		}
		return code
	}
	for _, f := range n.Functions {
		i := slices.IndexFunc(england.Functions, func(x model.Function) bool { return x.Code == originOf(f.Code) })
		if i < 0 || england.Functions[i].Share != f.Share || england.Functions[i].CapacityWeight != f.CapacityWeight || england.Functions[i].Class != f.Class {
			t.Errorf("function %+v is not England's", f)
		}
	}
	for _, a := range n.Assumptions {
		origin, name := england, "England’s ICBs, 2025"
		if slices.Contains(fromLondon, a.Name) {
			origin, name = london, "London’s PCTs, 2010"
		}
		i, ok := origin.AssumptionIndex(a.Name)
		if !ok {
			t.Errorf("%s is in no case", a.Name)
			continue
		}
		want := origin.Assumptions[i]
		strength := strings.Replace(want.Strength, "A", "B", 1)
		switch a.Name {
		case "baseline.scale":
			strength = "D"
		case "target.reduction", "target.years":
			strength = "-" // London's target was known; that it is yours is a choice
		}
		got := fmt.Sprint(a.Kind, a.Min, a.Max, a.Low, a.Central, a.High, a.Distribution, a.Sources, a.Strength)
		if wanted := fmt.Sprint(want.Kind, want.Min, want.Max, want.Low, want.Central, want.High, want.Distribution, want.Sources, strength); got != wanted {
			t.Errorf("%s: %s; its origin has %s", a.Name, got, wanted)
		}
		ownDefault := slices.Contains([]string{"finance.budget", "finance.surplus", "debt.plan"}, a.Name) // 0: not given
		if !strings.HasSuffix(a.Description, ". Transferred from "+name) && !ownDefault {
			t.Errorf("%s does not say what it is transferred from: %s", a.Name, a.Description)
		}
	}
	for _, x := range n.Correlations {
		if !slices.Contains(england.Correlations, x) {
			t.Errorf("correlation %+v is not England's", x)
		}
	}
	for _, a := range n.Arrangements {
		if !slices.Contains(england.Arrangements, a) {
			t.Errorf("arrangement %+v is not England's", a)
		}
	}
	for _, s := range n.Sources {
		if !slices.Contains(england.Sources, s) && !slices.Contains(london.Sources, s) {
			t.Errorf("source %+v is in no case", s)
		}
		if !slices.ContainsFunc(n.Assumptions, func(a model.Assumption) bool { return slices.Contains(model.SourceIDs(a.Sources), s.ID) }) {
			t.Errorf("nothing is from source %s", s.ID)
		}
	}
	structures := map[string]string{"shared-management": "cluster", "merger": "merger", "support-hub": "regional-office", "shared-then-merger": "cluster-then-merger"}
	for _, p := range n.Placements {
		origin, ok := structures[p.Structure]
		if !ok {
			continue // joint and lead commissioning, as in London, of major and community services
		}
		p.Structure, p.Function = origin, originOf(p.Function)
		if !slices.Contains(england.Placements, p) {
			t.Errorf("placement %+v is not England's", p)
		}
	}
}

func open(t *testing.T, name string) *data.Case {
	t.Helper()
	c, err := data.OpenCase(name)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestNewCaseInItsOwnWords holds the texts against words of the cases that they are from.
func TestNewCaseInItsOwnWords(t *testing.T) {
	n := made(t, "Name,Population,Cost (€)\nA,100000,3000000\nB,200000,4000000\n", newcase.Options{BodySingular: "área", BodyPlural: "áreas", Currency: "€"})
	dir := filepath.Join(t.TempDir(), "case")
	if err := data.WriteCase(dir, n.Case); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"functions.csv", "arrangements.csv", "structures.csv", "placements.csv", "assumptions.csv", "commissioners.csv", "sectors.csv", "datapackage.json"} {
		content, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		text := string(content)
		for _, own := range []string{
			"Transferred from England’s ICBs, 2025", "Transferred from London’s PCTs, 2010", "In £ at 2025/26 prices, not converted to €: change it", "are in £ at 2025/26 prices, not converted.",
			"£k/WTE/year", "£k/exit", "england-icb-2025", "london-2010",
		} {
			text = strings.ReplaceAll(text, own, "")
		}
		for _, alien := range []string{"ICB", "PCT", "NHS", "London", "England", "commissioner ", "£", "{", "acute", "continuing", "pharmacy"} {
			if file == "datapackage.json" && alien == "{" {
				continue
			}
			if at := strings.Index(text, alien); at >= 0 {
				t.Errorf("%s says %q: …%s…", file, alien, text[max(0, at-60):min(len(text), at+60)])
			}
		}
	}
	c := open(t, dir)
	if c.Currency != "€" || c.BodyPlural != "áreas" {
		t.Errorf("%+v", c.Properties)
	}
	if want := []string{"staff.cost", "staff.exit_cost"}; !slices.Equal(n.Assumed.NotConverted, want) {
		t.Errorf("not converted: %v", n.Assumed.NotConverted)
	}
	if len(c.Warnings) != 2 || !strings.HasSuffix(c.Warnings[0], "staff.cost is in £k/WTE/year and the case in €: convert it, and write €k/WTE/year") || !strings.Contains(c.Warnings[1], "write €k/exit") {
		t.Errorf("warnings %q", c.Warnings)
	}
	for _, name := range n.Assumed.NotConverted {
		i, _ := c.AssumptionIndex(name)
		if !strings.HasPrefix(c.Assumptions[i].Unit, "£k/") {
			t.Errorf("%s is said to be in %s", name, c.Assumptions[i].Unit)
		}
		if c.Assumptions[i].Strength != "D" {
			t.Errorf("%s of another currency has strength %s", name, c.Assumptions[i].Strength)
		}
	}
}

func TestNewCaseSectors(t *testing.T) {
	sectorsOf := func(n *newcase.Case) string {
		m, _ := n.Map(n.DefaultMap)
		var all []string
		for _, s := range m.Sectors {
			all = append(all, s.Region+"/"+s.Code+"("+s.Name+"): "+strings.Join(s.Members, " "))
		}
		return n.DefaultMap + " " + strings.Join(all, "; ")
	}
	const places = "Name,Population,Cost (£k),Lat,Lon\nA Council,100000,3000,51,0\nB Council,90000,2800,51,1\nC Council,80000,2700,51,2\nD Council,75000,2600,51,3\n"
	for _, test := range []struct {
		table   string
		options newcase.Options
		want    string
		pairs   int // of neighbours
	}{
		{plainTable, newcase.Options{}, "all all/all(All bodies): ayton beeton ceeton", 0},
		{places, newcase.Options{}, "all all/all(All bodies): a b c d", 0},
		{"Name,Population,Cost (£k),Sector\nA,100000,3000,North East\nB,90000,2800,South\nC,80000,2700,North East\n", newcase.Options{MapName: "two"}, "two all/north-east(North East): a c; all/south(South): b", 0},
		{"Name,Population,Cost (£k),Region\nA,100000,3000,North\nB,90000,2800,South\n", newcase.Options{}, "regions north/north(North): a; south/south(South): b", 0},
		{"Name,Population,Cost (£k),Region,Cluster\nA,100000,3000,North,X\nB,90000,2800,North,X\nC,90000,2800,South,Y\n", newcase.Options{}, "sectors north/x(X): a b; south/y(Y): c", 0},
		{places, newcase.Options{Sectors: 2, Grouping: newcase.EqualGrouping}, "equal-2 all/S1(A Council and 1 other): a d; all/S2(B Council and 1 other): b c", 0},
		{places, newcase.Options{Sectors: 2, Grouping: newcase.ContiguousGrouping}, "contiguous-2 all/S1(A Council and 1 other): a b; all/S2(C Council and 1 other): c d", 3},
	} {
		n := made(t, test.table, test.options)
		if got := sectorsOf(n); got != test.want || len(n.Neighbours) != test.pairs {
			t.Errorf("%s, %d pairs of neighbours; want %s, %d", got, len(n.Neighbours), test.want, test.pairs)
		}
	}
	// Neighbours from a file, by name or code: now A and D touch, and C is between none.
	file := filepath.Join(t.TempDir(), "pairs.csv")
	write := func(content string) {
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("a,b,kind\nA Council,d,\nb,C council,land\n")
	o := newcase.Options{Sectors: 2, Grouping: newcase.ContiguousGrouping, NeighboursFile: file}
	if got, want := sectorsOf(made(t, places, o)), "contiguous-2 all/S1(A Council and 1 other): a d; all/S2(B Council and 1 other): b c"; got != want {
		t.Errorf("%s; want %s", got, want)
	}
	o.Sectors = 1
	if _, err := madeOf(t, places, o); err == nil || !strings.Contains(err.Error(), "connect the bodies into no fewer than 2 parts") {
		t.Errorf("one sector of two islands: %v", err)
	}
	write("a,b,kind\nA Council,Dee Council,\nb,b,sea\nb,C Council,\nC Council,B Council,\n")
	_, err := madeOf(t, places, o)
	if want := file + `:2: column b: "Dee Council": expected the name or code of one of the bodies; perhaps D Council or A Council or B Council
` + file + `:3: column kind: "sea": expected land or river, or nothing for land
` + file + `:3: column b: "b": expected another one than in column a
` + file + `:5: column b: "B Council": expected each pair once (see line 4)`; fmt.Sprint(err) != want {
		t.Errorf("%v\nwant %s", err, want)
	}
}

// sectored is a table that says who belongs together.
const sectored = "Name,Population,Cost (£k),Region,Cluster\nA,100000,3000,North,X\nB,90000,2800,South,Y\n"

func TestNewCaseRefusals(t *testing.T) {
	for _, test := range []struct {
		table   string
		options newcase.Options
		want    string
	}{
		{"Name,Population,Cost (£k)\nA,100000,3000\n", newcase.Options{}, "at least two"},
		{plainTable, newcase.Options{Basis: "guessed"}, `no basis "guessed"`},
		{plainTable, newcase.Options{Sectors: 4, Grouping: newcase.EqualGrouping, BodySingular: "council", BodyPlural: "councils"}, "--sectors 4: there are only 3 councils"},
		{sectored, newcase.Options{Sectors: 2, Grouping: newcase.EqualGrouping}, "has the column “Cluster” and the column “Region”, and --sectors 2 makes other sectors: leave out --sectors to have those of the table, or add --column sector=- --column region=-"},
		{"Name,Population,Cost (£k),Region\nA,100000,3000,North\nB,90000,2800,South\n", newcase.Options{Sectors: 1, Grouping: newcase.EqualGrouping}, "add --column region=-, which keeps the column"},
		{"Name,Population,Cost (£k),Weighted population\nA,100000,3000,\nB,90000,2800,95000\n", newcase.Options{}, ":2: column Weighted population: empty: expected a weighted population; fill in all"},
		{"Name,Population,Cost (£k),Weighted population\nA,100000,3000,99000\nB,90000,2800,8000\n", newcase.Options{}, `bodies.csv:3: column Weighted population: "8000": expected a number of the same size as the population, 90000`},
		{plainTable, newcase.Options{MapName: "a b/../c"}, `--map "a b/../c": expected a code without commas, semicolons and slashes`},
		{plainTable, newcase.Options{BodySingular: "=1", BodyPlural: "councils"}, `--body "=1": expected a name`},
		{plainTable, newcase.Options{BodySingular: "council"}, "a word for both"},
		{plainTable, newcase.Options{PriceYear: strings.Repeat("2", 61)}, "at most 60 letters"},
		{plainTable, newcase.Options{Sectors: 2, Grouping: newcase.ContiguousGrouping}, "latitude and longitude of all; Ayton has none"},
		{plainTable, newcase.Options{PerHead: 1e9}, "which is its max"},
		{strings.Replace(sectored, "South,Y", "South,X", 1), newcase.Options{}, `:3: column Region: "South": expected the region of the rest of sector X, North`},
	} {
		if _, err := madeOf(t, test.table, test.options); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%+v: %v; want %s", test.options, err, test.want)
		}
	}
}

func TestNewCaseTarget(t *testing.T) {
	n := made(t, plainTable, newcase.Options{Reduction: 0.2, Years: 5, PerHead: 0})
	for name, want := range map[string]string{"target.reduction": "0.2 0.2 0.7", "target.years": "2 5 5", "target.per_head": "0 0 30"} {
		i, _ := n.AssumptionIndex(name)
		a := n.Assumptions[i]
		if got := fmt.Sprint(a.Low, a.Central, a.High); got != want {
			t.Errorf("%s: %s; want %s", name, got, want)
		}
		if chosen := strings.HasSuffix(a.Description, "chosen when the case was made"); chosen != (name != "target.per_head") {
			t.Errorf("%s: %s", name, a.Description)
		}
	}
}

// TestNewCaseSaysWhatItIsFrom holds the description and the notes of what was assumed against what was chosen.
func TestNewCaseSaysWhatItIsFrom(t *testing.T) {
	for _, test := range []struct {
		options          newcase.Options
		reduction, years bool
		want             string
	}{
		{newcase.Options{}, true, true, "total and the target from london-2010"},
		{newcase.Options{Years: 12}, true, false, "total and the share of the target from london-2010"},
		{newcase.Options{Reduction: 0.3}, false, true, "total and the years of the target from london-2010"},
		{newcase.Options{PerHead: 19}, false, true, "total and the years of the target from london-2010"},
		{newcase.Options{PerHead: 19, Years: 4}, false, false, "total from london-2010"},
	} {
		n := made(t, plainTable, test.options)
		if a := n.Assumed; a.Reduction != test.reduction || a.Years != test.years || !strings.Contains(n.Description, test.want) {
			t.Errorf("%+v: %t, %t, %s", test.options, a.Reduction, a.Years, n.Description)
		}
	}
	pairs := filepath.Join(t.TempDir(), "pairs.csv")
	if err := os.WriteFile(pairs, []byte("a,b\nAyton,Beeton\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if n := made(t, plainTable, newcase.Options{NeighboursFile: pairs}); !strings.HasSuffix(n.Description, " Neighbours are from the file pairs.csv.") {
		t.Error(n.Description)
	}
	if n := made(t, plainTable, newcase.Options{PriceYear: "2027/28"}); !strings.HasSuffix(n.Description, " staff.cost and staff.exit_cost are in £ at 2025/26 prices, not converted.") {
		t.Error(n.Description)
	}
}

// TestNewCaseOfWeightedHeads holds the unit of the target a head against the population that it is for.
func TestNewCaseOfWeightedHeads(t *testing.T) {
	for table, want := range map[string]string{
		plainTable: "£/head", "Name,Population,Cost (£k),Weighted population\nA,100000,3000,99000\nB,90000,2800,95000\n": "£/weighted head",
	} {
		n := made(t, table, newcase.Options{})
		i, _ := n.AssumptionIndex("target.per_head")
		if a := n.Assumptions[i]; a.Unit != want || !strings.Contains(a.Description, "the target is this cost a "+n.Table.Head()+" instead") {
			t.Errorf("%s, %s; want %s", a.Unit, a.Description, want)
		}
	}
}

// TestNewCaseIsTheSameInAnyOrder makes a case of a table whose rows and columns are the other way round.
func TestNewCaseIsTheSameInAnyOrder(t *testing.T) {
	records, err := csv.NewReader(strings.NewReader(plainTable)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(records[1:])
	var b strings.Builder
	for _, record := range records {
		slices.Reverse(record)
		b.WriteString(strings.Join(record, ",") + "\n")
	}
	for _, sectors := range []int{0, 2} {
		o := newcase.Options{Sectors: sectors, Grouping: newcase.EqualGrouping}
		if one, other := made(t, plainTable, o), made(t, b.String(), o); fmt.Sprintf("%+v", *one.Case) != fmt.Sprintf("%+v", *other.Case) {
			t.Errorf("%+v\nbut in another order\n%+v", *one.Case, *other.Case)
		}
	}
}

// Columns that the model does not know are kept, also those that would be taken for a slip in one that it does.
func TestFurtherColumnsOfANewCaseAreKept(t *testing.T) {
	n := made(t, "Name,Population,Cost (£k),Latitudes,Repaying debts,Notes\nA,100000,3000,1,x,p\nB,200000,4000,2,y,q\n", newcase.Options{})
	if want := []string{"original Latitudes", "original Repaying debts", "Notes"}; !slices.Equal(n.FurtherColumns, want) {
		t.Errorf("got %q, want %q", n.FurtherColumns, want)
	}
}

func TestCaseNames(t *testing.T) {
	for dir, want := range map[string]string{"out/My Councils": "my-councils", "a.xlsx": "a", "A.XLSX": "a", "a.b": "a.b", "€": "my-case"} {
		if got := newcase.Name(dir); got != want {
			t.Errorf("%s: %s, want %s", dir, got, want)
		}
	}
}

// A file of neighbours is read within bounds.
func TestFilesOfNeighboursAreBounded(t *testing.T) {
	large := filepath.Join(t.TempDir(), "large.csv")
	if err := os.WriteFile(large, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, 33<<20); err != nil {
		t.Fatal(err)
	}
	table, err := bodies.Read(tableOf(t, plainTable), bodies.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := newcase.Make(table, newcase.Options{NeighboursFile: large}); err == nil || !strings.Contains(err.Error(), "more than 32 MB") {
		t.Error(err)
	}
	if _, err := newcase.Make(table, newcase.Options{NeighboursFile: "nowhere.csv"}); err == nil || err.Error() != "nowhere.csv: it is not there" {
		t.Error(err)
	}
}

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

// What a table leaves open and the user settled stands in the case.
func TestNewCaseSaysWhatWasEstimatedAndLeftOut(t *testing.T) {
	content := "Name,Population,Cost 2024/25 (£k)\nA,100000,3000\nB,200000,[c]\nC,310000,9000\nTotal,610000,\n"
	b, err := bodies.Read(tableOf(t, content), bodies.Options{Missing: bodies.EstimateMissing, DropTotal: true})
	if err != nil {
		t.Fatal(err)
	}
	n, err := newcase.Make(b, newcase.Options{Basis: "reported"})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		" Estimated by population, at the cost a head of the other bodies: the cost of B.", " Left out of the table: Total (a total or an average of others, as --drop-total says).",
		" The table says that the costs are of 2024/25; they are taken to be in 2025/26 prices.",
	} {
		if !strings.Contains(n.Description, want) {
			t.Errorf("%s; want %s", n.Description, want)
		}
	}
	var bases []string
	for _, x := range n.Commissioners {
		bases = append(bases, x.ManagementCostBasis)
	}
	if got := strings.Join(bases, " "); got != "reported estimated reported" || n.Assumed.OtherYear != "2024/25" {
		t.Errorf("%s, %s", got, n.Assumed.OtherYear)
	}
	for year, want := range map[string]string{"2025/26": "", "2024/25": ""} { // who says one has settled it
		if n, err = newcase.Make(b, newcase.Options{PriceYear: year}); err != nil || n.Assumed.OtherYear != want {
			t.Errorf("%s: %s, %v", year, n.Assumed.OtherYear, err)
		}
	}
}

// Costs of staff that the user says are in the case's currency, with ranges as wide as those transferred.
func TestNewCaseOfAnotherCurrencyWithItsOwnStaff(t *testing.T) {
	n := made(t, "Name,Population,Cost (DKK million)\nA,100000,30\nB,200000,40\n", newcase.Options{Currency: "DKK", StaffCost: 723, ExitCost: 144.4})
	if len(n.Assumed.NotConverted) > 0 {
		t.Errorf("not converted: %v", n.Assumed.NotConverted)
	}
	for name, want := range map[string]string{"staff.cost": "DKKk/WTE/year 650 723 800 D -", "staff.exit_cost": "DKKk/exit 111.2 144.4 208 D -"} {
		i, _ := n.AssumptionIndex(name)
		a := n.Assumptions[i]
		if got := fmt.Sprintf("%s %.4g %.4g %.4g %s %s", a.Unit, a.Low, a.Central, a.High, a.Strength, a.Sources); got != want || !strings.Contains(a.Description, "Chosen when the case was made") {
			t.Errorf("%s: %s, %s; want %s", name, got, a.Description, want)
		}
	}
	c := &data.Case{Case: n.Case}
	if len(c.Foreign()) > 0 {
		t.Errorf("%v", c.Foreign())
	}
}
