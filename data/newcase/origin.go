package newcase

import (
	"slices"

	"reconfig/data/newcase/bodies"
	"reconfig/data/table"
)

// roleOfColumn is what columns of commissioners.csv and sectors.csv are made from.
var roleOfColumn = map[string]bodies.Role{
	"code": bodies.CodeRole, "commissioner": bodies.CodeRole, "name": bodies.NameRole, "population": bodies.PopulationRole, "weighted_population": bodies.WeightedRole,
	"management_cost_k": bodies.CostRole, "management_cost_basis": bodies.BasisRole, "latitude": bodies.LatitudeRole, "longitude": bodies.LongitudeRole,
	"sector": bodies.SectorRole, "sector_name": bodies.SectorRole, "region": bodies.RegionRole,
}

// inTable says of problems of the case where in the table they come from: its files are not written.
func (n *Case) inTable(problems table.Problems) table.Problems {
	var all table.Problems
	for _, p := range problems {
		lines := []int{0, 1} // of the table, by the line of the file
		switch p.File {
		case "commissioners.csv":
			for _, x := range n.Commissioners {
				lines = append(lines, n.lines[x.Code])
			}
		case "sectors.csv":
			for _, x := range n.Memberships {
				lines = append(lines, n.lines[x.Commissioner])
			}
		default:
			all = append(all, p)
			continue
		}
		if role := roleOfColumn[p.Column]; role != "" { // further columns have the table's names
			p.Column = n.Table.Header(role)
		}
		p.File, p.Sheet = n.Table.File, n.Table.Sheet
		p.Line, p.Earlier = lines[min(p.Line, len(lines)-1)], lines[min(p.Earlier, len(lines)-1)]
		if !slices.Contains(all, p) {
			all = append(all, p)
		}
	}
	return all
}
