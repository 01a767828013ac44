package model

// Setting is a value that a user gives an assumption or a chance, which then does not vary.
type Setting struct {
	Name  string
	Value float64
}
