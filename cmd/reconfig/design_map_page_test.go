package main

import (
	"fmt"
	"math"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// TestDesignPageSaysWhatItsMapsAre holds what docs/design.md says of maps against the tables of its commands.
func TestDesignPageSaysWhatItsMapsAre(t *testing.T) {
	p := readPage(t, "docs/design.md")
	p.also = []string{"london-2010-map/map_sectors.csv"}
	var commands [][]string
	for _, line := range commandsIn(t, p.name) {
		if strings.HasPrefix(line, "reconfig design map") {
			commands = append(commands, append(wordsOf(line), "--no-figures", "--quiet"))
		}
	}
	p.typed(commands...)
	p.londonMaps()
	p.londonPairs()
	p.londonNumbers()
	p.mergerMaps()
	p.englandMaps()
	p.randomMaps()
	if runtime.GOARCH == "amd64" { // other architectures may differ in the last digit of a coordinate
		for _, figure := range []string{"near-maps", "map-numbers"} {
			p.says("](%s.svg)", figure)
			checkDoc(t, filepath.Join(p.root, "docs", figure+".svg"), p.figure("london-2010-map", figure))
		}
	}
}

// mapOf is a map of a folder.
func (p *pageOf) mapOf(folder, name string) result.MapRow {
	p.t.Helper()
	return find(p.t, p.read(folder).Maps, func(r result.MapRow) bool { return r.Map == name })
}

func (p *pageOf) londonMaps() {
	best, reference := p.mapOf("london-2010-map", "best-6"), p.mapOf("london-2010-map", "six-2009")
	if best.Structure != "joint-management" || best.Least < 3 || best.Most > 8 || best.Proved != "yes" {
		p.t.Errorf("the best map: %+v", best)
	}
	p.says("lists each connected group of three to eight PCTs")
	p.says("%s in all", report.Decimal(float64(best.Candidates), 0))
	p.says("The best map of six sectors is worth %s more than that of 2009, between %s and %s in 90 of 100 draws", inPounds(best.Gain), inPounds(best.GainP05), inPounds(best.GainP95))
	p.says("nearly for sure, in %s of 100, but the outcome itself has a standard deviation of £%sm: the gain is %s %% of that", perCent(best.Better), millions(reference.SD), perCent(best.Gain/reference.SD))
	p.says("With failures and refusals as events it is %s too", inPounds(best.GainEvents))
	if best.Complete != "yes" || float64(best.Within/reference.SD) >= 0.005 {
		p.t.Error("the plateau was not counted whole, or is too wide")
	}
	p.says("%s maps of six sectors are within %s of the best", report.Decimal(float64(best.Plateau), 0), inPounds(best.Within))
}

// londonPairs holds which PCTs nearly all good maps have together.
func (p *pageOf) londonPairs() {
	var always []string
	pairs := p.read("london-2010-map").MapPairs
	for _, r := range pairs {
		if r.Neighbour == "yes" && r.Together >= 0.95 {
			always = append(always, fmt.Sprintf("%s %s %s", r.A, r.B, perCent(r.Together)))
		}
	}
	if want := []string{"5A8 5LF 96", "5A8 TAK 98"}; fmt.Sprint(always) != fmt.Sprint(want) { // Greenwich, Lewisham, Bexley
		p.t.Errorf("together nearly always: %v, the page says %v", always, want)
	}
}

// londonNumbers holds the table of numbers of sectors.
func (p *pageOf) londonNumbers() {
	rows := p.read("london-2010-map").Maps
	var top, bottom float64
	for _, r := range rows {
		if r.Kind != result.PublishedMap {
			continue
		}
		best := p.mapOf("london-2010-map", fmt.Sprintf("best-%d", r.Groups))
		p.says("| %d | %s | %s | %s | %s |", r.Groups, tenthMillions(best.Gain), r.Map, tenthMillions(r.Behind), perCent(r.Beats))
		top, bottom = math.Max(top, float64(best.Gain)), math.Min(bottom, float64(best.Gain))
		if broken := r.Breaks != ""; broken != (r.Map == "eight-2011") {
			p.t.Errorf("%s breaks %q", r.Map, r.Breaks)
		}
	}
	sd := float64(p.mapOf("london-2010-map", "six-2009").SD)
	p.says("%s lie between the best map of five and that of eight", inPounds(top-bottom))
	if share := (top - bottom) / sd; share < 0.09 || share > 0.11 {
		p.t.Errorf("the number of sectors is worth %v of the standard deviation", share)
	}
	p.says("The map of 2009 is an ordinary one: %s of 100 random connected maps of six sectors are worse", perCent(p.mapOf("london-2010-map", "six-2009").Beats))
}

func (p *pageOf) mergerMaps() {
	best, reference := p.mapOf("map-merger", "best-6"), p.mapOf("map-merger", "six-2009")
	p.says("the best map of six sectors gains %s, %s %% of the standard deviation", inPounds(best.Gain), report.Decimal(100*float64(best.Gain/reference.SD), 1))
}

func (p *pageOf) englandMaps() {
	best, reference := p.mapOf("england-icb-2025-map", "best-26"), p.mapOf("england-icb-2025-map", "clusters-2025")
	if best.Least != 1 || best.Most != 3 || best.Better != 1 || best.Complete != "yes" {
		p.t.Errorf("the best map: %+v", best)
	}
	p.says("the best map of 26 is worth %s more than they are, in every draw at least something: %s %% of the standard deviation of £%sm", inPounds(best.Gain), perCent(best.Gain/reference.SD), millions(reference.SD))
	p.says("%s maps are within £%sm of it", report.Decimal(float64(best.Plateau), 0), report.Full(float64(best.Within)/1000))
	p.says("The published clusters are better than %s of 100 random maps", perCent(reference.Beats))
	before := best
	for k := 27; k <= 42; k++ {
		r := p.mapOf("england-icb-2025-map", fmt.Sprintf("best-%d", k))
		if r.Gain <= before.Gain {
			p.t.Errorf("%d clusters are no better than %d", k, before.Groups)
		}
		before = r
	}
	p.says("With 42, which is no cluster at all, the gain is %s", inPounds(before.Gain))
}

// randomMaps holds how far chains agree.
func (p *pageOf) randomMaps() {
	least := math.Inf(1)
	for _, r := range p.read("london-2010-map").MapRandom {
		least = math.Min(least, math.Min(float64(r.Bulk), float64(r.Tail)))
		if r.RHat > 1.01 || r.Maps != 4000 {
			p.t.Errorf("%d sectors: R-hat %v of %d maps", r.Groups, r.RHat, r.Maps)
		}
	}
	for _, r := range p.read("england-icb-2025-map").MapRandom {
		if r.RHat > 1.015 {
			p.t.Errorf("England, %d sectors: R-hat %v", r.Groups, r.RHat)
		}
	}
	p.says("in London the effective sample size at least %s", report.Decimal(math.Floor(least), 0))
}
