package data

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"

	"reconfig/data/table"
	"reconfig/model/plan"
	"reconfig/model/result"
)

// Sweep is what a sweep's folder holds.
type Sweep struct {
	*result.Sweep
	Provenance SweepProvenance
	Edited     []string // tables that are not as the sweep wrote them
}

// SweepProvenance says where a sweep comes from. Of what a run states, Map is left out and Draw holds the central
// values, of which each point changes some.
type SweepProvenance struct {
	Provenance
	Build      string            `json:"build"` // the program exactly: sweeps by another one may differ in last digits
	Maps       []string          `json:"maps"`
	Structures []string          `json:"structures"`
	Names      map[string]string `json:"structure_names"`
	Points     int               `json:"points"`
	Rows       string            `json:"rows"`
	Plan       PlanProvenance    `json:"plan"`
}

// PlanProvenance identifies a plan.
type PlanProvenance struct {
	Text      string `json:"text"`      // as it was read, comments and all
	Canonical string `json:"canonical"` // as plan.Plan.Canonical has it
	Hash      string `json:"sha256"`    // of the canonical text
}

// SweepProvenanceOf fills in what a case and a plan for it say.
func SweepProvenanceOf(c *Case, p *Plan) SweepProvenance {
	s := SweepProvenance{Provenance: ProvenanceOf(c), Names: map[string]string{}, Points: p.Points(), Rows: p.Rows, Plan: PlanProvenance{p.Text, p.Canonical(), p.Hash()}}
	full := p.In(c.Case)
	s.Maps, s.Structures, s.HorizonYears = full.Maps, full.Structures, full.Horizon
	for _, code := range s.Structures {
		if x, ok := c.Structure(code); ok {
			s.Names[code] = x.Name
		}
	}
	s.Draws, s.Seed, s.Sampler, s.Correlated = p.Draws, p.Seed, p.Sampler, p.Correlated
	for _, h := range p.Set {
		s.Draw[h.Name] = h.Value
		s.Set = append(s.Set, h.Name+"="+table.FormatNumber(h.Value))
	}
	s.Warnings = append(s.Warnings, p.Warnings(c.Case)...)
	return s
}

// Inputs is what the sweep was computed from, to compare it with another.
func (p *SweepProvenance) Inputs() Identity {
	return Identity{Program: p.Build, Plan: p.Plan.Canonical, PlanHash: p.Plan.Hash, Case: p.Case.Name, CaseHash: p.Case.Hash, Files: p.Case.Files, Shard: 1, Shards: 1}
}

// FinishedSweep reads what a sweep's folder says of itself, if it holds every table that it describes; nil if there is
// no such folder.
func FinishedSweep(dir string) *SweepProvenance {
	content, err := os.ReadFile(filepath.Join(dir, packageFile))
	if err != nil {
		return nil
	}
	var p sweepPackage
	if err := json.Unmarshal(content, &p); err != nil || p.Reconfig == nil || p.Reconfig.Plan.Hash == "" {
		return nil
	}
	for _, r := range p.Resources {
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(r.Path))); err != nil {
			return nil
		}
	}
	return p.Reconfig
}

// sweepPackage is the description of a sweep's folder.
type sweepPackage struct {
	dataPackage
	Reconfig *SweepProvenance `json:"reconfig,omitempty"`
}

// sweepFile is a sweep's table in a format.
func sweepFile(format string) string { return "sweep." + format }

// SweepOutput is what goes into a sweep's folder besides its rows.
type SweepOutput struct {
	Provenance  SweepProvenance
	Shape       *result.Sweep // which columns there are; its rows are not written
	Formats     []string      // of plan.Formats
	Figures     []File
	Replaceable []string // figures that any sweep may have left in the folder
}

// CheckSweepFolder returns an error if a sweep may not be written there; see WriteSweep.
func CheckSweepFolder(dir string, replaceable []string) error {
	expected := append(slices.Clone(replaceable), packageFile)
	for _, format := range plan.Formats {
		expected = append(expected, sweepFile(format))
	}
	return checkReplaceable(dir, expected)
}

// WriteSweep writes a sweep's folder: whole, or not at all. An earlier sweep there is replaced; a folder that holds
// anything else is left alone, with an OccupiedError. rows is called once and hands over the rows, in order, by calling
// emit as often as it likes; they are written as they come and never held. If it errs, nothing is left.
func WriteSweep(dir string, o SweepOutput, rows func(emit func([]result.SweepRow) error) error) error {
	if err := CheckSweepFolder(dir, o.Replaceable); err != nil {
		return err
	}
	return writeFolder(dir, func(folder *pendingFolder) error { return fillSweep(folder, o, rows) })
}

// fillSweep fills the folder with tables, figures and their description.
func fillSweep(folder *pendingFolder, o SweepOutput, rows func(emit func([]result.SweepRow) error) error) (err error) {
	p := sweepPackage{dataPackage: dataPackage{
		Profile: "data-package", Name: o.Provenance.Case.Name + "-sweep", Title: o.Provenance.Case.Title + ": a sweep of simulated outcomes",
		Description: "Simulated by " + o.Provenance.Program + ". The property reconfig says from which inputs, by which plan and by which command.",
	}, Reconfig: &o.Provenance}
	if p.Resources, err = writeSweepTables(folder, o, rows); err != nil {
		return err
	}
	figures, err := folder.writeFigures(o.Figures)
	if err != nil {
		return err
	}
	p.Resources = append(p.Resources, figures...)
	return folder.writeDescription(p)
}

// writeSweepTables writes the rows in every format at once and describes the files.
func writeSweepTables(folder *pendingFolder, o SweepOutput, rows func(func([]result.SweepRow) error) error) (all []resource, err error) {
	var files []*sweepTable
	defer func() {
		for _, f := range files {
			err = errors.Join(err, f.file.Close())
		}
	}()
	for _, format := range o.Formats {
		f, err := newSweepTable(folder, format, o.Shape)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	if err := rows(func(rows []result.SweepRow) error {
		for _, f := range files {
			if err := f.to.WriteRows(rows); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		return nil, err
	}
	for _, f := range files {
		if err := errors.Join(f.to.Close(), f.file.Sync()); err != nil {
			return nil, err
		}
		all = append(all, f.resource(o.declared()))
	}
	return all, nil
}

// sweepTable is a file that a sweep's rows are written to, and what its description needs to know.
type sweepTable struct {
	format string
	file   *os.File
	to     SweepWriter
	sum    checksum
	bytes  int
}

// checksum is the part of hash.Hash that is needed.
type checksum interface {
	io.Writer
	Sum([]byte) []byte
}

func newSweepTable(folder *pendingFolder, format string, shape *result.Sweep) (*sweepTable, error) {
	file, err := folder.create(sweepFile(format))
	if err != nil {
		return nil, err
	}
	t := &sweepTable{format: format, file: file, sum: sha256.New()}
	if t.to, err = NewSweepWriter(format, t, shape); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return t, nil
}

// declared is the sweep's table as its provenance describes it; those of its assumptions are in the words of the case already.
func (o *SweepOutput) declared() result.Table {
	t := o.Provenance.describe(o.Shape.Table())
	for i, c := range t.Columns {
		for _, assumption := range o.Shape.Varied {
			if c.Name == assumption.Name {
				t.Columns[i] = assumption
			}
		}
	}
	return t
}

// Write writes to the file, and counts.
func (t *sweepTable) Write(content []byte) (int, error) {
	n, err := t.file.Write(content)
	_, _ = t.sum.Write(content[:n]) // which never errs
	t.bytes += n
	return n, err
}

func (t *sweepTable) resource(declared result.Table) resource {
	r := tableResource(declared)
	if t.format == "parquet" {
		r.Name, r.Path, r.Profile = r.Name+"-parquet", sweepFile(t.format), ""
		r.Format, r.MediaType, r.Encoding, r.Dialect = t.format, "application/vnd.apache.parquet", "", nil
	}
	r.Bytes, r.Hash = t.bytes, "sha256:"+hex.EncodeToString(t.sum.Sum(nil))
	return r
}
