package workbook

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"

	"reconfig/data/table"
)

// Bounds of the XML, far above what a spreadsheet has.
const (
	mostDepth    = 200
	mostTagBytes = 1 << 20
)

// documentReader reads the parts of an OpenDocument spreadsheet.
type documentReader struct {
	*xml.Decoder
	depth         int
	styles        *documentStyles
	shown         *formats // nil where numbers are in full
	sheets        []Sheet
	isSpreadsheet bool
	cells         int // of all sheets, with the empty ones before a row's last
	letters       int // of all cells, in bytes
	elements      int // that are cells, of all sheets
}

// read reads a part: styles, and the sheets if it has some.
func (r *documentReader) read(part []byte) error {
	if hasLongTag(part) {
		return damagedDocument(errors.New("an element of more than 1 MB"))
	}
	r.Decoder, r.depth = xml.NewDecoder(bytes.NewReader(part)), 0
	for {
		token, err := r.token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch {
		case e.Name.Space == nsStyle && e.Name.Local == "style":
			err = r.readStyle(e)
		case e.Name.Space == nsNumber:
			err = r.readNumberStyle(e)
		case is(e, nsOffice, "spreadsheet"):
			r.isSpreadsheet = true
		case is(e, nsTable, "table") && r.isSpreadsheet:
			err = r.readTable(e)
		case is(e, nsTable, "tracked-changes"), is(e, nsTable, "dde-links"), is(e, nsOffice, "scripts"), is(e, nsOffice, "master-styles"):
			err = r.skip() // tables in them are no sheets
		}
		if err != nil {
			return err
		}
	}
}

// token is the next token. Elements within elements are bounded, for the decoder keeps all that are open.
func (r *documentReader) token() (xml.Token, error) {
	token, err := r.Token()
	if errors.Is(err, io.EOF) {
		return nil, io.EOF
	}
	if err != nil {
		return nil, damagedDocument(err)
	}
	switch token.(type) {
	case xml.StartElement:
		if r.depth++; r.depth > mostDepth {
			return nil, damagedDocument(errors.New("elements within elements, more than " + strconv.Itoa(mostDepth) + " deep"))
		}
	case xml.EndElement:
		r.depth--
	}
	return token, nil
}

// skip passes over the rest of the element that has been begun.
func (r *documentReader) skip() error {
	return r.children(func(xml.StartElement) error { return r.skip() })
}

// children hands over the elements of the element that has been begun. Whoever takes one reads it to its end.
func (r *documentReader) children(take func(xml.StartElement) error) error {
	for {
		token, err := r.token()
		if err != nil {
			return unended(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if err := take(t); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// unended is the error where a part ends within an element.
func unended(err error) error {
	if errors.Is(err, io.EOF) {
		return damagedDocument(io.ErrUnexpectedEOF)
	}
	return err
}

// hasLongTag says whether an element's own text is longer than any is: each of its attributes takes up memory.
func hasLongTag(part []byte) bool {
	for {
		i := bytes.IndexByte(part, '<')
		if i < 0 {
			return false
		}
		part = part[i:]
		end := bytes.IndexByte(part, '>')
		if end < 0 {
			end = len(part)
		}
		if end > mostTagBytes {
			return true
		}
		part = part[end:]
	}
}

func is(e xml.StartElement, space, local string) bool {
	return e.Name.Space == space && e.Name.Local == local
}

// attribute is the value of an attribute; empty if the element does not have it.
func attribute(e xml.StartElement, space, local string) string {
	for _, a := range e.Attr {
		if a.Name.Space == space && a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// repeated is how often a row, column or cell stands: once where the attribute is not there.
func repeated(e xml.StartElement, local string) (int, error) {
	text := attribute(e, nsTable, local)
	if text == "" {
		return 1, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > mostExcelRows {
		return 0, table.Problems{{Expected: "rows and columns that are repeated as often as a spreadsheet has them, not " + strconv.Quote(table.Shortened(text)) + " times: open it in LibreOffice and save it again"}}
	}
	return n, nil
}
