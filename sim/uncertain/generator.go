package uncertain

import (
	"fmt"
	"slices"

	"reconfig/model"
	"reconfig/model/spelling"
	"reconfig/sim/sampling"
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
	width   int        // dimensions of the sampler: all assumptions of kind uncertainty, then all chances
	free    []marginal // drawn, and correlated with none
	tied    []marginal // drawn, and members of the copula
	drawn   []string
	chances []chance // drawn too, independent of all else
	bodies  []uint64 // keys of the commissioners
}

// marginal is one assumption that is drawn.
type marginal struct {
	index        int // in the draw
	order        int // among all that vary
	source       int // dimension of the sampler if free, member of the copula if tied
	distribution Distribution
	min, max     float64 // what is possible
}

// Scratch is where one goroutine keeps what comes between the sampler and the draw.
type Scratch struct {
	points      *sampling.Scratch
	u           []float64 // of every dimension
	independent []float64 // normal scores of the copula's members before they are correlated
	scores      []float64 // and after
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
	g.width = len(dimensionOf) + len(c.ChanceNames())
	g.chances = newChances(c, o, len(dimensionOf))
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
		g.add(marginal{index, len(g.drawn), dimensionOf[a.Name], distribution, a.Min, a.Max}, a.Name)
	}
	return nil
}

func (g *Generator) add(m marginal, name string) {
	g.drawn = append(g.drawn, name)
	if member := slices.Index(g.copula.dimensions, m.source); member >= 0 {
		m.source = member
		g.tied = append(g.tied, m)
		return
	}
	g.free = append(g.free, m)
}

// Drawn lists the names of the assumptions that vary, in the order of the case.
func (g *Generator) Drawn() []string { return slices.Clone(g.drawn) }

// NewScratch makes what a goroutine needs to draw.
func (g *Generator) NewScratch() *Scratch {
	members := len(g.copula.dimensions)
	return &Scratch{sampling.NewScratch(g.width), make([]float64, g.width), make([]float64, members), make([]float64, members)}
}

// Draw puts draw j = 0, 1, … into dst: one value for every assumption, and then for every chance. It allocates nothing. It panics if j is negative or not below sampling.MaxPoints, or Options.Draws with the sampler lhs.
func (g *Generator) Draw(j int, dst model.Draw, s *Scratch) {
	copy(dst, g.base)
	g.sampler.Point(j, s.u, s.points)
	g.copula.scores(s.u, s.independent, s.scores)
	g.strata.stratify(j, s)
	for i := range g.free {
		m := &g.free[i]
		dst[m.index] = clamp(m.distribution.Quantile(s.u[m.source]), m.min, m.max)
	}
	for i := range g.tied {
		m := &g.tied[i]
		dst[m.index] = clamp(m.distribution.OfScore(s.scores[m.source]), m.min, m.max)
	}
	for _, c := range g.chances {
		dst[c.index] = s.u[c.dimension]
	}
}
