package bodies

import (
	"fmt"
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
	Order:   350,
	Name:    "map-pairs",
	Summary: "which neighbours good maps almost always have in one sector, on tiles",
	Needs:   figure.RowsOf(result.MapRow{}, result.MapSectorRow{}, result.MapPairRow{}),
	Page:    mapPairsPage,
})

// The classes of pairs, by the share of good maps that have them together.
const (
	almostAlways = 0.95
	mostly       = 0.5
)

// mapPairs is the best map with the pairs of neighbours that good maps have together.
type mapPairs struct {
	nearMap
	measure        figure.Measure
	within         float64
	maps           int
	always, mostly [][2]int // pairs by index of body
	neighbours     int
}

func mapPairsPage(d figure.Data) chart.Page {
	all, found := nearMapsOf(d)
	if !found || len(d.MapPairs) == 0 {
		return figure.Nothing(locationNeeds(d.Context) + ", and pairs of a best map")
	}
	p := pairsOn(all, d.MapPairs)
	p.measure = all.measure
	if p.maps == 1 {
		return figure.Pointless("no other map is nearly as good as the best")
	}
	mosaic := p.mosaic().Fitted(vg.Point{X: chart.BodyWidth, Y: 560}, tileMost)
	names := pairNames(p.bodyMap, mosaic)
	return chart.Page{
		Title:       p.title(d.Context),
		Subtitle:    d.Subtitle(fmt.Sprintf("Share of the %s maps within %s of the best that have two neighbours in one sector; tiles by sector of the best map", chart.Unit{}.Format(float64(p.maps), 0), p.measure.Short(p.within)), ""),
		Footer:      d.Footer(mapNotes(d.Context, p.bodyMap)...),
		Description: p.description(d.Context),
		BodyHeight:  chart.KeyHeight(p.key()) + mosaic.Size().Y,
		Body:        func(c draw.Canvas) { p.draw(chart.DrawKey(c, p.key()), mosaic, names) },
	}
}

// pairsOn sorts the pairs of neighbours by how often they are together.
func pairsOn(all nearMaps, rows []result.MapPairRow) mapPairs {
	p := mapPairs{nearMap: all.shown[1], within: float64(rows[0].Within), maps: rows[0].Maps}
	at := map[string]int{}
	for k, b := range p.Bodies {
		at[b.Code] = k
	}
	for _, r := range rows {
		a, onMap := at[r.A]
		b, both := at[r.B]
		if r.Neighbour != "yes" || !onMap || !both {
			continue
		}
		p.neighbours++
		switch {
		case r.Together >= almostAlways:
			p.always = append(p.always, [2]int{a, b})
		case r.Together >= mostly:
			p.mostly = append(p.mostly, [2]int{a, b})
		}
	}
	return p
}

// pairNames are what stands in the tiles: short names, else codes, else nothing.
func pairNames(m bodyMap, mosaic tiling.Mosaic) [][]string {
	short := m.shortBodies()
	for _, text := range []func(int) string{func(k int) string { return abbreviated(short[k]) }, func(k int) string { return m.Bodies[k].Code }} {
		var all [][]string
		for k := range m.Bodies {
			lines, fits := tiling.Lines(tileFont, mosaic.Pitch, text(k))
			if !fits {
				break
			}
			all = append(all, lines)
		}
		if len(all) == len(m.Bodies) {
			return all
		}
	}
	return make([][]string, len(m.Bodies))
}

func (p mapPairs) title(ctx figure.Context) string {
	if len(p.always) == 0 {
		return fmt.Sprintf("No two neighbours belong together in nearly all of %s good maps", chart.Unit{}.Format(float64(p.maps), 0))
	}
	return fmt.Sprintf("%s of %s pairs of neighbours %s together in at least 95 of 100 maps nearly as good as the best", words.Sentence(words.Number(len(p.always))), words.Number(p.neighbours), words.OneOrMore(len(p.always), "belongs", "belong"))
}

func (p mapPairs) description(ctx figure.Context) string {
	list := func(pairs [][2]int) string {
		var all []string
		for _, x := range pairs {
			all = append(all, p.Bodies[x[0]].Code+"–"+p.Bodies[x[1]].Code)
		}
		if len(all) == 0 {
			return "none"
		}
		return strings.Join(all, ", ")
	}
	return fmt.Sprintf("Map of tiles with lines between neighbouring %s that good maps have in one sector. In at least 95 of 100 maps: %s. In 50 to 95: %s.", ctx.BodyPlural, list(p.always), list(p.mostly))
}

var (
	alwaysLine = draw.LineStyle{Color: chart.Ink, Width: 4.5}
	mostlyLine = draw.LineStyle{Color: chart.Ink, Width: 1.2}
	pairBorder = draw.LineStyle{Color: chart.MidGrey, Width: 2}
)

func (p mapPairs) key() []chart.KeyItem {
	return []chart.KeyItem{
		{Text: "Together in at least 95 of 100 maps: thick line", Swatch: chart.LineSwatch(alwaysLine)},
		{Text: "In 50 to 95: thin line", Swatch: chart.LineSwatch(mostlyLine)},
		{Text: "Sector of the best map", Width: 14, Swatch: tiling.Swatch(sectorFill, chart.MidGrey)},
	}
}

func (p mapPairs) draw(c draw.Canvas, mosaic tiling.Mosaic, names [][]string) {
	area := c
	area.Min.Y = c.Max.Y - mosaic.Size().Y
	centres := mosaic.Centres(area)
	for k := range p.Bodies {
		tiling.Draw(area, centres[k], mosaic.Pitch, sectorFill, chart.White)
	}
	p.drawBorders(area, centres, mosaic.Pitch, pairBorder)
	for _, x := range p.mostly {
		area.StrokeLine2(mostlyLine, centres[x[0]].X, centres[x[0]].Y, centres[x[1]].X, centres[x[1]].Y)
	}
	for _, x := range p.always {
		area.StrokeLine2(alwaysLine, centres[x[0]].X, centres[x[0]].Y, centres[x[1]].X, centres[x[1]].Y)
	}
	for k, lines := range names {
		if len(lines) == 0 {
			continue
		}
		half := vg.Point{X: tileFont.Widest(lines...)/2 + 2, Y: tiling.BlockHeight(tileFont, len(lines))/2 + 3}
		chart.FillRectangle(area, vg.Rectangle{Min: centres[k].Sub(half), Max: centres[k].Add(half)}, sectorFill)
		tiling.WriteLines(tileFont, area, centres[k], slices.Clone(lines))
	}
}
