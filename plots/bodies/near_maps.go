package bodies

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/tiling"
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   340,
	Name:    "near-maps",
	Summary: "the best map and others nearly as good beside the published one, as tiles",
	Needs:   figure.RowsOf(result.MapRow{}, result.MapSectorRow{}),
	Page:    nearMapsPage,
})

// mostNear is how many maps are shown, the published one among them.
const mostNear = 4

// nearMap is one of the maps side by side.
type nearMap struct {
	bodyMap
	name, kind string
	rank       int
	behind     float64         // the best of its number of sectors, in the outcome's unit
	moved      map[string]bool // bodies in another sector than in the published map
}

// nearMaps is the published map, the best, and others nearly as good.
type nearMaps struct {
	best, reference result.MapRow
	shown           []nearMap // the published map first, then the best
	measure         figure.Measure
}

func nearMapsPage(d figure.Data) chart.Page {
	all, found := nearMapsOf(d)
	if !found {
		return figure.Nothing(locationNeeds(d.Context) + ", and a map to hold others against")
	}
	l := all.layout(d.Context)
	return chart.Page{
		Title:       all.title(d.Context),
		Subtitle:    d.Subtitle(fmt.Sprintf("%s near where they are, under “%s”; maps judged by %s", words.Sentence(d.BodyPlural), d.Name(all.best.Structure), all.measure.Named()), ""),
		Footer:      d.Footer(append(l.notes(), mapNotes(d.Context, all.shown[0].bodyMap)...)...),
		Description: all.description(d.Context),
		BodyHeight:  l.height(),
		Body:        l.draw,
	}
}

// nearMapsOf reads the tables; false if it is not known where bodies are, or which map is the best.
func nearMapsOf(d figure.Data) (all nearMaps, found bool) {
	for _, r := range d.Maps {
		if r.Main == "yes" {
			all.best = r
		}
		if r.Reference == "yes" {
			all.reference = r
		}
	}
	if all.best.Map == "" || all.reference.Map == "" || all.best.Map == all.reference.Map {
		return all, false
	}
	o, known := result.OutcomeByName(all.best.Outcome)
	if !known {
		return all, false
	}
	rows := map[string][]result.MapSectorRow{}
	var names []string
	for _, r := range d.MapSectors {
		if rows[r.Map] == nil {
			names = append(names, r.Map)
		}
		rows[r.Map] = append(rows[r.Map], r)
	}
	for _, name := range []string{all.reference.Map, all.best.Map} {
		m, ok := nearMapOf(rows[name])
		if !ok {
			return all, false
		}
		all.shown = append(all.shown, m)
	}
	var near []nearMap
	for _, name := range names {
		if first := rows[name][0]; first.Kind == result.NearMap && first.Groups == all.best.Groups {
			if m, ok := nearMapOf(rows[name]); ok {
				near = append(near, m)
			}
		}
	}
	all.addNear(near)
	for i := range all.shown[1:] {
		all.shown[1+i].setMoved(all.shown[0])
	}
	behind := []float64{float64(all.best.Gain)}
	for _, m := range all.shown {
		behind = append(behind, m.behind)
	}
	all.measure = d.Measure(o, behind...)
	all.measure.Decimals = max(1, all.measure.Decimals)
	return all, true
}

// nearMapOf is one map.
func nearMapOf(rows []result.MapSectorRow) (nearMap, bool) {
	if len(rows) == 0 {
		return nearMap{}, false
	}
	var bodies []result.CommissionerRow
	for _, r := range rows {
		bodies = append(bodies, result.CommissionerRow{Code: r.Body, Name: r.BodyName, Sector: r.Sector, SectorName: r.Name, Population: r.People, Latitude: r.Latitude, Longitude: r.Longitude})
	}
	m, found := bodyMapOf(bodies)
	return nearMap{bodyMap: m, name: rows[0].Map, kind: rows[0].Kind, rank: rows[0].Rank, behind: float64(rows[0].Behind)}, found
}

// addNear adds those of the maps nearly as good that differ most from what is shown already: one that differs by a single body
// would tell nothing.
func (all *nearMaps) addNear(near []nearMap) {
	for len(all.shown) < mostNear && len(near) > 0 {
		apart := func(m nearMap) int {
			least := len(m.Bodies) * len(m.Bodies)
			for _, other := range all.shown[1:] {
				least = min(least, m.pairsApart(other))
			}
			return least
		}
		far := slices.MaxFunc(near, func(a, b nearMap) int { return cmp.Or(cmp.Compare(apart(a), apart(b)), cmp.Compare(b.rank, a.rank)) })
		all.shown = append(all.shown, far)
		near = slices.DeleteFunc(near, func(m nearMap) bool { return m.rank == far.rank })
	}
	slices.SortStableFunc(all.shown[2:], func(a, b nearMap) int { return cmp.Compare(a.rank, b.rank) })
}

// pairsApart counts the pairs that one of two maps has together and the other has not.
func (m nearMap) pairsApart(other nearMap) (n int) {
	for i := range m.Bodies {
		for j := range i {
			if (m.Bodies[i].Sector == m.Bodies[j].Sector) != (other.Bodies[i].Sector == other.Bodies[j].Sector) {
				n++
			}
		}
	}
	return n
}

// setMoved finds the bodies that are in another sector than in another map: each sector is held against that with which it
// shares most bodies, the greatest share first.
func (m *nearMap) setMoved(from nearMap) {
	type overlap struct{ own, other, count int }
	var all []overlap
	for i, s := range m.Sectors {
		for j, t := range from.Sectors {
			n := 0
			for _, k := range s.Bodies {
				if slices.Contains(t.Bodies, k) {
					n++
				}
			}
			all = append(all, overlap{i, j, n})
		}
	}
	slices.SortStableFunc(all, func(a, b overlap) int { return cmp.Compare(b.count, a.count) })
	taken, same := map[string]bool{}, map[string]string{}
	for _, o := range all {
		own, other := m.Sectors[o.own].Code, from.Sectors[o.other].Code
		if same[own] == "" && !taken[other] && o.count > 0 {
			same[own], taken[other] = other, true
		}
	}
	m.moved = map[string]bool{}
	for i, b := range m.Bodies {
		if same[b.Sector] != from.Bodies[i].Sector {
			m.moved[b.Code] = true
		}
	}
}

func (all nearMaps) title(ctx figure.Context) string {
	best := all.shown[1]
	if len(best.moved) == 0 {
		return fmt.Sprintf("%s is the best map of %s sectors that keeps the rules", words.Sentence(all.reference.Map), words.Number(all.best.Groups))
	}
	gain, sd := float64(all.best.Gain), float64(all.reference.SD)
	measure := ctx.Measure(all.measure.Outcome, gain)
	verb := "gains"
	if gain < 0 {
		verb, gain = "loses", -gain
	}
	title := fmt.Sprintf("Moving %s of %s %s %s %s", words.Number(len(best.moved)), words.Number(len(best.Bodies)), ctx.BodyPlural, verb, measure.InSentence(gain))
	if sd > 0 && gain < sd/10 {
		title += fmt.Sprintf(", where the outcome itself has a standard deviation of %s", ctx.Measure(all.measure.Outcome, sd).InThreeFigures(sd))
	}
	return title
}

// heading names a map, and says how good it is.
func (all nearMaps) heading(m nearMap) (name, about string) {
	behind := all.measure.Short(m.behind) + " behind the best"
	switch {
	case m.kind == result.PublishedMap && !words.Finite(m.behind):
		return m.name, "as published"
	case m.kind == result.PublishedMap:
		return m.name, "as published, " + behind
	case m.kind == result.BestMap && all.best.Proved == "yes":
		return "Best", "proved: no map that keeps the rules is better"
	case m.kind == result.BestMap:
		return "Best found", "not proved"
	}
	return words.Sentence(words.Ordinal(m.rank)) + " best", behind
}

func (all nearMaps) description(ctx figure.Context) string {
	var items []string
	for _, m := range all.shown {
		name, about := all.heading(m)
		var sectors []string
		for _, s := range m.Sectors {
			var codes []string
			for _, k := range s.Bodies {
				codes = append(codes, m.Bodies[k].Code)
			}
			sectors = append(sectors, strings.Join(codes, " "))
		}
		item := name + ", " + about
		if m.kind != result.PublishedMap {
			item += fmt.Sprintf(", %s in another sector", words.OneOrMore(len(m.moved), "one "+ctx.BodySingular, words.Number(len(m.moved))+" "+ctx.BodyPlural))
		}
		if len(m.Bodies) <= 60 {
			item += ": " + strings.Join(sectors, "; ")
		}
		items = append(items, item)
	}
	return fmt.Sprintf("Maps of tiles side by side, one tile for each %s. %s.", ctx.BodySingular, strings.Join(items, ". "))
}

// nearLayout is the maps in rows of two, measured.
type nearLayout struct {
	nearMaps
	ctx    figure.Context
	mosaic tiling.Mosaic
	codes  bool // there is space for codes
}

const (
	nearGap      = vg.Length(24)
	nearHeight   = vg.Length(330) // of one map at most
	nearHeading  = vg.Length(38)
	nearTileMost = vg.Length(46)
)

var (
	movedFill = chart.Tint(chart.DarkBlue, 0.42)
	nearFont  = chart.Font{Size: leastText}
)

func (all nearMaps) layout(ctx figure.Context) nearLayout {
	l := nearLayout{nearMaps: all, ctx: ctx}
	l.mosaic = all.shown[0].mosaic().Fitted(vg.Point{X: (chart.BodyWidth - nearGap) / 2, Y: nearHeight}, nearTileMost)
	l.codes = true
	for _, b := range all.shown[0].Bodies {
		lines, fits := tiling.Lines(nearFont, l.mosaic.Pitch, b.Code)
		l.codes = l.codes && fits && len(lines) == 1
	}
	return l
}

func (l nearLayout) rows() int { return (len(l.shown) + 1) / 2 }

func (l nearLayout) key() []chart.KeyItem {
	return []chart.KeyItem{
		{Text: "In the same sector as in " + l.reference.Map, Width: 14, Swatch: tiling.Swatch(sectorFill, chart.MidGrey)},
		{Text: "In another", Width: 14, Swatch: tiling.Swatch(movedFill, chart.MidGrey)},
	}
}

func (l nearLayout) height() vg.Length {
	return chart.KeyHeight(l.key()) + vg.Length(l.rows())*(nearHeading+l.mosaic.Size().Y) + vg.Length(l.rows()-1)*nearGap
}

func (l nearLayout) notes() []string {
	notes := []string{"A sector is called the same where it shares most " + l.ctx.BodyPlural, "Lines join tiles of one sector that lie apart where its areas do not"}
	if l.codes {
		notes = append(notes, fmt.Sprintf("map_sectors.csv has the names of %s by their codes", l.ctx.BodyPlural))
	}
	return notes
}

func (l nearLayout) draw(c draw.Canvas) {
	c = chart.DrawKey(c, l.key())
	width, height := (chart.BodyWidth-nearGap)/2, nearHeading+l.mosaic.Size().Y
	for i, m := range l.shown {
		at := vg.Point{X: c.Min.X + vg.Length(i%2)*(width+nearGap), Y: c.Max.Y - vg.Length(i/2)*(height+nearGap)}
		name, about := l.heading(m)
		chart.PanelFont.DrawTop(c, at, chart.Left, name)
		chart.LabelFont.DrawTop(c, vg.Point{X: at.X, Y: at.Y - chart.PanelFont.Leading()}, chart.Left, about)
		area := c
		area.Rectangle = vg.Rectangle{Min: vg.Point{X: at.X, Y: at.Y - height}, Max: vg.Point{X: at.X + width, Y: at.Y - nearHeading}}
		l.drawTiles(area, m)
	}
}

func (l nearLayout) drawTiles(c draw.Canvas, m nearMap) {
	centres, alone := l.mosaic.Centres(c), map[string]bool{}
	for _, s := range m.Sectors {
		alone[s.Code] = s.alone()
	}
	for k, b := range m.Bodies {
		fill, line := sectorFill, chart.White
		if alone[b.Sector] {
			fill, line = chart.White, chart.MidGrey
		}
		if m.moved[b.Code] {
			fill = movedFill
		}
		tiling.Draw(c, centres[k], l.mosaic.Pitch, fill, line)
	}
	for _, x := range m.bridges() {
		from, to := clearOfCodes(centres[x[0]], centres[x[1]], l.mosaic.Pitch)
		c.StrokeLine2(draw.LineStyle{Color: chart.Ink, Width: 1.4}, from.X, from.Y, to.X, to.Y)
	}
	m.drawBorders(c, centres, l.mosaic.Pitch, max(1, min(2.6, l.mosaic.Pitch/16)))
	if !l.codes {
		return
	}
	for k, b := range m.Bodies {
		tiling.WriteLines(nearFont, c, centres[k], []string{b.Code})
	}
}

// bridges are pairs of tiles, the nearest ones, that join the parts of a sector whose tiles lie apart.
func (m bodyMap) bridges() (pairs [][2]int) {
	for _, s := range m.Sectors {
		joined := m.reached(s)
		for len(joined) > 0 && len(joined) < len(s.Bodies) {
			best, nearest := [2]int{}, math.Inf(1)
			for _, a := range joined {
				for _, b := range s.Bodies {
					if d := tilesAway(m.Bodies[a].Tile, m.Bodies[b].Tile); !slices.Contains(joined, b) && d < nearest {
						best, nearest = [2]int{a, b}, d
					}
				}
			}
			pairs = append(pairs, best)
			left := s
			left.Bodies = slices.DeleteFunc(slices.Clone(s.Bodies), func(k int) bool { return k != best[1] && slices.Contains(joined, k) })
			at := slices.Index(left.Bodies, best[1])
			left.Bodies[0], left.Bodies[at] = left.Bodies[at], left.Bodies[0]
			joined = append(joined, m.reached(left)...)
			slices.Sort(joined)
			joined = slices.Compact(joined)
		}
	}
	return pairs
}

// clearOfCodes are the ends of a line between two tiles that keeps clear of what stands in their middles.
func clearOfCodes(a, b vg.Point, pitch vg.Length) (from, to vg.Point) {
	way := b.Sub(a)
	step := way.Scale(0.36 * pitch / vg.Length(math.Hypot(float64(way.X), float64(way.Y))))
	return a.Add(step), b.Sub(step)
}

// tilesAway is how far the middles of two tiles are from one another, in widths of a tile.
func tilesAway(a, b tiling.Tile) float64 {
	ax, ay := a.Centre()
	bx, by := b.Centre()
	return math.Hypot(ax-bx, ay-by)
}
