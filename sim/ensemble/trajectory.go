package ensemble

import (
	"reconfig/model/result"
	"reconfig/sim/draws"
)

// courseSeries is a structure in one quarter. Its percentiles are taken from sketches: there are too many of them to
// hold every draw.
type courseSeries struct {
	sketches [result.CourseLength]Sketch
	against  Sketch // of the cost required, less that under the structure that changes nothing
}

// drawnCourses is what the draws of a batch give over time, as the engine gives it: by draw, and then by structure, figure of
// result.Course and quarter.
type drawnCourses struct {
	draws      [][]float64
	structures int
	quarters   int
	width      int // of a figure: whole lines of the processor's cache
}

// line is how many numbers a line of the processor's cache holds. So many quarters are turned into columns at once: these stay
// in the cache that is nearest, and each line of memory is fetched once.
const line = 8

func newDrawnCourses(structures, quarters int) drawnCourses {
	c := drawnCourses{draws: make([][]float64, batch), structures: structures, quarters: quarters, width: (quarters + line - 1) / line * line}
	for k := range c.draws {
		c.draws[k] = make([]float64, structures*result.CourseLength*c.width)
	}
	return c
}

// at is where a figure begins that a draw gives for a structure.
func (c *drawnCourses) at(structure, figure int) int {
	return (structure*result.CourseLength + figure) * c.width
}

// keep takes what draw k of the batch gave.
func (c *drawnCourses) keep(w *draws.Workspace, k int) {
	for s := range c.structures {
		for figure := range result.CourseLength {
			copy(c.draws[k][c.at(s, figure):], w.Results.Figure(s, figure))
		}
	}
}

// columns hold a line of quarters, by quarter and draw.
type columns [line][batch]float64

// turn fills in a figure of the first n draws in a line of quarters.
func (c *drawnCourses) turn(structure, figure, from, n int, dst *columns) {
	at := c.at(structure, figure) + from
	for k, draw := range c.draws[:n] {
		v := (*[line]float64)(draw[at:])
		for q := range v {
			dst[q][k] = v[q]
		}
	}
}

func (r *gathering) newCourses() {
	r.drawn = newDrawnCourses(r.structures, r.quarters)
	r.courses = make([]courseSeries, r.structures*r.quarters)
}

// linesOfCourses is how many lines of quarters all courses have together: of each structure and figure.
func (r *gathering) linesOfCourses() int {
	return r.structures * result.CourseLength * r.drawn.width / line
}

// addCourses takes in the first n draws of a batch, of one line of quarters.
func (r *gathering) addCourses(index, n int, w *summer) {
	figure, from := index/(r.drawn.width/line), index%(r.drawn.width/line)*line
	structure, figure := figure/result.CourseLength, figure%result.CourseLength
	if figure == result.CeilingFigure && structure > 0 { // the target allows the same under every structure
		return
	}
	series := r.courses[structure*r.quarters:][from:min(from+line, r.quarters)]
	r.drawn.turn(structure, figure, from, n, &w.turned)
	for q := range series {
		series[q].sketches[figure].Add(w.turned[q][:n])
	}
	if figure != result.RequiredCostFigure || r.unchanged < 0 {
		return
	}
	r.drawn.turn(r.unchanged, figure, from, n, &w.before)
	for q := range series {
		required := w.turned[q][:n]
		for k, before := range w.before[q][:n] {
			required[k] -= before
		}
		series[q].against.Add(required)
	}
}

// trajectoryRows are a structure's mean and percentiles over time.
func (r *gathering) trajectoryRows(structure int) []result.TrajectoryRow {
	series := r.courses[structure*r.quarters : (structure+1)*r.quarters]
	statistics, against := make([][result.CourseLength]Statistics, len(series)), make([]Statistics, len(series))
	for q := range series {
		s := &series[q]
		against[q] = s.against.Statistics()
		for m := range s.sketches {
			statistics[q][m] = s.sketches[m].Statistics()
		}
		statistics[q][result.CeilingFigure] = r.courses[q].sketches[result.CeilingFigure].Statistics()
	}
	var rows []result.TrajectoryRow
	for _, statistic := range trajectoryStatistics {
		courses := make([]result.Course, len(series))
		for q := range courses {
			var numbers [result.CourseLength]float64
			for m := range numbers {
				numbers[m] = statistics[q][m].Of(statistic)
			}
			courses[q] = result.CourseOf(numbers)
		}
		rows = append(rows, r.engine.TrajectoryRows(structure, statistic, courses)...)
		if r.unchanged < 0 {
			continue
		}
		for q, of := range rows[len(rows)-len(series):] {
			of.RequiredCostAgainstStatusQuoK = result.Number(against[q].Of(statistic))
			rows[len(rows)-len(series)+q] = of
		}
	}
	return rows
}

var trajectoryStatistics = []string{result.Mean, result.P05, result.P25, result.P50, result.P75, result.P95}
