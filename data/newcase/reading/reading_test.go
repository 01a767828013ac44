package reading_test

import (
	"testing"

	"reconfig/data/newcase/reading"
)

func TestCurrencySign(t *testing.T) {
	for text, want := range map[string]string{
		"€": "€", "EUR": "€", "eur": "€", "euros": "€", " £ ": "£", "GBP": "£", "USD": "$", "A$": "A$", "CHF": "CHF", "SEK": "SEK", "₹": "₹",
		"kr": "", "krm": "", "chf": "", "=": "", "pounds sterling and pence": "", "": "", "£k": "£k", "€ k": "", "£1": "", "Fr.": "",
	} {
		got, err := reading.CurrencySign(text)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v; want %q", text, got, err, want)
		}
	}
}

func TestYears(t *testing.T) {
	for text, want := range map[string]string{
		"Cost 2024/25 (£k)": "2024/25", "Cost 2024-25": "2024/25", "Kosten 2024–2025": "2024/25", "Cost 2023-24 and 2024-25": "2024/25", "Cost 2024": "2024",
		"year ending March 2025": "2024/25", "Year ended 31 March 2024": "2023/24", "Cost 12345": "", "Cost (£k)": "", "S2024x": "",
	} {
		if got := reading.Year(text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	for _, test := range []struct {
		a, b string
		want bool
	}{{"2024/25", "2025/26", true}, {"2024-25", "2024/25", false}, {"2025", "2025/26", false}, {"2024", "2025/26", true}, {"", "2025/26", false}, {"2024/25", "Jahr", false}, {"2025", "2024/25", false}} {
		if reading.OtherYear(test.a, test.b) != test.want {
			t.Errorf("%s, %s: not %t", test.a, test.b, test.want)
		}
	}
}

func TestWithheldAndMarked(t *testing.T) {
	for _, cell := range []string{"[c]", "[x]", "[low]", "..", "…", "*", "-", "–", ":", "/", "n/a", "NaN", "k.A.", "< 5", "[Suppressed]"} {
		if !reading.Withheld(cell) {
			t.Errorf("%s says a number", cell)
		}
	}
	for _, cell := range []string{"5", "(5)", "Ashby", "[note 1] 5", "-5", ""} {
		if reading.Withheld(cell) {
			t.Errorf("%q says none", cell)
		}
	}
	for text, want := range map[string]string{"Ashby [note 1] [r]": "Ashby", "Calder(a)": "Calder", "Beek (L)": "Beek (L)", "Halle (Saale)": "Halle (Saale)", "[note 1]": "[note 1]", "Dunmow**": "Dunmow", "Elmet¹²": "Elmet"} {
		if got := reading.WithoutMarks(text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
