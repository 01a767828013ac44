package bodies

import (
	"fmt"
	"strings"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   340,
	Name:    "near-maps",
	Summary: "the best map and others nearly as good beside that of the case, as tiles",
	Needs:   figure.RowsOf(result.MapRow{}, result.MapSectorRow{}),
	Page:    nearMapsPage,
})

// nearMap is one of the maps side by side.
type nearMap struct {
	bodyMap
	name, kind string
	rank       int
	behind     float64         // the best of its number of sectors, in the outcome's unit
	moved      map[string]bool // bodies in another sector than in the map of the case
}

// nearMaps is the map of the case, the best, and others nearly as good.
type nearMaps struct {
	best, reference result.MapRow
	shown           []nearMap // the map of the case first, then the best
	nearest         int       // maps that those shown besides were chosen from
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
	all.nearest = len(near)
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

func (all nearMaps) title(ctx figure.Context) string {
	best := all.shown[1]
	if len(best.moved) == 0 {
		return fmt.Sprintf("The case’s map is the best map of %s sectors that keeps the rules", words.Number(all.best.Groups))
	}
	gain, sd := float64(all.best.Gain), float64(all.reference.SD)
	measure := ctx.Measure(all.measure.Outcome, gain)
	verb := "gains"
	if gain < 0 {
		verb, gain = "loses", -gain
	}
	if all.best.Groups != all.reference.Groups {
		return fmt.Sprintf("The best map of %s sectors %s %s beside %s, which has %s", words.Number(all.best.Groups), verb, measure.InSentence(gain), all.reference.Map, words.Number(all.reference.Groups))
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
	if m.behind < 0 {
		behind = all.measure.Short(-m.behind) + " ahead of the best found"
	}
	switch {
	case m.kind == result.PublishedMap && !words.Finite(m.behind):
		return "The case’s map", m.name
	case m.kind == result.PublishedMap && m.behind < 0 && all.reference.Breaks != "":
		return "The case’s map", all.measure.Short(-m.behind) + " ahead: it breaks the rules"
	case m.kind == result.PublishedMap:
		return "The case’s map", behind
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
