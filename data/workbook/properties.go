package workbook

import (
	"bytes"
	"encoding/xml"
	"fmt"
)

// madeAt is when a workbook says that it was made: any time, but always the same, so that the same sheets give the same bytes.
const madeAt = "2000-01-01T00:00:00Z"

// coreProperties are what an Excel workbook says of itself. The library's own SetDocProps writes lastModifiedBy without the
// prefix that Excel gives it, and exceljs, which knows names with their prefixes alone, then refuses the whole workbook.
const coreProperties = xml.Header +
	`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
	` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
	`<dc:title>%s</dc:title><dc:creator>reconfig</dc:creator>` +
	`<dcterms:created xsi:type="dcterms:W3CDTF">` + madeAt + `</dcterms:created>` +
	`<dcterms:modified xsi:type="dcterms:W3CDTF">` + madeAt + `</dcterms:modified></cp:coreProperties>`

// setProperties says what the workbook is called, and who made it.
func (w *writer) setProperties(title string) error {
	var escaped bytes.Buffer
	if err := xml.EscapeText(&escaped, []byte(title)); err != nil {
		return err
	}
	w.Pkg.Store("docProps/core.xml", fmt.Appendf(nil, coreProperties, &escaped))
	return nil
}
