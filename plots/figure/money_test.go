package figure_test

import (
	"testing"

	"reconfig/plots/figure"
)

func TestMoney(t *testing.T) {
	ctx := figure.Data{}.Complete().Context
	for thousands, want := range map[float64]string{
		135574.9: "£136m", 4700: "£4.7m", 850: "£850k", 0: "£0", 1935000: "£1,935m", -2500: "−£2.5m", 96500: "£97m",
	} {
		if got := ctx.Money(thousands); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
