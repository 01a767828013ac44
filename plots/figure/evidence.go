package figure

import (
	"strings"

	"reconfig/plots/barchart"
)

// Judgement is the strength of evidence of what rests on judgement alone.
const Judgement = "D"

// EvidenceColumn holds the strength of the evidence; what rests on judgement alone stands out.
var EvidenceColumn = barchart.Column{Heading: "Evidence", Stamped: Judgement}

// Evidence is the cell of an input in EvidenceColumn: its strength, or a dash.
func Evidence(strength string) string {
	if !Stated(strength) {
		return "–"
	}
	return strings.TrimSpace(strength)
}

// Stated says whether a text says anything: it is neither empty nor a dash.
func Stated(text string) bool { return strings.Trim(text, "-– ") != "" }

// AboutEvidence explains the letters in a note.
const AboutEvidence = "Evidence: from A, the strongest, to D, judgement alone"

// EvidenceInWords is the strength as descriptions give it after a name.
func EvidenceInWords(strength string) string {
	switch {
	case !Stated(strength):
		return ""
	case Evidence(strength) == Judgement:
		return " (judgement alone)"
	}
	return " (evidence " + Evidence(strength) + ")"
}

// correlatedMark stands after the name of an input that is correlated with another.
const correlatedMark = "\u00A0†"

// Marked is the name of an input in a figure that tells those that are correlated.
func Marked(name string, correlated bool) string {
	if correlated {
		return name + correlatedMark
	}
	return name
}
