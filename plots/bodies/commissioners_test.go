package bodies

import (
	"fmt"
	"math"
	"testing"

	"gonum.org/v1/plot/vg"
	"pgregory.net/rapid"

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

// sharesOf sets the share of draws in which each body of a structure is on target.
func sharesOf(code string, shares ...float64) func(*figure.Data) {
	return func(d *figure.Data) {
		seen := 0
		for i := range d.Commissioners {
			if r := &d.Commissioners[i]; r.Structure == code {
				r.OnTargetShare = result.Number(shares[seen%len(shares)])
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
		{Name: "default words", Change: func(d *figure.Data) { d.BodySingular, d.BodyPlural = "", "" }, Want: "All 4 commissioners are on target under every structure"},
		{Name: "target by the head", Change: func(d *figure.Data) {
			for i := range d.Commissioners {
				d.Commissioners[i].TargetCostK += 400 * float64(i%4) // above the baseline for one
			}
		}, Want: "All 4 PCTs are on target under every structure"},
		{Name: "no baseline for one", Change: func(d *figure.Data) { *d = figuretest.Only(*d, "hub"); d.Commissioners[0].BaselineCostK = 0 }, Want: "All 3 PCTs are on target under Hub"},
	})
}

// With draws the title says in how many of them bodies are on target, where a column shows that, else how far they end from it.
func TestCommissionersTitleOfDraws(t *testing.T) {
	same := figuretest.EachBody(func(r *result.CommissionerRow) {
		i := float64(r.Code[1] - '0')
		r.AboveTargetMean = result.Number(map[bool]float64{true: 1 + i, false: 4 - i}[r.Structure == "stay"])
	})
	figuretest.CheckTitlesOf(t, figuretest.Named("commissioners"), figuretest.Drawn, []figuretest.TitleCase{
		{Name: "range", Change: nil, Want: "PCTs end 0.2 points below to 2.8 above target on average under Merge, 2.2 to 5.2 points above under Stay"},
		{Name: "the same", Change: same, Want: "PCTs end 1.0 to 4.0 points above target on average under every structure shown"},
		{Name: "one structure", Change: func(d *figure.Data) { d.Focus = []string{"hub"} }, Want: "PCTs are on target in 58% to 88% of draws under Hub"},
		{Name: "as often", Change: func(d *figure.Data) { d.Focus = []string{"hub"}; sharesOf("hub", 0.7)(d) }, Want: "PCTs are on target in 70% of draws under Hub"},
	})
}

// Where there are draws but no range for bodies, the title says that it is not of draws, and the note what on target means.
func TestCommissionersOfCentralValues(t *testing.T) {
	unknown := figuretest.EachBody(func(r *result.CommissionerRow) {
		r.OnTargetShare, r.AboveTargetMean = result.Unknown(), result.Unknown()
	})
	figuretest.CheckTitlesOf(t, figuretest.Named("commissioners"), figuretest.Drawn, []figuretest.TitleCase{
		{Name: "all", Change: unknown, Want: "At central values all 4 PCTs are on target under every structure"},
		{Name: "none", Change: figuretest.All(unknown, onTarget("stay", 0), onTarget("hub", 0), onTarget("merge", 0)), Want: "At central values no PCT is on target under any structure"},
		{Name: "range", Change: figuretest.All(unknown, onTarget("stay", 1), onTarget("hub", 2)), Want: "At central values from 1 (Stay) to 4 (Merge) of 4 PCTs are on target"},
		{Name: "few draws", Change: func(d *figure.Data) { d.Draws = 10 }, Want: "At central values all 4 PCTs are on target under every structure"},
	})
	figuretest.CheckSays(t, figuretest.Named("commissioners"), figuretest.Drawn(), "Draws in which PCTs are on target: 50% to 80% under Stay; 58% to 88% under Hub; 74% to 100% under Merge.")
	d := figuretest.Small()
	for tolerance, want := range map[float64]string{0: "On target means within the tolerance set for it.", 0.1: "On target: at most 10% of the cut is missing.", 0.07: "at most 7% of", 0.025: "at most 2.5% of"} {
		d.Tolerance = tolerance
		figuretest.CheckSays(t, figuretest.Named("commissioners"), d, want)
	}
}

func TestCommissionersAltText(t *testing.T) {
	figuretest.CheckAltText(t, figuretest.Named("commissioners"), "Dot chart of how far the cost of each PCT is above its target when that is due, in percentage points of its cost at the start: "+
		"Stay from +2.0 in b0 to +5.0 in b3, 4 of 4 on target; Hub from +1.2 in b0 to +4.2 in b3, 4 of 4 on target; Merge from −0.4 in b0 to +2.6 in b3, 4 of 4 on target.")
	figuretest.CheckAltTextOf(t, figuretest.Named("commissioners"), figuretest.Only(figuretest.Drawn(), "hub"), "Dot chart of how far the cost of each PCT is above its target when that is due, in percentage points of its cost at the start: "+
		"Hub from +1.4 (−0.3 to +3.7) in b0 to +4.4 (+2.7 to +6.7) in b3, on target in 58% to 88% of draws. In brackets, the 5th and the 95th percentile of 10,000 draws.")
}

// Where bodies are alike the figure would say nothing, and says why it is not drawn; so of a single body.
func TestCommissionersAlike(t *testing.T) {
	f, d := figuretest.Named("commissioners"), figuretest.Small()
	figuretest.EachBody(func(r *result.CommissionerRow) { r.CostAtTargetK = 1300 })(&d)
	if got, want := f.Page(d.Complete()).Pointless, "under each structure all 4 PCTs end less than 0.5 points from one another"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	d = figuretest.Small()
	d.Commissioners = d.Commissioners[:1]
	if got, want := f.Page(d.Complete()).Pointless, "there is only one PCT"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// A structure under which bodies end as under one that is shown is named in the note alone.
func TestStructuresAlikeAreShownOnce(t *testing.T) {
	d := figuretest.Small()
	stay := d.Commissioners[:4]
	for i := range stay {
		d.Commissioners[4+i].CostAtTargetK = stay[i].CostAtTargetK + 5 // of 2,500: 0.2 points
	}
	figuretest.CheckSays(t, figuretest.Named("commissioners"), d, "For every PCT Hub differs by less than 0.5 points from a structure shown")
	if got := shortfallsOf(d.Complete().Context, d.Commissioners).structures; len(got) != 2 {
		t.Errorf("shown %q", got)
	}
}

// The body furthest above its target comes first, whatever is shown.
func TestCommissionersAreSorted(t *testing.T) {
	d := figuretest.Drawn().Complete()
	s := shortfallsOf(d.Context, d.Commissioners)
	for i, b := range s.bodies[1:] {
		if b.Under[0].Above > s.bodies[i].Under[0].Above {
			t.Errorf("%s ends further above its target than %s", b.Code, s.bodies[i].Code)
		}
	}
}

// bodiesInSectors has so many bodies under each of three structures, with gaps as given.
func bodiesInSectors(bodies int, gap func(i int) float64) figure.Data {
	d := figuretest.Small()
	d.Commissioners = nil
	for s, code := range []string{"stay", "hub", "merge"} {
		for i := range bodies {
			points := gap(i) + float64(s)
			d.Commissioners = append(d.Commissioners, result.CommissionerRow{
				Structure: code, Code: fmt.Sprint("b", i), BaselineCostK: 1000, TargetCostK: 500, CostAtTargetK: 500 + 10*points, OnTarget: result.YesNo(points < 2),
				AboveTargetMean: result.Unknown(), OnTargetShare: result.Unknown(),
			})
		}
	}
	return d.Complete()
}

// Whatever the number of bodies and wherever they end, the figure fits a page, has each body or says how many it leaves out,
// and every dot and range lies on its axis.
func TestCommissionersFitAPage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bodies := rapid.IntRange(2, 1500).Draw(t, "bodies")
		spread := rapid.SampledFrom([]float64{2, 40}).Draw(t, "spread")
		d := bodiesInSectors(bodies, func(i int) float64 { return -3 + spread*float64(i%101)/100 })
		page := commissionersPage(d)
		if page.Pointless != "" {
			return
		}
		if page.BodyHeight > 31*vg.Centimeter {
			t.Fatalf("%.0f cm high", page.BodyHeight/vg.Centimeter)
		}
		s := shortfallsOf(d.Context, d.Commissioners)
		if s.of != bodies || len(s.bodies) < min(bodies, 40) {
			t.Fatalf("%d of %d bodies shown, of %d", len(s.bodies), s.of, bodies)
		}
		bars := s.bars(d.Context)
		for _, row := range bars.Rows {
			for _, dot := range row.Dots {
				if lo, hi := dot.Range(); lo < bars.Scale.Min || hi > bars.Scale.Max {
					t.Fatalf("a dot from %v to %v on an axis from %v to %v", lo, hi, bars.Scale.Min, bars.Scale.Max)
				}
			}
		}
	})
	d := bodiesInSectors(3030, func(i int) float64 { return float64(i%97)/10 - 3 })
	figuretest.CheckSays(t, figuretest.Named("commissioners"), d, "furthest above their targets and the", "lie between", "There is no space for Hub and Merge", "How far PCTs end from their targets")
	svg, err := figuretest.Named("commissioners").Render(d, "svg")
	if most := 200_000; err != nil || len(svg) > most {
		t.Errorf("%d bytes of SVG, more than %d; %v", len(svg), most, err)
	}
}

// The band reaches from the target to what is tolerated of the cut that is asked for.
func TestBandOfTolerance(t *testing.T) {
	d := figuretest.Small()
	d.Tolerance = 0.1
	d = d.Complete()
	s := shortfallsOf(d.Context, d.Commissioners)
	if band := s.bars(d.Context).Rows[0].Band; band.From != 0 || math.Abs(band.To-5) > 1e-9 {
		t.Errorf("band from %v to %v, want 0 to 5", band.From, band.To)
	}
	figuretest.CheckSays(t, figuretest.Named("commissioners"), d, "Tolerated")
	figuretest.CheckSaysNot(t, figuretest.Named("commissioners"), figuretest.Small(), "Tolerated")
}
