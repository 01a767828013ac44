package report_test

import (
	"math"
	"testing"

	"reconfig/cmd/reconfig/report"
)

func TestNumbers(t *testing.T) {
	for _, test := range []struct{ got, want string }{
		{report.Decimal(1234567.89, 1), "1,234,567.9"}, {report.Decimal(-1234, 0), "−1,234"}, {report.Decimal(999, 0), "999"},
		{report.Decimal(-0.01, 1), "0.0"}, {report.Decimal(math.NaN(), 1), "–"}, {report.Decimal(math.Inf(1), 1), "∞"},
		{report.Money("£", -1250), "−£1.3m"}, {report.Money("£", 579006.8), "£579.0m"}, {report.Percent(0.12345), "12.3"},
		{report.Significant(12345.6), "12,350"}, {report.Significant(0.12345), "0.123"}, {report.Significant(3), "3"}, {report.Significant(-42.567), "−42.57"},
		{report.Full(-0.25), "−0.25"}, {report.Count(1, "post", "posts"), "1 post"}, {report.Count(2, "post", "posts"), "2 posts"},
		{report.And([]string{"a", "b", "c"}), "a, b and c"}, {report.And(nil), ""},
		{report.Tenth(80), "80"}, {report.Tenth(79.96), "80"}, {report.Tenth(12.34), "12.3"}, {report.Range(1.26, 1.34, 1, " to "), "1.3"}, {report.Range(1, 2, 0, " … "), "1 … 2"},
		{report.Chance(0), "0"}, {report.Chance(0.001), "<1"}, {report.OfHundred(0.001), "fewer than 1 of 100"}, {report.OfHundred(0.999), "more than 99 of 100"}, {report.OfHundred(1), "100 of 100"},
		{report.OfHundred(0.995), "more than 99 of 100"}, {report.Chance(0.995), ">99"}, {report.Chance(0.004), "<1"}, {report.Chance(0.006), "1"}, {report.Chance(0.994), "99"},
		{report.OfHundredBeside(0.795, 0.8), "79.5 of 100"}, {report.ChanceBeside(0.7996, 0.8), "79.96"}, {report.ChanceBeside(0.8, 0.8), "80"}, {report.ChanceBeside(0.804, 0.805), "80"}, {report.ChanceBeside(0.804, 0.8039), "80.4"},
		{report.ChanceBeside(0.07, 0.07), "7"}, {report.OfHundredBeside(0.998, 1), "99.8 of 100"}, {report.OfHundredBeside(0.999, 0.8), "more than 99 of 100"}, {report.LeastOfHundred(0.795), "79.5 of 100"}, {report.LeastOfHundred(0.07), "7 of 100"},
		{report.Millions("£", 40), "£40k"}, {report.Millions("£", 0.004), "£4"}, {report.Millions("£", -0.013), "−£13"}, {report.Sentences("A.", "", "B."), "A. B."},
	} {
		if test.got != test.want {
			t.Errorf("%q, want %q", test.got, test.want)
		}
	}
}
