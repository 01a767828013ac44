package plots

import (
	"strings"
	"testing"

	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// A figure that shows the mean says so, and where the interval is drawn it says what it is.
func TestFiguresSayWhatTheyShow(t *testing.T) {
	for _, f := range []figure.Figure{figuretest.Named("required-cost"), figuretest.Named("commissioners"), figuretest.Named("capacity"), figuretest.Named("reduction"), figuretest.Named("saving-against-capacity"), figuretest.Named("one-off-cost")} {
		page, central := f.Page(figuretest.Drawn().Complete()), f.Page(figuretest.Small().Complete())
		if !strings.Contains(page.Subtitle, "mean of 10,000 draws") {
			t.Errorf("%s: subtitle %q", f.Name, page.Subtitle)
		}
		if strings.Contains(central.Subtitle+strings.Join(central.Footer, ""), "draws") {
			t.Errorf("%s speaks of draws where there is one: %q", f.Name, central.Subtitle)
		}
		svg, err := f.Render(figuretest.Drawn(), "svg")
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(strings.ToLower(string(svg[strings.Index(string(svg), "</desc>"):])), figure.Percentiles) {
			t.Errorf("%s does not say what its intervals are", f.Name)
		}
	}
	if page := figuretest.Named("by-size").Page(figuretest.Drawn().Complete()); !strings.Contains(page.Footer[1], "central draw") {
		t.Errorf("by-size: %q", page.Footer)
	}
}
