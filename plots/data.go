package plots

import (
	"maps"
	"strings"

	"reconfig/model/result"
)

// Context is what a figure says around its data. Every field may be empty.
type Context struct {
	Case          string            // title of the case, as in "London's 31 PCTs, 2010"
	Map           string            // name of the map
	BodySingular  string            // what a commissioner is called, as in PCT
	BodyPlural    string            // PCTs
	Currency      string            // £ if empty
	PriceYear     string            // as in 2009/10
	Source        string            // attribution, for the line under the figure
	Baseline      string            // how the cost at the start is known: what is reported, derived, estimated, assumed
	Note          string            // anything a reader must know, as settings that the user changed
	Focus         []string          // codes of structures drawn in colour, at most four; if empty the first four of the data
	Names         map[string]string // names of structures by code; completed from the outcomes
	SourceOfPlan  string            // attribution of figures that no draw changes, as of the debt fund or of switching values; Source if empty
	Tolerance     float64           // share of a commissioner's cut that may be missing on target; 0 if unknown
	HandoverYears float64           // time of the handover in years from the start; 0 if unknown
	Draws         int               // number of draws that the statistics are of; 0 if there was one draw, or if unknown
	SweepOutcome  string            // name of the outcome that figures of one outcome show; if empty or not one of theirs, the net present value of the structure, or the first there is
}

// Data is what figures are drawn from.
type Data struct {
	Context
	result.Tables
}

// complete fills what is empty in the context. The caller's maps and slices stay as they are.
func (d Data) complete() Data {
	d.Currency = either(d.Currency, "£")
	d.BodySingular = either(d.BodySingular, "commissioner")
	d.BodyPlural = either(d.BodyPlural, "commissioners")
	names := maps.Clone(d.Names)
	if names == nil {
		names = map[string]string{}
	}
	for _, row := range d.Outcomes {
		if names[row.Structure] == "" {
			names[row.Structure] = row.Name
		}
	}
	d.Names = names
	d.Focus = d.focus()
	if d.fewDraws() {
		d = d.withoutRanges()
	}
	return d
}

func either(a, b string) string {
	if strings.TrimSpace(a) == "" {
		return b
	}
	return a
}

// name is the structure's name, or its code where it has none.
func (d Data) name(code string) string { return either(d.Names[code], code) }

// codes lists the structures of the data, in the order of the first table that has any.
func (d Data) codes() []string {
	var codes []string
	for _, row := range d.Outcomes {
		codes = append(codes, row.Structure)
	}
	if len(codes) == 0 {
		for _, row := range d.Trajectories {
			codes = append(codes, row.Structure)
		}
	}
	if len(codes) == 0 {
		for _, row := range d.Commissioners {
			codes = append(codes, row.Structure)
		}
	}
	if len(codes) == 0 {
		for _, row := range d.Convergence {
			codes = append(codes, row.Structure)
		}
	}
	if len(codes) == 0 {
		for _, row := range d.Differences {
			codes = append(codes, row.First, row.Second)
		}
	}
	if len(codes) == 0 && d.Sweep != nil {
		for _, row := range d.Sweep.Rows {
			codes = append(codes, row.Structure)
		}
	}
	if len(codes) == 0 {
		codes = d.analysed()
	}
	return unique(codes)
}

// analysed lists the structures of the tables of an analysis, in reading order.
func (d Data) analysed() []string {
	var codes []string
	add := func(more ...string) {
		for _, code := range more {
			if code != "" {
				codes = append(codes, code)
			}
		}
	}
	a := d.Analysis
	for _, row := range a.Tornado {
		add(row.Structure, row.Against)
	}
	for _, row := range a.Morris {
		add(row.Structure, row.Against)
	}
	for _, row := range a.Sobol {
		add(row.Structure, row.Against)
	}
	for _, row := range a.Shapley {
		add(row.Structure, row.Against)
	}
	for _, row := range a.Pawn {
		add(row.Structure, row.Against)
	}
	for _, row := range a.Robustness {
		add(row.Structure)
	}
	for _, row := range a.Ranks {
		add(row.Structure)
	}
	for _, row := range a.Requirements {
		add(row.Structure)
	}
	for _, row := range a.Dominance {
		add(row.First, row.Second)
	}
	for _, row := range a.Switching {
		add(row.Preferred, row.ThenBelow, row.ThenAbove)
	}
	for _, row := range a.SwitchingMap {
		add(row.Preferred)
	}
	for _, row := range a.Acceptability {
		add(row.Structure)
	}
	for _, row := range a.Stages {
		add(row.Structure)
	}
	return codes
}

// Structures lists the codes of the structures in the data, in the order of the first table that has any.
func (d Data) Structures() []string { return d.codes() }

// unique drops repetitions and keeps the order.
func unique[T comparable](all []T) []T {
	seen := map[T]bool{}
	var kept []T
	for _, x := range all {
		if !seen[x] {
			seen[x] = true
			kept = append(kept, x)
		}
	}
	return kept
}

// namesOf are the names of structures.
func namesOf(d Data, codes []string) []string {
	names := make([]string, len(codes))
	for i, code := range codes {
		names[i] = d.name(code)
	}
	return names
}
