package chart

import (
	"testing"

	"gonum.org/v1/plot/vg"
)

func TestBarsRange(t *testing.T) {
	bars := Bars{Rows: []Bar{
		{Parts: []Part{{Value: 10}, {Value: 37}, {Value: 3}}},
		{Parts: []Part{{Value: -5}, {Value: 52}, {Value: 3}}}, // what is negative stacks to the left
	}}
	if lo, hi := bars.Range(); lo != -5 || hi != 55 {
		t.Errorf("range %v to %v, want −5 to 55", lo, hi)
	}
	bars.Mark = Mark{At: 60, Label: "Target"}
	if _, hi := bars.Range(); hi != 60 {
		t.Errorf("range ends at %v, want the mark, 60", hi)
	}
}

func TestBarsHeight(t *testing.T) {
	short := Bars{Rows: make([]Bar, 3)}
	long := Bars{Rows: make([]Bar, 3)}
	long.Rows[1].Name = "A name that does not fit on one line of the column, nor on two of them"
	if short.Height() >= long.Height() {
		t.Error("long names do not make rows higher")
	}
	if lines := vg.Length(len(long.Rows[1].lines())); long.pitch() < lines*LabelFont.Size {
		t.Errorf("rows of %v for %v lines", long.pitch(), lines)
	}
}

func TestColumnsHoldTheirFigures(t *testing.T) {
	bars := Bars{Columns: []Column{{Heading: "Total"}}, Rows: []Bar{{Cells: []string{"£1m"}}, {Cells: []string{"£1,234,567.8m"}, Bold: true}}}
	if got, want := bars.columnWidth(0), BoldFont.Width("£1,234,567.8m"); got < want {
		t.Errorf("column of %v for figures of %v", got, want)
	}
}
