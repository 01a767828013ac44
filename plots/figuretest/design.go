package figuretest

import (
	"reconfig/model/result"
	"reconfig/plots/figure"
)

// Placed is where a function is at one worth of capacity; the zero value is local.
type Placed struct{ Tier, Arrangement string }

// withDesign adds a search for a structure: the office goes to the sector where capacity is worth 1, and to the region where
// it is worth 2; the board stays.
func withDesign(d figure.Data) figure.Data {
	return Designed(d, map[string][]Placed{"office": {{}, {"sector", "hub"}, {"region", "merger"}}, "board": make([]Placed, 3)})
}

// Designed replaces the tables of a search by places of functions at the worths 0, 1, 2 …, of which 1 is set. Each function
// that moves costs £1m and adds two points of capacity.
func Designed(d figure.Data, at map[string][]Placed) figure.Data {
	d.FunctionsByValue, d.FunctionFront = nil, nil
	for _, function := range []string{"office", "board", "desk"} {
		for v, p := range at[function] {
			row := result.FunctionValueRow{CapacityValue: result.Number(v), Function: function, Tier: "local"}
			if p.Tier != "" {
				row.Tier, row.Arrangement, row.GainInPlace, row.Better = p.Tier, p.Arrangement, 1000, 0.9
			}
			d.FunctionsByValue = append(d.FunctionsByValue, row)
		}
	}
	for v := range at["office"] {
		moved := 0
		for _, row := range d.FunctionsByValue {
			if row.CapacityValue == result.Number(v) && row.Arrangement != "" {
				moved++
			}
		}
		d.FunctionFront = append(d.FunctionFront, result.FunctionFrontRow{
			CapacityValue: result.Number(v), PointWorth: result.Number(100 * v), Set: result.YesNo(v == 1), Moved: moved,
			NetBenefit: result.Number(moved * (2000*v - 1000)), Money: result.Number(-1000 * moved), Capacity: result.Number(2 * moved),
		})
	}
	return d
}
