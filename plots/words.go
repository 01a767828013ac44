package plots

import (
	"fmt"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"reconfig/plots/chart"
)

// numerals are written out up to nine, as the house style asks.
var numerals = [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}

// number writes a count.
func number(n int) string {
	if n >= 0 && n < len(numerals) {
		return numerals[n]
	}
	return chart.Unit{}.Format(float64(n), 0)
}

// sentence begins with a capital.
func sentence(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

// lowered begins with a small letter, to go on in a sentence.
func lowered(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// joined puts commas between what is not empty.
func joined(parts ...string) string {
	var kept []string
	for _, part := range parts {
		if strings.TrimSpace(part) != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, ", ")
}

// percent writes a percentage as titles do: 13%, 2.6%, 0.04%.
func percent(v float64) string {
	if math.Abs(v) < 0.005 {
		return "0%"
	}
	return chart.Percent.Short(v)
}

// proportion is a share of draws or cells as figures write it. Only what holds in all of them is 100%, and only what holds
// in none is 0%.
type proportion struct {
	bound   string // > or <, where the share is so near to one or to nothing that only a limit is written
	percent string
}

func proportionOf(share float64) proportion {
	switch {
	case inAll(share):
		return proportion{percent: "100%"}
	case share > 0.999:
		return proportion{">", "99.9%"}
	case share > 0.99:
		return proportion{percent: chart.Percent.Format(100*share, 1)}
	case inNone(share):
		return proportion{percent: "0%"}
	case share < 0.001:
		return proportion{"<", "0.1%"}
	}
	return proportion{percent: percent(100 * share)}
}

// shareRounding is the rounding of shares that were added up.
const shareRounding = 1e-9

func inAll(share float64) bool  { return share >= 1-shareRounding }
func inNone(share float64) bool { return share <= shareRounding }

// chance writes a share as short as can be: 13%, >99.9%.
func chance(share float64) string {
	p := proportionOf(share)
	return p.bound + p.percent
}

// of writes a share of several in words: 13% of draws, all cases, less than 0.1% of draws.
func shareOf(several string, share float64) string {
	switch p := proportionOf(share); {
	case inAll(share):
		return "all " + several
	case p.bound == ">":
		return "more than " + p.percent + " of " + several
	case p.bound == "<":
		return "less than " + p.percent + " of " + several
	default:
		return p.percent + " of " + several
	}
}

// inDraws is how often something holds, as titles say it.
func inDraws(share float64) string { return shareOf("draws", share) }

// inOnlyDraws is the same of what holds seldom.
func inOnlyDraws(share float64) string {
	if proportionOf(share).bound == "<" {
		return inDraws(share)
	}
	return "only " + inDraws(share)
}

// atLeast writes the share that several have at least, in whole per cent.
func atLeast(share float64) string {
	if inAll(share) {
		return "all draws"
	}
	return fmt.Sprintf("at least %.0f%% of draws", math.Floor(100*share+1e-9))
}

// apart writes two percentages with as many decimals as tell them apart, up to two.
func apart(a, b float64) (string, string) {
	first, second := percent(a), percent(b)
	for decimals := 1; first == second && a != b && decimals <= 2; decimals++ {
		first, second = chart.Percent.Format(a, decimals), chart.Percent.Format(b, decimals)
	}
	return first, second
}

// money writes thousands as titles do: £136m, £4.7m, £850k.
func (d Data) money(k float64) string {
	if k == 0 {
		return d.Currency + "0"
	}
	return chart.Thousands(d.Currency, k).Short(k)
}

// moneyUnit says in words what an axis of money counts.
func (d Data) moneyUnit(unit chart.Unit) string {
	word := map[string]string{"k": "thousand", "m": "million"}[unit.Suffix]
	return unbroken(strings.TrimSpace(d.Currency + " " + word))
}

// prices says at which prices money is given, if that is known.
func (d Data) prices() string {
	if strings.TrimSpace(d.PriceYear) == "" {
		return ""
	}
	return " at " + d.PriceYear + " prices"
}

// subtitle says what is measured in which unit, where and when.
func (d Data) subtitle(measure, period string) string {
	where := d.Case
	if strings.TrimSpace(d.Map) != "" {
		where = strings.TrimSpace(where + " " + unbroken("(map "+d.Map+")"))
	}
	return joined(measure, where, unbroken(period))
}

// unbroken keeps words on one line.
func unbroken(s string) string { return strings.ReplaceAll(s, " ", "\u00A0") }

// footer is the source, and any notes after it.
func (d Data) footer(notes ...string) []string {
	source := either(d.Source, "reconfig, simulated")
	if !strings.HasPrefix(strings.ToLower(source), "source") {
		source = "Source: " + source
	}
	source += d.aboutBaseline(source)
	text := ""
	for _, note := range append(notes, d.Note) {
		if note = strings.Trim(note, ".;, "); note != "" {
			text += " " + note + "."
		}
	}
	if text == "" {
		return []string{source}
	}
	return []string{source, "Note:" + text}
}

// aboutBaseline goes on after the source with how the cost at the start is known, on one line, with per cent as figures
// write it.
func (d Data) aboutBaseline(source string) string {
	statement := strings.Trim(d.Baseline, " .")
	if statement == "" {
		return ""
	}
	stop := "."
	if strings.HasSuffix(source, ".") {
		stop = ""
	}
	return stop + " " + unbroken(strings.ReplaceAll(statement, " %", "%")+".")
}

// underStructures says of how many structures something holds.
func underStructures(n, of int) string {
	switch {
	case n == of && of == 2:
		return "under both structures"
	case n == of:
		return "under every structure"
	case n == 0:
		return "under no structure"
	}
	return fmt.Sprintf("under %s of %s structures", number(n), number(of))
}

// roughly writes a share of draws in whole per cent, for tables where there is no room for more. Only what holds in all
// draws is 100%, and only what holds in none is 0%.
func roughly(share float64) string {
	switch {
	case inAll(share) || inNone(share):
		return chance(share)
	case share >= 0.995:
		return ">99%"
	case share < 0.005:
		return "<1%"
	}
	return chart.Percent.Format(100*share, 0)
}

// shareCell writes a share of draws or cases in a table; nothing if it is not known.
func shareCell(share float64) string {
	if !isShare(share) {
		return ""
	}
	return chance(share)
}

// isShare says whether the value can be written as a share.
func isShare(v float64) bool { return v >= 0 && v <= 1+1e-9 }

// ordinal writes a rank: 1st, 2nd, 3rd, 4th.
func ordinal(n int) string {
	ending := "th"
	if tens := n / 10 % 10; tens != 1 {
		switch n % 10 {
		case 1:
			ending = "st"
		case 2:
			ending = "nd"
		case 3:
			ending = "rd"
		}
	}
	return fmt.Sprint(n, ending)
}

// oneOrMore is the word that goes with a number.
func oneOrMore(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}
