package geography

import (
	"cmp"
	"math"
	"slices"

	"reconfig/model"
	"reconfig/model/elementary"
)

// GabrielNeighbours assumes from where they are which commissioners are neighbours: two are where no other lies within
// the ball that has the line between them for a diameter. The graph is connected, and what is near is in it; it knows
// nothing of rivers and mountains. Commissioners without a location are left out. The kind is land, as nothing says otherwise.
//
// Source: Gabriel and Sokal (1969), A new statistical approach to geographic variation analysis, Systematic Zoology
// 18:259–278.
func GabrielNeighbours(commissioners []model.Commissioner) []model.Neighbour {
	var points []point
	for _, x := range commissioners {
		if x.Latitude.Given && x.Longitude.Given {
			points = append(points, pointOf(x))
		}
	}
	slices.SortFunc(points, func(a, b point) int { return cmp.Compare(a.code, b.code) })
	var found []model.Neighbour
	near := slices.Clone(points)
	for _, a := range points {
		for i, b := range points {
			b.away = a.apart(b)
			near[i] = b
		}
		slices.SortFunc(near, func(b, c point) int {
			if b.away != c.away {
				return cmp.Compare(b.away, c.away)
			}
			return cmp.Compare(b.code, c.code)
		})
		for i, b := range near {
			if a.code < b.code && !a.separated(b, near[:i]) {
				found = append(found, model.Neighbour{A: a.code, B: b.code, Kind: "land"})
			}
		}
	}
	slices.SortFunc(found, func(x, y model.Neighbour) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	return found
}

// point is a location on a ball of radius 1.
type point struct {
	code    string
	x, y, z float64
	away    float64 // squared, from the point at hand
}

func pointOf(c model.Commissioner) point {
	latitude, longitude := c.Latitude.Value*math.Pi/180, c.Longitude.Value*math.Pi/180
	return point{code: c.Code, x: elementary.Cos(latitude) * elementary.Cos(longitude), y: elementary.Cos(latitude) * elementary.Sin(longitude), z: elementary.Sin(latitude)}
}

// apart is the square of the straight distance.
func (a point) apart(b point) float64 {
	x, y, z := a.x-b.x, a.y-b.y, a.z-b.z
	return float64(x*x) + float64(y*y) + float64(z*z)
}

// separated says whether one of the nearer points lies between a and b.
func (a point) separated(b point, nearer []point) bool {
	d := a.apart(b)
	return slices.ContainsFunc(nearer, func(c point) bool { return a.apart(c)+b.apart(c) < d })
}
