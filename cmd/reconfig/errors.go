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
	return listed(name, err, fmt.Sprintf("`reconfig case check %s` says how to mend each; nothing was written", name))
}

// listed says how many problems a file or folder has, what they are, and what follows from that. Another error stays as
// it is.
func listed(name string, err error, consequence string) error {
	var problems data.Problems
	if !errors.As(err, &problems) {
		return err
	}
	return fmt.Errorf("%s has %s:\n%w\n%s", name, report.Count(len(problems), "error", "errors"), problems, consequence)
}
