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
		r := result.MapRow{Outcome: "net_benefit_k", Unit: "£k", Structure: "b", Map: fmt.Sprint("drawn-", i), Kind: result.PublishedMap, Groups: 2, Value: 1000, SD: 9000, Beats: 0.36, Plateau: result.Unknown(), Breaks: "size: A"}
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
		return strings.Join(append(report.Shorten(answer.Conclusions), answer.Table.Notes...), "\n")
	}
	says(t, "one map", said(mappedRows(1)), []string{
		"better in more than 99 of 100.", "made of 1 connected group;", "1 map of 2 sectors is within £2.0m of the best.",
		"Drawn-0 is better than 36 of 100 random connected maps of as many sectors.", "Valued though it breaks the rules: drawn-0 (too small or too large: A).",
	}, nil)
	says(t, "many maps", said(mappedRows(6)), []string{"Drawn-0 is better than 36 of 100 random connected maps of as many sectors, drawn-5 than 36 of 100.", "drawn-3 (too small or too large: A); the table has 2 more."}, []string{"drawn-4"})
	same := mappedRows(1)
	for i := range same.MapRandom {
		same.MapRandom[i].Value = 100
	}
	says(t, "random maps are all the same", said(same), nil, []string{"random connected"})
	text := printed(func(w *strings.Builder) { anAnalysis(mappedRows(1)).WriteMaps(w, report.Style{}) })
	says(t, "full", text, []string{"within £2.0m"}, nil)
}
