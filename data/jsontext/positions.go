// Package jsontext finds where the properties of a JSON text stand, which encoding/json does not say.
package jsontext

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// Positions is where the properties of a JSON text stand, by their path, as in resources[2].path.
type Positions struct {
	Values   map[string]string   // as a reader would quote them: texts without quotes, lists as […], objects as {…}
	Keys     map[string][]string // of each object, by its path, in order
	Repeated []Repetition

	lines map[string]int
}

// Repetition is a property that stands again in its object.
type Repetition struct {
	Path string
	Line int // where it stands again, from 1
}

// deepest is how far in positions are kept: what is read of a description is not as deep.
const deepest = 4

// Find finds the properties of a valid JSON text.
func Find(content []byte) Positions {
	w := walk{decoder: json.NewDecoder(bytes.NewReader(content)), content: content, line: 1}
	w.positions = Positions{lines: map[string]int{}, Values: map[string]string{}, Keys: map[string][]string{}}
	w.decoder.UseNumber()
	w.value("", 0)
	return w.positions
}

// Line is where the first of the properties that is there stands, from 1; 1 if none is there.
func (p Positions) Line(paths ...string) int {
	for _, path := range paths {
		if line, ok := p.lines[path]; ok {
			return line
		}
	}
	return 1
}

// walk goes through a JSON text once.
type walk struct {
	decoder   *json.Decoder
	content   []byte
	offset    int64 // up to which lines are counted
	line      int
	positions Positions
}

// value takes the next value. The decoder has been through the whole text before, so that it cannot err.
func (w *walk) value(path string, depth int) {
	token, err := w.decoder.Token()
	if err != nil {
		return
	}
	if _, again := w.positions.Values[path]; !again && depth <= deepest {
		w.positions.Values[path] = valueOf(token)
	}
	switch token {
	case json.Delim('{'):
		for w.decoder.More() {
			name, _ := w.decoder.Token()
			key := fmt.Sprint(name)
			inner := strings.TrimPrefix(path+"."+key, ".")
			w.keep(path, key, inner, depth)
			w.value(inner, depth+1)
		}
		_, _ = w.decoder.Token()
	case json.Delim('['):
		for i := 0; w.decoder.More(); i++ {
			inner := ""
			if depth < deepest {
				inner = path + "[" + strconv.Itoa(i) + "]"
			}
			w.value(inner, depth+1)
		}
		_, _ = w.decoder.Token()
	}
}

// valueOf is a value that begins with the token, as a reader would quote it.
func valueOf(token json.Token) string {
	switch token {
	case json.Delim('{'):
		return "{…}"
	case json.Delim('['):
		return "[…]"
	case nil:
		return "null"
	}
	return fmt.Sprint(token)
}

// keep remembers where a property stands that was just read.
func (w *walk) keep(object, key, path string, depth int) {
	if depth >= deepest {
		return
	}
	now := w.decoder.InputOffset()
	w.line += bytes.Count(w.content[w.offset:now], []byte("\n"))
	w.offset = now
	if _, again := w.positions.lines[path]; again {
		w.positions.Repeated = append(w.positions.Repeated, Repetition{path, w.line})
		return
	}
	w.positions.Keys[object] = append(w.positions.Keys[object], key)
	w.positions.lines[path] = w.line
}
