package sim

import (
	"math"

	"reconfig/model/result"
	"reconfig/sim/vector"
)

// Workspace holds everything that a run writes. It belongs to one engine and one goroutine at a time.
type Workspace struct {
	engine     *Engine
	parameters parameters
	outcomes   []result.Values // by structure
	harm       []float64       // by structure: capacity lost over the years, discounted, £k of cost at the start
	courses    series          // by structure and figure of result.Course, and by quarter, if they are wanted
	ownCourses []float64       // where courses are put if the caller does not say where
	endings    [][]Ending      // by structure and commissioner, if courses are wanted

	// by moment
	times, growth, discount []float64 // t, Γ(t), (1 + d)^−t
	phase                   []float64 // min(1, t/T)
	toHandover              int       // quarters with t up to handover
	timesOf                 known[[2]float64]
	ratesOf                 [3]known[[3]float64] // of growth, discount and risked

	lastTime float64 // the latest moment

	stages
	tenures
	baseline
	scale savings

	// of the structure at hand
	pooling
	required
	money
	cost
	unmoved    unmoved
	capacity   capacity
	knowledge  knowledge
	harmedCost float64 // what capacity that is lost counts as a share of: Σ M, £k a year
	grouped    bool    // groups are valued one by one
	allCost    float64 // Σ M of all bodies, where they are valued in groups
	lost       float64 // capacity over the years, discounted, £k of cost at the start

	ones, scratch []float64 // by moment
}

// series holds rows of one number for every moment.
type series struct {
	data  []float64
	width int
}

func newSeries(rows, width int) series { return series{newRow(rows * width), width} }

func (s series) row(i int) []float64 { return s.data[i*s.width : (i+1)*s.width : (i+1)*s.width] }

// rows are rows one after another.
func (s series) rows(r span) []float64 { return s.data[r.first*s.width : r.end*s.width] }

// from are the rows from the i-th on.
func (s series) from(i int) series { return series{s.data[i*s.width:], s.width} }

// add adds a multiple of each of the first rows to a row.
func (s series) add(dst, factors []float64) { vector.AddRows(dst, factors, s.data, s.width) }

// addFalls adds a multiple of each fall from the moment before, in each of the first rows, to a row.
func (s series) addFalls(dst, factors []float64) { vector.AddFalls(dst, factors, s.data, s.width) }

// groupNumbers holds rows of one number for every group of a tier, and as many as it takes to fill four.
type groupNumbers struct {
	data  []float64
	width int
}

func newGroupNumbers(e *Engine, rows int) groupNumbers {
	width := inFours(max(len(e.bodies.sectors), len(e.bodies.regions)))
	return groupNumbers{newRow(rows * width), width}
}

func (n groupNumbers) row(i int) []float64 { return n.data[i*n.width : (i+1)*n.width] }

// NewWorkspace makes a workspace for the engine's runs.
func (e *Engine) NewWorkspace() *Workspace {
	row := func() []float64 { return newRow(e.timeline.moments()) }
	w := &Workspace{
		engine: e, outcomes: make([]result.Values, len(e.structures)), harm: newRow(len(e.structures)),
		times: row(), growth: row(), discount: row(), phase: row(), scratch: row(), ones: row(),
		stages: newStages(e), tenures: newTenures(e), baseline: newBaseline(e), scale: newSavings(e), pooling: newPooling(e), required: newRequired(e),
		money: newMoney(e), capacity: newCapacity(e), knowledge: newKnowledge(e), cost: newCost(e), unmoved: newUnmoved(e),
	}
	w.layOutTimes()
	vector.Fill(w.ones, 1)
	if e.needs.capacity {
		w.indices = append(w.indices, &w.capacity.index)
	}
	if e.needs.knowledge {
		w.indices = append(w.indices, &w.knowledge.index)
	}
	if e.traced {
		w.courses = newSeries(len(e.structures)*result.CourseLength, e.CourseWidth())
		w.ownCourses = w.courses.data
		for range e.structures {
			w.endings = append(w.endings, make([]Ending, len(e.bodies.commissioners)))
		}
	}
	w.parameters.classes = make([]classParameters, len(e.binding.scale))
	w.parameters.arrangements = make([]arrangementParameters, len(e.binding.voluntary))
	return w
}

// Outcomes returns what the last run gave for a structure, by its index in Engine.Structures. It is overwritten by the
// next run. Outcomes that the engine was not asked for are NaN, as are empty ones.
func (w *Workspace) Outcomes(structure int) *result.Values { return &w.outcomes[structure] }

// Harm is the capacity that a structure lost in the last run: summed over the years, discounted, in £k of management cost at
// the start. Net benefit is NPV including cuts less capacity.value times this. The engine must have been asked for net
// benefit.
func (w *Workspace) Harm(structure int) float64 { return w.harm[structure] }

// CourseWidth is how many numbers a figure over time takes: as many as there are quarters, up to a multiple of eight.
func (e *Engine) CourseWidth() int { return (e.timeline.quarters + 7) &^ 7 }

// PutCourses makes the runs to come put their courses over time where the caller wants them, or with nil in memory of the
// workspace's own. They lie there by structure, figure of result.Course and quarter, each figure CourseWidth numbers after the
// one before; what the target allows stands under the first structure alone. The engine must have been compiled to keep trajectories.
func (w *Workspace) PutCourses(memory []float64) {
	if memory == nil {
		memory = w.ownCourses
	}
	w.courses.data = memory
}

// figure is a figure of result.Course under a structure, quarter by quarter.
func (w *Workspace) figure(structure, figure int) []float64 {
	if figure == result.CeilingFigure { // the same under all
		structure = 0
	}
	return w.courses.row(structure*result.CourseLength + figure)[:w.engine.timeline.quarters]
}

// Trajectory makes a table of all figures that the last run gave for a structure over time, by quarter.
func (w *Workspace) Trajectory(structure int) []result.Course {
	courses := make([]result.Course, w.engine.timeline.quarters)
	for j := range courses {
		var numbers [result.CourseLength]float64
		for figure := range numbers {
			numbers[figure] = w.figure(structure, figure)[j]
		}
		courses[j] = result.CourseOf(numbers)
	}
	return courses
}

// Endings returns where each commissioner stood in the last run when the target was due, under a structure, in the order of
// the rows of Engine.Trace, where the engine was compiled to keep trajectories. It is overwritten by the next run.
func (w *Workspace) Endings(structure int) []Ending { return w.endings[structure] }

// newRow makes a row of n numbers that shares no line of the processor's cache with another: where two goroutines' rows do,
// each waits for the other's writes. Go places an allocation of a multiple of 128 bytes at such a multiple.
func newRow(n int) []float64 { return make([]float64, n, (n+15)/16*16) }

// inFours is a number, or the next that four go into: processors take four numbers at once.
func inFours(n int) int { return (n + 3) / 4 * 4 }

// sum adds up a row, in the order of products.
func (w *Workspace) sum(v []float64) float64 { return vector.Dot(v, w.ones[:len(v)]) }

var nan = math.NaN()
