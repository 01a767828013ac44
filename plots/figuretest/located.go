package figuretest

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"reconfig/model/result"
	"reconfig/plots/figure"
)

// Located is a made-up case of so many bodies in sectors of the size, under a structure that changes nothing and two
// others: a third of the bodies lie in a city, the rest over the land.
func Located(bodies, size int) figure.Data {
	r := rand.New(rand.NewPCG(7, uint64(bodies)))
	d := figure.Data{Context: figure.Context{Case: fmt.Sprintf("A land of %d bodies", bodies), Map: "made-up", BodySingular: "body", BodyPlural: "bodies", Source: "made up",
		Names: map[string]string{"stay": "Stay", "hub": "Hub", "merge": "Merge"}}}
	type location struct{ latitude, longitude float64 }
	locations := make([]location, bodies)
	for i := range locations {
		locations[i] = location{50 + 5*r.Float64(), -4 + 5*r.Float64()}
		if i%3 == 0 {
			locations[i] = location{51.5 + 0.2*r.NormFloat64(), 0.3 * r.NormFloat64()}
		}
	}
	slices.SortFunc(locations, func(a, b location) int { // so that sectors hold together
		if south := math.Floor(a.latitude) - math.Floor(b.latitude); south != 0 {
			return int(south)
		}
		return int(math.Copysign(1, a.longitude-b.longitude))
	})
	for s, code := range []string{"stay", "hub", "merge"} {
		for i, p := range locations {
			more := float64(s) * (0.02 - 0.05*r.Float64())
			d.Commissioners = append(d.Commissioners, result.CommissionerRow{
				Structure: code, Code: fmt.Sprintf("B%02d", i), Name: fmt.Sprintf("The body of the town numbered %d", i),
				Sector: fmt.Sprintf("S%d", i/size), SectorName: fmt.Sprintf("Sector of the towns from %d on", i/size*size), Region: "R", Population: 1e5 * (1 + r.Float64()),
				Latitude: result.Number(p.latitude), Longitude: result.Number(p.longitude),
				AboveTargetMean: result.Unknown(), AboveTargetP05: result.Unknown(), AboveTargetP95: result.Unknown(), OnTargetShare: result.Unknown(),
				BaselineCostK: 5000, TargetCostK: 2500, CostAtTargetK: 2600, OnTarget: "yes", ReductionAskedPct: 50, ReductionPct: 48, ReductionFromCuts: 40,
				CapacityAtTarget: 0.6 + more, CapacityAgainstStatusQuo: result.Number(more), LocalKnowledgeAtHandover: 0.5,
			})
		}
	}
	return d
}

// Twelve is such a case of three sectors.
func Twelve() figure.Data { return Located(12, 4) }
