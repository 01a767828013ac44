package plots

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"reconfig/model/modeltest"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// Every figure is an SVG file that readers take as it is meant: LibreOffice draws colours with an alpha channel and those
// by hue black, and does not know dy of text.
func TestSVGIsReadEverywhere(t *testing.T) {
	all := map[string]figure.Data{
		"small": figuretest.Small(), "drawn": figuretest.Drawn(), "large": figuretest.LargeDrawn(), "twelve": figuretest.Twelve(), "few analysed": figuretest.FewAnalysed(),
	}
	for _, name := range modeltest.Some(slices.Sorted(maps.Keys(all)), 2) {
		d, drawn := all[name], 0
		for _, f := range figure.All() {
			file, err := f.Render(d, "svg")
			if err != nil && !figuretest.HasNothingToDraw(err) {
				t.Errorf("%s: %v", name, err)
			}
			if err != nil {
				continue
			}
			drawn++
			for _, fault := range svgFaults(file) {
				t.Errorf("%s of the %s data: %s", f.Name, name, fault)
			}
		}
		if drawn == 0 {
			t.Errorf("%s: no figure was drawn", name)
		}
	}
}

// The reader finds what it is to find.
func TestSVGFaults(t *testing.T) {
	for body, want := range map[string]string{
		`<path d="M0,0L1,1Z" style="fill:#12436D;fill-opacity:0.25;stroke:none"/>`: "",
		`<path d="M0,0" style="fill:#-8000000000000000;fill-opacity:0"/>`:          "fill:#-8000000000000000 is no colour",
		`<path d="M0,0" style="stroke:#12436DFF"/>`:                                "stroke:#12436DFF is no colour",
		`<path d="M0,0" fill="hsl(10,50%,50%)"/>`:                                  "fill:hsl(10,50%,50%) is no colour",
		`<path d="M0,0" style="fill-opacity:1.5"/>`:                                "fill-opacity:1.5 is not between 0 and 1",
		`<path d="M0,NaNL1,2"/>`:                                                   "NaN in d",
		`<path d="M0,1e400L1,2"/>`:                                                 "1e400 in d",
		`<text x="Inf" y="1">a</text>`:                                             "Inf in x",
		`<text x="1" y="1" dy="3">a</text>`:                                        "dy of text",
		`<g>`:                                                                      "no XML",
	} {
		faults := strings.Join(svgFaults([]byte(`<svg width="5pt" viewBox="0 0 5 5">`+body+`</svg>`)), "; ")
		if want == "" && faults != "" || !strings.Contains(faults, want) {
			t.Errorf("%s: %q, want %q", body, faults, want)
		}
	}
}

// svgFaults lists what some reader would not take, each once.
func svgFaults(file []byte) (faults []string) {
	decoder := xml.NewDecoder(bytes.NewReader(file))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return faults
		}
		if err != nil {
			return append(faults, "no XML: "+err.Error())
		}
		element, begins := token.(xml.StartElement)
		if !begins {
			continue
		}
		for _, a := range element.Attr {
			faults = append(faults, attributeFaults(element.Name.Local, a.Name.Local, a.Value)...)
		}
	}
}

func attributeFaults(element, name, value string) (faults []string) {
	switch name {
	case "style":
		for declaration := range strings.SplitSeq(value, ";") {
			if property, value, found := strings.Cut(declaration, ":"); found {
				faults = append(faults, attributeFaults(element, strings.TrimSpace(property), strings.TrimSpace(value))...)
			}
		}
	case "fill", "stroke":
		if value != "none" && !colour.MatchString(value) {
			faults = append(faults, name+":"+value+" is no colour")
		}
	case "fill-opacity", "stroke-opacity", "opacity":
		if v, err := strconv.ParseFloat(value, 64); err != nil || !(v >= 0 && v <= 1) {
			faults = append(faults, name+":"+value+" is not between 0 and 1")
		}
	case "dy", "dx":
		faults = append(faults, name+" of "+element)
	case "d", "x", "y", "width", "height", "transform", "viewBox", "points", "r", "cx", "cy", "stroke-width", "stroke-dasharray":
		for word := range strings.FieldsFuncSeq(value, func(r rune) bool { return strings.ContainsRune("MLHVCSQTAZ,() \n", r) }) {
			v, err := strconv.ParseFloat(strings.TrimSuffix(word, "pt"), 64)
			if !words[word] && (err != nil || math.IsInf(v, 0) || math.IsNaN(v)) {
				faults = append(faults, word+" in "+name)
			}
		}
	}
	return faults
}

var (
	colour = regexp.MustCompile(`^#[0-9A-Fa-f]{6}$`)
	words  = map[string]bool{"scale": true, "translate": true, "rotate": true, "none": true} // that stand among numbers
)
