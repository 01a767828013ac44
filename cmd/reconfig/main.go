// Command reconfig simulates what each way of reorganising the bodies that commission health care saves, what it costs
// to get there, and what happens to their capacity to do the job.
//
// The package has more than twenty files because each command is one, which bears its name; methods of analysis register
// themselves (method.go). What commands share is in simulation.go, ensemble.go, analysis.go, formats.go and output.go: a case
// is opened, drawn or analysed, and what comes of it is drawn, written and printed.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ignoreFileSizeSignal()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	ctx = ableToKeep(ctx)
	os.Exit(interruptible(ctx, os.Stderr, func() int { return execute(ctx, os.Args[1:], os.Stdout, os.Stderr) }))
}
