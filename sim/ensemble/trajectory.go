package ensemble

import "reconfig/model/result"

// courseSeries is a structure in one quarter. Its percentiles are taken from sketches: there are too many of them to
// hold every draw.
type courseSeries struct {
	sketches [result.CourseLength]Sketch
	against  Sketch // of the cost required, less that under the structure that changes nothing
}

// ceilingAt is the index of what the target allows among a course's figures. It is the same under every structure, and so
// is only counted under the first.
const ceilingAt = 2

// courseBatch is what the draws of a batch give for a structure: by draw and quarter.
type courseBatch [batch][]result.Course

func (r *gathering) newCourses() {
	for range r.structures {
		b := &courseBatch{}
		for k := range b {
			b[k] = make([]result.Course, r.quarters)
		}
		r.drawn = append(r.drawn, b)
		for range r.quarters {
			r.courses = append(r.courses, &courseSeries{})
		}
	}
}

// addCourse takes in the first n draws of a batch for a structure in a quarter.
func (r *gathering) addCourse(structure, quarter, n int, w *summer) {
	series, drawn := r.courses[structure*r.quarters+quarter], r.drawn[structure]
	for k := range n {
		for m, v := range drawn[k][quarter].Numbers() {
			w.course[m][k] = v
		}
	}
	for m := range series.sketches {
		if m != ceilingAt || structure == 0 {
			series.sketches[m].Add(w.course[m][:n])
		}
	}
	if r.unchanged >= 0 {
		w.values = grow(w.values, n)
		for k := range n {
			w.values[k] = drawn[k][quarter].RequiredCostK - r.drawn[r.unchanged][k][quarter].RequiredCostK
		}
		series.against.Add(w.values)
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
