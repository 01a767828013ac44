package chart

import (
	"math"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart/charttest"
)

func TestPageGrows(t *testing.T) {
	p := Page{Title: "A title", Subtitle: "A subtitle", Footer: []string{"Source: made up"}}
	if w, h := p.Size(); w != Width || math.Abs(float64(h-15*vg.Centimeter)) > 1e-6 {
		t.Errorf("size %v × %v, want 24 × 15 cm", w, h)
	}
	p.LeastBody = 20 * vg.Centimeter
	if _, h := p.Size(); h < 20*vg.Centimeter {
		t.Errorf("height %v leaves no room for the body", h)
	}
	p.BodyHeight = 100
	_, short := p.Size()
	p.Title = strings.Repeat("A title that breaks ", 10)
	if _, h := p.Size(); h <= short {
		t.Error("a title of more lines does not make the page higher")
	}
}

// A hatched fill is told from a plain one and from none in black and white.
func TestHatch(t *testing.T) {
	area := Rectangle(50, 60, 150, 110)
	ink := func(hatched bool) int {
		return charttest.Ink(func(c draw.Canvas) { Fill{Color: Ink, Hatched: hatched}.Paint(c, area) })
	}
	plain, hatched := ink(false), ink(true)
	if share := float64(hatched) / float64(plain); share < 0.1 || share > 0.5 {
		t.Errorf("hatching covers %.0f%% of the plain area, want 10 to 50%%", 100*share)
	}
}

// No font is smaller in print than can be read.
func TestLettersInPrint(t *testing.T) {
	for _, print := range Prints {
		for _, f := range []Font{TitleFont, SubtitleFont, PanelFont, LabelFont, BoldFont, SmallFont, SourceFont} {
			if got := f.Size.Points() * print.Scale(); got < LeastPrinted.Points()-1e-9 {
				t.Errorf("%g points at %d cm", got, print.Centimetres)
			}
		}
	}
}

// A bare page with a measure is as much higher as the words above its body, and one without is not.
func TestBarePageHasSpaceForItsMeasure(t *testing.T) {
	bare := Page{Title: "T", BodyHeight: 100, Bare: true}
	named := bare
	named.Measure = "Cost, £ million"
	_, without := bare.Size()
	_, with := named.Size()
	if got, want := with-without, AxisTitleHeight(named.Measure, named.print().Body()); got != want {
		t.Errorf("%v higher, want %v", got, want)
	}
}
