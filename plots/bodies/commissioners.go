package bodies

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   50,
	Name:    "commissioners",
	Summary: "how far each commissioner ends above its target, for the structures in focus",
	Needs:   figure.RowsOf(result.CommissionerRow{}),
	Page:    commissionersPage,
})

// shortfall is how far the cost of a commissioner ends above its target, in percentage points of its cost at the start:
// the mean of draws where there are draws. Targets differ by body where they are set by the head, so a common axis of
// reductions would have no common target.
type shortfall struct {
	Above float64
	figure.Interval
	OnTarget  bool    // in the central draw
	Share     float64 // of draws in which it is on target; NaN if that is not known
	Tolerated float64 // what still counts as on target at central values; 0 if that is not known
}

// bodyRow is a commissioner under the structures that are shown.
type bodyRow struct {
	Code, Name string
	Under      []shortfall // by structure
}

// shortfalls is what the figure is drawn from.
type shortfalls struct {
	structures []string // codes of those shown
	bodies     []bodyRow

	of         int      // bodies, with those that there is no space for
	total      int      // structures in the table
	alike      []string // structures in focus that come to the same as one that is shown
	left       []string // those that there is no space for
	difference float64  // the most that two bodies differ under one structure
}

// pointsApart is from how many points on two bodies or structures differ.
const pointsApart = 0.5

func commissionersPage(d figure.Data) chart.Page {
	s := shortfallsOf(d.Context, d.Commissioners)
	switch {
	case len(s.bodies) == 0:
		return figure.Nothing("values of commissioners")
	case len(s.bodies) == 1:
		return figure.Pointless("there is only one " + d.BodySingular)
	case s.difference < pointsApart:
		return figure.Pointless(fmt.Sprintf("under each structure all %s %s end less than %s from one another", words.Counted(s.of), d.BodyPlural, words.Points(pointsApart)))
	}
	bars, key := s.bars(d.Context), s.key(d.Context)
	measure := "Cost of each " + d.BodySingular + " above its target when that is due, percentage points of its cost at the start"
	return chart.Page{
		Title:       s.title(d),
		Subtitle:    d.Subtitle(words.Joined(measure, s.statistic(d.Context)), ""),
		Measure:     measure,
		Footer:      d.Footer(s.notes(d)...),
		Description: s.description(d.Context),
		BodyHeight:  chart.KeyHeight(key) + bars.Height(),
		Body:        func(c draw.Canvas) { bars.Draw(chart.DrawKey(c, key)) },
	}
}

// drawn says whether the values are of draws.
func (s shortfalls) drawn() bool {
	return slices.ContainsFunc(s.bodies, func(b bodyRow) bool { return words.Finite(b.Under[0].Share) })
}

func (s shortfalls) statistic(ctx figure.Context) string {
	if !s.drawn() {
		return ""
	}
	return ctx.OfDraws("mean")
}

// shortfallsOf reads the structures in focus, and keeps those that differ and that there is space for.
func shortfallsOf(ctx figure.Context, rows []result.CommissionerRow) shortfalls {
	under := map[string]map[string]shortfall{}
	var all []string
	for _, row := range rows {
		if f := shortfallOf(ctx, row); words.Finite(f.Above) {
			if under[row.Structure] == nil {
				under[row.Structure] = map[string]shortfall{}
				all = append(all, row.Structure)
			}
			under[row.Structure][row.Code] = f
		}
	}
	s := shortfalls{total: len(all)}
	for _, code := range ctx.ShownOf(all) {
		if slices.ContainsFunc(s.structures, func(other string) bool { return alikeUnder(under[code], under[other]) }) {
			s.alike = append(s.alike, code)
			continue
		}
		s.structures = append(s.structures, code)
	}
	s.difference = mostApart(under, ctx.ShownOf(all))
	s.addBodies(bodiesOf(rows), under)
	s.fit()
	return s
}

func shortfallOf(ctx figure.Context, row result.CommissionerRow) shortfall {
	f := shortfall{
		Above: 100 * (row.CostAtTargetK - row.TargetCostK) / row.BaselineCostK, OnTarget: row.OnTarget == result.YesNo(true),
		Interval: figure.Interval{Lo: math.NaN(), Hi: math.NaN()}, Share: math.NaN(),
	}
	if tolerated := ctx.Tolerance * row.ReductionAskedPct; tolerated > 0 && words.Finite(tolerated) {
		f.Tolerated = tolerated
	}
	if mean := float64(row.AboveTargetMean); words.Finite(mean) && words.IsShare(float64(row.OnTargetShare)) && !ctx.FewDraws() {
		f.Above, f.Interval, f.Share = mean, figure.Interval{Lo: float64(row.AboveTargetP05), Hi: float64(row.AboveTargetP95)}, float64(row.OnTargetShare)
	}
	return f
}

// alikeUnder says whether no body differs between two structures.
func alikeUnder(a, b map[string]shortfall) bool {
	for code, f := range a {
		if other, there := b[code]; !there || math.Abs(f.Above-other.Above) >= pointsApart {
			return false
		}
	}
	return true
}

// mostApart is the most that bodies differ under one of the structures.
func mostApart(under map[string]map[string]shortfall, structures []string) float64 {
	most := 0.0
	for _, code := range structures {
		lo, hi := math.Inf(1), math.Inf(-1)
		for _, f := range under[code] {
			lo, hi = min(lo, f.Above), max(hi, f.Above)
		}
		most = max(most, hi-lo)
	}
	return most
}

// addBodies adds a row for each body that is known under every structure shown, that furthest above its target first.
func (s *shortfalls) addBodies(rows []result.CommissionerRow, under map[string]map[string]shortfall) {
	names := make([]string, len(rows))
	for i, row := range rows {
		names[i] = words.Either(row.Name, row.Code)
	}
	for i, name := range shortNames(names) {
		b := bodyRow{Code: rows[i].Code, Name: fitting(name)}
		for _, code := range s.structures {
			if f, there := under[code][b.Code]; there {
				b.Under = append(b.Under, f)
			}
		}
		if len(b.Under) == len(s.structures) && len(b.Under) > 0 {
			s.bodies = append(s.bodies, b)
		}
	}
	slices.SortStableFunc(s.bodies, func(a, b bodyRow) int {
		for k := range a.Under {
			const rounding = 1e6
			if order := cmp.Compare(math.Round(rounding*b.Under[k].Above), math.Round(rounding*a.Under[k].Above)); order != 0 {
				return order
			}
		}
		return cmp.Compare(a.Name, b.Name)
	})
	s.of = len(s.bodies)
}
