package sensitivity

import "math/rand/v2"

// trajectory is a walk over a grid on which every input moves once, by half of the grid's levels. A grid of p levels
// has them at 0, 1/(p − 1), …, 1 of an input's range, so that a move is p/(2(p − 1)) of the range. Inputs of a group move at
// once, each its own way.
//
// Sources: Morris (1991), Factorial sampling plans for preliminary computational experiments, Technometrics 33(2);
// Campolongo, Cariboni & Saltelli (2007), Environmental Modelling & Software 22(10), section 5, for groups.
type trajectory struct {
	groups     [][]int // inputs of each group; every input is in one
	start, end []int   // level of each input before and after its move
	order      []int   // groups, in the order in which they move
	index      []int   // of each input's group in that order
}

// newTrajectory makes a random one. Every level is as likely to be an input's first, and leaves it one way to go: a
// level of the lower half up, one of the upper half down.
func newTrajectory(random *rand.Rand, groups [][]int, inputs, levels int) trajectory {
	t := trajectory{groups, make([]int, inputs), make([]int, inputs), random.Perm(len(groups)), make([]int, inputs)}
	for i := range inputs {
		t.start[i] = random.IntN(levels)
		t.end[i] = (t.start[i] + levels/2) % levels
	}
	for index, group := range t.order {
		for _, input := range groups[group] {
			t.index[input] = index
		}
	}
	return t
}

// level is that of an input after so many moves of the trajectory.
func (t *trajectory) level(input, moves int) int {
	if t.index[input] < moves {
		return t.end[input]
	}
	return t.start[input]
}
