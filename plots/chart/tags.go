package chart

import (
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Tag names a point in a plane.
type Tag struct {
	At   vg.Point
	Text []string
	Font Font
}

// Segment is a straight line that tags had better not cover.
type Segment struct{ From, To vg.Point }

// FitTags finds a box for each tag's text: near its point, inside the bounds, off the points and off one another,
// and if it can be off the lines. It tries boxes on rings around each point, and improves one tag after another until
// none can be improved. As that may end in a dead end, it starts once with each tag, and keeps the best end. The same
// tags always get the same boxes.
func FitTags(bounds vg.Rectangle, tags []Tag, radius vg.Length, lines []Segment) []vg.Rectangle {
	var best []vg.Rectangle
	least := math.Inf(1)
	candidates := make([][]vg.Rectangle, len(tags)) // worked out once: measuring text is slow
	for i, t := range tags {
		candidates[i] = t.candidates(radius)
	}
	for first := range tags {
		l := layout{bounds, tags, radius, lines, candidates, make([]vg.Rectangle, len(tags))}
		for i := range tags {
			l.boxes[i] = candidates[i][0]
		}
		for round := 0; round < 30 && l.improve(first); round++ {
		}
		if cost := l.total(); cost < least {
			best, least = l.boxes, cost
		}
	}
	return best
}

// DrawTags writes the tags in their boxes, with a leader where the box is away from its point.
func DrawTags(c draw.Canvas, tags []Tag, boxes []vg.Rectangle, radius vg.Length) {
	for i, t := range tags {
		if s := t.leader(boxes[i]); s.length() > radius+6 {
			start := s.at((radius + 1.5) / s.length())
			c.StrokeLine2(draw.LineStyle{Color: DarkGrey, Width: 0.6}, start.X, start.Y, s.To.X, s.To.Y)
		}
		at := vg.Point{X: boxes[i].Min.X + 1, Y: (boxes[i].Min.Y + boxes[i].Max.Y) / 2}
		t.Font.DrawMiddle(c, at, Left, t.Text...)
	}
}

// layout is an arrangement of tags under improvement.
type layout struct {
	bounds     vg.Rectangle
	tags       []Tag
	radius     vg.Length
	lines      []Segment
	candidates [][]vg.Rectangle // that each tag may have
	boxes      []vg.Rectangle
}

// total is the cost of the whole layout.
func (l layout) total() float64 {
	cost := 0.0
	for i, box := range l.boxes {
		cost += l.cost(i, box)
	}
	return cost
}

// improve moves each tag, from the given one on, to its best box, the others staying, and says whether any moved.
func (l layout) improve(first int) bool {
	moved := false
	for k := range l.tags {
		i := (first + k) % len(l.tags)
		best := l.cost(i, l.boxes[i])
		for _, box := range l.candidates[i] {
			if cost := l.cost(i, box); cost < best-1e-9 {
				best, l.boxes[i], moved = cost, box, true
			}
		}
	}
	return moved
}

// candidates are boxes on rings around the point, the nearest first.
func (t Tag) candidates(radius vg.Length) []vg.Rectangle {
	const directions = 24
	size := vg.Point{X: t.Font.Widest(t.Text...) + 2, Y: t.Font.Height(len(t.Text))}
	var boxes []vg.Rectangle
	for _, away := range []vg.Length{3, 8, 14, 22, 32, 44, 58, 74, 92, 112, 134} {
		for d := range directions {
			boxes = append(boxes, t.box(size, radius+away, float64(d)*2*math.Pi/directions))
		}
	}
	return boxes
}

// box is a box of the size whose nearest side is so far from the point, in the direction: 0 is right.
func (t Tag) box(size vg.Point, away vg.Length, direction float64) vg.Rectangle {
	w, h := size.X, size.Y
	sin, cos := math.Sincos(direction)
	centre := vg.Point{X: t.At.X + vg.Length(cos)*(away+w/2), Y: t.At.Y + vg.Length(sin)*(away+h/2)}
	return Rectangle(centre.X-w/2, centre.Y-h/2, centre.X+w/2, centre.Y+h/2)
}

// leader goes from the point to the nearest point of the box.
func (t Tag) leader(box vg.Rectangle) Segment {
	middle := (box.Max.Y - box.Min.Y) * 0.3 // keep to where the letters are
	return Segment{t.At, vg.Point{X: within(t.At.X, box.Min.X, box.Max.X), Y: within(t.At.Y, box.Min.Y+middle/2, box.Max.Y-middle/2)}}
}

// The costs of a box, against one for each two points of distance from its point.
const (
	outsideCost     = 1e6
	tagCost         = 2000
	pointCost       = 600
	leaderOnTagCost = 500
	leadersCost     = 250
	lineCost        = 90
	leaderLineCost  = 12
	belowCost       = 12 // a leader down looks like a whisker
)

// cost is how bad a box would be for the tag.
func (l layout) cost(i int, box vg.Rectangle) float64 {
	leader := l.tags[i].leader(box)
	cost := float64(leader.length()) / 2
	if box.Min.X < l.bounds.Min.X || box.Min.Y < l.bounds.Min.Y || box.Max.X > l.bounds.Max.X || box.Max.Y > l.bounds.Max.Y {
		cost += outsideCost
	}
	if box.Max.Y < l.tags[i].At.Y {
		cost += belowCost
	}
	for j, other := range l.tags {
		if around := grown(vg.Rectangle{Min: other.At, Max: other.At}, l.radius+1); Overlap(box, around) {
			cost += pointCost
		} else if i != j && leader.Meets(around) && leader.length() > l.radius {
			cost += pointCost / 2
		}
		if i != j {
			cost += l.pairCost(leader, box, j)
		}
	}
	for _, s := range l.lines {
		if s.Meets(box) {
			cost += lineCost
		}
		if s.crosses(leader) {
			cost += leaderLineCost
		}
	}
	return cost
}

// pairCost is what the tag and another do to each other.
func (l layout) pairCost(leader Segment, box vg.Rectangle, j int) float64 {
	cost := 0.0
	theirs := l.tags[j].leader(l.boxes[j])
	if Overlap(box, l.boxes[j]) {
		cost += tagCost
	}
	if leader.Meets(l.boxes[j]) {
		cost += leaderOnTagCost
	}
	if theirs.Meets(box) {
		cost += leaderOnTagCost
	}
	if leader.crosses(theirs) {
		cost += leadersCost
	}
	return cost
}
