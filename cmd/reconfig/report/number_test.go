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
	} {
		if test.got != test.want {
			t.Errorf("%q, want %q", test.got, test.want)
		}
	}
}
