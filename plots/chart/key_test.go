package chart

import (
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
)

func TestKeyBreaks(t *testing.T) {
	item := KeyItem{Text: strings.Repeat("n", 50)}
	one, two := []KeyItem{item}, []KeyItem{item, item, item}
	if KeyHeight(one) >= KeyHeight(two) {
		t.Error("a key too long for one line is no higher")
	}
	placeKey(two, BodyWidth, func(item KeyItem, _ []string, x vg.Length, _ int) {
		if end := x + item.width() + 6 + LabelFont.Width(item.Text); end > BodyWidth {
			t.Errorf("an entry ends at %v, beyond the body's %v", end, BodyWidth)
		}
	})
}
