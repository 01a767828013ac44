package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"reconfig/data/table"
)

// openDocumentFormat is that of LibreOffice, and of what governments publish: OpenDocument 1.3, part 3 (OASIS, 2021).
var openDocumentFormat = Format{
	Name: "ods", Called: "an OpenDocument spreadsheet", MediaType: openDocumentMime,
	read: readOpenDocument, write: writeOpenDocument, append: appendOpenDocument,
}

// The namespaces of OpenDocument, less what they begin with.
const (
	nsOffice = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
	nsTable  = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
	nsText   = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
	nsStyle  = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
	nsNumber = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
	nsCalc   = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
)

// readOpenDocument reads the sheets of an OpenDocument spreadsheet.
func readOpenDocument(content []byte, shown *formats) ([]Sheet, error) {
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, damagedDocument(err)
	}
	body, err := partOf(z, "content.xml", MostBytes)
	if err != nil {
		return nil, partError(err)
	}
	common, err := partOf(z, "styles.xml", MostBytes-uint64(len(body)))
	if err != nil && !errors.Is(err, errNoPart) {
		return nil, partError(err)
	}
	r := &documentReader{styles: newStyles(), shown: shown}
	if len(common) > 0 {
		if err := r.read(common); err != nil {
			return nil, err
		}
	}
	if err := r.read(body); err != nil {
		return nil, err
	}
	if !r.isSpreadsheet {
		return nil, damagedDocument(errors.New("no spreadsheet is in its content"))
	}
	return r.sheets, nil
}

var (
	errNoPart   = errors.New("a part of it is missing")
	errTooLarge = errors.New("it unpacks to more than it may")
)

// partOf unpacks a part of a zip file, of so many bytes at most.
func partOf(z *zip.Reader, name string, most uint64) ([]byte, error) {
	var part *zip.File
	for _, f := range z.File {
		if f.Name != name {
			continue
		}
		if part != nil {
			return nil, fmt.Errorf("it has %s twice", name)
		}
		part = f
	}
	if part == nil {
		return nil, fmt.Errorf("%s: %w", name, errNoPart)
	}
	if part.UncompressedSize64 > most {
		return nil, errTooLarge
	}
	from, err := part.Open()
	if err != nil {
		return nil, err
	}
	content, err := io.ReadAll(io.LimitReader(from, int64(most)+1))
	if err := errors.Join(err, from.Close()); err != nil {
		return nil, err
	}
	if uint64(len(content)) > most {
		return nil, errTooLarge
	}
	return content, nil
}

// partError is the problem of a part that cannot be unpacked.
func partError(err error) error {
	if errors.Is(err, errTooLarge) {
		return tooLargeUnpacked()
	}
	return damagedDocument(err)
}

func tooLargeUnpacked() error {
	return table.Problems{{Expected: fmt.Sprintf("a workbook that unpacks to at most %d MB: copy the sheets that are needed into a new one, as values", MostBytes>>20)}}
}

func damagedDocument(err error) table.Problems {
	return table.Problems{{Expected: "an OpenDocument spreadsheet that is whole: open it in LibreOffice or Excel and save it again as .ods or .xlsx (" + strings.TrimPrefix(err.Error(), "zip: ") + ")"}}
}
