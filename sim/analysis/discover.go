package analysis

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"reconfig/model/result"
	"reconfig/sim/discovery"
	"reconfig/sim/sampling"
)

// DiscoverOptions says what makes an example one of interest, and how scenarios are looked for.
type DiscoverOptions struct {
	Structure, Against string
	Where              Requirement // of the structure's outcome, or of the difference of two
	Draws              int
	Density, Mass      float64 // shares: of a scenario's examples that should be of interest; of all examples that it must hold
	Boxes              int
}

// Interest says in words what makes an example one of interest. Names are those of structures, by code.
func (o DiscoverOptions) Interest(names map[string]string) string {
	name := func(code string) string {
		if names[code] != "" {
			return names[code]
		}
		return code
	}
	switch better, err := Better(o.Where.Outcome); {
	case o.Against == "":
		return fmt.Sprintf("%s has %s", name(o.Structure), o.Where)
	case err == nil && o.Where == better:
		return fmt.Sprintf("%s beats %s on %s", name(o.Structure), name(o.Against), o.Where.Outcome.Words())
	}
	return fmt.Sprintf("%s less %s has %s", name(o.Structure), name(o.Against), o.Where)
}

// leastOfInterest is how few draws of interest a rule could hold by chance. Among some hundred ways to halve the draws, by
// one side or the other of one assumption, chance alone often has one that holds all of five, and has one that holds all of
// twenty once in ten thousand times.
const leastOfInterest = 20

// Discover finds scenarios among the draws of what is uncertain. It returns an error if there is nothing to find, as where
// no draw is of interest, or too few to tell a rule from chance, and the context's.
func (s *Setup) Discover(ctx context.Context, o DiscoverOptions) (*result.Analysis, error) {
	structures := slices.DeleteFunc([]string{o.Structure, o.Against}, func(code string) bool { return code == "" })
	sample, err := s.Sample(ctx, structures, []result.Outcome{o.Where.Outcome}, o.Draws)
	if err != nil {
		return nil, err
	}
	names := map[string]string{}
	for _, x := range s.Case.Structures {
		names[x.Code] = x.Name
	}
	c := examples{interest: o.Interest(names)}
	for _, in := range sample.Inputs {
		c.inputs = append(c.inputs, exampleInput{in.Name, in.Unit, in.Strength, in.Values})
	}
	for _, y := range sample.answers(o.Where.Outcome) {
		c.of = append(c.of, o.Where.Holds(y))
	}
	if n := c.ofInterest(); n > 0 && n < leastOfInterest {
		return nil, fmt.Errorf("%s: only %d of %d draws are of interest, and fewer than %d cannot tell a rule from chance: take more draws, or ask for what is less rare", c.interest, n, len(c.of), leastOfInterest)
	}
	return c.discover(ctx, o, s.Workers)
}

// examples are what scenarios are looked for in.
type examples struct {
	interest string
	inputs   []exampleInput
	of       []bool // by case: whether it is of interest
}

func (c *examples) ofInterest() int {
	n := 0
	for _, of := range c.of {
		if of {
			n++
		}
	}
	return n
}

type exampleInput struct {
	name, unit, strength string
	values               []float64
}

func (c *examples) discover(ctx context.Context, o DiscoverOptions, workers int) (*result.Analysis, error) {
	x := make([][]float64, len(c.inputs))
	for i, in := range c.inputs {
		x[i] = in.values
	}
	found, err := discovery.Find(ctx, x, c.of, discovery.Options{LeastDensity: o.Density, LeastMass: o.Mass, Boxes: o.Boxes, Workers: workers})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.interest, err)
	}
	if len(found.Boxes) == 0 {
		return nil, fmt.Errorf("%s: no rule stands out from chance among all %d", c.interest, len(c.of))
	}
	t := &result.Analysis{}
	for i, box := range found.Boxes {
		for _, r := range box.Rules {
			t.Boxes = append(t.Boxes, c.boxRow(i+1, r))
		}
		for k, step := range box.Trajectory {
			t.Peeling = append(t.Peeling, result.PeelingRow{
				Interest: c.interest, Box: i + 1, Step: k, Coverage: result.Number(step.Coverage), Density: result.Number(step.Density), Mass: result.Number(step.Mass),
				Restricted: step.Restricted, Chosen: result.YesNo(step.Chosen),
			})
		}
	}
	t.Cases = c.rows(found)
	return t, nil
}

func (c *examples) boxRow(box int, r discovery.Rule) result.BoxRow {
	in := c.inputs[r.Input]
	return result.BoxRow{
		Interest: c.interest, Box: box, Assumption: in.name, AssumptionUnit: in.unit, Strength: in.strength,
		Least: result.Number(r.Least), From: limit(r.From), To: limit(r.To), Most: result.Number(r.Most),
		QuasiP: result.Number(math.Round(r.QuasiP*1e12) / 1e12), WithoutDensity: result.Number(r.DensityWithout),
	}
}

// limit is empty where there is none.
func limit(v float64) result.Number {
	if math.IsInf(v, 0) {
		return result.Unknown()
	}
	return result.Number(v)
}

// mostExamples is how many examples are kept to be drawn.
const mostExamples = 1000

// rows are some of the examples, by the inputs that some box has a rule for.
func (c *examples) rows(found *discovery.Scenarios) []result.CaseRow {
	var ruled []int
	for _, box := range found.Boxes {
		for _, r := range box.Rules {
			if !slices.Contains(ruled, r.Input) {
				ruled = append(ruled, r.Input)
			}
		}
	}
	var rows []result.CaseRow
	for _, at := range someExamples(len(c.of)) {
		for _, i := range ruled {
			rows = append(rows, result.CaseRow{Case: at + 1, Assumption: c.inputs[i].name, Value: result.Number(c.inputs[i].values[at]), OfInterest: result.YesNo(c.of[at])})
		}
	}
	return rows
}

// someExamples picks examples at random, the same ones each time, in ascending order. Every so manieth would not do: among Sobol'
// points and grids these are alike.
func someExamples(n int) []int {
	key := sampling.Key(0, sampling.ForPermutations)
	picked := rand.New(rand.NewPCG(key, uint64(n))).Perm(n)[:min(n, mostExamples)]
	slices.Sort(picked)
	return picked
}
