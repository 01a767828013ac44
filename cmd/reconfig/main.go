// Command reconfig simulates what each way of reorganising the bodies that commission health care saves, what it costs
// to get there, and what happens to their capacity to do the job.
//
// The package has more than twenty files because each command is one, which bears its name; methods of analysis register
// themselves (method.go). What commands share is in simulation.go, ensemble.go, analysis.go, formats.go and output.go: a case
// is opened, drawn or analysed, and what comes of it is drawn, written and printed.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"reconfig/data/folder"
)

func main() {
	ignoreFileSizeSignal()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(interruptible(ctx, os.Stderr, func() int { return execute(ctx, os.Args[1:], os.Stdout, os.Stderr) }))
}

// patience is how long a command that is interrupted may take to end in its own way.
const patience = 300 * time.Millisecond

// interruptible runs a command. If it is interrupted and does not end soon, as where it waits for a slow disk or is in the
// midst of a long text, what it has not finished is removed, and the program ends without it.
func interruptible(ctx context.Context, stderr io.Writer, run func() int) int {
	done := make(chan int, 1)
	go func() { done <- run() }()
	select {
	case code := <-done:
		return code
	case <-ctx.Done():
	}
	select {
	case code := <-done:
		return code
	case <-time.After(patience):
	}
	folder.Abandon()
	fmt.Fprintln(stderr, "error: interrupted; what was not finished was removed")
	return exitFailed
}
