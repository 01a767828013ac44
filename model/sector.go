package model

import (
	"slices"

	"reconfig/model/spelling"
)

// Membership puts one commissioner into one sector of a map, and that sector into a region.
type Membership struct {
	Map          string `csv:"map" about:"Name of the map"`
	Sector       string `csv:"sector" about:"Code of the sector that the map puts it in"`
	SectorName   string `csv:"sector_name" about:"Name of that sector"`
	Region       string `csv:"region" about:"Code of the region of that sector"`
	Commissioner string `csv:"commissioner" about:"Code of the {body}"`
	Basis        string `csv:"basis" optional:"yes" about:"How the membership is known"`
}

// SectorMap is one way to group the commissioners: every commissioner in one sector, every sector in one region.
type SectorMap struct {
	Name    string
	Sectors []Sector // sorted by region, then by code
}

// Sector is a group of neighbouring commissioners.
type Sector struct {
	Code, Name, Region string
	Members            []string // codes of commissioners, sorted
}

// MapNames lists the case's maps, sorted.
func (c *Case) MapNames() []string {
	return names(c.Memberships, func(x Membership) string { return x.Map })
}

// Map returns the map of that name; false if the case has none.
func (c *Case) Map(name string) (SectorMap, bool) {
	bySector := map[string]*Sector{}
	for _, x := range c.Memberships {
		if x.Map != name {
			continue
		}
		s := bySector[x.Sector]
		if s == nil {
			s = &Sector{Code: x.Sector, Name: x.SectorName, Region: x.Region}
			bySector[x.Sector] = s
		}
		s.Members = append(s.Members, x.Commissioner)
	}
	m := SectorMap{Name: name}
	for _, s := range bySector {
		slices.Sort(s.Members)
		m.Sectors = append(m.Sectors, *s)
	}
	slices.SortFunc(m.Sectors, by(func(s Sector) string { return s.Region }, func(s Sector) string { return s.Code }))
	return m, len(m.Sectors) > 0
}

// Regions lists the map's regions, sorted.
func (m SectorMap) Regions() []string {
	return names(m.Sectors, func(s Sector) string { return s.Region })
}

func (c *Case) checkMemberships(r *report) {
	known := c.commissionerCodes()
	member, sector := map[inMap]int{}, map[inMap]int{} // the first row of each
	for i, x := range c.Memberships {
		x.checkFilled(r, i)
		r.refer(i, "commissioner", x.Commissioner, toCommissioner, known)
		if j, seen := member[inMap{x.Map, x.Commissioner}]; seen {
			r.conflict(i, j, "commissioner", x.Commissioner, "each commissioner once in map %s: sector %s has it already", x.Map, c.Memberships[j].Sector)
			r.mend("delete the row of the sector that it is not in")
		} else {
			member[inMap{x.Map, x.Commissioner}] = i
		}
		if j, seen := sector[inMap{x.Map, x.Sector}]; seen {
			x.checkSector(r, i, j, c.Memberships[j])
		} else {
			sector[inMap{x.Map, x.Sector}] = i
		}
	}
	c.checkMembers(r, known, member)
}

// inMap is a code in a map.
type inMap struct{ name, code string }

// checkFilled reports cells without a value.
func (x Membership) checkFilled(r *report, row int) {
	for _, cell := range [][2]string{{"map", x.Map}, {"sector", x.Sector}, {"sector_name", x.SectorName}, {"region", x.Region}} {
		if cell[1] == "" {
			r.add(row, cell[0], "", "a value: every row needs one")
		}
	}
}

// checkSector reports what is said otherwise of the sector than in its first row.
func (x Membership) checkSector(r *report, row, earlier int, first Membership) {
	if x.Region != first.Region {
		r.conflict(row, earlier, "region", x.Region, "%s: a sector has one region in a map", first.Region)
		r.mend("give all rows of sector %s in map %s the same region, or one of the two sectors another code", x.Sector, x.Map)
	}
	if x.SectorName != first.SectorName {
		r.conflict(row, earlier, "sector_name", x.SectorName, "%s: a sector has one name in a map", first.SectorName)
		r.mend("give all rows of sector %s in map %s the same name, or one of the two sectors another code", x.Sector, x.Map)
	}
}

// checkMembers reports commissioners that a map lacks.
func (c *Case) checkMembers(r *report, known []string, member map[inMap]int) {
	maps := c.MapNames()
	if len(maps) == 0 {
		r.add(WholeTable, "", "", "at least one map")
	}
	for _, m := range maps {
		var missing []string
		for _, code := range known {
			if _, ok := member[inMap{m, code}]; !ok {
				missing = append(missing, code)
			}
		}
		if len(missing) > 0 {
			r.add(WholeTable, "commissioner", "", "every commissioner in map %s: it lacks %s", m, spelling.List(missing))
			r.mend("add a row to map %s for each that it lacks", m)
		}
	}
}
