package modeltest

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"reconfig/model"
)

// What is known of England in 2005: 303 PCTs under 28 strategic health authorities (Guardian, 13 October 2005; Digital
// Health, May 2006) with about 165,000 people each (Health Foundation, Policy Navigator: reconfiguration of primary care
// trusts).
const (
	// EnglandPCTs is how many bodies England had.
	EnglandPCTs = 303

	englandPeople      = EnglandPCTs * 165000
	englandAuthorities = 28
)

// What is made up: nobody should take a body of a generated England for a real one.
const (
	populationSpread = 0.4 // log standard deviation
	costSpread       = 0.2 // the same, of the cost a head
	englandRegions   = 9
	smallSector      = 5 // bodies of a sector in the second map

	// A rectangle of about England's area, in degrees.
	south, west       = 50.2, -2.9
	northward, across = 5.4, 3.2
	kmNorth, kmAcross = 600.0, 215.0
)

// England makes a country of so many bodies out of a smaller case: England's 50 million people in a rectangle of
// England's size, a cost a head about that of the case, 28 sectors in nine regions by default, and a second map of
// sectors of five. Functions, structures and assumptions stay the case's, but for the budget, which is left out.
// Populations, costs and places are random, and every name says so. The same case, number and seed give the same England.
func England(like *model.Case, bodies int, seed uint64) *model.Case {
	c := *like
	c.Name, c.Title = fmt.Sprintf("england-%d-generated", bodies), fmt.Sprintf("A generated England of %d %s", bodies, like.BodyPlural)
	c.Description = "Not data: bodies, populations, costs and places are random numbers, of about the size of England in 2005. Functions, structures and assumptions are those of " + like.Name + "."
	c.Attribution = "Generated; assumptions: " + like.Attribution
	c.DefaultMap = "authorities"
	c.FurtherColumns, c.Allocations, c.DebtItems, c.Debts, c.Observations = nil, nil, nil, nil, nil
	c.Structures = slices.Clone(like.Structures)
	for i := range c.Structures {
		c.Structures[i].Description = "" // it speaks of the other case's bodies
	}
	c.Assumptions = slices.Clone(like.Assumptions)
	for i := range c.Assumptions {
		if a := &c.Assumptions[i]; strings.HasPrefix(a.Name, "finance.") {
			a.Low, a.Central, a.High = 0, 0, 0 // outcomes in its terms are then empty
			a.Strength, a.Sources, a.Description = "-", "-", "Not known"
		}
	}
	g := newGrid(bodies)
	r := rand.New(rand.NewPCG(seed, uint64(bodies)))
	c.Commissioners = g.commissioners(r, like)
	c.Memberships = slices.Concat(g.sectors("authorities", min(englandAuthorities, bodies)), g.sectors("fives", (bodies+smallSector-1)/smallSector))
	c.Neighbours = g.neighbours()
	c.Sort()
	return &c
}

// grid is where the bodies are: squares in strips that run north, then south, then north, row by row to and fro, so that
// each touches the next, and any run of them is connected. The number of rows is odd: a strip then ends beside where the
// next begins.
type grid struct {
	squares       []square
	rows, columns int
}

type square struct{ row, column int }

// newGrid makes strips as wide as a sector is high, in a rectangle of England's shape.
func newGrid(bodies int) grid {
	width := max(1, int(math.Round(math.Sqrt(float64(bodies)/englandAuthorities))))
	strips := max(1, int(math.Round(math.Sqrt(float64(bodies)*kmAcross/kmNorth)/float64(width))))
	g := grid{columns: strips * width}
	g.rows = (bodies+g.columns-1)/g.columns | 1
	for strip := range strips {
		for i := range g.rows {
			row := i
			if strip%2 == 1 {
				row = g.rows - 1 - i
			}
			for j := range width {
				column := j
				if i%2 == 1 {
					column = width - 1 - j
				}
				if len(g.squares) < bodies {
					g.squares = append(g.squares, square{row, strip*width + column})
				}
			}
		}
	}
	return g
}

func bodyCode(i int) string { return fmt.Sprintf("G%04d", i+1) }

// commissioners gives the squares people and money, and moves each a little off its place.
func (g grid) commissioners(r *rand.Rand, like *model.Case) []model.Commissioner {
	people := make([]float64, len(g.squares))
	total := 0.0
	for i := range people {
		people[i] = math.Exp(populationSpread * r.NormFloat64())
		total += people[i]
	}
	costAHead := costAHeadOf(like)
	bodies := make([]model.Commissioner, len(g.squares))
	for i, s := range g.squares {
		population := math.Round(englandPeople * people[i] / total)
		cost := population * costAHead * math.Exp(costSpread*r.NormFloat64())
		bodies[i] = model.Commissioner{
			Code: bodyCode(i), Name: fmt.Sprintf("%s %03d (generated)", like.BodySingular, i+1),
			Population: population, ManagementCostK: rounded(cost, 10), ManagementCostBasis: "assumed",
			Latitude:  coordinate(south + northward*g.place(r, s.row)/float64(g.rows)),
			Longitude: coordinate(west + across*g.place(r, s.column)/float64(g.columns)),
		}
	}
	return bodies
}

// place is somewhere about the middle of a row or column.
func (g grid) place(r *rand.Rand, i int) float64 { return float64(i) + 0.2 + float64(0.6*r.Float64()) }

func costAHeadOf(c *model.Case) float64 {
	people, cost := 0.0, 0.0
	for _, x := range c.Commissioners {
		people += x.Population
		cost += x.ManagementCostK
	}
	return cost / people
}

func coordinate(degrees float64) model.Optional {
	return model.Optional{Value: rounded(degrees, 1e4), Given: true}
}

// rounded rounds to a fraction, as files do.
func rounded(v, fraction float64) float64 { return math.Round(v*fraction) / fraction }

// sectors cuts the run of bodies into sectors of about the same number, and these into regions.
func (g grid) sectors(name string, count int) []model.Membership {
	var rows []model.Membership
	for i := range g.squares {
		sector := i * count / len(g.squares)
		rows = append(rows, model.Membership{
			Map: name, Sector: fmt.Sprintf("S%03d", sector+1), SectorName: fmt.Sprintf("Sector %d (generated)", sector+1),
			Region: fmt.Sprintf("R%d", sector*englandRegions/count+1), Commissioner: bodyCode(i), Basis: "assumed",
		})
	}
	return rows
}

// neighbours pairs squares that share a side.
func (g grid) neighbours() []model.Neighbour {
	at := map[square]int{}
	for i, s := range g.squares {
		at[s] = i
	}
	var pairs []model.Neighbour
	for i, s := range g.squares {
		for _, beside := range []square{{s.row, s.column + 1}, {s.row + 1, s.column}} {
			if j, ok := at[beside]; ok {
				pairs = append(pairs, model.Neighbour{A: bodyCode(i), B: bodyCode(j), Kind: "land"})
			}
		}
	}
	return pairs
}
