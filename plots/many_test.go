package plots

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// many are data of so many structures more than the small case has.
func many(more int) figure.Data {
	d := figuretest.Small()
	for i := range more {
		figuretest.AddStructure(&d, fmt.Sprintf("more-%d", i), fmt.Sprintf("One more structure %d", i), float64(i%17), [3]float64{float64(i % 7), 3, 2}, [2]float64{0.9, 0.9 + float64(i%9)/100}, 0.7)
	}
	for i := range d.Outcomes {
		d.Outcomes[i].Values[result.NetBenefit] = float64(i % 101)
	}
	return d
}

// A case may hold 500 structures. A figure either does without most of them or says which to choose; none takes long.
func TestFiguresOfManyStructures(t *testing.T) {
	d := many(497)
	began := time.Now()
	var refused []string
	for _, f := range figure.All() {
		_, err := f.Render(d, "svg")
		var full *figure.TooManyError
		switch {
		case errors.As(err, &full):
			refused = append(refused, f.Name)
			if len(f.Missing(d)) > 0 || !f.Every || full.Structures != 500 || len(full.Choice) != 6 {
				t.Errorf("%s: %+v", f.Name, full)
			}
			if want := "--structure stay,hub,merge,more-0,more-97,more-198, or"; !strings.Contains(err.Error(), want) {
				t.Errorf("%v, want %q", err, want)
			}
		case err != nil && !figuretest.HasNothingToDraw(err):
			t.Error(err)
		}
	}
	if want := []string{"required-cost", "capacity", "capacity-alone", "reduction", "saving-against-capacity", "one-off-cost"}; !slices.Equal(refused, want) {
		t.Errorf("refused %q, want %q", refused, want)
	}
	if took := time.Since(began); took > 10*time.Second {
		t.Errorf("figures of 500 structures took %v", took)
	}
}

// As many as a figure can show are shown, and one more is not.
func TestMostStructuresAreShown(t *testing.T) {
	f := figuretest.Named("saving-against-capacity")
	if _, err := f.Render(many(figure.MostStructures-3), "svg"); err != nil {
		t.Error(err)
	}
	if _, err := f.Render(many(figure.MostStructures-2), "svg"); !errors.As(err, new(*figure.TooManyError)) {
		t.Errorf("error %v", err)
	}
}
