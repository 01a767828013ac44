package figuretest

import (
	"html"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
)

// Written is a line of text as it lies in an SVG file, measured from the top left.
type Written struct {
	Text                     string
	left, right, top, bottom float64
}

var (
	textPattern = regexp.MustCompile(`(?s)<text x="([^"]+)" y="([^"]+)"[^>]*?font-weight:(\w+);[^>]*?font-size:([\d.]+)px[^>]*>([^<]*)</text>`)
	sizePattern = regexp.MustCompile(`viewBox="0 0 ([\d.]+) ([\d.]+)"`)
)

// TextsOf measures every text of an SVG file: a capital's height up, a little down.
func TextsOf(t *testing.T, svg []byte) (texts []Written, width, height float64) {
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
		texts = append(texts, Written{text, x, x + font.Width(text).Points(), y - 0.7*em, y + 0.05*em})
	}
	if want := strings.Count(string(svg), "<text "); len(texts) != want {
		t.Fatalf("read %d of %d texts", len(texts), want)
	}
	return texts, width, height
}

// CheckLegible checks the figures that the data are enough for.
func CheckLegible(t *testing.T, name string, d figure.Data, figures []figure.Figure) {
	t.Helper()
	for _, f := range figures {
		if len(f.Missing(d)) > 0 {
			continue
		}
		svg, err := f.Render(d, "svg")
		if HasNothingToDraw(err) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		texts, width, height := TextsOf(t, svg)
		for i, a := range texts {
			if a.left < 0 || a.right > width || a.top < 0 || a.bottom > height {
				t.Errorf("%s, %s: %q is cut off", name, f.Name, a.Text)
			}
			for _, b := range texts[:i] {
				if a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom {
					t.Errorf("%s, %s: %q lies on %q", name, f.Name, a.Text, b.Text)
				}
			}
		}
	}
}
