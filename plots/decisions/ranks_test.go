package decisions

import (
	"fmt"
	"strings"
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// ranking3 replaces the table by shares of three ranks for each of the three structures.
func ranking3(shares ...[3]float64) func(*figure.Data) {
	return func(d *figure.Data) {
		d.Ranks = nil
		for i, of := range shares {
			for rank, share := range of {
				d.Ranks = append(d.Ranks, result.RankRow{Outcome: result.NetBenefit.String(), Structure: figuretest.ThreeStructures[i], Rank: rank + 1, Probability: result.Number(share)})
			}
		}
	}
}

func TestRanksTitle(t *testing.T) {
	figuretest.CheckTitlesOf(t, figuretest.Named("ranks"), figuretest.Drawn, []figuretest.TitleCase{
		{Name: "one leads", Change: nil, Want: "Merge comes first in 57% of draws, Hub in 25%"},
		{Name: "another is better on average", Change: ranking3([3]float64{0.45, 0, 0.55}, [3]float64{0.4, 0.6, 0}, [3]float64{0.15, 0.4, 0.45}), Want: "Stay comes first in 45% of draws, but Hub ranks best on average"},
		{Name: "two alike", Change: ranking3([3]float64{0.5, 0.5, 0}, [3]float64{0.5, 0.5, 0}, [3]float64{0, 0, 1}), Want: "Stay and Hub come first equally often, in 50% of draws each"},
		{Name: "all alike", Change: ranking3([3]float64{0.25, 0.5, 0.25}, [3]float64{0.25, 0.5, 0.25}, [3]float64{0.25, 0.5, 0.25}), Want: "Every structure comes first equally often, in 25% of draws"},
		{Name: "two next", Change: ranking3([3]float64{0.66, 0.1, 0.24}, [3]float64{0.168, 0.5, 0.332}, [3]float64{0.172, 0.4, 0.428}), Want: "Stay comes first in 66% of draws, Merge and Hub in 17% each"},
		{Name: "always first", Change: ranking3([3]float64{0, 0.5, 0.5}, [3]float64{0, 0.5, 0.5}, [3]float64{1, 0, 0}), Want: "Merge comes first in all draws"},
		{Name: "no first", Change: func(d *figure.Data) {
			d.Ranks = figuretest.Dropped(d.Ranks, func(r result.RankRow) bool { return r.Rank == 1 })
		}, Want: "How structures rank by net benefit"},
		{Name: "one structure", Change: func(d *figure.Data) { *d = figuretest.Only(*d, "merge") }, Want: "With Merge alone there is nothing to rank"},
	})
}

func TestRanksAltText(t *testing.T) {
	d := figuretest.Drawn()
	ranking3([3]float64{0, 0.004, 0.996}, [3]float64{0.25, 0.75, 0}, [3]float64{0.75, 0.246, 0.004})(&d)
	figuretest.CheckAltTextOf(t, figuretest.Named("ranks"), d, "Table of how often each structure has each rank by net benefit, in 10,000 draws: "+
		"Merge 1st in 75%, 2nd in 25%, 3rd in 0.4%; Hub 1st in 25%, 2nd in 75%; Stay 2nd in 0.4%, 3rd in 99.6%.")
	figuretest.CheckSays(t, figuretest.Named("ranks"), d, ">&lt;1%<", ">&gt;99%<", ">0%<", ">1.3<", ">Mean rank<", "First: the highest net benefit")
}

// Ranks for which there is no space are added up.
func TestManyRanks(t *testing.T) {
	d := figuretest.Drawn()
	d.Ranks = nil
	for s := range 30 {
		for rank := range 30 {
			d.Ranks = append(d.Ranks, result.RankRow{Outcome: result.NetBenefit.String(), Structure: fmt.Sprint("s", s), Rank: rank + 1, Probability: 1. / 30})
		}
	}
	figuretest.CheckSays(t, figuretest.Named("ranks"), d, "12th or lower", ">63%<") // 19 of 30
	if text := figuretest.Named("ranks").AltText(d); strings.Contains(text, "13th") {
		t.Error(text)
	}
}
