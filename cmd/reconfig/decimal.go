package main

import (
	"errors"

	"reconfig/data/dialect"
)

// decimalMark is a flag that says which mark stands before decimals.
type decimalMark struct{ mark *dialect.Mark }

// Set takes the flag's value.
func (d decimalMark) Set(text string) error {
	switch text {
	case "comma":
		*d.mark = dialect.Comma
	case "point":
		*d.mark = dialect.Point
	default:
		return errors.New("expected comma or point")
	}
	return nil
}

// String is the flag's value.
func (d decimalMark) String() string {
	if d.mark == nil {
		return ""
	}
	return map[dialect.Mark]string{dialect.Comma: "comma", dialect.Point: "point"}[*d.mark]
}

// Type is what help calls the value.
func (d decimalMark) Type() string { return "mark" }
