package analyses

import (
	"slices"
	"strings"

	"reconfig/cmd/reconfig/report"
)

const evidenceHeading = "Evidence"

// evidence writes the strength of evidence so that judgement alone stands out; empty where there is none.
func evidence(strength string) string {
	switch strength {
	case "":
		return ""
	case "D":
		return "D" + report.Judged
	}
	return strength + strings.Repeat("\u00A0", len(report.Judged))
}

// evidenceNote explains the mark, if a row that is printed has it.
func evidenceNote[Row any](printed []Row, strength func(Row) string) string {
	if !slices.ContainsFunc(printed, func(row Row) bool { return strength(row) == "D" }) {
		return ""
	}
	return report.Judged + " Strength D: judgement alone."
}
