package document

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/plots"
)

// Drawing is a figure of the page.
type Drawing struct {
	ID, Name string
	Number   int
	Summary  string // what it shows
	Words    string // the same as the picture, in words
	SVG      string // whose texts the drawing library has escaped
	Data     []Link // the tables that it is drawn from
}

// withFigures adds the figures of these names that there are data for.
func (b *builder) withFigures(s Section, names ...string) Section {
	for _, name := range names {
		if d := b.figure(name); d != nil {
			s.Blocks = append(s.Blocks, Block{Key: d.ID, Figure: d})
		}
	}
	return s
}

// figure draws a figure; nil where it would show nothing. One that fails is left out and told of.
func (b *builder) figure(name string) *Drawing {
	if b.wanted != nil && !b.wanted(name) {
		return nil
	}
	all := plots.Figures()
	i := slices.IndexFunc(all, func(f plots.Figure) bool { return f.Name == name })
	if i < 0 {
		b.faults = append(b.faults, fmt.Errorf("there is no figure %s", name))
		return nil
	}
	f, d := all[i], b.Drawn
	if len(f.Missing(d)) > 0 {
		d = b.Decided
	}
	if len(f.Missing(d)) > 0 {
		return nil
	}
	svg, page, err := f.RenderPage(d, "svg")
	if err != nil {
		b.fail(err)
		return nil
	}
	if b.numbers == nil { // else the report has told of them
		b.lacking = append(b.lacking, page.Lacking()...)
	}
	b.figures = append(b.figures, name)
	number := len(b.figures)
	if n, ok := b.numbers[name]; ok {
		number = n
	}
	return &Drawing{ID: figureKey(name), Name: name, Number: number, Summary: report.Sentence(f.Summary), Words: page.Description, SVG: inline(svg), Data: b.linksTo(f.Needs)}
}

// fail keeps why a figure is not drawn, once for all that would have too many structures. One that has nothing to tell is no
// fault.
func (b *builder) fail(err error) {
	var nothing *plots.NothingToDrawError
	var pointless *plots.PointlessError
	var tooMany, before *plots.TooManyError
	switch {
	case errors.As(err, &nothing), errors.As(err, &pointless):
	case errors.As(err, &tooMany) && slices.ContainsFunc(b.faults, func(f error) bool { return errors.As(f, &before) }):
		before.Figures = append(before.Figures, tooMany.Figures...)
	default:
		b.faults = append(b.faults, err)
	}
}

// usual are properties with the value that they have anyway.
var usual = []string{"font-variant:normal", "font-style:normal", "font-weight:normal"}

// inline is a drawing for a page whose policy allows no style attributes: they become attributes of their own, which mean
// the same. No text holds one, for quotation marks in texts are escaped.
func inline(svg []byte) string {
	_, svg, _ = bytes.Cut(svg, []byte("<svg "))
	rest := "<svg " + string(svg)
	var b strings.Builder
	for {
		before, after, found := strings.Cut(rest, `style="`)
		b.WriteString(strings.TrimRight(before, " \t\r\n"))
		if !found {
			return b.String()
		}
		style, after, _ := strings.Cut(after, `"`)
		for property := range strings.SplitSeq(style, ";") {
			if name, value, ok := strings.Cut(property, ":"); ok && !slices.Contains(usual, property) {
				fmt.Fprintf(&b, " %s=%q", strings.TrimSpace(name), strings.TrimSpace(value))
			}
		}
		rest = after
	}
}
