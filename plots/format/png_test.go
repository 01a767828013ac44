//go:build !minimal

package format

import (
	"bytes"
	"image"
	"image/color"
	imagepng "image/png"
	"math"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"

	"reconfig/plots/chart"
)

// drawn is the page as the canvas of gonum/plot draws it.
func drawn(p chart.Page) image.Image {
	w, h := p.Size()
	c := vgimg.NewWith(vgimg.UseWH(w, h), vgimg.UseDPI(int(math.Round(dpi*p.Scale()))))
	p.Draw(draw.New(chart.Boxed(c)))
	return c.Image()
}

// odd is a page with what figures seldom draw: colours that let others through, parts beyond the edges, a shape with a hole,
// letters that the font lacks, and a canvas that is moved, turned and put back.
func odd() chart.Page {
	through := color.NRGBA{R: 200, G: 30, B: 90, A: 100}
	return chart.Page{
		ID: "odd", Title: "Odd: AVAT\u0304 \u6f22", Description: "Odd",
		Body: func(c draw.Canvas) {
			chart.FillRectangle(c, chart.Rectangle(-50, 100, 250, 150.3), through)
			chart.FillRectangle(c, chart.Rectangle(200, -20, 1000, 120), chart.Orange)
			chart.FillRectangle(c, chart.Rectangle(20, 20, 20.1, 90), through)
			hole := vg.Path{}
			for _, r := range []vg.Rectangle{chart.Rectangle(40, 40, 140, 140), chart.Rectangle(60, 60, 100, 100)} {
				hole.Move(r.Min)
				hole.Line(vg.Point{X: r.Max.X, Y: r.Min.Y})
				hole.Line(r.Max)
				hole.Line(vg.Point{X: r.Min.X, Y: r.Max.Y})
				hole.Close()
			}
			c.SetColor(chart.DarkBlue)
			c.Fill(hole)
			chart.Font{Size: 30, Color: through}.Draw(c, vg.Point{X: -10, Y: 60}, chart.Left, "Wide text from edge to edge and on, ÅÇ")
			c.Push()
			c.Translate(vg.Point{X: 150, Y: 30})
			c.Rotate(0.3)
			chart.FillRectangle(c, chart.Rectangle(0, 0, 30, 20), chart.Charcoal)
			chart.LabelFont.Draw(c, vg.Point{}, chart.Left, "turned")
			c.Pop()
			chart.BoldFont.Draw(c, vg.Point{X: 10, Y: 10.4}, chart.Left, "back")
		},
	}
}

// The file has every dot of the drawing as gonum/plot draws it, none of which is transparent.
func TestPNGHasEveryDot(t *testing.T) {
	for _, page := range []chart.Page{plain(), odd()} {
		file, err := Render(page, "png")
		if err != nil {
			t.Fatal(err)
		}
		got, err := imagepng.Decode(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		checkDots(t, page.ID, got, drawn(page))
	}
}

func checkDots(t *testing.T, page string, got, want image.Image) {
	t.Helper()
	read, drawn := got.(*image.RGBA), want.(*image.RGBA)
	if read.Rect != drawn.Rect {
		t.Fatalf("%s: %v, not %v", page, read.Rect, drawn.Rect)
	}
	for at := range read.Pix { // where colours are read from the file, none is transparent
		if read.Pix[at] != drawn.Pix[at] {
			x, y := at%read.Stride/4, at/read.Stride
			t.Fatalf("%s: %v at %d, %d, not %v", page, read.RGBAAt(x, y), x, y, drawn.RGBAAt(x, y))
		}
	}
}

// BenchmarkDrawing is what drawing a page takes before it is compressed, and what the canvas of gonum/plot would take.
func BenchmarkDrawing(b *testing.B) {
	b.Run("dots", func(b *testing.B) {
		for b.Loop() {
			p := plain()
			p.Draw(draw.New(chart.Boxed(newDots(p))))
		}
	})
	b.Run("gonum/plot", func(b *testing.B) {
		for b.Loop() {
			drawn(plain())
		}
	})
}

// BenchmarkPNG is what compressing a page takes, and what Go's encoder would take.
func BenchmarkPNG(b *testing.B) {
	img := drawn(plain()).(*image.RGBA)
	b.Run("up", func(b *testing.B) {
		size := 0
		for b.Loop() {
			file, err := compressed(img)
			if err != nil {
				b.Fatal(err)
			}
			size = len(file)
		}
		b.ReportMetric(float64(size), "B/file")
	})
	b.Run("image/png", func(b *testing.B) {
		var file bytes.Buffer
		for b.Loop() {
			file.Reset()
			if err := imagepng.Encode(&file, img); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(file.Len()), "B/file")
	})
}
