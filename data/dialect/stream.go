package dialect

import (
	"bufio"
	"bytes"
	"io"
	"unicode/utf8"

	"golang.org/x/text/transform"
)

// startBytes is how much of a long file its dialect is told from.
const startBytes = 1 << 20

// Stream reads a table that may be too large for the memory: it tells the dialect from the start of the file, also the mark
// before decimals, and gives the text in UTF-8. Whoever reads on asks Contradicts of each number, and minds letters that
// are not UTF-8.
func Stream(file io.Reader) (io.Reader, Dialect, *Doubt) {
	in := bufio.NewReaderSize(file, startBytes)
	start, err := in.Peek(startBytes)
	if err == nil { // there is more: the last line, and perhaps its last letter, are not whole
		start = wholeLines(start)
	}
	text, d, doubt := Read(start)
	if doubt != nil {
		return nil, d, doubt
	}
	if d.Separator() != ',' {
		if d.Decimals, doubt = startMarks(text, d).Mark(Unknown, ""); doubt != nil {
			return nil, d, doubt
		}
	}
	mark := map[bool]int{true: len(utf8Mark)}[bytes.HasPrefix(start, []byte(utf8Mark))]
	if d.Encoding.isMarked(start) {
		mark = len(marks[d.Encoding])
	}
	if _, err := in.Discard(mark); err != nil || d.Encoding == UTF8 {
		return in, d, nil
	}
	return transform.NewReader(in, d.Encoding.codec().NewDecoder()), d, nil
}

// wholeLines is a text up to the end of its last whole line, in one byte a letter or in two.
func wholeLines(start []byte) []byte {
	end := bytes.LastIndexByte(start, '\n') + 1
	if end < len(start) && start[end] == 0 && end%2 == 1 {
		end++ // the second byte of the end of a line
	}
	if end == 0 {
		for end = len(start); end > 0 && !utf8.RuneStart(start[end-1]); end-- {
		}
	}
	return start[:end]
}

// startMarks takes the numbers of the start of a table.
func startMarks(text []byte, d Dialect) *Marks {
	m := &Marks{}
	r := d.NewReader(text)
	var header []string
	for {
		record, err := r.Read()
		if err != nil {
			return m
		}
		if header == nil {
			header = record
			continue
		}
		for i := range record {
			line, _ := r.FieldPos(i)
			m.Take(record[i], header[min(i, len(header)-1)], line)
		}
	}
}

// Contradicts says whether a number has another mark than this for sure.
func (m Mark) Contradicts(text string) bool {
	of, _ := markOf(text)
	return m != Unknown && of != Unknown && of != m
}
