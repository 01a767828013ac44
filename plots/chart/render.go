package chart

import (
	"bytes"
	"fmt"

	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
	"gonum.org/v1/plot/vg/vgsvg"
)

// Formats are the file formats of a figure. EPS is not among them: it has no transparency and gonum/plot writes the
// time of day into it.
var Formats = []string{"png", "svg", "pdf"}

// dpi is crisp on a screen of high density and in print.
const dpi = 192

// Render draws the page as a file. The same page gives the same bytes.
func Render(p Page, format string) ([]byte, error) {
	switch format {
	case "png":
		return renderPNG(p)
	case "svg":
		return renderSVG(p)
	case "pdf":
		return renderPDF(p)
	}
	return nil, fmt.Errorf("%q is not a format of figures (%v)", format, Formats)
}

func renderPNG(p Page) ([]byte, error) {
	w, h := p.Size()
	c := vgimg.NewWith(vgimg.UseWH(w, h), vgimg.UseDPI(dpi))
	p.Draw(draw.New(c))
	var b bytes.Buffer
	if _, err := (vgimg.PngCanvas{Canvas: c}).WriteTo(&b); err != nil {
		return nil, err
	}
	return finishPNG(b.Bytes(), p)
}

func renderSVG(p Page) ([]byte, error) {
	w, h := p.Size()
	c := vgsvg.New(w, h)
	p.Draw(draw.New(c))
	var b bytes.Buffer
	if _, err := c.WriteTo(&b); err != nil {
		return nil, err
	}
	return finishSVG(b.Bytes(), p)
}

func renderPDF(p Page) ([]byte, error) {
	w, h := p.Size()
	c := newPDF(w, h, clean(p.Title), clean(p.Description))
	p.Draw(draw.New(c))
	var b bytes.Buffer
	if _, err := c.WriteTo(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
