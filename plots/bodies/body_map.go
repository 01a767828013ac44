package bodies

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/tiling"
	"reconfig/plots/words"
)

// locatedBody is a commissioner on the map.
type locatedBody struct {
	Code, Name, Sector string
	Tile               tiling.Tile
}

// bodyMap is the commissioners, each on a tile near where it is.
type bodyMap struct {
	Bodies    []locatedBody // by code
	Unlocated []string      // codes of those whose location is not known
	Sectors   []mapSector   // by code
	Median    float64       // distance in km by which the map moves a commissioner
	Most      float64

	on map[tiling.Tile]int
}

// mapSector is a sector with those of its members that are on the map.
type mapSector struct {
	Code, Name string
	Bodies     []int
	Count      int // of all its members
}

// alone says whether there is nobody to pool with.
func (s mapSector) alone() bool { return s.Count == 1 }

// locationNeeds is what a map is not drawn without.
func locationNeeds(ctx figure.Context) string {
	return "latitude and longitude of a " + ctx.BodySingular + " in commissioners.csv"
}

// bodyMapOf locations the commissioners; false if it is known of none where it is.
func bodyMapOf(rows []result.CommissionerRow) (bodyMap, bool) {
	rows = bodiesOf(rows)
	m := bodyMap{on: map[tiling.Tile]int{}}
	var located []result.CommissionerRow
	for _, row := range rows {
		if math.Abs(float64(row.Latitude)) <= 90 && math.Abs(float64(row.Longitude)) <= 180 {
			located = append(located, row)
		} else {
			m.Unlocated = append(m.Unlocated, row.Code)
		}
	}
	if len(located) == 0 {
		return bodyMap{}, false
	}
	locations := projected(located)
	tiles, grid := tiling.Fit(locations)
	away := make([]float64, len(locations))
	for i, row := range located {
		m.Bodies = append(m.Bodies, locatedBody{row.Code, words.Either(row.Name, row.Code), row.Sector, tiles[i]})
		m.on[tiles[i]] = i
		away[i] = grid.Away(locations[i], tiles[i])
	}
	slices.Sort(away)
	m.Median, m.Most = away[(len(away)-1)/2], away[len(away)-1]
	m.addSectors(rows)
	return m, true
}

// bodiesOf is a row for each commissioner, by code.
func bodiesOf(rows []result.CommissionerRow) []result.CommissionerRow {
	rows = slices.Clone(rows)
	slices.SortStableFunc(rows, func(a, b result.CommissionerRow) int {
		return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.Structure, b.Structure))
	})
	return slices.CompactFunc(rows, func(a, b result.CommissionerRow) bool { return a.Code == b.Code })
}

// projected turns degrees into km: degrees of longitude shrink with the cosine of the latitude in the middle.
func projected(rows []result.CommissionerRow) []tiling.Location {
	const km = 111.2 // of a degree of latitude
	south, north, west, east := math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	for _, row := range rows {
		south, north = min(south, float64(row.Latitude)), max(north, float64(row.Latitude))
		west, east = min(west, float64(row.Longitude)), max(east, float64(row.Longitude))
	}
	shrink := math.Cos((south + north) / 2 * math.Pi / 180)
	locations := make([]tiling.Location, len(rows))
	for i, row := range rows {
		longitude := float64(row.Longitude)
		if east-west > 180 && longitude < 0 { // on both sides of the date line
			longitude += 360
		}
		locations[i] = tiling.Location{X: km * shrink * longitude, Y: km * float64(row.Latitude)}
	}
	return locations
}

// addSectors counts all members, on the map or not.
func (m *bodyMap) addSectors(rows []result.CommissionerRow) {
	index := map[string]int{}
	for _, row := range rows {
		i, known := index[row.Sector]
		if !known {
			i = len(m.Sectors)
			index[row.Sector] = i
			m.Sectors = append(m.Sectors, mapSector{Code: row.Sector, Name: words.Either(row.SectorName, row.Sector)})
		}
		m.Sectors[i].Count++
	}
	slices.SortFunc(m.Sectors, func(a, b mapSector) int { return cmp.Compare(a.Code, b.Code) })
	for i := range m.Sectors {
		for k, b := range m.Bodies {
			if b.Sector == m.Sectors[i].Code {
				m.Sectors[i].Bodies = append(m.Sectors[i].Bodies, k)
			}
		}
	}
}

// mosaic is the tiles.
func (m bodyMap) mosaic() tiling.Mosaic {
	tiles := make([]tiling.Tile, len(m.Bodies))
	for i, b := range m.Bodies {
		tiles[i] = b.Tile
	}
	return tiling.Mosaic{Tiles: tiles}
}

// notes say how to read the map and whom it leaves out.
func mapNotes(ctx figure.Context, m bodyMap) []string {
	moved := ""
	if km := (chart.Unit{Suffix: " km"}); len(m.Bodies) > 1 {
		moved = fmt.Sprintf(", moved by %s at the median and %s at most to have a tile of its own", words.Unbroken(km.Short(m.Median)), words.Unbroken(km.Short(m.Most)))
	}
	notes := []string{fmt.Sprintf("One tile for each %s near where it is, north up%s; sizes and borders are not those of areas", ctx.BodySingular, moved)}
	if len(m.Unlocated) > 0 {
		notes = append(notes, "Not placed, as there are no coordinates: "+someOf(m.Unlocated))
	}
	return notes
}

// someOf lists the first few and counts the others.
func someOf(codes []string) string {
	const most = 12
	if more := len(codes) - most; more > 1 {
		return fmt.Sprintf("%s and %d more", strings.Join(codes[:most], ", "), more)
	}
	return words.Listed(codes)
}
