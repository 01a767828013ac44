package workbook

import (
	"archive/zip"
	"bytes"
	"io"

	"reconfig/data/pattern"
)

const stylesPart = "xl/styles.xml"

// emptyElement is an element without content that is written as two tags.
var emptyElement = pattern.New(`<([\w:]+)((?: [^<>]*[^<>/])?)></[\w:]+>`)

// excelBytes are the workbook as a file. An empty element of its styles is one tag, as Excel writes it. The library writes two,
// and R's openxlsx, which takes what follows for attributes, then saves a workbook that nothing opens.
func (w *writer) excelBytes() ([]byte, error) {
	var written, b bytes.Buffer
	if err := w.Write(&written); err != nil {
		return nil, err
	}
	from, err := zip.NewReader(bytes.NewReader(written.Bytes()), int64(written.Len()))
	if err != nil {
		return nil, err
	}
	to := zip.NewWriter(&b)
	for _, part := range from.File {
		copyPart := to.Copy
		if part.Name == stylesPart {
			copyPart = func(part *zip.File) error { return copyStyles(to, part) }
		}
		if err := copyPart(part); err != nil {
			return nil, err
		}
	}
	err = to.Close()
	return b.Bytes(), err
}

// copyStyles copies the part with the styles, with its empty elements as one tag.
func copyStyles(to *zip.Writer, part *zip.File) error {
	r, err := part.Open()
	if err != nil {
		return err
	}
	styles, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	w, err := to.Create(part.Name)
	if err != nil {
		return err
	}
	_, err = w.Write(emptyElement().ReplaceAll(styles, []byte("<$1$2/>")))
	return err
}
