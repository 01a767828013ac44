package ensemble

import (
	"reconfig/model/result"
	"reconfig/sim"
	"reconfig/sim/columns"
)

// courseSeries is a structure in one quarter. Its percentiles are taken from sketches: there are too many of them to
// hold every draw.
type courseSeries struct {
	sketches [result.CourseLength]Sketch
	against  Sketch // of the cost required, less that under the structure that changes nothing
}

// drawnCourses is what the draws of a batch give over time, as the engine puts it: by draw, and then by structure, figure of
// result.Course and line of quarters.
type drawnCourses struct {
	numbers []float64
	each    int // numbers of a draw
	stride  int // numbers from a draw to the next
	width   int // numbers of a figure: whole lines
}

func newDrawnCourses(e *sim.Engine) drawnCourses {
	c := drawnCourses{width: e.CourseWidth()}
	c.each = len(e.Structures()) * result.CourseLength * c.width
	// Lines a power of two apart would all fall on the same few lines of the processor's cache.
	c.stride = (c.each/columns.Width | 1) * columns.Width
	c.numbers = make([]float64, batch*c.stride)
	return c
}

// of is where draw k of the batch is put.
func (c *drawnCourses) of(k int) []float64 { return c.numbers[k*c.stride:][:c.each] }

// from are the numbers from a line of quarters of the first draw on.
func (c *drawnCourses) from(structure, figure, line int) []float64 {
	return c.numbers[(structure*result.CourseLength+figure)*c.width+line*columns.Width:]
}

// lines is how many lines of quarters all courses have together.
func (c *drawnCourses) lines() int { return c.each / columns.Width }

func (r *gathering) newCourses() {
	r.drawn = newDrawnCourses(r.engine)
	r.courses = make([]courseSeries, r.structures*r.quarters)
}

// addCourses takes in the first n draws of a batch, of one line of quarters.
func (r *gathering) addCourses(index, n int, w *summer) {
	figure, line := index/(r.drawn.width/columns.Width), index%(r.drawn.width/columns.Width)
	structure, figure := figure/result.CourseLength, figure%result.CourseLength
	if figure == result.CeilingFigure && structure > 0 { // the target allows the same under every structure
		return
	}
	from := line * columns.Width
	series := r.courses[structure*r.quarters:][from:min(from+columns.Width, r.quarters)]
	w.addColumns(r.drawn.from(structure, figure, line), r.drawn.stride, n, len(series), func(q int) *Sketch { return &series[q].sketches[figure] })
	if figure != result.RequiredCostFigure || r.unchanged < 0 {
		return
	}
	columns.Subtract(w.rows[:n*columns.Width], r.drawn.from(r.unchanged, figure, line), r.drawn.stride)
	w.addColumns(w.rows[:], columns.Width, n, len(series), func(q int) *Sketch { return &series[q].against })
}

// addColumns adds columns that lie side by side to as many sketches: in n rows, which begin at every stride-th number. It leaves the
// rows in the workspace.
func (w *summer) addColumns(from []float64, stride, n, count int, sketch func(q int) *Sketch) {
	for q := range count {
		sketch(q).fetch()
	}
	rows := w.rows[:n*columns.Width]
	sums := columns.Gather(rows, from, stride)
	for q := range count {
		sketch(q).addSummed(rows[q:], columns.Width, blockOf(&sums[q]))
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
