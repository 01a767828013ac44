package model

import (
	"math"
	"slices"

	"reconfig/model/spelling"
)

// Function is a kind of work that every commissioner does: finance, acute contracting, public health.
type Function struct {
	Code           string  `csv:"code" unique:"yes" about:"Code of the function"`
	Name           string  `csv:"name" unique:"yes" about:"Name of the function"`
	Class          string  `csv:"class" about:"Functions of one class share their assumptions"`                             // functions of one class share their assumptions
	Share          float64 `csv:"share" unit:"share" least:"0" most:"1" about:"Of management cost; all add up to 1"`        // of management cost; all add up to 1
	CapacityWeight float64 `csv:"capacity_weight" unit:"weight" least:"0" about:"What the function counts for in capacity"` // what the function counts for in capacity
}

// The functions whose last placement says how many boards and executive teams a structure has.
const (
	BoardFunction     = "board"
	ExecutiveFunction = "executive"
)

// shareTolerance is how far the shares may be from 1 together: what rounding each to six decimals can leave.
const shareTolerance = 1e-6

// mostWeight is far above any weight that means something, as are the other bounds of this kind.
const mostWeight = 1e6

// Classes lists the classes of the case's functions, sorted.
func (c *Case) Classes() []string {
	return names(c.Functions, func(x Function) string { return x.Class })
}

func (c *Case) functionCodes() []string {
	return names(c.Functions, func(x Function) string { return x.Code })
}

func (c *Case) checkFunctions(r *report) {
	unique(r, c.Functions, "code", func(x Function) string { return x.Code })
	unique(r, c.Functions, "name", func(x Function) string { return x.Name })
	var shares, weights float64
	for i, x := range c.Functions {
		if x.Class == "" {
			r.add(i, "class", x.Class, "a class, as in back-office")
		}
		if !(x.Share >= 0 && x.Share <= 1) {
			r.add(i, "share", spelling.Number(x.Share), "a share from 0 to 1")
			r.mend("write 5 %% as 0.05")
			r.mendPercent(x.Share, 1)
		}
		if x.Share > 0 && x.Share < shareTolerance {
			r.add(i, "share", spelling.Number(x.Share), "0, or a share of at least %s", spelling.Number(shareTolerance))
		}
		r.between(i, "capacity_weight", x.CapacityWeight, 0, mostWeight)
		shares += x.Share
		weights += x.CapacityWeight
	}
	wellWritten := !slices.ContainsFunc(r.problems, func(p Problem) bool { return p.Column == "share" })
	if wellWritten && math.Abs(shares-1) > shareTolerance {
		r.add(WholeTable, "share", spelling.Number(math.Round(shares*1e9)/1e9), "shares that add up to 1")
		r.mend("make the shares of all functions add up to 1: the share of a function is its part of the management cost")
	}
	if !(weights > 0) {
		r.add(WholeTable, "capacity_weight", spelling.Number(weights), "capacity weights that add up to more than 0")
	}
}
