package main

import (
	"fmt"
	"net/http"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/explorer"
	"reconfig/cmd/reconfig/report/document/html"
	"reconfig/cmd/reconfig/report/live"
)

type exploreOptions struct {
	reportOptions
	port int
}

func newExploreCommand(env *environment) *cobra.Command {
	var o exploreOptions
	cmd := &cobra.Command{
		Use:   "explore",
		Short: "Open a report that can be asked, on this computer: change values and see the figures change",
		Long: `Makes the report of a case as “report” does, and serves it to browsers on this computer
until Ctrl-C ends it. Fields beside the report change levers and the assumptions that
move the answer most. The central run is shown at once, then 200 draws, then as many as
--draws says, on all processors.

The page gives the command that computes the same, and a link to what was asked.

Only this computer is served, at the loopback addresses. Requests from other pages, and
requests for other names, are refused. Nothing is written.`,
		Example: `  reconfig explore
  reconfig explore --case england-icb-2025 --draws 2000
  reconfig explore --structure status-quo,merger,hub-and-sectors --set target.reduction=0.3`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return outcome(o.explore(env)) },
	}
	o.caseOptions.addFlags(cmd.Flags())
	o.drawOptions.addFlags(cmd.Flags())
	cmd.Flags().StringSliceVar(&o.structures, "structure", nil, "`CODES` of the structures to compare, separated by commas (default: all)")
	cmd.Flags().IntVar(&o.port, "port", 0, "`NUMBER` of the port to serve at (default: any that is free)")
	cmd.Flags().BoolVar(&o.quiet, "quiet", false, "print nothing but the address, warnings and errors")
	return cmd
}

// explore makes the report and serves it until the user interrupts.
func (o *exploreOptions) explore(env *environment) error {
	if o.port < 0 || o.port > 65535 {
		return usagef("--port %d: expected a number from 0 to 65535", o.port)
	}
	if o.draws > live.MostDraws {
		return usagef("--draws %d: expected at most %d, so that answers come soon", o.draws, live.MostDraws)
	}
	s, err := o.ready(env)
	if err != nil {
		return err
	}
	l, err := explorer.Listen(o.port)
	if err != nil {
		return err
	}
	defer func() { _ = l.Close() }() // where nothing was served; closed already otherwise
	made, err := o.make(env, s)
	if err != nil {
		return err
	}
	made.warnUnsettled(env)
	h, err := o.handler(env, made, l)
	if err != nil {
		return err
	}
	fmt.Fprintf(env.out, "The report can be asked at http://%s/ – open it in a browser. Ctrl-C ends it.\n", l.Addresses()[0])
	if err := env.out.Flush(); err != nil {
		return err
	}
	if err := l.Serve(env.ctx, h); err != nil {
		return fmt.Errorf("cannot serve: %w", err)
	}
	return nil
}

// handler serves the page of a report, and what answers its questions.
func (o *exploreOptions) handler(env *environment, made *madeReport, at *explorer.Listener) (http.Handler, error) {
	m, err := o.askable(env, made.drawnCase, made.report, live.EngineHTTP, stepsTo(o.draws)...)
	if err != nil {
		return nil, err
	}
	page, err := asked(m, html.HTTP(), live.Answer(made.Drawn))
	if err != nil {
		return nil, err
	}
	content, err := html.Page(made.report, page)
	if err != nil {
		return nil, err
	}
	return explorer.New(at.Addresses(), content, html.Policy(page), live.New(m)), nil
}

// firstDraws are few enough for ranges to follow at once.
const firstDraws = 200

// stepsTo are the numbers of draws that a page asks for, one after another: the central draw, some, and all.
func stepsTo(draws int) []int {
	steps := []int{0}
	if draws > firstDraws {
		steps = append(steps, firstDraws)
	}
	if draws > 0 {
		steps = append(steps, draws)
	}
	return steps
}
