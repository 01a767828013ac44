package analyses

import (
	"fmt"
	"io"
	"math"
	"slices"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// WriteMaps writes the best maps and those of the case, who is in which sector of the best, what random maps come to and who
// belongs together.
func (a Analysis) WriteMaps(w io.Writer, s report.Style) {
	best := a.mainMap()
	a.heading(w, fmt.Sprintf("The best maps: %s under %s, %s draws", inWords(best.Outcome), a.name(best.Structure), report.Decimal(float64(a.Draws), 0)))
	t := a.mapSummary()
	s.Render(w, t.Columns, t.Rows)
	notes(w, t.AllNotes()...)
	section(w, fmt.Sprintf("Sectors of %s", best.Map))
	a.writeSectors(w, s, best.Map)
	if len(a.MapRandom) > 0 {
		section(w, "Random maps")
		a.writeRandom(w, s)
	}
	if len(a.pairsTogether()) > 0 {
		section(w, "Neighbours that good maps almost always have together")
		a.writePairs(w, s)
	}
}

// mapSummary is the table of one line for each map.
func (a Analysis) mapSummary() report.Summary {
	m, within := a.gains(), ""
	if sd := a.referenceMap().SD; sd > 0 && !math.IsNaN(float64(a.mainMap().Plateau)) {
		within = fmt.Sprintf("Maps within %s of the best: %s of the standard deviation; --within sets another amount.", m.Words(a.Maps[0].Within), per(float64(a.Maps[0].Within/sd)))
	}
	t := report.Summary{
		Title:   "The best maps, and those of the case. " + a.caption(),
		Records: a.records(result.MapRow{}.Table(), a.Maps), Lines: report.LinesOf(a.naming(), a.Maps),
		Columns: []report.Column{report.Text("Map"), report.Number("Sectors"), report.Number("Mean\n" + m.Heading), report.Number("Gain on\n" + a.referenceMap().Map).Noted("Gain and Better: against " + a.referenceMap().Map + ", draw by draw."), report.Number("Better,\nof 100"), report.Number("Behind\nbest").Noted("Behind best: of the best of as many sectors."), report.Number("Beats, of 100\nrandom maps"), report.Number("Maps\nwithin " + m.Words(a.Maps[0].Within)).Noted(within), report.Text("Proved"), report.Text("Rules broken").Within(labelWidth)},
		Notes:   []string{"Failures and refusals at their means.", a.aheadFinding(), a.brokenFinding(), a.chains()},
	}
	t.Notes = slices.DeleteFunc(t.Notes, func(note string) bool { return note == "" })
	for _, r := range a.Maps {
		line := []string{r.Map, report.Decimal(float64(r.Groups), 0), m.Write(r.Value), m.Write(r.Gain), report.Chance(float64(r.Better)), "", "", "", r.Proved, breaks(r)}
		if r.Reference == "yes" {
			line[3], line[4] = "", ""
		}
		if r.Kind == result.PublishedMap {
			line[5] = m.Write(r.Behind)
		}
		if !math.IsNaN(float64(r.Beats)) && a.varies(r.Groups) {
			line[6] = report.Chance(float64(r.Beats))
		}
		if !math.IsNaN(float64(r.Plateau)) {
			line[7] = mark(r.Complete != "yes", "≥ ") + report.Decimal(float64(r.Plateau), 0)
		}
		t.Rows = append(t.Rows, line)
	}
	return t
}

// writeSectors lists who is in which sector of a map.
func (a Analysis) writeSectors(w io.Writer, s report.Style, name string) {
	var cells [][]string
	var members []string
	people := 0.0
	flush := func() {
		if n := len(cells); n > 0 {
			cells[n-1][1], cells[n-1][2], cells[n-1][3] = report.Decimal(float64(len(members)), 0), report.Decimal(people/1e6, 2), report.And(members)
		}
		members, people = nil, 0
	}
	sector := ""
	for _, r := range a.MapSectors {
		if r.Map != name {
			continue
		}
		if r.Sector != sector {
			flush()
			sector = r.Sector
			cells = append(cells, []string{r.Sector, "", "", ""})
		}
		members, people = append(members, r.Body), people+r.People
	}
	flush()
	s.Render(w, []report.Column{report.Text("Sector"), report.Number("Bodies"), report.Number("People, m"), report.Text("Who").Within(60)}, cells)
}

// writeRandom writes what random maps come to, a line for each number of sectors.
func (a Analysis) writeRandom(w io.Writer, s report.Style) {
	var all []result.Number
	for _, r := range a.MapRandom {
		all = append(all, r.Behind)
	}
	m := report.AmountOf(a.Properties, a.Maps[0].Unit, all...)
	columns := []report.Column{report.Number("Sectors"), report.Number("Behind the best " + m.Heading + ":\n5th percentile"), report.Number("median"), report.Number("95th"), report.Number("Maps"), report.Number("Chains agree\nbelow 1.01\n(R-hat)"), report.Number("Effective\nsample"), report.Number("In tails"), report.Number("Steps taken,\nof 100")}
	var cells [][]string
	for _, r := range a.MapRandom {
		switch r.Share {
		case 0.05:
			cells = append(cells, []string{report.Decimal(float64(r.Groups), 0), "", "", m.Write(r.Behind), report.Decimal(float64(r.Maps), 0), report.Decimal(float64(r.RHat), 3), report.Decimal(float64(r.Bulk), 0), report.Decimal(float64(r.Tail), 0), report.Decimal(100*float64(r.Accepted), 0)})
		case 0.5:
			cells[len(cells)-1][2] = m.Write(r.Behind)
		case 0.95:
			cells[len(cells)-1][1] = m.Write(r.Behind)
		}
	}
	s.Render(w, columns, cells)
	notes(w, "Chains of recombination (ReCom), from the spanning-tree distribution, each from a start of its own.")
}

// writePairs lists the pairs that are almost always together.
func (a Analysis) writePairs(w io.Writer, s report.Style) {
	var cells [][]string
	for _, r := range a.pairsTogether() {
		cells = append(cells, []string{r.A, r.B, report.Chance(float64(r.Together)), r.Reference})
	}
	s.Render(w, []report.Column{report.Text("A"), report.Text("B"), report.Number("Together,\nof 100 maps"), report.Text("In " + a.referenceMap().Map)}, cells)
}
