package decisions

import (
	"math"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/plotter"
	"pgregory.net/rapid"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
	"reconfig/plots/series"
)

// acceptable changes every row of acceptability.
func acceptable(change func(*result.AcceptabilityRow)) func(*figure.Data) {
	return func(d *figure.Data) {
		for i := range d.Acceptability {
			change(&d.Acceptability[i])
		}
	}
}

// onlyAcceptable keeps some structures' rows of acceptability.
func onlyAcceptable(codes string) func(*figure.Data) {
	return func(d *figure.Data) {
		d.Acceptability = figuretest.Dropped(d.Acceptability, func(r result.AcceptabilityRow) bool { return !strings.Contains(codes, r.Structure) })
	}
}

func benefit(code string, of func(x float64) float64) func(*figure.Data) {
	return acceptable(func(r *result.AcceptabilityRow) {
		if r.Structure == code {
			r.NetBenefit = result.Number(of(float64(r.CapacityValue)))
		}
	})
}

func probability(p float64) func(*figure.Data) {
	return acceptable(func(r *result.AcceptabilityRow) { r.ProbabilityBest = result.Number(p) })
}

func noBenefit(r *result.AcceptabilityRow) { r.NetBenefit = result.Unknown() }

func TestAcceptabilityTitle(t *testing.T) {
	figuretest.CheckTitlesOf(t, figuretest.Named("acceptability"), figuretest.Drawn, []figuretest.TitleCase{
		{Name: "several", Change: nil, Want: "Merge is best on average until capacity is worth £1.50 per £, then Hub"},
		{Name: "two changes", Change: benefit("stay", func(float64) float64 { return 500 }), Want: "Which structure is best on average changes where capacity is worth £1.50 and £2.50 per £"},
		{Name: "one throughout", Change: benefit("hub", func(x float64) float64 { return 9000 - x }), Want: "Whatever capacity is worth, Hub is best on average, and best in 20% to 50% of draws"},
		{Name: "all zero", Change: acceptable(func(r *result.AcceptabilityRow) { r.NetBenefit = 0 }), Want: "Every structure does equally well, whatever capacity is worth"},
		{Name: "no net benefit", Change: acceptable(noBenefit), Want: "Whatever capacity is worth, no structure is best in more than 70% of draws"},
	})
}

// The worth of capacity that draws have is marked where it is known and in the plot.
func TestCentralWorth(t *testing.T) {
	for _, name := range []string{"acceptability", "expected-loss"} {
		f, d := figuretest.Named(name), figuretest.Drawn()
		d.Central = map[string]float64{"capacity.value": 1.43}
		figuretest.CheckSays(t, f, d, ">£1.43 (central)<")
		d.Set = true
		figuretest.CheckSays(t, f, d, ">£1.43 (central or set)<")
		d.Central["capacity.value"] = 99
		if svg, err := f.Render(d, "svg"); err != nil || strings.Contains(string(svg), "(central") {
			t.Errorf("%s marks a worth beyond the plot: %v", name, err)
		}
	}
}

// Where the title says where the choice changes, a note says how sure it is.
func TestAcceptabilitySureness(t *testing.T) {
	for want, change := range map[string]func(*figure.Data){
		"40% to 70% of draws": func(*figure.Data) {}, "only 30% of draws": probability(0.3), "less than 0.1% of draws": probability(0.0002),
	} {
		d := figuretest.Drawn()
		change(&d)
		if notes := strings.Join(figuretest.Named("acceptability").Page(d.Complete()).Footer, " "); !strings.Contains(notes, "The structure that is best on average is best in "+want+".") {
			t.Errorf("%q lack %q", notes, want)
		}
	}
}

func TestExpectedLossTitle(t *testing.T) {
	figuretest.CheckTitlesOf(t, figuretest.Named("expected-loss"), figuretest.Drawn, []figuretest.TitleCase{
		{Name: "one change", Change: nil, Want: "Merge loses least on average until capacity is worth £1.50 per £, then Hub"},
		{Name: "two changes", Change: benefit("stay", func(float64) float64 { return 500 }), Want: "Which structure loses least on average changes where capacity is worth £1.50 and £2.50 per £"},
		{Name: "near each other", Change: benefit("stay", func(float64) float64 { return 1497 }), Want: "Which structure loses least on average changes where capacity is worth £1.5000 and £1.5030 per £"},
		{Name: "no change", Change: benefit("hub", func(x float64) float64 { return 9000 - x }), Want: "Hub loses least on average, whatever capacity is worth up to £3 per £"},
		{Name: "all zero", Change: acceptable(func(r *result.AcceptabilityRow) { r.NetBenefit = 0 }), Want: "Every structure has the same expected loss, whatever capacity is worth"},
	})
}

// The structure that is best on average loses what perfect information is worth, the others that and what they fall short.
func TestLosses(t *testing.T) {
	want := map[string]plotter.XYs{
		"stay": {{X: 0, Y: 6500}, {X: 1, Y: 4000}, {X: 2, Y: 1800}, {X: 3, Y: 200}}, "hub": {{X: 0, Y: 3500}, {X: 1, Y: 2000}, {X: 2, Y: 800}, {X: 3, Y: 200}},
		"merge": {{X: 0, Y: 500}, {X: 1, Y: 1000}, {X: 2, Y: 1800}, {X: 3, Y: 3200}},
	}
	for _, s := range worthsOf(figuretest.Drawn().Acceptability).losses() {
		if !slices.Equal(s.Points, want[s.Code]) {
			t.Errorf("%s: %v, want %v", s.Code, s.Points, want[s.Code])
		}
	}
}

// In each draw the loss is the greatest of some straight lines, less one of them. So it is convex, and so is its mean: no
// line of losses dips where the best on average changes between two worths of the table.
func TestLossesAreConvex(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		term := rapid.IntRange(-9, 9)
		draws, codes := rapid.IntRange(1, 5).Draw(t, "draws"), []string{"a", "b", "c"}
		benefit := make([][3][2]float64, draws) // by structure, where capacity is worth nothing, and by how much it then rises
		for i := range benefit {
			for j := range codes {
				benefit[i][j] = [2]float64{float64(term.Draw(t, "start")), float64(term.Draw(t, "rise"))}
			}
		}
		var rows []result.AcceptabilityRow
		for _, x := range []float64{0, 0.5, 1, 2, 3} {
			mean, best := make([]float64, len(codes)), 0.0
			for _, lines := range benefit {
				highest := math.Inf(-1)
				for j, l := range lines {
					v := l[0] + l[1]*x
					mean[j], highest = mean[j]+v/float64(draws), max(highest, v)
				}
				best += highest / float64(draws)
			}
			for j, code := range codes {
				rows = append(rows, result.AcceptabilityRow{CapacityValue: result.Number(x), Structure: code,
					NetBenefit: result.Number(mean[j]), EVPI: result.Number(max(0, best-slices.Max(mean)))})
			}
		}
		for _, s := range worthsOf(rows).losses() {
			for i := 2; i < len(s.Points); i++ {
				p, q, r := s.Points[i-2], s.Points[i-1], s.Points[i]
				if onChord := p.Y + (r.Y-p.Y)*(q.X-p.X)/(r.X-p.X); q.Y > onChord+1e-9 {
					t.Fatalf("%s bends down at %v: %v", s.Code, q.X, s.Points)
				}
			}
		}
	})
}

// The plot ends half above the second lowest line if others go much farther; those point up.
func TestTopOfLosses(t *testing.T) {
	line := func(code string, ys ...float64) series.Line {
		s := series.Line{Code: code}
		for i, y := range ys {
			s.Points = append(s.Points, plotter.XY{X: float64(i), Y: y})
		}
		return s
	}
	for _, c := range []struct {
		name  string
		lines []series.Line
		want  float64
	}{
		{"far above", []series.Line{line("a", 1, 2), line("b", 3, 4), line("c", 4, 90)}, 6},
		{"not so far above", []series.Line{line("a", 1, 2), line("b", 3, 4), line("c", 4, 8)}, 8},
		{"crossing", []series.Line{line("a", 1, 30), line("b", 3, 4), line("c", 30, 2)}, 6},
		{"nothing to lose", []series.Line{line("a", 0, 0), line("b", 0, 0), line("c", 1, 9)}, 9},
		{"two", []series.Line{line("a", 0, 0), line("b", 1, 9)}, 9},
	} {
		if got := topOfLosses(c.lines); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// Lines that are nowhere the best and out of focus share a label, where there are several.
func TestLabelsOfWorths(t *testing.T) {
	d := figuretest.Drawn()
	d.Focus = []string{"merge"}
	for i, code := range []string{"far", "farther"} {
		for x := range 4 {
			d.Acceptability = append(d.Acceptability, result.AcceptabilityRow{
				CapacityValue: result.Number(x), Structure: code, NetBenefit: result.Number(-1e5 * float64(i+1)), ProbabilityBest: 0.001, EVPI: 0.5,
			})
		}
	}
	for _, figure := range []figure.Figure{figuretest.Named("acceptability"), figuretest.Named("expected-loss")} {
		svg, err := figure.Render(d, "svg")
		if err != nil || !strings.Contains(string(svg), ">Two others") || strings.Contains(string(svg), ">farther<") {
			t.Errorf("%s: error %v, or the far lines are named one by one", figure.Name, err)
		}
	}
	figuretest.CheckSays(t, figuretest.Named("acceptability"), d, ">Two others, below 1%<", "Two others: far; farther.")
	figuretest.CheckSays(t, figuretest.Named("expected-loss"), d, ">Two others<", "Two others: far; farther.")
	acceptable(func(r *result.AcceptabilityRow) {
		if r.Structure == "far" {
			r.ProbabilityBest = 0.123
		}
	})(&d)
	figuretest.CheckSays(t, figuretest.Named("acceptability"), d, ">Two others, below 13%<")
	acceptable(func(r *result.AcceptabilityRow) {
		if r.Structure == "far" {
			r.ProbabilityBest = 0.25
		}
	})(&d)
	figuretest.CheckSays(t, figuretest.Named("acceptability"), d, ">far<", ">farther<")
}

func TestWorthAltText(t *testing.T) {
	figuretest.CheckAltTextOf(t, figuretest.Named("acceptability"), figuretest.Drawn(), "Line chart of the probability of being best among three structures, as capacity is worth from £0 to £3 per £: "+
		"Stay from 10% to 50%; Hub from 20% to 40%; Merge from 70% to 10%. Highest expected net benefit: Merge up to £1.50; Hub from £1.50.")
	figuretest.CheckAltTextOf(t, figuretest.Named("expected-loss"), figuretest.Drawn(), "Line chart of expected loss as capacity is worth from £0 to £3 per £: "+
		"Stay from £6.5m to £0.2m; Hub from £3.5m to £0.2m; Merge from £0.5m to £3.2m. Lowest: Merge up to £1.50; Hub from £1.50.")
}

func TestWorthNotes(t *testing.T) {
	page := figuretest.Named("expected-loss").Page(figuretest.Drawn().Complete())
	for _, want := range []string{"one percentage point of it for a year is worth £100k", "highest expected net benefit (mean of draws); where it changes, the means of two are equal", "what perfect information would be worth: at most £1m, where capacity is worth £1 per £"} {
		if !strings.Contains(page.Footer[1], want) {
			t.Errorf("note %q lacks %q", page.Footer[1], want)
		}
	}
	if page := figuretest.Named("acceptability").Page(figuretest.Drawn().Complete()); !strings.Contains(page.Footer[1], "not the probability of being better than a given one") {
		t.Errorf("note %q", page.Footer[1])
	}
}

// Without the value of perfect information, or net benefits at one worth alone, there are no lines of losses.
func TestExpectedLossNeeds(t *testing.T) {
	for name, change := range map[string]func(*figure.Data){
		"no perfect information": acceptable(func(r *result.AcceptabilityRow) { r.EVPI = result.Unknown() }),
		"no net benefit":         acceptable(noBenefit),
		"net benefit at one worth": acceptable(func(r *result.AcceptabilityRow) {
			if r.CapacityValue > 0 {
				noBenefit(r)
			}
		}),
	} {
		d := figuretest.Drawn()
		change(&d)
		if _, err := figuretest.Named("expected-loss").Render(d, "svg"); !figuretest.HasNothingToDraw(err) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// One structure has no probability of being best that says anything, and one worth makes no line.
func TestWorthsNeedTwo(t *testing.T) {
	for name, change := range map[string]func(*figure.Data){
		"one structure": onlyAcceptable("merge"), "one worth": func(d *figure.Data) { d.Acceptability = d.Acceptability[:3] },
		"no probability": probability(math.NaN()), "not a probability": probability(2),
	} {
		d := figuretest.Drawn()
		change(&d)
		if _, err := figuretest.Named("acceptability").Render(d, "svg"); !figuretest.HasNothingToDraw(err) {
			t.Errorf("%s: error %v", name, err)
		}
		if _, err := figuretest.Named("expected-loss").Render(d, "svg"); figuretest.HasNothingToDraw(err) != strings.HasPrefix(name, "one") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// The frontier is the greatest of the lines, everywhere.
func TestFrontierIsUpperEnvelope(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		steps := rapid.IntRange(1, 4).Draw(t, "steps")
		value := rapid.IntRange(-3, 3) // few values: ties are common
		offers := make([]offer, rapid.IntRange(1, 5).Draw(t, "structures"))
		for i := range offers {
			offers[i].Code = string(rune('a' + i))
			for x := range steps + 1 {
				offers[i].Benefit = append(offers[i].Benefit, plotter.XY{X: float64(x), Y: float64(value.Draw(t, "value"))})
			}
		}
		frontier := frontierOf(offers)
		end := 0.0
		for i, s := range frontier {
			if s.From != end || s.To <= s.From || i > 0 && frontier[i-1].Code == s.Code {
				t.Fatalf("stretches %v", frontier)
			}
			end = s.To
			for _, share := range []float64{0.01, 0.3, 0.5, 0.99} {
				x := s.From + share*(s.To-s.From)
				highest := math.Inf(-1)
				for _, o := range offers {
					highest = max(highest, between(o.Benefit, x))
				}
				if got := between(offers[s.Code[0]-'a'].Benefit, x); math.Abs(got-highest) > 1e-6 {
					t.Fatalf("%s is %v at %v, the highest %v: %v", s.Code, got, x, highest, frontier)
				}
			}
		}
		if end != float64(steps) {
			t.Fatalf("stretches %v do not reach %d", frontier, steps)
		}
	})
}

// between is the value on the straight line between two points.
func between(line plotter.XYs, x float64) float64 {
	k := min(int(x), len(line)-2)
	return line[k].Y + (x-line[k].X)*(line[k+1].Y-line[k].Y)
}
