package tiling

import (
	"math"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
)

// The measures of text in a tile.
const (
	mostLines  = 5
	tileMargin = vg.Length(9)    // of both sides together, half of a thick border among it
	leading    = vg.Length(1.08) // distance of two baselines, in sizes: tighter than elsewhere
)

// Lines breaks a text into as few lines as a tile of the pitch holds; false if it does not fit. A word that is wider than
// the tile is broken once, with a hyphen.
func Lines(f chart.Font, pitch vg.Length, text string) ([]string, bool) {
	var words []string
	for _, word := range strings.Fields(chart.Clean(text)) {
		words = append(words, pieces(f, pitch-tileMargin, word)...)
	}
	for n := 1; n <= mostLines; n++ {
		if lines, fits := filled(f, pitch, words, n); fits {
			return lines, true
		}
	}
	return nil, false
}

// filled puts the words into at most n lines that lie within the tile if it has n lines.
func filled(f chart.Font, pitch vg.Length, words []string, n int) ([]string, bool) {
	var lines []string
	for len(words) > 0 {
		if len(lines) == n {
			return nil, false
		}
		width := lineWidth(f, pitch, len(lines), n)
		line, rest := words[0], words[1:]
		if f.Width(line) > width {
			return nil, false
		}
		for len(rest) > 0 && f.Width(line+" "+rest[0]) <= width {
			line, rest = line+" "+rest[0], rest[1:]
		}
		lines, words = append(lines, line), rest
	}
	return lines, len(lines) == n
}

// lineWidth is the space for line i of n.
func lineWidth(f chart.Font, pitch vg.Length, i, n int) vg.Length {
	half := BlockHeight(f, n) / 2
	top := half - f.Size*leading*vg.Length(i)
	far := max(top, f.Size*chart.CapHeight-top)
	return tileWidth(pitch, far) - tileMargin
}

// BlockHeight is how high so many lines are, from the top of a capital to the last baseline.
func BlockHeight(f chart.Font, lines int) vg.Length {
	return f.Size*chart.CapHeight + f.Size*leading*vg.Length(lines-1)
}

// wordEnds are ends of English names of towns and counties, before which a word breaks well.
var wordEnds = []string{"shire", "smith", "borough", "brough", "minster", "worth", "mouth", "field", "wick", "side", "land", "ford", "ster", "ton", "ham", "ley"}

// pieces are a word, or its two parts where it is too wide: the first with a hyphen.
func pieces(f chart.Font, width vg.Length, word string) []string {
	if f.Width(word) <= width {
		return []string{word}
	}
	if at := strings.LastIndex(word, "-"); at > 0 && at < len(word)-1 && f.Width(word[:at+1]) <= width && f.Width(word[at+1:]) <= width {
		return []string{word[:at+1], word[at+1:]}
	}
	fits := func(at int) bool { return f.Width(word[:at]+"-") <= width && f.Width(word[at:]) <= width }
	for _, end := range wordEnds {
		if at := strings.LastIndex(strings.ToLower(word), end); at > 2 && fits(at) {
			return []string{word[:at] + "-", word[at:]}
		}
	}
	best, least := 0, math.Inf(1)
	for at := range word { // after a vowel, as near to the middle as can be
		if off := math.Abs(float64(at) - float64(len(word))/2); at > 2 && at < len(word)-2 && strings.ContainsRune("aeiouy", rune(word[at-1])) && off < least && fits(at) {
			best, least = at, off
		}
	}
	if best == 0 {
		return []string{word}
	}
	return []string{word[:best] + "-", word[best:]}
}

// WriteLines writes the lines in the middle of a tile.
func WriteLines(f chart.Font, c draw.Canvas, middle vg.Point, lines []string) {
	middle.Y += BlockHeight(f, len(lines))/2 - f.Size*chart.CapHeight
	for _, line := range lines {
		f.Draw(c, middle, chart.Centre, line)
		middle.Y -= f.Size * leading
	}
}

// At is the tile at a point, whether the mosaic has it or not, where Centres gave the centres.
func (m Mosaic) At(centres []vg.Point, p vg.Point) Tile {
	x0, y0 := m.Tiles[0].Centre()
	x := float64((p.X-centres[0].X)/m.Pitch) + x0
	y := float64((p.Y-centres[0].Y)/m.Pitch)*rowRise/drawnRise + y0
	best, least := Tile{}, math.Inf(1)
	row := int(math.Round(y / rowRise))
	for r := row - 1; r <= row+1; r++ {
		t := Tile{Column: int(math.Round(x - 0.5*float64(r&1))), Row: r}
		cx, cy := t.Centre()
		if d := (x-cx)*(x-cx) + (y-cy)*(y-cy); d < least {
			best, least = t, d
		}
	}
	return best
}
