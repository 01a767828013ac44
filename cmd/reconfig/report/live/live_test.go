package live_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"reconfig/cmd/reconfig/report/appraisal"
	"reconfig/cmd/reconfig/report/live"
	"reconfig/model"
	"reconfig/model/modeltest"
)

// answers asks and gathers what is answered.
func answers(t *testing.T, m *live.Model, r live.Request) (all []live.Message) {
	t.Helper()
	if err := live.New(m).Ask(context.Background(), r, func(a live.Message) { all = append(all, a) }); err != nil {
		t.Fatal(err)
	}
	return all
}

// small is a page of a small case.
func small(t *testing.T) *live.Model {
	t.Helper()
	m := &live.Model{Case: modeltest.Uncertain(modeltest.Small()), Report: live.Report{
		Draws: 50, Seed: 1, CaseName: "small", Program: "reconfig test", Figures: map[string]int{"reduction": 1, "capacity": 2},
	}}
	m.Case.Sort()
	i, _ := m.Case.AssumptionIndex("target.reduction")
	target := &m.Case.Assumptions[i]
	target.Kind, target.Unit, target.Min, target.Max = "lever", "share", 0, 1
	return m
}

// What a page holds of a case is read back whole: a browser computes with it.
func TestCaseAsJSON(t *testing.T) {
	m := small(t)
	content, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	var read live.Model
	if err := json.Unmarshal(content, &read); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(m, &read) {
		t.Errorf("the model is read as\n%+v\nnot\n%+v", read, m)
	}
}

// The block in view comes first, then the rest, and at the end the command.
func TestAskSendsWhatIsInViewFirst(t *testing.T) {
	for _, draws := range []int{0, 40} {
		all := answers(t, small(t), live.Request{ID: 7, Settings: []string{"target.reduction=0.3"}, Draws: draws, First: "figure-capacity"})
		all = slices.DeleteFunc(all, func(m live.Message) bool { return m.Kind == live.KindProgress })
		if len(all) != 4 || all[0].Kind != live.KindBlocks || all[0].Blocks["figure-capacity"] == "" || all[1].Blocks["answer-summary"] == "" || all[2].Blocks["figure-reduction"] == "" {
			t.Fatalf("%d messages: %+v", len(all), all)
		}
		last := all[3]
		if want := fmt.Sprintf("reconfig run --case small --set target.reduction=0.3 --draws %d", draws); last.Kind != live.KindDone || last.ID != 7 || last.Draws != draws || last.Command != want {
			t.Errorf("the last is %+v, want %s", last, want)
		}
	}
}

// Progress adds up to the draws.
func TestAskTellsProgress(t *testing.T) {
	done := 0
	for _, m := range answers(t, small(t), live.Request{ID: 1, Draws: 40}) {
		if m.Kind == live.KindProgress {
			if done = m.Done; m.Of != 40 {
				t.Errorf("of %d draws", m.Of)
			}
		}
	}
	if done != 40 {
		t.Errorf("%d draws are done", done)
	}
}

// Every bad field is told of, and nothing is computed.
func TestAskRefuses(t *testing.T) {
	all := answers(t, small(t), live.Request{
		Settings: []string{"target.reduction=1.5", "capacity.value=x", "no.such=1", "fail.merger=2", "target.years=1", "target.years=2"}, Structures: []string{"none"}, Map: "none", Horizon: 0.3, Draws: -1,
	})
	var fields []string
	for _, f := range all[0].Faults {
		if fields = append(fields, f.Field); !strings.HasSuffix(f.Text, ".") || strings.HasSuffix(f.Text, "..") {
			t.Errorf("%s: %s", f.Field, f.Text)
		}
	}
	if len(all) != 1 || all[0].Kind != live.KindRefused || strings.Join(fields, " ") != "target.reduction capacity.value no.such fail.merger target.years structures map horizon draws" {
		t.Errorf("%d messages, fields %v", len(all), fields)
	}
	if want := "Expected a number from 0 to 100\u00a0%."; all[0].Faults[0].Text != want {
		t.Errorf("%s, want %s", all[0].Faults[0].Text, want)
	}
}

// A request that is cancelled ends without a last message.
func TestAskIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	var last string
	err := live.New(small(t)).Ask(ctx, live.Request{ID: 1, Draws: 5000}, func(m live.Message) { last = m.Kind; cancel() })
	if !errors.Is(err, context.Canceled) || last != live.KindProgress {
		t.Errorf("%v after %s", err, last)
	}
}

// The report's own settings change nothing; a setting shows with both values, and structures that only one side has too.
func TestWhatChanged(t *testing.T) {
	m := small(t)
	changed := func(r live.Request) string { all := answers(t, m, r); return all[len(all)-1].Changed }
	if got := changed(live.Request{Draws: 20}); !strings.Contains(got, "Nothing: these are the report’s own settings.") || strings.Contains(got, ">+") {
		t.Error(got)
	}
	m.Report.Settings, m.Report.Structures = []string{"target.reduction=0.4"}, m.Case.StructureCodes()[:1]
	got := changed(live.Request{Draws: 20, Settings: []string{"target.reduction=0.2"}})
	for _, want := range []string{"40\u00a0% in the report, 20\u00a0% here", "means of 20 draws", "The report itself has 50 draws", "1 in the report, ", "<td class=\"right\" data-value=\"-INF\">–</td>"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

// What the page holds of the report's own settings is what they come to.
func TestWhatChangedFromWhatThePageHolds(t *testing.T) {
	m, r := small(t), live.Request{Draws: 20, Settings: []string{"target.reduction=0.2"}}
	computed := answers(t, m, r)
	m.Before = map[int][]live.Row{20: live.RowsOf(drawn(t, m, 20))}
	if held := answers(t, m, r); held[len(held)-1].Changed != computed[len(computed)-1].Changed {
		t.Error("other values than were computed")
	}
	m.Before[20][0].Values[0]++
	if held := answers(t, m, r); held[len(held)-1].Changed == computed[len(computed)-1].Changed {
		t.Error("what the page holds is not shown")
	}
}

// An assumption that is drawn in the report and set here is told of, at the same value too.
func TestWhatIsSetAtItsCentralValueHasChanged(t *testing.T) {
	m := small(t)
	i := slices.IndexFunc(m.Case.Assumptions, func(a model.Assumption) bool { return a.IsUncertain() })
	a := m.Case.Assumptions[i]
	all := answers(t, m, live.Request{Settings: []string{fmt.Sprintf("%s=%v", a.Name, a.Central)}})
	if changed := all[len(all)-1].Changed; !strings.Contains(changed, "drawn about ") {
		t.Error(changed)
	}
}

// drawn is what the report's own settings come to.
func drawn(t *testing.T, m *live.Model, draws int) *appraisal.Drawn {
	t.Helper()
	settings, err := appraisal.ReadSettings(m.Case, m.Report.Settings)
	if err != nil {
		t.Fatal(err)
	}
	s, err := appraisal.New(m.Case, settings, appraisal.Options{Structures: m.Report.Structures})
	if err != nil {
		t.Fatal(err)
	}
	ready, err := s.Draws(appraisal.Drawing{Draws: draws, Seed: m.Report.Seed})
	if err != nil {
		t.Fatal(err)
	}
	d, err := ready.Run(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Levers come first, then what moves the answer most.
func TestControls(t *testing.T) {
	d := drawn(t, small(t), 0)
	controls, err := live.Controls(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	others := 0
	last := len(controls) - 1
	if h := controls[last]; h.Kind != "horizon" || h.Value != small(t).Case.HorizonYears {
		t.Errorf("the last is %+v", h)
	}
	for i, c := range controls[:last] {
		if c.Kind != "lever" {
			others++
		} else if others > 0 {
			t.Errorf("the lever %s is number %d", c.Name, i)
		}
		if !(c.Min <= c.Low && c.Low <= c.Value && c.Value <= c.High && c.High <= c.Max && c.Step > 0 && c.Why != "" && c.Label != "") {
			t.Errorf("%+v", c)
		}
	}
	if others == 0 || others > 10 || !slices.ContainsFunc(controls, func(c live.Control) bool { return c.Name == "target.reduction" }) || others == last {
		t.Errorf("%d of %d are no levers", others, len(controls))
	}
}

// Beside a value stands between which answers it moves the lead, and whether that turns it.
func TestControlsSayWhatTheyMove(t *testing.T) {
	m := small(t)
	i, _ := m.Case.AssumptionIndex("scale.office")
	m.Case.Assumptions[i].Low = 0.01
	controls, err := live.Controls(t.Context(), drawn(t, m, 0))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"setup.merger": "Lead from £4.5m to £4.9m (0.18 to 0.22\u00a0unit)",
		"scale.office": "Lead from −£0.5m to £5.2m (0.01 to 0.99\u00a0unit): can turn it",
		"target.years": "The case has this value alone",
	} {
		k := slices.IndexFunc(controls, func(c live.Control) bool { return c.Name == name })
		if k < 0 || controls[k].Why != want {
			t.Errorf("of %s it says %q, want %q", name, controls[max(0, k)].Why, want)
		}
	}
}

// A target a head of 0 is none: it is called that, and no slider leads from it to next to nothing.
func TestNoTargetAHeadIsNone(t *testing.T) {
	m := small(t)
	i, _ := m.Case.AssumptionIndex("target.per_head")
	target := &m.Case.Assumptions[i]
	target.Central, target.Low, target.High, target.Kind = 0, 0, 30, "lever"
	controls, err := live.Controls(t.Context(), drawn(t, m, 0))
	if err != nil {
		t.Fatal(err)
	}
	k := slices.IndexFunc(controls, func(c live.Control) bool { return c.Name == "target.per_head" })
	if c := controls[k]; !c.None || !strings.HasPrefix(c.Why, "0 is none.") {
		t.Errorf("%+v", c)
	}
	all := answers(t, m, live.Request{ID: 1, Settings: []string{"target.per_head=19"}})
	if changed := all[len(all)-1].Changed; !strings.Contains(changed, ": none in the report, 19") {
		t.Errorf("what changed: %s", changed)
	}
}

// Amounts beside fields are of central values, while the page tells means of draws.
func TestAnswerSaysWhereAllElseIs(t *testing.T) {
	m := small(t)
	for _, draws := range []int{0, 50} {
		d := drawn(t, m, draws)
		said := live.Answer(d)
		if !strings.Contains(said, " All else is at central values, where the lead is £") || strings.Contains(said, "in the mean of draws") != (draws > 0) {
			t.Errorf("with %d draws: %s", draws, said)
		}
	}
	m.Report.Structures = []string{m.Case.Structures[0].Code}
	if said := live.Answer(drawn(t, m, 0)); !strings.Contains(said, "where the net benefit is ") {
		t.Errorf("of one structure: %s", said)
	}
}
