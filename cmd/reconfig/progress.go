package main

import (
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"

	"reconfig/cmd/reconfig/report"
	"reconfig/sim/analysis"
)

// progress tells the user how far a long job is: a bar on a terminal, a line every so often where output goes elsewhere,
// nothing if the user wants none. Runs may be added, and phases told of, from many goroutines.
type progress struct {
	add   func(runs int)
	phase func(analysis.Phase)
	stop  func()
}

// lineEvery is how often a line is written where there is no terminal.
const lineEvery = 10 * time.Second

// newProgress follows a job of total runs, of which some were done before.
func newProgress(env *environment, total, before int, quiet bool) *progress {
	switch {
	case quiet || total == before:
		return &progress{add: func(int) {}, phase: func(analysis.Phase) {}, stop: func() {}}
	case isTerminal(env.err):
		return newBar(env.err, total, before)
	}
	return newLines(env.err, total, before)
}

// working does work that is not counted, and tells what goes on, and for how long by now.
func working(env *environment, what string, quiet bool, do func() error) error {
	p := newWork(env, what, quiet)
	defer p.stop()
	return do()
}

func newWork(env *environment, what string, quiet bool) *progress {
	switch {
	case quiet:
		return newProgress(env, 0, 0, true)
	case isTerminal(env.err):
		bar := progressbar.NewOptions64(-1, progressbar.OptionSetWriter(env.err), progressbar.OptionSetDescription(what), progressbar.OptionClearOnFinish())
		return &progress{stop: func() { _ = bar.Finish(); _ = bar.Clear() }} // what cannot be shown need not stop the job
	}
	return linesOf(env.err, &lines{phase: analysis.Phase{Name: what}, since: time.Now()})
}

func newBar(w io.Writer, total, before int) *progress {
	words := "running"
	if before > 0 {
		words = fmt.Sprintf("the rest, after %d %% were done", 100*before/total)
	}
	bar := progressbar.NewOptions64(int64(total-before), progressbar.OptionSetWriter(w), progressbar.OptionSetDescription(words),
		progressbar.OptionShowIts(), progressbar.OptionSetItsString("runs"), progressbar.OptionShowCount(), progressbar.OptionThrottle(200*time.Millisecond),
		progressbar.OptionSetPredictTime(true), progressbar.OptionFullWidth(), progressbar.OptionClearOnFinish())
	var mu sync.Mutex
	name := ""
	// What cannot be shown need not stop the job.
	return &progress{
		add: func(runs int) { _ = bar.Add(runs) },
		phase: func(p analysis.Phase) {
			mu.Lock()
			defer mu.Unlock()
			if p.Of > 0 && (bar.GetMax() != p.Of || name != p.Name) {
				bar.Reset() // also one that is full, and shows no more
				bar.ChangeMax(p.Of)
			}
			name = p.Name
			if p.Of > 0 {
				progressbar.OptionSetItsString(p.Unit)(bar)
				_ = bar.Set(p.Done)
			}
			bar.Describe(p.Name)
		},
		stop: func() { _ = bar.Clear() },
	}
}

func newLines(w io.Writer, total, before int) *progress {
	return linesOf(w, &lines{phase: analysis.Phase{Unit: "runs", Done: before, Of: total}, before: before, told: before, since: time.Now()})
}

// linesOf writes such lines until it is stopped.
func linesOf(w io.Writer, l *lines) *progress {
	ended := make(chan struct{})
	var wait sync.WaitGroup
	wait.Go(func() {
		tick := time.NewTicker(lineEvery)
		defer tick.Stop()
		for {
			select {
			case <-ended:
				return
			case <-tick.C:
				fmt.Fprintln(w, l.line())
			}
		}
	})
	return &progress{add: l.add, phase: l.begin, stop: func() { close(ended); wait.Wait() }}
}

// lines is how far a job is that is told of in lines.
type lines struct {
	mu     sync.Mutex
	phase  analysis.Phase
	before int       // what was done when the phase began
	told   int       // what was done when the last line was written
	since  time.Time // when it began
}

func (l *lines) add(runs int) {
	l.mu.Lock()
	l.phase.Done += runs
	l.mu.Unlock()
}

// begin goes on to another phase, or farther in the same.
func (l *lines) begin(p analysis.Phase) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if p.Of == 0 {
		l.phase.Name = p.Name
		return
	}
	if p.Name != l.phase.Name || p.Of != l.phase.Of {
		l.before, l.told, l.since = p.Done, p.Done, time.Now()
	}
	l.phase = p
}

func (l *lines) line() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	stands := l.told == l.phase.Done
	l.told = l.phase.Done
	if l.phase.Of == 0 {
		return fmt.Sprintf("%s: %s by now", l.phase.Name, lasting(time.Since(l.since).Seconds()))
	}
	return progressLine(l.phase, l.before, time.Since(l.since), stands)
}

// progressLine says what goes on, how far it is, how fast it goes and how long it will take. Where the count stands, or all is
// counted, nobody knows how long what follows will take.
func progressLine(p analysis.Phase, before int, elapsed time.Duration, stands bool) string {
	rate := float64(p.Done-before) / elapsed.Seconds()
	line := fmt.Sprintf("%s of %s %s (%s %%)", report.Decimal(float64(p.Done), 0), report.Decimal(float64(p.Of), 0), p.Unit, report.Decimal(100*float64(p.Done)/float64(p.Of), 1))
	if p.Name != "" {
		line = p.Name + ": " + line
	}
	switch {
	case p.Done >= p.Of:
		line += ", now what follows from them"
	case rate > 0 && !stands:
		if rate >= 1 {
			line += fmt.Sprintf(", %s a second", report.Decimal(rate, 0))
		}
		line += fmt.Sprintf(", %s left", lasting(float64(p.Of-p.Done)/rate))
	}
	return line
}

// lasting writes seconds as a person would say them.
func lasting(seconds float64) string {
	switch {
	case seconds < 1:
		return "a second or less"
	case seconds < 120:
		return report.Decimal(seconds, 0) + " s"
	case seconds < 2*3600:
		return report.Decimal(seconds/60, 0) + " min"
	case seconds < 3*24*3600:
		return report.Decimal(seconds/3600, 1) + " h"
	}
	return report.Decimal(seconds/24/3600, 1) + " days"
}
