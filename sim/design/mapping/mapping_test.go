package mapping_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math"
	"reflect"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"pgregory.net/rapid"

	"reconfig/data"
	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim"
	"reconfig/sim/analysis"
	"reconfig/sim/design/mapping"
	"reconfig/sim/draws"
	"reconfig/sim/partition"
	"reconfig/sim/uncertain"
)

const testDraws = 12

var london = sync.OnceValue(func() *model.Case {
	opened, err := data.OpenCase("london-2010")
	if err != nil {
		panic(err)
	}
	return opened.Case
})

func setupOf(t testing.TB, c *model.Case, count int) *analysis.Setup {
	t.Helper()
	s, err := analysis.New(c, uncertain.Options{Seed: 3, Draws: count})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func found(t testing.TB, s *analysis.Setup, o mapping.Options) *mapping.Found {
	t.Helper()
	search, err := mapping.New(context.Background(), s, o)
	if err != nil {
		t.Fatal(err)
	}
	f, err := search.Run(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// valuer values maps by the ordinary engine at mean events, the plain way: one map after the other, on all draws.
type valuer struct {
	setup     *analysis.Setup
	structure string
	outcome   result.Outcome
	draws     int
}

func (v valuer) value(t testing.TB, c *model.Case, name string) float64 {
	e, err := sim.Compile(c, sim.Options{Map: name, Structures: []string{v.structure}, Outcomes: []result.Outcome{v.outcome}, MeanEvents: true})
	if err != nil {
		t.Fatal(err)
	}
	values := make([]float64, v.draws)
	if err := v.setup.Runner(e).Run(context.Background(), 0, v.draws, func(w *draws.Workspace, j int) { values[j] = w.Results.Outcomes(0)[v.outcome] }); err != nil {
		t.Fatal(err)
	}
	sum := 0.0
	for _, x := range values {
		sum += x
	}
	return sum / float64(v.draws)
}

// with is the case with a map of these groups of bodies, by index, under the name "tried".
func with(c *model.Case, groups [][]int) *model.Case {
	added := *c
	added.Memberships = slices.Clone(c.Memberships)
	for i, group := range groups {
		for _, v := range group {
			code := fmt.Sprintf("T%02d", i)
			added.Memberships = append(added.Memberships, model.Membership{Map: "tried", Sector: code, SectorName: code, Region: "R", Commissioner: c.Commissioners[v].Code})
		}
	}
	return &added
}

// everyPartition tells of every way to put n bodies into groups.
func everyPartition(n int, tell func([][]int)) {
	var groups [][]int
	var put func(v int)
	put = func(v int) {
		if v == n {
			tell(groups)
			return
		}
		for i := range groups {
			groups[i] = append(groups[i], v)
			put(v + 1)
			groups[i] = groups[i][:len(groups[i])-1]
		}
		groups = append(groups, []int{v})
		put(v + 1)
		groups = groups[:len(groups)-1]
	}
	put(0)
}

// keeps says whether a group keeps the rules of a search, the plain way.
func keeps(c *model.Case, o mapping.Options, group []int) bool {
	if len(group) < o.Bodies.Least || len(group) > o.Bodies.Most {
		return false
	}
	people, in := 0.0, map[string]bool{}
	for _, v := range group {
		people += c.Commissioners[v].Population
		in[c.Commissioners[v].Code] = true
	}
	if people < o.People[0] || o.People[1] > 0 && people > o.People[1] {
		return false
	}
	for _, list := range o.Together {
		if n := slices.DeleteFunc(slices.Clone(list), func(code string) bool { return !in[code] }); len(n) != 0 && len(n) != len(list) {
			return false
		}
	}
	for _, list := range o.Apart {
		if n := slices.DeleteFunc(slices.Clone(list), func(code string) bool { return !in[code] }); len(n) > 1 {
			return false
		}
	}
	reached := map[string]bool{c.Commissioners[group[0]].Code: true}
	for range group {
		for _, x := range c.Neighbours {
			if (o.River || x.Kind == "land") && in[x.A] && in[x.B] && (reached[x.A] || reached[x.B]) {
				reached[x.A], reached[x.B] = true, true
			}
		}
	}
	return len(reached) == len(group)
}

// randomSearch is a small country with rules for its map.
func randomSearch(t *rapid.T) (*model.Case, mapping.Options) {
	n := rapid.IntRange(5, modeltest.ShortOrLong(7, 10)).Draw(t, "bodies")
	c := modeltest.England(london(), n, rapid.Uint64Range(1, 1000).Draw(t, "seed"))
	o := mapping.Options{
		Outcome: rapid.SampledFrom([]result.Outcome{result.NetBenefit, result.StructureNPV, result.CapacityMean, result.CostAtTarget}).Draw(t, "outcome"),
		Draws:   testDraws, Seed: 1, Random: -1, River: rapid.Bool().Draw(t, "river"),
		Structure: rapid.SampledFrom([]string{"", "merger", "joint-management"}).Draw(t, "structure"),
		Groups:    mapping.Range{Least: rapid.IntRange(1, 2).Draw(t, "least"), Most: rapid.IntRange(2, 4).Draw(t, "most")},
		Bodies:    mapping.Range{Least: rapid.IntRange(1, 2).Draw(t, "smallest"), Most: rapid.IntRange(3, n).Draw(t, "largest")},
	}
	code := func(v int) string { return c.Commissioners[v].Code }
	switch rapid.IntRange(0, 3).Draw(t, "rule") {
	case 1:
		o.Together = [][]string{{code(0), code(rapid.IntRange(1, n-1).Draw(t, "with"))}}
	case 2:
		o.Apart = [][]string{{code(0), code(rapid.IntRange(1, n-1).Draw(t, "from"))}}
	case 3:
		total := 0.0
		for _, x := range c.Commissioners {
			total += x.Population
		}
		o.People = [2]float64{0.05 * total, 0.7 * total}
	}
	return c, o
}

// tried is a map that was valued the plain way.
type tried struct {
	groups [][]int
	value  float64
}

func TestSearchFindsWhatTheEngineSaysOfEveryMap(t *testing.T) {
	checks := 0
	rapid.Check(t, func(t *rapid.T) {
		if checks++; checks > modeltest.ShortOrLong(12, 60) {
			return
		}
		c, o := randomSearch(t)
		s, err := analysis.New(c, uncertain.Options{Seed: 3, Draws: testDraws})
		if err != nil {
			t.Fatal(err)
		}
		within := rapid.Float64Range(0, 1).Draw(t, "within")
		search, err := mapping.New(context.Background(), s, o)
		if err != nil {
			return // no group keeps the rules, or they contradict one another
		}
		f, err := search.Run(context.Background())
		if errors.Is(err, partition.ErrNoPartition) {
			everyPartition(len(c.Commissioners), func(groups [][]int) {
				if len(groups) >= o.Groups.Least && len(groups) <= o.Groups.Most && !slices.ContainsFunc(groups, func(g []int) bool { return !keeps(c, o, g) }) {
					t.Fatalf("%v keeps the rules, but the search found no map", groups)
				}
			})
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		all := byNumber(t, c, o, valuer{s, f.Tables.Maps[0].Structure, o.Outcome, testDraws})
		for _, row := range f.Tables.Maps {
			if row.Kind == result.BestMap && row.Asked == "yes" {
				checkBest(t, row, all[row.Groups], o.Outcome)
			}
		}
		checkPlateau(t, c, s, o, within, all)
	})
}

// byNumber values every map that keeps the rules by the engine, by its number of groups, best first.
func byNumber(t *rapid.T, c *model.Case, o mapping.Options, v valuer) map[int][]tried {
	all := map[int][]tried{}
	everyPartition(len(c.Commissioners), func(groups [][]int) {
		if len(groups) < o.Groups.Least || len(groups) > o.Groups.Most || slices.ContainsFunc(groups, func(g []int) bool { return !keeps(c, o, g) }) {
			return
		}
		kept := make([][]int, len(groups))
		for i, g := range groups {
			kept[i] = slices.Clone(g)
		}
		e, err := sim.Compile(with(c, kept), sim.Options{Map: "tried", Structures: []string{v.structure}, Outcomes: []result.Outcome{v.outcome}, MeanEvents: true})
		if err != nil {
			t.Fatal(err)
		}
		sum, values := 0.0, make([]float64, v.draws)
		if err := v.setup.Runner(e).Run(context.Background(), 0, v.draws, func(w *draws.Workspace, j int) { values[j] = w.Results.Outcomes(0)[v.outcome] }); err != nil {
			t.Fatal(err)
		}
		for _, x := range values {
			sum += x
		}
		all[len(kept)] = append(all[len(kept)], tried{kept, sum / float64(v.draws)})
	})
	sign := 1.0
	if v.outcome.Better() == result.Lower {
		sign = -1
	}
	for _, maps := range all {
		slices.SortStableFunc(maps, func(a, b tried) int {
			switch d := sign * (a.value - b.value); {
			case d > 0:
				return -1
			case d < 0:
				return 1
			}
			return 0
		})
	}
	return all
}

func same(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(1, math.Abs(a), math.Abs(b)) }

// checkBest holds the best map of a number of groups against all maps.
func checkBest(t *rapid.T, row result.MapRow, all []tried, o result.Outcome) {
	if len(all) == 0 {
		t.Fatalf("%d groups: found %s, but no map keeps the rules", row.Groups, row.Map)
	}
	if !same(float64(row.Value), all[0].value) {
		t.Errorf("%d groups, %s: the best has %v, the engine says %v of the best of all %d", row.Groups, o, row.Value, all[0].value, len(all))
	}
	if row.Proved != "yes" || row.Gap != 0 {
		t.Errorf("%d groups: proved %s, gap %v", row.Groups, row.Proved, row.Gap)
	}
}

// checkPlateau asks again with a width between two maps' values, and holds the count and the pairs against all maps.
func checkPlateau(t *rapid.T, c *model.Case, s *analysis.Setup, o mapping.Options, share float64, all map[int][]tried) {
	for k, maps := range all {
		last := int(share * float64(len(maps)-1))
		for last+1 < len(maps) && math.Abs(maps[last+1].value-maps[last].value) < 1e-6*math.Abs(maps[last].value) {
			last++
		}
		width := math.Abs(maps[0].value - maps[last].value)
		if last+1 < len(maps) {
			width = math.Abs(maps[0].value-maps[last].value)/2 + math.Abs(maps[0].value-maps[last+1].value)/2
		}
		o.Groups, o.Within = mapping.Range{Least: k, Most: k}, &width
		search, err := mapping.New(context.Background(), s, o)
		if err != nil {
			t.Fatal(err)
		}
		f, err := search.Run(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(f.Tables.Maps, func(r result.MapRow) bool { return r.Main == "yes" })
		if row := f.Tables.Maps[i]; int(row.Plateau) != last+1 || row.Complete != "yes" {
			t.Errorf("%d groups within %v: %v maps, complete %s; there are %d", k, width, row.Plateau, row.Complete, last+1)
		}
		for _, p := range f.Tables.MapPairs {
			n := 0
			for _, m := range maps[:last+1] {
				if slices.ContainsFunc(m.groups, func(g []int) bool {
					return slices.ContainsFunc(g, func(v int) bool { return c.Commissioners[v].Code == p.A }) && slices.ContainsFunc(g, func(v int) bool { return c.Commissioners[v].Code == p.B })
				}) {
					n++
				}
			}
			if want := float64(n) / float64(last+1); math.Abs(float64(p.Together)-want) > 1e-12 {
				t.Errorf("%d groups: %s and %s are together in %v of the plateau, want %v", k, p.A, p.B, p.Together, want)
			}
		}
		return // one number is enough
	}
}

// londonOf is London with few enough draws for a test, and rules that leave few groups.
func londonOptions() mapping.Options {
	return mapping.Options{Outcome: result.NetBenefit, Draws: testDraws, Seed: 1, Structure: "merger", Bodies: mapping.Range{Least: 5, Most: 6}, Random: 50}
}

func TestSavedMapsAreWorthWhatTheSearchSays(t *testing.T) {
	o := londonOptions()
	o.Groups = mapping.Range{Least: 5, Most: 6}
	s := setupOf(t, london(), o.Draws)
	f := found(t, s, o)
	c := f.Case(london())
	if !slices.Equal(f.Maps(), []string{"best-6"}) && !slices.Equal(f.Maps(), []string{"best-5", "best-6"}) {
		t.Fatal(f.Maps())
	}
	v := valuer{s, "merger", o.Outcome, o.Draws}
	for _, row := range f.Tables.Maps {
		if got := v.value(t, c, row.Map); !same(got, float64(row.Value)) {
			t.Errorf("%s: the search says %v, the engine %v", row.Map, row.Value, got)
		}
		if row.Kind == result.PublishedMap {
			continue
		}
		m, ok := c.Map(row.Map)
		if !ok || len(m.Sectors) != row.Groups {
			t.Errorf("%s is not in the case", row.Map)
		}
		if row.Breaks != "" {
			t.Errorf("%s breaks rules: %s", row.Map, row.Breaks)
		}
	}
}

func TestRulesOfTheUserAreKept(t *testing.T) {
	o := londonOptions()
	free := bestSectors(onTwoCores(t))
	var together, apart []string
	bodies := slices.Sorted(maps.Keys(free)) // always the same pairs
	for _, a := range bodies {
		for _, b := range bodies {
			switch {
			case a >= b:
			case free[a] == free[b] && apart == nil:
				apart = []string{a, b}
			case free[a] != free[b] && together == nil && beside(a, b):
				together = []string{a, b}
			}
		}
	}
	o.Together, o.Apart = [][]string{together}, [][]string{apart}
	o.People = [2]float64{0.9e6, 2.2e6}
	f := found(t, setupOf(t, london(), o.Draws), o)
	bound := bestSectors(f)
	if bound[together[0]] != bound[together[1]] {
		t.Errorf("%v are not together", together)
	}
	if bound[apart[0]] == bound[apart[1]] {
		t.Errorf("%v are not apart", apart)
	}
	people := map[string]float64{}
	for _, r := range f.Tables.MapSectors {
		if r.Kind == result.BestMap {
			people[r.Map+r.Sector] += r.People
		}
	}
	for sector, n := range people {
		if n < o.People[0] || n > o.People[1] {
			t.Errorf("%s serves %v people", sector, n)
		}
	}
}

// beside says whether two of London's bodies are neighbours by land.
func beside(a, b string) bool {
	return slices.ContainsFunc(london().Neighbours, func(x model.Neighbour) bool {
		return x.Kind == "land" && (x.A == a && x.B == b || x.A == b && x.B == a)
	})
}

// bestSectors is the sector of each body in the main best map.
func bestSectors(f *mapping.Found) map[string]string {
	in := map[string]string{}
	for _, row := range f.Tables.Maps {
		if row.Main != "yes" {
			continue
		}
		for _, r := range f.Tables.MapSectors {
			if r.Map == row.Map {
				in[r.Body] = r.Sector
			}
		}
	}
	return in
}

func TestTablesAreTheSameOnAnyNumberOfCores(t *testing.T) {
	s := setupOf(t, london(), testDraws)
	s.Workers = 1
	if one := found(t, s, londonOptions()); !reflect.DeepEqual(written(one.Tables), written(onTwoCores(t).Tables)) {
		t.Error("one core and two give different tables")
	}
}

// onTwoCores is what the search of London finds, for all tests that need it.
func onTwoCores(t *testing.T) *mapping.Found {
	t.Helper()
	onceOnTwoCores.Do(func() {
		s := setupOf(t, london(), testDraws)
		s.Workers = 2
		foundOnTwoCores = found(t, s, londonOptions())
	})
	if foundOnTwoCores == nil {
		t.Fatal("the search of London has failed")
	}
	return foundOnTwoCores
}

var (
	onceOnTwoCores  sync.Once
	foundOnTwoCores *mapping.Found
)

// written writes tables so that cells without a value are the same as each other.
func written(a *result.Analysis) []string {
	return []string{fmt.Sprintf("%+v", a.Maps), fmt.Sprintf("%+v", a.MapSectors), fmt.Sprintf("%+v", a.MapPairs), fmt.Sprintf("%+v", a.MapRandom)}
}

func TestSearchRefusesWhatItCannotAnswer(t *testing.T) {
	for _, test := range []struct {
		change func(*mapping.Options)
		want   string
	}{
		{func(o *mapping.Options) { o.Outcome = result.CapacityLowest }, "not a sum over its sectors"},
		{func(o *mapping.Options) { o.Structure = "hub-and-sectors" }, "does not pool all its work on the sector tier"},
		{func(o *mapping.Options) { o.Structure = "status-quo" }, "does not pool all its work on the sector tier"},
		{func(o *mapping.Options) { o.Structure = "mergers" }, "merger"},
		{func(o *mapping.Options) { o.Together = [][]string{{"5A4", "nowhere"}} }, "nowhere"},
		{func(o *mapping.Options) { o.Outcome = result.CapacityLowest }, "choose one of steady_saving_k, steady_saving_pct, "},
		{func(o *mapping.Options) { o.Together, o.Apart = [][]string{{"5A4", "5A5"}}, [][]string{{"5A5", "5A4"}} }, "5A4 must be both together with 5A5 and apart from it"},
		{func(o *mapping.Options) { o.Bodies.Least, o.Bodies.Most = 99, 0 }, "no sector can have 99 PCTs or more"},
		{func(o *mapping.Options) { o.People = [2]float64{9e6, 0} }, "people, too few for a sector"},
		{func(o *mapping.Options) { o.People = [2]float64{4e6, 4.01e6} }, "no connected group of PCTs keeps the rules"},
		{func(o *mapping.Options) {
			o.Together = [][]string{{"5A4", "5A5", "5A7", "5A8", "5A9", "5AT", "5C1", "5C2", "5C3"}}
		}, "5A4 and others that must share its sector are 9, more than "},
		{func(o *mapping.Options) {
			o.Groups = mapping.Range{Least: 9, Most: 9}
			o.Bodies = mapping.Range{Least: 6, Most: 6}
		}, "that many sectors of 6 PCTs do not make 31; --bodies allows other sizes"},
	} {
		o := londonOptions()
		test.change(&o)
		_, err := mapping.New(context.Background(), setupOf(t, london(), o.Draws), o)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%v, want %q", err, test.want)
		}
	}
}

// What alone keeps every map from keeping the rules is named before anything is valued.
func TestSearchNamesWhatIsInTheWay(t *testing.T) {
	for _, test := range []struct {
		together [][]string
		least    int
		want     string
	}{
		{nil, 3, "no map keeps the rules: 5A4 has no neighbour, so it cannot be in a sector of 3"},
		{[][]string{{"5AT", "TAK"}}, 1, "5AT and TAK must share a sector, which takes 7, more than 4, to be connected"},
		{[][]string{{"5A5", "5A4"}}, 1, "5A4 and 5A5 must share a sector, but no neighbours connect them"},
	} {
		c := *london()
		c.Neighbours = slices.DeleteFunc(slices.Clone(c.Neighbours), func(x model.Neighbour) bool { return x.A == "5A4" || x.B == "5A4" })
		o := londonOptions()
		o.Bodies.Least, o.Bodies.Most, o.Together = test.least, 4, test.together
		if _, err := mapping.New(context.Background(), setupOf(t, &c, o.Draws), o); !errors.Is(err, partition.ErrNoPartition) || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%v, want %q", err, test.want)
		}
	}
}

// A search that is stopped while it values keeps the best map of the groups that were valued, and proves nothing.
func TestSearchStoppedWhileItValuesKeepsTheBestSoFar(t *testing.T) {
	for _, part := range []int{50, 3} {
		s := setupOf(t, london(), testDraws)
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		search := stoppable(t, ctx, s)
		done, stopped := 0, time.Time{}
		s.Progress = func(runs int) {
			if done += runs; stopped.IsZero() && done > search.Runs()/part {
				stopped = time.Now()
				cancel()
			}
		}
		f, err := search.Run(ctx)
		if f == nil || !errors.Is(err, context.Canceled) {
			t.Fatalf("it found %v, %v", f, err)
		}
		if took := time.Since(stopped); took > 3*time.Second { // 0.6 s, and what a busy machine may add
			t.Errorf("it ended %v after it was stopped", took)
		}
		best := f.Tables.Maps[slices.IndexFunc(f.Tables.Maps, func(r result.MapRow) bool { return r.Kind == result.BestMap })]
		if best.Proved != "no" || best.Gap == best.Gap || !strings.HasPrefix(best.Search, "not proved: the search was stopped when ") {
			t.Errorf("it says proved %s, gap %v, %s", best.Proved, best.Gap, best.Search)
		}
	}
}

// One that is stopped later keeps the best so far. How long it takes to the first map hangs on the machine: so it is
// stopped ever later, until it has one.
func TestSearchStoppedLaterKeepsTheBestSoFar(t *testing.T) {
	for pause := 50 * time.Millisecond; pause < time.Minute; pause *= 2 {
		s := setupOf(t, london(), testDraws)
		ctx, cancel := context.WithCancel(context.Background())
		search := stoppable(t, ctx, s)
		done := 0
		var stopped atomic.Int64
		s.Progress = func(runs int) {
			if done += runs; done == search.Runs() {
				time.AfterFunc(pause, func() { stopped.Store(time.Now().UnixNano()); cancel() })
			}
		}
		f, err := search.Run(ctx)
		took := time.Duration(time.Now().UnixNano() - stopped.Load())
		cancel()
		switch {
		case err == nil:
			t.Fatal("it was done before it was stopped")
		case !errors.Is(err, context.Canceled):
			t.Fatal(err)
		case f == nil:
			continue
		case len(f.Tables.Maps) == 0 || len(f.Tables.MapSectors) == 0:
			t.Errorf("it keeps %+v", f.Tables)
		case took > 500*time.Millisecond:
			t.Errorf("it ended %v after it was stopped", took)
		}
		return
	}
	t.Error("it kept nothing however long it searched")
}

// stoppable is a search of London that takes some time.
func stoppable(t *testing.T, ctx context.Context, s *analysis.Setup) *mapping.Search {
	s.Workers = 1
	search, err := mapping.New(ctx, s, mapping.Options{Outcome: result.NetBenefit, Draws: testDraws, Seed: 1, Structure: "merger", Bodies: mapping.Range{Least: 4, Most: 7}})
	if err != nil {
		t.Fatal(err)
	}
	return search
}
