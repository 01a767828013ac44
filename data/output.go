package data

import (
	"bytes"

	"reconfig/data/folder"
)

// writeFigures writes figures and describes them.
func writeFigures(f *folder.Pending, figures []File) ([]resource, error) {
	var all []resource
	for _, figure := range figures {
		if err := f.Write(figure.Path, figure.Content); err != nil {
			return nil, err
		}
		all = append(all, figure.resource())
	}
	return all, nil
}

// writeTables writes tables and describes them as their provenance does.
func writeTables(f *folder.Pending, tables []resultTable, p *Provenance) ([]resource, error) {
	var all []resource
	for _, t := range tables {
		var b bytes.Buffer
		if err := t.write(&b, p.words()); err != nil {
			return nil, err
		}
		if err := f.Write(t.declared.Name+".csv", b.Bytes()); err != nil {
			return nil, err
		}
		all = append(all, tableResource(p.describe(t.declared)).describe(b.Bytes()))
	}
	return all, nil
}

// writeDescription writes what the folder says of itself.
func writeDescription(f *folder.Pending, p any) error {
	content, err := encode(p)
	if err != nil {
		return err
	}
	return f.Write(packageFile, content)
}
