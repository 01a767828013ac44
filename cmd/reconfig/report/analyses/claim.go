package analyses

import (
	"fmt"
	"strings"

	"reconfig/model/result"
)

// comparisons are the words for the signs of a claim.
var comparisons = map[string]string{">": "above", ">=": "at least", "<": "below", "<=": "at most"}

// claimInWords says a claim as a sentence goes on, with names for codes: of one structure or two, an outcome, a sign, and a number
// or another outcome. What is none stays as it is.
func (a Analysis) claimInWords(claim string) string {
	parts := strings.Fields(claim)
	n := len(parts) - 3 // structures
	if n < 1 || n > 2 || comparisons[parts[n+1]] == "" {
		return "“" + claim + "”"
	}
	outcome, sign, than := wordsOf(parts[n]), comparisons[parts[n+1]], parts[n+2]
	first := a.ofClaim(parts[0], "every structure")
	o, known := result.OutcomeByName(parts[n])
	if n == 2 {
		second := a.ofClaim(parts[1], "every other structure")
		if known && than == "0" && (parts[n+1] == ">" && o.Better() == result.Higher || parts[n+1] == "<" && o.Better() == result.Lower) {
			return fmt.Sprintf("%s is better than %s on %s", first, second, outcome)
		}
		return fmt.Sprintf("%s of %s less that of %s is %s %s%s", outcome, first, second, sign, wordsOf(than), unitOfClaim(o, known, than))
	}
	return fmt.Sprintf("%s of %s is %s %s%s", outcome, first, sign, wordsOf(than), unitOfClaim(o, known, than))
}

// ofClaim is what a claim is about: a structure by its name, or all.
func (a Analysis) ofClaim(code, every string) string {
	if code == "*" {
		return every
	}
	return a.name(code)
}

// unitOfClaim is the unit of a number; nothing of 0 and of an outcome.
func unitOfClaim(o result.Outcome, known bool, than string) string {
	if _, isOutcome := result.OutcomeByName(than); isOutcome || !known || than == "0" {
		return ""
	}
	return " (" + o.Unit().String() + ")"
}
