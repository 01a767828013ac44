package mapping

import (
	"fmt"
	"slices"

	"reconfig/model/result"
	"reconfig/sim/numbers"
	"reconfig/sim/quantile"
)

// found states what was found as tables.
func (s *Search) found() *Found {
	f := &Found{Tables: &result.Analysis{}, structure: s.o.Structure, outcome: s.o.Outcome}
	for _, x := range s.searched {
		if s.isAsked(x.k) {
			f.best = append(f.best, x.best)
		}
	}
	slices.SortFunc(f.best, func(a, b *valuedMap) int { return len(a.Sectors) - len(b.Sectors) })
	for _, m := range s.ordered() {
		f.Tables.Maps = append(f.Tables.Maps, s.mapRow(m))
		f.Tables.MapSectors = append(f.Tables.MapSectors, s.sectorRows(m)...)
	}
	f.Tables.MapSectors = append(f.Tables.MapSectors, s.nearRows()...)
	f.Tables.MapPairs = s.pairRows()
	f.Tables.MapRandom = s.randomRows()
	return f
}

// ordered lists the maps by their number of groups, best ones before published ones.
func (s *Search) ordered() []*valuedMap {
	all := slices.Clone(s.maps)
	slices.SortStableFunc(all, func(a, b *valuedMap) int {
		if d := len(a.Sectors) - len(b.Sectors); d != 0 {
			return d
		}
		return isPublished(a) - isPublished(b)
	})
	return all
}

func isPublished(m *valuedMap) int {
	if m.kind == result.PublishedMap {
		return 1
	}
	return 0
}

// plain is a value with the sign that the outcome has.
func (s *Search) plain(v float64) result.Number { return result.Number(s.direction * v) }

// mapRow states one map.
func (s *Search) mapRow(m *valuedMap) result.MapRow {
	size := sizesOf(m.SectorMap)
	row := result.MapRow{
		Outcome: s.o.Outcome.String(), Unit: s.o.Outcome.Unit().String(), Structure: s.o.Structure, Map: m.Name, Kind: m.kind, Groups: len(m.Sectors),
		Reference: result.YesNo(m == s.maps[0]), Main: result.YesNo(m == s.main().best), Asked: result.YesNo(s.isAsked(len(m.Sectors))),
		Least: size.Least, Most: size.Most, Breaks: m.breaks,
		Value: s.plain(m.mean), SD: result.Number(deviation(m.values)), MCError: result.Number(numbers.StandardError(m.values)),
		ValueEvents: s.plain(numbers.Mean(m.events)), Beats: result.Unknown(),
		Bound: result.Unknown(), Gap: result.Unknown(), Within: result.Number(s.within), Plateau: result.Unknown(), Candidates: len(s.groups),
	}
	gain, events := compare(m.values, s.maps[0].values), compare(m.events, s.maps[0].events)
	row.Gain, row.GainP05, row.GainP95, row.Better = gain.mean, gain.p05, gain.p95, gain.better
	row.GainEvents, row.GainEvP05, row.GainEvP95, row.BetterEvents = events.mean, events.p05, events.p95, events.better
	behind := unknown
	if m.searched != nil {
		behind = compare(m.searched.best.values, m.values)
	}
	row.Behind, row.BehindP05, row.BehindP95, row.Bettered = behind.mean, behind.p05, behind.p95, behind.better
	if r := s.sampled[row.Groups]; r != nil {
		row.Beats = result.Number(r.share(m))
	}
	if m.kind == result.BestMap {
		s.addSearch(&row, m.searched)
	}
	return row
}

// addSearch states how a best map was found.
func (s *Search) addSearch(row *result.MapRow, x *searched) {
	row.Search, row.Proved = x.how, result.YesNo(false)
	if x.solution != nil {
		row.Proved = result.YesNo(x.solution.Proved)
		row.Bound, row.Gap = s.plain(x.solution.Bound), result.Number(x.solution.Gap())
	}
	if x.counted != nil {
		row.Plateau, row.Complete = result.Number(x.counted.Partitions), result.YesNo(x.counted.Complete)
	}
}

// sectorRows states who is in which sector of a map.
func (s *Search) sectorRows(m *valuedMap) (rows []result.MapSectorRow) {
	rank, behind := 1, result.Unknown()
	if m.kind == result.PublishedMap {
		rank = 0
	}
	if m.searched != nil {
		behind = result.Number(m.searched.best.mean - m.mean)
	}
	for _, sector := range m.Sectors {
		for _, code := range sector.Members {
			x := s.setup.Case.Commissioners[s.index[code]]
			row := result.MapSectorRow{
				Map: m.Name, Kind: m.kind, Groups: len(m.Sectors), Rank: rank, Value: s.plain(m.mean), Behind: behind, Sector: sector.Code, Name: sector.Name,
				Body: code, BodyName: x.Name, People: x.Population, Latitude: result.Unknown(), Longitude: result.Unknown(),
			}
			if x.Latitude.Given {
				row.Latitude, row.Longitude = result.Number(x.Latitude.Value), result.Number(x.Longitude.Value)
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// nearRows states the maps nearest to the best of the main number of groups.
func (s *Search) nearRows() (rows []result.MapSectorRow) {
	main := s.main()
	for i, p := range main.near {
		if i == 0 {
			continue // the best itself
		}
		m := &valuedMap{SectorMap: s.sectorMap(fmt.Sprintf("near-%d-%03d", main.k, i+1), s.groupsOf(p)), kind: result.NearMap, mean: p.Value, searched: main}
		near := s.sectorRows(m)
		for j := range near {
			near[j].Rank = i + 1
		}
		rows = append(rows, near...)
	}
	return rows
}

// randomShares are the percentiles of random maps that are stated.
var randomShares = []float64{0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1}

// randomRows states what random maps come to.
func (s *Search) randomRows() (rows []result.MapRandomRow) {
	for k := range len(s.index) + 1 {
		r := s.sampled[k]
		if r == nil {
			continue
		}
		q := make([]float64, len(randomShares))
		new(quantile.Scratch).Quantiles(slices.Clone(r.values), randomShares, q)
		for i, share := range randomShares {
			rows = append(rows, result.MapRandomRow{
				Groups: k, Share: result.Number(share), Value: s.plain(q[i]), Behind: result.Number(r.worth(s.bestOfNumber(k)) - q[i]),
				Maps: len(r.values), RHat: result.Number(r.RHat), Bulk: result.Number(r.Bulk), Tail: result.Number(r.Tail), Accepted: result.Number(r.Accepted),
			})
		}
	}
	return rows
}

func (s *Search) bestOfNumber(k int) *valuedMap {
	i := slices.IndexFunc(s.searched, func(x *searched) bool { return x.k == k })
	return s.searched[i].best
}
