package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"reconfig/data/pattern"
)

// appendOpenDocument adds rows to a sheet of an OpenDocument spreadsheet: see Append. Of the file it changes nothing but the
// rows behind the last, which the new ones replace, so that the sheet does not get longer than it may be.
func appendOpenDocument(content []byte, s Sheet, t Table) ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, damagedDocument(err)
	}
	body, err := partOf(z, "content.xml", MostBytes)
	if err != nil {
		return nil, partError(err)
	}
	for prefix, space := range map[string]string{"office": nsOffice, "table": nsTable, "text": nsText} {
		if !bytes.Contains(body, []byte("xmlns:"+prefix+"=\""+space+"\"")) {
			return nil, damagedDocument(errors.New("it names its elements in another way"))
		}
	}
	p := &rowFinder{Decoder: xml.NewDecoder(bytes.NewReader(body)), sheet: s.Name, last: len(s.Rows)}
	if err := p.find(); err != nil {
		return nil, damagedDocument(err)
	}
	if p.behind == 0 {
		return nil, damagedDocument(errors.New("row " + strconv.Itoa(p.last) + " of sheet " + p.sheet + " is not there"))
	}
	added, err := p.rows(s, t)
	if err != nil {
		return nil, err
	}
	return replacePart(z, "content.xml", p.insert(body, added, len(t.Rows)))
}

// rowFinder finds where in the content rows are to be added.
type rowFinder struct {
	*xml.Decoder
	sheet  string
	last   int        // the last row that holds something
	row    int        // of the sheet, that was read last
	styles []string   // of the cells of the last row
	behind int64      // where the new rows go; 0 until the last row has been found
	free   []freeRows // empty ones behind it
}

// freeRows are rows of one element that hold nothing.
type freeRows struct {
	start, tagEnd, end int64
	n                  int
}

// find goes through the content up to the end of the sheet.
func (p *rowFinder) find() error {
	inSheet, inHeader := false, false
	for {
		start := p.InputOffset()
		token, err := p.Token()
		if errors.Is(err, io.EOF) || err != nil {
			return errors.Join(err, errors.New("the sheet "+p.sheet+" has no end"))
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch {
			case is(t, nsTable, "table"):
				if inSheet = attribute(t, nsTable, "name") == p.sheet; !inSheet {
					err = p.Skip()
				}
			case is(t, nsTable, "table-header-rows"):
				inHeader = true
			case inSheet && is(t, nsTable, "table-row"):
				err = p.takeRow(t, start, inHeader)
			}
		case xml.EndElement:
			switch {
			case t.Name.Space == nsTable && t.Name.Local == "table-header-rows":
				if inHeader = false; p.row == p.last && p.behind == 0 {
					p.behind = p.InputOffset()
				}
			case inSheet && t.Name.Space == nsTable && t.Name.Local == "table":
				return nil
			}
		}
		if err != nil {
			return err
		}
	}
}

// takeRow reads a row. The last goes before the new ones, but those are no headers.
func (p *rowFinder) takeRow(e xml.StartElement, start int64, inHeader bool) error {
	n, err := repeated(e, "number-rows-repeated")
	if err != nil {
		return err
	}
	tagEnd := p.InputOffset()
	p.row += n
	if p.row > p.last {
		if err := p.Skip(); err != nil {
			return err
		}
		p.free = append(p.free, freeRows{start, tagEnd, p.InputOffset(), n})
		return nil
	}
	p.styles = nil
	for {
		token, err := p.Token()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			times, err := repeated(t, "number-columns-repeated")
			if err == nil {
				err = p.Skip()
			}
			if err != nil {
				return err
			}
			times = min(times, max(0, mostSheetColumns-len(p.styles)))
			p.styles = append(p.styles, slices.Repeat([]string{attribute(t, nsTable, "style-name")}, times)...)
		case xml.EndElement:
			if p.row == p.last && !inHeader {
				p.behind = p.InputOffset()
			}
			return nil
		}
	}
}

// rows are the new rows as they stand in the content.
func (p *rowFinder) rows(s Sheet, t Table) ([]byte, error) {
	w := &documentWriter{}
	for _, row := range t.Rows {
		w.printf("<table:table-row>")
		for column, name := range s.Rows[0] {
			style, j := "", slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == name })
			if p.last > 1 && column < len(p.styles) { // the first is the header
				style = escaped(p.styles[column])
			}
			text := ""
			if j >= 0 {
				text = row[j]
			}
			if v, isNumber := (Column{Number: j >= 0 && t.Columns[max(j, 0)].Number}).Parse(text); isNumber {
				w.addNumber(v, style)
			} else if err := w.addText(text, style); err != nil {
				return nil, err
			}
		}
		w.printf("</table:table-row>")
	}
	return w.body.Bytes(), nil
}

var rowsRepeated = pattern.New(`table:number-rows-repeated="\d+"`)

// insert puts the new rows, so many, behind the last and takes away as many empty ones.
func (p *rowFinder) insert(body, added []byte, n int) []byte {
	out := slices.Concat(body[:p.behind], added)
	from := p.behind
	for _, f := range p.free {
		if n == 0 || holdsSomething(body[f.tagEnd:f.end]) {
			break
		}
		out = append(out, body[from:f.start]...)
		from = f.end
		if f.n > n {
			tag := rowsRepeated().ReplaceAll(body[f.start:f.tagEnd], []byte(`table:number-rows-repeated="`+strconv.Itoa(f.n-n)+`"`))
			out = append(append(out, tag...), body[f.tagEnd:f.end]...)
		}
		n = max(0, n-f.n)
	}
	return append(out, body[from:]...)
}

// holdsSomething says whether a row has more than empty cells: a formula, a note, a drawing.
func holdsSomething(row []byte) bool {
	return slices.ContainsFunc([]string{"table:formula", "office:", "<text:", "<draw:"}, func(mark string) bool { return bytes.Contains(row, []byte(mark)) })
}

// replacePart writes a zip file anew with another content of one part. The others are taken as they are.
func replacePart(z *zip.Reader, name string, content []byte) ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range z.File {
		if f.Name != name {
			if err := w.Copy(f); err != nil {
				return nil, damagedDocument(err)
			}
			continue
		}
		to, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: f.Modified})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if _, err := to.Write(content); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return b.Bytes(), err
}
