package reading

import (
	"slices"
	"strings"

	"reconfig/data/pattern"
)

// withheld are what published tables have in place of a number, in small letters: the shorthand of the Government
// Statistical Service and the older one, and those of Eurostat, Destatis, CBS and Statistics Denmark.
var withheld = []string{
	"*", "**", "***", "-", "--", "–", "—", "..", "...", "....", "…", ".", "·", "•", ":", "/", "#", "()", "( )", "x", "c", "z", "w", "u", "k", "g", "s", "n", "ns", "nd", "n.d.", "low",
	"n/a", "na", "n.a.", "n.a", "nan", "null", "none", "nil", "n/k", "nk", "tbc", "suppressed", "confidential", "not available", "not applicable", "not known", "unknown", "missing",
	"disclosive", "k.a.", "k. a.", "keine angabe", "geheim", "onbekend", "vertrouwelijk", "ukendt", "fortroligt", "oplyses ikke",
}

var (
	bracketed = pattern.New(`^\[[^\[\]]{1,20}\]$`)
	atMost    = pattern.New(`^(<|≤|>|≥|under|below|less than|fewer than) ?[\d.,]+$`)
)

// Withheld says whether a cell says that there is no number, or does not tell it.
func Withheld(cell string) bool {
	cell = strings.ToLower(Tidy(cell))
	return slices.Contains(withheld, cell) || bracketed().MatchString(cell) || atMost().MatchString(cell)
}
