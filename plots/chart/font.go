package chart

import (
	"image/color"
	"strings"
	"sync"
	"unicode"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/font/liberation"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
)

// Font is how a piece of text is set.
type Font struct {
	Size  vg.Length
	Bold  bool
	Color color.Color // nil is Ink
}

// The fonts of a figure, in sizes as laid out. None is below LeastSize.
var (
	TitleFont    = Font{Size: 17, Bold: true}
	SubtitleFont = Font{Size: 13}
	PanelFont    = Font{Size: 12.5, Bold: true}      // headings of panels
	LabelFont    = Font{Size: LeastSize}             // ticks, rows, keys
	BoldFont     = Font{Size: LeastSize, Bold: true} // labels in focus
	SmallFont    = Font{Size: LeastSize, Color: DarkGrey}
	SourceFont   = Font{Size: LeastSize, Color: DarkGrey}
)

// Align says which point of a text is at the given point.
type Align float64

// The alignments.
const (
	Left   Align = 0
	Centre Align = 0.5
	Right  Align = 1
)

// CapHeight is the height of a capital in Liberation Sans, in sizes: what centres a line on a point.
const CapHeight = 0.69

// lineGap is the distance of two baselines, in sizes.
const lineGap = 1.25

// faces is our own cache: the global one of gonum/plot could be changed by any other package.
var faces = sync.OnceValue(func() *font.Cache { return font.NewCache(liberation.Collection()) })

// style is the font as gonum/plot knows it. Weight 3 is bold.
func (f Font) style() font.Font {
	s := font.Font{Typeface: "Liberation", Variant: "Sans", Size: f.Size}
	if f.Bold {
		s.Weight = 3
	}
	return s
}

// dress sets the font of a text style of gonum/plot, and leaves its alignment alone.
func (f Font) dress(s *text.Style) {
	s.Font, s.Color, s.Handler = f.style(), f.colour(), text.Plain{Fonts: faces()}
}

func (f Font) colour() color.Color {
	if f.Color == nil {
		return Ink
	}
	return f.Color
}

// Widest is the width of the widest of the lines.
func (f Font) Widest(lines ...string) vg.Length {
	var w vg.Length
	for _, s := range lines {
		w = max(w, f.Width(s))
	}
	return w
}

// Leading is the distance of two baselines.
func (f Font) Leading() vg.Length { return f.Size * lineGap }

// Height is the height of so many lines.
func (f Font) Height(lines int) vg.Length { return f.Leading() * vg.Length(lines) }

// Wrap breaks the text into lines no wider than the width, at spaces that may break, and inside a word only if it is
// too wide alone.
func (f Font) Wrap(s string, width vg.Length) []string {
	var lines []string
	line, across := "", stretch{}
	for _, word := range strings.FieldsFunc(Clean(s), func(r rune) bool { return r == ' ' }) {
		if longer := f.after(across, " "+word); line != "" && f.length(longer) <= width {
			line, across = line+" "+word, longer
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for line = word; f.Width(line) > width; {
			head := f.fit(line, width)
			if head == line {
				break
			}
			lines, line = append(lines, head), line[len(head):]
		}
		across = f.after(stretch{}, line)
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// fit is the longest beginning of the word that fits, at least one letter; up to a space that should not break, or a mark
// inside the word, as in lead_time.shared-management, if it has one there.
func (f Font) fit(word string, width vg.Length) string {
	letters := []rune(word)
	n := 1
	for n < len(letters) && f.Width(string(letters[:n+1])) <= width {
		n++
	}
	head := string(letters[:n])
	if space := strings.LastIndex(head, "\u00A0"); space > 0 && n < len(letters) {
		return head[:space+len("\u00A0")]
	}
	if mark := strings.LastIndexAny(head, ".-_/"); mark >= 0 && n < len(letters) {
		return head[:mark+1]
	}
	return head
}

// Draw writes one line with its baseline at the point.
func (f Font) Draw(c vg.Canvas, at vg.Point, align Align, s string) {
	s = Clean(s)
	if s == "" {
		return
	}
	face := faces().Lookup(f.style(), f.Size)
	c.SetColor(f.colour())
	at.X -= f.Width(s) * vg.Length(align)
	c.FillString(face, at, s)
}

// DrawMiddle writes lines whose block is centred on the height of the point.
func (f Font) DrawMiddle(c vg.Canvas, at vg.Point, align Align, lines ...string) {
	block := f.Size*CapHeight + f.Leading()*vg.Length(len(lines)-1)
	at.Y += block/2 - f.Size*CapHeight
	for _, line := range lines {
		f.Draw(c, at, align, line)
		at.Y -= f.Leading()
	}
}

// DrawTop writes lines from the height of the point down.
func (f Font) DrawTop(c vg.Canvas, at vg.Point, align Align, lines ...string) {
	at.Y -= f.Size
	for _, line := range lines {
		f.Draw(c, at, align, line)
		at.Y -= f.Leading()
	}
}

// Clean replaces control characters, which no file format of a figure can hold, and bytes that are not UTF-8.
func Clean(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}
