// Package unit says what a number counts: money, per cent, a share, years. A unit is read from its text once, by Parse;
// whoever formats or checks a number asks its kind and never looks at the text again.
package unit

import (
	"regexp"
	"strings"
)

// Kind is what a unit counts.
type Kind int

// The kinds.
const (
	None    Kind = iota // a name or a code, or a number without a unit
	Money               // in thousands or in ones, perhaps a year or a head
	Percent             // of something
	Points              // percentage points
	Share               // of something, from 0 to 1: a probability too
	Years
	Degrees // of latitude or longitude
	Count   // whole things: people, posts, bodies, boards, teams, metres
	Switch  // 0 or 1
	Column  // the unit that another cell of the row names: of the outcome, of the assumption
	Other
)

// Declared is the sign of the currency in which tables are declared, whatever the case's own is.
const Declared = "£"

// Bodies stands in a declared unit for what a case calls its bodies.
const Bodies = "{bodies}"

// Unit is what a number counts.
type Unit struct {
	text      string
	kind      Kind
	thousands bool
	rest      string
}

// beginnings say what a unit counts by how its text begins.
var beginnings = []struct {
	text string
	kind Kind
}{
	{"% ", Percent}, {"%", Percent}, {"point", Points}, {"share", Share}, {"probability", Share}, {"year", Years}, {"degrees", Degrees},
	{"people", Count}, {"WTE", Count}, {"boards", Count}, {"teams", Count}, {"metres", Count}, {Bodies, Count},
	{"0 or 1", Switch}, {"of the ", Column},
}

// Parse reads a unit. Money begins with the sign or code of a currency: the declared one, or one of those given.
func Parse(text string, currencies ...string) Unit {
	u := Unit{text: text, kind: Other, rest: text}
	for _, currency := range append(currencies, Declared) {
		if rest, ok := strings.CutPrefix(text, currency); ok && currency != "" {
			u.kind = Money
			u.rest, u.thousands = strings.CutPrefix(rest, "k")
			return u
		}
	}
	for _, b := range beginnings {
		if rest, ok := strings.CutPrefix(text, b.text); ok {
			u.kind, u.rest = b.kind, rest
			return u
		}
	}
	if text == "" {
		u.kind = None
	}
	return u
}

// String is the unit as it was read.
func (u Unit) String() string { return u.text }

// Kind says what the unit counts.
func (u Unit) Kind() Kind { return u.kind }

// Thousands says whether the unit is money in thousands.
func (u Unit) Thousands() bool { return u.thousands }

// Rest is what follows what the unit counts: of £k a year it is " a year", of % of baseline it is "of baseline".
func (u Unit) Rest() string { return u.rest }

// Said is the unit as people write it after a number: "a year" for 1/year, "£k a whole-time post a year" for £k/WTE/year.
func (u Unit) Said() string {
	if u.text == posts {
		return "whole-time posts"
	}
	parts := strings.Split(u.text, "/")
	for i, part := range parts[1:] {
		part = strings.ReplaceAll(part, posts, "whole-time post")
		article := "a "
		if strings.ContainsAny(part[:min(1, len(part))], "aeiou") {
			article = "an "
		}
		parts[i+1] = article + part
	}
	if len(parts) > 1 && parts[0] == "1" {
		parts = parts[1:]
	}
	return strings.Join(parts, " ")
}

// posts is how tables write whole-time equivalents.
const posts = "WTE"

// ofStart is a share of what there was at the start.
const ofStart = " of start"

// IsShareOfStart says whether the number is a share of what there was at the start, which people write in per cent.
func (u Unit) IsShareOfStart() bool { return u.kind == Share && u.rest == ofStart }

// IsOfOutcome says whether the number is in the unit of the outcome that its row names.
func (u Unit) IsOfOutcome() bool { return u.kind == Column && u.rest == "outcome" }

// currency finds the currencies in a unit: a sign, perhaps with letters before it, or a code before thousands.
var currency = regexp.MustCompile(`[A-Z]{0,3}\p{Sc}|\b[A-Z]{3}k\b`)

// ReplaceCurrencies writes another currency for each in a unit, and says whether any was another.
func ReplaceCurrencies(text, by string) (replaced string, other bool) {
	replaced = currency.ReplaceAllStringFunc(text, func(found string) string {
		code, thousands := strings.CutSuffix(found, "k")
		other = other || code != by
		if thousands {
			return by + "k"
		}
		return by
	})
	return replaced, other
}
