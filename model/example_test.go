package model_test

import (
	"fmt"

	"reconfig/model/modeltest"
)

// A case says what is wrong with it, table by table and row by row.
func ExampleCase_Check() {
	c := modeltest.Small()
	c.Placements[0].Arrangement = "mergr"
	for _, p := range c.Check() {
		fmt.Printf("%s, row %d, %s %q: expected %s; %s\n", p.Table, p.Row, p.Column, p.Value, p.Expected, p.Instruction())
	}
	// Output:
	// placements, row 0, arrangement "mergr": expected the code of an arrangement (merger); write merger, if that is meant
}

// To set an assumption changes a draw, never the case.
func ExampleCase_Set() {
	c := modeltest.Small()
	draw := c.CentralDraw()
	if _, err := c.Set(draw, "target.reduction", 0.3); err != nil {
		panic(err)
	}
	fmt.Println(c.Values(draw)["target.reduction"])
	_, err := c.Set(draw, "target.reductoin", 0.3)
	fmt.Println(err)
	// Output:
	// 0.3
	// there is no assumption "target.reductoin"; did you mean target.reduction?
}
