package analyses_test

import (
	"strings"
	"testing"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

func TestMissedDensity(t *testing.T) {
	step := func(box int, density result.Number, chosen string) result.PeelingRow {
		return result.PeelingRow{Interest: "Apart beats Bond", Box: box, Density: density, Coverage: 0.5, Mass: 0.4, Chosen: chosen}
	}
	for _, test := range []struct {
		name      string
		asked     float64
		rows      []result.PeelingRow
		want, not []string
	}{
		{"reached", 0.8, []result.PeelingRow{step(1, 0.5, "no"), step(1, 0.85, "yes")}, nil, []string{"asked for"}},
		{"on the way", 0.9, []result.PeelingRow{step(1, 0.5, "no"), step(1, 0.95, "no"), step(1, 0.85, "yes")},
			[]string{"Boxes with the density of 90 % that was asked for are on the way to scenario 1 (peeling.csv), but with rules that may be there by chance. Those were dropped"}, []string{"No box", "densest"}},
		{"nowhere", 0.99, []result.PeelingRow{step(1, 0.5, "no"), step(1, 0.9896, "no"), step(1, 0.85, "yes")},
			[]string{"No rules for scenario 1 were found in which 99 % of the draws are those sought, as was asked for: the most is 98.9 %."}, []string{"Boxes with"}},
		{"on the way to another", 0.9, []result.PeelingRow{step(1, 0.95, "yes"), step(2, 0.7, "no"), step(2, 0.6, "yes")},
			[]string{"No rules for scenario 2 were found in which 90 % of the draws are those sought, as was asked for: the most is 70 %."}, []string{"to scenario 1"}},
		{"not asked for", 0, []result.PeelingRow{step(1, 0.5, "yes")}, nil, []string{"asked for"}},
	} {
		a := anAnalysis(result.Analysis{Peeling: test.rows})
		a.Density = test.asked
		for box := 1; box <= 2; box++ {
			a.Boxes = append(a.Boxes, result.BoxRow{Box: box, Assumption: "p", Strength: "B", From: 0.5, To: none, Most: 1})
		}
		says(t, test.name, printed(func(w *strings.Builder) { a.WriteDiscovery(w, report.Style{}) }), test.want, test.not)
	}
}

func TestEvidenceOfScenarios(t *testing.T) {
	write := func(strength string) string {
		return printed(func(w *strings.Builder) {
			anAnalysis(result.Analysis{
				Peeling: []result.PeelingRow{{Interest: "Apart beats Bond", Box: 1, Chosen: "yes"}},
				Boxes:   []result.BoxRow{{Box: 1, Assumption: "p", Strength: strength, From: 0.5, To: none}},
			}).WriteSweepDiscovery(w, report.Style{}, "out/plan")
		})
	}
	says(t, "a sweep", write(""), nil, []string{"Evidence", "Strength D"})
	says(t, "strength A", write("A"), []string{"Evidence"}, []string{"Strength D"})
	says(t, "strength D", write("D"), []string{"Evidence", "D*", "* Strength D: judgement alone."}, nil)
}
