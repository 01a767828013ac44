package table

import (
	"bytes"
	"encoding/csv"
	"slices"
)

// Append adds rows to a CSV file and leaves what is there as it is, to the last byte: quotes, ends of lines, the order of
// columns. The first of the rows names their columns; columns of the file that it does not name stay empty. The rows' lines
// end as the file's first does. A file without a header stays as it is.
func Append(content []byte, rows [][]string) []byte {
	header, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte(ByteOrderMark)))).Read()
	if err != nil {
		return content
	}
	var b bytes.Buffer
	b.Write(content)
	w := csv.NewWriter(&b)
	first, _, ended := bytes.Cut(content, []byte("\n"))
	w.UseCRLF = ended && bytes.HasSuffix(first, []byte("\r"))
	if !bytes.HasSuffix(content, []byte("\n")) {
		b.WriteString(map[bool]string{false: "\n", true: "\r\n"}[w.UseCRLF])
	}
	for _, row := range rows[1:] {
		record := make([]string, len(header))
		for i, name := range header {
			if j := slices.Index(rows[0], name); j >= 0 {
				record[i] = row[j]
			}
			if !IsNumber(record[i]) {
				record[i] = defuse(record[i])
			}
		}
		_ = w.Write(record) // a buffer takes everything
	}
	w.Flush()
	return b.Bytes()
}
