package reading

import (
	"strings"

	"reconfig/data/pattern"
)

// noteMark matches a mark behind a text that refers to a note or qualifies it: [note 2], [r], (a), (1), *, †, ².
var noteMark = pattern.New(`(?i:\s*\[(notes? ?[\d, ]+|[a-z]{1,3}\d?|\d{1,2}|low)\])$|\s*\(([a-z]|(?i:notes? ?\d+)|\d{1,2})\)$|\s*[*†‡§¹²³⁰⁴-⁹]+$`)

// letterMark matches a letter behind a number that qualifies it, as Eurostat has it: provisional, revised, estimated.
var letterMark = pattern.New(`(\d\)?) [rpesfu]$`)

// WithoutMarks takes the marks of notes off a text. What is nothing else stays.
func WithoutMarks(text string) string {
	for {
		bare := strings.TrimSpace(noteMark().ReplaceAllString(text, ""))
		if bare == "" || bare == text {
			return text
		}
		text = bare
	}
}
