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
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

func TestFiguresAreNamed(t *testing.T) {
	var names []string
	for _, f := range figure.All() {
		names = append(names, f.Name)
		if f.Summary == "" || len(f.Needs) == 0 {
			t.Errorf("%s has no summary or no tables", f.Name)
		}
	}
	want := []string{"required-cost", "capacity", "capacity-alone", "reduction", "saving-against-capacity", "commissioners", "by-size", "sector-map", "outcome-map", "one-off-cost", "debt-fund",
		"distribution", "difference", "convergence", "best-map", "sweep-lines",
		"tornado", "morris", "sobol", "shapley", "pawn", "regret", "ranks", "requirements", "switching", "switching-map",
		"acceptability", "expected-loss", "information", "second-step", "scenario", "peeling", "functions-by-value", "functions-front", "near-maps", "map-pairs", "map-numbers"}
	if !slices.Equal(names, want) {
		t.Errorf("figures %q, want %q", names, want)
	}
}

func TestMissing(t *testing.T) {
	var none figure.Data
	for _, f := range figure.All() {
		if got := f.Missing(none); !slices.Equal(got, f.Needs) {
			t.Errorf("%s: missing %q, want all its needs %q", f.Name, got, f.Needs)
		}
		if got := f.Missing(figuretest.Drawn()); len(got) > 0 {
			t.Errorf("%s: missing %q of complete data", f.Name, got)
		}
	}
	var swept, central []string
	for _, f := range figure.All() {
		if len(f.Missing(figure.Data{Tables: result.Tables{Sweep: figuretest.SmallSweep(true)}})) == 0 {
			swept = append(swept, f.Name)
		}
		if len(f.Missing(figuretest.Small())) > 0 && !figuretest.Analyses(f) {
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
	d := figuretest.Drawn()
	d.Outcomes = slices.DeleteFunc(d.Outcomes, func(r result.OutcomeRow) bool { return r.Statistic == result.CentralDraw })
	d.Trajectories = slices.DeleteFunc(d.Trajectories, func(r result.TrajectoryRow) bool { return r.Statistic == result.CentralDraw })
	for _, f := range figure.All() {
		got, err := f.Render(d, "svg")
		if err != nil {
			t.Fatal(err)
		}
		if want, _ := f.Render(figuretest.Drawn(), "svg"); !bytes.Equal(got, want) {
			t.Errorf("%s depends on the central draw where there are means", f.Name)
		}
	}
}

// painted are figures that have between them all that a picture of dots is made of: bands, hatching, marks, cells and
// names of points. Painting takes longest.
var painted = []string{"capacity", "distribution", "best-map", "tornado", "scenario"}

// The same data give the same bytes, also while other figures are being drawn.
func TestRenderIsDeterministic(t *testing.T) {
	d := figuretest.Drawn()
	for _, f := range figure.All() {
		for _, format := range Formats() {
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
	d := figuretest.Drawn()
	d.Names = map[string]string{"stay": "As now"}
	for _, f := range figure.All() {
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
	for _, format := range Formats() {
		file, err := figuretest.Named("one-off-cost").Render(figuretest.Small(), format)
		if err != nil || !bytes.HasPrefix(file, []byte(begins[format])) {
			t.Errorf("%s: error %v, begins with %q", format, err, file[:min(len(file), 8)])
		}
	}
}

func TestRenderErrors(t *testing.T) {
	broken := figure.Figure{Name: "broken", Page: func(figure.Data) chart.Page { panic("no font") }}
	drawn := figuretest.Small()
	empty := figuretest.Small()
	figuretest.Quarters(func(r *result.TrajectoryRow) { r.RequiredCostK = math.NaN() })(&empty)
	for _, c := range []struct {
		figure figure.Figure
		data   figure.Data
		format string
		want   string
	}{
		{broken, drawn, "svg", "figure broken: no font"},
		{figuretest.Named("required-cost"), drawn, "eps", `figure required-cost: "eps" is not a format of figures ([png svg pdf])`},
		{figuretest.Named("required-cost"), figure.Data{}, "svg", "figure required-cost needs rows in trajectories"},
		{figuretest.Named("required-cost"), empty, "svg", "figure required-cost needs values of required cost"},
	} {
		if _, err := c.figure.Render(c.data, c.format); err == nil || err.Error() != c.want {
			t.Errorf("error %v, want %s", err, c.want)
		}
	}
}

// No value and no lack of one may do more than leave something out.
func TestRenderBearsAnyValue(t *testing.T) {
	for _, value := range modeltest.Some([]float64{math.NaN(), math.Inf(1), math.Inf(-1), 0, -1e6, 1e15, 1e-300}, 3) {
		spoilt := []figure.Data{figuretest.Spoilt(figuretest.Small(), value, 1), figuretest.Spoilt(figuretest.Small(), value, 3), figuretest.Spoilt(figuretest.Drawn(), value, 1), figuretest.Spoilt(figuretest.Drawn(), value, 3)}
		for _, f := range figure.All() {
			for _, d := range spoilt {
				title, text := f.Title(d), f.AltText(d)
				if title == "" || text == "" || strings.Contains(title+text, "NaN") || strings.Contains(title+text, "Inf") {
					t.Errorf("%s with %v: title %q, text %q", f.Name, value, title, text)
				}
				if _, err := f.Render(d, "svg"); len(f.Missing(d)) == 0 && err != nil && !figuretest.HasNothingToDraw(err) {
					t.Errorf("%v: %v", value, err)
				}
			}
		}
	}
	for _, f := range figure.All() {
		if f.Title(figure.Data{}) == "" || f.AltText(figure.Data{}) == "" {
			t.Errorf("%s has nothing to say of empty data", f.Name)
		}
	}
}

func TestRenderBearsAnyText(t *testing.T) {
	d := figuretest.Drawn()
	nasty := "A&B <\"it's\">\n\x00\xff\tłódź £−€ 漢"
	d.Context = figure.Context{Case: nasty, Map: nasty, BodySingular: nasty, BodyPlural: nasty, PriceYear: nasty, Source: nasty, Note: nasty,
		Names: map[string]string{"stay": nasty, "hub": strings.Repeat("unbroken", 30)}}
	for _, f := range figure.All() {
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
	for _, f := range figure.All() {
		file, err := f.Render(figuretest.Drawn(), "svg")
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
var withoutStructures = []string{"sector-map", "outcome-map", "debt-fund", "ranks", "requirements", "information", "scenario", "peeling", "functions-by-value", "functions-front", "near-maps", "map-pairs", "map-numbers"}

// A structure has one colour, whatever the figure and whatever else is in the data.
func TestColourOfStructureIsTheSame(t *testing.T) {
	whole, many := figuretest.Small(), figuretest.Drawn()
	whole.Focus = []string{"absent", "merge", "hub"}
	many.Focus = whole.Focus
	tint := chart.Tint(chart.Turquoise, figure.LightShare)
	colour := regexp.MustCompile(fmt.Sprintf("#28A197|#%02X%02X%02X", tint.R, tint.G, tint.B)) // the second of the palette, as merge is the second in focus
	for i, d := range []figure.Data{whole, figuretest.Only(whole, "merge"), many, figuretest.Only(many, "merge")} {
		for _, f := range figure.All() {
			if slices.Contains(withoutStructures, f.Name) || figuretest.AsksOne(f) || len(f.Missing(d)) > 0 || slices.Contains([]string{"best-map", "switching"}, f.Name) && i == 3 || f.Name == "sweep-lines" && i == 2 { // they compare
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
