package modeltest_test

import (
	"math"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"reconfig/model"
	"reconfig/model/modeltest"
)

// Whatever the number and the seed, a generated England is valid, has England's people, and each of its sectors and
// regions hangs together.
func TestEngland(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bodies, seed := rapid.IntRange(1, 700).Draw(t, "bodies"), rapid.Uint64().Draw(t, "seed")
		c := modeltest.England(modeltest.Small(), bodies, seed)
		if problems := c.Check(); len(problems) > 0 {
			t.Fatalf("%+v", problems)
		}
		people := 0.0
		for _, x := range c.Commissioners {
			people += x.Population
		}
		if len(c.Commissioners) != bodies || math.Abs(people-50e6) > 1e5 {
			t.Fatalf("%d bodies, %.0f people", len(c.Commissioners), people)
		}
		for _, name := range c.MapNames() {
			m, _ := c.Map(name)
			region := map[string][]string{}
			for _, s := range m.Sectors {
				region[s.Region] = append(region[s.Region], s.Members...)
				checkConnected(t, c, name+" "+s.Code, s.Members)
			}
			for code, members := range region {
				checkConnected(t, c, name+" "+code, members)
			}
		}
		if !reflect.DeepEqual(c, modeltest.England(modeltest.Small(), bodies, seed)) {
			t.Fatal("the same number and seed give another England")
		}
	})
}

// checkConnected walks from the first member to its neighbours and theirs: it must come to all.
func checkConnected(t *rapid.T, c *model.Case, name string, members []string) {
	unseen := map[string]bool{}
	for _, code := range members {
		unseen[code] = true
	}
	beside := map[string][]string{}
	for _, pair := range c.Neighbours {
		beside[pair.A], beside[pair.B] = append(beside[pair.A], pair.B), append(beside[pair.B], pair.A)
	}
	delete(unseen, members[0])
	for reached := members[:1:1]; len(reached) > 0; reached = reached[1:] {
		for _, code := range beside[reached[0]] {
			if unseen[code] {
				delete(unseen, code)
				reached = append(reached, code)
			}
		}
	}
	if len(unseen) > 0 {
		t.Fatalf("%s is not connected: %d of %d apart", name, len(unseen), len(members))
	}
}

// Another seed gives other bodies, and with England's number they are grouped as England's were and of sizes to be believed.
func TestEnglandsBodies(t *testing.T) {
	one, other := modeltest.England(modeltest.Small(), modeltest.EnglandPCTs, 1), modeltest.England(modeltest.Small(), modeltest.EnglandPCTs, 2)
	if reflect.DeepEqual(one.Commissioners, other.Commissioners) {
		t.Error("two seeds give the same bodies")
	}
	m, _ := one.Map(one.DefaultMap)
	if len(m.Sectors) != 28 || len(m.Regions()) != 9 {
		t.Errorf("%d sectors in %d regions, want 28 in 9", len(m.Sectors), len(m.Regions()))
	}
	for _, x := range one.Commissioners {
		if aHead := 1000 * x.ManagementCostK / x.Population; x.Population < 4e4 || x.Population > 8e5 || aHead < 15 || aHead > 90 {
			t.Errorf("%s: %.0f people at £%.0f a head", x.Name, x.Population, aHead)
		}
	}
}
