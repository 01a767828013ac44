package mapping

import (
	"slices"

	"reconfig/model/result"
)

// pairRows states how often good maps of the main number of groups have two bodies in one sector.
func (s *Search) pairRows() (rows []result.MapPairRow) {
	x := s.main()
	if !x.paired.Complete {
		return nil
	}
	best, reference := s.sectorOf(x.best), s.sectorOf(s.maps[0])
	c := s.setup.Case
	for i, row := range x.paired.Together {
		for j := i + 1; j < len(row); j++ {
			rows = append(rows, result.MapPairRow{
				A: c.Commissioners[i].Code, B: c.Commissioners[j].Code, Groups: x.k, Maps: x.paired.Partitions, Within: result.Number(x.pairedWithin),
				Together: result.Number(float64(row[j]) / float64(x.paired.Partitions)),
				Best:     result.YesNo(best[i] == best[j]), Reference: result.YesNo(reference[i] == reference[j]),
				Neighbour: result.YesNo(slices.Contains(s.graph.Neighbours(i), int32(j))),
			})
		}
	}
	return rows
}

// sectorOf is the index of the sector of each body.
func (s *Search) sectorOf(m *valuedMap) []int {
	sector := make([]int, len(s.index))
	for i, group := range m.groups {
		for _, v := range group {
			sector[v] = i
		}
	}
	return sector
}
