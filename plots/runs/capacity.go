package runs

import (
	"slices"

	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/series"
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   20,
	Name:    "capacity",
	Summary: "capacity over time, cuts to meet the target included",
	Needs:   figure.RowsOf(result.TrajectoryRow{}),
	Every:   true,
	Narrow:  true,
	Page:    func(d figure.Data) chart.Page { return capacityPage(d, false) },
})

var _ = figure.Register(figure.Figure{
	Order:   25,
	Name:    "capacity-alone",
	Summary: "capacity over time of the structure alone, without target or cuts",
	Needs:   figure.RowsOf(result.TrajectoryRow{}),
	Every:   true,
	Narrow:  true,
	Page:    func(d figure.Data) chart.Page { return capacityPage(d, true) },
})

// dips are the capacities over time, in per cent of the start.
type dips struct {
	lines []series.Line // that are drawn
	left  int           // structures that are not drawn
	alone bool          // of the structure alone, without target or cuts
	years figure.Years
	due   float64 // when the target is due, in years from the start; 0 if unknown, or of no matter
	lost  loss
	drawn bool // the lines are means of draws
}

// loss is how far below its start capacity falls under any of the structures, in per cent of that.
type loss struct {
	OfCourse float64 // as the lines show it
	OfDraws  float64 // the mean over draws of each draw's lowest, as tables have it; 0 where there are no draws
}

func capacityPage(d figure.Data, alone bool) chart.Page {
	column, lowest := func(r result.TrajectoryRow) float64 { return 100 * r.Capacity }, result.CapacityLowest
	if alone {
		column, lowest = func(r result.TrajectoryRow) float64 { return 100 * r.StructureCapacity }, result.StructureCapacityLowest
	}
	dips := dips{lines: series.Of(d, column), alone: alone, years: figure.YearsOf(d.Trajectories)}
	if len(dips.lines) == 0 {
		return figure.Nothing("values of capacity")
	}
	if lo, hi := series.BandRange(dips.lines...); alone && lo > 100-tie && hi < 100+tie {
		return figure.Pointless("no structure changes capacity by itself")
	}
	dips.drawn = ofMeans(d.Trajectories)
	dips.keepDrawn(d.Context)
	dips.lost = lossOf(d.Outcomes, dips.lines, lowest)
	if !alone {
		dips.due = targetDue(d)
	}
	page := chart.Page{
		Title:       dips.title(d.Context),
		Subtitle:    d.Subtitle(words.Joined(dips.measure(), figure.OfTrajectories(d.Context, d.Trajectories)), dips.years.Period()),
		Description: dips.description(d.Context),
	}
	handover := series.AboutHandover(d.Context, dips.years)
	titled, height := dips.titled(d.Context)
	if !series.InPanels(d.Context, dips.lines) {
		page.Footer = d.Footer(othersInGrey(d.Context, dips.lines), dips.lowestOfDraws(), handover)
		page.LeastBody = height + dips.least(d.Context)
		page.Body = func(c draw.Canvas) { dips.draw(d.Context, titled(c)) }
		return page
	}
	panels, key := dips.panels(d)
	page.Footer = d.Footer(series.QuarterByQuarter, dips.lowestOfDraws(), handover)
	page.BodyHeight = height + chart.KeyHeightIn(key, d.Print().Body()) + panels.Height()
	page.Body = func(c draw.Canvas) { panels.Draw(chart.DrawKey(titled(c), key)) }
	return page
}

// keepDrawn leaves out the structures that have no panel, but for the comparator: the figure says nothing of them.
func (dips *dips) keepDrawn(ctx figure.Context) {
	if !series.InPanels(ctx, dips.lines) {
		return
	}
	drawn := append(series.WithBands(ctx, dips.lines), dips.comparator())
	all := len(dips.lines)
	dips.lines = slices.DeleteFunc(dips.lines, func(s series.Line) bool {
		return !slices.ContainsFunc(drawn, func(d series.Line) bool { return d.Code == s.Code })
	})
	dips.left = all - len(dips.lines)
}

// targetDue is when the target stops asking for less each quarter; 0 if it never asks for less.
func targetDue(d figure.Data) float64 {
	targets := series.Of(d, func(r result.TrajectoryRow) float64 { return r.CeilingK })
	if len(targets) == 0 || targets[0].Last() >= targets[0].Points[0].Y*(1-1e-9) {
		return 0
	}
	for _, p := range targets[0].Points {
		if p.Y <= targets[0].Last()*(1+1e-9) {
			return max(0, p.X-0.125)
		}
	}
	return 0
}

// comparator is the structure that every panel has in grey: that without a change, or else the first.
func (dips dips) comparator() series.Line {
	i := slices.IndexFunc(dips.lines, func(s series.Line) bool { return s.Code == unchanged })
	return dips.lines[max(0, i)]
}

// unchanged is the code of the structure in which nothing changes, in the cases that come with the program.
const unchanged = "status-quo"

// lossOf is that of the courses and that of the outcome. The mean of each draw's lowest is lower than the lowest of the mean course,
// as draws are not lowest at one time.
func lossOf(rows []result.OutcomeRow, all []series.Line, lowest result.Outcome) loss {
	var l loss
	for _, s := range all {
		l.OfCourse = max(l.OfCourse, 100-s.Lowest())
		if v := figure.OutcomeOf(rows, s.Code, result.Mean, lowest); words.Finite(v) {
			l.OfDraws = max(l.OfDraws, 100-100*v)
		}
	}
	return l
}
