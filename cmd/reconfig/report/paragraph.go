package report

import (
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"
)

// LineWidth is how long lines of text may be.
const LineWidth = 100

// itemMark begins an item of a list.
const itemMark = "- "

// Items are texts as items of a list.
func Items(texts []string) (items []string) {
	for _, text := range texts {
		items = append(items, itemMark+text)
	}
	return items
}

// WriteParagraphs writes sentences, each as a paragraph of its own with a dash before it; empty ones are passed over.
func WriteParagraphs(w io.Writer, sentences []string) {
	for _, sentence := range sentences {
		if sentence != "" {
			WriteItem(w, itemMark, sentence)
		}
	}
}

// WriteItem writes an item of a list, wrapped under its mark.
func WriteItem(w io.Writer, mark, sentence string) { writeItem(w, mark, sentence, LineWidth) }

func writeItem(w io.Writer, mark, sentence string, width int) {
	lead := mark
	for line := range strings.SplitSeq(Wrap(sentence, width-len(mark)), "\n") {
		io.WriteString(w, strings.TrimRight(lead+line, " ")+"\n")
		lead = strings.Repeat(" ", len(mark))
	}
}

// WriteBaseline writes how the cost at the start is known; nothing if that is not stated.
func WriteBaseline(w io.Writer, statement string) {
	if statement != "" {
		io.WriteString(w, Wrap(statement, LineWidth)+"\n")
	}
}

// Wrap breaks a text into lines of at most width letters.
func Wrap(words string, width int) string {
	lines := strings.Split(text.WrapSoft(together.Replace(words), width), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(apart.Replace(lines[i]), " ")
	}
	return strings.Join(lines, "\n")
}

// WrapAfter wraps a text that follows a lead on its first line.
func WrapAfter(lead, words string, width int) string {
	if width < leastText {
		return words
	}
	return strings.TrimPrefix(Wrap(lead+words, min(width, LineWidth)), lead)
}

// leastText is how narrow a text is wrapped at the most.
const leastText = 40

// What is never broken between two lines: a sign and its number, a mark and its word.
var (
	together = strings.NewReplacer(" %", "\uE000%", "± ", "±\uE000", " − ", "\uE000−\uE000")
	marked   = strings.NewReplacer(" †", "\uE000†", " ‡", "\uE000‡", " *", "\uE000*", " ≠", "\uE000≠") // a mark and its word
	apart    = strings.NewReplacer("\uE000", " ")
)
