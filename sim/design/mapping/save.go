package mapping

import (
	"fmt"
	"slices"

	"reconfig/model"
)

// nameOf is what the best map of k groups is called, unless the case has one of that name.
func (s *Search) nameOf(k int) string {
	name := fmt.Sprintf("best-%d", k)
	for n := 2; slices.Contains(s.setup.Case.MapNames(), name); n++ {
		name = fmt.Sprintf("best-%d-%d", k, n)
	}
	return name
}

// sectorMap makes a map of groups: each sector is called after its body with the most people, and belongs to the region
// where most of its people are by the reference map.
func (s *Search) sectorMap(name string, groups [][]int) model.SectorMap {
	m := model.SectorMap{Name: name}
	regions := map[string]string{}
	for _, x := range s.reference.Sectors {
		for _, code := range x.Members {
			regions[code] = x.Region
		}
	}
	for i, group := range groups {
		sector := model.Sector{Code: fmt.Sprintf("S%0*d", len(fmt.Sprint(len(groups))), i+1)}
		people, largest, inRegion := map[string]float64{}, -1.0, -1.0
		for _, v := range group {
			x := s.setup.Case.Commissioners[v]
			sector.Members = append(sector.Members, x.Code)
			if x.Population > largest {
				largest, sector.Name = x.Population, x.Name
				if x.Name == "" {
					sector.Name = x.Code
				}
			}
			people[regions[x.Code]] += x.Population
		}
		for _, v := range group { // in the order of bodies, so that equals are always settled alike
			region := regions[s.setup.Case.Commissioners[v].Code]
			if people[region] > inRegion {
				inRegion, sector.Region = people[region], region
			}
		}
		slices.Sort(sector.Members)
		m.Sectors = append(m.Sectors, sector)
	}
	return m
}

// withMaps is a copy of a case with maps beside its own.
func withMaps(c *model.Case, basis string, maps ...model.SectorMap) *model.Case {
	added := *c
	added.Memberships = slices.Clone(c.Memberships)
	for _, m := range maps {
		for _, s := range m.Sectors {
			for _, code := range s.Members {
				added.Memberships = append(added.Memberships, model.Membership{Map: m.Name, Sector: s.Code, SectorName: s.Name, Region: s.Region, Commissioner: code, Basis: basis})
			}
		}
	}
	return &added
}

// Case is a copy of the case with the best maps of the numbers of groups asked for beside its own.
func (f *Found) Case(c *model.Case) *model.Case {
	added := c
	for _, m := range f.best {
		how := m.searched.how
		added = withMaps(added, fmt.Sprintf("Found by a search for the best mean of %s under %s; %s", f.outcome, f.structure, how), m.SectorMap)
	}
	return added
}

// Maps lists the names of those maps.
func (f *Found) Maps() (names []string) {
	for _, m := range f.best {
		names = append(names, m.Name)
	}
	return names
}
