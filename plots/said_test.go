package plots

import (
	"regexp"
	"strings"
	"testing"

	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// A figure without title and notes still says what its axis shows, and what a sign means.
func TestBareFiguresSayHowToReadTheirAxes(t *testing.T) {
	for _, c := range []struct {
		figure string
		data   figure.Data
		says   []string
	}{
		{"difference", figuretest.Drawn(), []string{"First less second in the same draw: net benefit", "Right of zero, the first of the two is better"}},
		{"tornado", figuretest.FewAnalysed(), []string{"Net benefit of “Full merger” less that of “De facto merger”", "Right of 0, “Full merger” is better than “De facto merger”"}},
		{"sobol", figuretest.FewAnalysed(), []string{"Share of the variance of net benefit"}},
		{"acceptability", figuretest.Drawn(), []string{"Probability of having the highest net benefit"}},
		{"expected-loss", figuretest.Drawn(), []string{"Expected loss: what choosing a structure loses"}},
		{"regret", figuretest.Drawn(), []string{"Expected regret: what is lost on average"}},
		{"best-map", figuretest.Drawn(), []string{"“Hub” against “Merge”"}},
		{"commissioners", figuretest.Drawn(), []string{"Cost of each PCT above its target"}},
	} {
		c.data.Bare = true
		svg, err := figuretest.Named(c.figure).Render(c.data, "svg")
		if err != nil {
			t.Fatal(err)
		}
		_, drawn, _ := strings.Cut(string(svg), "</desc>")
		drawn = strings.Join(strings.Fields(tags.ReplaceAllString(strings.ReplaceAll(drawn, "\u00A0", " "), " ")), " ")
		for _, want := range c.says {
			if !strings.Contains(drawn, want) {
				t.Errorf("%s does not say %q in %q", c.figure, want, drawn)
			}
		}
	}
}

var tags = regexp.MustCompile("<[^>]*>")

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
