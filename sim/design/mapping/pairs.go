package mapping

import (
	"slices"

	"reconfig/model/result"
)

// pairRows states how often good maps of the main number of groups have two bodies in one sector.
func (s *Search) pairRows() (rows []result.MapPairRow) {
	x := s.main()
	if x.counted == nil {
		return nil
	}
	of, maps, together := result.OfPlateau, x.counted.Partitions, x.counted.Together
	if together == nil {
		of, maps, together = result.OfListed, len(x.near), s.togetherInListed(x)
	}
	best, reference := s.sectorOf(x.best), s.sectorOf(s.maps[0])
	c := s.setup.Case
	for i := range together {
		for j := i + 1; j < len(together); j++ {
			rows = append(rows, result.MapPairRow{
				A: c.Commissioners[i].Code, B: c.Commissioners[j].Code, Groups: x.k, Maps: maps, Of: of,
				Together: result.Number(float64(together[i][j]) / float64(maps)),
				Best:     result.YesNo(best[i] == best[j]), Reference: result.YesNo(reference[i] == reference[j]),
				Neighbour: result.YesNo(slices.Contains(s.graph.Neighbours(i), int32(j))),
			})
		}
	}
	return rows
}

// togetherInListed counts in how many of the listed maps each pair is together.
func (s *Search) togetherInListed(x *searched) [][]int {
	together := make([][]int, len(s.index))
	for i := range together {
		together[i] = make([]int, len(s.index))
	}
	for _, p := range x.near {
		for _, group := range s.groupsOf(p) {
			for _, i := range group {
				for _, j := range group {
					together[i][j]++
				}
			}
		}
	}
	return together
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
