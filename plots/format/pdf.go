//go:build !minimal

package format

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	imagepng "image/png"
	"io"
	"math"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
)

var pdf = Format{Name: "pdf", MediaType: "application/pdf", Encode: encodePDF}

func encodePDF(p chart.Page) ([]byte, error) {
	w, h := p.Size()
	c := newPDF(w, h, p.Scale(), chart.Clean(p.Title), chart.Clean(p.Text()))
	p.Draw(draw.New(chart.Boxed(c)))
	c.doc.TransformEnd()
	var b bytes.Buffer
	if _, err := c.WriteTo(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// pdfCanvas is a vg.Canvas on fpdf with real Unicode text. The one of gonum/plot v0.17.0 hands UTF-8 to a font of one byte a
// letter ("£" becomes "Â£"), panics on bold, embeds whole fonts and writes the time of day.
type pdfCanvas struct {
	doc    *fpdf.Fpdf
	w, h   vg.Length
	stack  []pdfState
	fonts  map[string]bool
	images int
}

// pdfState is what Push saves. A point becomes x' = a x + c y + e, y' = b x + d y + f, in points from the bottom left.
type pdfState struct {
	a, b, c, d, e, f float64
	color            color.Color
	width            vg.Length
	dashes           []float64
	dashOffset       float64
}

// newPDF returns a document of one page, for drawing at the size of the layout and printing at a scale of it. The only date in it is a constant, so that files can be compared.
func newPDF(w, h vg.Length, scale float64, title, description string) *pdfCanvas {
	size := fpdf.SizeType{Wd: w.Points() * scale, Ht: h.Points() * scale}
	doc := fpdf.NewCustom(&fpdf.InitType{OrientationStr: "P", UnitStr: "pt", Size: size})
	doc.SetMargins(0, 0, 0)
	doc.SetAutoPageBreak(false, 0)
	doc.SetCatalogSort(true)
	doc.SetCreationDate(time.Unix(0, 0).UTC())
	doc.SetModificationDate(time.Unix(0, 0).UTC())
	doc.SetTitle(title, true)
	doc.SetSubject(description, true)
	doc.SetLang("en-GB")
	doc.AddPage()
	doc.TransformBegin()
	doc.TransformScaleXY(100*scale, 0, 0)
	start := pdfState{a: 1, d: 1, color: color.Black, width: 1}
	return &pdfCanvas{doc: doc, w: w, h: h, stack: []pdfState{start}, fonts: map[string]bool{}}
}

func (c *pdfCanvas) top() *pdfState { return &c.stack[len(c.stack)-1] }

// Size implements vg.CanvasSizer, like the rest of the methods.
func (c *pdfCanvas) Size() (w, h vg.Length) { return c.w, c.h }

func (c *pdfCanvas) Push()                    { c.stack = append(c.stack, *c.top()) }
func (c *pdfCanvas) Pop()                     { c.stack = c.stack[:len(c.stack)-1] }
func (c *pdfCanvas) SetLineWidth(w vg.Length) { c.top().width = w }
func (c *pdfCanvas) SetColor(col color.Color) {
	if col == nil {
		col = color.Black
	}
	c.top().color = col
}

func (c *pdfCanvas) SetLineDash(pattern []vg.Length, offset vg.Length) {
	dashes := make([]float64, len(pattern))
	for i, d := range pattern {
		dashes[i] = d.Points()
	}
	c.top().dashes, c.top().dashOffset = dashes, offset.Points()
}

func (c *pdfCanvas) Translate(p vg.Point) { s := c.top(); s.e, s.f = s.transform(p) }

func (c *pdfCanvas) Scale(x, y float64) {
	s := c.top()
	s.a, s.b, s.c, s.d = s.a*x, s.b*x, s.c*y, s.d*y
}

func (c *pdfCanvas) Rotate(angle float64) {
	s := c.top()
	sin, cos := math.Sincos(angle)
	s.a, s.b, s.c, s.d = s.a*cos+s.c*sin, s.b*cos+s.d*sin, s.c*cos-s.a*sin, s.d*cos-s.b*sin
}

func (s *pdfState) transform(p vg.Point) (x, y float64) {
	return s.a*float64(p.X) + s.c*float64(p.Y) + s.e, s.b*float64(p.X) + s.d*float64(p.Y) + s.f
}

// onPage is a point as fpdf counts: from the top.
func (c *pdfCanvas) onPage(p vg.Point) (x, y float64) {
	x, y = c.top().transform(p)
	return x, c.h.Points() - y
}

func (c *pdfCanvas) Stroke(p vg.Path) {
	s := c.top()
	if s.width <= 0 {
		return
	}
	c.paint()
	c.doc.SetLineWidth(s.width.Points())
	c.doc.SetDashPattern(s.dashes, s.dashOffset)
	c.path(p)
	c.doc.DrawPath("D")
}

func (c *pdfCanvas) Fill(p vg.Path) {
	c.paint()
	c.path(p)
	c.doc.DrawPath("F")
}

// paint sets the colour for whatever comes next.
func (c *pdfCanvas) paint() {
	col := color.NRGBAModel.Convert(c.top().color).(color.NRGBA)
	r, g, b := int(col.R), int(col.G), int(col.B)
	c.doc.SetFillColor(r, g, b)
	c.doc.SetDrawColor(r, g, b)
	c.doc.SetTextColor(r, g, b)
	c.doc.SetAlpha(float64(col.A)/255, "Normal")
}

func (c *pdfCanvas) FillString(f font.Face, at vg.Point, s string) {
	if s == "" || f.Font.Size == 0 {
		return
	}
	state := c.top()
	c.doc.SetFont(c.embedded(f), "", f.Font.Size.Points()*math.Hypot(state.a, state.b))
	c.paint()
	x, y := c.onPage(at)
	angle := math.Atan2(state.b, state.a) * 180 / math.Pi
	if angle == 0 {
		c.doc.Text(x, y, s)
		return
	}
	c.doc.TransformBegin()
	c.doc.TransformRotate(angle, x, y)
	c.doc.Text(x, y, s)
	c.doc.TransformEnd()
}

// embedded registers the face under its full name; regular and bold would otherwise share one file.
func (c *pdfCanvas) embedded(f font.Face) (name string) {
	name = f.Name()
	if c.fonts[name] {
		return name
	}
	var raw bytes.Buffer
	if _, err := f.Face.WriteSourceTo(nil, &raw); err != nil {
		panic(err)
	}
	c.doc.AddUTF8FontFromBytes(name, "", raw.Bytes())
	c.fonts[name] = true
	return name
}

func (c *pdfCanvas) DrawImage(r vg.Rectangle, img image.Image) {
	var b bytes.Buffer
	if err := imagepng.Encode(&b, img); err != nil {
		panic(err)
	}
	c.images++
	name := fmt.Sprintf("image%d.png", c.images)
	options := fpdf.ImageOptions{ImageType: "png"}
	c.doc.RegisterImageOptionsReader(name, options, &b)
	x0, y0 := c.onPage(vg.Point{X: r.Min.X, Y: r.Max.Y})
	x1, y1 := c.onPage(vg.Point{X: r.Max.X, Y: r.Min.Y})
	c.doc.ImageOptions(name, x0, y0, x1-x0, y1-y0, false, options, 0, "")
}

// WriteTo implements io.WriterTo.
func (c *pdfCanvas) WriteTo(w io.Writer) (int64, error) {
	var b bytes.Buffer
	if err := c.doc.Output(&b); err != nil {
		return 0, err
	}
	return b.WriteTo(w)
}
