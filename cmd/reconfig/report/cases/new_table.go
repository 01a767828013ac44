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
	notes = append(headerNotes(b), cellNotes(b)...)
	if b.RowNumbers {
		notes = append(notes, "numbers of rows in the first column, not read")
	}
	if b.Written != "" {
		notes = append([]string{b.File + ": " + b.Written}, notes...)
	}
	for _, text := range b.Above {
		notes = append(notes, "above the table, not read: “"+text+"”")
	}
	if len(b.Below) > 0 {
		notes = append(notes, "below the table, not read: "+quoted(b.Below, 4))
	}
	for _, out := range b.LeftOut {
		notes = append(notes, "left out: "+quoted(out.Names, mostQuoted)+": "+out.Why)
	}
	if len(b.Estimated) > 0 {
		notes = append(notes, fmt.Sprintf("estimated by population, at the cost a %s of the others, and marked so: %s", b.Head(), strings.Join(b.Estimated, ", ")))
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

// headerNotes says what of a header is not in one row.
func headerNotes(b *bodies.Table) []string {
	switch rows := b.HeaderRows; {
	case rows == nil:
		return nil
	case b.UnitRow != "":
		return []string{fmt.Sprintf("units in a row of their own, %d: “%s”, read with the header", rows[1], b.UnitRow)}
	default:
		return []string{fmt.Sprintf("the header stands in rows %d and %d, read together", rows[0], rows[1])}
	}
}

// cellNotes says of cells that are not plain numbers or names how they were read.
func cellNotes(b *bodies.Table) (notes []string) {
	for _, x := range []struct {
		what string
		bodies.Change
	}{{"units in cells", b.UnitCells}, {"marks of notes taken off numbers", b.MarkedCells}, {"approximate numbers", b.AboutCells}} {
		if x.Cell != "" {
			notes = append(notes, x.what+": "+x.String())
		}
	}
	if len(b.Marked) > 0 {
		notes = append(notes, "marks of notes taken off names: "+quoted(b.Marked, mostQuoted)+" (--keep-notes leaves them)")
	}
	return notes
}

// mostQuoted is how many names are listed, of many.
const mostQuoted = 8

// quoted lists texts in quotes, the first few of many.
func quoted(texts []string, most int) string {
	list := "“" + strings.Join(texts[:min(len(texts), most)], "”, “") + "”"
	if more := len(texts) - most; more > 0 {
		return fmt.Sprintf("%s and %d more", list, more)
	}
	return list
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
