package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"reconfig/cmd/reconfig/report"
	"reconfig/data"
	"reconfig/model"
	"reconfig/model/result"
	"reconfig/sim"
)

// TestBacktestPageSaysWhatIsSimulated holds docs/backtest.md against what the simulator gives: its tables are made, its numbers are found in it.
func TestBacktestPageSaysWhatIsSimulated(t *testing.T) {
	file := filepath.Join("..", "..", "docs", "backtest.md")
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := string(content)
	for _, name := range data.CaseNames() {
		c, err := data.OpenCase(name)
		if err != nil {
			t.Fatal(err)
		}
		if table := observationTable(t, c.Case); len(c.Observations) > 0 {
			begin := "<!-- made: " + name + " -->\n"
			if !strings.Contains(want, begin) {
				t.Errorf("the page has no table of %s", name)
			}
			part := regexp.MustCompile("(?s)" + regexp.QuoteMeta(begin) + ".*?<!-- end -->")
			want = part.ReplaceAllLiteralString(want, begin+table+"<!-- end -->")
		}
	}
	checkDoc(t, file, want)
	p := &pageOf{t: t, name: "docs/backtest.md", text: squeezed(want)}
	p.passes(want)
	p.mergers()
}

// passes holds what the page says first: how many observations lie in their bands, and how many of them test something.
func (p *pageOf) passes(tables string) {
	if strings.Contains(tables, "| no | ") || strings.Count(tables, "| holdout, outturn |") != 2 {
		p.t.Error("not all observations pass, or other than two outturns were held out")
	}
	p.says("All %d observations of two cases lie in their bands", strings.Count(tables, "| yes | "))
}

// observationTable is a row for each observation of a case.
func observationTable(t *testing.T, c *model.Case) string {
	t.Helper()
	rows, err := sim.Backtest(c, c.CentralDraw())
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString("| observation | what was observed | under | observed | simulated | in the band | used for, kind |\n|---|---|---|---|---|---|---|\n")
	for _, r := range rows {
		fmt.Fprintf(&b, "| `%s` | %s (`%s`) | `%s` | %s to %s | %s | %s | %s, %s |\n", r.ID, r.Description, r.Metric, r.Structure,
			report.Significant(r.Low), report.Significant(r.High), report.Significant(float64(r.Simulated)), r.Passes, r.UsedFor, r.Kind)
	}
	return b.String()
}

// mergers are the numbers that the page states of the six mergers.
func (p *pageOf) mergers() {
	c, err := data.OpenCase("ccg-mergers-2018")
	if err != nil {
		p.t.Fatal(err)
	}
	value := func(d model.Draw, metric string) float64 {
		asked := *c.Case
		o := find(p.t, c.Observations, func(o model.Observation) bool { return o.ID == "posts-three-months" })
		o.Metric = metric
		asked.Observations = []model.Observation{o}
		rows, err := sim.Backtest(&asked, d)
		if err != nil {
			p.t.Fatal(err)
		}
		return float64(rows[0].Simulated)
	}
	d := c.CentralDraw()
	p.says("It is −%.2f %%, where the middle of what was seen is −3.7 %%", -value(d, result.MergedCostChange+".1"))
	p.says("required has fallen by %.2f %% by then, and falls by %.1f %% in the end; cost itself by %.2f %%",
		-value(d, result.MergedRequiredChange+".1"), -value(d, result.MergedRequiredChange+".40"), -value(d, result.MergedCostChange+".40"))
	i, _ := c.AssumptionIndex("target.cash_release")
	p.says("`target.cash_release` of that, %s %% at the central value", perCent(d[i]))
	if _, err := c.Set(d, "target.cash_release", 1); err != nil {
		p.t.Fatal(err)
	}
	p.says("the value in the first quarter would be −%.2f %%", -value(d, result.MergedCostChange+".1"))
	p.says("an elasticity of 0.8, realised in full, means %s %% fewer posts for these mergers, and one of 0.9 means %s %%", perCent(fullEconomy(c.Case, 0.8)), perCent(fullEconomy(c.Case, 0.9)))
	years, _ := c.AssumptionIndex("implementation.merger")
	if d[years] != 2 {
		p.t.Errorf("docs/backtest.md says two years to full effect; the case %v", d[years])
	}
}

// fullEconomy is the share of cost that mergers of all sectors would save at an elasticity, if cost grew with population
// by that alone.
func fullEconomy(c *model.Case, elasticity float64) float64 {
	m, _ := c.Map(c.DefaultMap)
	was, is := 0.0, 0.0
	for _, sector := range m.Sectors {
		people := 0.0
		for _, x := range c.Commissioners {
			if slices.Contains(sector.Members, x.Code) {
				people += x.Population
				was += math.Pow(x.Population, elasticity)
			}
		}
		is += math.Pow(people, elasticity)
	}
	return 1 - is/was
}
