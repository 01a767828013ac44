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

var numbersKind = Kind{"a spreadsheet of Apple Numbers", "in Numbers choose File, Export To, Excel, and give the .xlsx"}

// FolderKind says what a folder is by its name, if that is what some system shows as a file; nil if it is not.
func FolderKind(name string) *Kind {
	if strings.HasSuffix(strings.ToLower(strings.TrimRight(name, "/")), ".numbers") {
		return &numbersKind
	}
	return nil
}

// IsOtherName says whether a file has the name of spreadsheets that are not read, so that a workbook under it is misnamed.
func IsOtherName(file string) bool {
	return slices.ContainsFunc([]string{".xlsb", ".numbers"}, func(ending string) bool { return strings.HasSuffix(strings.ToLower(file), ending) })
}

// otherKinds are told by how a file begins.
var otherKinds = []struct {
	start string
	Kind
}{
	{"PAR1", Kind{"a Parquet file", "save the table as CSV or as a workbook; DuckDB does it with: COPY (FROM 'FILE.parquet') TO 'FILE.csv'"}},
	{"%PDF-", Kind{"a PDF", "ask for the table as a spreadsheet, or copy it into one, and save that as .xlsx or .ods"}},
	{"\x1f\x8b", Kind{"a compressed file (.gz)", unpack}},
}

// KindOf says what a file is by its content: a workbook in a format, or something else that holds no table that can be read.
// Both are nil if it may be text, and does not have the name of a workbook.
func KindOf(file string, content []byte) (*Format, *Kind) {
	f, kind := kindOf(content)
	if f == nil && kind == nil && IsFileName(file) {
		kind = noKind(content)
	}
	return f, kind
}

func kindOf(content []byte) (*Format, *Kind) {
	switch {
	case bytes.HasPrefix(content, compoundFile) && bytes.Contains(content, encrypted):
		return nil, &Kind{"a workbook with a password", "in Excel, take the password off under File, Info, Protect Workbook, and save it again"}
	case bytes.HasPrefix(content, compoundFile):
		return nil, &Kind{"an old Excel workbook (.xls)", saveAs}
	case bytes.HasPrefix(content, zipFile):
		return zipFormat(content)
	}
	for _, k := range otherKinds {
		if bytes.HasPrefix(content, []byte(k.start)) {
			return nil, &k.Kind
		}
	}
	return nil, markupKind(content)
}

// noKind says what a file is that has the name of a workbook, and nothing of one.
func noKind(content []byte) *Kind {
	const mend = "if it is a CSV file, let its name end in .csv; otherwise " + saveAs
	switch {
	case len(content) == 0:
		return &Kind{"an empty file", "look for the one that was meant"}
	case table.CheckText(content) == nil:
		return &Kind{"text under the name of a workbook", mend}
	}
	return &Kind{"something else under the name of a workbook", mend}
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

// contentFormat is the format of a workbook by its content. A file that is none gives a table.Problems error.
func contentFormat(content []byte) (*Format, error) {
	f, kind := kindOf(content)
	if f == nil && kind == nil {
		kind = noKind(content)
	}
	if kind != nil {
		return nil, table.Problems{{Expected: "a workbook (" + Endings() + "); this is " + kind.Is + ": " + kind.Mend}}
	}
	return f, nil
}

// zipFormat is the format of a workbook in a zip file, or what that is instead.
func zipFormat(content []byte) (*Format, *Kind) {
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, &Kind{"a workbook or another zip file that is damaged (" + err.Error() + ")", "copy or download it again, or open it in Excel or LibreOffice and save it again"}
	}
	has := func(name string) bool {
		return slices.ContainsFunc(z.File, func(f *zip.File) bool { return strings.EqualFold(f.Name, name) })
	}
	begins := func(start string) bool {
		return slices.ContainsFunc(z.File, func(f *zip.File) bool { return strings.HasPrefix(f.Name, start) })
	}
	switch {
	case has("xl/workbook.xml"):
		return &excelFormat, nil
	case has("xl/workbook.bin"):
		return nil, &Kind{"a binary Excel workbook (.xlsb)", saveAs}
	case begins("Index/") || has("Index.zip"):
		return nil, &numbersKind
	case has("mimetype") || has("content.xml"):
		if kind := openDocumentKind(z); kind != nil {
			return nil, kind
		}
		return &openDocumentFormat, nil
	}
	return nil, &Kind{"a zip file of something else", unpack}
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
