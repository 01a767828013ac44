package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"slices"
	"strings"

	"reconfig/data/table"
)

var (
	compoundFile = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") // a .xls, or an encrypted .xlsx
	encrypted    = []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")
	zipFile      = []byte("PK\x03\x04")
)

// Kind is what a file is that is no workbook of ours, as in “an old Excel workbook (.xls)”, and how to make one of it.
type Kind struct{ Is, Mend string }

const (
	saveAs = "open it in Excel or LibreOffice, choose File, Save As, and save it as .xlsx or .ods"
	unpack = "unpack it, and give the file itself"
)

// otherKinds are told by how a file begins.
var otherKinds = []struct {
	start string
	Kind
}{
	{"PAR1", Kind{"a Parquet file", "save the table as CSV or as a workbook; DuckDB does it with: COPY (FROM 'FILE.parquet') TO 'FILE.csv'"}},
	{"%PDF-", Kind{"a PDF", "ask for the table as a spreadsheet, or copy it into one, and save that as .xlsx or .ods"}},
	{"\x1f\x8b", Kind{"a compressed file (.gz)", unpack}},
}

// KindOf says what a file is by its content, if that is neither a workbook that can be read nor text with a table in it;
// nil if it may be one of these.
func KindOf(content []byte) *Kind {
	switch {
	case bytes.HasPrefix(content, compoundFile) && bytes.Contains(content, encrypted):
		return &Kind{"a workbook with a password", "in Excel, take the password off under File, Info, Protect Workbook, and save it again"}
	case bytes.HasPrefix(content, compoundFile):
		return &Kind{"an old Excel workbook (.xls)", saveAs}
	case bytes.HasPrefix(content, zipFile):
		_, kind := zipFormat(content)
		return kind
	}
	for _, k := range otherKinds {
		if bytes.HasPrefix(content, []byte(k.start)) {
			return &k.Kind
		}
	}
	return markupKind(content)
}

// markupKind says what a web page, XML or JSON is.
func markupKind(content []byte) *Kind {
	const most = 4096
	start := strings.ToLower(strings.TrimLeft(string(content[:min(len(content), most)]), "\ufeff \t\r\n"))
	switch has := func(text string) bool { return strings.Contains(start, text) }; {
	case strings.HasPrefix(start, "<!doctype html") || strings.HasPrefix(start, "<html") || strings.HasPrefix(start, "<table") || strings.HasPrefix(start, "<meta"):
		return &Kind{"a web page, whatever its name says", saveAs}
	case strings.HasPrefix(start, "<") && has("urn:schemas-microsoft-com:office:spreadsheet"):
		return &Kind{"an XML spreadsheet of Excel 2003", saveAs}
	case strings.HasPrefix(start, "<") && has("<office:document"):
		return &Kind{"a flat OpenDocument file (.fods)", saveAs}
	case strings.HasPrefix(start, "{") && (has("docs.google.com") || has(`"doc_id"`)):
		return &Kind{"a shortcut to Google Sheets, which holds no table", "open it in the browser, choose File, Download, and take Microsoft Excel (.xlsx) or OpenDocument (.ods)"}
	}
	return nil
}

// ContentFormat is the format of a workbook by its content. A file that is none gives a table.Problems error.
func ContentFormat(content []byte) (Format, error) {
	kind := KindOf(content)
	switch {
	case kind != nil:
		return Format{}, kind.problem()
	case len(content) == 0:
		return Format{}, (&Kind{Is: "an empty file"}).problem()
	case bytes.HasPrefix(content, zipFile):
		f, _ := zipFormat(content)
		return f, nil
	case table.CheckText(content) == nil:
		return Format{}, (&Kind{"text under that name", "if it is a CSV file, let its name end in .csv; otherwise " + saveAs}).problem()
	}
	return Format{}, (&Kind{"something else under that name", "if it is a CSV file, let its name end in .csv; otherwise " + saveAs}).problem()
}

func (k *Kind) problem() table.Problems {
	return table.Problems{{Expected: "a workbook (" + Endings() + "); this is " + k.Is, Mend: k.Mend}}
}

// zipFormat is the format of a workbook in a zip file, or what that is instead.
func zipFormat(content []byte) (Format, *Kind) {
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return Format{}, &Kind{"a workbook or another zip file that is damaged (" + err.Error() + ")", "copy or download it again, or open it in Excel or LibreOffice and save it again"}
	}
	has := func(name string) bool {
		return slices.ContainsFunc(z.File, func(f *zip.File) bool { return strings.EqualFold(f.Name, name) })
	}
	begins := func(start string) bool {
		return slices.ContainsFunc(z.File, func(f *zip.File) bool { return strings.HasPrefix(f.Name, start) })
	}
	switch {
	case has("xl/workbook.xml"):
		return excelFormat, nil
	case has("xl/workbook.bin"):
		return Format{}, &Kind{"a binary Excel workbook (.xlsb)", saveAs}
	case begins("Index/") || has("Index.zip"):
		return Format{}, &Kind{"a spreadsheet of Apple Numbers", "in Numbers choose File, Export To, Excel, and give the .xlsx"}
	case has("mimetype") || has("content.xml"):
		return openDocumentFormat, openDocumentKind(z)
	}
	return Format{}, &Kind{"a zip file of something else", unpack}
}

// openDocumentKind says what an OpenDocument file is, if it is no spreadsheet that can be read.
func openDocumentKind(z *zip.Reader) *Kind {
	const most = 1 << 20
	kind, err := partOf(z, "mimetype", most)
	if text := strings.TrimSpace(string(kind)); err == nil && text != "" && !strings.HasPrefix(text, openDocumentMime) {
		return &Kind{"an OpenDocument file of another kind (" + fmt.Sprintf("%.100q", text) + ")", "give a spreadsheet (.ods or .xlsx)"}
	}
	manifest, err := partOf(z, "META-INF/manifest.xml", most)
	if err == nil && bytes.Contains(manifest, []byte("encryption-data")) {
		return &Kind{"a workbook with a password", "in LibreOffice, choose File, Save As, take the tick off Save with password, and save it again"}
	}
	return nil
}

// Is says whether a file is a workbook by its content, perhaps of an older kind.
func Is(content []byte) bool {
	return bytes.HasPrefix(content, zipFile) || bytes.HasPrefix(content, compoundFile)
}
