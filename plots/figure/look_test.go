package figure

import (
	"slices"
	"strings"
	"testing"

	"reconfig/model/result"
)

// The best structure is in colour besides those in focus, keeps the colour of its code, and a note says why it is there.
func TestTheBestIsInFocus(t *testing.T) {
	codes := []string{"status-quo", "merger", "de-facto-merger", "hub-and-sectors", "joint-management"}
	d := Data{Context: Context{Colours: codes, Focus: codes[:4], FocusOf: "the structures that the case puts in focus", Names: map[string]string{"joint-management": "Joint management"}}}
	for i, code := range append(slices.Clone(codes), "association") {
		row := result.OutcomeRow{Structure: code, Statistic: result.Mean}
		row.Values[result.NetBenefit] = float64(i % 5)
		d.Outcomes = append(d.Outcomes, row)
	}
	d.Best = d.Leader()
	d = d.Complete()
	if !slices.Equal(d.Focus, codes) {
		t.Errorf("focus %v", d.Focus)
	}
	if got, want := d.Look("joint-management").Color, (Context{Colours: codes, Focus: codes[4:]}).Look("joint-management").Color; got != want {
		t.Errorf("the best is %v, want %v", got, want)
	}
	if got := d.AboutFocus(InColour); !strings.HasSuffix(got, "the case puts in focus, and “Joint management”, which is best on net benefit.") {
		t.Errorf("note %q", got)
	}
}
