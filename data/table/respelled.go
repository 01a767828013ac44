package table

import (
	"math"
	"strconv"
	"strings"

	"reconfig/model/result"
)

// RespelledNumber is how a table of results writes a number that another program may have written again: infinity as INF in
// whatever case, which pandas writes as inf and R as Inf, and nothing where R writes NA. What is neither stays as it is.
func RespelledNumber(cell string) string {
	switch strings.ToLower(cell) {
	case "na", "nan", "<na>", "null":
		return ""
	case "inf", "+inf", "infinity", "+infinity":
		return result.Infinite
	case "-inf", "-infinity":
		return "-" + result.Infinite
	}
	return cell
}

// RespelledWhole is how a table of results writes a whole number that another program may have written again with a fraction
// that is nothing, or with an exponent: 3.0, 2e+01. What is none stays as it is.
func RespelledWhole(cell string) string {
	if _, err := strconv.Atoi(cell); err == nil || !IsNumber(cell) {
		return cell
	}
	v, err := strconv.ParseFloat(cell, 64)
	if err != nil || v != math.Trunc(v) || math.Abs(v) > 1<<53 {
		return cell
	}
	return strconv.FormatInt(int64(v), 10)
}
