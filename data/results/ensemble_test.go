package results_test

import (
	"encoding/csv"
	"encoding/json"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"reconfig/data/folder/foldertest"
	"reconfig/data/results"
	"reconfig/model/result"
	"reconfig/model/unit"
)

var (
	never   = math.Inf(1)
	nothing = result.Number(math.NaN())
)

// ensembleResults are those of draws: with empty and infinite figures where a payback never comes.
func ensembleResults() *results.Folder {
	r := someResults()
	r.Outcomes[0].Values[result.StructurePayback] = never
	r.Outcomes[0].NeverShare = 1
	mean := r.Outcomes[0]
	mean.Statistic, mean.NeverShare = result.P05, math.NaN()
	mean.Values[result.NetBenefit] = math.Inf(-1)
	r.Outcomes = append(r.Outcomes, mean)
	r.Differences = []result.DifferenceRow{
		{First: "merger", Second: "hub", Outcome: "structure_payback_years", Unit: "years", Better: result.Lower, CentralDraw: result.Number(never), Mean: nothing, SD: nothing, P05: result.Number(math.Inf(-1)), ProbabilityFirstBetter: 0.25},
		{First: "merger", Second: "hub", Outcome: "statutory_boards", Unit: "boards", Better: result.Neither, ProbabilityFirstBetter: nothing},
	}
	r.Probabilities = []result.ProbabilityRow{
		{Structure: "merger", Event: result.Best, Outcome: "npv", Probability: 1.0 / 3, Tied: nothing, MCError: 0.01},
		{Structure: "merger", Event: result.AllOnTarget, Probability: 1, Tied: nothing},
	}
	r.Convergence = []result.ConvergenceRow{{Structure: "merger", Outcome: "npv", Draws: 100, Mean: 1, P05Error: nothing, Settled: "no"}}
	r.Trajectories[0].Statistic = result.P95
	r.Provenance.Draws, r.Provenance.Seed, r.Provenance.Sampler, r.Provenance.Correlated = 1000, math.MaxUint64, "sobol", true
	r.Provenance.Warnings = []string{"a.b = 9 is outside the plausible range"}
	return r
}

func TestResultsOfDrawsAreReadBackAsWritten(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "results")
	want := ensembleResults()
	if err := results.Write(dir, want, figures); err != nil {
		t.Fatal(err)
	}
	got, err := results.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	for name, pair := range map[string][2]any{
		"outcomes": {got.Outcomes, want.Outcomes}, "differences": {got.Differences, want.Differences}, "probabilities": {got.Probabilities, want.Probabilities},
		"convergence": {got.Convergence, want.Convergence}, "trajectories": {got.Trajectories, want.Trajectories}, "sizes": {got.Sizes, want.Sizes},
	} {
		if !same(pair[0], pair[1]) {
			t.Errorf("%s\n%+v, want\n%+v", name, pair[0], pair[1])
		}
	}
	p := got.Provenance
	if p.Draws != 1000 || p.Seed != math.MaxUint64 || p.Sampler != "sobol" || !p.Correlated || len(p.Warnings) != 1 {
		t.Errorf("provenance %+v", p)
	}
	for file, cells := range map[string]string{"outcomes.csv": ",INF,", "differences.csv": ",INF,,,-INF,", "datapackage.json": `"draws": 1000`} {
		if s := foldertest.Read(t, filepath.Join(dir, file)); !strings.Contains(s, cells) {
			t.Errorf("%s lacks %s:\n%s", file, cells, s)
		}
	}
}

// same compares values, and takes NaN for equal to NaN and 0 for -0.
func same(a, b any) bool { return sameValue(reflect.ValueOf(a), reflect.ValueOf(b)) }

func sameValue(a, b reflect.Value) bool {
	if u, ok := a.Interface().(unit.Unit); ok {
		return u == b.Interface().(unit.Unit)
	}
	switch a.Kind() {
	case reflect.Pointer:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		return sameValue(a.Elem(), b.Elem())
	case reflect.Float64:
		return a.Float() == b.Float() || math.IsNaN(a.Float()) && math.IsNaN(b.Float())
	case reflect.Slice, reflect.Array:
		if a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			if !sameValue(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	case reflect.Struct:
		for i := range a.NumField() {
			if !sameValue(a.Field(i), b.Field(i)) {
				return false
			}
		}
		return true
	default:
		return a.Interface() == b.Interface()
	}
}

// Whatever numbers a run comes to, they are read back bit by bit.
func TestEveryNumberIsReadBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "results")
	r := someResults()
	random := rand.New(rand.NewPCG(1, 2))
	number := func() float64 { return math.Float64frombits(random.Uint64()) } // NaN and infinities among them
	for range 300 {
		row := r.Outcomes[0]
		for _, o := range result.Outcomes() {
			row.Values[o] = number()
		}
		r.Outcomes = append(r.Outcomes, row)
		r.Differences = append(r.Differences, result.DifferenceRow{First: "a", Second: "b", Outcome: "c", Unit: "d", Mean: result.Number(number())})
	}
	if err := results.Write(dir, r, figures); err != nil {
		t.Fatal(err)
	}
	got, err := results.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	if !same(got.Outcomes, r.Outcomes) || !same(got.Differences, r.Differences) {
		t.Errorf("%+v\n%+v", got.Outcomes, r.Outcomes)
	}
}

func TestNoDrawsAreStated(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "results")
	write(t, dir)
	if s := foldertest.Read(t, filepath.Join(dir, "datapackage.json")); !strings.Contains(s, `"draws": 0`) {
		t.Errorf("the description does not say that there were no draws:\n%s", s)
	}
}

// A table may be from before there were statistics, or made by hand.
func TestTablesWithoutStatistics(t *testing.T) {
	dir := t.TempDir()
	for file, content := range map[string]string{
		"outcomes.csv":     "structure,net_benefit_k\na,INF\n",
		"trajectories.csv": "structure,quarter,capacity\na,2,0.9\n",
		"differences.csv":  "first,second,outcome,unit,better,mean\na,b,c,d,,-INF\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, file), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	r, err := results.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	if o := r.Outcomes[0]; o.Statistic != result.CentralDraw || !math.IsNaN(o.NeverShare) || o.Values[result.NetBenefit] != never {
		t.Errorf("outcomes %+v", o)
	}
	if row := r.Trajectories[0]; row.Statistic != result.CentralDraw || row.TimeYears != 0.375 || row.Capacity != 0.9 || !math.IsNaN(row.CostK) {
		t.Errorf("trajectories %+v", row)
	}
	if row := r.Differences[0]; row.Mean != result.Number(math.Inf(-1)) || !math.IsNaN(float64(row.SD)) {
		t.Errorf("differences %+v", row)
	}
}

func TestBadTablesOfDraws(t *testing.T) {
	for _, test := range []struct{ file, content, want string }{
		{"outcomes.csv", "structure,payback_never_share\n\na,lots\n", `outcomes.csv:3: column payback_never_share: "lots": expected a plain number, as in 1234.5, INF, -INF or nothing`},
		{"outcomes.csv", "structure,net_benefit_k\na,infinite\n", `outcomes.csv:2: column net_benefit_k: "infinite": expected a plain number, as in 1234.5, INF, -INF or nothing`},
		{"differences.csv", "first,second,outcome,unit,better,p05\na,b,c,d,lower,Info\n", `differences.csv:2: column p05: "Info": expected a plain number, as in 1234.5, INF, -INF or nothing`},
		{"differences.csv", "first,second,outcome,unit,better\na,b,c,d,up\n", `differences.csv:2: column better: "up": expected higher, lower or nothing`},
		{"differences.csv", "first,outcome,unit,better\na,c,d,lower\n", `differences.csv:1: column second: expected a column of that name: it is missing`},
		{"probabilities.csv", "structure,event,outcome,probability,mc_error\na,b,c,,0\n", `probabilities.csv:2: column probability: empty: expected a plain number, as in 1234.5`},
		{"convergence.csv", "structure,outcome,draws,settled\na,b,1.5,yes\n", `convergence.csv:2: column draws: "1.5": expected a whole number`},
		{"convergence.csv", "structure,outcome,draws,settled\na,b,1,INF\n", `convergence.csv:2: column settled: "INF": expected yes or no`},
		{"trajectories.csv", "structure,statistic,capacity\na,mean,1\n", `trajectories.csv:1: column quarter: expected a column of that name, or time_years: both are missing`},
		{"trajectories.csv", "structure,quarter,capacity\na,1,INF\n", `trajectories.csv:2: column capacity: "INF": expected a plain number, as in 1234.5`},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, test.file), []byte(test.content), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := results.Read(dir); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: %v, want %q", test.content, err, test.want)
		}
	}
}

// Readers of the package may rely on what it says must not be empty.
func TestRequiredCellsAreNotEmpty(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "results")
	r := ensembleResults()
	r.Outcomes[1].Statistic, r.Outcomes[1].Values[result.NetBenefit] = result.SD, math.NaN()
	if err := results.Write(dir, r, figures); err != nil {
		t.Fatal(err)
	}
	var p struct {
		Resources []struct {
			Path   string
			Schema *struct {
				Fields []struct{ Constraints struct{ Required bool } }
			}
		}
	}
	if err := json.Unmarshal([]byte(foldertest.Read(t, filepath.Join(dir, "datapackage.json"))), &p); err != nil {
		t.Fatal(err)
	}
	for _, resource := range p.Resources {
		if !slices.Contains([]string{"outcomes.csv", "differences.csv", "probabilities.csv", "convergence.csv"}, resource.Path) {
			continue
		}
		records, err := csv.NewReader(strings.NewReader(foldertest.Read(t, filepath.Join(dir, resource.Path)))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for i, f := range resource.Schema.Fields {
			for _, record := range records[1:] {
				if f.Constraints.Required && record[i] == "" {
					t.Errorf("%s: column %s is required and empty", resource.Path, records[0][i])
				}
			}
		}
	}
}
