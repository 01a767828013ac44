package plots

import (
	"strings"

	"reconfig/plots/chart"
)

// judgement is the strength of evidence of what rests on judgement alone.
const judgement = "D"

// evidenceColumn holds the strength of the evidence; what rests on judgement alone stands out.
var evidenceColumn = chart.Column{Heading: "Evidence", Stamped: judgement}

// evidence is a cell of that column.
func evidence(strength string) string {
	if !stated(strength) {
		return "–"
	}
	return strings.TrimSpace(strength)
}

// stated says whether there is more than a dash.
func stated(text string) bool { return strings.Trim(text, "-– ") != "" }

const aboutEvidence = "Evidence: from A, the strongest, to D, judgement alone"

// evidenceInWords is the strength as descriptions give it after a name.
func evidenceInWords(strength string) string {
	switch {
	case !stated(strength):
		return ""
	case evidence(strength) == judgement:
		return " (judgement alone)"
	}
	return " (evidence " + evidence(strength) + ")"
}

// correlatedMark stands after the name of an input that is correlated with another.
const correlatedMark = "\u00A0†"

// marked is the name of an input in a figure that tells those that are correlated.
func marked(name string, correlated bool) string {
	if correlated {
		return name + correlatedMark
	}
	return name
}
