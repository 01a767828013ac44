package ensemble

import "reconfig/model/result"

// courseSeries is a structure in one quarter. Its percentiles are taken from sketches: there are too many of them to
// hold every draw.
type courseSeries struct {
	values   [result.CourseLength][batch]float64
	sketches [result.CourseLength]Sketch
}

// add takes in the first n draws of a batch.
func (s *courseSeries) add(n int) {
	for m := range s.sketches {
		s.sketches[m].Add(s.values[m][:n])
	}
}

// trajectoryRows are a structure's mean and percentiles over time.
func (r *gathering) trajectoryRows(structure int) []result.TrajectoryRow {
	series := r.courses[structure*r.quarters : (structure+1)*r.quarters]
	statistics := make([][result.CourseLength]Statistics, len(series))
	for q, s := range series {
		for m := range s.sketches {
			statistics[q][m] = s.sketches[m].Statistics()
		}
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
	}
	return rows
}

var trajectoryStatistics = []string{result.Mean, result.P05, result.P25, result.P50, result.P75, result.P95}
