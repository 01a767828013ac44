package results_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress"
	"pgregory.net/rapid"

	"reconfig/data"
	"reconfig/data/folder"
	"reconfig/data/folder/foldertest"
	"reconfig/data/plans"
	"reconfig/data/results"
	"reconfig/data/sweeptable"
	"reconfig/model/modeltest"
	"reconfig/model/plan"
	"reconfig/model/result"
	"reconfig/model/unit"
)

var formats = []string{"csv", "parquet"}

// statisticSweep is a sweep of two points with what can go wrong: empty and infinite outcomes, minus nothing, text that
// looks like a formula.
func statisticSweep() *result.Sweep {
	nan := math.NaN()
	return &result.Sweep{
		Varied:   []result.Column{{Name: "target.reduction", Type: "number", Unit: unit.Parse("share"), Description: "What the target asks"}, {Name: "staff.cost", Type: "number", Unit: unit.Parse("£k/WTE/year"), Description: "Cost of a post"}},
		Outcomes: []result.Outcome{result.StructureNPV, result.StructurePayback},
		Rows: []result.SweepRow{
			{Point: 1, Map: "six-2009", Settings: []float64{0.35, 50}, Structure: "merger", Statistic: result.Mean, Values: []float64{1.0 / 3, nan}, NeverShare: 0.25},
			{Point: 1, Map: "six-2009", Settings: []float64{0.35, 50}, Structure: "merger", Statistic: result.P95, Values: []float64{math.Copysign(0, -1), math.Inf(1)}, NeverShare: nan},
			{Point: 2, Map: "=1+1", Settings: []float64{0.4, -1e-300}, Structure: "a, \"b\"", Statistic: result.SD, Values: []float64{nan, nan}, NeverShare: nan},
		},
	}
}

func drawSweep(rows int) *result.Sweep {
	s := &result.Sweep{
		Varied:   []result.Column{{Name: "target.reduction", Type: "number", Unit: unit.Parse("share"), Description: "What the target asks"}},
		Outcomes: []result.Outcome{result.StructurePayback, result.NetBenefit}, EachDraw: true,
	}
	for i := range rows {
		payback := float64(i%40) / 4
		if i%7 == 0 {
			payback = math.Inf(1)
		}
		s.Rows = append(s.Rows, result.SweepRow{
			Point: i/200 + 1, Map: "six-2009", Settings: []float64{float64(i/200) / 10}, Structure: fmt.Sprintf("s%d", i%2), Draw: i/2%100 + 1,
			Values: []float64{payback, math.Sin(float64(i)) * 1e6}, NeverShare: math.NaN(),
		})
	}
	return s
}

func writeSweep(t testing.TB, dir string, s *result.Sweep, formats ...string) {
	t.Helper()
	o := sweepResults(s)
	if err := results.WriteSweep(dir, o, formats, nil, inPieces(s)); err != nil {
		t.Fatal(err)
	}
}

// sweepResults is what is written with a sweep.
func sweepResults(s *result.Sweep) *results.Folder {
	r := &results.Folder{Provenance: results.Provenance{Program: "reconfig test", Case: results.CaseProvenance{Name: "c", Title: "Case"}, Points: 2, Plan: &results.PlanProvenance{}}}
	r.Sweep = s
	return r
}

// inPieces emits a sweep's rows a few at a time, and then those of its differences.
func inPieces(s *result.Sweep) func(func(rows, differences []result.SweepRow) error) error {
	return func(emit func(rows, differences []result.SweepRow) error) error {
		for piece := range slices.Chunk(s.Rows, 701) {
			if err := emit(piece, nil); err != nil {
				return err
			}
		}
		if s.Differences == nil {
			return nil
		}
		return emit(nil, s.Differences.Rows)
	}
}

// pairedSweep is a sweep with differences, which have the troubles of its other rows.
func pairedSweep() *result.Sweep {
	s := statisticSweep()
	d := statisticSweep()
	d.Paired = true
	for i := range d.Rows {
		d.Rows[i].Second, d.Rows[i].NeverShare = "'b", math.NaN()
		d.Rows[i].Statistic = result.ShownPairStatistics[i]
	}
	s.Differences = d
	return s
}

// Figures hold only what they show of differences. Whoever wants some of the sweep's rows gets no differences.
func TestDifferencesThatFiguresShow(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "sweep")
	s := pairedSweep()
	s.Differences.Rows[1].Statistic = result.SD
	writeSweep(t, dir, s, formats...)
	got, err := results.Read(dir) // as a sweep, though a run has a table of the same name
	if err != nil || got.Sweep == nil || len(got.Sweep.Differences.Rows) != 2 {
		t.Errorf("%+v, %v", got, err)
	}
	if got, err := results.ReadSweep(dir, func(*result.SweepRow) bool { return true }); err != nil || got.Sweep.Differences != nil {
		t.Errorf("%+v, %v", got, err)
	}
	foldertest.Edit(t, dir, "differences.csv", "1,six", "one,six")
	if err := os.Remove(filepath.Join(dir, "differences.parquet")); err != nil {
		t.Fatal(err)
	}
	if _, err := results.Read(dir); err == nil || !strings.Contains(err.Error(), `differences.csv:2: column point: "one": expected a whole number of at least 1`) {
		t.Errorf("%v", err)
	}
}

func TestASweepIsReadBackAsWritten(t *testing.T) {
	for _, want := range []*result.Sweep{statisticSweep(), pairedSweep(), drawSweep(9000)} {
		for _, format := range formats {
			dir := filepath.Join(t.TempDir(), "sweep")
			writeSweep(t, dir, want, format)
			got, err := results.ReadSweep(dir, nil)
			if err != nil {
				t.Fatal(err)
			}
			if !same(got.Sweep, want) && !same(*got.Sweep, *want) {
				t.Errorf("%s: read back %+v\nwant %+v", format, got.Sweep, want)
			}
			if got.Provenance.Program != "reconfig test" || got.Provenance.Points != 2 || len(got.Edited) > 0 {
				t.Errorf("%s: provenance %+v, edited %v", format, got.Provenance, got.Edited)
			}
		}
	}
}

// The quick writer of CSV writes what the other would.
func TestSweepCells(t *testing.T) {
	var b bytes.Buffer
	w, err := sweeptable.New("csv", &b, statisticSweep())
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.WriteRows(statisticSweep().Rows), w.Close()); err != nil {
		t.Fatal(err)
	}
	want := "point,map,target.reduction,staff.cost,structure,statistic,structure_npv_k,structure_payback_years,payback_never_share\n" +
		"1,six-2009,0.35,50,merger,mean,0.3333333333333333,,0.25\n" +
		"1,six-2009,0.35,50,merger,p95,0,INF,\n" +
		"2,'=1+1,0.4,-0." + strings.Repeat("0", 299) + "1,\"a, \"\"b\"\"\",sd,,,\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
	if _, err := sweeptable.New("xls", &b, statisticSweep()); err == nil {
		t.Error("a format that is not there passes")
	}
	if err := w.WriteRows([]result.SweepRow{{Values: []float64{1}}}); err == nil {
		t.Error("a row of another shape passes")
	}
}

// Whatever numbers a sweep comes to, both formats read them back bit by bit.
func TestEveryNumberOfASweepIsReadBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "sweep")
	rapid.Check(t, func(rt *rapid.T) {
		s := statisticSweep()
		for i := range s.Rows {
			s.Rows[i].Settings[0] = rapid.Float64Range(-math.MaxFloat64, math.MaxFloat64).Draw(rt, "setting")
			s.Rows[i].Values[0] = rapid.Float64().Draw(rt, "value")
		}
		for _, format := range formats {
			writeSweep(t, dir, s, format)
			got, err := results.ReadSweep(dir, nil)
			if err != nil {
				rt.Fatal(err)
			}
			if !same(*got.Sweep, *s) {
				rt.Fatalf("%s: %+v\n%+v", format, got.Sweep.Rows, s.Rows)
			}
		}
	})
}

func TestSameSweepSameBytes(t *testing.T) {
	a, b := filepath.Join(t.TempDir(), "a"), filepath.Join(t.TempDir(), "b")
	s := drawSweep(9000)
	writeSweep(t, a, s, formats...)
	o := sweepResults(s)
	if err := results.WriteSweep(b, o, formats, nil, func(emit func(rows, differences []result.SweepRow) error) error { // in other pieces
		for piece := range slices.Chunk(s.Rows, 4999) {
			if err := emit(piece, nil); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if got, want := foldertest.Files(t, b), []string{"datapackage.json", "sweep.csv", "sweep.parquet"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	for _, name := range foldertest.Files(t, a) {
		if foldertest.Read(t, filepath.Join(a, name)) != foldertest.Read(t, filepath.Join(b, name)) {
			t.Errorf("%s differs", name)
		}
	}
}

func TestASweepIsDescribed(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "sweep")
	writeSweep(t, dir, pairedSweep(), formats...)
	var p struct {
		Resources []struct {
			Path, Hash string
			Bytes      int64
			Schema     struct {
				Fields []struct{ Name, Type, Unit, Description string }
			}
		}
	}
	if err := json.Unmarshal([]byte(foldertest.Read(t, filepath.Join(dir, "datapackage.json"))), &p); err != nil {
		t.Fatal(err)
	}
	for i, path := range []string{"sweep.csv", "sweep.parquet", "differences.csv", "differences.parquet"} {
		header, err := csv.NewReader(strings.NewReader(foldertest.Read(t, filepath.Join(dir, []string{"sweep.csv", "differences.csv"}[i/2])))).Read()
		if err != nil {
			t.Fatal(err)
		}
		r := p.Resources[i]
		info, err := os.Stat(filepath.Join(dir, path))
		if err != nil {
			t.Fatal(err)
		}
		if r.Path != path || r.Bytes != info.Size() || r.Hash == "" {
			t.Errorf("%s is described as %+v", path, r)
		}
		if len(r.Schema.Fields) != len(header) {
			t.Errorf("%s: %d of %d columns are described", path, len(r.Schema.Fields), len(header))
		}
		for j, f := range r.Schema.Fields {
			if f.Name != header[j] || f.Description == "" || f.Type == "number" && f.Unit == "" {
				t.Errorf("%s: column %s is described as %+v", path, header[j], f)
			}
		}
	}
}

func TestASweepIsReplacedWholeOrNotAtAll(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "sweep")
	writeSweep(t, dir, statisticSweep(), formats...)
	before := foldertest.Read(t, filepath.Join(dir, "sweep.csv"))
	o := sweepResults(statisticSweep())
	interrupted := errors.New("interrupted")
	if err := results.WriteSweep(dir, o, formats, nil, func(emit func(rows, differences []result.SweepRow) error) error {
		return errors.Join(emit(statisticSweep().Rows, nil), interrupted)
	}); !errors.Is(err, interrupted) {
		t.Errorf("%v", err)
	}
	if foldertest.Read(t, filepath.Join(dir, "sweep.csv")) != before {
		t.Error("an interrupted sweep changed the folder")
	}
	writeSweep(t, dir, statisticSweep(), "parquet")
	if got, want := foldertest.Files(t, dir), []string{"datapackage.json", "sweep.parquet"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if entries, _ := os.ReadDir(parent); len(entries) != 1 {
		t.Errorf("something unfinished is left: %v", entries)
	}
	if err := os.WriteFile(filepath.Join(dir, "outcomes.csv"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	var occupied *folder.OccupiedError
	if err := results.WriteSweep(dir, o, formats, nil, inPieces(statisticSweep())); !errors.As(err, &occupied) {
		t.Errorf("%v, want an OccupiedError", err)
	}
}

func TestEditedSweepsAreKnown(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "sweep")
	writeSweep(t, dir, statisticSweep(), "csv")
	foldertest.Edit(t, dir, "sweep.csv", "0.25", "0.26")
	got, err := results.ReadSweep(dir, nil)
	if err != nil || !slices.Equal(got.Edited, []string{"sweep.csv"}) {
		t.Errorf("edited %v (%v)", got.Edited, err)
	}
}

// A table may come from elsewhere, without a description and with few columns.
func TestForeignSweeps(t *testing.T) {
	dir := t.TempDir()
	content := "\ufeffnote,structure,x.y,structure_npv_k\nours,a,1,5\nours,b,1,\n\ntheirs,a,2e0,INF\n"
	if err := os.WriteFile(filepath.Join(dir, "sweep.csv"), []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	read, err := results.ReadSweep(dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	s := read.Sweep
	if len(s.Varied) != 1 || s.Varied[0].Name != "x.y" || len(s.Rows) != 3 || s.EachDraw {
		t.Fatalf("%+v", s)
	}
	a, b, c := s.Rows[0], s.Rows[1], s.Rows[2]
	if a.Point != 1 || b.Point != 1 || c.Point != 2 || c.Settings[0] != 2 || !math.IsNaN(b.Values[0]) || !math.IsInf(c.Values[0], 1) || a.Statistic != result.CentralDraw {
		t.Errorf("%+v", s.Rows)
	}
}

func TestBadSweeps(t *testing.T) {
	for content, want := range map[string]string{
		"":                                  `sweep.csv:1: expected a header row`,
		"structure,structure_npv_k\n":       `sweep.csv: expected at least one row`,
		"point,structure_npv_k\n1,5\n":      `sweep.csv:1: column structure: expected a column of that name: it is missing`,
		"point,structure\n1,a\n":            `sweep.csv:1: expected a column for at least one outcome`,
		"structure,structure,net_benefit_k": `column structure: expected each column once`,
		"structure,net_benefit_k,draw,statistic\na,1,1,mean\n":      `column draw: expected either draw or statistic`,
		"point,structure,net_benefit_k\n1,a,5\n\n1.5,a,5\n":         `sweep.csv:4: column point: "1.5": expected a whole number of at least 1`,
		"x.y,structure,net_benefit_k\n1,a,5\n,a,5\n":                `sweep.csv:3: column x.y: empty: expected a plain number, as in 1234.5`,
		"x.y,structure,net_benefit_k\n1,a,5\nINF,a,5\n":             `sweep.csv:3: column x.y: "INF": expected a plain number, as in 1234.5`,
		"structure,net_benefit_k\na,lots\n":                         `sweep.csv:2: column net_benefit_k: "lots": expected a plain number, as in 1234.5, INF, -INF or nothing`,
		"structure,net_benefit_k\n,1\n":                             `sweep.csv:2: column structure: empty: expected the code of a structure`,
		"structure,net_benefit_k\na,1\nb\n":                         `sweep.csv:3: "b": expected 2 cells, as the header has; here are 1`,
		"structure,net_benefit_k\n\"a,1\n":                          `sweep.csv:2: expected a row of comma-separated cells`,
		"structure,net_benefit_k\n\xff,1\n":                         `sweep.csv:2: "ÿ": expected text in UTF-8`,
		"structure,net_benefit_k\n" + strings.Repeat("a,x\n", 1000): `sweep.csv:21: column net_benefit_k`,
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "sweep.csv"), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := results.ReadSweep(dir, nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.50q: %v, want %q", content, err, want)
		}
	}
	var none *sweeptable.NoSweepError
	if _, err := results.ReadSweep(t.TempDir(), nil); !errors.As(err, &none) {
		t.Errorf("an empty folder: %v", err)
	}
}

func TestDamagedParquet(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "sweep")
	writeSweep(t, dir, drawSweep(5000), "parquet")
	file := filepath.Join(dir, "sweep.parquet")
	whole := foldertest.Read(t, file)
	for name, content := range map[string]string{"empty": "", "no Parquet": "point,map\n", "cut": whole[:len(whole)/2], "footer only": whole[len(whole)-200:]} {
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := results.ReadSweep(dir, nil); err == nil || !strings.Contains(err.Error(), "sweep.parquet: expected a") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzSweep reads a fuzzed table of a sweep: whatever it is, reading ends in rows of one shape or in an error.
func FuzzSweep(f *testing.F) {
	dir := filepath.Join(f.TempDir(), "sweep")
	writeSweep(f, dir, statisticSweep(), formats...)
	for _, format := range formats {
		content, err := os.ReadFile(filepath.Join(dir, "sweep."+format))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(format == "csv", content)
	}
	f.Add(true, []byte("structure,net_benefit_k\n\"'=1\",INF\n"))
	f.Add(true, []byte("point,first,second,statistic,net_benefit_k\n1,a,b,mean,INF\n"))
	f.Fuzz(func(t *testing.T, isCSV bool, content []byte) {
		dir := t.TempDir()
		format := "parquet"
		if isCSV {
			format = "csv"
		}
		for _, table := range []string{"sweep.", "differences."} {
			if err := os.WriteFile(filepath.Join(dir, table+format), content, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if d, _, err := sweeptable.ReadDifferences(dir, nil); err == nil {
			for _, row := range d.Rows {
				if len(row.Settings) != len(d.Varied) || len(row.Values) != len(d.Outcomes) || row.Structure == "" || row.Second == "" {
					t.Fatalf("%+v in %+v", row, d)
				}
			}
		}
		s, err := results.ReadSweep(dir, func(*result.SweepRow) bool { return true })
		if err != nil {
			return
		}
		for _, row := range s.Sweep.Rows {
			if len(row.Settings) != len(s.Sweep.Varied) || len(row.Values) != len(s.Sweep.Outcomes) || row.Structure == "" || len(s.Sweep.Outcomes) == 0 {
				t.Fatalf("%+v in %+v", row, s.Sweep)
			}
		}
	})
}

// Of the compressions that other programs write, all but LZ4 are read; of that the error says so.
func TestCompressionsOfParquet(t *testing.T) {
	type row struct {
		Point     int64   `parquet:"point"`
		Map       string  `parquet:"map"`
		Cost      float64 `parquet:"staff.cost"`
		Structure string  `parquet:"structure"`
		Statistic string  `parquet:"statistic"`
		NPV       float64 `parquet:"structure_npv_k"`
	}
	rows := []row{{1, "one", 50, "merger", "mean", 3}, {1, "one", 50, "hub", "mean", 4}}
	for _, codec := range []compress.Codec{&parquet.Uncompressed, &parquet.Snappy, &parquet.Gzip, &parquet.Brotli, &parquet.Zstd, &parquet.Lz4Raw} {
		dir := t.TempDir()
		if err := parquet.WriteFile(filepath.Join(dir, "sweep.parquet"), rows, parquet.Compression(codec)); err != nil {
			t.Fatal(err)
		}
		f, err := results.ReadSweep(dir, nil)
		switch {
		case codec == &parquet.Lz4Raw:
			if err == nil || !strings.Contains(err.Error(), `sweep.parquet: "LZ4_RAW": expected another compression, such as ZSTD or SNAPPY: LZ4 cannot be read`) {
				t.Errorf("%s: %v", codec, err)
			}
		case err != nil || len(f.Sweep.Rows) != len(rows) || f.Sweep.Rows[1].Structure != "hub":
			t.Errorf("%s: %v", codec, err)
		}
	}
}

func TestProvenanceOfASweep(t *testing.T) {
	p, err := plans.Parse("plan.yaml", []byte("case: london-2010\nset: {staff.cost: 50}\nvary: {target.reduction: [0.1, 0.2]}\nformats: [parquet]\n"))
	if err != nil {
		t.Fatal(err)
	}
	c, err := data.OpenCase("london-2010")
	if err != nil {
		t.Fatal(err)
	}
	c.Warnings = []string{"odd"}
	s := results.SweepProvenanceOf(c, p)
	if s.Points != 2 || s.Plan.Hash != p.Hash() || !slices.Equal(s.Maps, []string{"six-2009"}) || len(s.Structures) != 9 || s.HorizonYears != 10 ||
		s.Draw["staff.cost"] != 50 || !slices.Equal(s.Set, []string{"staff.cost=50"}) || s.Draws != plan.DefaultDraws || len(s.Warnings) != 3 || s.Warnings[0] != "odd" || len(s.Focus) == 0 {
		t.Errorf("%+v", s)
	}
	if r := s.Plausible["target.reduction"]; len(s.Plausible) != 1 || !(r[0] < s.Draw["target.reduction"] && s.Draw["target.reduction"] <= r[1]) {
		t.Errorf("plausible %v", s.Plausible)
	}
}

// How fast a sweep's table is written and read, a row.
func BenchmarkSweep(b *testing.B) {
	s := drawSweep(100_000)
	for _, format := range formats {
		dir := filepath.Join(b.TempDir(), "sweep")
		b.Run("write "+format, func(b *testing.B) {
			for b.Loop() {
				writeSweep(b, dir, s, format)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(s.Rows)), "ns/row")
		})
		b.Run("read "+format, func(b *testing.B) {
			for b.Loop() {
				if _, err := results.ReadSweep(dir, nil); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(s.Rows)), "ns/row")
		})
	}
}

// A reader may ask for the rows of some structures; of others nothing is held.
func TestRowsThatAreNotWantedAreNotHeld(t *testing.T) {
	isB := func(row *result.SweepRow) bool { return row.Structure == "b" }
	dir := t.TempDir()
	text := "point,structure,draw,structure_npv_k,target.reduction\n"
	for _, row := range []string{"1,a,1,10,0.5", "1,b,1,20,0.5", "2,a,1,30,0.7", "2,b,1,40,0.7"} {
		text += row + "\n"
	}
	if err := os.WriteFile(filepath.Join(dir, "sweep.csv"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	got, err := results.ReadSweep(dir, isB)
	if err != nil {
		t.Fatal(err)
	}
	if rows := got.Sweep.Rows; len(rows) != 2 || rows[0].Values[0] != 20 || rows[1].Values[0] != 40 || rows[1].Settings[0] != 0.7 || rows[1].Point != 2 {
		t.Errorf("%+v", rows)
	}
}

// A table of more rows than are held is refused with the limit.
func TestTooManyRowsAreRefused(t *testing.T) {
	if !modeltest.Long() {
		t.Skip("two million rows take a while")
	}
	dir := t.TempDir()
	text := "point,structure,structure_npv_k\n" + strings.Repeat("1,a,1\n", sweeptable.MostRows+1)
	if err := os.WriteFile(filepath.Join(dir, "sweep.csv"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := results.ReadSweep(dir, nil); !errors.As(err, new(*sweeptable.RowsError)) || !strings.Contains(err.Error(), "more than 2000000 rows") {
		t.Error(err)
	}
	if got, err := results.ReadSweep(dir, func(row *result.SweepRow) bool { return row.Structure == "b" }); err != nil || len(got.Sweep.Rows) > 0 {
		t.Error(err)
	}
}

// A table whose line or whose quotes do not end is refused before it fills the memory, as is a cell beyond a spreadsheet's.
func TestSweepsWithEndlessRowsAreRefused(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "sweep.csv")
	const head = "point,structure,structure_npv_k\n1,a,2\n"
	for text, want := range map[string]string{
		"":                      "rows of at most 4 MB",
		head + "1,\"b":          "rows of at most 4 MB",
		head + "1,b," + "3\n1,": "rows of at most 4 MB",
		head + "1," + strings.Repeat("x", 32768) + ",3\n": "at most 32767 letters",
	} {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(text, ",3\n") {
			if err := os.Truncate(file, 1<<33); err != nil {
				t.Skip(err)
			}
		}
		start := time.Now()
		if _, err := results.Read(dir); err == nil || !strings.Contains(err.Error(), want) || len(err.Error()) > 1000 || time.Since(start) > 2*time.Second {
			t.Errorf("%.80q: %.300v after %v, want %s", text, err, time.Since(start), want)
		}
	}
}
