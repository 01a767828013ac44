package spelling_test

import (
	"slices"
	"testing"

	"reconfig/model/spelling"
)

func TestNearest(t *testing.T) {
	known := []string{"staff.cost", "staff.exit_cost", "setup.hub", "merger", "de-facto-merger", "hub-and-sectors"}
	for name, want := range map[string][]string{
		"staff.coast": {"staff.cost"},
		"megrer":      {"merger"},
		"Merge":       {"merger"},
		"staff.wages": {"staff.cost", "staff.exit_cost"},
		"hubs":        {"hub-and-sectors"},
		"":            nil,
		"quite other": nil,
	} {
		if got := spelling.Nearest(name, known); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", name, got, want)
		}
	}
}
