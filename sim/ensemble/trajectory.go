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

// Indices among a course's figures. What the target allows is the same under every structure, and so is only counted under
// the first.
const (
	requiredAt = 0
	ceilingAt  = 2
)

// courseBatch is what the draws of a batch give for a structure: by quarter, block of draws, figure and draw. So all that is
// read to add up a quarter lies in one piece.
type courseBatch []float64

// blockNumbers is how many numbers a block of draws has in a quarter.
const blockNumbers = draws.Block * result.CourseLength

func (r *gathering) newCourses() {
	for range r.structures {
		r.drawn = append(r.drawn, make(courseBatch, batch*result.CourseLength*r.quarters))
		for range r.quarters {
			r.courses = append(r.courses, &courseSeries{})
		}
	}
}

// read fills in one figure in one quarter, by draw.
func (b courseBatch) read(figure, quarter int, dst []float64) {
	at := quarter*batch*result.CourseLength + figure*draws.Block
	for k := 0; k < len(dst); k += draws.Block {
		copy(dst[k:], b[at:][:draws.Block])
		at += blockNumbers
	}
}

// addCourse takes in the first n draws of a batch for a structure in a quarter.
func (r *gathering) addCourse(structure, quarter, n int, w *summer) {
	series := r.courses[structure*r.quarters+quarter]
	w.values, w.before = grow(w.values, n), grow(w.before, n)
	for m := range series.sketches {
		if m == ceilingAt && structure > 0 {
			continue
		}
		r.drawn[structure].read(m, quarter, w.values)
		series.sketches[m].Add(w.values)
		if m == requiredAt && r.unchanged >= 0 {
			r.drawn[r.unchanged].read(m, quarter, w.before)
			for k, required := range w.values {
				w.values[k] = required - w.before[k]
			}
			series.against.Add(w.values)
		}
	}
}

// trajectoryRows are a structure's mean and percentiles over time.
func (r *gathering) trajectoryRows(structure int) []result.TrajectoryRow {
	series := r.courses[structure*r.quarters : (structure+1)*r.quarters]
	statistics, against := make([][result.CourseLength]Statistics, len(series)), make([]Statistics, len(series))
	for q, s := range series {
		against[q] = s.against.Statistics()
		for m := range s.sketches {
			statistics[q][m] = s.sketches[m].Statistics()
		}
		statistics[q][ceilingAt] = r.courses[q].sketches[ceilingAt].Statistics()
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
