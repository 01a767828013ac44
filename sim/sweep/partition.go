package sweep

// partRuns is how many runs a part has at most: a second or two of work, which is what an interruption can cost. It is
// part of the result's last bits.
const partRuns = 1 << 16

// partValues is how many numbers a part comes to at most, so that memory does not grow with the number of points.
const partValues = 1 << 22

// partition cuts a sweep into parts: some whole points each, or where a point has more runs than a part, some of its
// draws.
type partition struct {
	points       int // of the sweep
	runs         int // at a point
	pointsInPart int // where a part holds whole points
	partsOfPoint int // where a point is cut into several parts
	drawsInPart  int
}

func newPartition(s *Sweep) partition {
	p := partition{points: s.points, runs: s.runsAtPoint()}
	most := min(partRuns, max(1, partValues/s.cells()))
	if !s.eachDraw() {
		most = partRuns
	}
	p.drawsInPart = min(p.runs, most)
	p.partsOfPoint = (p.runs + p.drawsInPart - 1) / p.drawsInPart
	p.pointsInPart = max(1, min(partRuns/p.runs, partValues/s.numbersAtPoint()))
	return p
}

// sketchNumbers is how many numbers of eight bytes a sketch is about as long as, at most.
const sketchNumbers = 1 << 12

// numbersAtPoint is how many numbers a point comes to in a part; of a sketched one, about, and not less.
func (s *Sweep) numbersAtPoint() int {
	switch {
	case s.eachDraw(), s.plan.Draws == 0:
		return s.cells() * s.runsAtPoint()
	case s.Exact():
		return s.pointNumbers()
	}
	return (len(s.structures) + len(s.pairs)) * len(s.outcomes) * min(sketchNumbers, s.plan.Draws)
}

// count is the number of parts.
func (p partition) count() int {
	if p.partsOfPoint > 1 {
		return p.points * p.partsOfPoint
	}
	return (p.points + p.pointsInPart - 1) / p.pointsInPart
}

// span is what a part holds: points, and of each the draws from first up to but without end.
type span struct{ firstPoint, endPoint, firstDraw, endDraw int }

func (p partition) span(part int) span {
	if p.partsOfPoint > 1 {
		point, piece := part/p.partsOfPoint, part%p.partsOfPoint
		first := piece * p.drawsInPart
		return span{point, point + 1, first, min(p.runs, first+p.drawsInPart)}
	}
	first := part * p.pointsInPart
	return span{first, min(p.points, first+p.pointsInPart), 0, p.runs}
}

func (s span) runs() int { return (s.endPoint - s.firstPoint) * (s.endDraw - s.firstDraw) }
