package uncertain_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/stat"

	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/sim/sampling"
	"reconfig/sim/uncertain"
)

func TestOnlyWhatIsUncertainVaries(t *testing.T) {
	c := mixed()
	g := generator(t, c, uncertain.Options{Set: []string{"b", "lever"}})
	if want := []string{"a", "c", "d", "e", "f"}; !slices.Equal(g.Drawn(), want) {
		t.Errorf("drawn: %v, want %v", g.Drawn(), want)
	}
	for i, values := range columns(g, c, 64) {
		a := c.Assumptions[i]
		varies := slices.Min(values) < slices.Max(values)
		if varies != slices.Contains(g.Drawn(), a.Name) {
			t.Errorf("%s: from %v to %v", a.Name, slices.Min(values), slices.Max(values))
		}
		if !varies && values[0] != a.Central {
			t.Errorf("%s stays at %v, not at its central value", a.Name, values[0])
		}
	}
}

func TestWhatIsNotDrawnStaysAtTheBase(t *testing.T) {
	c := mixed()
	base := model.Draw{-1, 3.5, 0, 1, 0.2, 10, 7, 9, 0}
	g := generator(t, c, uncertain.Options{Base: base, Set: []string{"b"}})
	base[7] = 5 // the generator keeps its own
	got := draw(g, c, 3)
	for i, want := range map[int]float64{1: 3.5, 6: 7, 7: 9, 8: 0} {
		if got[i] != want {
			t.Errorf("%s: %v, want %v", c.Assumptions[i].Name, got[i], want)
		}
	}
}

// Setting an assumption leaves every other draw as it was, correlated or not.
func TestSettingOneLeavesTheOthers(t *testing.T) {
	c := mixed()
	correlate(c, "a", "c", 0.7)
	correlate(c, "c", "d", -0.5)
	correlate(c, "z", "b", 0.5)
	for _, sampler := range uncertain.Samplers {
		all := generator(t, c, uncertain.Options{Sampler: sampler, Draws: 50})
		for i, a := range c.Assumptions {
			set := generator(t, c, uncertain.Options{Sampler: sampler, Draws: 50, Set: []string{a.Name}})
			narrowed := *c
			narrowed.Assumptions = slices.Clone(c.Assumptions)
			narrowed.Assumptions[i].Low, narrowed.Assumptions[i].High = a.Central, a.Central
			constant := generator(t, &narrowed, uncertain.Options{Sampler: sampler, Draws: 50})
			for j := range 50 {
				want := draw(all, c, j)
				want[i] = a.Central
				for how, g := range map[string]*uncertain.Generator{"set": set, "constant": constant} {
					if got := draw(g, c, j); !slices.Equal(got, want) {
						t.Fatalf("%s, %s %s: draw %d is %v, want %v", sampler, a.Name, how, j, got, want)
					}
				}
			}
		}
	}
}

func TestDrawsDependOnNothingButSeedAndIndex(t *testing.T) {
	const n = 500
	c := london(t)
	for _, sampler := range uncertain.Samplers {
		g := generator(t, c, uncertain.Options{Sampler: sampler, Seed: 5, Draws: n})
		want := make([]model.Draw, n)
		for j := range want {
			want[j] = draw(g, c, j)
		}
		again := generator(t, c, uncertain.Options{Sampler: sampler, Seed: 5, Draws: n})
		var wait sync.WaitGroup
		for worker := range 4 {
			wait.Go(func() {
				dst, s := c.CentralDraw(), again.NewScratch()
				for j := n - 1; j >= 0; j-- {
					again.Draw((j*7+worker)%n, dst, s)
					if !slices.Equal(dst, want[(j*7+worker)%n]) {
						t.Errorf("%s: draw %d depends on who asks", sampler, j)
						return
					}
				}
			})
		}
		wait.Wait()
		if other := generator(t, c, uncertain.Options{Sampler: sampler, Seed: 6, Draws: n}); slices.Equal(draw(other, c, 0), want[0]) {
			t.Errorf("%s: seeds 5 and 6 draw the same", sampler)
		}
	}
}

// All 64 bits of the seed count, for every sampler and for the errors of bodies.
func TestEveryBitOfTheSeedCounts(t *testing.T) {
	c := units(3)
	c.Commissioners = []model.Commissioner{{Code: "A"}}
	for _, sampler := range uncertain.Samplers {
		seen := map[float64]bool{}
		bodies := map[float64]bool{}
		z := make([]float64, 1)
		for bit := range 64 {
			g := generator(t, c, uncertain.Options{Sampler: sampler, Seed: 1 << bit, Draws: 1 << 20})
			seen[draw(g, c, 5)[2]] = true
			g.BodyErrors(5, z)
			bodies[z[0]] = true
		}
		if len(seen) != 64 || len(bodies) != 64 {
			t.Errorf("%s: %d different draws and %d errors of 64 seeds", sampler, len(seen), len(bodies))
		}
	}
}

func TestDrawsAreOfTheirDistributions(t *testing.T) {
	const n = 4096
	c := mixed()
	correlate(c, "a", "b", 0.8)
	correlate(c, "a", "e", -0.5)
	correlate(c, "c", "d", 0.5)
	all := columns(generator(t, c, uncertain.Options{}), c, n)
	for i, a := range c.Assumptions[:6] {
		d, err := uncertain.DistributionOf(a)
		if err != nil {
			t.Fatal(err)
		}
		slices.Sort(all[i])
		for _, u := range []float64{0.05, 0.25, 0.5, 0.75, 0.95} {
			below := stat.CDF(d.Quantile(u), stat.Empirical, all[i], nil)
			if !near(below, u, 0.005) {
				t.Errorf("%s: %v of the draws below quantile %v", a.Name, below, u)
			}
		}
	}
}

func TestWhatIsImpossibleIsMovedToTheBound(t *testing.T) {
	c := mixed()
	c.Assumptions[3].Min, c.Assumptions[3].Max = 1.5, 4
	c.Assumptions[4].Min, c.Assumptions[4].Max = 0.2, 0.4
	correlate(c, "a", "e", 0.3)
	all := columns(generator(t, c, uncertain.Options{}), c, 256)
	for i, want := range map[int][2]float64{3: {1.5, 4}, 4: {0.2, 0.4}} {
		if got := [2]float64{slices.Min(all[i]), slices.Max(all[i])}; got != want {
			t.Errorf("%s: from %v to %v", c.Assumptions[i].Name, got[0], got[1])
		}
	}
}

func TestRankCorrelationsAreThoseAskedFor(t *testing.T) {
	n := 1 << modeltest.ShortOrLong(12, 14)
	c := mixed()
	correlate(c, "a", "b", 0.9)
	correlate(c, "b", "d", -0.6)
	correlate(c, "a", "d", -0.5)
	correlate(c, "e", "c", 0.3)
	correlate(c, "f", "lever", 0.99) // no effect
	correlate(c, "f", "z", -0.99)    // nor this
	for _, sampler := range uncertain.Samplers {
		all := columns(generator(t, c, uncertain.Options{Sampler: sampler, Draws: n}), c, n)
		asked := map[[2]int]float64{{0, 1}: 0.9, {1, 3}: -0.6, {0, 3}: -0.5, {2, 4}: 0.3}
		for i := range 6 {
			for k := i + 1; k < 6; k++ {
				if got := spearman(all[i], all[k]); !near(got, asked[[2]int{i, k}], 3.2/math.Sqrt(float64(n))) {
					t.Errorf("%s: %s and %s: %.3f, want %v", sampler, c.Assumptions[i].Name, c.Assumptions[k].Name, got, asked[[2]int{i, k}])
				}
			}
		}
		independent := columns(generator(t, c, uncertain.Options{Sampler: sampler, Draws: n, Independent: true}), c, n)
		if got := spearman(independent[0], independent[1]); !near(got, 0, 3.2/math.Sqrt(float64(n))) {
			t.Errorf("%s, independent: %.3f", sampler, got)
		}
		if !slices.Equal(all[5], independent[5]) {
			t.Errorf("%s: correlations of others change an assumption", sampler)
		}
	}
}

func TestLondonsRankCorrelations(t *testing.T) {
	const n = 4096
	c := london(t)
	g := generator(t, c, uncertain.Options{})
	var ranked [][]float64
	for _, values := range columns(g, c, n) {
		ranked = append(ranked, ranks(values))
	}
	asked := map[string]float64{}
	for _, x := range c.Correlations {
		asked[min(x.A, x.B)+" "+max(x.A, x.B)] = x.RankCorrelation
	}
	worst, squares, pairs := 0.0, 0.0, 0.0
	for i, a := range c.Assumptions {
		for k, b := range c.Assumptions[:i] {
			if slices.Contains(g.Drawn(), a.Name) && slices.Contains(g.Drawn(), b.Name) {
				off := math.Abs(correlationOfRanks(ranked[i], ranked[k]) - asked[min(a.Name, b.Name)+" "+max(a.Name, b.Name)])
				worst, squares, pairs = max(worst, off), squares+off*off, pairs+1
			}
		}
	}
	typical := math.Sqrt(squares / pairs)
	t.Logf("%d assumptions, %d draws: rank correlations off by %.4f, at most %.3f", len(g.Drawn()), n, typical, worst)
	// Independent draws are off by 1/√n, 0.016. Among 2,700 pairs of a Sobol' sequence a few are no better than those.
	if typical > 0.004 || worst > 0.07 {
		t.Errorf("rank correlations are off by %.4f, at most %.3f", typical, worst)
	}
}

func TestBodyErrors(t *testing.T) {
	c := &model.Case{Commissioners: []model.Commissioner{{Code: "A"}, {Code: "B"}, {Code: "5A7"}}}
	more := &model.Case{Commissioners: []model.Commissioner{{Code: "5A7"}, {Code: "C"}, {Code: "A"}, {Code: "B"}}}
	g, h := generator(t, c, uncertain.Options{Seed: 3}), generator(t, more, uncertain.Options{Seed: 3, Sampler: "random"})
	const n = 1 << 18
	z, w := make([]float64, 3), make([]float64, 4)
	u := make([][]float64, 3) // the probabilities
	sum, squares := 0.0, 0.0
	for j := range n {
		g.BodyErrors(j, z)
		h.BodyErrors(j, w)
		if z[0] != w[2] || z[1] != w[3] || z[2] != w[0] {
			t.Fatalf("draw %d: %v; in another order, with one more: %v", j, z, w)
		}
		for i, v := range z {
			u[i] = append(u[i], 0.5*math.Erfc(-v/math.Sqrt2))
			sum, squares = sum+v, squares+v*v
		}
	}
	if mean, variance := sum/(3*n), squares/(3*n); !near(mean, 0, 0.005) || !near(variance, 1, 0.01) {
		t.Errorf("mean %v, variance %v", mean, variance)
	}
	for i := range u {
		if a, b := chiSquare(u[i], u[(i+1)%3]), chiSquare(u[i][1:], u[i][:n-1]); math.Abs(a) > 5 || math.Abs(b) > 5 {
			t.Errorf("body %d: with the next body %.1f, with the next draw %.1f standard deviations", i, a, b)
		}
	}
}

func TestOptionsThatDoNotFit(t *testing.T) {
	c := mixed()
	contradiction := mixed()
	for _, pair := range [][2]string{{"a", "b"}, {"b", "c"}} {
		correlate(contradiction, pair[0], pair[1], 0.9)
	}
	correlate(contradiction, "a", "c", -0.9)
	together := mixed()
	correlate(together, "a", "b", 1)
	impossible := mixed()
	impossible.Assumptions[4] = assume("e", "beta", 0.2, 0.21, 0.9)
	for _, test := range []struct {
		c    *model.Case
		o    uncertain.Options
		want string
	}{
		{c, uncertain.Options{Sampler: "sobel"}, "did you mean sobol"},
		{c, uncertain.Options{Sampler: "lhs"}, "0 draws: a Latin hypercube needs to know"},
		{c, uncertain.Options{Sampler: "lhs", Draws: -1}, "-1 draws"},
		{c, uncertain.Options{Sampler: "lhs", Draws: sampling.MaxPoints + 1}, "from 1 to 4294967296"},
		{c, uncertain.Options{Set: []string{"nothing"}}, `no assumption "nothing"`},
		{c, uncertain.Options{Base: model.Draw{1}}, "a draw of 1 values for 9 assumptions"},
		{c, uncertain.Options{Base: model.Draw{-2, 0, 0, 0, 0, 10, 7, 0, 0}}, "a = -2 is not possible"},
		{units(2049), uncertain.Options{}, "2049 dimensions: the orthogonal sampler has 2048; use the sampler random"},
		{contradiction, uncertain.Options{}, "not positive definite"},
		{together, uncertain.Options{}, "a and b: a rank correlation of 1"},
		{impossible, uncertain.Options{}, "e: no beta distribution of mean 0.21"},
	} {
		if _, err := uncertain.New(test.c, test.o); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%+v: error %v, want %q", test.o, err, test.want)
		}
	}
	for _, g := range []*uncertain.Generator{
		generator(t, units(2049), uncertain.Options{Sampler: "random"}), generator(t, contradiction, uncertain.Options{Independent: true}),
		generator(t, impossible, uncertain.Options{Set: []string{"e"}}), generator(t, &model.Case{}, uncertain.Options{}),
	} {
		g.NewScratch()
	}
}

func TestDrawingDoesNotAllocate(t *testing.T) {
	c := london(t)
	for _, sampler := range uncertain.Samplers {
		g := generator(t, c, uncertain.Options{Sampler: sampler, Draws: 1000})
		dst, s, z := c.CentralDraw(), g.NewScratch(), make([]float64, len(c.Commissioners))
		if n := testing.AllocsPerRun(100, func() { g.Draw(7, dst, s); g.BodyErrors(7, z) }); n > 0 {
			t.Errorf("%s: %v allocations a draw", sampler, n)
		}
	}
}

// Figures that were published with a seed must come out again. If this test fails, every figure made with a seed
// changes: say so in CHANGELOG.md, then put the new bits here.
func TestBitsOfTheFirstDraws(t *testing.T) {
	c := mixed()
	correlate(c, "b", "f", 0.5)
	c.Commissioners = []model.Commissioner{{Code: "5A7"}}
	got := ""
	for _, sampler := range uncertain.Samplers {
		g := generator(t, c, uncertain.Options{Sampler: sampler, Seed: 2010, Draws: 1000})
		for _, j := range []int{0, 1, 999} {
			got += fmt.Sprintf("%s %d:", sampler, j)
			for _, v := range draw(g, c, j)[:6] {
				got += fmt.Sprintf(" %016x", math.Float64bits(v))
			}
			got += "\n"
		}
	}
	z := make([]float64, 1)
	g := generator(t, c, uncertain.Options{Seed: 2010})
	g.BodyErrors(1, z)
	got += fmt.Sprintf("body 1: %016x\n", math.Float64bits(z[0]))
	if got != bits {
		t.Errorf("got\n%swant\n%s", got, bits)
	}
}

const bits = `orthogonal 0: 3fff63da78240000 40034856b3dd4d04 3fe739c089597ee9 3ff265b5228e0597 3fd3c066508c91b3 4024f179e9ca926a
orthogonal 1: 3fecc41e1c580000 3fe73a606e72cdae 3fef467c1b33e4af 3ff08f72116b191d 3fc1ae58601097f5 40241040000d7aac
orthogonal 999: 40072ec3443a0000 400e7321690b0af2 3fd24469efeafc9d 400641c2946993c5 3fdf6a27e73cfa68 4025d41563585856
sobol 0: 4005318475d00000 3ffd9dd03f09f3f4 3ff3272853ba1450 3ffa61d4d300b129 3fc7eed699f85607 40248b4c090e8b3b
sobol 1: bfea7585d7400000 3ff389ed8524a224 3ff812148262a33a 400b0092dcf43447 3fd40fc50338b4c2 4024be573ca0e2ba
sobol 999: 4003f76ad3b00000 3fed8c5e6cee772f 3ff13a8203afb23c 40002d29041d5633 3fde7fa29b5f5853 4024b5bc7c4f45f6
random 0: 4003f4228099e751 3ff8b9bf4f6e11f0 3ff2c30a2776870c 4005b3df3648b671 3fd8fdc2faf7ae9d 4024a293564c7c17
random 1: bfe6f5200676fca4 3fef8032d01112df 3fff2dc641af6cf2 3ff24060cc9f156b 3fccaf8f60da38f7 40240eeb89a0b94c
random 999: bfe4c96cf1dab494 400376fcd6cc649a 3fe7b9a93e03e4c4 3ff08dae38eb3b6c 3fda989889481a06 4024527115a3e99c
lhs 0: 3ffb129633347f6a 3ff08fb5b85ce556 3ff70f8ccfd16430 4013407846c56832 3fd7876d7e88b670 4024d2a5f5e8fdc2
lhs 1: bfa757ddbbf4b680 40035f31463f9c44 400091e3abfa76a7 3ffbeb91c6b52115 3fddd69a88d66065 402517147aa588aa
lhs 999: 3ff263193d811e70 4004956f1b5624d8 3fd9338f1913ba3e 400c904bd1113f5c 3fc864ac07630af5 40247724af280007
body 1: 3fef89aa2dfa6529
`

// The scores that a distribution is asked for must be those of a copula: a correlated uniform is Φ of its score.
func TestScoresOfUniforms(t *testing.T) {
	d := uncertain.NewUniform(0, 1)
	for _, u := range []float64{1e-10, 0.3, 0.5, 0.999} {
		if got := d.OfScore(mathext.NormalQuantile(u)); !near(got, u, 1e-14) {
			t.Errorf("%v, want %v", got, u)
		}
	}
}
