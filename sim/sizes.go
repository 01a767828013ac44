package sim

import (
	"cmp"
	"math"
	"slices"

	"reconfig/model/result"
)

// Sizes says of the commissioners of a run who gains and who loses by size: under each structure, in the order of the rows,
// thirds of them by population.
func Sizes(rows []result.CommissionerRow) []result.SizeRow {
	var structures []string
	under := map[string][]result.CommissionerRow{}
	for _, row := range rows {
		if under[row.Structure] == nil {
			structures = append(structures, row.Structure)
		}
		under[row.Structure] = append(under[row.Structure], row)
	}
	var sizes []result.SizeRow
	for _, structure := range structures {
		bodies := under[structure]
		slices.SortFunc(bodies, func(a, b result.CommissionerRow) int {
			return cmp.Or(cmp.Compare(a.Population, b.Population), cmp.Compare(a.Code, b.Code))
		})
		sectors := map[string]int{}
		for _, b := range bodies {
			sectors[b.Sector]++
		}
		groups := sizeNames(len(bodies))
		for i, size := range groups {
			group := bodies[i*len(bodies)/len(groups) : (i+1)*len(bodies)/len(groups)]
			row := sizeRow(group, sectors)
			row.Structure, row.Size = structure, size
			sizes = append(sizes, row)
		}
	}
	return sizes
}

// sizeNames are the groups of so many commissioners.
func sizeNames(commissioners int) []string {
	switch commissioners {
	case 1:
		return []string{result.OnlyOne}
	case 2:
		return []string{result.Smallest, result.Largest}
	}
	return []string{result.Smallest, result.Middle, result.Largest}
}

// sizeRow adds up a group, in the order of population. sectors says how many commissioners each sector has.
func sizeRow(group []result.CommissionerRow, sectors map[string]int) result.SizeRow {
	row := result.SizeRow{
		Commissioners: len(group), PopulationFrom: group[0].Population, PopulationTo: group[len(group)-1].Population,
		ReductionAskedLeastPct: math.Inf(1), ReductionAskedMostPct: math.Inf(-1),
	}
	var head, required, cost, allowed, capacity, against, knowledge float64
	for _, b := range group {
		row.Population += b.Population
		row.BaselineCostK += b.BaselineCostK
		head += headOf(b)
		required += b.RequiredCostAtTargetK
		cost += b.CostAtTargetK
		allowed += b.TargetCostK
		capacity += float64(b.Population * b.CapacityAtTarget)
		against += float64(b.Population * float64(b.CapacityAgainstStatusQuo))
		knowledge += float64(b.Population * b.LocalKnowledgeAtHandover)
		row.ReductionAskedLeastPct = min(row.ReductionAskedLeastPct, b.ReductionAskedPct)
		row.ReductionAskedMostPct = max(row.ReductionAskedMostPct, b.ReductionAskedPct)
		row.CommissionersWithoutCut += count(b.ReductionAskedPct <= 0)
		row.CommissionersOnTarget += count(b.OnTarget == result.YesNo(true))
		row.CommissionersAlone += count(sectors[b.Sector] == 1)
		row.CommissionersGaining += result.Number(count(b.CapacityAgainstStatusQuo > sameCapacity))
		row.CommissionersLosing += result.Number(count(b.CapacityAgainstStatusQuo < -sameCapacity))
	}
	percent := func(k float64) float64 { return 100 * k / row.BaselineCostK }
	row.BaselineCostPerHead, row.CostPerHeadAtTarget = 1000*row.BaselineCostK/head, 1000*cost/head
	row.ReductionAskedPct = percent(row.BaselineCostK - allowed)
	row.ReductionFromStructure, row.ReductionFromCuts = percent(row.BaselineCostK-required), percent(required-cost)
	row.CapacityAtTarget, row.LocalKnowledgeAtHandover = capacity/row.Population, knowledge/row.Population
	row.CapacityAgainstStatusQuo = result.Number(against / row.Population)
	if math.IsNaN(against) {
		row.CommissionersGaining, row.CommissionersLosing = result.Number(nan), result.Number(nan)
	}
	return row
}

// headOf is the population that costs a head are stated for.
func headOf(b result.CommissionerRow) float64 {
	if head := float64(b.WeightedPopulation); !math.IsNaN(head) {
		return head
	}
	return b.Population
}

func count(truth bool) int {
	if truth {
		return 1
	}
	return 0
}
