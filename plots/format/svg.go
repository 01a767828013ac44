package format

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"regexp"
	"strings"

	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"

	"reconfig/plots/chart"
)

var svg = Format{Name: "svg", MediaType: "image/svg+xml", Encode: encodeSVG}

func encodeSVG(p chart.Page) ([]byte, error) {
	w, h := p.Size()
	c := vgsvg.New(w, h)
	p.Draw(draw.New(chart.Boxed(c)))
	var b bytes.Buffer
	if _, err := c.WriteTo(&b); err != nil {
		return nil, err
	}
	return finishSVG(b.Bytes(), p, fmt.Appendf(nil, `width="%.5gpt" height="%.5gpt"`, w.Points()*p.Scale(), h.Points()*p.Scale()))
}

// svgFonts are looked for in this order; Arial has the widths of Liberation Sans, so labels stay where they belong.
const svgFonts = "font-family:'Liberation Sans',Arial,Helvetica,sans-serif"

// sizeAttributes are those of the size on paper; the viewBox keeps that of the layout.
var sizeAttributes = regexp.MustCompile(`width="[^"]*" height="[^"]*"`)

// finishSVG adds what gonum/plot leaves out: the size on paper, fonts to fall back on, and the text alternative.
func finishSVG(file []byte, p chart.Page, size []byte) ([]byte, error) {
	head, body, found := bytes.Cut(file, []byte("<svg "))
	attributes, rest, closed := bytes.Cut(body, []byte(">"))
	if !found || !closed {
		return nil, errors.New("the SVG canvas wrote no svg element")
	}
	attributes = sizeAttributes.ReplaceAll(attributes, size)
	drawing := strings.ReplaceAll(string(rest), "font-family:Liberation Sans", svgFonts)
	var b bytes.Buffer
	b.Write(head)
	fmt.Fprintf(&b, `<svg role="img" lang="en-GB" aria-labelledby="%[1]s-title" aria-describedby="%[1]s-desc" %[2]s>`, p.ID, attributes)
	fmt.Fprintf(&b, "\n<title id=\"%s-title\">%s</title>", p.ID, html.EscapeString(chart.Clean(p.Title)))
	fmt.Fprintf(&b, "\n<desc id=\"%s-desc\">%s</desc>", p.ID, html.EscapeString(chart.Clean(p.Text())))
	b.WriteString(drawing)
	return b.Bytes(), nil
}
