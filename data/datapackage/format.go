package datapackage

import "reconfig/model/unit"

// NumberFormat is how Excel shows numbers of a unit; empty as Excel sees fit. Values are stored in full whatever it is.
func NumberFormat(kind string, u unit.Unit) string {
	const whole = "#,##0"
	if u.Kind() == unit.Count || u.Thousands() {
		return whole
	}
	if format := formats[u.Kind()]; format != "" || kind != "integer" {
		return format
	}
	return whole
}

// formats are those of numbers that are not whole.
var formats = map[unit.Kind]string{
	unit.Money: "#,##0.00", unit.Percent: "0.0", unit.Points: "0.0", unit.Share: "0.000", unit.Years: "0.00", unit.Degrees: "0.0000",
}
