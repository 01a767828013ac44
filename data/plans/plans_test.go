package plans_test

import (
	"errors"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reconfig/data"
	"reconfig/data/plans"
	"reconfig/data/sweeptable"
	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/plan"
)

const wholePlan = `# a comment
case: london-2010            # name or folder
maps: [six-2009]
structures: [merger, "joint-management"]
horizon: 7.5
set:
  debt.plan: 1
vary:
  target.reduction: {from: 0.3, to: 0.7, steps: 9}
  scale.back-office, scale.commissioning: {from: 0.8, to: 1, steps: 11}
  staff.cost: [50, 5.6e1, 60]
  collapse.hub:
    from: 0.01
    to: 1
    steps: 5
    log: true
draws: 200
sampler: random
seed: 18446744073709551615
correlated: false
outcomes:
  - structure_npv_k
  - net_benefit_k
rows: draws
formats: [csv, parquet]
`

func TestAWholePlan(t *testing.T) {
	p, err := plans.Parse("plan.yaml", []byte(wholePlan))
	if err != nil {
		t.Fatal(err)
	}
	want := plan.Plan{
		Case: "london-2010", Maps: []string{"six-2009"}, Structures: []string{"merger", "joint-management"}, Horizon: 7.5,
		Set: []model.Setting{{Name: "debt.plan", Value: 1}},
		Vary: []plan.Axis{
			{Names: []string{"target.reduction"}, Range: &plan.Range{From: 0.3, To: 0.7, Steps: 9}},
			{Names: []string{"scale.back-office", "scale.commissioning"}, Range: &plan.Range{From: 0.8, To: 1, Steps: 11}},
			{Names: []string{"staff.cost"}, List: []float64{50, 56, 60}},
			{Names: []string{"collapse.hub"}, Range: &plan.Range{From: 0.01, To: 1, Steps: 5, Log: true}},
		},
		Draws: 200, Sampler: "random", Seed: math.MaxUint64, Outcomes: []string{"structure_npv_k", "net_benefit_k"},
		Rows: plan.DrawRows, Formats: []string{"csv", "parquet"},
	}
	if p.Canonical() != want.Canonical() || !slices.Equal(p.Formats, want.Formats) {
		t.Errorf("read\n%s\nwant\n%s", p.Canonical(), want.Canonical())
	}
	if p.Points() != 9*11*3*5 {
		t.Errorf("%d points", p.Points())
	}
	c, err := data.OpenCase("london-2010")
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Check(c.Case); err != nil {
		t.Error(err)
	}
}

func TestDefaultsOfAPlan(t *testing.T) {
	p, err := plans.Parse("plan.yaml", []byte("case: a\n"))
	if err != nil {
		t.Fatal(err)
	}
	if p.Draws != 1000 || p.Sampler != "orthogonal" || p.Seed != 1 || !p.Correlated || p.Rows != "statistics" || !slices.Equal(p.Formats, []string{"csv"}) || p.Points() != 1 {
		t.Errorf("%+v", p.Plan)
	}
	p, err = plans.Parse("plan.yaml", []byte("case: a\nvary: {all: lhs 5000}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if p.Hypercube != 5000 || p.Draws != 0 {
		t.Errorf("%+v", p.Plan)
	}
}

// Zeros in front count for nothing, and nor does a plus, as in flags.
func TestZerosInFront(t *testing.T) {
	p, err := plans.Parse("plan.yaml", []byte("case: london-2010\ndraws: 010\nseed: +007\nhorizon: 08\nset: {target.tolerance: 00.5}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if p.Draws != 10 || p.Seed != 7 || p.Horizon != 8 || p.Set[0].Value != 0.5 {
		t.Errorf("%d draws, seed %d, horizon %v, tolerance %v", p.Draws, p.Seed, p.Horizon, p.Set)
	}
}

// Names are read as they are written, whatever YAML would take them for.
func TestNamesAreKept(t *testing.T) {
	p, err := plans.Parse("plan.yaml", []byte("\ufeffcase: 2010\r\nstructures: [010, 0x1F, 1e3, no, \"null\"]\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	if p.Case != "2010" || !slices.Equal(p.Structures, []string{"010", "0x1F", "1e3", "no", "null"}) {
		t.Errorf("%q %q", p.Case, p.Structures)
	}
}

// Every kind of mistake, with the place that its message must name.
func TestBadPlans(t *testing.T) {
	const c = "case: london-2010\n"
	for content, want := range map[string]string{
		"":                                     "plan.yaml: expected a plan with at least a case",
		"# only comments\n":                    "plan.yaml: expected a plan with at least a case",
		"- a\n":                                `plan.yaml:1:1: "-": expected a plan of keys and values`,
		"draws: 1\n":                           "plan.yaml: case: expected the name of a case",
		"case:\n":                              "plan.yaml:1:1: case: expected a value: nothing follows the colon",
		"case: {a: b}\n":                       `plan.yaml:1:7: case: "{…}": expected a name`,
		c + "draw: 5\n":                        `plan.yaml:2:1: "draw": expected a key that is known, perhaps draws`,
		c + "zzz: 5\n":                         `plan.yaml:2:1: "zzz": expected one of the keys case, maps`,
		c + "draws: 5\ndraws: 6\n":             `plan.yaml:3:1: expected a plan in YAML: "draws" once; it stands at 2:1 already`,
		c + "draws: x\n":                       `plan.yaml:2:8: draws: "x": expected a whole number of at least 0`,
		c + "draws: 1.5\n":                     `plan.yaml:2:8: draws: "1.5": expected a whole number`,
		c + "draws: 0x10\n":                    `plan.yaml:2:8: draws: "0x10": expected a whole number`,
		c + "horizon: 0x1p3\n":                 `plan.yaml:2:10: horizon: "0x1p3": expected a plain number`,
		c + "draws: \"5\"\n":                   `plan.yaml:2:8: draws: "5": expected a whole number`,
		c + "draws: 99999999999\n":             `plan.yaml:2:8: draws: "99999999999": expected a whole number of at most 10000000`,
		c + "seed: -1\n":                       `plan.yaml:2:7: seed: "-1": expected a whole number from 0`,
		c + "seed: 18446744073709551616\n":     `plan.yaml:2:7: seed: "18446744073709551616": expected a whole number from 0`,
		c + "correlated: yes\n":                `plan.yaml:2:13: correlated: "yes": expected true or false`,
		c + "horizon: 0\n":                     `plan.yaml:2:10: horizon: "0": expected a number of years above 0`,
		c + "horizon: 101\n":                   `plan.yaml:2:10: horizon: "101": expected a number of years above 0, at most 100`,
		c + "maps: six-2009\n":                 `plan.yaml:2:7: maps: "six-2009": expected a list in brackets`,
		c + "maps: []\n":                       `plan.yaml:2:7: maps: "[]": expected at least one`,
		c + "maps: [a, , b]\n":                 `plan.yaml:2:`,
		c + "maps: [a, a]\n":                   `plan.yaml:2:11: maps: "a": expected each only once`,
		c + "sampler: dice\n":                  `plan.yaml:2:10: sampler: "dice": expected a sampler (orthogonal, sobol, random, lhs)`,
		c + "set: 5\n":                         `plan.yaml:2:6: set: "5": expected assumptions and their values`,
		c + "set:\n  a.b: '0.5'\n":             `plan.yaml:3:8: set.a.b: "0.5": expected a plain number, as in 0.5, without quotation marks`,
		c + "set:\n  a.b: .nan\n":              `plan.yaml:3:8: set.a.b: ".nan": expected a plain number`,
		c + "set:\n  a.b: -.inf\n":             `plan.yaml:3:8: set.a.b: "-.inf": expected a plain number`,
		c + "set:\n  a.b: 1_000\n":             `plan.yaml:3:8: set.a.b: "1_000": expected a plain number`,
		c + "set:\n  a.b: 1,5\n":               `plan.yaml:3:8: set.a.b: "1,5": expected a plain number`,
		c + "set:\n  a.b: 50%\n":               `plan.yaml:3:8: set.a.b: "50%": expected a plain number`,
		c + "set:\n  a.b: 1e999\n":             `plan.yaml:3:8: set.a.b: "1e999": expected a plain number`,
		c + "set:\n  a.b:\n":                   `plan.yaml:3:3: set.a.b: expected a value`,
		c + "vary: 5\n":                        `plan.yaml:2:7: vary: "5": expected assumptions and their values`,
		c + "vary:\n  a.b: 5\n":                `plan.yaml:3:8: vary.a.b: "5": expected values in brackets`,
		c + "vary:\n  a.b: [0.1, x]\n":         `plan.yaml:3:14: vary.a.b: "x": expected a plain number`,
		c + "vary:\n  a.b: [0.1, 0.10]\n":      `plan.yaml:3:14: vary.a.b: "0.1": expected each value once`,
		c + "vary:\n  a.b: {from: 0, to: 1}\n": `vary.a.b.steps: expected a range with from, to and steps`,
		c + "vary:\n  a.b: {from: 0, to: 1, steps: 1}\n":             `plan.yaml:3:32: vary.a.b.steps: "1": expected a whole number of at least 2`,
		c + "vary:\n  a.b: {from: 0, to: 1, steps: 2, log: true}\n":  `plan.yaml:3:15: vary.a.b.from: "0": expected a number above 0`,
		c + "vary:\n  a.b: {from: 0, to: 0, steps: 2}\n":             `plan.yaml:3:22: vary.a.b.to: "0": expected another value than from`,
		c + "vary:\n  a.b: {from: 0, til: 1, steps: 2}\n":            `plan.yaml:3:18: vary.a.b: "til": expected one of the keys from, to, steps, log`,
		c + "vary:\n  a.b: [1, 2]\n  a.b, c.d: [1, 2]\n":             `plan.yaml:4:3: vary.a.b, c.d: "a.b": expected each assumption once`,
		c + "set: {a.b: 1}\nvary:\n  a.b: [1, 2]\n":                  `plan.yaml:4:3: vary.a.b: "a.b": expected an assumption that has no setting`,
		c + "vary: {all: 5000}\n":                                    `plan.yaml:2:13: vary.all: "5000": expected a Latin hypercube and its number of points, as in lhs 5000`,
		c + "vary: {all: lhs 99999999}\n":                            `plan.yaml:2:13: vary.all: "lhs 99999999": expected at most 10000000 points`,
		c + "vary: {all: lhs 50, a.b: [1]}\n":                        `plan.yaml:2:21: vary.a.b: expected nothing beside all`,
		c + "vary: {all: lhs 50}\ndraws: 5\n":                        `plan.yaml:3:8: draws: "5": expected 0: each point`,
		c + "rows: draws\ndraws: 0\n":                                `plan.yaml:2:7: rows: "draws": expected statistics, or draws of at least 1`,
		c + "formats: [xlsx]\n":                                      `plan.yaml:2:11: formats: "xlsx": expected a format (csv, parquet)`,
		c + "---\ndraws: 5\n":                                        `plan.yaml:2:1: "---": expected one plan in a file`,
		c + "set:\n\ta.b: 1\n":                                       `plan.yaml:3:1: expected spaces before the key: YAML allows no tabs there`,
		c + "set: &x {a.b: 1}\n":                                     `plan.yaml:2:6: "&": expected plain keys and values: no anchors`,
		c + "set: {<<: {a.b: 1}}\n":                                  `plan.yaml:2:7: "<<": expected plain keys and values`,
		c + "maps: !!set {a}\n":                                      `expected plain keys and values: no anchors, aliases, merges or tags`,
		c + "sampler: |\n  sobol\n":                                  `plan.yaml:2:10: "|": expected text on one line`,
		c + "maps: [a\n":                                             `plan.yaml:2:7: expected a plan in YAML: `,
		c + "maps: a: b\n":                                           `plan.yaml:2:7: expected a plan in YAML: `,
		c + "maps: [" + strings.Repeat("[", 50000):                   `plan.yaml:2:15: "[": expected fewer brackets in one another`,
		c + strings.Repeat("- ", 50000):                              `expected no list in a list`,
		c + strings.Repeat("# comment\n", 200000):                    `plan.yaml: expected a plan of at most 1 MB; it has 2000018 bytes`,
		c + "vary:\n  a.b: {from: 0, to: 1, steps: 10000001}\n":      `vary.a.b.steps: "10000001": expected a whole number of at most 10000000`,
		"case: london\xff2010\n":                                     `plan.yaml:1: expected text in UTF-8`,
		"\xff\xfec\x00a\x00s\x00e\x00":                               `plan.yaml:1: expected text in UTF-8`,
		"c\x00a\x00s\x00e\x00:\x00":                                  `plan.yaml:1: expected text in UTF-8; this is UTF-16`,
		c + "vary:\n  a.b: [" + strings.Repeat("1, ", 350000) + "2]": `plan.yaml: expected a plan of at most 1 MB`,
	} {
		_, err := plans.Parse("plan.yaml", []byte(content))
		var problems data.Problems
		if !errors.As(err, &problems) || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q: %v\nwant %s", content, err, want)
		}
	}
}

// All mistakes are told at once, in the order of the file, those that only the case can tell among them.
func TestAllMistakesOfAPlanAtOnce(t *testing.T) {
	file := filepath.Join(t.TempDir(), "plan.yaml")
	content := "case: london-2010\nmaps: [six-2090]\nset:\n  staff.costs: 1\n  staff.cost: 0\nvary:\n  target.reduction: {from: 0.3, to: 7, steps: x}\n  scale.local: {from: 0.5, to: 2, steps: 3}\nsampler: dice\n"
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	_, _, err := plans.Open(file)
	want := []string{
		`plan.yaml:2:8: maps: "six-2090": expected a map of the case (eight-2011, five-2012, seven-2009, six-2009)`,
		`plan.yaml:4:3: set.staff.costs: "staff.costs": expected the name of an assumption, perhaps staff.cost`,
		`plan.yaml:5:15: set.staff.cost: "0": expected what is possible of staff.cost: from 1 to 1000 (£k/WTE/year)`,
		`plan.yaml:7:47: vary.target.reduction.steps: "x": expected a whole number of at least 2`,
		`plan.yaml:8:32: vary.scale.local.to: "2": expected what is possible of scale.local: from 0 to 1.5 (elasticity)`,
		`plan.yaml:9:10: sampler: "dice": expected a sampler (orthogonal, sobol, random, lhs)`,
	}
	if err == nil {
		t.Fatal("no error")
	}
	got := strings.Split(err.Error(), "\n")
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || !strings.Contains(got[i], want[i]) {
			t.Fatalf("got\n%s\nwant\n%s", err, strings.Join(want, "\n"))
		}
	}
}

func TestTheCaseOfAPlan(t *testing.T) {
	dir := t.TempDir()
	if err := data.CopyCase("london-2010", filepath.Join(dir, "mine")); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "plan.yaml")
	for content, want := range map[string]string{
		"case: ./mine\n": "", "case: london-2010\n": "",
		"case: " + filepath.Join(dir, "mine") + "\n": "",
		"case: ./yours\n": `plan.yaml:1:7: case: "./yours": expected a case that comes with the program (ccg-mergers-2018, england-icb-2025, london-2010) or a folder`,
	} {
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		_, c, err := plans.Open(file)
		if want == "" && (err != nil || c.Name != "london-2010") || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: %v", content, err)
		}
	}
	for name, want := range map[string]string{"none.yaml": "it is not there", ".": "is a folder"} {
		if _, _, err := plans.Open(filepath.Join(dir, name)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestCommentsAndLayoutDoNotCount(t *testing.T) {
	a, err := plans.Parse("a", []byte("case: x\nset: {b.c: 2, a.b: 1}\nvary:\n  c.d: [1, 2]\n"))
	if err != nil {
		t.Fatal(err)
	}
	b, err := plans.Parse("b", []byte("# other\r\nvary: {\"c.d\": [1.0, 2e0]}\r\nset:\r\n  a.b: 1.00 # one\r\n  b.c: +2\r\ndraws: 1000\r\nseed: 1\r\ncase: 'x'\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	if a.Hash() != b.Hash() {
		t.Errorf("%s\n%s", a.Canonical(), b.Canonical())
	}
}

// The canonical text of any plan is a plan that says the same.
func TestCanonicalPlansAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-zA-Z0-9 '":#,._£é\\-]{0,8}[a-z0-9]`)
		number := rapid.OneOf(rapid.Float64Range(-1e300, 1e300), rapid.Float64Range(-1, 1))
		p := plan.Plan{
			Case: text.Draw(t, "case"), Maps: rapid.SliceOfNDistinct(text, 0, 3, rapid.ID).Draw(t, "maps"),
			Set:   []model.Setting{{Name: "a.b", Value: number.Draw(t, "held")}},
			Vary:  []plan.Axis{{Names: []string{"b.c", "c.d"}, List: rapid.SliceOfNDistinct(number, 1, 5, rapid.ID).Draw(t, "list")}},
			Draws: rapid.IntRange(1, 100).Draw(t, "draws"), Sampler: "lhs", Seed: rapid.Uint64().Draw(t, "seed"),
			Correlated: rapid.Bool().Draw(t, "correlated"), Rows: rapid.SampledFrom(plan.RowKinds).Draw(t, "rows"),
		}
		if steps := rapid.IntRange(1, 9).Draw(t, "steps"); steps > 1 {
			p.Vary = append(p.Vary, plan.Axis{Names: []string{"e.f"}, Range: &plan.Range{From: 1, To: 2, Steps: steps, Log: rapid.Bool().Draw(t, "log")}})
		}
		got, err := plans.Parse("plan", []byte(p.Canonical()))
		if err != nil {
			t.Fatalf("%v\n%s", err, p.Canonical())
		}
		if got.Canonical() != p.Canonical() {
			t.Fatalf("read back\n%s\nwant\n%s", got.Canonical(), p.Canonical())
		}
	})
}

func TestTheTemplateIsAPlan(t *testing.T) {
	london, err := data.OpenCase("london-2010")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]*model.Case{"london-2010": london.Case, "./small case": modeltest.Small()} {
		text := plans.Template(name, c)
		p, err := plans.Parse("plan.yaml", []byte(text))
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if err := p.Check(c); err != nil {
			t.Errorf("%v\n%s", err, text)
		}
		if w := p.Warnings(c); p.Case != name || len(w) > 0 {
			t.Errorf("case %q, warnings %v", p.Case, w)
		}
	}
	// What is commented out is right too.
	text := plans.Template("london-2010", london.Case)
	for old, replacement := range map[string]string{"# structures:": "structures:", "# horizon:": "horizon:", "# set:": "set:", "#   target.years": "  target.years", "#   scale": "  scale"} {
		if !strings.Contains(text, old) {
			t.Errorf("no %q in\n%s", old, text)
		}
		text = strings.Replace(text, old, replacement, 1)
	}
	p, err := plans.Parse("plan.yaml", []byte(text))
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if err := p.Check(london.Case); err != nil {
		t.Errorf("%v\n%s", err, text)
	}
}

// Whatever a plan's file holds, reading ends in a plan that keeps its rules or in problems with a place.
func FuzzPlan(f *testing.F) {
	f.Add([]byte(wholePlan))
	for _, s := range []string{"case: a\nvary: {all: lhs 5}\n", "case: [\n", "? a\n: b\n", "a: &x\n", "case: a\nset: {a: 1, b: {}}\n", "case: 'a\n", "{case: a}", "case: a\n...\n---\n", "case: \"\\x41\"", "%a\n---\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		p, err := plans.Parse("plan.yaml", content)
		var problems data.Problems
		switch {
		case err == nil:
			if left := p.Plan.Check(nil, sweeptable.Formats()); len(left) > 0 {
				t.Fatalf("read as valid, but %+v", left)
			}
			again, err := plans.Parse("canonical.yaml", []byte(p.Canonical()))
			if err != nil || again.Canonical() != p.Canonical() {
				t.Fatalf("%v\n%s", err, p.Canonical())
			}
		case !errors.As(err, &problems):
			t.Fatalf("an error of another kind: %v", err)
		default:
			for _, x := range problems {
				if x.File != "plan.yaml" || x.Expected == "" || x.Line < 0 || x.Place < 0 {
					t.Fatalf("a problem without its place: %+v", x)
				}
			}
		}
	})
}
