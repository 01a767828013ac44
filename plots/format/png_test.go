package format

import (
	"bytes"
	"image"
	imagepng "image/png"
	"math"
	"testing"

	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"

	"reconfig/plots/chart"
)

// drawn is the page as dots.
func drawn(p chart.Page) image.Image {
	w, h := p.Size()
	c := vgimg.NewWith(vgimg.UseWH(w, h), vgimg.UseDPI(int(math.Round(dpi*p.Scale()))))
	p.Draw(draw.New(chart.Boxed(c)))
	return c.Image()
}

// The file has every dot of the drawing, none of which is transparent.
func TestPNGHasEveryDot(t *testing.T) {
	file, err := Render(plain(), "png")
	if err != nil {
		t.Fatal(err)
	}
	got, err := imagepng.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	want := drawn(plain())
	if got.Bounds() != want.Bounds() {
		t.Fatalf("%v, not %v", got.Bounds(), want.Bounds())
	}
	for y := range want.Bounds().Dy() {
		for x := range want.Bounds().Dx() {
			r, g, b, a := got.At(x, y).RGBA()
			if wr, wg, wb, wa := want.At(x, y).RGBA(); r != wr || g != wg || b != wb || a != wa || a != 0xffff {
				t.Fatalf("%v at %d, %d, not %v", got.At(x, y), x, y, want.At(x, y))
			}
		}
	}
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
