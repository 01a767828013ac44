package bodies

import (
	"slices"
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

func TestNearMapsTitle(t *testing.T) {
	figuretest.CheckTitlesOf(t, figuretest.Named("near-maps"), figuretest.Drawn, []figuretest.TitleCase{
		{Name: "little", Want: "Moving two of six PCTs gains £2m, where the outcome itself has a standard deviation of £50m"},
		{Name: "much", Change: func(d *figure.Data) { d.Maps[1].SD = 3000 }, Want: "Moving two of six PCTs gains £2m"},
		{Name: "worse", Change: func(d *figure.Data) { d.Maps[0].Gain, d.Maps[1].SD = -2000, 3000 }, Want: "Moving two of six PCTs loses £2m"},
		{Name: "another number", Change: func(d *figure.Data) { d.Maps[1].Groups = 3 }, Want: "The best map of two sectors gains £2m beside sides, which has three"},
		{Name: "the same", Change: func(d *figure.Data) {
			for i, r := range d.MapSectors[:6] {
				d.MapSectors[i].Sector = map[string]string{"N": "S", "S": "N"}[d.MapSectors[6+i].Sector]
				_ = r
			}
		}, Want: "The case’s map is the best map of two sectors that keeps the rules"},
	})
}

func TestNearMapsSay(t *testing.T) {
	f := figuretest.Named("near-maps")
	figuretest.CheckAltTextOf(t, f, figuretest.Drawn(), "Maps of tiles side by side, one tile for each PCT. The case’s map, £2.0m behind the best: A B D; C E F. "+
		"Best, proved: no map that keeps the rules is better, two PCTs in another sector: A B C; D E F. 2nd best, £0.1m behind the best, one PCT in another sector: A B C D; E F.")
	figuretest.CheckSays(t, f, figuretest.Drawn(), ">The case’s map<", ">£2.0m behind the best<", ">2nd best<", ">A<")
	d := figuretest.Drawn()
	d.Maps[1].Breaks = "size: N"
	d.MapSectors = slices.Clone(d.MapSectors)
	for i := range d.MapSectors {
		if d.MapSectors[i].Map == "sides" {
			d.MapSectors[i].Behind = -66
		}
	}
	figuretest.CheckSays(t, f, d, ">£0.1m ahead: it breaks the rules<")
	d = figuretest.Drawn()
	for i := range d.MapSectors {
		d.MapSectors[i].Latitude = result.Unknown()
	}
	if _, err := f.Render(d, "svg"); !figuretest.HasNothingToDraw(err) {
		t.Errorf("nobody knows where bodies are, but it draws: %v", err)
	}
}

func TestMapPairsTitle(t *testing.T) {
	f := figuretest.Named("map-pairs")
	figuretest.CheckTitlesOf(t, f, figuretest.Drawn, []figuretest.TitleCase{
		{Name: "some", Want: "Three of seven pairs of neighbours belong together in at least 95 of 100 maps nearly as good as the best"},
		{Name: "one", Change: func(d *figure.Data) {
			for i := range d.MapPairs[1:] {
				d.MapPairs[1+i].Together = 0.5
			}
			d.MapPairs[0].Together = 1
		}, Want: "One of seven pairs of neighbours belongs together in at least 95 of 100 maps nearly as good as the best"},
		{Name: "none", Change: func(d *figure.Data) {
			for i := range d.MapPairs {
				d.MapPairs[i].Together, d.MapPairs[i].Maps = 0.5, 1200
			}
		}, Want: "No two neighbours belong together in nearly all of 1,200 good maps"},
	})
	figuretest.CheckAltTextOf(t, f, figuretest.Drawn(), "Map of tiles with lines between neighbouring PCTs that good maps have in one sector. In at least 95 of 100 maps: A–B, B–C, E–F. In 50 to 95: D–E, A–D.")
}
