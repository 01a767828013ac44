package figure

import (
	"slices"
	"testing"

	"reconfig/plots/chart"
)

// A colour belongs to a structure's code, whatever is in focus, and in other cases too.
func TestColourBelongsToTheCode(t *testing.T) {
	london := []string{"status-quo", "merger", "de-facto-merger", "hub-and-sectors", "joint-management", "association"}
	for _, ctx := range []Context{
		{Colours: london, Focus: london[:4]},
		{Colours: london, Focus: []string{"joint-management", "merger", "association"}},
		{Colours: []string{"merger", "fusion"}, Focus: []string{"fusion", "merger"}},
		{Focus: []string{"other", "merger"}},
	} {
		if got := ctx.Look("merger").Color; got != chart.Orange {
			t.Errorf("%v: merger is %v", ctx.Focus, got)
		}
	}
	whole := Context{Colours: london, Focus: []string{"merger", "joint-management"}}
	if alone := (Context{Colours: london, Focus: []string{"joint-management"}}); alone.Look("joint-management").Color != whole.Look("joint-management").Color {
		t.Error("joint-management changes its colour")
	}
}

// Dashes and markers belong to the code as the colour does, so that another focus changes no line.
func TestFormBelongsToTheCode(t *testing.T) {
	codes := []string{"status-quo", "merger", "de-facto-merger", "hub-and-sectors", "joint-management", "association", "league", "union", "club", "circle"}
	alone := func(code string) Look { return Context{Colours: codes, Focus: []string{code}}.Look(code) }
	for i := range codes[:len(codes)-MostInFocus+1] {
		ctx := Context{Colours: codes, Focus: codes[i : i+MostInFocus]}
		for _, code := range ctx.Focus {
			if got, want := ctx.Look(code), alone(code); got.Color != want.Color || got.Marker != want.Marker || !slices.Equal(got.Line.Dashes, want.Line.Dashes) {
				t.Errorf("%s among %v: %+v, alone %+v", code, ctx.Focus, got, want)
			}
		}
	}
}

// Structures in focus differ in colour, and in dashes and marker, even if the palette is used up.
func TestLooksDiffer(t *testing.T) {
	var many []string
	for c := 'a'; c <= 'p'; c++ {
		many = append(many, string(c))
	}
	for i := 0; i+MostInFocus <= len(many); i++ {
		ctx := Context{Colours: many, Focus: many[i : i+MostInFocus]}
		colours, markers := map[any]bool{}, map[chart.Marker]bool{}
		for _, code := range ctx.Focus {
			l := ctx.Look(code)
			colours[l.Color], markers[l.Marker] = true, true
		}
		if len(colours) < MostInFocus || len(markers) < MostInFocus {
			t.Errorf("%v: %d colours, %d markers", ctx.Focus, len(colours), len(markers))
		}
	}
}
