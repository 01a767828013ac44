package report

import (
	"fmt"
	"io"
	"strings"
)

// Style says how text may look.
type Style struct {
	Colour   bool // colour may be used: a terminal, and no NO_COLOR
	Markdown bool // tables in Markdown
	Width    int  // letters in a line of the terminal; 0 where it is not known
	Fits     bool // long lists too are cut to the width: somebody reads them who has that width
}

// Heading writes a heading of a level.
func (s Style) Heading(w io.Writer, level int, words string) {
	if s.Markdown {
		fmt.Fprintf(w, "%s %s\n\n", strings.Repeat("#", level), words)
		return
	}
	fmt.Fprintf(w, "%s\n\n", Emphasis(s.Colour, words))
}

// Emphasis sets a word off in bold where colour may be used.
func Emphasis(colour bool, words string) string {
	if !colour {
		return words
	}
	return "\x1b[1m" + words + "\x1b[0m"
}
