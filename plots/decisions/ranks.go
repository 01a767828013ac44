package decisions

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   220,
	Name:    "ranks",
	Summary: "how often each structure comes first, second and so on over the draws",
	Needs:   figure.RowsOf(result.RankRow{}),
	Every:   true,
	Bold:    true,
	Page:    ranksPage,
})

// ranking is how often one structure has each rank.
type ranking struct {
	Code   string
	Shares []float64 // by rank, the best first; NaN if not known
}

// ranked is what the figure is drawn from.
type ranked struct {
	figure.Measure
	rankings []ranking // the best mean rank first
}

func ranksPage(d figure.Data) chart.Page {
	all, found := rankedOf(d.Context, d.Ranks)
	if !found {
		return figure.Nothing("ranks by an outcome in at least 100 draws")
	}
	grid := all.grid(d.Context)
	measure := "Share of draws in which each structure has each rank by " + all.Named()
	return chart.Page{
		Title:       all.title(d.Context),
		Subtitle:    d.Subtitle(words.Joined(measure, d.DrawsInWords()), figure.YearsOf(d.Trajectories).Period()),
		Measure:     measure,
		Footer:      d.Footer(all.direction(), "The darker, the more often", "Equal structures share their ranks"),
		Description: all.description(d.Context),
		BodyHeight:  grid.Height(),
		Body:        func(c draw.Canvas) { grid.Draw(c) },
	}
}

// rankedOf reads the table; false if it has no ranks by an outcome.
func rankedOf(ctx figure.Context, rows []result.RankRow) (ranked, bool) {
	fit := func(r result.RankRow) bool {
		return r.Rank >= 1 && r.Rank <= len(rows) && words.Finite(float64(r.Probability))
	}
	o, rows, found := figure.RowsOfOne(ctx, rows, func(r result.RankRow) string { return r.Outcome }, fit)
	if !found {
		return ranked{}, false
	}
	shares, most := map[string]map[int]float64{}, 0
	var codes []string
	for _, r := range rows {
		if shares[r.Structure] == nil {
			shares[r.Structure] = map[int]float64{}
			codes = append(codes, r.Structure)
		}
		shares[r.Structure][r.Rank] = float64(r.Probability)
		most = max(most, r.Rank)
	}
	all := ranked{Measure: ctx.Measure(o)}
	for _, code := range codes {
		one := ranking{Code: code}
		for rank := 1; rank <= most; rank++ {
			share, known := shares[code][rank]
			if !known {
				share = math.NaN()
			}
			one.Shares = append(one.Shares, share)
		}
		all.rankings = append(all.rankings, one)
	}
	slices.SortStableFunc(all.rankings, func(a, b ranking) int { return cmp.Compare(a.mean(), b.mean()) })
	return all, true
}

// mean is the mean rank.
func (r ranking) mean() float64 {
	sum, whole := 0.0, 0.0
	for i, share := range r.Shares {
		if words.Finite(share) {
			sum, whole = sum+share*float64(i+1), whole+share
		}
	}
	return sum / whole
}

// title says which structure comes first most often, and how often the next does.
func (all ranked) title(ctx figure.Context) string {
	byFirst := slices.Clone(all.rankings)
	first := func(r ranking) float64 { return max(0, r.Shares[0]) }
	slices.SortStableFunc(byFirst, func(a, b ranking) int { return cmp.Compare(first(b), first(a)) })
	top := byFirst[0]
	var leaders []string
	for _, r := range byFirst {
		if words.Alike(first(r), first(top)) {
			leaders = append(leaders, r.Code)
		}
	}
	switch {
	case !words.Finite(top.Shares[0]) || top.Shares[0] <= 0:
		return "How structures rank by " + all.Named()
	case len(byFirst) == 1:
		return fmt.Sprintf("With %s alone there is nothing to rank", ctx.Said(top.Code))
	case len(leaders) == len(byFirst):
		return fmt.Sprintf("Every structure comes first equally often, in %s", words.InDraws(top.Shares[0]))
	case len(leaders) > 3:
		return fmt.Sprintf("%s structures come first equally often, in %s each", words.Sentence(words.Number(len(leaders))), words.InDraws(top.Shares[0]))
	case len(leaders) > 1:
		return fmt.Sprintf("%s come first equally often, in %s each", words.Listed(figure.SaidOf(ctx, leaders)), words.InDraws(top.Shares[0]))
	case words.InAll(top.Shares[0]):
		return fmt.Sprintf("%s comes first in all draws", ctx.Said(top.Code))
	}
	if onAverage := all.rankings[0]; onAverage.Code != top.Code && onAverage.mean() < top.mean() {
		return fmt.Sprintf("%s comes first in %s, but %s ranks best on average", ctx.Said(top.Code), words.InDraws(top.Shares[0]), ctx.Said(onAverage.Code))
	}
	text, next := fmt.Sprintf("%s comes first in %s, ", ctx.Said(top.Code), words.InDraws(top.Shares[0])), first(byFirst[1])
	var seconds []string // those whose cells read alike
	for _, r := range byFirst[1:] {
		if words.Roughly(first(r)) == words.Roughly(next) {
			seconds = append(seconds, r.Code)
		}
	}
	switch {
	case words.InNone(next):
		return text + "no other does in any"
	case len(seconds) == 1:
		return text + ctx.Said(seconds[0]) + " in " + words.Chance(next)
	case len(seconds) == 2:
		return text + words.Listed(figure.SaidOf(ctx, seconds)) + " in " + words.Roughly(next) + " each"
	}
	return text + "no other in more than " + words.Chance(next)
}

// direction says what the first rank is.
func (all ranked) direction() string {
	if all.Outcome.Better() == result.Neither {
		return ""
	}
	return "First: the " + all.Extreme() + " " + all.Named()
}

func (all ranked) description(ctx figure.Context) string {
	columns := all.columns()
	items := make([]string, len(all.rankings))
	for i, r := range all.rankings {
		var shares []string
		for k, share := range r.folded() {
			if share > 0 {
				shares = append(shares, columns[k]+" in "+words.Chance(share))
			}
		}
		items[i] = ctx.Said(r.Code) + " " + strings.Join(shares, ", ")
	}
	return fmt.Sprintf("Table of how often each structure has each rank by %s, in %s: %s.", all.Named(), ctx.DrawsInWords(), strings.Join(items, "; "))
}

// mostRanks is how many columns of ranks there is space for. Ranks beyond are added up in the last.
const mostRanks = 12

// folded are the shares by column.
func (r ranking) folded() []float64 {
	if len(r.Shares) <= mostRanks {
		return r.Shares
	}
	columns := slices.Clone(r.Shares[:mostRanks])
	for _, share := range r.Shares[mostRanks:] {
		columns[mostRanks-1] = max(0, columns[mostRanks-1]) + max(0, share)
	}
	return columns
}

func (all ranked) columns() []string {
	n := len(all.rankings[0].Shares)
	columns := make([]string, min(n, mostRanks))
	for i := range columns {
		columns[i] = words.Ordinal(i + 1)
	}
	if n > mostRanks {
		columns[mostRanks-1] += " or lower"
	}
	return columns
}

func (all ranked) grid(ctx figure.Context) chart.Grid {
	grid := chart.Grid{Columns: append(all.columns(), "Mean rank"), Apart: 1}
	for _, r := range all.rankings {
		row := chart.GridRow{Name: ctx.Name(r.Code), Bold: ctx.Look(r.Code).Focus}
		for _, share := range r.folded() {
			row.Cells = append(row.Cells, shaded(share))
		}
		row.Cells = append(row.Cells, chart.GridCell{Text: chart.Unit{}.Format(r.mean(), 1), Share: math.NaN()})
		grid.Rows = append(grid.Rows, row)
	}
	return grid
}

// shaded is a cell of a grid of shares of draws.
func shaded(share float64) chart.GridCell {
	if !words.Finite(share) {
		return chart.GridCell{Text: "–", Share: math.NaN()}
	}
	return chart.GridCell{Text: words.Roughly(share), Share: share}
}
