package data

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// jsonPositions is where the properties of a JSON text stand, by their path, as in resources[2].path.
type jsonPositions struct {
	lines    map[string]int
	values   map[string]string   // as a reader would quote them: texts without quotes, lists as […], objects as {…}
	keys     map[string][]string // of each object, by its path, in order
	repeated []string            // paths of properties that stand twice in their object
	again    []int               // and the line where they stand again
}

// deepest is how far in positions are kept: what a package says to reconfig is not as deep.
const deepest = 4

// positionsIn finds the properties of a valid JSON text.
func positionsIn(content []byte) jsonPositions {
	w := jsonWalk{decoder: json.NewDecoder(bytes.NewReader(content)), content: content, line: 1}
	w.positions = jsonPositions{lines: map[string]int{}, values: map[string]string{}, keys: map[string][]string{}}
	w.decoder.UseNumber()
	w.value("", 0)
	return w.positions
}

// line is where the first of the properties that is there stands; 1 if none is.
func (p jsonPositions) line(paths ...string) int {
	for _, path := range paths {
		if line, ok := p.lines[path]; ok {
			return line
		}
	}
	return 1
}

// jsonWalk goes through a JSON text once.
type jsonWalk struct {
	decoder   *json.Decoder
	content   []byte
	offset    int64 // up to which lines are counted
	line      int
	positions jsonPositions
}

// value takes the next value. The decoder has been through the whole text before, so that it cannot err.
func (w *jsonWalk) value(path string, depth int) {
	token, err := w.decoder.Token()
	if err != nil {
		return
	}
	if _, again := w.positions.values[path]; !again && depth <= deepest {
		w.positions.values[path] = valueOf(token)
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
func (w *jsonWalk) keep(object, key, path string, depth int) {
	if depth >= deepest {
		return
	}
	now := w.decoder.InputOffset()
	w.line += bytes.Count(w.content[w.offset:now], []byte("\n"))
	w.offset = now
	if _, again := w.positions.lines[path]; again {
		w.positions.repeated = append(w.positions.repeated, path)
		w.positions.again = append(w.positions.again, w.line)
		return
	}
	w.positions.keys[object] = append(w.positions.keys[object], key)
	w.positions.lines[path] = w.line
}
