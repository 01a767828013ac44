package chart

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// The size of a figure, and the white around it.
const (
	Width         = 24 * vg.Centimeter
	defaultHeight = 15 * vg.Centimeter
	margin        = vg.Length(14)
)

// BodyWidth is how wide the body is, between subtitle and source.
const BodyWidth = Width - 2*margin

// The gaps of the frame.
const (
	belowTitle    = vg.Length(4)
	belowSubtitle = vg.Length(12)
	aboveSource   = vg.Length(12)
)

// Page is a figure with its words. Title is the finding, Subtitle says measure, unit, case and period, Footer holds
// the source and any notes, a paragraph each, Description is the text alternative.
type Page struct {
	ID          string // letters, digits and hyphens; tells figures apart that share a web page
	Title       string
	Subtitle    string
	Footer      []string
	Description string
	BodyHeight  vg.Length // 0: what is left of 15 cm, or LeastBody if that is more
	LeastBody   vg.Length
	Body        func(draw.Canvas)
	Needs       string // what would have to be there for a body; empty where there is one
}

// Size is the size of the whole page.
func (p Page) Size() (width, height vg.Length) {
	if p.BodyHeight == 0 {
		return Width, max(defaultHeight, p.above()+p.below()+max(8*vg.Centimeter, p.LeastBody))
	}
	return Width, p.above() + p.BodyHeight + p.below()
}

// above is the height from the top edge to the body, below that from the body to the bottom edge.
func (p Page) above() vg.Length {
	h := margin + TitleFont.Height(len(p.title())) + SubtitleFont.Height(len(p.subtitle()))
	return h + belowTitle + belowSubtitle
}

func (p Page) below() vg.Length { return margin + SourceFont.Height(len(p.footer())) + aboveSource }

func (p Page) title() []string    { return TitleFont.Wrap(p.Title, BodyWidth) }
func (p Page) subtitle() []string { return SubtitleFont.Wrap(p.Subtitle, BodyWidth) }

func (p Page) footer() []string {
	var lines []string
	for _, paragraph := range p.Footer {
		lines = append(lines, SourceFont.Wrap(paragraph, BodyWidth)...)
	}
	return lines
}

// Draw draws the page on a canvas of its size.
func (p Page) Draw(c draw.Canvas) {
	FillRectangle(c, c.Rectangle, White)
	at := vg.Point{X: c.Min.X + margin, Y: c.Max.Y - margin}
	TitleFont.DrawTop(c, at, Left, p.title()...)
	at.Y -= TitleFont.Height(len(p.title())) + belowTitle
	SubtitleFont.DrawTop(c, at, Left, p.subtitle()...)
	at.Y = c.Min.Y + p.below() - aboveSource
	SourceFont.DrawTop(c, at, Left, p.footer()...)
	p.Body(draw.Crop(c, margin, -margin, p.below(), -p.above()))
}
