package bodies

import (
	"fmt"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/tiling"
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   70,
	Name:    "sector-map",
	Summary: "map of the commissioners, by sector",
	Needs:   figure.RowsOf(result.CommissionerRow{}),
	Page:    sectorMapPage,
})

func sectorMapPage(d figure.Data) chart.Page {
	d.Source = words.Either(d.SourceOfPlan, d.Source)
	m, found := bodyMapOf(d.Commissioners)
	if !found {
		return figure.Nothing(locationNeeds(d.Context))
	}
	if len(m.Sectors) == 1 {
		return figure.Pointless(oneSector(d.Context, m))
	}
	l := sectorLayoutOf(d.Context, m)
	return chart.Page{
		Title:       sectorMapTitle(d.Context, m),
		Subtitle:    d.Subtitle(words.Sentence(d.BodyPlural)+" near where they are, by sector", ""),
		Footer:      d.Footer(append(l.notes(), mapNotes(d.Context, m)...)...),
		Description: sectorMapDescription(d.Context, m),
		BodyHeight:  l.height(),
		Body:        l.draw,
	}
}

// oneSector says why there is no map of a single sector.
func oneSector(ctx figure.Context, m bodyMap) string {
	if n := len(m.Bodies) + len(m.Unlocated); n > 1 {
		return fmt.Sprintf("all %s %s are in one sector", words.Number(n), ctx.BodyPlural)
	}
	return "there is one " + ctx.BodySingular
}

// sectorMapTitle counts sectors and says how large they are, which is the largest, and who has nobody to pool with.
func sectorMapTitle(ctx figure.Context, m bodyMap) string {
	least, most, shared, alone := 0, 0, 0, 0
	var largest []string
	for _, s := range m.Sectors {
		if s.alone() {
			alone++
			continue
		}
		if shared++; shared == 1 {
			least = s.Count
		}
		if s.Count > most {
			largest = nil
		}
		if least, most = min(least, s.Count), max(most, s.Count); s.Count == most {
			largest = append(largest, s.Name)
		}
	}
	all := len(m.Bodies) + len(m.Unlocated)
	if shared == 0 {
		return fmt.Sprintf("Each of %s %s is alone in its sector, with nothing to pool", words.Number(all), ctx.BodyPlural)
	}
	title := fmt.Sprintf("%s sectors of %s %s", words.Sentence(words.Number(shared)), countRange(least, most), ctx.BodyPlural)
	if shared == 1 {
		title = fmt.Sprintf("One sector of %s %s", words.Number(most), ctx.BodyPlural)
	}
	if alone > 0 {
		verb := "are"
		if alone == 1 {
			verb = "is"
		}
		return title + fmt.Sprintf("; %s %s alone, with nothing to pool", words.Number(alone), verb)
	}
	if shared > 1 && len(largest) == 1 {
		title += "; the largest is " + largest[0]
	}
	return title
}

// countRange writes how many there are from the least to the most.
func countRange(least, most int) string {
	switch {
	case least == most:
		return words.Number(least)
	case most == least+1:
		return words.Number(least) + " or " + words.Number(most)
	}
	return fmt.Sprintf("%d to %d", least, most)
}

func sectorMapDescription(ctx figure.Context, m bodyMap) string {
	var shared, alone []string
	for _, s := range m.Sectors {
		if s.alone() {
			alone = append(alone, s.Name)
		} else {
			shared = append(shared, fmt.Sprintf("%s %d", s.Name, s.Count))
		}
	}
	text := fmt.Sprintf("Map of tiles, one for each %s near where it is, grouped by sector.", ctx.BodySingular)
	const most = 60 // more would be no help to a listener
	if len(shared) > 0 && len(m.Sectors) <= most {
		text += fmt.Sprintf(" Number of %s in each sector: %s.", ctx.BodyPlural, strings.Join(shared, "; "))
	}
	if len(alone) > 0 && len(m.Sectors) <= most {
		text += fmt.Sprintf(" Alone: %s.", strings.Join(alone, "; "))
	}
	return text
}

// scattered says whether the tiles of any sector fall apart.
func (m bodyMap) scattered() bool {
	return slices.ContainsFunc(m.Sectors, func(s mapSector) bool { return len(m.reached(s)) < len(s.Bodies) })
}

// reached lists the sector's members that tiles of the sector connect with its first.
func (m bodyMap) reached(s mapSector) []int {
	if len(s.Bodies) == 0 {
		return nil
	}
	reached := []int{s.Bodies[0]}
	for i := 0; i < len(reached); i++ {
		for _, tile := range m.Bodies[reached[i]].Tile.Neighbours() {
			if k, there := m.on[tile]; there && m.Bodies[k].Sector == s.Code && !slices.Contains(reached, k) {
				reached = append(reached, k)
			}
		}
	}
	return reached
}

// hasGap says whether tiles leave a space between them that looks like one of them.
func (m bodyMap) hasGap() bool {
	const most = 5 // of six tiles around it
	around := map[tiling.Tile]int{}
	for _, b := range m.Bodies {
		for _, tile := range b.Tile.Neighbours() {
			if _, there := m.on[tile]; !there {
				if around[tile]++; around[tile] == most {
					return true
				}
			}
		}
	}
	return false
}

// mostUnnamed is how many sectors that the map does not name a note does.
const mostUnnamed = 4

// notes say what there was no space for.
func (l sectorLayout) notes() []string {
	var notes []string
	if l.tiles == nil {
		notes = append(notes, fmt.Sprintf("There is no space for the names of %s; commissioners.csv has them", l.ctx.BodyPlural))
	}
	switch n := len(l.unnamed); {
	case n > mostUnnamed:
		notes = append(notes, fmt.Sprintf("There is no space for the names of %s of %s sectors", words.Number(n), words.Number(l.m.shared())))
	case n > 0:
		notes = append(notes, "Not named on the map, for want of space: "+strings.Join(l.unnamed, "; "))
	}
	if l.m.scattered() {
		notes = append(notes, "Lines join tiles of one sector that lie apart where its areas do not")
	}
	if l.m.hasGap() {
		notes = append(notes, "A gap between tiles is no "+l.ctx.BodySingular)
	}
	return notes
}

func (l sectorLayout) draw(c draw.Canvas) {
	if len(l.key) > 0 {
		c = chart.DrawKey(c, l.key)
	}
	area := c
	area.Min.Y = c.Max.Y - l.mosaic.Size().Y
	l.drawTiles(area)
	l.drawList(draw.Crop(c, 0, 0, 0, -l.mosaic.Size().Y-aboveSectorKey))
}
