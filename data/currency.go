package data

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"reconfig/model"
)

// currencyWords are what people call the currencies that are known by their sign.
var currencyWords = map[string]string{"£": "£", "gbp": "£", "pounds": "£", "€": "€", "eur": "€", "euro": "€", "euros": "€", "$": "$", "usd": "$", "dollars": "$"}

// KnownCurrency is the sign of a currency that people name by a word; empty where it is not known.
func KnownCurrency(word string) string { return currencyWords[strings.ToLower(word)] }

var currencyCode = regexp.MustCompile(`^[A-Z]{3}$`)

// CurrencySign reads a currency as people name it: a sign, as in € or A$, or a code of three capitals, as in CHF. Those
// that are known by their sign get it: € for EUR. It stands before numbers and units, so words are refused.
func CurrencySign(text string) (string, error) {
	const mostLetters = 4
	text = strings.TrimSpace(text)
	isSign := strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Sc, r) }) &&
		!strings.ContainsFunc(text, func(r rune) bool { return !unicode.Is(unicode.Sc, r) && !unicode.IsLetter(r) })
	switch known := KnownCurrency(text); {
	case known != "":
		return known, nil
	case isSign && utf8.RuneCountInString(text) <= mostLetters, currencyCode.MatchString(text):
		return text, nil
	}
	return "", errors.New("expected the sign of a currency, as in €, or its code of three capitals, as in SEK")
}

// unitCurrency finds the currency in a unit of an assumption: a sign, perhaps with letters before it, or a code before
// thousands.
var unitCurrency = regexp.MustCompile(`[A-Z]{0,3}\p{Sc}|\b[A-Z]{3}k\b`)

// warnOfCurrencies warns of assumptions in another currency than the case's: nothing converts them.
func (r *reader) warnOfCurrencies(c *model.Case) {
	for _, a := range c.Assumptions {
		other := false
		inOurs := unitCurrency.ReplaceAllStringFunc(a.Unit, func(found string) string {
			code, thousands := strings.CutSuffix(found, "k")
			other = other || code != c.Currency
			if thousands {
				return c.Currency + "k"
			}
			return c.Currency
		})
		if other {
			r.warnings = append(r.warnings, fmt.Sprintf("assumptions.csv: %s is in %s and the case in %s: convert it, and write %s", a.Name, a.Unit, c.Currency, inOurs))
		}
	}
}
