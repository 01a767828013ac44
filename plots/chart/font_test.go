package chart

import (
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
)

func TestWrap(t *testing.T) {
	f := LabelFont
	for _, c := range []struct {
		name, text, widest string // as wide as this
		want               []string
	}{
		{"fits", "one two", "one two", []string{"one two"}},
		{"breaks at spaces", "one two three", "one two", []string{"one two", "three"}},
		{"spaces at ends and doubled", "  one   two ", "one two", []string{"one two"}},
		{"a space that may not break", "one two\u00A0three", "two three", []string{"one", "two\u00A0three"}},
		{"a word too long", "nnnnnnnnnn", "nnnn", []string{"nnnn", "nnnn", "nn"}},
		{"a mark in a word too long", "lead_time.shared-management", "lead_time.shared-mana", []string{"lead_time.shared-", "management"}},
		{"letters of several bytes", "££££", "££", []string{"££", "££"}},
		{"narrower than a letter", "abc", "", []string{"a", "b", "c"}},
		{"nothing", "", "one", nil},
		{"line break", "one\ntwo", "one two", []string{"one two"}},
	} {
		if got := f.Wrap(c.text, f.Width(c.widest)+0.01); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestWrapKeepsTheWidth(t *testing.T) {
	text := strings.Repeat("Hub and sector joint commissioning of neighbouring bodies ", 5)
	for _, width := range []int{40, 90, 200} {
		lines := LabelFont.Wrap(text, vg.Length(width))
		for _, line := range lines {
			if LabelFont.Width(line) > vg.Length(width) && strings.Contains(line, " ") {
				t.Errorf("%q is wider than %d", line, width)
			}
		}
		if got := strings.Join(strings.Fields(strings.Join(lines, " ")), ""); width > 60 && got != strings.ReplaceAll(text, " ", "") {
			t.Errorf("width %d: letters were lost: %q", width, got)
		}
	}
}

func TestBoldIsWider(t *testing.T) {
	if LabelFont.Width("Merger") >= BoldFont.Width("Merger") {
		t.Error("bold is not another face")
	}
}

func TestClean(t *testing.T) {
	if got, want := Clean("a\x00b\tc\xff£"), "a b c\uFFFD£"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestWidthsAreThoseOfTheFace(t *testing.T) {
	for _, text := range []string{"", "a", "AVATAR To Ty 11", "£1.5 m – “north”", "mañana \u00a0 Łódź", "日本 \u200b x", "\xff\n tab\t"} {
		for _, f := range []Font{TitleFont, LabelFont, BoldFont} {
			face := faces().Lookup(f.style(), f.Size)
			want := face.Width(Drawable(text))
			for range 2 { // looked up, and remembered
				if got := f.Width(text); got != want {
					t.Errorf("%q of %v: got %v, want %v", text, f, got, want)
				}
			}
		}
	}
}
