package draw_test

import (
	"context"
	"strings"
	"testing"

	"reconfig/cmd/reconfig/draw"
	"reconfig/model/result"
	"reconfig/plots"
)

// Letters that the font lacks are drawn as boxes in every format, and named once.
func TestLettersThatTheFontLacks(t *testing.T) {
	var d plots.Data
	for _, name := range []string{"合併 🏥", "Łódź"} {
		row := result.OutcomeRow{Structure: name, Name: name, Statistic: result.CentralDraw}
		row.Values[result.ReductionFromStructure] = 2
		d.Outcomes = append(d.Outcomes, row)
	}
	var told []string
	files, err := draw.Figures(context.Background(), d, plots.Figures(), []string{"svg", "png", "pdf"}, false, func(err error) { told = append(told, err.Error()) })
	if err != nil || len(files) == 0 || len(files)%3 != 0 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	if want := "letters that the font of figures lacks, drawn as □: 併 (U+4F75), 合 (U+5408), 🏥 (U+1F3E5)"; len(told) != 1 || told[0] != want {
		t.Errorf("told %q, want %q", told, want)
	}
	if svg := string(files[0].Content); !strings.Contains(svg, "□□ □") || !strings.Contains(svg, "Łódź") || strings.Contains(strings.Split(svg, "</desc>")[1], "合") {
		t.Error("the SVG has no boxes, or has letters that the font lacks")
	}
}

// A name without one letter that the font has is named, for figures show its code.
func TestNamesThatTheFontCannotWrite(t *testing.T) {
	var d plots.Data
	for code, name := range map[string]string{"stay": "合併", "merge": "Full merger"} {
		row := result.OutcomeRow{Structure: code, Name: name, Statistic: result.CentralDraw}
		row.Values[result.ReductionFromStructure] = 2
		d.Outcomes = append(d.Outcomes, row)
	}
	var told []string
	if _, err := draw.Figures(context.Background(), d, plots.Figures(), []string{"svg"}, false, func(err error) { told = append(told, err.Error()) }); err != nil {
		t.Fatal(err)
	}
	if want := "names of which the font of figures has no letter; figures have the codes instead: 合併"; len(told) != 1 || told[0] != want {
		t.Errorf("told %q, want %q", told, want)
	}
}
