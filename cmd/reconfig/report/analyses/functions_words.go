package analyses

import (
	"cmp"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/model"
	"reconfig/model/result"
)

// function is what a table calls a function: its name without what explains it.
func (a Analysis) function(code string) string {
	return cmp.Or(report.ShortName(a.FunctionNames[code]), code)
}

// inSentence is what a sentence calls a function.
func (a Analysis) inSentence(code string) string { return report.Quote(a.function(code)) }

// functionsOf are what tables call functions; an empty code stays so.
func (a Analysis) functionsOf(codes []string) []string {
	names := make([]string, len(codes))
	for i, code := range codes {
		names[i] = a.function(code)
	}
	return names
}

// arrangement is what sentences and tables call an arrangement.
func (a Analysis) arrangement(code string) string {
	return cmp.Or(report.LowerFirst(report.ShortName(a.ArrangementNames[code])), code)
}

// placed is where a function is done, in words.
func (a Analysis) placed(tier, arrangement string) string {
	if tier == string(model.LocalTier) {
		return tier
	}
	return tier + ", " + a.arrangement(arrangement)
}

// kindOf is what tables call a kind of structure.
func (a Analysis) kindOf(regime string) string {
	switch regime {
	case result.NoMergerRegime:
		return "No statutory merger"
	case result.AnyRegime:
		return "Any"
	}
	return report.Sentence(a.mergerTo(regime))
}

// mergerTo is what sentences call a statutory merger: its arrangement and its tier.
func (a Analysis) mergerTo(regime string) string {
	i := strings.LastIndex(regime, "-")
	if i < 0 {
		return regime
	}
	return a.arrangement(regime[:i]) + " by " + regime[i+1:]
}
