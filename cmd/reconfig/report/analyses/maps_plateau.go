package analyses

import (
	"fmt"
	"math"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// plateauFinding says how many maps are nearly as good.
func (a Analysis) plateauFinding() string {
	best := a.mainMap()
	if math.IsNaN(float64(best.Plateau)) {
		return ""
	}
	count := report.Count(int(best.Plateau), "map", "maps")
	if best.Complete != "yes" {
		count = "At least " + count
	}
	said := fmt.Sprintf("%s of %s %s within %s of the best", count, report.Count(best.Groups, "sector", "sectors"), report.Plural(int(best.Plateau), "is", "are"), a.gains().Words(best.Within))
	if len(a.MapPairs) == 0 || a.MapPairs[0].Maps == 1 {
		return said + "."
	}
	near, of := a.MapPairs[0], "of them"
	if near.Within < best.Within {
		of = fmt.Sprintf("of the %s within %s", report.Decimal(float64(near.Maps), 0), a.gains().Words(near.Within))
	}
	pairs := a.pairsTogether()
	return said + fmt.Sprintf("; %s of %s %s together in at least %.0f in 100 %s.", noneOr(len(pairs)), report.Count(a.neighbours(), "pair of neighbours", "pairs of neighbours"), report.Plural(len(pairs), "is", "are"), 100*almost, of)
}

// neighbours counts the pairs of neighbours.
func (a Analysis) neighbours() (n int) {
	for _, p := range a.MapPairs {
		if p.Neighbour == "yes" {
			n++
		}
	}
	return n
}

// noneOr writes a number of things, or that there is none.
func noneOr(n int) string {
	if n == 0 {
		return "none"
	}
	return report.Decimal(float64(n), 0)
}

// pairsTogether lists the pairs of neighbours that good maps almost always have together. Two that are no neighbours are together by way
// of others only.
func (a Analysis) pairsTogether() (pairs []result.MapPairRow) {
	for _, r := range a.MapPairs {
		if r.Neighbour == "yes" && r.Together >= almost {
			pairs = append(pairs, r)
		}
	}
	return pairs
}

// almost is the share of good maps from which on two bodies almost always belong together.
const almost = 0.95
