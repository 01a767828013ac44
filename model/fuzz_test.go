package model_test

import (
	"math"
	"testing"

	"reconfig/model"
)

func FuzzParseSetting(f *testing.F) {
	for _, seed := range []string{"target.reduction=0.5", "a=-1e300", "=", "a==1", "a=0x1p4", "a=1_000", "\x00=1"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		name, v, err := model.ParseSetting(text)
		if err == nil && (name == "" || math.IsNaN(v) || math.IsInf(v, 0)) {
			t.Errorf("%q gives %q = %v", text, name, v)
		}
	})
}
