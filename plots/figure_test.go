package plots

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/plots/chart"
)

func TestFiguresAreNamed(t *testing.T) {
	var names []string
	for _, f := range Figures() {
		names = append(names, f.Name)
		if f.Summary == "" || len(f.Tables) == 0 {
			t.Errorf("%s has no summary or no tables", f.Name)
		}
	}
	want := []string{"required-cost", "capacity", "reduction", "saving-against-capacity", "commissioners", "by-size", "sector-map", "outcome-map", "one-off-cost", "debt-fund",
		"distribution", "difference", "convergence", "best-map", "sweep-lines",
		"tornado", "morris", "sobol", "shapley", "pawn", "regret", "ranks", "requirements", "switching", "switching-map",
		"acceptability", "expected-loss", "information", "second-step", "scenario", "peeling"}
	if !slices.Equal(names, want) {
		t.Errorf("figures %q, want %q", names, want)
	}
}

func TestMissing(t *testing.T) {
	var none Data
	for _, f := range Figures() {
		if got := f.Missing(none); !slices.Equal(got, f.Tables) {
			t.Errorf("%s: missing %q, want all its tables %q", f.Name, got, f.Tables)
		}
		if got := f.Missing(drawn()); len(got) > 0 {
			t.Errorf("%s: missing %q of complete data", f.Name, got)
		}
	}
	var swept, central []string
	for _, f := range Figures() {
		if len(f.Missing(Data{Sweep: smallSweep(true)})) == 0 {
			swept = append(swept, f.Name)
		}
		if len(f.Missing(small())) > 0 && !analyses(f) {
			central = append(central, f.Name)
		}
	}
	if want := []string{"best-map", "sweep-lines"}; !slices.Equal(swept, want) {
		t.Errorf("figures of a sweep alone %q, want %q", swept, want)
	}
	if want := []string{"distribution", "difference", "convergence", "best-map", "sweep-lines"}; !slices.Equal(central, want) {
		t.Errorf("figures that need draws or a sweep %q, want %q", central, want)
	}
}

// Tables of draws alone, without a central draw, will do.
func TestCentralDrawIsNotNeeded(t *testing.T) {
	d := drawn()
	d.Outcomes = slices.DeleteFunc(d.Outcomes, func(r result.OutcomeRow) bool { return r.Statistic == result.CentralDraw })
	d.Trajectories = slices.DeleteFunc(d.Trajectories, func(r result.TrajectoryRow) bool { return r.Statistic == result.CentralDraw })
	for _, f := range Figures() {
		got, err := f.Render(d, "svg")
		if err != nil {
			t.Fatal(err)
		}
		if want, _ := f.Render(drawn(), "svg"); !bytes.Equal(got, want) {
			t.Errorf("%s depends on the central draw where there are means", f.Name)
		}
	}
}

// painted are figures that have between them all that a picture of dots is made of: bands, hatching, marks, cells and
// placed names. Painting takes longest.
var painted = []string{"capacity", "distribution", "best-map", "tornado", "scenario"}

// The same data give the same bytes, also while other figures are being drawn.
func TestRenderIsDeterministic(t *testing.T) {
	d := drawn()
	for _, f := range Figures() {
		for _, format := range Formats {
			if format == "pdf" && !modeltest.Long() && !slices.Contains(painted, f.Name) {
				continue
			}
			if format == "png" && !slices.Contains(modeltest.Some(painted, 2), f.Name) {
				continue
			}
			t.Run(f.Name+"."+format, func(t *testing.T) {
				t.Parallel()
				want, err := f.Render(d, format)
				if err != nil {
					t.Fatal(err)
				}
				if got, err := f.Render(d, format); err != nil || !bytes.Equal(got, want) {
					t.Errorf("second rendering differs (error %v)", err)
				}
			})
		}
	}
}

func TestRenderLeavesDataAlone(t *testing.T) {
	d := drawn()
	d.Names = map[string]string{"stay": "As now"}
	for _, f := range Figures() {
		if _, err := f.Render(d, "svg"); err != nil {
			t.Error(err)
		}
	}
	if len(d.Names) != 1 || d.Focus != nil || d.Currency != "" {
		t.Errorf("the caller's context was changed: %+v", d.Context)
	}
}

func TestFormatsHaveTheirSignatures(t *testing.T) {
	begins := map[string]string{"png": "\x89PNG", "svg": "<?xml", "pdf": "%PDF"}
	for _, format := range Formats {
		file, err := oneOffCost().Render(small(), format)
		if err != nil || !bytes.HasPrefix(file, []byte(begins[format])) {
			t.Errorf("%s: error %v, begins with %q", format, err, file[:min(len(file), 8)])
		}
	}
}

func TestRenderErrors(t *testing.T) {
	figure := Figure{Name: "broken", page: func(Data) chart.Page { panic("no font") }}
	drawn := small()
	empty := small()
	quarters(func(r *result.TrajectoryRow) { r.RequiredCostK = math.NaN() })(&empty)
	for _, c := range []struct {
		figure Figure
		data   Data
		format string
		want   string
	}{
		{figure, drawn, "svg", "figure broken: no font"},
		{requiredCost(), drawn, "eps", `figure required-cost: "eps" is not a format of figures ([png svg pdf])`},
		{requiredCost(), Data{}, "svg", "figure required-cost needs rows in trajectories"},
		{requiredCost(), empty, "svg", "figure required-cost needs values of required cost"},
	} {
		if _, err := c.figure.Render(c.data, c.format); err == nil || err.Error() != c.want {
			t.Errorf("error %v, want %s", err, c.want)
		}
	}
}

// hasNothingToDraw says whether the error is for lack of data, not a fault.
func hasNothingToDraw(err error) bool {
	var nothing *NothingToDrawError
	return errors.As(err, &nothing)
}

// No value and no lack of one may do more than leave something out.
func TestRenderBearsAnyValue(t *testing.T) {
	for _, value := range modeltest.Some([]float64{math.NaN(), math.Inf(1), math.Inf(-1), 0, -1e6, 1e15, 1e-300}, 3) {
		for _, f := range Figures() {
			for _, d := range []Data{spoilt(small(), value, 1), spoilt(small(), value, 3), spoilt(drawn(), value, 1), spoilt(drawn(), value, 3)} {
				title, text := f.Title(d), f.AltText(d)
				if title == "" || text == "" || strings.Contains(title+text, "NaN") || strings.Contains(title+text, "Inf") {
					t.Errorf("%s with %v: title %q, text %q", f.Name, value, title, text)
				}
				if _, err := f.Render(d, "svg"); len(f.Missing(d)) == 0 && err != nil && !hasNothingToDraw(err) {
					t.Errorf("%v: %v", value, err)
				}
			}
		}
	}
	for _, f := range Figures() {
		if f.Title(Data{}) == "" || f.AltText(Data{}) == "" {
			t.Errorf("%s has nothing to say of empty data", f.Name)
		}
	}
}

// spoilt is the case with every n-th number replaced.
func spoilt(d Data, value float64, n int) Data {
	count := 0
	spoil := func(v *float64) {
		if count++; count%n == 0 {
			*v = value
		}
	}
	for i := range d.Outcomes {
		for o := range d.Outcomes[i].Values {
			spoil(&d.Outcomes[i].Values[o])
		}
	}
	for i := range d.Trajectories {
		r := &d.Trajectories[i]
		for _, v := range []*float64{&r.TimeYears, &r.RequiredCostK, &r.CeilingK, &r.Capacity, &r.StructureCapacity} {
			spoil(v)
		}
	}
	for i := range d.Commissioners {
		r := &d.Commissioners[i]
		for _, v := range []*float64{&r.BaselineCostK, &r.CostAtTargetK, &r.TargetCostK, &r.CapacityAtTarget, (*float64)(&r.CapacityAgainstStatusQuo), (*float64)(&r.Latitude), (*float64)(&r.Longitude), &r.Population, &r.ReductionAskedPct} {
			spoil(v)
		}
	}
	for i := range d.Sizes {
		r := &d.Sizes[i]
		for _, v := range []*float64{&r.PopulationFrom, &r.PopulationTo, &r.ReductionAskedPct, (*float64)(&r.CapacityAgainstStatusQuo), (*float64)(&r.CommissionersGaining), (*float64)(&r.CommissionersLosing)} {
			spoil(v)
		}
	}
	for i := range d.Fund {
		r := &d.Fund[i]
		for _, v := range []*float64{&r.PaidK, &r.WaitingK, &r.ClosingK} {
			spoil(v)
		}
	}
	for i := range d.Differences {
		r := &d.Differences[i]
		for _, v := range []*result.Number{&r.Mean, &r.P05, &r.P25, &r.P50, &r.P75, &r.P95, &r.ProbabilityFirstBetter} {
			spoil((*float64)(v))
		}
	}
	for i := range d.Convergence {
		r := &d.Convergence[i]
		for _, v := range []*result.Number{&r.Mean, &r.MCError, &r.P05, &r.P05Error, &r.P95, &r.P95Error} {
			spoil((*float64)(v))
		}
	}
	spoilSensitivity(&d.Analysis, spoil)
	spoilDecision(&d.Analysis, spoil)
	spoilOutlook(&d, spoil)
	if d.Sweep != nil {
		for i := range d.Sweep.Rows {
			for k := range d.Sweep.Rows[i].Values {
				spoil(&d.Sweep.Rows[i].Values[k])
			}
		}
	}
	return d
}

func TestRenderBearsAnyText(t *testing.T) {
	d := drawn()
	nasty := "A&B <\"it's\">\n\x00\xff\tłódź £−€ 漢"
	d.Context = Context{Case: nasty, Map: nasty, BodySingular: nasty, BodyPlural: nasty, PriceYear: nasty, Source: nasty, Note: nasty,
		Names: map[string]string{"stay": nasty, "hub": strings.Repeat("unbroken", 30)}}
	for _, f := range Figures() {
		for _, format := range []string{"svg", "pdf"} {
			if format == "pdf" && !modeltest.Long() && !slices.Contains(painted, f.Name) {
				continue
			}
			file, err := f.Render(d, format)
			if err != nil {
				t.Error(err)
			} else if format == "svg" {
				checkXML(t, f.Name, file)
			}
		}
	}
}

// checkXML reads the file to its end as XML.
func checkXML(t *testing.T, name string, file []byte) {
	t.Helper()
	decoder := xml.NewDecoder(bytes.NewReader(file))
	for {
		if _, err := decoder.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Errorf("%s is no XML: %v", name, err)
			return
		}
	}
}

func TestSVGSaysWhatItShows(t *testing.T) {
	for _, f := range Figures() {
		file, err := f.Render(drawn(), "svg")
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{`role="img"`, `aria-labelledby="` + f.Name + `-title"`, "<desc id=\"" + f.Name + `-desc">`, "'Liberation Sans',Arial,Helvetica,sans-serif"} {
			if !strings.Contains(string(file), want) {
				t.Errorf("%s lacks %s", f.Name, want)
			}
		}
	}
}

// withoutStructures are figures of no structure, or without colours of structures.
var withoutStructures = []string{"sector-map", "outcome-map", "debt-fund", "ranks", "requirements", "information", "scenario", "peeling"}

// A structure has one colour, whatever the figure and whatever else is in the data.
func TestColourOfStructureIsTheSame(t *testing.T) {
	whole, many := small(), drawn()
	whole.Focus = []string{"absent", "merge", "hub"}
	many.Focus = whole.Focus
	tint := chart.Tint(chart.Turquoise, lightShare)
	colour := regexp.MustCompile(fmt.Sprintf("#28A197|#%02X%02X%02X", tint.R, tint.G, tint.B)) // the second of the palette, as merge is the second in focus
	for i, d := range []Data{whole, only(whole, "merge"), many, only(many, "merge")} {
		for _, f := range Figures() {
			if slices.Contains(withoutStructures, f.Name) || asksOne(f) || len(f.Missing(d)) > 0 || slices.Contains([]string{"best-map", "switching"}, f.Name) && i == 3 { // they compare
				continue
			}
			file, err := f.Render(d, "svg")
			if err != nil {
				t.Fatal(err)
			}
			if !colour.Match(file) {
				t.Errorf("%s does not draw merge in its colour", f.Name)
			}
		}
	}
}
