package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"time"

	"reconfig/data/folder"
)

const (
	// patience is how long a command that is interrupted may take to end in its own way.
	patience = 300 * time.Millisecond
	// longPatience is the same of a command that keeps what it has found by then: it states that in tables first.
	longPatience = 20 * time.Second
)

var errInterrupted = errors.New("interrupted; nothing was written")

// keptKey is the key under which a context says whether the command keeps what it has found where it is interrupted.
type keptKey struct{}

// ableToKeep is a context of a command that may keep what it has found.
func ableToKeep(ctx context.Context) context.Context {
	return context.WithValue(ctx, keptKey{}, new(atomic.Bool))
}

// keeps says that from now on an interruption leaves something to keep.
func keeps(ctx context.Context) {
	if kept, ok := ctx.Value(keptKey{}).(*atomic.Bool); ok {
		kept.Store(true)
	}
}

func doesKeep(ctx context.Context) bool {
	kept, ok := ctx.Value(keptKey{}).(*atomic.Bool)
	return ok && kept.Load()
}

// interruptible runs a command. If it is interrupted and does not end soon, as where it waits for a slow disk or is in the
// midst of a long text, what it has not finished is removed, and the program ends without it. So it does where a command that keeps
// what it has found is interrupted a second time.
func interruptible(ctx context.Context, stderr io.Writer, run func() int) int {
	done := make(chan int, 1)
	go func() { done <- run() }()
	select {
	case code := <-done:
		return code
	case <-ctx.Done():
	}
	wait, again := patience, make(chan os.Signal, 1)
	if doesKeep(ctx) {
		wait = longPatience
		signal.Notify(again, os.Interrupt, syscall.SIGTERM)
		fmt.Fprintln(stderr, "interrupted: writing what was found by then, if anything; Ctrl-C again gives that up")
	}
	select {
	case code := <-done:
		return code
	case <-again:
	case <-time.After(wait):
	}
	folder.Abandon()
	fmt.Fprintln(stderr, "error: interrupted; what was not finished was removed")
	return exitFailed
}
