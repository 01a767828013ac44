package workbook

import (
	"bytes"
	"fmt"
	"strings"
)

const openDocumentMime = "application/vnd.oasis.opendocument.spreadsheet"

const documentNamespaces = `xmlns:office="` + nsOffice + `" xmlns:table="` + nsTable + `" xmlns:text="` + nsText + `" xmlns:style="` + nsStyle + `" xmlns:number="` + nsNumber + `"` +
	` xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"` +
	` xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:ooo="http://openoffice.org/2004/office"`

const xmlHead = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// documentMetaXML has the title.
const documentMetaXML = xmlHead + `<office:document-meta ` + documentNamespaces + ` office:version="1.3"><office:meta><meta:generator>reconfig</meta:generator>` +
	`<meta:initial-creator>reconfig</meta:initial-creator><meta:creation-date>` + madeAt + `</meta:creation-date><dc:title>%s</dc:title></office:meta></office:document-meta>` + "\n"

const documentManifestXML = xmlHead + `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">` +
	`<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="` + openDocumentMime + `"/>` +
	`<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>` +
	`<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/>` +
	`</manifest:manifest>` + "\n"

const page = `<style:page-layout style:name="%s"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape"%s/></style:page-layout>`

const fitted = ` style:scale-to-X="1" style:scale-to-Y="0"`

// documentStylesXML has the pages: they lie on their side, and a sheet is one wide, or several.
var documentStylesXML = xmlHead + `<office:document-styles ` + documentNamespaces + ` office:version="1.3"><office:styles><style:default-style style:family="table-cell">` +
	`<style:text-properties fo:font-family="` + fontName + `" fo:font-size="11pt"/></style:default-style></office:styles><office:automatic-styles>` +
	fmt.Sprintf(page, "page-fit", fitted) + fmt.Sprintf(page, "page-print", fitted+fmt.Sprintf(` fo:margin="%.1fcm"`, printedMargin)) + fmt.Sprintf(page, "page-wide", "") +
	`</office:automatic-styles><office:master-styles><style:master-page style:name="fit" style:page-layout-name="page-fit"/>` +
	`<style:master-page style:name="print" style:page-layout-name="page-print"/>` +
	`<style:master-page style:name="wide" style:page-layout-name="page-wide"/></office:master-styles></office:document-styles>` + "\n"

// fixedStyles are the styles of cells without numbers, and of sheets. What is typed into text stays text.
const fixedStyles = `<number:text-style style:name="as-text"><number:text-content/></number:text-style>` +
	`<style:style style:name="sheet-fit" style:family="table" style:master-page-name="fit"><style:table-properties table:display="true"/></style:style>` +
	`<style:style style:name="sheet-print" style:family="table" style:master-page-name="print"><style:table-properties table:display="true"/></style:style>` +
	`<style:style style:name="sheet-wide" style:family="table" style:master-page-name="wide"><style:table-properties table:display="true"/></style:style>` +
	`<style:style style:name="text" style:family="table-cell" style:data-style-name="as-text"><style:table-cell-properties style:vertical-align="top"/></style:style>` +
	`<style:style style:name="long" style:family="table-cell" style:data-style-name="as-text"><style:table-cell-properties style:vertical-align="top" fo:wrap-option="wrap"/></style:style>` +
	`<style:style style:name="title" style:family="table-cell"><style:text-properties fo:font-weight="bold" fo:font-size="14pt"/></style:style>` +
	`<style:style style:name="paragraph" style:family="table-cell" style:data-style-name="as-text"><style:table-cell-properties style:vertical-align="top" fo:wrap-option="wrap"/></style:style>` +
	`<style:style style:name="printed-title" style:family="table-cell"><style:table-cell-properties style:vertical-align="top" fo:wrap-option="wrap"/><style:text-properties fo:font-weight="bold" fo:font-size="14pt"/></style:style>` +
	`<style:style style:name="header" style:family="table-cell" style:data-style-name="as-text">` + headerCell + headerText + `</style:style>` +
	`<style:style style:name="numbers" style:family="table-cell" style:data-style-name="as-text">` + headerCell + rightParagraph + headerText + `</style:style>` +
	`<style:style style:name="right" style:family="table-cell" style:data-style-name="as-text"><style:table-cell-properties style:vertical-align="top"/>` + rightParagraph + `</style:style>` +
	`<style:style style:name="printed-words" style:family="table-cell" style:data-style-name="as-text">` + printedHeader + headerText + `</style:style>` +
	`<style:style style:name="printed" style:family="table-cell" style:data-style-name="as-text">` + printedHeader + rightParagraph + headerText + `</style:style>`

const (
	headerCell     = `<style:table-cell-properties style:vertical-align="top" fo:background-color="#e7e6e6" fo:border-bottom="0.5pt solid #7f7f7f"/>`
	printedHeader  = `<style:table-cell-properties style:vertical-align="bottom" fo:wrap-option="wrap" fo:background-color="#e7e6e6" fo:border-bottom="0.5pt solid #7f7f7f"/>`
	headerText     = `<style:text-properties fo:font-weight="bold"/>`
	rightParagraph = `<style:paragraph-properties fo:text-align="end" fo:margin-right="0.2cm"/>`
)

// content is the part with the sheets, behind the styles that they need.
func (w *documentWriter) content() []byte {
	var b bytes.Buffer
	b.WriteString(xmlHead + "<office:document-content " + documentNamespaces + ` office:version="1.3"><office:automatic-styles>` + fixedStyles)
	for i, width := range w.widths {
		fmt.Fprintf(&b, `<style:style style:name="width-%d" style:family="table-column"><style:table-column-properties style:column-width="%.3fcm"/></style:style>`, i, centimetres(width))
	}
	for i, lines := range w.heights {
		fmt.Fprintf(&b, `<style:style style:name="height-%d" style:family="table-row"><style:table-row-properties style:row-height="%dpt" style:use-optimal-row-height="false"/></style:style>`, i, lineHeight*lines)
	}
	for i, format := range w.formats {
		number := ""
		if format != "" {
			b.WriteString(numberStyles(fmt.Sprintf("format-%d", i), format))
			number = fmt.Sprintf(` style:data-style-name="format-%d"`, i)
		}
		fmt.Fprintf(&b, `<style:style style:name="number-%d" style:family="table-cell"%s><style:table-cell-properties style:vertical-align="top"/>%s</style:style>`, i, number, rightParagraph)
	}
	b.WriteString("</office:automatic-styles><office:body><office:spreadsheet>\n")
	b.Write(w.body.Bytes())
	b.WriteString("</office:spreadsheet></office:body></office:document-content>\n")
	return b.Bytes()
}

// centimetres is the width of a column of so many letters, as LibreOffice makes it where Excel has as many.
func centimetres(letters int) float64 { return 0.247 * float64(letters) }

// MinusSection begins the part of a number's format that is for values below 0, with the sign that is printed, not a hyphen.
const MinusSection = `;"−"`

// numberStyles are the styles of a format of numbers: one, or where values below 0 have a section of their own, that with the
// other from 0 on.
func numberStyles(name, format string) string {
	positive, negative, both := strings.Cut(format, MinusSection)
	if !both {
		return fmt.Sprintf(`<number:number-style style:name="%s">%s</number:number-style>`, name, numberElement(format))
	}
	return fmt.Sprintf(`<number:number-style style:name="%sP0" style:volatile="true">%s</number:number-style>`, name, numberElement(positive)) +
		fmt.Sprintf(`<number:number-style style:name="%s"><number:text>−</number:text>%s<style:map style:condition="value()&gt;=0" style:apply-style-name="%sP0"/></number:number-style>`, name, numberElement(negative), name)
}

// numberElement is a format of Excel such as #,##0.00, or #,##0"*" with text behind it, as elements.
func numberElement(format string) string {
	digits, text, _ := strings.Cut(strings.TrimSuffix(format, `"`), `"`)
	whole, decimals, _ := strings.Cut(digits, ".")
	element := fmt.Sprintf(`<number:number number:decimal-places="%d" number:min-decimal-places="%d" number:min-integer-digits="%d" number:grouping="%t"/>`,
		len(decimals), len(decimals), max(1, strings.Count(whole, "0")), strings.Contains(whole, ","))
	if text != "" {
		element += "<number:text>" + escaped(text) + "</number:text>"
	}
	return element
}

const settingItem = `<config:config-item config:name="%s" config:type="%s">%d</config:config-item>`

// documentSettings keeps the header in view where the table is all of its sheet.
func documentSettings(sheets []Table) []byte {
	var b bytes.Buffer
	b.WriteString(xmlHead + "<office:document-settings " + documentNamespaces + ` office:version="1.3"><office:settings><config:config-item-set config:name="ooo:view-settings">` +
		`<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry><config:config-item config:name="ViewId" config:type="string">view1</config:config-item>` +
		`<config:config-item-map-named config:name="Tables">`)
	for _, s := range sheets {
		if len(s.Above) > 0 || len(s.Columns) == 0 {
			continue
		}
		fmt.Fprintf(&b, `<config:config-item-map-entry config:name="%s">`, escaped(s.Name))
		for _, item := range []struct {
			name, kind string
			value      int
		}{
			{"HorizontalSplitMode", "short", 0}, {"VerticalSplitMode", "short", 2}, {"HorizontalSplitPosition", "int", 0}, {"VerticalSplitPosition", "int", 1},
			{"ActiveSplitRange", "short", 2}, {"PositionLeft", "int", 0}, {"PositionRight", "int", 0}, {"PositionTop", "int", 0}, {"PositionBottom", "int", 1},
		} {
			fmt.Fprintf(&b, settingItem, item.name, item.kind, item.value)
		}
		b.WriteString(`</config:config-item-map-entry>`)
	}
	b.WriteString(`</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>` + "\n")
	return b.Bytes()
}
