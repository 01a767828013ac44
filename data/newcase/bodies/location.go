package bodies

import (
	"fmt"
	"strconv"

	"reconfig/data/table"
	"reconfig/model"
)

// readLocations reads latitudes and longitudes.
func (r *reader) readLocations() {
	for row := range r.Records {
		r.readLocation(row)
	}
}

// readLocation reads latitude and longitude, which may be missing.
func (r *reader) readLocation(row int) {
	b := &r.bodies.Rows[row]
	for _, x := range []struct {
		role Role
		to   *model.Optional
		most float64
	}{{LatitudeRole, &b.Latitude, 90}, {LongitudeRole, &b.Longitude, 180}} {
		text := r.cell(row, x.role)
		if text == "" {
			continue
		}
		v, err := strconv.ParseFloat(text, 64)
		if err != nil || !table.IsNumber(text) || v < -x.most || v > x.most {
			r.fault(row, x.role, fmt.Sprintf("degrees from %g to %g, with a point before decimals, or nothing; if these are metres of a national grid, convert them, or leave the columns out with --column latitude=- --column longitude=-", -x.most, x.most), "")
			continue
		}
		*x.to = model.Optional{Value: v, Given: true}
	}
	if b.Latitude.Given != b.Longitude.Given {
		r.add(b.Line, "", b.Name, "both latitude and longitude, or neither", "")
	}
}
