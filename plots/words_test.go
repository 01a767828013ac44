package plots

import (
	"testing"
)

func TestWords(t *testing.T) {
	d := Data{}.complete()
	for _, c := range []struct{ got, want string }{
		{number(0), "no"}, {number(9), "nine"}, {number(10), "10"}, {number(1200), "1,200"},
		{sentence("élan"), "Élan"}, {sentence(""), ""},
		{percent(13.34), "13%"}, {percent(2.64), "2.6%"}, {percent(0.04), "0.04%"}, {percent(0), "0%"}, {percent(-4.4), "−4.4%"}, {percent(50), "50%"},
		{points(1), "1 point"}, {points(12.4), "12 points"},
		{d.money(135574.9), "£136m"}, {d.money(4700), "£4.7m"}, {d.money(850), "£850k"}, {d.money(0), "£0"}, {d.money(1935000), "£1,935m"}, {d.money(-2500), "−£2.5m"}, {d.money(96500), "£97m"},
		{joined("a", "", " ", "b"), "a, b"},
		{underStructures(2, 2), "under both structures"}, {underStructures(3, 3), "under every structure"}, {underStructures(0, 3), "under no structure"}, {underStructures(2, 12), "under two of 12 structures"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestApart(t *testing.T) {
	for _, c := range []struct {
		a, b         float64
		wantA, wantB string
	}{
		{13.34, 50, "13%", "50%"}, {49.7, 50.2, "49.7%", "50.2%"}, {49.98, 50, "49.98%", "50.00%"}, {50, 50, "50%", "50%"},
	} {
		if a, b := apart(c.a, c.b); a != c.wantA || b != c.wantB {
			t.Errorf("%v and %v: %s and %s, want %s and %s", c.a, c.b, a, b, c.wantA, c.wantB)
		}
	}
}

func TestRoughly(t *testing.T) {
	for share, want := range map[float64]string{0: "0%", 0.0001: "<1%", 0.004: "<1%", 0.006: "1%", 0.126: "13%", 0.994: "99%", 0.996: ">99%", 0.99999: ">99%", 1: "100%"} {
		if got := roughly(share); got != want {
			t.Errorf("%v: %s, want %s", share, got, want)
		}
	}
}

func TestOrdinal(t *testing.T) {
	for n, want := range map[int]string{1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th", 21: "21st", 102: "102nd", 111: "111th"} {
		if got := ordinal(n); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// What is not certain is not written as if it were.
func TestChance(t *testing.T) {
	for _, c := range []struct {
		share float64
		want  string
	}{
		{1, "100%"}, {1 - 1e-12, "100%"}, {0.9997, ">99.9%"}, {0.9985, "99.9%"}, {0.996, "99.6%"}, {0.99, "99%"}, {0.5, "50%"}, {0.026, "2.6%"},
		{0.001, "0.1%"}, {0.00003, "<0.1%"}, {0, "0%"},
	} {
		if got := chance(c.share); got != c.want {
			t.Errorf("%v: %s, want %s", c.share, got, c.want)
		}
	}
	for share, want := range map[float64]string{1: "all draws", 0.99997: "at least 99% of draws", 0.93: "at least 93% of draws"} {
		if got := atLeast(share); got != want {
			t.Errorf("%v: %s, want %s", share, got, want)
		}
	}
}
