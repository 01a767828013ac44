package main

import (
	"fmt"
	"io"
	"sync"
	"sync/atomic"
	"time"

	"github.com/schollz/progressbar/v3"

	"reconfig/cmd/reconfig/report"
)

// progress tells the user how far a long job is: a bar on a terminal, a line every so often where output goes elsewhere,
// nothing if the user wants none. Runs may be added from many goroutines.
type progress struct {
	add  func(runs int)
	stop func()
}

// lineEvery is how often a line is written where there is no terminal.
const lineEvery = 10 * time.Second

// newProgress follows a job of total runs, of which some were done before.
func newProgress(env *environment, total, before int, quiet bool) *progress {
	switch {
	case quiet || total == before:
		return &progress{add: func(int) {}, stop: func() {}}
	case isTerminal(env.err):
		return newBar(env.err, total, before)
	}
	return newLines(env.err, total, before)
}

func newBar(w io.Writer, total, before int) *progress {
	words := "running"
	if before > 0 {
		words = fmt.Sprintf("the rest, after %d %% were done", 100*before/total)
	}
	bar := progressbar.NewOptions64(int64(total-before), progressbar.OptionSetWriter(w), progressbar.OptionSetDescription(words),
		progressbar.OptionShowIts(), progressbar.OptionSetItsString("runs"), progressbar.OptionShowCount(), progressbar.OptionThrottle(200*time.Millisecond),
		progressbar.OptionSetPredictTime(true), progressbar.OptionFullWidth(), progressbar.OptionClearOnFinish())
	return &progress{
		add:  func(runs int) { _ = bar.Add(runs) }, // what cannot be shown need not stop the job
		stop: func() { _ = bar.Clear() },
	}
}

func newLines(w io.Writer, total, before int) *progress {
	var done atomic.Int64
	done.Store(int64(before))
	start, ended := time.Now(), make(chan struct{})
	var wait sync.WaitGroup
	wait.Go(func() {
		tick := time.NewTicker(lineEvery)
		defer tick.Stop()
		for {
			select {
			case <-ended:
				return
			case <-tick.C:
				fmt.Fprintln(w, progressLine(int(done.Load()), before, total, time.Since(start)))
			}
		}
	})
	return &progress{
		add:  func(runs int) { done.Add(int64(runs)) },
		stop: func() { close(ended); wait.Wait() },
	}
}

// progressLine says how far a job is, how fast it goes and how long it will take.
func progressLine(done, before, total int, elapsed time.Duration) string {
	rate := float64(done-before) / elapsed.Seconds()
	line := fmt.Sprintf("%s of %s runs (%s %%)", report.Decimal(float64(done), 0), report.Decimal(float64(total), 0), report.Decimal(100*float64(done)/float64(total), 1))
	if rate > 0 {
		line += fmt.Sprintf(", %s a second, %s left", report.Decimal(rate, 0), lasting(float64(total-done)/rate))
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
