package main

import (
	"fmt"
	"slices"
	"testing"

	"reconfig/data"
	"reconfig/model"
)

// writeCrowded writes a case of the program with so many structures: copies of its own, decided in other years.
func writeCrowded(t *testing.T, name, dir string, structures int) {
	t.Helper()
	c, err := data.OpenCase(name)
	if err != nil {
		t.Fatal(err)
	}
	own := c.Structures[1:] // all but the status quo
	for i := 0; len(c.Structures) < structures; i++ {
		from := own[i%len(own)]
		s := from
		s.Code, s.Name, s.Focus = fmt.Sprintf("copy-%d", i), fmt.Sprintf("%s, copy %d", from.Name, i), "no"
		c.Structures = append(c.Structures, s)
		for _, p := range slices.DeleteFunc(slices.Clone(c.Placements), func(p model.Placement) bool { return p.Structure != from.Code }) {
			p.Structure, p.FromYear = s.Code, p.FromYear+float64(i%9)/4
			c.Placements = append(c.Placements, p)
		}
	}
	if err := data.WriteCase(dir, c.Case); err != nil {
		t.Fatal(err)
	}
}
