package figuretest

import (
	"reconfig/model/result"
	"reconfig/plots/figure"
)

// withMaps adds a search for a map of six bodies in two rows of three: published are left against right, the best is top
// against bottom, and one more is nearly as good. Net benefit, £k: 1,000 as published, 3,000 of the best.
func withMaps(d figure.Data) figure.Data {
	of := result.MapRow{Outcome: "net_benefit_k", Unit: "£k", Structure: "merger", Groups: 2, Reference: "no", Main: "no", Asked: "yes", SD: 50000, Beats: 0.5, Within: 500, Plateau: result.Unknown(), Candidates: 12}
	published, best := of, of
	published.Map, published.Kind, published.Reference, published.Value, published.Behind = "sides", result.PublishedMap, "yes", 1000, 2000
	best.Map, best.Kind, best.Main, best.Value, best.Gain, best.Proved, best.Plateau, best.Complete = "best-2", result.BestMap, "yes", 3000, 2000, "yes", 2, "yes"
	d.Maps = []result.MapRow{best, published}
	d.MapSectors = nil
	for _, m := range []struct {
		row     result.MapRow
		kind    string
		rank    int
		behind  result.Number
		sectors string
	}{{best, result.BestMap, 1, 0, "NNNSSS"}, {published, result.PublishedMap, 0, 2000, "NNSNSS"}, {result.MapRow{Map: "near-2-002"}, result.NearMap, 2, 100, "NNNNSS"}} {
		for i, sector := range m.sectors {
			code := string(rune('A' + i))
			d.MapSectors = append(d.MapSectors, result.MapSectorRow{
				Map: m.row.Map, Kind: m.kind, Groups: 2, Rank: m.rank, Value: 3000 - m.behind, Behind: m.behind, Sector: string(sector), Name: "Sector " + string(sector),
				Body: code, BodyName: "Body " + code, People: 1e5, Latitude: result.Number(51 - float64(i/3)/10), Longitude: result.Number(float64(i%3) / 6),
			})
		}
	}
	d.MapPairs = nil
	for _, p := range []struct {
		a, b     string
		together result.Number
	}{{"A", "B", 1}, {"B", "C", 1}, {"E", "F", 1}, {"D", "E", 0.5}, {"A", "D", 0.5}, {"B", "E", 0}, {"C", "F", 0}} {
		d.MapPairs = append(d.MapPairs, result.MapPairRow{A: p.a, B: p.b, Groups: 2, Maps: 2, Within: 500, Together: p.together, Best: "yes", Reference: "no", Neighbour: "yes"})
	}
	d.MapRandom = nil
	for _, share := range []float64{0.05, 0.25, 0.5, 0.75, 0.95} {
		d.MapRandom = append(d.MapRandom, result.MapRandomRow{Groups: 2, Share: result.Number(share), Value: result.Number(3000 * share), Behind: result.Number(3000 - 3000*share), Maps: 4000})
	}
	return d
}
