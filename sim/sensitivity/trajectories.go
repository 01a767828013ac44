package sensitivity

import "math/rand/v2"

// trajectory is a walk over a grid on which every input moves once, by half of the grid's levels. A grid of p levels
// has them at 0, 1/(p − 1), …, 1 of an input's range, so that a move is p/(2(p − 1)) of the range.
//
// Source: Morris (1991), Factorial sampling plans for preliminary computational experiments, Technometrics 33(2).
type trajectory struct {
	start, end []int // level of each input before and after its move
	order      []int // inputs, in the order in which they move
	index      []int // of each input in that order
}

// newTrajectory makes a random one. Every level is as likely to be an input's first, and leaves it one way to go: a
// level of the lower half up, one of the upper half down.
func newTrajectory(random *rand.Rand, inputs, levels int) trajectory {
	t := trajectory{make([]int, inputs), make([]int, inputs), random.Perm(inputs), make([]int, inputs)}
	for i := range inputs {
		t.start[i] = random.IntN(levels)
		t.end[i] = (t.start[i] + levels/2) % levels
	}
	for index, input := range t.order {
		t.index[input] = index
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
