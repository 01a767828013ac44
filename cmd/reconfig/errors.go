package main

import (
	"errors"
	"fmt"

	"reconfig/cmd/reconfig/report"
	"reconfig/data"
)

// usagef is an error of the command line.
func usagef(format string, args ...any) error { return &usage{fmt.Errorf(format, args...)} }

// invalidCase says how many things are wrong with a case, what they are, and what to do.
func invalidCase(name string, err error) error {
	var problems data.Problems
	if !errors.As(err, &problems) {
		return err
	}
	return fmt.Errorf("%s has %s:\n%w\nCorrect the case and check it with `reconfig case check`; nothing was written", name,
		report.Count(len(problems), "error", "errors"), problems)
}
