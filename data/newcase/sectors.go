package newcase

import (
	"cmp"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"reconfig/data/newcase/bodies"
	"reconfig/data/table"
	"reconfig/model"
	"reconfig/model/geography"
)

// Grouping is a way to group bodies into sectors.
type Grouping string

// The groupings.
const (
	EqualGrouping      Grouping = "equal"      // see geography.EqualGroups
	ContiguousGrouping Grouping = "contiguous" // see geography.ContiguousGroups
)

// Groupings lists the groupings.
func Groupings() []string { return []string{string(EqualGrouping), string(ContiguousGrouping)} }

// SectorOrigin says where the sectors of a new case are from.
type SectorOrigin int

// The origins of sectors.
const (
	SectorsOfTable   SectorOrigin = iota // a column
	SectorsAreRegion                     // the column of regions
	OneSector                            // all bodies in one
	SectorsGrouped                       // by a rule, as the user asked
)

// addSectors puts every body into a sector: as asked, or as the table has it, or all into one.
func (n *Case) addSectors() error {
	o, t := &n.Options, n.Table
	if o.Sectors > 0 {
		n.Assumed.Sectors = SectorsGrouped
		return n.group()
	}
	switch {
	case t.Has(bodies.SectorRole):
		n.Assumed.Sectors, n.DefaultMap = SectorsOfTable, cmp.Or(o.MapName, "sectors")
	case t.Has(bodies.RegionRole):
		n.Assumed.Sectors, n.DefaultMap = SectorsAreRegion, cmp.Or(o.MapName, "regions")
	default:
		n.Assumed.Sectors, n.DefaultMap = OneSector, cmp.Or(o.MapName, "all")
	}
	var sectors, regions []string
	for _, b := range t.Rows {
		sectors, regions = append(sectors, b.Sector), append(regions, b.Region)
	}
	sectorCodes, regionCodes := slugs(sectors), slugs(regions)
	for i, b := range t.Rows {
		x := model.Membership{Map: n.DefaultMap, Commissioner: n.Commissioners[i].Code, Sector: allCode, SectorName: n.allName(), Region: allCode, Basis: "assumed"}
		if t.Has(bodies.RegionRole) {
			x.Region, x.Sector, x.SectorName, x.Basis = regionCodes[i], regionCodes[i], b.Region, "as in "+t.File
		}
		if t.Has(bodies.SectorRole) {
			x.Sector, x.SectorName, x.Basis = sectorCodes[i], b.Sector, "as in "+t.File
		}
		n.Memberships = append(n.Memberships, x)
	}
	return n.checkRegions()
}

// allCode is the code of a sector or region of all bodies.
const allCode = "all"

func (n *Case) allName() string { return "All " + n.Options.BodyPlural }

// checkRegions reports a sector that lies in two regions.
func (n *Case) checkRegions() error {
	first := map[string]int{}
	var problems table.Problems
	for i, x := range n.Memberships {
		j, seen := first[x.Sector]
		if !seen {
			first[x.Sector] = i
			continue
		}
		if n.Memberships[j].Region != x.Region {
			problems = append(problems, table.Problem{
				File: n.Table.File, Sheet: n.Table.Sheet, Line: n.Table.Rows[i].Line, Column: n.Table.Header(bodies.RegionRole), Value: n.Table.Rows[i].Region, Earlier: n.Table.Rows[j].Line,
				Expected: "the region of the rest of sector " + x.SectorName + ", " + n.Table.Rows[j].Region + ": a sector lies in one region; mend one, or leave the regions out with --column region=-",
			})
		}
	}
	if len(problems) > 0 {
		return problems
	}
	return nil
}

// group makes the sectors that were asked for, in one region.
func (n *Case) group() error {
	o := &n.Options
	if err := n.checkUngrouped(); err != nil {
		return err
	}
	groups, err := n.groups()
	if err != nil {
		return err
	}
	n.DefaultMap = cmp.Or(o.MapName, fmt.Sprintf("%s-%d", o.Grouping, o.Sectors))
	for i, g := range groups {
		for _, code := range g {
			n.Memberships = append(n.Memberships, model.Membership{
				Map: n.DefaultMap, Sector: fmt.Sprintf("S%0*d", len(strconv.Itoa(len(groups))), i+1), SectorName: n.groupName(g), Region: allCode, Commissioner: code, Basis: "assumed",
			})
		}
	}
	return nil
}

// checkUngrouped refuses to group bodies of which the table says who belongs together: it would not be seen that this is
// left out.
func (n *Case) checkUngrouped() error {
	var headers, flags []string
	for _, role := range []bodies.Role{bodies.SectorRole, bodies.RegionRole} {
		if n.Table.Has(role) {
			headers, flags = append(headers, "“"+n.Table.Header(role)+"”"), append(flags, "--column "+string(role)+"=-")
		}
	}
	if len(flags) == 0 {
		return nil
	}
	return fmt.Errorf("%s has the column %s, and --sectors %d makes other sectors: leave out --sectors to have those of the table, or add %s, which keeps the column without computing with it",
		n.Table.File, strings.Join(headers, " and the column "), n.Options.Sectors, strings.Join(flags, " "))
}

func (n *Case) groups() ([]geography.Group, error) {
	o := &n.Options
	if bodies := len(n.Commissioners); o.Sectors > bodies {
		return nil, fmt.Errorf("--sectors %d: there are only %d %s", o.Sectors, bodies, o.BodyPlural)
	}
	if o.Grouping == EqualGrouping {
		return geography.EqualGroups(n.Commissioners, o.Sectors)
	}
	if o.NeighboursFile == "" {
		for _, b := range n.Table.Rows {
			if !b.Latitude.Given {
				return nil, fmt.Errorf("contiguous sectors need to know which %s are neighbours: give a file with --neighbours, or latitude and longitude of all; %s has none", o.BodyPlural, b.Name)
			}
		}
		n.Assumed.Neighbours = true
		n.Neighbours = geography.GabrielNeighbours(n.Commissioners)
	}
	groups, err := geography.ContiguousGroups(n.Commissioners, n.Neighbours, o.Sectors)
	var islands *geography.IslandsError
	if errors.As(err, &islands) {
		return nil, fmt.Errorf("--sectors %d: the pairs of neighbours in %s connect the %s into no fewer than %d parts: add the pairs that are missing, or ask for at least --sectors %d",
			o.Sectors, o.NeighboursFile, o.BodyPlural, islands.Parts, islands.Parts)
	}
	return groups, err
}

// groupName names a group after its largest member.
func (n *Case) groupName(g geography.Group) string {
	var largest model.Commissioner
	for _, code := range g {
		if x, _ := n.Commissioner(code); x.Population > largest.Population {
			largest = x
		}
	}
	switch len(g) {
	case 1:
		return largest.Name
	case 2:
		return largest.Name + " and 1 other"
	}
	return fmt.Sprintf("%s and %d others", largest.Name, len(g)-1)
}
