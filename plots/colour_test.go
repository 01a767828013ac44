package plots

import (
	"image/color"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"reconfig/model/modeltest"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// ofNoStructure are the colours, beside greys, of what belongs to no structure.
var ofNoStructure = []color.NRGBA{chart.Ink, chart.Charcoal, chart.DarkGrey, chart.MidGrey, chart.GridGrey, chart.Gold}

// A colour in a figure is that of a structure of the data, or one that no structure has: a reader who knows the colour of a
// structure from one figure never takes anything else for it in another.
func TestColoursAreOfStructures(t *testing.T) {
	data := map[string]figure.Data{"small": figuretest.Small(), "drawn": figuretest.Drawn(), "located": figuretest.Located(12, 4), "by ratio": figuretest.ByRatio(), "sensitivity": figuretest.FewAnalysed()}
	data["large"] = figuretest.LargeDrawn()
	outlooks := figuretest.Outlooks()
	for _, name := range modeltest.Some(slices.Sorted(maps.Keys(outlooks)), 2) {
		data[name] = outlooks[name]
	}
	checked := map[string]bool{}
	for name, d := range data {
		figures := figure.All()
		if _, found := outlooks[name]; found { // whose other tables are those of the drawn and the large data
			figures = figuretest.OutlookFigures()
		}
		d.Colours = slices.Concat([]string{"other", "cluster", "regional-office", "merger"}, d.Colours, d.Structures()) // so that the first four colours are of others
		codes := d.Structures()
		allowed := slices.Clone(ofNoStructure)
		for _, code := range codes {
			allowed = append(allowed, d.Showing(codes...).Look(code).Color)
		}
		for _, f := range figures {
			if len(f.Missing(d)) > 0 {
				continue
			}
			file, err := f.Render(d, "svg")
			if err != nil {
				continue // nothing to draw, which other tests are about
			}
			checked[f.Name] = true
			for _, c := range coloursOf(string(file)) {
				if !slices.ContainsFunc(allowed, func(a color.NRGBA) bool { return isTint(c, a) }) {
					t.Errorf("%s of %s: #%02X%02X%02X is of no structure there", f.Name, name, c.R, c.G, c.B)
				}
			}
		}
	}
	for _, f := range figure.All() {
		if !checked[f.Name] {
			t.Errorf("%s was not drawn", f.Name)
		}
	}
}

var hexColour = regexp.MustCompile(`#[0-9A-Fa-f]{6}\b`)

// coloursOf are the colours of an SVG, each once.
func coloursOf(svg string) []color.NRGBA {
	var all []color.NRGBA
	for _, text := range hexColour.FindAllString(svg, -1) {
		v, _ := strconv.ParseUint(strings.TrimPrefix(text, "#"), 16, 32)
		if c := (color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}); !slices.Contains(all, c) {
			all = append(all, c)
		}
	}
	return all
}

// isTint says whether a colour is another one mixed with white.
func isTint(c, of color.NRGBA) bool {
	share := float64(255-min(c.R, c.G, c.B)) / float64(255-min(of.R, of.G, of.B))
	mixed := chart.Tint(of, min(1, share))
	near := func(a, b uint8) bool { return math.Abs(float64(a)-float64(b)) <= 2 }
	return share <= 1.02 && near(c.R, mixed.R) && near(c.G, mixed.G) && near(c.B, mixed.B)
}
