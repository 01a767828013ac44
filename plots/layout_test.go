package plots

import (
	"html"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/plots/chart"
)

// written is a line of text as it lies in an SVG file, measured from the top left.
type written struct {
	text                     string
	left, right, top, bottom float64
}

var (
	textPattern = regexp.MustCompile(`(?s)<text x="([^"]+)" y="([^"]+)"[^>]*?font-weight:(\w+);[^>]*?font-size:([\d.]+)px[^>]*>([^<]*)</text>`)
	sizePattern = regexp.MustCompile(`viewBox="0 0 ([\d.]+) ([\d.]+)"`)
)

// textsOf measures every text of an SVG file: a capital's height up, a little down.
func textsOf(t *testing.T, svg []byte) (texts []written, width, height float64) {
	t.Helper()
	number := func(s []byte) float64 {
		v, err := strconv.ParseFloat(string(s), 64)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	size := sizePattern.FindSubmatch(svg)
	width, height = number(size[1]), number(size[2])
	for _, m := range textPattern.FindAllSubmatch(svg, -1) {
		x, y, em := number(m[1]), number(m[2])+height, number(m[4])
		text := html.UnescapeString(string(m[5]))
		font := chart.Font{Size: vg.Length(em), Bold: string(m[3]) == "bold"}
		texts = append(texts, written{text, x, x + font.Width(text).Points(), y - 0.7*em, y + 0.05*em})
	}
	if want := strings.Count(string(svg), "<text "); len(texts) != want {
		t.Fatalf("read %d of %d texts", len(texts), want)
	}
	return texts, width, height
}

// legible are the cases that every figure must be legible in: plain ones and the worst, with and without draws.
func legible() map[string]Data {
	negative := small()
	parts(-4, 52, 2)(&negative)
	negativeDrawn := drawn()
	parts(-4, 52, 2)(&negativeDrawn)
	cases := map[string]Data{
		"small": small(), "large": large(), "one": only(small(), "hub"), "negative": negative,
		"drawn": drawn(), "large drawn": largeDrawn(), "one drawn": only(drawn(), "hub"), "two drawn": only(drawn(), "hub", "merge"), "negative drawn": negativeDrawn,
	}
	for _, o := range []result.Outcome{result.StructurePayback, result.StructureCapacityEnd, result.SteadySavingPct, result.BaselineCost} {
		d := drawn()
		d.SweepOutcome = o.String()
		if o == result.StructurePayback {
			neverPaid(&d)
		}
		cases[o.String()] = d
	}
	cases["many switching values"] = manySwitchers()
	grid := drawn()
	grid.Sweep = smallSweep(false)
	cases["sweep of central draws"] = grid
	line := drawn()
	line.Sweep = sweepOf(threeStructures, [][]float64{{0.25, 0.5, 1}}, true, func(structure int, at []float64) float64 { return at[0] * float64(structure) })
	cases["sweep of one"] = line
	for name, values := range map[string][]float64{
		"uneven": {0.25, 1.43, 3}, "crowded": {1, 1.001, 1.002, 1.5, 99.5, 100}, "by ratio": spaced(0.01, 10, 10, true), "fine": spaced(0.05, 2, 40, false),
	} {
		d := drawn()
		d.Sweep = sweepOf(threeStructures, [][]float64{values, values}, true, func(structure int, at []float64) float64 {
			return []float64{1, at[0], at[1]}[structure]
		})
		cases["sweep of "+name+" values"] = d
		cases["sweep of one structure over "+name+" values"] = only(d, "hub")
	}
	for name, d := range sensitivities() {
		cases[name] = d
	}
	return cases
}

// No text is cut off or lies on another.
func TestTextsAreLegible(t *testing.T) {
	cases := legible()
	for _, name := range modeltest.Some(slices.Sorted(maps.Keys(cases)), 4) {
		checkLegible(t, name, cases[name], Figures())
	}
}

// checkLegible checks the figures that the data are enough for.
func checkLegible(t *testing.T, name string, d Data, figures []Figure) {
	t.Helper()
	for _, f := range figures {
		if len(f.Missing(d)) > 0 {
			continue
		}
		svg, err := f.Render(d, "svg")
		if hasNothingToDraw(err) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		texts, width, height := textsOf(t, svg)
		for i, a := range texts {
			if a.left < 0 || a.right > width || a.top < 0 || a.bottom > height {
				t.Errorf("%s, %s: %q is cut off", name, f.Name, a.text)
			}
			for _, b := range texts[:i] {
				if a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom {
					t.Errorf("%s, %s: %q lies on %q", name, f.Name, a.text, b.text)
				}
			}
		}
	}
}
