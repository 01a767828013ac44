package chart

import (
	"slices"
	"testing"

	"gonum.org/v1/plot/vg"
)

var plotArea = Rectangle(0, 0, 600, 300)

func tagAt(x, y vg.Length, text string) Tag {
	return Tag{At: vg.Point{X: x, Y: y}, Text: []string{text}, Font: LabelFont}
}

func TestPlaceTags(t *testing.T) {
	tags := []Tag{
		tagAt(100, 280, "Status quo"), tagAt(108, 281, "Association"), tagAt(122, 276, "Lead commissioning"), tagAt(124, 276, "Joint commissioning"),
		tagAt(598, 298, "In the corner"), tagAt(2, 2, "In the other corner"), tagAt(300, 150, "Alone"),
	}
	boxes := FitTags(plotArea, tags, nil, 5, nil)
	for i, box := range boxes {
		if box.Min.X < 0 || box.Min.Y < 0 || box.Max.X > 600 || box.Max.Y > 300 {
			t.Errorf("%s is outside: %v", tags[i].Text[0], box)
		}
		for j, tag := range tags {
			if Overlap(box, grown(vg.Rectangle{Min: tag.At, Max: tag.At}, 5)) {
				t.Errorf("%s covers the point of %s", tags[i].Text[0], tag.Text[0])
			}
			if i != j && Overlap(box, boxes[j]) {
				t.Errorf("%s lies on %s", tags[i].Text[0], tag.Text[0])
			}
		}
	}
	if leader := tags[6].leader(boxes[6]); leader.length() > 12 {
		t.Errorf("a tag with room all round is %v away from its point", leader.length())
	}
	if again := FitTags(plotArea, tags, nil, 5, nil); !slices.Equal(again, boxes) {
		t.Error("the same tags got other places")
	}
}

func TestPlaceTagsOffLines(t *testing.T) {
	line := Segment{vg.Point{X: 300, Y: 150}, vg.Point{X: 500, Y: 150}} // to the right, where a tag would go by itself
	box := FitTags(plotArea, []Tag{tagAt(300, 150, "Merger")}, nil, 5, []Segment{line})[0]
	if line.Meets(box) {
		t.Errorf("the tag at %v covers the line", box)
	}
}

func TestMeets(t *testing.T) {
	r := Rectangle(10, 10, 20, 20)
	for _, c := range []struct {
		name           string
		x0, y0, x1, y1 vg.Length
		want           bool
	}{
		{"through", 0, 15, 30, 15, true},
		{"inside", 12, 12, 14, 18, true},
		{"across a corner", 5, 16, 16, 22, true},
		{"past a corner", 5, 18, 12, 28, false},
		{"short of it", 0, 15, 9, 15, false},
		{"beside", 25, 0, 25, 30, false},
		{"a point", 15, 15, 15, 15, true},
	} {
		s := Segment{vg.Point{X: c.x0, Y: c.y0}, vg.Point{X: c.x1, Y: c.y1}}
		if got := s.Meets(r); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestCrosses(t *testing.T) {
	s := Segment{vg.Point{X: 0, Y: 0}, vg.Point{X: 10, Y: 10}}
	for name, c := range map[string]struct {
		other Segment
		want  bool
	}{
		"crossing": {Segment{vg.Point{X: 0, Y: 10}, vg.Point{X: 10, Y: 0}}, true},
		"beyond":   {Segment{vg.Point{X: 12, Y: 20}, vg.Point{X: 20, Y: 12}}, false},
		"parallel": {Segment{vg.Point{X: 0, Y: 1}, vg.Point{X: 10, Y: 11}}, false},
	} {
		if got := s.crosses(c.other); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
