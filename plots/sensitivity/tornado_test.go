package sensitivity

import (
	"math"
	"strings"
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
	"reconfig/plots/words"
)

func TestTornadoTitleOfDifference(t *testing.T) {
	figuretest.CheckTitlesOf(t, figuretest.Named("tornado"), figuretest.FewAnalysed, []figuretest.TitleCase{
		// 8 − 12 and 8 − 14 lie below zero, 8 − 3 does not.
		{Name: "some decide", Change: nil, Want: "Two of three assumptions could each alone put “De facto merger” ahead"},
		{Name: "one decides", Change: figuretest.Answering([3]float64{-1, 8, 9}, [3]float64{7, 8, 9}), Want: "Two of three assumptions could each alone put “De facto merger” ahead"},
		{Name: "only one decides", Change: figuretest.Answering([3]float64{-1, 8, 9}, [3]float64{7, 8, 9}, [3]float64{6, 8, 9}), Want: "Only scale.back-office could alone put “De facto merger” ahead"},
		{Name: "none decides", Change: figuretest.Answering([3]float64{7, 8, 9}), Want: "No assumption alone could put “De facto merger” ahead"},
		{Name: "the other way round", Change: figuretest.Answering([3]float64{-7, -8, -9}), Want: "No assumption alone could put “Full merger” ahead"},
		{Name: "all decide", Change: figuretest.Answering([3]float64{-1, 8, 9}), Want: "Each of three assumptions could alone put “De facto merger” ahead"},
		{Name: "less is better", Change: figuretest.All(figuretest.Asking("cost_at_target_k"), figuretest.Answering([3]float64{7, 8, 9})), Want: "No assumption alone could put “Full merger” ahead"},
		{Name: "neither is better", Change: figuretest.All(figuretest.Asking("posts_at_start"), figuretest.Answering([3]float64{7, 8, 9})), Want: "No assumption alone could change which structure is higher"},
		{Name: "equal in the base", Change: figuretest.Answering([3]float64{0, 0, 9}), Want: "No assumption alone could change which structure is ahead"},
		{Name: "nothing moves", Change: figuretest.Answering([3]float64{8, 8, 8}), Want: "No assumption alone moves the difference"},
		{Name: "rounding", Change: figuretest.Answering([3]float64{-9e6, -9e6, -8e6}, [3]float64{-1e-9, 0, 1e-9}), Want: "No assumption alone could put “Full merger” ahead"},
		{Name: "one", Change: figuretest.OneOf, Want: "scale.back-office could alone put “De facto merger” ahead"},
		{Name: "one that cannot", Change: figuretest.All(figuretest.OneOf, figuretest.Answering([3]float64{7, 8, 9})), Want: "scale.back-office alone could not put “De facto merger” ahead"},
	})
}

func TestTornadoTitleOfOutcome(t *testing.T) {
	figuretest.CheckTitlesOf(t, figuretest.Named("tornado"), figuretest.FewOfOne, []figuretest.TitleCase{
		{Name: "plain", Change: nil, Want: "scale.back-office moves net benefit most, by £32m"},
		{Name: "two lead", Change: figuretest.Answering([3]float64{7, 8, 90}, [3]float64{7, 8, 90}, [3]float64{7, 8, 9}), Want: "scale.back-office and target.reduction move net benefit most, by £83k"},
		{Name: "all alike", Change: figuretest.Answering([3]float64{7, 8, 90}), Want: "Three assumptions move net benefit alike, by £83k"},
		{Name: "one", Change: figuretest.OneOf, Want: "scale.back-office moves net benefit by £32m"},
		{Name: "one that does not", Change: figuretest.All(figuretest.OneOf, figuretest.Answering([3]float64{7, 7, 7})), Want: "scale.back-office does not move net benefit"},
		{Name: "none", Change: figuretest.Answering([3]float64{7, 7, 7}), Want: "No assumption alone moves net benefit"},
		{Name: "negative", Change: figuretest.Answering([3]float64{-9000, -8000, -7500}), Want: "Three assumptions move net benefit alike, by £1.5m"},
		{Name: "one end unknown", Change: figuretest.Answering([3]float64{math.NaN(), 8000, 9000}, [3]float64{8000, 8000, 8100}), Want: "scale.back-office and realisation.merger move net benefit most, by £1m"},
		{Name: "never pays back", Change: figuretest.All(figuretest.Asking("structure_payback_years"), figuretest.Answering([3]float64{2, 4, math.Inf(1)}, [3]float64{2, 4, 5})), Want: "scale.back-office and realisation.merger can move time to payback without bound"},
		{Name: "per cent", Change: figuretest.All(figuretest.Asking("steady_saving_pct"), figuretest.Answering([3]float64{2, 4, 5.5}, [3]float64{2, 4, 5}, [3]float64{4, 4, 5})), Want: "scale.back-office moves lasting saving most, by 3.5 percentage points"},
		{Name: "outcome from elsewhere", Change: figuretest.All(figuretest.Asking("trees"), figuretest.Swung(func(_ int, r *result.TornadoRow) { r.Unit = "trees" })), Want: "scale.back-office moves trees most, by 32,000 trees"},
	})
}

func TestTornadoAltText(t *testing.T) {
	figuretest.CheckAltTextOf(t, figuretest.Named("tornado"), figuretest.FewAnalysed(), "Bar chart of net benefit of “Full merger” less that of “De facto merger”, £\u00A0million at 2009/10 prices, "+
		"when one assumption alone is at its low and at its high value. At central values it is +£8m. Assumptions by how far they move it: "+
		"scale.back-office (evidence B) −£4m at 0.85 and +£28m at 1; target.reduction (evidence A) −£6m at 0.3 and +£18m at 0.7; "+
		"realisation.merger (judgement alone) +£5m at 0.4 and +£13m at 0.9.")
}

// What is not shown is summed up, and what moves nothing is not shown.
func TestTornadoRest(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*figure.Data)
		shown  int
		want   string
	}{
		{"many", func(*figure.Data) {}, 10, "68 more move it by at most £5.8m"},
		{"one too many", func(d *figure.Data) { d.Tornado = d.Tornado[:11] }, 11, ""},
		{"few that move", figuretest.Answering([3]float64{7, 7, 9}, [3]float64{7, 7, 7}, [3]float64{7, 7, 7}, [3]float64{7, 7, 7}, [3]float64{7, 7, 7}, [3]float64{7, 7, 7}, [3]float64{7, 7, 7}, [3]float64{7, 7, 7}, [3]float64{7, 7, 7}), 9, "69 more do not move it"},
		{"all but one move", figuretest.All(func(d *figure.Data) { d.Tornado = d.Tornado[:2] }, figuretest.Answering([3]float64{7, 7, 9}, [3]float64{7, 7, 7})), 1, "One more does not move it"},
		{"none moves", figuretest.Answering([3]float64{7, 7, 7}), 10, "68 more do not move it"},
		{"some of the rest decide", figuretest.Answering([3]float64{-1, 7, 9}), 10, "68 more move it by at most £10k, and 68 of these can change its sign"},
	} {
		d := figuretest.ManyAnalysed()
		c.change(&d)
		d = d.Complete()
		s, _ := swingsOf(d.Context, d.Tornado)
		if got := s.rest(d.Context); len(s.shown) != c.shown || got != c.want {
			t.Errorf("%s: %d shown and %q, want %d and %q", c.name, len(s.shown), got, c.shown, c.want)
		}
	}
}

func TestTornadoNotes(t *testing.T) {
	d := figuretest.ManyAnalysed().Complete()
	s, _ := swingsOf(d.Context, d.Tornado)
	notes := strings.Join(s.notes(d.Context), ". ")
	for _, want := range []string{"Right of 0, “Full merger” is better", "D, judgement alone", "Lever: somebody’s choice", "Convention: "} {
		if !strings.Contains(notes, want) {
			t.Errorf("notes lack %q: %s", want, notes)
		}
	}
	d = figuretest.FewOfOne().Complete()
	d.Tornado = d.Tornado[:1]
	s, _ = swingsOf(d.Context, d.Tornado)
	if notes := strings.Join(s.notes(d.Context), ""); strings.Contains(notes, "Lever") || strings.Contains(notes, "better") {
		t.Errorf("notes speak of what is not there: %s", notes)
	}
}

// The line at which the preferred structure changes is there where a bar reaches it or nearly does.
func TestTornadoShowsTheTurn(t *testing.T) {
	for _, c := range []struct {
		name    string
		answers [3]float64
		want    bool
	}{
		{"reached", [3]float64{-1, 8, 9}, true}, {"near", [3]float64{4, 8, 9}, true}, {"far", [3]float64{7, 8, 9}, false},
		{"reached from below", [3]float64{-9, -8, 1}, true}, {"near from below", [3]float64{-9, -8, -4}, true}, {"far below", [3]float64{-9, -8, -7}, false},
	} {
		d := figuretest.FewAnalysed()
		figuretest.Answering(c.answers)(&d)
		s, _ := swingsOf(d.Complete().Context, d.Complete().Tornado)
		bars := s.bars("")
		if shown := bars.Scale.Min <= 0 && 0 <= bars.Scale.Max; shown != c.want || (bars.Mark.Label != "") != c.want {
			t.Errorf("%s: from %v to %v, marked %q", c.name, bars.Scale.Min, bars.Scale.Max, bars.Mark.Label)
		}
	}
}

func TestValueOfAssumption(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 0.85: "0.85", 1.0 / 3: "0.3333", 32512.4: "32,512", 1.6e7: "16,000,000", -0.035: "−0.035", 1e9: "1,000,000,000", 2.5e-6: "0.0000025", -1e-12: "−1e−12"} {
		if got := words.Rounded(v, 4); got != want {
			t.Errorf("%v: %s, want %s", v, got, want)
		}
	}
}
