package model

import "strconv"

// Optional is a number that may be missing; a missing one is an empty cell, never zero.
type Optional struct {
	Value float64
	Given bool
}

// UnmarshalCSV reads an empty cell as missing.
func (o *Optional) UnmarshalCSV(cell string) error {
	*o = Optional{}
	if cell == "" {
		return nil
	}
	v, err := strconv.ParseFloat(cell, 64)
	if err != nil {
		return err
	}
	*o = Optional{v, true}
	return nil
}

// MarshalCSV writes a missing number as an empty cell.
func (o Optional) MarshalCSV() (string, error) { return o.String(), nil }

// String is the number in full, or empty.
func (o Optional) String() string {
	if !o.Given {
		return ""
	}
	return strconv.FormatFloat(o.Value, 'f', -1, 64)
}
