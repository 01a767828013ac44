package report

import (
	"os"
	"strconv"
)

const (
	usualWidth = 80 // of a terminal, where it is not known
	leastWidth = 40 // below which no table is readable
)

// WidthOf is how many letters a line may have: what the environment's COLUMNS says, else the width of the terminal, which
// is 0 where there is none, else 80.
func WidthOf(terminal int) int {
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		return n
	}
	if terminal > 0 {
		return terminal
	}
	return usualWidth
}

// IsWidthKnown says whether somebody reads on a terminal, or has set COLUMNS.
func IsWidthKnown(terminal int) bool {
	return terminal > 0 || os.Getenv("COLUMNS") != ""
}

// width is how wide a table may be.
func (s Style) width() int {
	if s.Width == 0 {
		return usualWidth
	}
	return max(s.Width, leastWidth)
}

// ListWidth is how wide a line of text beside a long list may be.
func (s Style) ListWidth() int {
	if !s.Fits {
		return LineWidth
	}
	return s.textWidth()
}

// textWidth is how wide a line of text may be.
func (s Style) textWidth() int { return min(s.width(), LineWidth) }
