package chart

import (
	"image/color"
	"math"
	"testing"
)

// contrast is the ratio of WCAG 2.2, "contrast ratio" and "relative luminance".
func contrast(a, b color.NRGBA) float64 {
	l, m := luminance(a), luminance(b)
	return (max(l, m) + 0.05) / (min(l, m) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

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
