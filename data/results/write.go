package results

import (
	"bytes"
	"fmt"
	"path"
	"slices"

	"reconfig/data/datapackage"
	"reconfig/data/folder"
	"reconfig/data/table"
	"reconfig/model/result"
)

// Write writes the folder of a run or an analysis: whole, or not at all. A folder of the same kind that stands
// there is replaced; one that holds anything else is left alone, with a folder.OccupiedError. Tables without rows are not
// written. figures lists the paths in dir of figures that an earlier run may have written.
func Write(dir string, r *Folder, figures []string) error {
	check, tables := CheckRunFolder, r.Run.List()
	if r.kind() == ofAnalysis {
		check, tables = CheckAnalysisFolder, r.Analysis.List()
	}
	if err := check(dir, figures); err != nil {
		return err
	}
	return folder.Make(dir, func(f *folder.Pending) error {
		return fill(f, r, func() ([]datapackage.Resource, error) { return writeTables(f, result.Filled(tables), r) })
	})
}

// fill fills the folder with tables, figures and their description.
func fill(f *folder.Pending, r *Folder, tables func() ([]datapackage.Resource, error)) error {
	p := r.description()
	var err error
	if p.Resources, err = tables(); err != nil {
		return err
	}
	figures, err := writeFigures(f, r.Figures)
	if err != nil {
		return err
	}
	p.Resources = append(p.Resources, figures...)
	return writeDescription(f, p)
}

// writeFigures writes figures and describes them.
func writeFigures(f *folder.Pending, figures []File) ([]datapackage.Resource, error) {
	var all []datapackage.Resource
	for _, figure := range figures {
		if err := f.Write(figure.Path, figure.Content); err != nil {
			return nil, err
		}
		all = append(all, figure.resource())
	}
	return all, nil
}

// writeDescription writes what the folder says of itself.
func writeDescription(f *folder.Pending, p any) error {
	content, err := datapackage.Encode(p)
	if err != nil {
		return err
	}
	return f.Write(datapackage.File, content)
}

// CheckRunFolder returns an error if results of a run may not be written there; see Write.
func CheckRunFolder(dir string, figures []string) error {
	return checkResultFolder(dir, figures, new(result.Run).List())
}

// CheckAnalysisFolder returns an error if results of an analysis may not be written there; see Write.
func CheckAnalysisFolder(dir string, figures []string) error {
	return checkResultFolder(dir, figures, new(result.Analysis).List())
}

func checkResultFolder(dir string, figures []string, tables []result.Rows) error {
	expected := append(slices.Clone(figures), datapackage.File)
	for _, format := range tableFormats {
		expected = append(expected, format.File)
	}
	for _, t := range tables {
		expected = append(expected, csvFile(t.Name))
	}
	return folder.CheckReplaceable(dir, expected)
}

// csvFile is the file of a table.
func csvFile(table string) string { return table + ".csv" }

// writeCSV writes tables as CSV and describes them.
func writeCSV(f *folder.Pending, tables []result.Rows, r *Folder) (all []datapackage.Resource, err error) {
	for _, t := range tables {
		var b bytes.Buffer
		if err := table.WriteRows(&b, t.Table, r.Provenance.words(), t.Pointer()); err != nil {
			return nil, err
		}
		if err := f.Write(csvFile(t.Name), b.Bytes()); err != nil {
			return nil, err
		}
		all = append(all, datapackage.Table(r.Provenance.describe(t.Table)).Describe(b.Bytes()))
	}
	return all, nil
}

// writeTables writes tables, in each format that is asked for, and describes them.
func writeTables(f *folder.Pending, tables []result.Rows, r *Folder) ([]datapackage.Resource, error) {
	all, err := writeCSV(f, tables, r)
	if err != nil {
		return nil, err
	}
	for _, format := range r.tableFormats() {
		content, err := format.encode(tables, r)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", format.File, err)
		}
		if err := f.Write(format.File, content); err != nil {
			return nil, err
		}
		all = append(all, format.resource(content))
	}
	return all, nil
}

// Files lists the files of the folder's tables and how many files of figures there are.
func (r *Folder) Files() (tables []string, figures int) {
	for _, t := range result.Filled(r.List()) {
		tables = append(tables, csvFile(t.Name))
	}
	for _, format := range r.tableFormats() {
		tables = append(tables, format.File)
	}
	return tables, len(r.Figures)
}

// resource describes the file.
func (f File) resource() datapackage.Resource {
	r := datapackage.Resource{Name: resourceName(f.Path), Path: f.Path, Title: f.Title, Description: f.Description, MediaType: f.MediaType}
	return r.Describe(f.Content)
}

func resourceName(file string) string {
	ext := path.Ext(file)
	return "figure-" + path.Base(file[:len(file)-len(ext)]) + "-" + ext[1:]
}
