package designs

import (
	"bytes"
	"cmp"
	"fmt"
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

type at = map[string][]figuretest.Placed

var (
	here   = figuretest.Placed{}
	sector = figuretest.Placed{Tier: "sector", Arrangement: "hub"}
	region = figuretest.Placed{Tier: "region", Arrangement: "merger"}
)

func placing(places at) func(*figure.Data) {
	return func(d *figure.Data) { *d = figuretest.Designed(*d, places) }
}

func TestFunctionsByValueTitle(t *testing.T) {
	figuretest.CheckTitlesOf(t, figuretest.Named("functions-by-value"), figuretest.Drawn, []figuretest.TitleCase{
		{Name: "one goes up", Want: "From a worth of £1 on, office goes up"},
		{Name: "always", Change: placing(at{"office": {sector, sector}, "desk": {region, sector}}), Want: "Office and desk go up whatever capacity is worth"},
		{Name: "one more", Change: placing(at{"office": {here, sector, sector}, "desk": {here, here, region}}), Want: "Where capacity is worth £1, office goes up; at £2 desk too"},
		{Name: "one more from the middle", Change: placing(at{"office": {here, sector, sector, sector}, "desk": {here, here, region, region}}), Want: "Where capacity is worth £1, office goes up; at £2 desk too"},
		{Name: "two steps", Change: placing(at{"office": {here, sector, sector, sector}, "desk": {here, here, region, region}, "board": {here, here, here, sector}}), Want: "Where capacity is worth £1, office goes up; at £2 desk and at £3 board too"},
		{Name: "another from the middle", Change: placing(at{"office": {here, sector, here, here}, "desk": {here, here, region, region}}), Want: "Where capacity is worth £1, office goes up; at £2, desk"},
		{Name: "another", Change: placing(at{"office": {here, sector, here}, "desk": {here, here, region}}), Want: "Where capacity is worth £1, office goes up; at £2, desk"},
		{Name: "from nothing", Change: placing(at{"office": {sector, sector}, "desk": {here, sector}}), Want: "Where capacity is worth nothing, office goes up; at £1 desk too"},
		{Name: "many", Change: func(d *figure.Data) {
			placing(at{"office": {sector, sector}})(d)
			for i := range 7 {
				for v, p := range []figuretest.Placed{here, region} {
					d.FunctionsByValue = append(d.FunctionsByValue, result.FunctionValueRow{CapacityValue: result.Number(v), Function: fmt.Sprint("f", i), Tier: cmp.Or(p.Tier, "local"), Arrangement: p.Arrangement})
				}
			}
		}, Want: "One function goes up where capacity is worth nothing, eight at £1"},
		{Name: "nothing in the end", Change: placing(at{"office": {here, sector, here}}), Want: "Where capacity is worth £1, office goes up; at £2 nothing does"},
	})
}

func TestFunctionsByValueSays(t *testing.T) {
	f := figuretest.Named("functions-by-value")
	figuretest.CheckAltTextOf(t, f, figuretest.Drawn(), "Table of the functions that leave the PCTs in the best structure at each worth of capacity. "+
		"£0: nothing; £1: office to the sector (hub); £2: office to the region (merger).")
	figuretest.CheckSays(t, f, figuretest.Drawn(), ">sector A<", ">region B<", ">£1 as set<", ">hub<", ">merger<", "Local at every worth: board")
	d := figuretest.Designed(figuretest.Drawn(), at{"office": {here, here}})
	if _, err := f.Render(d, "svg"); !figuretest.HasNothingToDraw(err) {
		t.Errorf("nothing moves, but it draws: %v", err)
	}
}

func TestFunctionsFrontTitle(t *testing.T) {
	figuretest.CheckTitlesOf(t, figuretest.Named("functions-front"), figuretest.Drawn, []figuretest.TitleCase{
		{Name: "costs", Want: "For £1m the best structure keeps 2.0 more points of capacity for a year"},
		{Name: "nothing as set", Change: placing(at{"office": {here, here, sector}}), Want: "At the worth of capacity that is set, no function should move"},
		{Name: "gains", Change: func(d *figure.Data) {
			for i := range d.FunctionFront {
				d.FunctionFront[i].Money *= -1
			}
		}, Want: "The best structure gains £1m and keeps 2.0 more points of capacity for a year"},
	})
}

func TestFunctionsFrontSays(t *testing.T) {
	f := figuretest.Named("functions-front")
	figuretest.CheckAltTextOf(t, f, figuretest.Drawn(), "Money and capacity of the best structure at each worth of capacity, more than with every function local. "+
		"£0: £0 and 0.0 points, no functions moved; £1 to £2: −£1m and 2.0 points, one function moved.")
	figuretest.CheckSays(t, f, figuretest.Drawn(), ">£1 to £2, as set<", ">every function local<")
	d := figuretest.Designed(figuretest.Drawn(), at{"office": {here, here}})
	if _, err := f.Render(d, "svg"); !figuretest.HasNothingToDraw(err) {
		t.Errorf("nothing moves, but it draws: %v", err)
	}
}

// Where capacity falls as it is worth more, or money rises, the figure says why.
func TestFunctionsFrontSaysWhyItDoublesBack(t *testing.T) {
	f := figuretest.Named("functions-front")
	d := figuretest.Drawn()
	d.FunctionFront = append([]result.FunctionFrontRow(nil), d.FunctionFront...)
	last := len(d.FunctionFront) - 1
	d.FunctionFront[last].Capacity -= 0.5
	d.Designs = []result.DesignRow{{Compelling: 0.8}}
	figuretest.CheckSays(t, f, d, "doubles back at £2")
	d.FunctionFront[last].Capacity += 0.6
	d.FunctionFront[last].Money += 100
	figuretest.CheckSays(t, f, d, "doubles back at £2")
}

func TestMapNumbersTitle(t *testing.T) {
	figuretest.CheckTitlesOf(t, figuretest.Named("map-numbers"), figuretest.Drawn, []figuretest.TitleCase{
		{Name: "one number", Want: "The best map of two sectors is £2m better than the case’s"},
		{Name: "worse", Change: func(d *figure.Data) { d.Maps[0].Gain = -2000 }, Want: "The best map of two sectors is £2m worse than the case’s"},
		{Name: "two", Change: func(d *figure.Data) {
			three := d.Maps[0]
			three.Map, three.Groups, three.Gain = "best-3", 3, -1500
			d.Maps = append(d.Maps, three)
		}, Want: "Best maps of two and three sectors differ by up to £3.5m: most with two, least with three"},
		{Name: "none found", Change: func(d *figure.Data) { d.Maps = d.Maps[1:] }, Want: "No best map is known of any number of sectors"},
	})
}

func TestMapNumbersSays(t *testing.T) {
	f := figuretest.Named("map-numbers")
	figuretest.CheckAltTextOf(t, f, figuretest.Drawn(), "Chart of maps by their number of sectors, better than sides. 2 sectors: best +£2.0m; sides £0; 90 of 100 random maps −£0.9m to +£1.9m.")
	figuretest.CheckSays(t, f, figuretest.Drawn(), ">2 sectors<", ">sides<", ">Best map<", ">90 of 100 random maps<")
}

// Where moves change neither money nor capacity the axes are as short as any.
func TestFrontWithoutASpan(t *testing.T) {
	d := figuretest.Drawn()
	for i := range d.FunctionFront {
		d.FunctionFront[i].Money, d.FunctionFront[i].Capacity, d.FunctionFront[i].Moved = 0, 0, 1
	}
	svg, err := figuretest.Named("functions-front").Render(d, "svg")
	if err != nil {
		t.Fatal(err)
	}
	if texts := bytes.Count(svg, []byte("<text ")); texts > 40 {
		t.Errorf("%d texts", texts)
	}
}
