package figure

import (
	"reconfig/plots/words"
)

// Structures lists the codes of the structures in the data, in the order of the first table that has any.
func (d Data) Structures() []string {
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
	return words.Unique(codes)
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
