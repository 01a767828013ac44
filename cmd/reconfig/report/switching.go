package report

import (
	"math"
	"slices"

	"reconfig/model/result"
)

// Switching lists the assumptions that have a switching value.
func Switching(rows []result.SwitchingRow) []result.SwitchingRow {
	return slices.DeleteFunc(slices.Clone(rows), func(r result.SwitchingRow) bool {
		return math.IsNaN(float64(r.Below)) && math.IsNaN(float64(r.Above))
	})
}
