package geography_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reconfig/model"
	"reconfig/model/geography"
)

// bordering is a case of one map with one sector for each list of codes, and pairs of neighbours as in "A-B" by land
// and "A~B" across a river.
func bordering(sectors []string, pairs ...string) *model.Case {
	c := &model.Case{}
	for i, codes := range sectors {
		for _, code := range strings.Fields(codes) {
			c.Memberships = append(c.Memberships, model.Membership{Map: "m", Sector: fmt.Sprint("S", i+1), SectorName: fmt.Sprint("Sector ", i+1), Region: "R", Commissioner: code})
		}
	}
	for _, pair := range pairs {
		if a, b, river := strings.Cut(pair, "~"); river {
			c.Neighbours = append(c.Neighbours, model.Neighbour{A: a, B: b, Kind: "river"})
		} else if a, b, land := strings.Cut(pair, "-"); land {
			c.Neighbours = append(c.Neighbours, model.Neighbour{A: a, B: b, Kind: "land"})
		}
	}
	return c
}

func TestWarnings(t *testing.T) {
	for name, test := range map[string]struct {
		sectors, pairs []string
		want           []string
	}{
		"connected":                  {[]string{"A B C"}, []string{"A-B", "C-B"}, nil},
		"nothing is known":           {[]string{"A B C"}, nil, nil},
		"alone":                      {[]string{"A", "B"}, []string{"A-B"}, nil},
		"apart":                      {[]string{"A B C"}, []string{"A-B"}, []string{"map m: sector S1 (Sector 1) is not connected by land: C lies apart from A and B"}},
		"the way leaves the sector":  {[]string{"A C", "B"}, []string{"A-B", "B-C"}, []string{"map m: sector S1 (Sector 1) is not connected by land: C lies apart from A"}},
		"across a river":             {[]string{"A B C"}, []string{"B-C", "A~B"}, []string{"map m: sector S1 (Sector 1) is not connected by land: A lies apart from B and C, across a river"}},
		"a river out of the sector":  {[]string{"A B", "C"}, []string{"A~C", "B-C"}, []string{"map m: sector S1 (Sector 1) is not connected by land: B lies apart from A"}},
		"land beside the river":      {[]string{"A B"}, []string{"A~B", "A-B"}, nil},
		"two and two":                {[]string{"A B C D"}, []string{"A-C", "D-B"}, []string{"map m: sector S1 (Sector 1) is not connected by land: B and D lie apart from A and C"}},
		"three pieces":               {[]string{"A B C D"}, []string{"D-C", "A~C"}, []string{"map m: sector S1 (Sector 1) is not connected by land: A lies apart from C and D, across a river; B lies apart"}},
		"one of many":                {[]string{"A B C D E F G"}, []string{"A-B", "B-C", "C-D", "D-E", "E-F"}, []string{"map m: sector S1 (Sector 1) is not connected by land: G lies apart from A, B, C, D and 2 more"}},
		"many pieces":                {[]string{"A B C D E F"}, []string{"A-Z"}, []string{"map m: sector S1 (Sector 1) is not connected by land: B lies apart from A; C lies apart; D lies apart; so do 2 more parts"}},
		"two sectors":                {[]string{"A B", "C D"}, []string{"A-C", "B-D"}, []string{"map m: sector S1 (Sector 1) is not connected by land: B lies apart from A", "map m: sector S2 (Sector 2) is not connected by land: D lies apart from C"}},
		"neighbours in either order": {[]string{"A B C"}, []string{"C-B", "B-A"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			if got := geography.Warnings(bordering(test.sectors, test.pairs...), "m"); !slices.Equal(got, test.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(test.want, "\n"))
			}
		})
	}
}

// Two members are in one piece if and only if a walk over neighbours by land leads from one to the other: the walks are
// tried one by one.
func TestDivisionsAgreeWithASearch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		codes := []string{"A", "B", "C", "D", "E", "F", "G"}
		c := &model.Case{}
		sector := map[string]string{}
		for _, code := range codes {
			sector[code] = rapid.SampledFrom([]string{"S", "T"}).Draw(t, "sector")
			c.Memberships = append(c.Memberships, model.Membership{Map: "m", Sector: sector[code], Region: "R", Commissioner: code})
		}
		joined := map[[2]string]string{}
		for i, a := range codes {
			for _, b := range codes[:i] {
				if kind := rapid.SampledFrom([]string{"", "", "land", "river"}).Draw(t, "kind"); kind != "" {
					joined[[2]string{a, b}], joined[[2]string{b, a}] = kind, kind
					c.Neighbours = append(c.Neighbours, model.Neighbour{A: a, B: b, Kind: kind})
				}
			}
		}
		if len(c.Neighbours) == 0 {
			return
		}
		var walk func(from, to string, seen string) bool
		walk = func(from, to string, seen string) bool {
			if from == to {
				return true
			}
			return slices.ContainsFunc(codes, func(next string) bool {
				return joined[[2]string{from, next}] == "land" && sector[next] == sector[from] && !strings.Contains(seen, next) && walk(next, to, seen+next)
			})
		}
		m, _ := c.Map("m")
		piece, divided := map[string]string{}, map[string]bool{}
		for _, d := range geography.Divisions(c, m) {
			divided[d.Sector.Code] = true
			for _, p := range d.Pieces {
				river := false
				for _, code := range p.Members {
					piece[code] = p.Members[0]
					for _, other := range d.Sector.Members {
						river = river || !slices.Contains(p.Members, other) && joined[[2]string{code, other}] == "river"
					}
				}
				if river != p.River {
					t.Fatalf("a river at %v: %v", p.Members, p.River)
				}
			}
		}
		for _, a := range codes {
			for _, b := range codes {
				if sector[a] != sector[b] {
					continue
				}
				if together := !divided[sector[a]] || piece[a] == piece[b]; together != walk(a, b, a) {
					t.Fatalf("%s and %s in one piece: %v", a, b, together)
				}
			}
		}
	})
}
