package chart

import (
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// The size at which a figure is laid out, and the white around it. It is printed smaller; see Print.
const (
	Width        = 24 * vg.Centimeter
	defaultShape = 15.0 / 24 // height of a page by its width
	margin       = vg.Length(14)
)

// BodyWidth is how wide the body of a page of the usual width is, between subtitle and source.
const BodyWidth = Width - 2*margin

// Narrow says whether a body of the width, 0 for the usual, is that of a column: what stands beside a plot elsewhere stands
// under or above it there.
func Narrow(body vg.Length) bool { return body > 0 && body < BodyWidth*0.7 }

// Print is the size at which a page is printed, by its name in centimetres.
type Print struct {
	Centimetres int
	Layout      vg.Length // width at which the page is laid out
}

// Prints are the sizes there are. Text of LeastSize keeps LeastPrinted points in each: a narrow page has less space, not
// smaller letters.
var Prints = []Print{{8, 12 * vg.Centimeter}, {DefaultPrint, Width}, {24, Width}}

// DefaultPrint is the width of the text of an A4 page.
const DefaultPrint = 16

// The size of the smallest text: as laid out, and at least as printed, in points.
const (
	LeastSize    = vg.Length(12)
	LeastPrinted = vg.Length(8)
)

// PrintOf is the size of that name; the default one where there is none.
func PrintOf(centimetres int) Print {
	for _, p := range Prints {
		if p.Centimetres == centimetres {
			return p
		}
	}
	return PrintOf(DefaultPrint)
}

// Scale is what a length as laid out becomes in print.
func (p Print) Scale() float64 {
	return float64(p.Centimetres) * vg.Centimeter.Points() / p.Layout.Points()
}

// Body is how wide the body is as laid out.
func (p Print) Body() vg.Length { return p.Layout - 2*margin }

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
	BodyHeight  vg.Length // 0: what is left of the usual shape, or LeastBody if that is more
	LeastBody   vg.Length
	Body        func(draw.Canvas)
	Needs       string // what would have to be there for a body; empty where there is one
	Pointless   string // why a body would tell a reader nothing; empty where it tells something
	Print       Print  // the size in print; none is the default
	Measure     string // what is shown and in which unit, above the body of a bare page; empty where the body says it
	Bare        bool   // without title, subtitle and footer, for a caption of the reader's own
}

// print is the size in print.
func (p Page) print() Print {
	if p.Print.Centimetres == 0 {
		return PrintOf(DefaultPrint)
	}
	return p.Print
}

// Scale is what a length as laid out becomes in print.
func (p Page) Scale() float64 { return p.print().Scale() }

// Text is the text alternative; that of a bare page has the words that are not on it, for its caption.
func (p Page) Text() string {
	if !p.Bare {
		return p.Description
	}
	parts := slices.Concat([]string{p.Title, p.Subtitle, p.Description}, p.Footer)
	for i, part := range parts {
		parts[i] = strings.TrimRight(part, ".")
	}
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), ". ") + "."
}

// Size is the size at which the whole page is laid out.
func (p Page) Size() (width, height vg.Length) {
	width = p.print().Layout
	if p.BodyHeight == 0 {
		return width, max(width*defaultShape, p.above()+p.below()+max(8*vg.Centimeter, p.LeastBody))
	}
	return width, p.above() + p.BodyHeight + p.below()
}

// above is the height from the top edge to the body, below that from the body to the bottom edge.
func (p Page) above() vg.Length {
	switch {
	case p.Bare && p.Measure == "":
		return margin
	case p.Bare:
		return margin + AxisTitleHeight(p.Measure, p.print().Body())
	}
	h := margin + TitleFont.Height(len(p.title())) + SubtitleFont.Height(len(p.subtitle()))
	return h + belowTitle + belowSubtitle
}

func (p Page) below() vg.Length {
	if p.Bare {
		return margin
	}
	return margin + SourceFont.Height(len(p.footer())) + aboveSource
}

func (p Page) title() []string    { return TitleFont.Wrap(p.Title, p.print().Body()) }
func (p Page) subtitle() []string { return SubtitleFont.Wrap(p.Subtitle, p.print().Body()) }

func (p Page) footer() []string {
	var lines []string
	for _, paragraph := range p.Footer {
		lines = append(lines, SourceFont.Wrap(paragraph, p.print().Body())...)
	}
	return lines
}

// Draw draws the page on a canvas of the size at which it is laid out.
func (p Page) Draw(c draw.Canvas) {
	FillRectangle(c, c.Rectangle, White)
	switch {
	case !p.Bare:
		p.drawWords(c)
	case p.Measure != "":
		DrawAxisTitle(draw.Crop(c, margin, -margin, 0, -margin), p.Measure)
	}
	p.Body(draw.Crop(c, margin, -margin, p.below(), -p.above()))
}

// drawWords writes what is above and below the body.
func (p Page) drawWords(c draw.Canvas) {
	at := vg.Point{X: c.Min.X + margin, Y: c.Max.Y - margin}
	title := p.title()
	TitleFont.DrawTop(c, at, Left, title...)
	at.Y -= TitleFont.Height(len(title)) + belowTitle
	SubtitleFont.DrawTop(c, at, Left, p.subtitle()...)
	at.Y = c.Min.Y + p.below() - aboveSource
	SourceFont.DrawTop(c, at, Left, p.footer()...)
}
