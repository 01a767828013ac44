package main

import (
	"fmt"
	"math"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"reconfig/cmd/reconfig/report"
	"reconfig/data"
	"reconfig/model/result"
)

// TestDesignPageSaysWhatItsCommandsFind holds what docs/design.md says against the tables of its commands, and the figures
// that it shows against those drawn from them.
func TestDesignPageSaysWhatItsCommandsFind(t *testing.T) {
	p := readPage(t, "docs/design.md")
	var commands [][]string
	for _, line := range commandsIn(t, p.name) {
		if strings.HasPrefix(line, "reconfig design map") { // see design_map_page_test.go
			continue
		}
		commands = append(commands, append(wordsOf(line), "--no-figures", "--quiet"))
	}
	p.typed(commands...)
	p.designHeadline()
	p.designTable()
	p.designTeams()
	p.designSure()
	p.designByValue()
	p.designTurned()
	p.designIncoherent()
	p.designEngland()
	p.designTried()
	if runtime.GOARCH == "amd64" { // other architectures may differ in the last digit of a coordinate
		for _, figure := range []string{"functions-by-value", "functions-front"} {
			p.says("](%s.svg)", figure)
			checkDoc(t, filepath.Join(p.root, "docs", figure+".svg"), p.figure("london-2010-functions", figure))
		}
	}
}

// designed is the structure that a search of the page found, and movesOf what it moves.
func (p *pageOf) designed(folder string) result.DesignRow {
	p.t.Helper()
	return find(p.t, p.read(folder).Designs, func(r result.DesignRow) bool { return r.Chosen == "yes" })
}

func (p *pageOf) movesOf(folder string) (moves []string) {
	p.t.Helper()
	for _, r := range p.read(folder).Functions {
		if r.Chosen == "yes" && r.Arrangement != "" {
			moves = append(moves, r.Function+" "+r.Tier+" "+r.Arrangement)
		}
	}
	slices.Sort(moves)
	return moves
}

// goes fails unless a search moves just that.
func (p *pageOf) goes(folder string, want ...string) {
	p.t.Helper()
	slices.Sort(want)
	if got := p.movesOf(folder); !slices.Equal(got, want) {
		p.t.Errorf("%s moves %v, the page says %v", folder, got, want)
	}
}

// inPounds writes thousands of pounds in millions with one decimal, as in −£2.4m.
func inPounds[V ~float64](k V) string {
	sign := ""
	if k < 0 {
		sign = "−"
	}
	return sign + "£" + report.Decimal(math.Abs(float64(k))/1000, 1) + "m"
}

func (p *pageOf) designHeadline() {
	d := p.designed("london-2010-functions")
	p.goes("london-2010-functions", "executive sector shared-management", "people sector shared-management", "estates sector shared-management")
	if d.BestOfCase != "joint-management" || d.FromYear != d.BestOfCaseFrom || d.Compelling != 0.8 {
		p.t.Errorf("%+v", d)
	}
	p.says("that gains %s of net benefit over ten years, and something in %s of 100 draws. It is %s better than joint management", inPounds(d.GainEvents), perCent(d.BetterEvents), inPounds(d.GainOnCase))
	p.says("the structure gains %s in the mean, between %s and %s in 90 of 100 draws. It is better than joint management in %s of 100",
		inPounds(d.GainEvents), inPounds(d.GainEventsP05), inPounds(d.GainEventsP95), perCent(d.BetterThanCase))
	p.says("it has %s of net benefit in place of %s", inPounds(d.ValueEvents), inPounds(d.Value))
	p.goes("england-icb-2025-functions")
}

// designRow is a row of the page's table of functions.
var designRow = regexp.MustCompile(`\| ([a-z-]+) \| (local|[a-z]+, [a-z-]+) \| ([0-9.]*) ?\| ([0-9]*) ?\| ([a-z]+, [a-z-]+) \| (−?[0-9.]+) \| ([0-9]+) \|`)

func (p *pageOf) designTable() {
	rows := p.read("london-2010-functions").Functions
	said := designRow.FindAllStringSubmatch(p.text, -1)
	if len(said) != 11 {
		p.t.Errorf("%d rows of functions are read from the page", len(said))
	}
	written := func(k result.Number) string {
		return strings.Replace(report.Decimal(float64(k)/1000, 1), "-", "−", 1)
	}
	for _, row := range said {
		chosen := find(p.t, rows, func(r result.FunctionRow) bool { return r.Function == row[1] && r.Chosen == "yes" })
		other := result.FunctionRow{GainInPlace: result.Number(math.Inf(-1))}
		for _, r := range rows {
			if r.Function == row[1] && r.Chosen != "yes" && r.Arrangement != "" && r.GainInPlace > other.GainInPlace {
				other = r
			}
		}
		want := []string{"local", "", ""}
		if chosen.Arrangement != "" {
			want = []string{chosen.Tier + ", " + chosen.Arrangement, written(chosen.GainInPlace), perCent(chosen.Better)}
		}
		if want = append(want, other.Tier+", "+other.Arrangement, written(other.GainInPlace), perCent(other.Better)); !slices.Equal(row[2:], want) {
			p.t.Errorf("%s: the page says %q, the table %q", row[1], row[2:], want)
		}
	}
	for _, kept := range []string{"board", "specialised"} {
		if slices.ContainsFunc(said, func(row []string) bool { return row[1] == kept }) {
			p.t.Errorf("%s is in the table of the page", kept)
		}
	}
}

// designTeams holds how many posts functions have in the mean PCT.
func (p *pageOf) designTeams() {
	c, err := data.OpenCase(defaultCase)
	if err != nil {
		p.t.Fatal(err)
	}
	cost := 0.0
	for _, x := range c.Commissioners {
		cost += x.ManagementCostK / float64(len(c.Commissioners))
	}
	i, _ := c.AssumptionIndex("staff.cost")
	posts := map[string]string{}
	for _, f := range c.Functions {
		posts[f.Code] = report.Decimal(f.Share*cost/c.Assumptions[i].Central, 0)
	}
	p.says("teams are small, %s and %s posts in the mean PCT", posts["people"], posts["estates"])
	p.says("Those of finance and informatics have %s and %s posts", posts["finance"], posts["informatics"])
}

func (p *pageOf) designSure() {
	decided := p.read("designed-decide")
	best := decided.Robustness[0]
	if best.Structure != "designed" {
		p.t.Errorf("%s loses least", best.Structure)
	}
	p.says("it is best in %s of 100 draws, and choosing it loses %s on average against knowing everything", perCent(best.ProbabilityBest), inPounds(best.ExpectedRegret))
	switching := report.Switching(decided.Switching)
	if len(switching) != 3 {
		p.t.Errorf("%d assumptions turn the choice alone", len(switching))
	}
	below := func(name, then string) string {
		r := find(p.t, decided.Switching, func(r result.SwitchingRow) bool { return r.Assumption == name })
		if r.ThenBelow != then {
			p.t.Errorf("below a switching value of %s %s is best", name, r.ThenBelow)
		}
		return report.Decimal(float64(r.Below), 2)
	}
	p.says("(`scale.back-office` below %s)", below("scale.back-office", "joint-management"))
	p.says("If shared management realises less than %s of its savings", below("realisation.shared-management", "association"))
	p.says("if capacity is worth less than £%s per £", below("capacity.value", "status-quo"))
	p.designSeeds()
	estates := find(p.t, p.read("london-2010-functions").Functions, func(r result.FunctionRow) bool { return r.Function == "estates" && r.Chosen == "yes" })
	share := float64(estates.Better)
	p.says("Estates is a near thing: %s of 100 draws, with a Monte Carlo error of %s", perCent(share), report.Decimal(100*math.Sqrt(share*(1-share)/500), 0))
	p.goes("surer", "people region lead", "executive sector shared-management")
	p.says("That still gains %s", inPounds(p.designed("surer").GainEvents))
}

// designSeeds holds what other draws find.
func (p *pageOf) designSeeds() {
	p.goes("another-seed", "executive region shared-management", "people region shared-management", "estates region shared-management")
	d := p.designed("another-seed")
	p.says("the same three go to the region: %s more than every function local, but between %s and %s in 90 of 100. They are better than joint management in %s of 100 only",
		inPounds(d.GainEvents), inPounds(d.GainEventsP05), inPounds(d.GainEventsP95), perCent(d.BetterThanCase))
	share := func(folder string) string {
		return perCent(find(p.t, p.read(folder).Functions, func(r result.FunctionRow) bool {
			return r.Function == "estates" && r.Tier == "region" && r.Arrangement == "shared-management"
		}).Better)
	}
	p.says("estates at the region is better than local in %s of 100 draws, or in %s.", share("london-2010-functions"), share("another-seed"))
}

// designByValue holds what goes up at which worth of capacity.
func (p *pageOf) designByValue() {
	f := p.read("london-2010-functions")
	up := func(worth float64) string {
		var moves []string
		for _, r := range f.FunctionsByValue {
			if float64(r.CapacityValue) == worth && r.Arrangement != "" {
				moves = append(moves, r.Function+" "+r.Tier)
			}
		}
		slices.Sort(moves)
		return strings.Join(moves, ", ")
	}
	all := "estates region, executive region, people region"
	for worth, want := range map[float64]string{0: "", 0.25: "", 0.5: "executive sector, people region", 1: "estates region, executive sector, people region", 1.5: all, 2: all, 2.5: all, 3: all} {
		if got := up(worth); got != want {
			p.t.Errorf("at a worth of %v there go up %q, the page has %q", worth, got, want)
		}
	}
	set := find(p.t, f.FunctionFront, func(r result.FunctionFrontRow) bool { return r.Set == "yes" })
	p.says("it has %s less than every function local, and keeps %s more points of capacity for a year", inPounds(-set.Money), report.Decimal(float64(set.Capacity), 1))
}

// designTurned holds the answers to other questions.
func (p *pageOf) designTurned() {
	p.goes("structure-alone", "executive region shared-management")
	d := p.designed("structure-alone")
	merger := find(p.t, p.read("structure-alone").Designs, func(r result.DesignRow) bool { return r.Regime == "merger-region" })
	p.says("To merge all of London would be %s better in the mean, but for %d functions that is not compelling",
		inPounds(merger.WithoutCompelling-d.Value), 1+strings.Count(merger.Failing, ";"))
}

// designIncoherent holds what comes of it without the rules of coherence.
func (p *pageOf) designIncoherent() {
	board := find(p.t, p.read("incoherent").Functions, func(r result.FunctionRow) bool { return r.Function == "board" && r.Chosen == "yes" })
	if board.Tier != "region" || board.Arrangement != "shared-management" || board.Better != 1 {
		p.t.Errorf("without rules %+v", board)
	}
	p.says("one for London, by shared management, is better in every draw, by %s", inPounds(board.GainInPlace))
	p.says("It would seem %s better than the one above", inPounds(p.designed("incoherent").Value-p.designed("london-2010-functions").Value))
}

func (p *pageOf) designEngland() {
	f, d := p.read("england-icb-2025-functions"), p.designed("england-icb-2025-functions")
	executive := find(p.t, f.Functions, func(r result.FunctionRow) bool {
		return r.Function == "executive" && r.Tier == "region" && r.Arrangement == "shared-management"
	})
	if d.Failing != "executive" && d.Failing != "" {
		p.t.Errorf("without the rule %s moves", d.Failing)
	}
	p.says("the executive, to the region: %s more in the mean, but better in %s of 100 draws only", inPounds(executive.GainInPlace), perCent(executive.Better))
	if d.BestOfCase != "regional-office" {
		p.t.Errorf("the best of the case is %s", d.BestOfCase)
	}
	p.says("To leave all local is %s more than a regional office", inPounds(d.GainOnCase))
	merger := find(p.t, f.Designs, func(r result.DesignRow) bool { return r.Regime == "merger-sector" })
	p.says("A merger of each cluster is %s worse", inPounds(d.Value-merger.WithoutCompelling))
}

func (p *pageOf) designTried() {
	d := p.designed("london-2010-functions")
	if d.Ends != 1 {
		p.t.Errorf("the search ended at %d structures", d.Ends)
	}
	p.says("began at %d structures and always ended at the same. None of %d changes of one function improves it, nor does any of %s changes of two", d.Starts, d.Singles, report.Decimal(float64(d.Pairs), 0))
	p.says("valued on 48 draws first, and %d of them on all", d.PairsInFull)
	if england := p.designed("england-icb-2025-functions"); !strings.HasPrefix(england.Certificate, "No change of one function and no change of two") {
		p.t.Error(fmt.Sprint(england.Certificate))
	}
}
