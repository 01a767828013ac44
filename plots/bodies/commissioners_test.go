package bodies

import (
	"slices"
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// onTarget leaves only so many bodies of a structure on target.
func onTarget(code string, n int) func(*figure.Data) {
	return func(d *figure.Data) {
		seen := 0
		for i := range d.Commissioners {
			if d.Commissioners[i].Structure == code {
				d.Commissioners[i].OnTarget = result.YesNo(seen < n)
				seen++
			}
		}
	}
}

func TestCommissionersTitle(t *testing.T) {
	figuretest.CheckTitles(t, figuretest.Named("commissioners"), []figuretest.TitleCase{
		{Name: "all", Change: nil, Want: "All 4 PCTs are on target under every structure"},
		{Name: "not all shown", Change: func(d *figure.Data) { d.Focus = []string{"stay", "hub"} }, Want: "All 4 PCTs are on target under every structure shown"},
		{Name: "none", Change: figuretest.All(onTarget("stay", 0), onTarget("hub", 0), onTarget("merge", 0)), Want: "No PCT is on target under any structure"},
		{Name: "none of those shown", Change: figuretest.All(onTarget("stay", 0), onTarget("hub", 0), func(d *figure.Data) { d.Focus = []string{"stay", "hub"} }),
			Want: "No PCT is on target under any structure shown"},
		{Name: "as many", Change: figuretest.All(onTarget("stay", 3), onTarget("hub", 3), onTarget("merge", 3)), Want: "3 of 4 PCTs are on target under every structure"},
		{Name: "range", Change: figuretest.All(onTarget("stay", 1), onTarget("hub", 2)), Want: "From 1 (Stay) to 4 (Merge) of 4 PCTs are on target"},
		{Name: "one structure", Change: func(d *figure.Data) { *d = figuretest.Only(*d, "hub") }, Want: "All 4 PCTs are on target under Hub"},
		{Name: "one structure, none", Change: figuretest.All(func(d *figure.Data) { *d = figuretest.Only(*d, "hub") }, onTarget("hub", 0)), Want: "No PCT is on target under Hub"},
		{Name: "one body", Change: func(d *figure.Data) { d.Commissioners = d.Commissioners[:1] }, Want: "The only PCT is on target under Stay"},
		{Name: "default words", Change: func(d *figure.Data) { d.BodySingular, d.BodyPlural = "", "" }, Want: "All 4 commissioners are on target under every structure"},
		{Name: "target by the head", Change: func(d *figure.Data) {
			for i := range d.Commissioners {
				d.Commissioners[i].TargetCostK += 400 * float64(i%4) // above the baseline for one
			}
		}, Want: "All 4 PCTs are on target under every structure"},
		{Name: "no baseline for one", Change: func(d *figure.Data) { *d = figuretest.Only(*d, "hub"); d.Commissioners[0].BaselineCostK = 0 }, Want: "All 3 PCTs are on target under Hub"},
	})
}

func TestCommissionersAltText(t *testing.T) {
	figuretest.CheckAltText(t, figuretest.Named("commissioners"), "Dot chart of how far each PCT’s cost is from its target when the target is due, in percentage points of its cost at the start: "+
		"Stay 4 of 4 on target, from +2.0 to +2.0 points; Hub 4 of 4 on target, from +2.0 to +2.0 points; Merge 4 of 4 on target, from +2.0 to +2.0 points.")
}

// Every body is seen: in no row do two dots share a lane and overlap.
func TestSwarmShowsEveryBody(t *testing.T) {
	d := figuretest.Large().Complete()
	s := swarmOf(d.Context, panelsOf(d.Context, d.Commissioners))
	for _, p := range s.panels {
		for _, sector := range s.sectors {
			bodies := p.in(sector)
			lanes := s.stack(bodies)
			for i := range bodies {
				for j := range i {
					apart := s.panelWidth().Points() * (bodies[i].Gap - bodies[j].Gap) / (s.scale.Max - s.scale.Min)
					if lanes[i] == lanes[j] && max(apart, -apart) < dotSize.Points() {
						t.Errorf("%s, %s: bodies %s and %s overlap", p.Code, sector, bodies[i].Code, bodies[j].Code)
					}
				}
			}
		}
	}
}

// Rows are high enough for their stacks: four bodies at one point are four dots high.
func TestRowsHoldTheirStacks(t *testing.T) {
	d := figuretest.Small()
	for i := range d.Commissioners {
		d.Commissioners[i].Sector = "All"
	}
	d = d.Complete()
	s := swarmOf(d.Context, panelsOf(d.Context, d.Commissioners))
	if l := s.lanes["All"]; l.hi-l.lo+1 != 4 {
		t.Errorf("lanes from %d to %d, want four", l.lo, l.hi)
	}
	if got := s.rowHeight("All"); got < 4*dotSize {
		t.Errorf("row of %v for four dots of %v", got, dotSize)
	}
}

// Many bodies that are alone in their sector share a row, the last; a few keep their own.
func TestBodiesAloneShareARow(t *testing.T) {
	sectorsOf := func(single int) []string {
		d := figuretest.Only(figuretest.Large(), "s0")
		for i := range d.Commissioners {
			d.Commissioners[i].Sector = "Zone"
			if i < single {
				d.Commissioners[i].Sector = "Town " + d.Commissioners[i].Code
			}
		}
		d = d.Complete()
		return swarmOf(d.Context, panelsOf(d.Context, d.Commissioners)).sectors
	}
	if got, want := sectorsOf(4), []string{"Zone", aloneRow}; !slices.Equal(got, want) {
		t.Errorf("rows %q, want %q", got, want)
	}
	if got, want := sectorsOf(3), []string{"Town b0", "Town b1", "Town b2", "Zone"}; !slices.Equal(got, want) {
		t.Errorf("rows %q, want %q", got, want)
	}
}

// Dots have no names, so the note names those at the ends, where bodies are apart.
func TestCommissionersAtTheEndsAreNamed(t *testing.T) {
	d := figuretest.Small()
	figuretest.CheckSaysNot(t, figuretest.Named("commissioners"), d, "Ends:")
	d.Commissioners[1].Name, d.Commissioners[1].TargetCostK = "Hamlet", 1350
	figuretest.CheckSays(t, figuretest.Named("commissioners"), d, "Ends: Hamlet at \u22122.0 points, b0 at +2.0.")
}

// Where there are draws the title says that it is not of them, and the note what on target means.
func TestCommissionersOfCentralValues(t *testing.T) {
	figuretest.CheckTitlesOf(t, figuretest.Named("commissioners"), figuretest.Drawn, []figuretest.TitleCase{
		{Name: "all", Change: nil, Want: "At central values all 4 PCTs are on target under every structure"},
		{Name: "none", Change: figuretest.All(onTarget("stay", 0), onTarget("hub", 0), onTarget("merge", 0)), Want: "At central values no PCT is on target under any structure"},
		{Name: "range", Change: figuretest.All(onTarget("stay", 1), onTarget("hub", 2)), Want: "At central values from 1 (Stay) to 4 (Merge) of 4 PCTs are on target"},
		{Name: "as many", Change: figuretest.All(onTarget("stay", 3), onTarget("hub", 3), onTarget("merge", 3)), Want: "At central values 3 of 4 PCTs are on target under every structure"},
		{Name: "draws known by their number", Change: func(d *figure.Data) { *d = figuretest.Small(); d.Draws = 10 }, Want: "At central values all 4 PCTs are on target under every structure"},
	})
	d := figuretest.Small()
	for tolerance, want := range map[float64]string{0: "On target means within the tolerance set for it.", 0.1: "On target: at most 10% of the cut is missing.", 0.07: "at most 7% of", 0.025: "at most 2.5% of"} {
		d.Tolerance = tolerance
		figuretest.CheckSays(t, figuretest.Named("commissioners"), d, want)
	}
}
