package plots

import (
	"strings"
	"testing"
)

// A figure that shows the mean says so, and where the interval is drawn it says what it is.
func TestFiguresSayWhatTheyShow(t *testing.T) {
	for _, f := range []Figure{named("required-cost"), named("capacity"), named("reduction"), named("saving-against-capacity"), named("one-off-cost")} {
		page, central := f.Page(drawn().complete()), f.Page(small().complete())
		if !strings.Contains(page.Subtitle, "mean of 10,000 draws") {
			t.Errorf("%s: subtitle %q", f.Name, page.Subtitle)
		}
		if strings.Contains(central.Subtitle+strings.Join(central.Footer, ""), "draws") {
			t.Errorf("%s speaks of draws where there is one: %q", f.Name, central.Subtitle)
		}
		svg, err := f.Render(drawn(), "svg")
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(strings.ToLower(string(svg[strings.Index(string(svg), "</desc>"):])), percentiles) {
			t.Errorf("%s does not say what its intervals are", f.Name)
		}
	}
	if page := named("commissioners").Page(drawn().complete()); !strings.Contains(page.Footer[1], "central draw") {
		t.Errorf("commissioners: %q", page.Footer)
	}
}
