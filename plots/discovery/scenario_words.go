package discovery

import (
	"fmt"
	"strings"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// calledOf is what scenarios were looked for among.
func calledOf(ctx figure.Context) string {
	if ctx.Points > 0 {
		return "points"
	}
	return "draws"
}

// one begins a sentence about one of them.
func (s scenarios) one() string { return "A " + strings.TrimSuffix(s.called, "s") }

// title states the rule, and how often it is right.
func (s scenarios) title() string {
	interest := strings.TrimRight(words.Sentence(words.Either(s.interest, s.one()+" is of interest")), ". ")
	where := " where "
	if words.IsShare(s.density) {
		where = " in " + words.ShareOf(s.called, s.density) + " where "
	}
	return interest + where + s.boxes[0].inWords(3)
}

// inPlainWords says how good the first box is.
func (s scenarios) inPlainWords() string {
	if !words.IsShare(s.density) || !words.IsShare(s.coverage) {
		return ""
	}
	against := ""
	if words.IsShare(s.base) {
		against = ", against " + words.Chance(s.base) + " of all " + s.called
	}
	return fmt.Sprintf(". Of the %s in the box %s are of interest%s; it holds %s of all that are", s.called, words.Chance(s.density), against, words.Chance(s.coverage))
}

// byChance is the quasi-p value above which a rule may be there by chance.
const byChance = 0.05

func (s scenarios) notes() []string {
	notes := []string{fmt.Sprintf("%s shown: %s; of interest among them: %s", words.Sentence(s.called), words.Counted(len(s.examples)), words.Counted(s.ofInterest()))}
	for _, b := range s.boxes[1:] {
		notes = append(notes, fmt.Sprintf("Box %d: %s", b.Number, b.inWords(len(b.Rules))))
	}
	if len(s.shown()) > 1 {
		notes = append(notes, fmt.Sprintf("Quasi-p: how probable so many %[1]s of interest would be if the rule did not matter. Density: share of %[1]s in the box that are of interest", s.called))
		notes = append(notes, figure.AboutEvidence)
	}
	return append(notes, s.doubts())
}

// doubts owns up to rules that may be there by chance.
func (s scenarios) doubts() string {
	var names []string
	for _, r := range s.boxes[0].Rules {
		if r.QuasiP > byChance {
			names = append(names, words.Quoted(r.Assumption))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "By its quasi-p value, above 0.05, the rule for " + words.Listed(names) + " may be there by chance"
}

func (s scenarios) ofInterest() int {
	n := 0
	for _, c := range s.examples {
		if c.ofInterest {
			n++
		}
	}
	return n
}

func (s scenarios) description() string {
	kind := "Scatter charts of " + s.called + " by each two of several assumptions, with the limits of a box."
	if len(s.shown()) == 1 {
		kind = "Histogram of " + s.called + " by an assumption, with the limits of a box."
	}
	items := make([]string, len(s.boxes))
	for i, b := range s.boxes {
		items[i] = fmt.Sprintf(" Box %d: %s.", b.Number, b.inWords(len(b.Rules)))
	}
	text := fmt.Sprintf("%s Of interest: %s.%s", kind, words.Either(strings.TrimRight(s.interest, ". "), "not said"), strings.Join(items, ""))
	if words.IsShare(s.density) && words.IsShare(s.coverage) {
		text += fmt.Sprintf(" Box %d: %s of the %s in it are of interest, and it holds %s of all that are.", s.boxes[0].Number, words.Chance(s.density), s.called, words.Chance(s.coverage))
	}
	return text
}

// inWords joins the box's rules; beyond so many they are only counted.
func (b box) inWords(most int) string {
	var texts []string
	for i, r := range b.Rules {
		is := ""
		if i == 0 {
			is = "is "
		}
		texts = append(texts, words.Quoted(r.Assumption)+" "+is+r.limits())
	}
	if rest := len(texts) - most; rest > 0 {
		word := " more rules hold"
		if rest == 1 {
			word = " more rule holds"
		}
		texts = append(texts[:most], words.Number(rest)+word)
	}
	return words.Listed(texts)
}

// plainly has the words of outcomes in place of their codes.
func plainly(interest string) string {
	fields := strings.Fields(interest)
	for i, field := range fields {
		if o, known := result.OutcomeByName(field); known {
			fields[i] = o.Words()
		}
	}
	return strings.Join(fields, " ")
}
