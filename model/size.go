package model

import "reconfig/model/spelling"

// mostRows bounds the tables, well above a country of 3,030 bodies, so that a slip, such as a file of the wrong kind, gets
// a message and not a machine out of memory. Tables that are not named may have mostOtherRows.
var mostRows = map[string]int{
	"commissioners": 20_000, "functions": 200, "arrangements": 50, "structures": 500, "assumptions": 2_000, "correlations": 20_000,
	"observations": 1_000, "sources": 20_000,
}

const (
	mostOtherRows = 500_000
	mostMaps      = 50
	// mostCells bounds commissioners × structures × functions × quarters, to which the work and the memory of a run are in
	// proportion: London's case has 145,080.
	mostCells = 1_000_000_000
)

// checkSize reports what is too large to be simulated.
func (c *Case) checkSize() []Problem {
	var r report
	for _, t := range []struct {
		name string
		rows int
	}{
		{"commissioners", len(c.Commissioners)},
		{"sectors", len(c.Memberships)},
		{"neighbours", len(c.Neighbours)},
		{"functions", len(c.Functions)},
		{"arrangements", len(c.Arrangements)},
		{"structures", len(c.Structures)},
		{"placements", len(c.Placements)},
		{"assumptions", len(c.Assumptions)},
		{"correlations", len(c.Correlations)},
		{"allocations", len(c.Allocations)},
		{"debt_plan", len(c.DebtItems)},
		{"debts", len(c.Debts)},
		{"observations", len(c.Observations)},
		{"sources", len(c.Sources)},
	} {
		most, ok := mostRows[t.name]
		if !ok {
			most = mostOtherRows
		}
		if t.rows > most {
			r.table = t.name
			r.add(WholeTable, "", "", "at most %d rows; here are %d", most, t.rows)
		}
	}
	if n := len(c.MapNames()); n > mostMaps {
		r.table = "sectors"
		r.add(WholeTable, "map", "", "at most %d maps; here are %d", mostMaps, n)
	}
	if len(r.problems) == 0 {
		c.checkCells(&r)
	}
	return r.problems
}

func (c *Case) checkCells(r *report) {
	quarters := 4 * min(c.HorizonYears, MaxHorizonYears) // a longer one is at fault itself
	cells := float64(len(c.Commissioners)) * float64(len(c.Structures)) * float64(len(c.Functions)) * quarters
	if cells > mostCells {
		r.table = "commissioners"
		r.add(WholeTable, "", "", "a case of at most %d cells, which are commissioners × structures × functions × quarters; here are %d × %d × %d × %s",
			mostCells, len(c.Commissioners), len(c.Structures), len(c.Functions), spelling.Number(quarters))
		r.mend("leave out structures, put functions together, or shorten horizon_years")
	}
}
