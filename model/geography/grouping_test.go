package geography_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reconfig/model"
	"reconfig/model/geography"
)

// scattered draws commissioners with places, some of the same size or at the same place.
func scattered(t *rapid.T) []model.Commissioner {
	var all []model.Commissioner
	for i := range rapid.IntRange(1, 30).Draw(t, "commissioners") {
		all = append(all, model.Commissioner{
			Code: fmt.Sprintf("C%02d", i), Population: float64(rapid.IntRange(1, 20).Draw(t, "population")),
			Latitude:  model.Optional{Value: float64(rapid.IntRange(-90, 90).Draw(t, "latitude")), Given: true},
			Longitude: model.Optional{Value: float64(rapid.IntRange(-180, 180).Draw(t, "longitude")), Given: true},
		})
	}
	return all
}

func shuffled[T any](t *rapid.T, all []T) []T {
	r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "order"), 0))
	all = slices.Clone(all)
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}

// checkGroups holds what is true of any grouping: n groups, and every commissioner in one of them.
func checkGroups(t *rapid.T, groups []geography.Group, commissioners []model.Commissioner, n int) {
	t.Helper()
	var all []string
	for _, g := range groups {
		if len(g) == 0 {
			t.Fatal("an empty group")
		}
		all = append(all, g...)
	}
	slices.Sort(all)
	want := make([]string, len(commissioners))
	for i, c := range commissioners {
		want[i] = c.Code
	}
	slices.Sort(want)
	if len(groups) != n || !slices.Equal(all, want) {
		t.Fatalf("%d groups of %v; want %d of %v", len(groups), all, n, want)
	}
}

func same(a, b []geography.Group) bool {
	return slices.EqualFunc(a, b, func(x, y geography.Group) bool { return slices.Equal(x, y) })
}

// connected says whether one can go from any of the codes to any other by neighbours among them.
func connected(codes []string, neighbours []model.Neighbour) bool {
	reached := []string{codes[0]}
	for i := 0; i < len(reached); i++ {
		for _, x := range neighbours {
			for _, pair := range [][2]string{{x.A, x.B}, {x.B, x.A}} {
				if pair[0] == reached[i] && slices.Contains(codes, pair[1]) && !slices.Contains(reached, pair[1]) {
					reached = append(reached, pair[1])
				}
			}
		}
	}
	return len(reached) == len(codes)
}

func TestEqualGroups(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := scattered(t)
		n := rapid.IntRange(1, len(all)).Draw(t, "groups")
		groups, err := geography.EqualGroups(all, n)
		if err != nil {
			t.Fatal(err)
		}
		checkGroups(t, groups, all, n)
		if again, _ := geography.EqualGroups(shuffled(t, all), n); !same(groups, again) {
			t.Fatalf("%v, but in another order %v", groups, again)
		}
		// What taking always the smallest group keeps to, in whatever order.
		people := map[string]float64{}
		total, largest := 0.0, 0.0
		for _, c := range all {
			people[c.Code] = c.Population
			total, largest = total+c.Population, max(largest, c.Population)
		}
		for _, g := range groups {
			sum := 0.0
			for _, code := range g {
				sum += people[code]
			}
			if sum > max(largest, total/float64(n)+largest)+1e-9 {
				t.Fatalf("a group of %g; the whole is %g in %d groups", sum, total, n)
			}
		}
	})
	// 8, 7, 6 | 5, 4 by hand: 8+4, 7+5, 6 go to 12, 12, 6 in three groups.
	var five []model.Commissioner
	for i, people := range []float64{4, 5, 6, 7, 8} {
		five = append(five, model.Commissioner{Code: string(rune('A' + i)), Population: people})
	}
	groups, err := geography.EqualGroups(five, 3)
	if want := []geography.Group{{"A", "D"}, {"B", "C"}, {"E"}}; err != nil || !same(groups, want) {
		t.Errorf("%v, %v; want %v", groups, err, want)
	}
}

func TestContiguousGroups(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := scattered(t)
		neighbours := geography.GabrielNeighbours(all)
		n := rapid.IntRange(1, len(all)).Draw(t, "groups")
		groups, err := geography.ContiguousGroups(all, neighbours, n)
		if err != nil {
			t.Fatal(err)
		}
		checkGroups(t, groups, all, n)
		for _, g := range groups {
			if !connected(g, neighbours) {
				t.Fatalf("%v is not connected by %v", g, neighbours)
			}
		}
		if again, _ := geography.ContiguousGroups(shuffled(t, all), shuffled(t, neighbours), n); !same(groups, again) {
			t.Fatalf("%v, but in another order %v", groups, again)
		}
	})
	// A row of bodies A 1, B 5, C 2, D 3: A joins B, its only neighbour; then C, the smallest, joins D (3), not A and B (6).
	row := []model.Commissioner{{Code: "A", Population: 1}, {Code: "B", Population: 5}, {Code: "C", Population: 2}, {Code: "D", Population: 3}}
	chain := []model.Neighbour{{A: "A", B: "B"}, {A: "B", B: "C"}, {A: "C", B: "D"}}
	groups, err := geography.ContiguousGroups(row, chain, 2)
	if want := []geography.Group{{"A", "B"}, {"C", "D"}}; err != nil || !same(groups, want) {
		t.Errorf("%v, %v; want %v", groups, err, want)
	}
	chain[0].Kind = "river" // so that A has no neighbour to join, and stays alone
	groups, err = geography.ContiguousGroups(row, chain, 2)
	if want := []geography.Group{{"A"}, {"B", "C", "D"}}; err != nil || !same(groups, want) {
		t.Errorf("across a river: %v, %v; want %v", groups, err, want)
	}
}

func TestGroupsThatCannotBe(t *testing.T) {
	two := []model.Commissioner{{Code: "A", Population: 1}, {Code: "B", Population: 2}}
	var islands *geography.IslandsError
	if _, err := geography.ContiguousGroups(two, nil, 1); !errors.As(err, &islands) || *islands != (geography.IslandsError{Groups: 1, Parts: 2}) || !strings.Contains(err.Error(), "the bodies fall into 2 parts") {
		t.Errorf("two islands in one group: %v", err)
	}
	for _, n := range []int{-1, 0, 3} {
		if _, err := geography.EqualGroups(two, n); err == nil || strings.Contains(err.Error(), "commissioner") {
			t.Errorf("two bodies in %d equal groups: %v", n, err)
		}
		if _, err := geography.ContiguousGroups(two, nil, n); err == nil {
			t.Errorf("two commissioners in %d contiguous groups", n)
		}
	}
}

// TestGabrielNeighbours holds the graph against its definition, and to be connected.
func TestGabrielNeighbours(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := scattered(t)
		neighbours := geography.GabrielNeighbours(shuffled(t, all))
		var codes []string
		for _, c := range all {
			codes = append(codes, c.Code)
		}
		if !connected(codes, neighbours) {
			t.Fatalf("%v does not connect %v", neighbours, all)
		}
		for _, x := range neighbours {
			if x.A >= x.B || x.Kind != "land" {
				t.Fatalf("%+v", x)
			}
		}
	})
	at := func(code string, latitude, longitude float64) model.Commissioner {
		return model.Commissioner{Code: code, Latitude: model.Optional{Value: latitude, Given: true}, Longitude: model.Optional{Value: longitude, Given: true}}
	}
	// C lies between A and B; D is beside the line, outside the circle; across the date line is no distance.
	for _, test := range []struct {
		places []model.Commissioner
		want   string
	}{
		{[]model.Commissioner{at("A", 0, 0), at("B", 0, 10), at("C", 1, 5)}, "A-C B-C"},
		{[]model.Commissioner{at("A", 0, 0), at("B", 0, 10), at("D", 8, 5)}, "A-B A-D B-D"},
		{[]model.Commissioner{at("A", 0, 179), at("B", 0, -179), at("C", 0, 170)}, "A-B A-C"},
		{[]model.Commissioner{at("A", 0, 0), {Code: "B"}, at("C", 1, 1)}, "A-C"},
	} {
		var got []string
		for _, x := range geography.GabrielNeighbours(test.places) {
			got = append(got, x.A+"-"+x.B)
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%v; want %s", got, test.want)
		}
	}
}
