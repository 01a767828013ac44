package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"reconfig/sim/analysis"
)

// Lines of progress say what goes on: a phase that counts something else begins anew, one that does not goes on.
func TestProgressNamesItsPhases(t *testing.T) {
	l := &lines{phase: analysis.Phase{Unit: "runs", Of: 200}, since: time.Now().Add(-10 * time.Second)}
	l.add(50)
	l.begin(analysis.Phase{Name: "each function alone"})
	l.add(50)
	if got, want := l.line(), "each function alone: 100 of 200 runs (50.0 %), 10 a second, 10 s left"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	for done := range 3 {
		l.begin(analysis.Phase{Name: "best map of 6 sectors", Unit: "branches", Done: done, Of: 4})
	}
	if got, want := l.line(), "best map of 6 sectors: 2 of 4 branches (50.0 %), "; !strings.HasPrefix(got, want) {
		t.Errorf("%q, want %q first", got, want)
	}
	l.begin(analysis.Phase{Name: "random maps", Unit: "maps", Of: 100})
	if got, want := l.line(), "random maps: 0 of 100 maps (0.0 %)"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// Where the count stands or is full, no line says how much time is left; work that is not counted is named.
func TestProgressForetellsNothingOfWhatIsNotCounted(t *testing.T) {
	l := &lines{phase: analysis.Phase{Unit: "runs", Of: 200}, since: time.Now().Add(-10 * time.Second)}
	l.add(100)
	for i, want := range []string{"100 of 200 runs (50.0 %), 10 a second, 10 s left", "100 of 200 runs (50.0 %)"} {
		if got := l.line(); got != want {
			t.Errorf("line %d: %q, want %q", i, got, want)
		}
	}
	l.add(100)
	if got, want := l.line(), "200 of 200 runs (100.0 %), now what follows from them"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	l = &lines{phase: analysis.Phase{Name: "drawing figures"}, since: time.Now().Add(-20 * time.Second)}
	if got, want := l.line(), "drawing figures: 20 s by now"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// A bar that is full shows the next phase of as many.
func TestBarGoesOnAfterAFullPhase(t *testing.T) {
	var out bytes.Buffer
	p := newBar(&out, 10, 0)
	p.add(10)
	p.phase(analysis.Phase{Name: "what it is worth", Unit: "runs", Of: 10})
	time.Sleep(250 * time.Millisecond)
	p.add(4)
	p.stop()
	if text := out.String(); !strings.Contains(text, "what it is worth") || !strings.Contains(text, "4/10") {
		t.Errorf("the bar shows %q", text)
	}
}

// A bar shows the same.
func TestBarNamesItsPhases(t *testing.T) {
	var out bytes.Buffer
	p := newBar(&out, 100, 0)
	p.add(40)
	p.phase(analysis.Phase{Name: "random maps", Unit: "maps", Done: 3, Of: 10})
	time.Sleep(250 * time.Millisecond)
	p.phase(analysis.Phase{Name: "random maps", Unit: "maps", Done: 4, Of: 10})
	p.stop()
	if text := out.String(); !strings.Contains(text, "random maps") || !strings.Contains(text, "4/10") {
		t.Errorf("the bar shows %q", text)
	}
}
