package uncertain

import (
	"fmt"
	"slices"

	"reconfig/model"
	"reconfig/model/spelling"
	"reconfig/sim/sampling"
	"reconfig/sim/special"
)

// Samplers are the names of the ways to fill the space of the assumptions.
var Samplers = model.Samplers

// Options says how to draw.
type Options struct {
	Sampler     string     // one of Samplers; empty for the first
	Seed        uint64     // all 64 bits count
	Draws       int        // number of draws: needed by lhs only
	Independent bool       // leave out the correlations of the case
	Base        model.Draw // what is not drawn: levers, conventions, constants; nil for the central draw
	Set         []string   // names of assumptions and chances that stay at Base's value: set by the user, or swept
}

// Generator makes the draws of one case. It never changes, so one serves many goroutines, each with a scratch of its
// own.
type Generator struct {
	base    model.Draw
	sampler sampling.Sampler
	copula  *copula
	strata  strata     // of the copula's members, with lhs
	scores  int        // assumptions of kind uncertainty, which are the first dimensions of the sampler
	width   int        // all its dimensions: then come all chances
	varying []marginal // in the order of the case
	tabled  tabled     // those of them whose quantile is in a table
	others  []marginal // and all others
	chances []chance   // drawn too, independent of all else
	bodies  []uint64   // keys of the commissioners
}

// marginal is one assumption that is drawn.
type marginal struct {
	name         string
	index        int // in the draw
	dimension    int // of the sampler
	member       int // of the copula; -1 if it is correlated with none
	distribution Distribution
	min, max     float64 // what is possible
}

// Scratch is where one goroutine keeps what comes between the sampler and the draw.
type Scratch struct {
	points      *sampling.Scratch
	u           []float64 // of every dimension
	scores      []float64 // of every assumption's dimension: its normal score
	independent []float64 // those of the copula's members before they were correlated
	values      []float64 // of what is tabled
}

// New makes a generator. The case should be valid (see model.Case.Check). It returns an error if an assumption cannot
// have its distribution, if correlations contradict one another, if the sampler has too few dimensions, or if an option
// does not fit.
//
// Only assumptions of kind uncertainty vary; those whose low and high value are the same, or whose distribution is
// fixed, do not. Chances vary too.
func New(c *model.Case, o Options) (*Generator, error) {
	if err := checkOptions(c, o); err != nil {
		return nil, err
	}
	g := &Generator{base: slices.Clone(o.Base), bodies: bodyKeys(c, o.Seed)}
	if o.Base == nil {
		g.base = c.CentralDraw()
	}
	dimensionOf := dimensions(c)
	g.scores = len(dimensionOf)
	g.width = g.scores + len(c.ChanceNames())
	g.chances = newChances(c, o, g.scores)
	if o.Sampler != "" && !slices.Contains(Samplers, o.Sampler) {
		return nil, spelling.Unknown("sampler", o.Sampler, Samplers)
	}
	var err error
	if g.sampler, err = sampling.New(o.Sampler, o.Seed, g.width, o.Draws); err != nil {
		return nil, err
	}
	correlations := c.Correlations
	if o.Independent {
		correlations = nil
	}
	if g.copula, err = newCopula(correlations, dimensionOf); err != nil {
		return nil, err
	}
	if err := g.addMarginals(c, o.Set, dimensionOf); err != nil {
		return nil, err
	}
	if o.Sampler == sampling.Latin {
		g.strata, err = g.rankScores(o.Draws)
	}
	return g, err
}

func checkOptions(c *model.Case, o Options) error {
	if o.Base != nil {
		if err := c.CheckDraw(o.Base); err != nil {
			return err
		}
	}
	for _, name := range o.Set {
		if _, ok := c.AssumptionIndex(name); !ok && !isChance(c, name) {
			return spelling.Unknown("assumption", name, c.AssumptionNames())
		}
	}
	return nil
}

func isChance(c *model.Case, name string) bool {
	_, is := c.ChanceIndex(name)
	return is
}

// dimensions numbers the assumptions of kind uncertainty, constants and all, in the order of the case.
func dimensions(c *model.Case) map[string]int {
	dimensionOf := map[string]int{}
	for _, a := range c.Assumptions {
		if _, again := dimensionOf[a.Name]; a.Kind == "uncertainty" && !again {
			dimensionOf[a.Name] = len(dimensionOf)
		}
	}
	return dimensionOf
}

// addMarginals lists what varies.
func (g *Generator) addMarginals(c *model.Case, set []string, dimensionOf map[string]int) error {
	for index, a := range c.Assumptions {
		if !a.IsUncertain() || slices.Contains(set, a.Name) {
			continue
		}
		distribution, err := DistributionOf(a)
		if err != nil {
			return err
		}
		if !(a.Min <= a.Max) {
			return fmt.Errorf("%s: min %v, max %v are not in this order", a.Name, a.Min, a.Max)
		}
		dimension := dimensionOf[a.Name]
		m := marginal{a.Name, index, dimension, slices.Index(g.copula.dimensions, dimension), distribution, a.Min, a.Max}
		g.varying = append(g.varying, m)
		if !g.tabled.add(m) {
			g.others = append(g.others, m)
		}
	}
	return nil
}

// Drawn lists the names of the assumptions that vary, in the order of the case.
func (g *Generator) Drawn() []string {
	names := make([]string, len(g.varying))
	for i, m := range g.varying {
		names[i] = m.name
	}
	return names
}

// NewScratch makes what a goroutine needs to draw.
func (g *Generator) NewScratch() *Scratch {
	row := func(n int) []float64 { return make([]float64, n) }
	return &Scratch{sampling.NewScratch(g.width), row(g.width), row(g.scores), row(len(g.copula.dimensions)), row(len(g.tabled.index))}
}

// Draw puts draw j = 0, 1, … into dst: one value for every assumption, and then for every chance. It allocates nothing. It panics if j is negative or not below sampling.MaxPoints, or Options.Draws with the sampler lhs.
func (g *Generator) Draw(j int, dst model.Draw, s *Scratch) {
	copy(dst, g.base)
	g.point(j, s)
	g.strata.stratify(j, g.copula, s)
	g.tabled.put(dst, s.scores, s.values)
	for i := range g.others {
		m := &g.others[i]
		dst[m.index] = m.drawn(s)
	}
	for _, c := range g.chances {
		dst[c.index] = s.u[c.dimension]
	}
}

// point fills in the numbers of draw j, and the scores that they give.
func (g *Generator) point(j int, s *Scratch) {
	g.sampler.Point(j, s.u, s.points)
	special.NormalQuantiles(s.scores, s.u[:g.scores])
	g.copula.correlate(s.scores, s.independent)
}

// drawn is the assumption's value. It hangs on the score only where that is correlated, for a number and its score may not
// give the same last digit.
func (m *marginal) drawn(s *Scratch) float64 {
	if m.member >= 0 {
		return clamp(m.distribution.OfScore(s.scores[m.dimension]), m.min, m.max)
	}
	return clamp(m.distribution.Quantile(s.u[m.dimension]), m.min, m.max)
}
