package analyses_test

import (
	"fmt"
	"strings"
	"testing"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// sobolRows are inputs named in a list, with equal shares that add up to a first-order sum.
func sobolRows(sum float64, correlated string, names ...string) []result.SobolRow {
	var rows []result.SobolRow
	for _, name := range names {
		first := result.Number(sum / float64(len(names)))
		rows = append(rows, result.SobolRow{Input: name, Strength: "B", Correlated: correlated, Points: 512, Replicates: 1, First: first, FirstLow: first, FirstHigh: first, Total: first, TotalLow: first, TotalHigh: first})
	}
	return rows
}

func writtenSobol(tables result.Analysis) string {
	return printed(func(w *strings.Builder) { anAnalysis(tables).WriteSobol(w, report.Style{}) })
}

func TestSettled(t *testing.T) {
	few, many := sobolRows(0.9, "no", "p", "q"), sobolRows(0.9, "no", "p", "q", "r", "s", "t", "u")
	row := func(points int, width result.Number, greatest, settled string) result.SettlingRow {
		return result.SettlingRow{Points: points, WidestFirst: none, WidestTotal: width, Greatest: greatest, Settled: settled}
	}
	for _, test := range []struct {
		name      string
		inputs    []result.SobolRow
		rows      []result.SettlingRow
		want, not []string
	}{
		{"one look, wide", many, []result.SettlingRow{row(64, 0.31, "p;q;r;s;t", "no")},
			[]string{"Not settled yet: the widest interval is 31.0 percentage points (5 would do); and there is nothing to compare 64 base points with yet."}, []string{"changed", "doubling"}},
		{"one look, narrow", many, []result.SettlingRow{row(64, 0.03, "p;q;r;s;t", "no")},
			[]string{"Not settled yet: there is nothing to compare 64 base points with yet."}, []string{"would do", "changed"}},
		{"not half", many, []result.SettlingRow{row(256, 0.03, "p;q;r;s;t", "no"), row(1024, 0.02, "p;q;r;s;t", "no")},
			[]string{"nothing to compare 1,024 base points with"}, []string{"changed"}},
		{"wide", many, []result.SettlingRow{row(256, 0.2, "p;q;r;s;t", "no"), row(512, 0.09, "q;p;r;s;t", "no")},
			[]string{"Not settled yet: the widest interval is 9.0 percentage points (5 would do). Take more"}, []string{"changed", "compare"}},
		{"changed", many, []result.SettlingRow{row(256, 0.2, "p;q;r;s;t", "no"), row(512, 0.04, "p;u;r;s;q", "no")},
			[]string{"Not settled yet: the five greatest changed with the last doubling of points: u for t. Take more"}, []string{"would do"}},
		{"both", many, []result.SettlingRow{row(256, 0.2, "p;q;r;s;t", "no"), row(512, 0.1, "p;u;r;s;q", "no")},
			[]string{"10.0 percentage points (5 would do); and the five greatest changed with the last doubling of points: u for t."}, nil},
		{"few inputs, wide", few, []result.SettlingRow{row(256, 0.2, "p;q", "no"), row(512, 0.1, "q;p", "no")},
			[]string{"10.0 percentage points (5 would do). Take more"}, []string{"greatest"}},
		{"few inputs, settled", few, []result.SettlingRow{row(256, 0.2, "p;q", "no"), row(512, 0.04, "p;q", "yes")},
			[]string{"Settled: the widest interval is 4.0 percentage points."}, []string{"greatest"}},
		{"settled", many, []result.SettlingRow{row(256, 0.2, "p;q;r;s;t", "no"), row(512, 0.04, "p;q;r;s;t", "yes")},
			[]string{"Settled: the widest interval is 4.0 percentage points, and the five greatest are those of half as many points."}, []string{"Not settled"}},
		{"not looked at", many, nil, nil, []string{"ettled"}},
	} {
		says(t, test.name, writtenSobol(result.Analysis{Sobol: test.inputs, Settling: test.rows}), test.want, test.not)
	}
}

func TestInteractionFinding(t *testing.T) {
	pair := func(first, second string, index, half result.Number) result.InteractionRow {
		return result.InteractionRow{First: first, Second: second, Index: index, Low: index - half, High: index + half}
	}
	alone := sobolRows(0.9, "no", "p", "q", "r")
	mixed := append(sobolRows(0.5, "no", "p", "q", "r"), sobolRows(0.2, "yes", "s", "t")...)
	for _, test := range []struct {
		name      string
		inputs    []result.SobolRow
		pairs     []result.InteractionRow
		want, not []string
	}{
		{"one stands out", alone, []result.InteractionRow{pair("p", "q", 0.1, 0.02), pair("p", "r", 0.01, 0.02)},
			[]string{"Of 2 pairs of inputs, p and q do most together beyond what each does alone: 10 % of the variance (8.0 to 12). Intervals above 0 in interactions.csv: 1, where"}, []string{"Left out", "Of all pairs"}},
		{"greatest below 0 in size", alone, []result.InteractionRow{pair("p", "q", -0.2, 0.3), pair("p", "r", 0.1, 0.02)},
			[]string{"p and r do most together"}, nil},
		{"none", alone, []result.InteractionRow{pair("p", "q", 0.02, 0.03)},
			[]string{"Of 1 pair of inputs none does anything together that can be told from nothing."}, []string{"do most"}},
		{"others above 0", alone, []result.InteractionRow{pair("p", "q", 0.02, 0.03), pair("p", "r", 0.01, 0.005)},
			[]string{"cannot be told from nothing: 2.0 % of the variance (−1.0 to 5.0). Intervals above 0 in interactions.csv: 1, where chance alone gives about"}, []string{"do most"}},
		{"correlated inputs", mixed, []result.InteractionRow{pair("p", "q", 0.1, 0.02)},
			[]string{"Left out of pairs, because they are correlated with others: 2 inputs. --group-by takes such inputs together, --independent"}, nil},
		{"not asked for", mixed, nil, nil, []string{"pair", "Left out"}},
	} {
		says(t, test.name, writtenSobol(result.Analysis{Sobol: test.inputs, Interactions: test.pairs}), test.want, test.not)
	}
}

func TestSobolNotes(t *testing.T) {
	var many []string
	for i := range 15 {
		many = append(many, fmt.Sprint("x", i))
	}
	judgement := sobolRows(0.1, "yes", "y")
	judgement[0].Strength = "D"
	for _, test := range []struct {
		name      string
		rows      []result.SobolRow
		want, not []string
	}{
		{"all of the variance", sobolRows(0.999, "no", "p", "q"), []string{"account for 100 % of the variance; next to nothing is left"}, []string{"the rest is", "Strength D", "†"}},
		{"more than all", sobolRows(1.2, "no", "p", "q"), []string{"account for 120 % of the variance; that is more than all there is, by the error of the estimate"}, nil},
		{"not all", sobolRows(0.9, "no", "p", "q"), []string{"account for 90 % of the variance; the rest is what they do together"}, nil},
		{"marks in rows that are not printed", append(sobolRows(0.9, "no", many...), judgement...), []string{"1 more in sobol.csv"}, []string{"Strength D", "†"}},
		{"marks in rows that are", append(judgement, sobolRows(0.9, "no", "p")...), []string{"* Strength D: judgement alone.", "† Correlated with other inputs"}, nil},
	} {
		says(t, test.name, writtenSobol(result.Analysis{Sobol: test.rows}), test.want, test.not)
	}
}

func TestShapleyMarks(t *testing.T) {
	rows := []result.ShapleyRow{{Input: "p", Strength: "A", Correlated: "no", Effect: 1}}
	write := func() string {
		return printed(func(w *strings.Builder) {
			anAnalysis(result.Analysis{Shapley: rows}).WriteShapley(w, report.Style{})
		})
	}
	says(t, "one of strength A", write(), []string{"The shares of all 1 input add up"}, []string{"†", "Strength D"})
	rows[0].Correlated, rows[0].Strength = "yes", "D"
	says(t, "one of strength D", write(), []string{"p † D*", "† Correlated", "Strength D"}, nil)
}

func TestPawnNoise(t *testing.T) {
	row := func(name, matters string, noise result.Number) result.PawnRow {
		return result.PawnRow{Assumption: name, Strength: "B", Draws: 500, Slices: 10, Median: 0.2, MedianLow: 0.15, MedianHigh: 0.3, Greatest: 0.4, Noise: noise, Matters: matters}
	}
	for _, test := range []struct {
		name      string
		rows      []result.PawnRow
		want, not []string
	}{
		{"some", []result.PawnRow{row("p", "yes", 0.13), row("q", "no", 0.16)},
			[]string{"Surely above noise (the low end of the interval is): 1 of 2 assumptions. Noise is from 0.130 to 0.160:", "q ‡", "‡ Not surely above noise"}, []string{"p ‡", "within noise"}},
		{"one", []result.PawnRow{row("p", "yes", 0.13)}, []string{"1 of 1 assumption. Noise is 0.130:"}, []string{"‡", "Strength D"}},
		{"none", []result.PawnRow{row("p", "no", 0.13), row("q", "no", 0.13)}, []string{"none of 2 assumptions. Noise is 0.130:"}, nil},
	} {
		says(t, test.name, printed(func(w *strings.Builder) {
			anAnalysis(result.Analysis{Pawn: test.rows}).WritePawn(w, report.Style{})
		}), test.want, test.not)
	}
}

func TestTornadoCounts(t *testing.T) {
	row := func(sign string) result.TornadoRow {
		return result.TornadoRow{Question: result.Question{Structure: "a", Against: "b", Unit: "£k"}, Assumption: "p", Strength: "A", High: 1, AtLow: 1000, AtBase: 2000, AtHigh: 3000, Swing: 2000, SignChanges: sign}
	}
	for _, test := range []struct {
		rows []result.TornadoRow
		want string
	}{
		{[]result.TornadoRow{row("no"), row("no")}, "Of 2 assumptions, none can turn the sign"},
		{[]result.TornadoRow{row("yes")}, "Of 1 assumption, 1 can turn the sign"},
		{[]result.TornadoRow{row("yes"), row("yes"), row("no")}, "Of 3 assumptions, 2 can turn the sign"},
	} {
		says(t, test.want, printed(func(w *strings.Builder) {
			anAnalysis(result.Analysis{Tornado: test.rows}).WriteTornado(w, report.Style{})
		}), []string{test.want}, []string{"Strength D"})
	}
}
