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
// tags always get the same boxes. Points are further ones, without tags. Time grows with the cube of the tags: name few.
func FitTags(bounds vg.Rectangle, tags []Tag, points []vg.Point, radius vg.Length, lines []Segment) []vg.Rectangle {
	l := layout{bounds: bounds, tags: tags, points: points, radius: radius, lines: lines}
	l.of = make([][]candidate, len(tags)) // worked out once: measuring text is slow, and points and lines stay
	for i := range tags {
		l.of[i] = l.candidates(i)
	}
	var best []candidate
	least := math.Inf(1)
	for first := range tags {
		l.boxes = make([]candidate, len(tags))
		for i := range tags {
			l.boxes[i] = l.of[i][0]
		}
		for round := 0; round < 30 && l.improve(first); round++ {
		}
		if cost := l.total(); cost < least {
			best, least = l.boxes, cost
		}
	}
	boxes := make([]vg.Rectangle, len(best))
	for i, c := range best {
		boxes[i] = c.box
	}
	return boxes
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
	bounds vg.Rectangle
	tags   []Tag
	points []vg.Point // without tags
	radius vg.Length
	lines  []Segment
	of     [][]candidate // that each tag may have
	boxes  []candidate   // that each has
}

// candidate is a box that a tag may have.
type candidate struct {
	box    vg.Rectangle
	leader Segment
	cost   float64 // whatever boxes the other tags have
}

// total is the cost of the whole layout.
func (l layout) total() float64 {
	cost := 0.0
	for i, c := range l.boxes {
		cost += l.cost(i, c)
	}
	return cost
}

// improve moves each tag, from the given one on, to its best box, the others staying, and says whether any moved.
func (l layout) improve(first int) bool {
	moved := false
	for k := range l.tags {
		i := (first + k) % len(l.tags)
		best := l.cost(i, l.boxes[i])
		for _, c := range l.of[i] {
			if c.cost >= best-1e-9 {
				continue
			}
			if cost := l.cost(i, c); cost < best-1e-9 {
				best, l.boxes[i], moved = cost, c, true
			}
		}
	}
	return moved
}

// candidates are those of a tag, each with what its box costs by itself.
func (l layout) candidates(i int) []candidate {
	t := l.tags[i]
	boxes := t.boxes(l.radius)
	all := make([]candidate, len(boxes))
	for k, box := range boxes {
		all[k] = candidate{box: box, leader: t.leader(box)}
		all[k].cost = l.ownCost(i, all[k])
	}
	return all
}

// boxes lie on rings around the point, the nearest first.
func (t Tag) boxes(radius vg.Length) []vg.Rectangle {
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
func (l layout) cost(i int, c candidate) float64 {
	cost := c.cost
	for j := range l.tags {
		if i != j {
			cost += c.pairCost(l.boxes[j])
		}
	}
	return cost
}

// ownCost is the part of the cost that does not depend on where the other tags are.
func (l layout) ownCost(i int, c candidate) float64 {
	cost, long := float64(c.leader.length())/2, c.leader.length() > l.radius
	if c.box.Min.X < l.bounds.Min.X || c.box.Min.Y < l.bounds.Min.Y || c.box.Max.X > l.bounds.Max.X || c.box.Max.Y > l.bounds.Max.Y {
		cost += outsideCost
	}
	if c.box.Max.Y < l.tags[i].At.Y {
		cost += belowCost
	}
	for j, other := range l.tags {
		cost += l.pointCost(c, other.At, long && i != j)
	}
	for _, at := range l.points {
		cost += l.pointCost(c, at, long)
	}
	for _, s := range l.lines {
		if s.Meets(c.box) {
			cost += lineCost
		}
		if s.crosses(c.leader) {
			cost += leaderLineCost
		}
	}
	return cost
}

// pointCost is what the box, and if it has one its leader, does to a point.
func (l layout) pointCost(c candidate, at vg.Point, leads bool) float64 {
	around := grown(vg.Rectangle{Min: at, Max: at}, l.radius+1)
	switch {
	case Overlap(c.box, around):
		return pointCost
	case leads && c.leader.Meets(around):
		return pointCost / 2
	}
	return 0
}

// pairCost is what a tag and another do to each other.
func (c candidate) pairCost(other candidate) float64 {
	cost := 0.0
	if Overlap(c.box, other.box) {
		cost += tagCost
	}
	if c.leader.Meets(other.box) {
		cost += leaderOnTagCost
	}
	if other.leader.Meets(c.box) {
		cost += leaderOnTagCost
	}
	if c.leader.crosses(other.leader) {
		cost += leadersCost
	}
	return cost
}
