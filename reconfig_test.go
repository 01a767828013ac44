package reconfig_test

import (
	"context"
	"strings"
	"testing"

	"reconfig"
)

func TestRunRefusesOptionsThatTheCaseDoesNotHave(t *testing.T) {
	c, err := reconfig.Open("london-2010")
	if err != nil {
		t.Fatal(err)
	}
	for want, o := range map[string]reconfig.Options{
		"-1 draws":            {Draws: -1},
		"sampler":             {Sampler: "dice"},
		"merger stands twice": {Structures: []string{"merger", "merger"}},
		"mergr":               {Structures: []string{"mergr"}},
		"staff.cots":          {Set: map[string]float64{"staff.cots": 1}},
		"six-2010":            {Map: "six-2010"},
	} {
		if _, err := reconfig.Run(context.Background(), c, o); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %v, want %q", o, err, want)
		}
	}
}

func TestOpenSaysThatThereIsNoSuchCase(t *testing.T) {
	if _, err := reconfig.Open("atlantis"); err == nil || !strings.Contains(err.Error(), "london-2010") {
		t.Errorf("%v", err)
	}
}
