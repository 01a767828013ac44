package results

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"

	"reconfig/data"
	"reconfig/data/datapackage"
	"reconfig/data/folder"
	"reconfig/data/parts"
	"reconfig/data/plans"
	"reconfig/data/sweeptable"
	"reconfig/data/table"
	"reconfig/model/result"
)

// SweepProvenanceOf fills in what a case and a plan for it say.
func SweepProvenanceOf(c *data.Case, p *plans.Plan) Provenance {
	s := ProvenanceOf(c)
	s.Names, s.Points, s.Rows, s.Plan = map[string]string{}, p.Points(), p.Rows, &PlanProvenance{p.Text, p.Canonical(), p.Hash()}
	full := p.In(c.Case)
	s.Maps, s.Structures, s.HorizonYears = full.Maps, full.Structures, full.Horizon
	for _, code := range s.Structures {
		if x, ok := c.Structure(code); ok {
			s.Names[code] = x.Name
		}
	}
	s.Draws, s.Seed, s.Sampler, s.Correlated = p.Draws, p.Seed, p.Sampler, p.Correlated
	for _, setting := range p.Set {
		s.Draw[setting.Name] = setting.Value
		s.Set = append(s.Set, setting.Name+"="+table.FormatNumber(setting.Value))
	}
	s.Plausible = plausible(c, p)
	s.Warnings = append(s.Warnings, p.Warnings(c.Case)...)
	return s
}

// plausible are the plausible ranges of the assumptions that the plan varies one by one.
func plausible(c *data.Case, p *plans.Plan) map[string][2]float64 {
	ranges := map[string][2]float64{}
	for _, axis := range p.Vary {
		for _, name := range axis.Names {
			for _, a := range c.Assumptions {
				if a.Name == name {
					ranges[name] = [2]float64{a.Low, a.High}
				}
			}
		}
	}
	return ranges
}

// OfAnalysis is the provenance of an analysis that a method makes of a sweep's results.
func (p Provenance) OfAnalysis(method string) Provenance {
	p.Method = method
	p.Build, p.Maps, p.Structures, p.Points, p.Rows, p.Plan = "", nil, nil, 0, "", nil
	return p
}

// Inputs is what a sweep was computed from, to compare it with another.
func (p *Provenance) Inputs() parts.Identity {
	return parts.Identity{Program: p.Build, Plan: p.Plan.Canonical, PlanHash: p.Plan.Hash, Case: p.Case.Name, CaseHash: p.Case.Hash, Files: p.Case.Files, Shard: 1, Shards: 1}
}

// FinishedSweep reads what a sweep's folder says of itself, if it holds every table that it describes; nil if there is
// no such folder.
func FinishedSweep(dir string) *Provenance {
	content, err := folder.ReadFile(filepath.Join(dir, datapackage.File), folder.MostBytes)
	if err != nil {
		return nil
	}
	var p resultPackage
	if err := json.Unmarshal(content, &p); err != nil || p.Reconfig == nil || p.Reconfig.Plan == nil {
		return nil
	}
	for _, r := range p.Resources {
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(r.Path))); err != nil {
			return nil
		}
	}
	return p.Reconfig
}

// CheckSweepFolder returns an error if a sweep may not be written there; see WriteSweep.
func CheckSweepFolder(dir string, figures []string) error {
	return folder.CheckReplaceable(dir, slices.Concat(figures, []string{datapackage.File, csvFile(summaryName)}, sweeptable.AllFiles()))
}

// WriteSweep writes a sweep's folder: whole, or not at all. An earlier sweep there is replaced; a folder that holds
// anything else is left alone, with a folder.OccupiedError. The results' sweep says which columns it and its differences have;
// its rows are not written. rows is called once and hands over the rows of both, in order, by calling emit as often as it likes;
// they are written as they come and never kept. Then the lines that are printed are written, if there are any. If it errs, nothing is left. figures lists those that any sweep may have left in the folder.
func WriteSweep(dir string, r *Folder, formats, figures []string, rows func(emit emitRows) error) error {
	if err := CheckSweepFolder(dir, figures); err != nil {
		return err
	}
	return folder.Make(dir, func(f *folder.Pending) error {
		return fill(f, r, func() ([]datapackage.Resource, error) { return writeSweepTables(f, r, formats, rows) })
	})
}

// emitRows takes rows of a sweep and of its differences.
type emitRows = func(rows, differences []result.SweepRow) error

// writeSweepTables writes the rows in every format at once and describes the files.
func writeSweepTables(to *folder.Pending, r *Folder, formats []string, rows func(emitRows) error) (all []datapackage.Resource, err error) {
	var files []*sweepTable
	defer func() {
		for _, f := range files {
			err = errors.Join(err, f.file.Close())
		}
	}()
	for _, shape := range []*result.Sweep{r.Sweep, r.Sweep.Differences} {
		for _, format := range formats {
			if shape == nil {
				continue
			}
			f, err := newSweepTable(to, format, shape)
			if err != nil {
				return nil, err
			}
			files = append(files, f)
		}
	}
	if err := rows(func(rows, differences []result.SweepRow) error {
		for _, f := range files {
			if f.shape.Paired {
				rows = differences
			}
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
		all = append(all, f.resource(r.Provenance.declaredSweep(f.shape)))
	}
	printed, err := writeCSV(to, result.Filled(r.Analysis.List()), r)
	return append(all, printed...), err
}

// ReadSweep reads a sweep's folder, or one with its table alone: all rows, or those that keep wants. It returns an error as
// sweeptable.Read does.
func ReadSweep(dir string, keep func(*result.SweepRow) bool) (*Folder, error) {
	if _, err := folder.Stat(dir); errors.As(err, new(*folder.KindError)) {
		return nil, err
	}
	s, written, err := sweeptable.Read(dir, keep)
	if err != nil {
		return nil, err
	}
	r := &Folder{}
	if written != "" {
		r.Written = []string{written}
	}
	r.Sweep = s
	if keep == nil {
		if err := r.readDifferences(dir); err != nil {
			return nil, err
		}
		if _, err := r.readTables(dir, r.Analysis.List()[:1]); err != nil {
			return nil, err
		}
	}
	return r, r.readPackage(dir)
}

// readDifferences reads the differences of a sweep, if it has any and not too many to be held: those statistics that figures show.
func (r *Folder) readDifferences(dir string) error {
	s, written, err := sweeptable.ReadDifferences(dir, func(row *result.SweepRow) bool { return slices.Contains(result.ShownPairStatistics, row.Statistic) })
	switch {
	case errors.As(err, new(*sweeptable.NoSweepError)), errors.As(err, new(*sweeptable.RowsError)):
		return nil
	case err != nil:
		return err
	}
	if written != "" {
		r.Written = append(r.Written, written)
	}
	r.Sweep.Differences = s
	return nil
}

// sweepTable is a file that a sweep's rows are written to, and what its description needs to know.
type sweepTable struct {
	format string
	shape  *result.Sweep
	file   *os.File
	to     sweeptable.Writer
	sum    checksum
	bytes  int
}

// checksum is the part of hash.Hash that is needed.
type checksum interface {
	io.Writer
	Sum([]byte) []byte
}

func newSweepTable(f *folder.Pending, format string, shape *result.Sweep) (*sweepTable, error) {
	file, err := f.Create(sweeptable.File(shape.Table().Name, format))
	if err != nil {
		return nil, err
	}
	t := &sweepTable{format: format, shape: shape, file: file, sum: sha256.New()}
	if t.to, err = sweeptable.New(format, t, shape); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return t, nil
}

// declaredSweep is a table of a sweep as its provenance describes it; those of its assumptions are in the words of the case already.
func (p *Provenance) declaredSweep(s *result.Sweep) result.Table {
	t := p.describe(s.Table())
	for i, c := range t.Columns {
		for _, assumption := range s.Varied {
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

func (t *sweepTable) resource(declared result.Table) datapackage.Resource {
	r := datapackage.Table(declared)
	if media := sweeptable.MediaType(t.format); media != "" {
		r.Name, r.Path, r.Profile = r.Name+"-"+t.format, sweeptable.File(declared.Name, t.format), ""
		r.Format, r.MediaType, r.Encoding, r.Dialect = t.format, media, "", nil
	}
	r.Bytes, r.Hash = t.bytes, "sha256:"+hex.EncodeToString(t.sum.Sum(nil))
	return r
}
