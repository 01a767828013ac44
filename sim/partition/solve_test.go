package partition_test

import (
	"cmp"
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"reconfig/sim/partition"
	"reconfig/sim/partition/partitiontest"
	"reconfig/sim/partition/recom"
)

// randomProblem are the groups of a random graph with values, half of the time few different ones, so that many partitions
// are equal.
func randomProblem(t *rapid.T) (*partition.Graph, []partition.Group) {
	g := randomGraph(t, 12)
	r := randomRules(t, g.Vertices())
	if contradicts(r, g) {
		t.Skip("rules contradict one another")
	}
	groups := groupsOf(t, g, r)
	if len(groups) == 0 {
		t.Skip("no group keeps to the rules")
	}
	random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "values"), 0))
	few := rapid.Bool().Draw(t, "few values")
	offset := rapid.SampledFrom([]float64{0, -1e3, 1e9}).Draw(t, "offset")
	for i := range groups {
		groups[i].Value = random.NormFloat64()
		if few {
			groups[i].Value = 0.1 * float64(random.IntN(4))
		}
		groups[i].Value += offset
	}
	return g, groups
}

func problem(t interface{ Fatal(...any) }, n int, groups []partition.Group) *partition.Problem {
	p, err := partition.NewProblem(n, groups)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// close says whether two values are the same but for rounding.
func close(a, b float64) bool { return math.Abs(a-b) <= 1e-8+1e-14*math.Abs(a) }

func TestSolveCountAndListAreWhatGoingThroughAllPartitionsGives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g, groups := randomProblem(t)
		n := g.Vertices()
		k := min(n, rapid.IntRange(1, 6).Draw(t, "k"))
		var values []float64
		partitiontest.EveryPartition(n, groups, func(chosen []int, value float64) {
			if len(chosen) == k {
				values = append(values, value)
			}
		})
		p := problem(t, n, groups)
		s, err := p.Solve(context.Background(), k, partition.Options{Workers: 2})
		if len(values) == 0 {
			if !errors.Is(err, partition.ErrNoPartition) {
				t.Fatalf("the error is %v, want that there is no partition", err)
			}
			return
		}
		if err != nil || !s.Proved || s.Gap() != 0 || s.Bound != s.Best.Value {
			t.Fatalf("%+v was not proved: %v", s, err)
		}
		slices.SortFunc(values, func(a, b float64) int { return cmp.Compare(b, a) })
		if !close(s.Best.Value, values[0]) {
			t.Fatalf("the best value is %v, want %v", s.Best.Value, values[0])
		}
		checkPlateau(t, n, groups, p, s, values[0]-rapid.Float64Range(0, 2).Draw(t, "within"))
	})
}

// checkPlateau compares Count and List with all partitions of at least a value.
func checkPlateau(t *rapid.T, n int, groups []partition.Group, p *partition.Problem, s *partition.Solution, least float64) {
	together := make([][]int, n)
	for v := range together {
		together[v] = make([]int, n)
	}
	var want []float64
	partitiontest.EveryPartition(n, groups, func(chosen []int, value float64) {
		if len(chosen) != s.K || value < least && !close(value, least) {
			return
		}
		want = append(want, value)
		for _, j := range chosen {
			for a := range groups[j].Members.All() {
				for b := range groups[j].Members.All() {
					together[a][b]++
				}
			}
		}
	})
	slices.SortFunc(want, func(a, b float64) int { return cmp.Compare(b, a) })
	count, err := s.Count(context.Background(), least, len(want), partition.Options{Workers: 2})
	if err != nil || !count.Complete || count.Partitions != len(want) || !slices.EqualFunc(count.Together, together, slices.Equal) {
		t.Fatalf("the count is %+v, want %d and %v", count, len(want), together)
	}
	for _, limit := range []int{1, max(1, len(want)/2), len(want)} {
		list, err := s.List(context.Background(), least, limit, partition.Options{Workers: 2})
		if err != nil || len(list) != limit {
			t.Fatalf("the list has %d partitions, want %d; %v", len(list), limit, err)
		}
		for i, one := range list {
			if !close(one.Value, want[i]) {
				t.Fatalf("partition %d of the list has value %v, want %v", i, one.Value, want[i])
			}
		}
		checkCovers(t, n, groups, list)
		if limit == len(want) && !slices.EqualFunc(p.Together(list), together, slices.Equal) {
			t.Fatalf("in the list vertices are together %v times, want %v", p.Together(list), together)
		}
	}
	if len(want) > 1 {
		if c, err := s.Count(context.Background(), least, len(want)-1, partition.Options{Workers: 2}); err != nil || c.Complete || c.Partitions != len(want)-1 {
			t.Fatalf("the count is %+v, want at least %d", c, len(want)-1)
		}
	}
}

// checkCovers looks whether the partitions are different and cover each vertex once.
func checkCovers(t interface{ Fatalf(string, ...any) }, n int, groups []partition.Group, list []partition.Partition) {
	seen := map[string]bool{}
	for _, p := range list {
		covered, key := 0, ""
		for _, j := range p.Groups {
			covered += groups[j].Members.Len()
			for v := range groups[j].Members.All() {
				key += string(rune('a' + v))
			}
			key += " "
		}
		if covered != n || seen[key] {
			t.Fatalf("partition %q comes twice or covers %d of %d vertices", key, covered, n)
		}
		seen[key] = true
	}
}

func TestGridsHaveThePublishedNumbersOfPartitions(t *testing.T) {
	// Partitions of a 4 × 4 grid into four, and of a 5 × 5 grid into five connected parts of equal size: OEIS A172477.
	for side, want := range map[int]int{4: 117, 5: 4006} {
		groups := groupsOf(t, partitiontest.Grid(side, side), partition.Rules{Least: side, Most: side})
		s, err := problem(t, side*side, groups).Solve(context.Background(), side, partition.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if c, err := s.Count(context.Background(), s.Best.Value, 10000, partition.Options{}); err != nil || c.Partitions != want || !c.Complete {
			t.Errorf("%d × %d: %d partitions, complete %v, want %d; %v", side, side, c.Partitions, c.Complete, want, err)
		}
	}
}

// TestSetsOfMoreThanAWord solves a grid of 78 vertices, whose best partition is known: each row of three is worth most.
func TestSetsOfMoreThanAWord(t *testing.T) {
	groups := groupsOf(t, partitiontest.Grid(26, 3), partition.Rules{Least: 3, Most: 3})
	for i, g := range groups {
		if m := g.Members.Members(); m[0]%3 == 0 && m[2] == m[0]+2 {
			groups[i].Value = 1
		}
	}
	s, err := problem(t, 78, groups).Solve(context.Background(), 26, partition.Options{})
	if err != nil || s.Best.Value != 26 || !s.Proved {
		t.Fatalf("%+v, want the value 26; %v", s, err)
	}
	// As many less one 3 × 3 square divided the other way: a row short for each of three rows.
	if c, err := s.Count(context.Background(), 23, 1000, partition.Options{}); err != nil || !c.Complete || c.Partitions != plainRows(26) {
		t.Errorf("%+v, want %d; %v", c, plainRows(26), err)
	}
}

// plainRows is how many partitions into threes keep all rows but three, or all: what does not touch the kept rows is three rows
// in one piece, divided without any whole row, in one of the ways that EveryPartition finds.
func plainRows(rows int) int {
	var groups []partition.Group
	g := partitiontest.Grid(3, 3)
	for _, group := range groupsOf(panics{}, g, partition.Rules{Least: 3, Most: 3}) {
		if m := group.Members.Members(); m[0]%3 != 0 || m[2] != m[0]+2 {
			groups = append(groups, group)
		}
	}
	ways := 0
	partitiontest.EveryPartition(9, groups, func([]int, float64) { ways++ })
	pairs := 0 // two rows that are divided into two groups, neither a row
	two := groupsOf(panics{}, partitiontest.Grid(2, 3), partition.Rules{Least: 3, Most: 3})
	partitiontest.EveryPartition(6, slices.DeleteFunc(two, func(g partition.Group) bool {
		m := g.Members.Members()
		return m[0]%3 == 0 && m[2] == m[0]+2
	}), func([]int, float64) { pairs++ })
	return 1 + ways*(rows-2) + pairs*(rows-1)
}

type panics struct{}

func (panics) Fatal(v ...any) { panic(v) }

func TestTheSameOnAnyNumberOfCores(t *testing.T) {
	groups := groupsOf(t, partitiontest.Grid(5, 5), partition.Rules{Least: 3, Most: 7})
	for i := range groups { // few different values, so that many partitions are equally good
		groups[i].Value = float64(groups[i].Members[0] % 7)
	}
	p := problem(t, 25, groups)
	var first *partition.Solution
	var firstList []partition.Partition
	for _, workers := range []int{1, 2, 5} {
		o := partition.Options{Workers: workers}
		s, err := p.Solve(context.Background(), 5, o)
		if err != nil {
			t.Fatal(err)
		}
		list, err := s.List(context.Background(), s.Best.Value-1, 50, o)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first, firstList = s, list
		}
		if !slices.Equal(s.Best.Groups, first.Best.Groups) || s.Bound != first.Bound {
			t.Errorf("%d workers find %v, one finds %v", workers, s.Best, first.Best)
		}
		for i := range list {
			if !slices.Equal(list[i].Groups, firstList[i].Groups) {
				t.Fatalf("%d workers list %v as number %d, one lists %v", workers, list[i], i, firstList[i])
			}
		}
	}
}

func TestSolveStopsSoonWithTheBestSoFar(t *testing.T) {
	london := partitiontest.Land(t, "london-2010")
	rules := partition.Rules{Most: 8}
	groups := groupsOf(t, london.Graph, rules)
	randomValues(groups, 5)
	p := problem(t, 31, groups)
	starts, err := recom.Starts(context.Background(), london.Graph, rules, 6, 5, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, after := range []time.Duration{0, 10 * time.Millisecond, 40 * time.Millisecond} {
		ctx, stop := context.WithTimeout(context.Background(), after)
		begun := time.Now()
		s, err := p.Solve(ctx, 6, partition.Options{Starts: starts})
		stop()
		if took := time.Since(begun) - after; took > 2*time.Second { // 0.2 s, and what a busy machine may add
			t.Errorf("it stopped %v too late", took)
		}
		if !errors.Is(err, context.DeadlineExceeded) || s == nil || s.Proved || s.Gap() <= 0 || math.IsInf(s.Gap(), 1) {
			t.Fatalf("stopped after %v the error is %v; want a best so far that is not proved", after, err)
		}
		checkCovers(t, 31, groups, []partition.Partition{s.Best})
	}
}

func TestStartsThatDoNotFitArePassedOver(t *testing.T) {
	groups := groupsOf(t, partitiontest.Grid(2, 3), partition.Rules{Least: 2})
	for i, g := range groups {
		groups[i].Value = float64(g.Members.Len() * g.Members.Len())
	}
	starts := [][]int{{0, 0}, {0, 0, 0, 0, 0, 0}, {0, 1, 1, 1, 1, 1}, {7, 7, 2, 7, 7, 2}}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	s, _ := problem(t, 6, groups).Solve(ctx, 2, partition.Options{Starts: starts[:3]})
	if s == nil || s.Best.Groups != nil {
		t.Errorf("it begins with %+v, want nothing", s)
	}
	if s, _ = problem(t, 6, groups).Solve(ctx, 2, partition.Options{Starts: starts}); s == nil || s.Best.Value != 20 {
		t.Errorf("it begins with %+v, want the value 4² + 2²", s)
	}
}

func TestGroupsThatCannotBeAreRefused(t *testing.T) {
	a, b := partition.NewSet(3, 0, 1), partition.NewSet(3, 2)
	for name, groups := range map[string][]partition.Group{
		"none":     {},
		"empty":    {{Members: partition.NewSet(3)}},
		"twice":    {{Members: a}, {Members: b}, {Members: a, Value: 1}},
		"outside":  {{Members: partition.Set{8}}},
		"long":     {{Members: partition.NewSet(65, 1)}},
		"no value": {{Members: a, Value: math.NaN()}},
		"infinite": {{Members: a, Value: math.Inf(1)}},
		"no set":   {{}},
	} {
		if _, err := partition.NewProblem(3, groups); err == nil {
			t.Errorf("%s: groups were taken", name)
		}
	}
	p := problem(t, 3, []partition.Group{{Members: a}, {Members: b}})
	for _, k := range []int{0, 1, 3, 4} {
		if _, err := p.Solve(context.Background(), k, partition.Options{}); !errors.Is(err, partition.ErrNoPartition) {
			t.Errorf("%d groups: the error is %v, want that there is no partition", k, err)
		}
	}
}
