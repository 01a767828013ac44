package analyses_test

import (
	"fmt"
	"strings"
	"testing"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// mappedRows are a search for a map of two sectors, the best of which is proved, beside so many published maps, each better
// than some random ones.
func mappedRows(published int) result.Analysis {
	rows := result.Analysis{Maps: []result.MapRow{{
		Outcome: "net_benefit_k", Unit: "£k", Structure: "b", Map: "best-2", Kind: result.BestMap, Groups: 2, Main: "yes", Proved: "yes", Candidates: 1,
		Value: 3000, SD: 9000, Gain: 2000, GainP05: 1000, GainP95: 3000, Better: 0.995, Within: 2000, Plateau: 1, Complete: "yes", Beats: result.Unknown(),
	}}}
	for i := range published {
		r := result.MapRow{Outcome: "net_benefit_k", Unit: "£k", Structure: "b", Map: fmt.Sprint("drawn-", i), Kind: result.PublishedMap, Groups: 2, Value: 1000, SD: 9000, Beats: 0.36, Plateau: result.Unknown(), Breaks: "size: A", Behind: 2000}
		if i == 0 {
			r.Reference = "yes"
		}
		rows.Maps = append(rows.Maps, r)
	}
	for i, share := range []result.Number{0.05, 0.5, 0.95} {
		rows.MapRandom = append(rows.MapRandom, result.MapRandomRow{Groups: 2, Share: share, Value: result.Number(100 * i), Maps: 4000, RHat: 1, Bulk: 900, Tail: 900})
	}
	return rows
}

func TestMapsAnswer(t *testing.T) {
	said := func(rows result.Analysis) string {
		answer := anAnalysis(rows).MapsAnswer()
		return strings.Join(append(report.Shorten(answer.Conclusions), answer.Table.AllNotes()...), "\n")
	}
	says(t, "one map", said(mappedRows(1)), []string{
		"better in more than 99 of 100.", "made of 1 connected group;", "1 map of 2 sectors is within £2.0m of the best.",
		"Drawn-0 (breaks the rules) is better than 36 of 100 random connected maps of as many sectors.", "Valued though it breaks the rules: drawn-0 (too small or too large: A).",
	}, nil)
	says(t, "many maps", said(mappedRows(6)), []string{"6 maps of the case beat from 36, as drawn-0 (breaks the rules), to 36, as drawn-5 (breaks the rules).", "drawn-3 (too small or too large: A); the table has 2 more."}, []string{"drawn-4"})
	same := mappedRows(1)
	for i := range same.MapRandom {
		same.MapRandom[i].Value = 100
	}
	says(t, "random maps are all the same", said(same), nil, []string{"random connected"})
	says(t, "the same, in the table", printed(func(w *strings.Builder) { anAnalysis(same).WriteMaps(w, report.Style{}) }), []string{"drawn-0"}, []string{" 36 "})
	some := mappedRows(3)
	some.Maps[1].Breaks, some.Maps[2].Groups, some.Maps[3].Beats = "", 3, 0.999
	says(t, "no random maps of some", said(some), []string{"Of 100 random connected maps of as many sectors, drawn-0 beats 36 and drawn-2 (breaks the rules) beats >99; drawn-1 has none to be held against."}, []string{"published"})
	loses := mappedRows(1)
	loses.Maps[0].Gain, loses.Maps[0].GainP05, loses.Maps[0].GainP95, loses.Maps[1].Behind = -60, -400, 300, -60
	loses.Maps[0].GainEvents, loses.Maps[0].GainEvP05, loses.Maps[0].GainEvP95 = -60, -400, 300
	says(t, "a loss", said(loses), []string{
		"the best map of 2 sectors loses £0.1m against drawn-0 (−£0.3m to £0.4m in 90 of 100 draws)", "as events it loses £0.1m (−£0.3m to £0.4m).",
		"The loss is 0.7 % of the outcome’s own", "Behind best, below 0: better than the best map that keeps the rules",
	}, []string{"The gain is"})
	fewer := mappedRows(1)
	fewer.Maps[1].Groups, fewer.Maps[0].Gain = 3, 500
	says(t, "another number of sectors", said(fewer), []string{
		"The gain comes of the number of sectors too, not of their line alone. It is 5.6 % of the outcome’s own standard deviation over draws, £9.0m: neither matters much beside what is not known.",
	}, []string{"hardly matters"})
	stopped := anAnalysis(mappedRows(1))
	stopped.Stopped = true
	says(t, "stopped after the proof", strings.Join(stopped.MapsAnswer().Conclusions, "\n"), []string{"interrupted once the best map of 2 sectors was proved"}, []string{"had found by then"})
	stopped.Maps[0].Proved = "no"
	says(t, "stopped before it", strings.Join(stopped.MapsAnswer().Conclusions, "\n"), []string{"this is the best that it had found by then"}, nil)
	text := printed(func(w *strings.Builder) { anAnalysis(mappedRows(1)).WriteMaps(w, report.Style{}) })
	says(t, "full", text, []string{"within £2.0m"}, nil)
}
