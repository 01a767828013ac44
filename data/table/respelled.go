package table

import (
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
