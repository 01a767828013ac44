package sim

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/sim/vector"
)

func TestExponentialOverAHundredYears(t *testing.T) {
	c := modeltest.Small()
	e, err := Compile(c, Options{HorizonYears: model.MaxHorizonYears})
	if err != nil {
		t.Fatal(err)
	}
	w := e.NewWorkspace()
	e.Run(c.CentralDraw(), nil, w)
	rapid.Check(t, func(t *rapid.T) {
		rate := rapid.OneOf(rapid.Float64Range(-1, 1), rapid.SampledFrom([]float64{0, -10, -1e3, 1})).Draw(t, "rate")
		from := rapid.OneOf(rapid.Float64Range(0, 120), rapid.SampledFrom([]float64{0, 0.125, 3})).Draw(t, "from")
		got := make([]float64, len(w.times))
		w.exponential(got, rate, from)
		for k, at := range w.times {
			want := math.Exp(rate * max(0, at-from))
			if math.Abs(got[k]-want) > 1e-12*want+1e-300 {
				t.Errorf("exp(%v · (%v − %v)) is %v, not %v", rate, at, from, got[k], want)
			}
		}
	})
}

func TestRamp(t *testing.T) {
	for _, test := range []struct{ t, from, length, want float64 }{
		{1, 1, 0, 1}, {0.99, 1, 0, 0}, {1, 1, 2, 0}, {2, 1, 2, 0.5}, {3, 1, 2, 1}, {9, 1, 2, 1}, {0, -2, 1, 1}, {0, -2, 4, 0.5}, {0, 0, 0, 1},
	} {
		if got := vector.RampAt(test.t, test.from, test.length); got != test.want {
			t.Errorf("the ramp from %v of length %v is %v at %v, not %v", test.from, test.length, got, test.t, test.want)
		}
	}
}
