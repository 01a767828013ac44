package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reconfig/cmd/reconfig/report"
)

// Exit codes are part of the program's interface.
const (
	exitDone       = 0
	exitFailed     = 1 // or interrupted
	exitWrongUsage = 2
)

// environment is what every command writes to.
type environment struct {
	out       *bufio.Writer // results for the user
	err       io.Writer     // warnings
	outColour bool          // colour may be used on out, and on err
	errColour bool
	command   string          // as it was typed
	ctx       context.Context // ends when the user interrupts
	width     int             // letters in a line of out
	fits      bool            // that is known, so that long lists are cut to it
	flags     answerFlags     // of the command that runs
	waits     bool            // warnings wait until the answer is printed
	waiting   []notice        // those that do
}

// canceled is an error once the user has interrupted.
func (e *environment) canceled() error { return e.ctx.Err() }

// undisturbed is the environment of what is still to be done although the user has interrupted.
func (e *environment) undisturbed() *environment {
	same := *e
	same.ctx = context.WithoutCancel(e.ctx)
	return &same
}

// style is how tables may look.
func (e *environment) style() report.Style { return report.Style{Colour: e.outColour, Width: e.width} }

// notice is what a command tells beside its results, on standard error.
type notice struct{ lead, text string }

// warn tells the user of something that does not stop the command.
func (e *environment) warn(format string, args ...any) {
	e.tell(notice{"warning: ", fmt.Sprintf(format, args...)})
}

// note tells of something that is as it should be.
func (e *environment) note(format string, args ...any) {
	e.tell(notice{"note: ", fmt.Sprintf(format, args...)})
}

func (e *environment) tell(n notice) {
	if e.waits {
		e.waiting = append(e.waiting, n)
		return
	}
	_ = e.out.Flush() // so that it stands where it belongs; an error shows at the end
	if e.fits {       // somebody reads it; a program looks for it on one line
		n.text = report.WrapAfter(n.lead, n.text, e.width)
	}
	fmt.Fprintln(e.err, report.Emphasis(e.errColour, n.lead)+n.text)
}

// warnLater lets warnings and notes wait, and returns what then tells of them.
func (e *environment) warnLater() (tell func()) {
	e.waits = true
	return func() {
		e.waits = false
		for _, n := range e.waiting {
			e.tell(n)
		}
		e.waiting = nil
	}
}

// execute runs the program with the arguments and returns its exit code. Only a failure makes it 1; whatever cobra
// itself refuses is wrong usage.
func execute(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	out := bufio.NewWriter(stdout)
	env := &environment{
		out: out, err: stderr, outColour: mayColour(stdout), errColour: mayColour(stderr),
		command: report.CommandLine(args), ctx: ctx, width: report.WidthOf(terminalWidth(stdout)), fits: report.IsWidthKnown(terminalWidth(stdout)),
	}
	root := newRootCommand(env)
	root.SetArgs(args)
	root.SetOut(out)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	if flushed := out.Flush(); err == nil && flushed != nil {
		err = &failure{fmt.Errorf("cannot write the output: %w", flushed)}
	}
	if err == nil {
		return exitDone
	}
	fmt.Fprintln(stderr, report.Emphasis(env.errColour, "error: ")+err.Error())
	var failed *failure
	if errors.As(err, &failed) {
		return exitFailed
	}
	fmt.Fprintln(stderr, "`reconfig --help` lists the commands, and each has a --help with an example.")
	return exitWrongUsage
}

// failure is an error that is not the user's wrong usage.
type failure struct{ error }

func (f *failure) Unwrap() error { return f.error }

// usage is an error of the command line.
type usage struct{ error }

// outcome sorts a command's error into failures and wrong usage.
func outcome(err error) error {
	var wrong *usage
	if err == nil || errors.As(err, &wrong) {
		return err
	}
	return &failure{err}
}

// mayColour says whether the writer is a terminal whose user wants colour (https://no-color.org).
func mayColour(w io.Writer) bool {
	return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && isTerminal(w)
}

// isTerminal says whether somebody may be watching.
func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// refuseEmpty refuses a flag or an argument that is given without a value, as when a variable in a script is not set: taking
// the default then would answer another question than was asked, and no name would be the folder one is in.
func refuseEmpty(cmd *cobra.Command, args []string) (err error) {
	if i := slices.Index(args, ""); i >= 0 {
		return usagef("argument %d is given without a value", i+1)
	}
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if v := f.Value.String(); v == "" || v == "[]" {
			err = usagef("--%s is given without a value", f.Name)
		}
	})
	return err
}

// plainFlagError says in plain words what a number as a flag should be.
func plainFlagError(err error) error {
	var invalid *pflag.InvalidValueError
	if !errors.As(err, &invalid) {
		return err
	}
	expected := ""
	switch invalid.GetFlag().Value.Type() {
	case "int":
		expected = "a whole number, as in 1000"
	case "uint64":
		expected = fmt.Sprintf("a whole number from 0 to %d", uint64(math.MaxUint64))
	case "float64":
		expected = "a number, as in 0.5"
	default:
		return err
	}
	return fmt.Errorf("invalid argument %q for \"--%s\" flag: expected %s", invalid.GetValue(), invalid.GetFlag().Name, expected)
}

func newRootCommand(env *environment) *cobra.Command {
	root := &cobra.Command{
		Use:   "reconfig",
		Short: "What does each way of reorganising health commissioners really save?",
		Long: `reconfig simulates what each way of reorganising the bodies that commission health
care saves, what it costs to get there, and what happens to their capacity to do
the job. Three cases come with it: London's 31 primary care trusts in 2010, England's
42 integrated care boards in 2025, and six mergers of 2018 to compare the simulator
with. “case new” makes a case of your own from a table of bodies.

Exit status: 0 done, 1 failed or interrupted, 2 wrong usage.`,
		Example: `  reconfig run                          London, all structures, into out/london-2010
  reconfig run --set target.reduction=0.3 --structure merger,hub-and-sectors
  reconfig compare merger hub-and-sectors
  reconfig sensitivity tornado merger de-facto-merger
  reconfig decide --draws 2000
  reconfig compare cluster merger --case england-icb-2025
  reconfig case show london-2010`,
		Version:           version(),
		Args:              cobra.NoArgs,
		SilenceErrors:     true,
		SilenceUsage:      true,
		PersistentPreRunE: refuseEmpty,
		RunE:              func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return plainFlagError(err) })
	root.CompletionOptions.DisableDefaultCmd = true
	usePlainHelp(root)
	root.AddCommand(env.answering(newRunCommand(env)), env.answering(newReportCommand(env)), newExploreCommand(env), env.answering(newCompareCommand(env)), env.answering(newBacktestCommand(env)), newPlotCommand(env), newCaseCommand(env), newSweepCommand(env), newSensitivityCommand(env), newDesignCommand(env))
	root.AddCommand(commandsOf("", env)...)
	takePlainNumbers(root)
	return root
}
