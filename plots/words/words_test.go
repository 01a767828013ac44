package words

import "testing"

func TestWords(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{Number(0), "no"}, {Number(9), "nine"}, {Number(10), "10"}, {Number(1200), "1,200"},
		{Sentence("élan"), "Élan"}, {Sentence(""), ""},
		{Percent(13.34), "13%"}, {Percent(2.64), "2.6%"}, {Percent(0.04), "0.04%"}, {Percent(0), "0%"}, {Percent(-4.4), "−4.4%"}, {Percent(50), "50%"},
		{Points(1), "1 point"}, {Points(12.4), "12 points"},
		{Joined("a", "", " ", "b"), "a, b"},
		{UnderStructures(2, 2), "under both structures"}, {UnderStructures(3, 3), "under every structure"}, {UnderStructures(0, 3), "under no structure"}, {UnderStructures(2, 12), "under two of 12 structures"},
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
		if a, b := Apart(c.a, c.b); a != c.wantA || b != c.wantB {
			t.Errorf("%v and %v: %s and %s, want %s and %s", c.a, c.b, a, b, c.wantA, c.wantB)
		}
	}
}

func TestRoughly(t *testing.T) {
	for share, want := range map[float64]string{0: "0%", 0.0001: "<1%", 0.004: "<1%", 0.006: "1%", 0.126: "13%", 0.994: "99%", 0.996: ">99%", 0.99999: ">99%", 1: "100%"} {
		if got := Roughly(share); got != want {
			t.Errorf("%v: %s, want %s", share, got, want)
		}
	}
}

func TestOrdinal(t *testing.T) {
	for n, want := range map[int]string{1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th", 21: "21st", 102: "102nd", 111: "111th"} {
		if got := Ordinal(n); got != want {
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
		if got := Chance(c.share); got != c.want {
			t.Errorf("%v: %s, want %s", c.share, got, c.want)
		}
	}
	for share, want := range map[float64]string{1: "all draws", 0.99997: "at least 99% of draws", 0.93: "at least 93% of draws"} {
		if got := AtLeast(share); got != want {
			t.Errorf("%v: %s, want %s", share, got, want)
		}
	}
}
