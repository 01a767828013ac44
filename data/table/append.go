package table

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"

	"reconfig/data/dialect"
)

// Append adds rows to a CSV file in a dialect and leaves what is there as it is, to the last byte: quotes, ends of lines, the
// order of columns. The first of the rows names their columns; columns of the file that it does not name stay empty. The
// rows' lines end as the file's first does. A file without a header stays as it is. It is an error if the file's encoding
// does not have a letter of the rows.
func Append(content []byte, d dialect.Dialect, rows [][]string) ([]byte, error) {
	text, _, doubt := dialect.ReadText(content)
	if doubt != nil {
		return nil, doubt
	}
	below, _ := dialect.CutSeparatorLine(text)
	header, err := d.NewReader(below).Read()
	if err != nil {
		return content, nil //nolint:nilerr // it has no header
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	first, _, ended := bytes.Cut(text, []byte("\n"))
	w.Comma, w.UseCRLF = d.Separator(), ended && bytes.HasSuffix(first, []byte("\r"))
	if !bytes.HasSuffix(text, []byte("\n")) {
		b.WriteString(map[bool]string{false: "\n", true: "\r\n"}[w.UseCRLF])
	}
	for _, row := range rows[1:] {
		record := make([]string, len(header))
		for i, name := range header {
			if j := slices.Index(rows[0], name); j >= 0 {
				record[i] = row[j]
			}
			if IsNumber(record[i]) {
				record[i] = d.Decimals.Written(record[i])
			} else {
				record[i] = defuse(record[i])
			}
		}
		_ = w.Write(record) // a buffer takes everything
	}
	w.Flush()
	added, err := d.Encoding.Encode(b.Bytes())
	if err != nil {
		return nil, fmt.Errorf("%w: save the file as CSV UTF-8 first", err)
	}
	return slices.Concat(content, added), nil
}
