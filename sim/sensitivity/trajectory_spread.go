package sensitivity

import (
	"context"
	"math"

	"reconfig/sim/parallel"
)

// spreadTrajectories picks the given number of trajectories out of all so that they lie far apart: first the two that
// are furthest from each other, then one at a time that with the greatest sum of squared distances to those picked; of
// equals the first. It returns an error only if the context ends.
//
// Sources: Campolongo, Cariboni & Saltelli (2007), An effective screening design for sensitivity analysis of large
// models, Environmental Modelling & Software 22(10), for the distance of two trajectories and for the spread of a set,
// the root of the sum of its squared distances. They try every set. To build one up step by step is the idea of Ruano,
// Ribes, Seco & Ferrer (2012), An improved sampling strategy based on trajectory design for application of the Morris
// method to systems with many input factors, ibid. 37, who go on from several beginnings, we from the best pair alone.
func spreadTrajectories(ctx context.Context, all []trajectory, count, workers int) ([]trajectory, error) {
	if count == len(all) {
		return all, nil
	}
	distances, err := trajectoryDistances(ctx, all, workers)
	if err != nil {
		return nil, err
	}
	first, second := furthestPair(distances)
	picked := []trajectory{all[first], all[second]}
	spread := make([]float64, len(all)) // what each would add; −∞ of those picked
	addDistances(spread, distances, first)
	addDistances(spread, distances, second)
	for len(picked) < count {
		best := 0
		for i, s := range spread {
			if s > spread[best] {
				best = i
			}
		}
		picked = append(picked, all[best])
		addDistances(spread, distances, best)
	}
	return picked, nil
}

// addDistances takes note of a trajectory that has been picked.
func addDistances(spread []float64, distances [][]float64, picked int) {
	spread[picked] = math.Inf(-1)
	for i := range spread {
		d := distances[picked][i]
		spread[i] += float64(d * d)
	}
}

func furthestPair(distances [][]float64) (first, second int) {
	second = 1
	for i, row := range distances {
		for j := i + 1; j < len(row); j++ {
			if row[j] > distances[first][second] {
				first, second = i, j
			}
		}
	}
	return first, second
}

// trajectoryDistances are those of all pairs, by both. It returns an error only if the context ends.
func trajectoryDistances(ctx context.Context, all []trajectory, workers int) ([][]float64, error) {
	distances := make([][]float64, len(all))
	for i := range distances {
		distances[i] = make([]float64, len(all))
	}
	workspaces := make([][]int, workers)
	err := parallel.Do(ctx, workers, len(all), 1, func(worker, i, _ int) {
		if workspaces[worker] == nil {
			workspaces[worker] = make([]int, len(all[i].order))
		}
		for j := range i {
			d := all[i].distance(&all[j], workspaces[worker])
			distances[i][j], distances[j][i] = d, d
		}
	})
	return distances, err
}

// distance is the sum of the Euclidean distances of every point of one trajectory from every point of the other, in
// levels. It goes from one pair of points to the next, which differ in one group of one of them, and so knows each
// squared distance from the one before; workspace has a number for every group.
func (t *trajectory) distance(other *trajectory, workspace []int) float64 {
	square := 0
	for input, level := range t.start {
		square += squared(level - other.start[input])
	}
	steps := workspace // what each move of the other adds to the squared distance
	for j, group := range other.order {
		steps[j] = 0
		for _, input := range other.groups[group] {
			steps[j] += squared(t.start[input]-other.end[input]) - squared(t.start[input]-other.start[input])
		}
	}
	sum := squareRoots(square, steps)
	for _, group := range t.order {
		step := 0
		for _, input := range t.groups[group] {
			from, to := t.start[input], t.end[input]
			square += squared(to-other.start[input]) - squared(from-other.start[input])
			step += squared(to-other.end[input]) - squared(to-other.start[input])
		}
		steps[other.index[t.groups[group][0]]] = step
		sum += squareRoots(square, steps)
	}
	return sum
}

// squareRoots sums the distances of one point from all points of a trajectory.
func squareRoots(square int, steps []int) float64 {
	sum := math.Sqrt(float64(square))
	for _, step := range steps {
		square += step
		sum += math.Sqrt(float64(square))
	}
	return sum
}

func squared(n int) int { return n * n }
