package geography

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"reconfig/model"
)

// Division is a sector whose members are not connected by land: from one to the other there is no way over neighbours
// by land that stays among its members.
type Division struct {
	Map    string
	Sector model.Sector
	Pieces []Piece // the largest first; of one size, that with the first code first
}

// Piece is members of a sector that land connects with each other and with no other member.
type Piece struct {
	Members []string // codes, sorted
	River   bool     // a river lies between it and another piece
}

// Divisions finds the sectors of a map that are not connected by land, in the order of the map. A case that says
// nothing of neighbours has none.
func Divisions(c *model.Case, m model.SectorMap) []Division {
	if len(c.Neighbours) == 0 {
		return nil
	}
	byLand, byRiver := neighboursBy(c, "land"), neighboursBy(c, "river")
	var divided []Division
	for _, s := range m.Sectors {
		if pieces := piecesOf(s.Members, byLand); len(pieces) > 1 {
			d := Division{Map: m.Name, Sector: s}
			for _, members := range pieces {
				d.Pieces = append(d.Pieces, Piece{members, reaches(members, s.Members, byRiver)})
			}
			divided = append(divided, d)
		}
	}
	return divided
}

// neighboursBy lists each commissioner's neighbours of a kind.
func neighboursBy(c *model.Case, kind string) map[string][]string {
	beside := map[string][]string{}
	for _, x := range c.Neighbours {
		if x.Kind == kind {
			beside[x.A], beside[x.B] = append(beside[x.A], x.B), append(beside[x.B], x.A)
		}
	}
	return beside
}

// piecesOf parts the members into those that are connected, each piece sorted.
func piecesOf(members []string, beside map[string][]string) [][]string {
	left := map[string]bool{}
	for _, code := range members {
		left[code] = true
	}
	var pieces [][]string
	for _, first := range members {
		if !left[first] {
			continue
		}
		delete(left, first)
		piece := []string{first}
		for i := 0; i < len(piece); i++ {
			for _, next := range beside[piece[i]] {
				if left[next] {
					delete(left, next)
					piece = append(piece, next)
				}
			}
		}
		slices.Sort(piece)
		pieces = append(pieces, piece)
	}
	slices.SortFunc(pieces, func(a, b []string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a[0], b[0])) })
	return pieces
}

// reaches says whether a member of the piece has a neighbour among the other members.
func reaches(piece, members []string, beside map[string][]string) bool {
	for _, code := range piece {
		for _, next := range beside[code] {
			if slices.Contains(members, next) && !slices.Contains(piece, next) {
				return true
			}
		}
	}
	return false
}

// String says which members lie apart: “map five: sector NE (North East) is not connected by land: A lies apart from B
// and C, across a river”.
func (d Division) String() string {
	const most = 3 // pieces that one line can name
	apart := d.Pieces[1:]
	parts := make([]string, 0, most+1)
	for i, piece := range apart[:min(most, len(apart))] {
		verb, from := " lies apart", ""
		if len(piece.Members) > 1 {
			verb = " lie apart"
		}
		if i == 0 {
			from = " from " + someOf(d.Pieces[0].Members)
		}
		if piece.River {
			from += ", across a river"
		}
		parts = append(parts, someOf(piece.Members)+verb+from)
	}
	if more := len(apart) - most; more > 0 {
		parts = append(parts, fmt.Sprintf("so do %d more parts", more))
	}
	return fmt.Sprintf("map %s: sector %s (%s) is not connected by land: %s", d.Map, d.Sector.Code, d.Sector.Name, strings.Join(parts, "; "))
}

// someOf names the first few codes and counts the others.
func someOf(codes []string) string {
	const most = 4
	if more := len(codes) - most; more > 1 {
		return fmt.Sprintf("%s and %d more", strings.Join(codes[:most], ", "), more)
	}
	last := len(codes) - 1
	if last == 0 {
		return codes[0]
	}
	return strings.Join(codes[:last], ", ") + " and " + codes[last]
}

// Warnings says what is odd but does no harm about maps of the case: sectors that are not connected by land.
func Warnings(c *model.Case, names ...string) []string {
	var all []string
	for _, name := range names {
		m, _ := c.Map(name)
		for _, d := range Divisions(c, m) {
			all = append(all, d.String())
		}
	}
	return all
}
