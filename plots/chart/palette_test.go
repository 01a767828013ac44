package chart

import (
	"image/color"
	"testing"
)

func TestContrast(t *testing.T) {
	for name, c := range map[string]color.NRGBA{"ink": Ink, "dark grey": DarkGrey} {
		if r := contrast(c, White); r < 4.5 {
			t.Errorf("%s is text and has only %.2f:1 on white, want 4.5", name, r)
		}
	}
	for i, c := range append(Categories[:4:4], MidGrey) {
		if r := contrast(c, White); r < 3 {
			t.Errorf("colour %d has only %.2f:1 on white, want 3", i, r)
		}
	}
}

func TestTint(t *testing.T) {
	if got := Tint(DarkBlue, 1); got != DarkBlue {
		t.Errorf("whole tint %v, want the colour", got)
	}
	if got := Tint(DarkBlue, 0); got != White {
		t.Errorf("no tint %v, want white", got)
	}
	if got, want := Tint(hex(0x000000), 0.5), hex(0x808080); got != want {
		t.Errorf("half of black %v, want %v", got, want)
	}
}

// Text on every fill of a map can be read.
func TestTextOn(t *testing.T) {
	for _, c := range append(Categories[:4:4], DarkGrey) {
		for _, share := range []float64{0.25, 0.5, 0.75, 1} {
			if fill := Tint(c, share); contrast(TextOn(fill), fill) < 4.5 {
				t.Errorf("text on %v has only %.2f:1", fill, contrast(TextOn(fill), fill))
			}
		}
	}
}
