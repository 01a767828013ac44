package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/report"
)

// answerFlags say how much of an answer is printed, and for whom.
type answerFlags struct{ full, json bool }

// answering gives a command that computes something the flags that all such commands have.
func (e *environment) answering(cmd *cobra.Command) *cobra.Command {
	var f answerFlags
	cmd.Flags().BoolVar(&f.full, "full", false, "print all tables, not only the most important; lines of up to 135 letters")
	return e.answeringBy(&f, cmd)
}

// answeringInShort is answering of a command that has no more tables than the one it prints.
func (e *environment) answeringInShort(cmd *cobra.Command) *cobra.Command {
	return e.answeringBy(new(answerFlags), cmd)
}

func (e *environment) answeringBy(f *answerFlags, cmd *cobra.Command) *cobra.Command {
	cmd.Flags().BoolVar(&f.json, "json", false, "print conclusions and table as one JSON document, for programs")
	run := cmd.RunE
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := f.check(cmd); err != nil {
			return err
		}
		e.flags = *f
		return run(cmd, args)
	}
	return cmd
}

// check returns an error for flags that contradict one another.
func (f answerFlags) check(cmd *cobra.Command) error {
	quiet := cmd.Flags().Lookup("quiet")
	isQuiet := quiet != nil && quiet.Value.String() == "true"
	switch {
	case f.full && f.json:
		return usagef("--full has no effect with --json, which has the one table; the files have the others")
	case f.json && isQuiet:
		return usagef("--json has no effect with --quiet, which prints nothing")
	case f.full && isQuiet:
		return usagef("--full has no effect with --quiet, which prints nothing")
	}
	return nil
}

// answer prints what a command has found, as the user wants it.
func (e *environment) answer(a report.Answer) error {
	a.Conclusions = report.Shorten(a.Conclusions)
	switch {
	case e.flags.json:
		return a.WriteJSON(e.out, e.command)
	case e.flags.full:
		a.WriteFull(e.out, e.style())
	default:
		a.Write(e.out, e.style())
	}
	return nil
}

// step is how to go on: what is reached, and the commands for it.
type step struct {
	heading  string
	commands []string
}

// answerWithSteps prints an answer and how to go on. Commands stand on lines of their own, however long they are, so that they can
// be copied.
func (e *environment) answerWithSteps(a report.Answer, steps []step) error {
	if e.flags.json {
		for _, x := range steps {
			a.Rest = append(a.Rest, x.commands...)
		}
		return e.answer(a)
	}
	if err := e.answer(a); err != nil {
		return err
	}
	for _, x := range steps {
		report.Answer{Rest: []string{x.heading}}.Write(e.out, e.style())
		for _, c := range x.commands {
			fmt.Fprintln(e.out, "  "+c)
		}
	}
	return nil
}

// terminalWidth is how many letters a line of the terminal has that results go to; 0 where they go elsewhere.
func terminalWidth(w any) int {
	file, ok := w.(*os.File)
	if !ok {
		return 0
	}
	return columnsOf(file)
}
