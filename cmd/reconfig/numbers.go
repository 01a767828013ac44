package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reconfig/data/pattern"
	"reconfig/data/table"
)

// wholeNumber is a flag that takes a whole number as people write it. pflag alone reads 010 as eight, as in C, and refuses 008,
// so that of seeds that a script numbers 001, 002 … two would be the same.
type wholeNumber struct{ pflag.Value }

var allDigits = pattern.New(`^[+-]?\d+$`)

// Set takes the flag's value.
func (w wholeNumber) Set(text string) error {
	if !allDigits().MatchString(text) {
		return errors.New("expected digits")
	}
	number := strings.TrimLeft(text, "+-0")
	switch {
	case number == "":
		number = "0"
	case text[0] == '-':
		number = "-" + number
	}
	return w.Value.Set(number)
}

// plainNumber is a flag that takes a number as tables and plans do. pflag alone reads 0x1p3 as eight, and Inf.
type plainNumber struct{ pflag.Value }

// Set takes the flag's value.
func (n plainNumber) Set(text string) error {
	if !table.IsNumber(text) {
		return errors.New("expected a plain number")
	}
	return n.Value.Set(text)
}

// takePlainNumbers makes wholeNumbers and plainNumbers of the flags of a command and of those below it.
func takePlainNumbers(c *cobra.Command) {
	for _, flags := range []*pflag.FlagSet{c.Flags(), c.PersistentFlags()} {
		flags.VisitAll(func(f *pflag.Flag) {
			switch f.Value.Type() {
			case "int", "uint64":
				f.Value = wholeNumber{f.Value}
			case "float64":
				f.Value = plainNumber{f.Value}
			}
		})
	}
	for _, below := range c.Commands() {
		takePlainNumbers(below)
	}
}
