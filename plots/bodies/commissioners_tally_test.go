package bodies

import (
	"fmt"
	"testing"

	"gonum.org/v1/plot/vg"
	"pgregory.net/rapid"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// bodiesInSectors has so many bodies in so many sectors and regions under each structure, with gaps as given.
func bodiesInSectors(bodies, sectors, regions int, gap func(i int) float64) figure.Data {
	d := figuretest.Small()
	d.Commissioners = nil
	for _, code := range []string{"stay", "hub", "merge"} {
		for i := range bodies {
			points := gap(i)
			d.Commissioners = append(d.Commissioners, result.CommissionerRow{
				Structure: code, Code: fmt.Sprint("b", i), Sector: fmt.Sprint("Sector ", i%sectors), Region: fmt.Sprint("Region ", i%sectors%regions),
				BaselineCostK: 1000, TargetCostK: 500, CostAtTargetK: 500 + 10*points, OnTarget: result.YesNo(points < 2),
			})
		}
	}
	return d.Complete()
}

// Whatever the number of bodies, sectors and regions and wherever the bodies end, the figure fits a page and leaves no
// body out.
func TestCommissionersFitAPage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sectors := rapid.IntRange(1, 200).Draw(t, "sectors")
		bodies, regions := rapid.IntRange(1, 1500).Draw(t, "bodies"), rapid.IntRange(1, 60).Draw(t, "regions")
		spread := rapid.SampledFrom([]float64{0, 0.5, 40}).Draw(t, "spread")
		d := bodiesInSectors(bodies, sectors, regions, func(i int) float64 { return 3 + spread*float64(i%101)/100 })
		if page := commissionersPage(d); page.BodyHeight > 29*vg.Centimeter {
			t.Fatalf("%.0f cm high", page.BodyHeight/vg.Centimeter)
		}
		s := swarmOf(d.Context, panelsOf(d.Context, d.Commissioners))
		if s.tally == nil {
			return
		}
		for _, p := range s.panels {
			counted := 0
			for _, row := range s.sectors {
				for _, n := range s.tally.count(p.in(row)) {
					counted += n.onTarget + n.off
					if n.onTarget+n.off > s.tally.most {
						t.Fatalf("a bar of %d, higher than the highest of %d", n.onTarget+n.off, s.tally.most)
					}
				}
			}
			if counted != bodies {
				t.Fatalf("bars count %d of %d bodies", counted, bodies)
			}
		}
	})
}

// The target is the edge of two bars: what ends on it is not above it on one side of rounding and below on the other.
func TestTheTargetIsTheEdgeOfABar(t *testing.T) {
	bars := (&tally{binWidth: 0.7}).count([]body{{Gap: 0}, {Gap: -1e-13}, {Gap: 0.69, OnTarget: true}, {Gap: -0.1}})
	if bars[0] != (bodyCount{onTarget: 1, off: 2}) || bars[-1] != (bodyCount{off: 1}) {
		t.Errorf("%+v", bars)
	}
}

func TestTalliedCommissionersSaySo(t *testing.T) {
	same := func(int) float64 { return 1.5 }
	for _, c := range []struct {
		name             string
		sectors, regions int
		want             string
	}{
		{"sectors", 28, 9, "Bars count PCTs; the highest is 109 PCTs."},
		{"regions", 280, 9, "the highest is 346 PCTs. A row is a region: there are too many sectors."},
		{"one row", 280, 280, "the highest is 3,030 PCTs. All are in one row: there are too many sectors."},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := bodiesInSectors(3030, c.sectors, c.regions, same)
			figuretest.CheckSays(t, figuretest.Named("commissioners"), d, c.want, "All 3,030 PCTs are on target", "Histograms of how far each PCT’s cost is from its target")
		})
	}
	svg, err := figuretest.Named("commissioners").Render(bodiesInSectors(3030, 44, 9, func(i int) float64 { return float64(i%97)/10 - 3 }), "svg")
	if most := 200_000; err != nil || len(svg) > most {
		t.Errorf("%d bytes of SVG, more than %d; %v", len(svg), most, err)
	}
}
