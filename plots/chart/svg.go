package chart

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"strings"
)

// svgFonts are looked for in this order; Arial has the widths of Liberation Sans, so labels stay where they belong.
const svgFonts = "font-family:'Liberation Sans',Arial,Helvetica,sans-serif"

// finishSVG adds what gonum/plot leaves out: fonts to fall back on, and the text alternative.
func finishSVG(svg []byte, p Page) ([]byte, error) {
	head, body, found := bytes.Cut(svg, []byte("<svg "))
	attributes, rest, closed := bytes.Cut(body, []byte(">"))
	if !found || !closed {
		return nil, errors.New("the SVG canvas wrote no svg element")
	}
	drawing := strings.ReplaceAll(string(rest), "font-family:Liberation Sans", svgFonts)
	var b bytes.Buffer
	b.Write(head)
	fmt.Fprintf(&b, `<svg role="img" lang="en-GB" aria-labelledby="%[1]s-title" aria-describedby="%[1]s-desc" %[2]s>`, p.ID, attributes)
	fmt.Fprintf(&b, "\n<title id=\"%s-title\">%s</title>", p.ID, html.EscapeString(clean(p.Title)))
	fmt.Fprintf(&b, "\n<desc id=\"%s-desc\">%s</desc>", p.ID, html.EscapeString(clean(p.Description)))
	b.WriteString(drawing)
	return b.Bytes(), nil
}
