package data

import (
	"bytes"
	"encoding/json"
	"io"
	"path"
	"slices"

	"reconfig/model/result"
)

// WriteResults writes a result folder: whole, or not at all. A result folder that stands there is replaced; one that
// holds anything else is left alone, with an OccupiedError. replaceable lists the figures that any run may have left.
func WriteResults(dir string, r *Results, replaceable []string) (err error) {
	if err := CheckResultFolder(dir, replaceable); err != nil {
		return err
	}
	folder, err := newFolder(dir)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			folder.discard()
		}
	}()
	p := resultPackage{dataPackage: dataPackage{
		Profile: "data-package", Name: r.Provenance.Case.Name + "-results", Title: r.Provenance.Case.Title + ": simulated outcomes",
		Description: "Simulated by " + r.Provenance.Program + ". The property reconfig says from which inputs, with which value of every assumption, by which command.",
	}, Reconfig: &r.Provenance}
	for _, t := range r.tables() {
		var b bytes.Buffer
		if err := t.write(&b); err != nil {
			return err
		}
		if err := folder.write(t.declared.Name+".csv", b.Bytes()); err != nil {
			return err
		}
		p.Resources = append(p.Resources, tableResource(t.declared).describe(b.Bytes()))
	}
	for _, f := range r.Figures {
		if err := folder.write(f.Path, f.Content); err != nil {
			return err
		}
		figure := resource{Name: resourceName(f.Path), Path: f.Path, Title: f.Title, Description: f.Description, MediaType: f.MediaType}
		p.Resources = append(p.Resources, figure.describe(f.Content))
	}
	content, err := encode(p)
	if err != nil {
		return err
	}
	if err := folder.write(packageFile, content); err != nil {
		return err
	}
	return folder.keep()
}

// CheckResultFolder returns an error if results may not be written there; see WriteResults.
func CheckResultFolder(dir string, replaceable []string) error {
	expected := append(slices.Clone(replaceable), packageFile)
	for _, t := range result.Tables() {
		expected = append(expected, t.Name+".csv")
	}
	return checkReplaceable(dir, expected)
}

func resourceName(file string) string {
	ext := path.Ext(file)
	return "figure-" + path.Base(file[:len(file)-len(ext)]) + "-" + ext[1:]
}

// encode writes JSON for people to read.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(v)
	return b.Bytes(), err
}

// resultTable is a table to be written.
type resultTable struct {
	declared result.Table
	write    func(io.Writer) error
}

// tables lists the tables that there are to write.
func (r *Results) tables() []resultTable {
	all := []resultTable{
		{result.OutcomeTable(), func(w io.Writer) error { return writeOutcomes(w, r.Outcomes) }},
		{result.TrajectoryTable(), func(w io.Writer) error { return WriteRows(w, result.TrajectoryTable(), r.Trajectories) }},
		{result.CommissionerTable(), func(w io.Writer) error { return WriteRows(w, result.CommissionerTable(), r.Commissioners) }},
	}
	if len(r.Fund) > 0 {
		all = append(all,
			resultTable{result.LevyTable(), func(w io.Writer) error { return WriteRows(w, result.LevyTable(), r.Levy) }},
			resultTable{result.FundTable(), func(w io.Writer) error { return WriteRows(w, result.FundTable(), r.Fund) }})
	}
	return all
}
