package cases

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/data/newcase/bodies"
)

// tableNotes says what of a table of bodies was read or left out that its reader may not expect.
func tableNotes(b *bodies.Table) (notes []string) {
	if b.Written != "" {
		notes = append(notes, b.File+": "+b.Written)
	}
	for _, text := range b.Above {
		notes = append(notes, "above the table, not read: “"+text+"”")
	}
	if len(b.OtherSheets) > 0 {
		notes = append(notes, "not read, though there are tables of bodies (--sheet): “"+strings.Join(b.OtherSheets, "”, “")+"”")
	}
	if len(b.HiddenRows) > 0 {
		notes = append(notes, "hidden in the sheet, and read: "+rowList(b.HiddenRows))
	}
	if b.Has(bodies.LatitudeRole) {
		notes = append(notes, locationsNote(b))
	}
	return notes
}

// rowList names rows of a sheet.
func rowList(rows []int) string {
	if len(rows) == 1 {
		return "row " + strconv.Itoa(rows[0])
	}
	var all []string
	for _, row := range rows {
		all = append(all, strconv.Itoa(row))
	}
	return "rows " + report.And(all)
}

// locationsNote says where the bodies are, which shows latitudes and longitudes that are swapped.
func locationsNote(b *bodies.Table) string {
	south, north, west, east := math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	given := 0
	for _, x := range b.Rows {
		if x.Latitude.Given && x.Longitude.Given {
			given++
			south, north = min(south, x.Latitude.Value), max(north, x.Latitude.Value)
			west, east = min(west, x.Longitude.Value), max(east, x.Longitude.Value)
		}
	}
	if given == 0 {
		return "no latitudes and longitudes in these columns"
	}
	degrees := func(v float64, positive, negative string) string {
		if v < 0 {
			return report.Decimal(-v, 2) + "° " + negative
		}
		return report.Decimal(v, 2) + "° " + positive
	}
	return fmt.Sprintf("%d of %d have a place: from %s to %s, and from %s to %s", given, len(b.Rows),
		degrees(south, "north", "south"), degrees(north, "north", "south"), degrees(west, "east", "west"), degrees(east, "east", "west"))
}
