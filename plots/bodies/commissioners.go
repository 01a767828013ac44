package bodies

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   50,
	Name:    "commissioners",
	Summary: "how far each commissioner ends from its target, by sector, for the structures in focus",
	Needs:   figure.RowsOf(result.CommissionerRow{}),
	Page:    commissionersPage,
})

// panel is one structure's commissioners.
type panel struct {
	Code   string
	Bodies []body
}

// body is a commissioner: how far its cost ends above its target, in percentage points of its cost at the start. Targets
// differ by body where they are set by the head, so a common axis of reductions would have no common target.
type body struct {
	Code, Name, Sector, Region string
	Gap                        float64
	OnTarget                   bool
}

// aloneRow is the row of bodies that are alone in their sector, where there are so many that rows of one would be most of the
// figure.
const aloneRow = "Alone in their sector"

// fewAlone is how many bodies alone in their sector keep rows of their own.
const fewAlone = 3

// joinAlone puts the bodies that are alone in their sector into a row together, unless they are few.
func (p panel) joinAlone() {
	members := map[string]int{}
	for _, b := range p.Bodies {
		members[b.Sector]++
	}
	single := 0
	for _, n := range members {
		if n == 1 {
			single++
		}
	}
	if single <= fewAlone {
		return
	}
	for i, b := range p.Bodies {
		if members[b.Sector] == 1 {
			p.Bodies[i].Sector = aloneRow
		}
	}
}

func (p panel) onTarget() int {
	n := 0
	for _, b := range p.Bodies {
		if b.OnTarget {
			n++
		}
	}
	return n
}

// share is how many of how many are on target.
func (p panel) share() string {
	return words.Counted(p.onTarget()) + " of " + words.Counted(len(p.Bodies))
}

func commissionersPage(d figure.Data) chart.Page {
	panels := panelsOf(d.Context, d.Commissioners)
	if len(panels) == 0 {
		return figure.Nothing("values of commissioners")
	}
	swarm := swarmOf(d.Context, panels)
	return chart.Page{
		Title:       atCentralValues(d.Context, d.Outcomes, commissionersTitle(d.Context, d.Commissioners, panels)),
		Subtitle:    d.Subtitle("Cost of each "+d.BodySingular+" less its target when that is due, percentage points of its cost at the start", ""),
		Footer:      d.Footer(onlyCentral(d.Context, d.Outcomes), "Right of the line, cost is above target", whatOnTargetIs(d.Context), swarm.whatBarsAre(), furthest(panels)),
		Description: commissionersDescription(d.Context, swarm, panels),
		BodyHeight:  swarm.height(),
		Body:        swarm.draw,
	}
}

// whatOnTargetIs says what counts as on target.
func whatOnTargetIs(ctx figure.Context) string {
	if !(ctx.Tolerance > 0) {
		return "On target means within the tolerance set for it"
	}
	return "On target: at most " + chart.Full(words.Cleaned(100*ctx.Tolerance)) + "% of the cut is missing"
}

// panelsOf are the structures in focus, or the first four where the table has none of those.
func panelsOf(ctx figure.Context, rows []result.CommissionerRow) []panel {
	byCode := map[string][]body{}
	var codes []string
	for _, row := range rows {
		gap := 100 * (row.CostAtTargetK - row.TargetCostK) / row.BaselineCostK
		if words.Finite(gap) {
			codes = append(codes, row.Structure)
			byCode[row.Structure] = append(byCode[row.Structure], body{row.Code, words.Either(row.Name, row.Code), row.Sector, row.Region, gap, row.OnTarget == result.YesNo(true)})
		}
	}
	codes = words.Unique(codes)
	shown := slices.DeleteFunc(slices.Clone(ctx.Focus), func(code string) bool { return len(byCode[code]) == 0 })
	if len(shown) == 0 {
		shown = codes[:min(len(codes), figure.MostInFocus)]
	}
	panels := make([]panel, len(shown))
	for i, code := range shown {
		bodies := byCode[code]
		slices.SortStableFunc(bodies, func(a, b body) int { return cmp.Compare(a.Code, b.Code) })
		panels[i] = panel{code, bodies}
		panels[i].joinAlone()
	}
	return panels
}

// commissionersTitle counts how many are on target.
func commissionersTitle(ctx figure.Context, rows []result.CommissionerRow, panels []panel) string {
	least, most := panels[0], panels[0]
	for _, p := range panels {
		if p.onTarget() < least.onTarget() {
			least = p
		}
		if p.onTarget() > most.onTarget() {
			most = p
		}
	}
	n, all := most.onTarget(), len(most.Bodies)
	if n != least.onTarget() {
		return fmt.Sprintf("From %s (%s) to %s (%s) of %s %s are on target",
			words.Counted(least.onTarget()), ctx.Name(least.Code), words.Counted(n), ctx.Name(most.Code), words.Counted(all), ctx.BodyPlural)
	}
	switch {
	case n == 0:
		return fmt.Sprintf("No %s is on target under %s", ctx.BodySingular, whichPanels(ctx, rows, panels, "any structure"))
	case all == 1:
		return fmt.Sprintf("The only %s is on target under %s", ctx.BodySingular, whichPanels(ctx, rows, panels, "every structure"))
	case n == all:
		return fmt.Sprintf("All %s %s are on target under %s", words.Counted(all), ctx.BodyPlural, whichPanels(ctx, rows, panels, "every structure"))
	}
	return fmt.Sprintf("%s of %s %s are on target under %s", words.Counted(n), words.Counted(all), ctx.BodyPlural, whichPanels(ctx, rows, panels, "every structure"))
}

// whichPanels is careful not to speak of structures that the figure does not show.
func whichPanels(ctx figure.Context, rows []result.CommissionerRow, panels []panel, all string) string {
	total := map[string]bool{}
	for _, row := range rows {
		total[row.Structure] = true
	}
	switch {
	case len(panels) == 1:
		return ctx.Name(panels[0].Code)
	case len(total) > len(panels):
		return all + " shown"
	}
	return all
}

func commissionersDescription(ctx figure.Context, s swarm, panels []panel) string {
	items := make([]string, len(panels))
	for i, p := range panels {
		lo, hi := gapRange([]panel{p})
		items[i] = fmt.Sprintf("%s %s on target, from %s to %s points", ctx.Name(p.Code), p.share(), gapUnit.Format(lo, 1), gapUnit.Format(hi, 1))
	}
	kind := "Dot chart"
	if s.tally != nil {
		kind = "Histograms"
	}
	return fmt.Sprintf("%s of how far each %s’s cost is from its target when the target is due, in percentage points of its cost at the start: %s.",
		kind, ctx.BodySingular, strings.Join(items, "; "))
}

// furthest names the bodies that end furthest below and above their target, where they are apart.
func furthest(panels []panel) string {
	var all []body
	for _, p := range panels {
		all = append(all, p.Bodies...)
	}
	compare := func(a, b body) int { return cmp.Compare(a.Gap, b.Gap) }
	least, most := slices.MinFunc(all, compare), slices.MaxFunc(all, compare)
	if most.Gap-least.Gap < 1 || least.Code == most.Code {
		return ""
	}
	return fmt.Sprintf("Ends: %s at %s points, %s at %s", least.Name, gapUnit.Format(least.Gap, 1), most.Name, gapUnit.Format(most.Gap, 1))
}

// gapUnit writes a distance from the target.
var gapUnit = chart.Unit{Signed: true}

func gapRange(panels []panel) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, p := range panels {
		for _, b := range p.Bodies {
			lo, hi = min(lo, b.Gap), max(hi, b.Gap)
		}
	}
	return lo, hi
}
