package chart

import (
	"math"

	"gonum.org/v1/plot/vg"
)

func (s Segment) length() vg.Length {
	d := s.To.Sub(s.From)
	return vg.Length(math.Hypot(float64(d.X), float64(d.Y)))
}

// at is the point a share of the way along.
func (s Segment) at(share vg.Length) vg.Point { return s.From.Add(s.To.Sub(s.From).Scale(share)) }

// crosses says whether two segments cross within both.
func (s Segment) crosses(other Segment) bool {
	a, b := side(s, other.From), side(s, other.To)
	c, d := side(other, s.From), side(other, s.To)
	return a*b < 0 && c*d < 0
}

// side is positive where the point lies to the left of the segment's line, negative to the right.
func side(s Segment, p vg.Point) vg.Length {
	d, e := s.To.Sub(s.From), p.Sub(s.From)
	return d.X*e.Y - d.Y*e.X
}

// Meets says whether any of the segment lies in the rectangle: what is left of it after cutting at each side
// (Liang and Barsky, ACM Transactions on Graphics 3, 1984).
func (s Segment) Meets(r vg.Rectangle) bool {
	from, to := vg.Length(0), vg.Length(1)
	d := s.To.Sub(s.From)
	cut := func(towards, space vg.Length) bool {
		switch {
		case towards == 0:
			return space >= 0
		case towards < 0:
			from = max(from, space/towards)
		default:
			to = min(to, space/towards)
		}
		return from <= to
	}
	return cut(-d.X, s.From.X-r.Min.X) && cut(d.X, r.Max.X-s.From.X) && cut(-d.Y, s.From.Y-r.Min.Y) && cut(d.Y, r.Max.Y-s.From.Y)
}

// Overlap says whether two rectangles share more than an edge.
func Overlap(a, b vg.Rectangle) bool {
	return a.Min.X < b.Max.X && b.Min.X < a.Max.X && a.Min.Y < b.Max.Y && b.Min.Y < a.Max.Y
}

func grown(r vg.Rectangle, by vg.Length) vg.Rectangle {
	return Rectangle(r.Min.X-by, r.Min.Y-by, r.Max.X+by, r.Max.Y+by)
}

func within(v, lo, hi vg.Length) vg.Length { return max(lo, min(v, hi)) }
