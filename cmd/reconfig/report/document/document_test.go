package document

import (
	"encoding/xml"
	"strings"
	"testing"

	"reconfig/model"
	"reconfig/model/result"
	"reconfig/plots"
)

// A drawing has the same styles in attributes as it had in style attributes, and its texts stay as they are.
func TestStylesOfADrawingBecomeAttributes(t *testing.T) {
	got := (inline([]byte(`<?xml version="1.0"?>` + "\n" + `<svg role="img"><text x="1"` + "\n\t" + `style="font-family:'A B',C;font-weight:bold;font-style:normal;font-size:12px">a style=&#34;fill:red&#34; b</text></svg>` + "\n")))
	want := `<svg role="img"><text x="1" font-family="'A B',C" font-weight="bold" font-size="12px">a style=&#34;fill:red&#34; b</text></svg>`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// Every figure that a report may show is one that there is, and has no style attribute left.
func TestFiguresOfReports(t *testing.T) {
	var d plots.Data
	for _, name := range []string{"A <b>", `"B" & 'C'`} {
		row := result.OutcomeRow{Structure: name, Name: name, Statistic: result.CentralDraw}
		row.Values[result.ReductionFromStructure], row.Values[result.Reduction] = 2, 5
		d.Outcomes = append(d.Outcomes, row)
	}
	b := builder{Input: Input{Drawn: d}}
	s := b.withFigures(Section{}, "regret", "reduction", "saving-against-capacity", "capacity", "acceptability", "by-size", "sector-map")
	if len(b.faults) > 0 || len(s.Blocks) == 0 {
		t.Fatalf("%d figures, faults %v", len(s.Blocks), b.faults)
	}
	for _, block := range s.Blocks {
		svg := block.Figure.SVG
		if strings.Contains(svg, " style=") || strings.Contains(svg, "<b>") {
			t.Errorf("%s has a style attribute, or a name that is no text", block.Figure.Name)
		}
		if err := xml.Unmarshal([]byte(svg), new(struct{})); err != nil {
			t.Errorf("%s: %v", block.Figure.Name, err)
		}
	}
	if b.figure("none"); len(b.faults) != 1 {
		t.Error("a figure that there is not is no fault")
	}
}

// Only pages of the web become links.
func TestAddressesThatBecomeLinks(t *testing.T) {
	for text, want := range map[string]bool{
		"https://www.bmj.com/a?b=c": true, "HTTP://example.org": true, "javascript:alert(1)": false, "data:text/html,x": false, "Volume 115, page 8": false, "https:": false, "//example.org": false, "": false, "ftp://example.org": false,
	} {
		if isAddress(text) != want {
			t.Errorf("isAddress(%q) is %v", text, !want)
		}
	}
}

// A table that is too large is cut to what its figure shows.
func TestPartsOfLargeTables(t *testing.T) {
	b := &builder{Input: Input{Drawn: plots.Data{Context: plots.Context{Focus: []string{"a"}}}}}
	records := [][]string{
		{"structure", "statistic", "quarter", "time_years", "financial_year", "cost_k", "capacity", "structure_capacity"},
		{"a", result.Mean, "1", "0.125", "2010/11", "5", "0.9", "1"}, {"a", "p25", "1", "0.125", "2010/11", "5", "0.9", "1"}, {"b", result.Mean, "1", "0.125", "2010/11", "5", "0.9", "1"},
	}
	got := parts["trajectories"].of(b, records)
	if len(got) != 2 || strings.Join(got[1], " ") != "a mean 1 0.125 2010/11 0.9 1" {
		t.Errorf("got %v", got)
	}
}

// Figures that have too many structures to show are told of once, and letters that the font lacks are.
func TestFiguresThatAreNotAsTheyShouldBe(t *testing.T) {
	var d plots.Data
	for i := range plots.MostStructures + 1 {
		row := result.OutcomeRow{Structure: strings.Repeat("s", i+1), Name: strings.Repeat("n", i) + "院", Statistic: result.CentralDraw}
		row.Values[result.ReductionFromStructure], row.Values[result.Reduction] = 2, 5
		d.Outcomes = append(d.Outcomes, row)
	}
	b := builder{Input: Input{Drawn: d}}
	if s := b.withFigures(Section{}, "reduction", "saving-against-capacity"); len(s.Blocks) > 0 || len(b.faults) != 1 || !strings.HasPrefix(b.faults[0].Error(), "reduction and saving-against-capacity: ") {
		t.Errorf("%d figures, faults %v", len(s.Blocks), b.faults)
	}
	d.Outcomes = d.Outcomes[:2]
	b = builder{Input: Input{Drawn: d}}
	if b.withFigures(Section{}, "reduction"); string(b.lacking) != "院" {
		t.Errorf("lacking %q", string(b.lacking))
	}
}

// Where the cost of the case is not the one that the answer has, the question says which is which.
func TestTheQuestionSaysWhichCostIsWhich(t *testing.T) {
	b := builder{Input: Input{Case: &model.Case{
		Properties: model.Properties{Currency: "£", BodySingular: "PCT", BodyPlural: "PCTs"}, Commissioners: []model.Commissioner{{ManagementCostK: 100000}, {ManagementCostK: 190000}},
	}}}
	row := result.OutcomeRow{Structure: "merger"}
	b.Run.Outcomes = []result.OutcomeRow{row}
	for _, test := range []struct {
		cost     float64
		draws    int
		settings []string
		want     string
	}{
		{290010, 1000, nil, "2 PCTs spend £290.0m a year on management, all together."},
		{288800, 1000, nil, "2 PCTs spend £290.0m a year on management, all together (as the case has it; £288.8m in the mean of draws)."},
		{319000, 0, []string{"baseline.scale=1.1"}, "2 PCTs spend £290.0m a year on management, all together (as the case has it; £319.0m at the values set)."},
		{319000, 0, nil, "2 PCTs spend £290.0m a year on management, all together (as the case has it; £319.0m at central values)."},
	} {
		b.Run.Outcomes[0].Values[result.BaselineCost], b.Made.Draws, b.Made.Settings = test.cost, test.draws, test.settings
		if got, _, _ := strings.Cut(b.target(), " No target"); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

// A value between yes and no is a number, and so is a range that may hold one.
func TestShownValues(t *testing.T) {
	c := &model.Case{Properties: model.Properties{Currency: "£"}}
	yesOrNo, share := model.Assumption{Unit: "0 or 1"}, model.Assumption{Unit: "share"}
	for got, want := range map[string]string{
		Shown(c, yesOrNo, 1): "yes", Shown(c, yesOrNo, 0): "no", Shown(c, yesOrNo, 0.5): "0.5",
		ShownRange(c, yesOrNo, 0, 1): "0 to 1", ShownRange(c, yesOrNo, 0.25, 0.5): "0.25 to 0.5", ShownRange(c, share, 0, 1): "0 to 100\u00a0%",
	} {
		if got != want {
			t.Errorf("shown as %s, want %s", got, want)
		}
	}
}
