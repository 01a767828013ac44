package chart

import (
	"bytes"
	"fmt"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"

	"reconfig/plots/chart/charttest"
)

func pairsOf(variables int) Pairs {
	var p Pairs
	for i := range variables {
		p.Variables = append(p.Variables, Variable{Name: fmt.Sprint("variable ", i), Scale: NewScale(0, float64(i+1), 0, 4, Unit{})})
	}
	return p
}

// There is a plot for each two variables, on the canvas and clear of the others and of the corner.
func TestPairsAreApart(t *testing.T) {
	for variables := 2; variables <= 4; variables++ {
		p := pairsOf(variables)
		var areas []vg.Rectangle
		seen := map[[2]int]bool{}
		p.Each = func(c draw.Canvas, across, up int, x, y func(float64) vg.Length) {
			if across >= up || seen[[2]int{across, up}] {
				t.Errorf("%d variables: plot of %d and %d", variables, across, up)
			}
			seen[[2]int{across, up}] = true
			if x(0) != c.Min.X || y(float64(up+1)) != c.Max.Y {
				t.Errorf("%d variables: the axes of %d and %d do not span the plot", variables, across, up)
			}
			areas = append(areas, c.Rectangle)
		}
		p.Corner = func(c draw.Canvas) {
			if c.Size() != p.CornerSize() {
				t.Errorf("%d variables: corner %v, want %v", variables, c.Size(), p.CornerSize())
			}
			areas = append(areas, c.Rectangle)
		}
		charttest.Ink(func(c draw.Canvas) {
			p.Draw(c)
			for i, a := range areas {
				if a.Min.X < c.Min.X || a.Max.X > c.Max.X+0.01 || a.Max.Y > c.Max.Y || a.Min.Y < c.Max.Y-p.Height() {
					t.Errorf("%d variables: plot %v beyond the canvas %v", variables, a, c.Rectangle)
				}
				for _, b := range areas[:i] {
					if Overlap(a, b) {
						t.Errorf("%d variables: %v lies on %v", variables, a, b)
					}
				}
			}
		})
		if want := variables*(variables-1)/2 + 1; len(areas) != want {
			t.Errorf("%d variables: %d plots and corners, want %d", variables, len(areas), want)
		}
	}
}

// Many points are one shape in the file.
func TestDotsAreOnePath(t *testing.T) {
	var at []vg.Point
	page := Page{Body: func(c draw.Canvas) {
		for i := range 500 {
			at = append(at, vg.Point{X: c.Min.X + vg.Length(i), Y: c.Min.Y})
		}
		DrawDots(c, at, 2, Ink, false)
		DrawDots(c, at, 2, Ink, true)
		DrawDots(c, nil, 2, Ink, true)
	}}
	svg := vgsvg.New(page.Size())
	page.Draw(draw.New(svg))
	var file bytes.Buffer
	if _, err := svg.WriteTo(&file); err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(file.Bytes(), []byte("<path")); n > 4 {
		t.Errorf("%d paths", n)
	}
}
