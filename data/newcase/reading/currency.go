package reading

import (
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reconfig/data/pattern"
)

// currencySigns has the signs of currencies by their codes (ISO 4217). Countries share some signs.
var currencySigns = map[string]string{
	"GBP": "£", "EUR": "€", "USD": "$", "AUD": "$", "CAD": "$", "NZD": "$", "SGD": "$", "HKD": "$", "TWD": "$", "MXN": "$", "ARS": "$", "CLP": "$", "COP": "$",
	"NOK": "kr", "SEK": "kr", "DKK": "kr", "ISK": "kr", "CHF": "Fr", "PLN": "zł", "CZK": "Kč", "HUF": "Ft", "RON": "lei", "BGN": "лв", "UAH": "₴", "RUB": "₽", "TRY": "₺",
	"JPY": "¥", "CNY": "¥", "RMB": "¥", "KRW": "₩", "INR": "₹", "PKR": "Rs", "LKR": "Rs", "BDT": "৳", "THB": "฿", "IDR": "Rp", "MYR": "RM", "PHP": "₱", "VND": "₫",
	"BRL": "R$", "PEN": "S/", "ZAR": "R", "NGN": "₦", "KES": "KSh", "GHS": "₵", "EGP": "£", "MAD": "DH", "ILS": "₪", "SAR": "SR", "AED": "DH", "QAR": "QR",
}

// currencyWords are what is said of a currency otherwise, in small letters, and how it is written here.
var currencyWords = map[string]string{
	"pound": "£", "sterling": "£", "euro": "€", "dollar": "$", "yen": "¥", "yuan": "¥", "kr": "kr", "krone": "kr", "kroner": "kr", "krona": "kr", "kronor": "kr",
	"a$": "A$", "au$": "A$", "c$": "C$", "ca$": "C$", "nz$": "NZ$", "hk$": "HK$", "s$": "S$", "sg$": "S$", "nt$": "NT$", "mx$": "MX$", "r$": "R$", "us$": "$",
	"zł": "zł", "zloty": "zł", "kč": "Kč", "franc": "Fr", "sfr": "Fr", "rupee": "Rs", "lira": "₺", "rand": "R", "rs": "Rs", "rp": "Rp", "fr": "Fr",
}

// signs are written in these letters alone: ft are feet.
var signs = []string{"Ft", "лв", "lei", "KSh", "R$"}

// signsByUnits are letters that mean a currency only beside a unit or a number, as in R million or R5,000, by its code.
var signsByUnits = map[string]string{"R": "ZAR", "RM": "MYR", "SR": "SAR", "QR": "QAR"}

// dollarsOf has the codes of dollars, and of reais, that their own sign names.
var dollarsOf = map[string]string{"A$": "AUD", "C$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "NT$": "TWD", "MX$": "MXN", "R$": "BRL"}

// wordCodes are codes of currencies that are also words, or names of something else: they count only in capitals.
var wordCodes = []string{"TRY", "PEN", "MAD", "COP", "PHP", "RON"}

// Currency is how the currency is written that a word names: the sign of those whose sign says enough, the code of
// others; empty if the word names none.
func Currency(word string) string {
	code := strings.ToUpper(word)
	if c, size := utf8.DecodeRuneInString(word); size > 0 && size == len(word) && unicode.Is(unicode.Sc, c) {
		return word
	}
	switch sign := currencySigns[code]; {
	case slices.Contains(signs, word):
		return word
	case slices.Contains(wordCodes, code) && word != code:
		return ""
	case slices.Contains([]string{"GBP", "EUR", "USD"}, code):
		return sign
	case sign != "":
		return code
	}
	word = strings.ToLower(word)
	if currency := currencyWords[word]; currency != "" {
		return currency
	}
	return currencyWords[strings.TrimSuffix(word, "s")]
}

// KnownBySign are the currencies whose sign says enough.
var KnownBySign = []string{"£", "€", "$"}

var currencyCode = pattern.New(`^[A-Z]{3}$`)

// CurrencySign reads a currency as people name it: a sign, as in € or A$, or a code of three capitals, as in CHF. Those
// that are known by their sign get it: € for EUR. It stands before numbers and units, so words are refused.
func CurrencySign(text string) (string, error) {
	const mostLetters = 4
	text = strings.TrimSpace(text)
	isSign := strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Sc, r) }) &&
		!strings.ContainsFunc(text, func(r rune) bool { return !unicode.Is(unicode.Sc, r) && !unicode.IsLetter(r) })
	switch named := Currency(text); {
	case slices.Contains(KnownBySign, named):
		return named, nil
	case isSign && utf8.RuneCountInString(text) <= mostLetters, currencyCode().MatchString(text):
		return text, nil
	}
	return "", errors.New("expected the sign of a currency, as in €, or its code of three capitals, as in SEK")
}

// Spaced is a currency before a unit, as in £k or CHF k.
func Spaced(currency string) string {
	if last, _ := utf8.DecodeLastRuneInString(currency); unicode.IsLetter(last) {
		return currency + " "
	}
	return currency
}

// SameCurrency says whether two may be the same: one may be the sign of the other, or $ in short for A$.
func SameCurrency(a, b string) bool {
	isSign := func(code, sign string) bool {
		return currencySigns[code] == sign || dollarsOf[sign] != "" && dollarsOf[sign] == code || sign == "$" && strings.HasSuffix(code, "$") && code != "R$"
	}
	return a == b || isSign(a, b) || isSign(b, a)
}

// Currencies lists the currencies that a text names, each once.
func Currencies(text string) (all []string) {
	for _, w := range Words(text) {
		if c := Currency(w); c != "" && !slices.Contains(all, c) {
			all = append(all, c)
		}
	}
	return all
}

// FirstCurrency is the first currency that a text names; empty if it names none.
func FirstCurrency(text string) string {
	if all := Currencies(text); len(all) > 0 {
		return all[0]
	}
	return ""
}
