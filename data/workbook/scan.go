package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"reconfig/data/table"
)

// scan is what is found in the parts of a workbook before excelize reads them. It holds them to their limits, and tells
// what excelize does not.
type scan struct {
	bytes      uint64
	cells      int
	unresolved map[string]bool // cells, as B5 of any sheet, with a formula and no result, not even an empty one
}

// scanParts returns a Problems error if the file is damaged, or unpacks to more than it may.
func scanParts(content []byte) (*scan, error) {
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, damaged(err)
	}
	s := &scan{unresolved: map[string]bool{}}
	for _, part := range z.File {
		if err := s.add(part); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// add reads a part through, so that nothing is taken from one that is damaged.
func (s *scan) add(part *zip.File) error {
	if part.UncompressedSize64 > MostBytes-s.bytes { // no more than it says can be read from it
		return table.Problems{{Expected: fmt.Sprintf("a workbook that unpacks to at most %d MB: copy the sheets that are needed into a new one, as values", MostBytes>>20)}}
	}
	s.bytes += part.UncompressedSize64
	content, err := part.Open()
	if err != nil {
		return damaged(err)
	}
	if err := s.addCells(xml.NewDecoder(content)); err != nil {
		return err
	}
	if _, err := io.Copy(io.Discard, content); err != nil {
		return damaged(err)
	}
	if err := content.Close(); err != nil {
		return damaged(err)
	}
	return nil
}

// addCells counts the cells that a reader would make of a part: a row with nothing but a cell in column XFD has 16,384.
// It stops where the part is no XML; whether it should be, excelize says.
func (s *scan) addCells(d *xml.Decoder) error {
	var here scannedCell
	for {
		token, err := d.RawToken()
		if err != nil {
			return nil //nolint:nilerr // see above
		}
		switch t := token.(type) {
		case xml.StartElement:
			s.cells += here.start(t)
		case xml.EndElement:
			if t.Name.Local == "c" && here.formula && !here.result {
				s.unresolved[here.name] = true
			}
		}
		if s.cells > mostSheetCells {
			return table.Problems{{Expected: fmt.Sprintf("a workbook of at most %d cells, with the empty ones before a row's last: copy what is needed into a new one", mostSheetCells)}}
		}
	}
}

// scannedCell is where a scan is in a sheet.
type scannedCell struct {
	row, column     int
	last            int // column of the row so far
	name            string
	formula, result bool
}

// start goes on to an element, and says how many cells wider that makes its row.
func (c *scannedCell) start(e xml.StartElement) int {
	switch e.Name.Local {
	case "row":
		c.row, c.last = 0, 0
	case "f":
		c.formula = true
	case "v", "is":
		c.result = true
	case "c":
		before := c.last
		if c.next(e.Attr) {
			before = 0
		}
		c.last = max(before, c.column)
		return c.last - before
	}
	return 0
}

// next goes on to a cell, and says whether that is in another row.
func (c *scannedCell) next(attributes []xml.Attr) (another bool) {
	c.column, c.name, c.formula, c.result = c.last+1, "", false, false
	for _, a := range attributes {
		column, row, err := excelize.CellNameToCoordinates(a.Value)
		if a.Name.Local != "r" || err != nil {
			continue
		}
		another = row != c.row
		c.column, c.row, c.name = column, row, a.Value
	}
	return another
}
