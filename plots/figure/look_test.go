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

// A decision shows the same structures in colour as a run: those that the case puts in focus, and the best.
func TestTheBestOfADecisionIsInFocus(t *testing.T) {
	codes := []string{"status-quo", "cluster", "merger", "office"}
	d := Data{Context: Context{Colours: codes, Focus: codes[:2], Names: map[string]string{"office": "Office"}}}
	for i, code := range []string{"office", "merger", "status-quo", "cluster"} { // the best first
		d.Robustness = append(d.Robustness, result.RobustnessRow{Outcome: "structure_npv_k", Structure: code, ExpectedRegret: result.Number(i)})
	}
	d.ShowBest()
	if d = d.Complete(); !slices.Equal(d.Focus, []string{"status-quo", "cluster", "office"}) {
		t.Errorf("focus %v", d.Focus)
	}
	if got := d.AboutFocus(InColour); got != "In colour: the structures that the case puts in focus, and Office, which is best on net present value." {
		t.Errorf("note %q", got)
	}
	if d.Focus = nil; !slices.Equal(d.Complete().Focus, append(slices.Clone(codes[:3]), "office")) {
		t.Errorf("without a focus: %v", d.Complete().Focus)
	}
}
