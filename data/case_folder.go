package data

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"reconfig/data/datapackage"
	"reconfig/data/folder"
	"reconfig/data/table"
	"reconfig/model"
	"reconfig/model/spelling"
)

// folderSource is a case in a folder: a CSV file for each table, and a description in JSON.
type folderSource struct {
	dir     string // empty for a case that comes with the program
	root    fs.FS
	release func() error
	changed map[string][]byte // what files are taken to hold in place of what they do
	listing []string          // files in it
	hashed  map[string]string // those that were read
}

func newFolderSource(dir string, root fs.FS, release func() error) *folderSource {
	f := &folderSource{dir: dir, root: root, release: release, hashed: map[string]string{}}
	entries, err := fs.ReadDir(root, ".")
	if err != nil {
		return f // then no file can be read, which is reported
	}
	for _, e := range entries {
		if !e.IsDir() {
			f.listing = append(f.listing, e.Name())
		}
	}
	return f
}

// openFolder opens a folder so that links in it cannot lead out of it.
func openFolder(dir string) (*folderSource, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return newFolderSource(dir, root.FS(), root.Close), nil
}

func (f *folderSource) close() {
	if f.release != nil {
		_ = f.release() // nothing is written through it
	}
}

func (f *folderSource) faults() Problems          { return nil }
func (f *folderSource) hashes() map[string]string { return f.hashed }
func (f *folderSource) named(table string) string { return table + ".csv" }
func (f *folderSource) called() string            { return f.dir }
func (f *folderSource) compare(p, q Problem) int  { return byFile(p, q) }
func (f *folderSource) path(file string) string   { return path.Join(f.dir, file) }

// byFile sorts problems by file and line.
func byFile(p, q Problem) int {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line))
}

// read reads a file.
func (f *folderSource) read(file string) ([]byte, error) {
	content, ok := f.changed[file]
	var err error
	if !ok {
		content, err = folder.Read(f.root, file)
	}
	if err == nil {
		f.hashed[file] = folder.Hash(content)
	}
	return content, err
}

func (f *folderSource) cells(name string) (*table.Table, *Problem) {
	file := f.named(name)
	content, err := f.read(file)
	if err != nil {
		return nil, f.unread(file, err)
	}
	t := table.Split(f.path(file), content, true)
	t.PlainNumbers(declared(name).kinds())
	return t, nil
}

// unread is the problem of a table whose file cannot be read.
func (f *folderSource) unread(file string, err error) *Problem {
	p := Problem{File: f.path(file), Expected: "a file of that name in the case's folder: " + folder.Reason(err).Error()}
	var fault *folder.Fault
	switch {
	case errors.As(err, &fault):
		p.Mend = fault.Mend
	case errors.Is(err, fs.ErrNotExist):
		near := f.near(file)
		p.Mend = mendMissing(file, near)
		if near == "" {
			p.Code = model.Missing
		}
	}
	return &p
}

// mendMissing says how a file that is not there can come to be, where another may have been meant for it.
func mendMissing(file, near string) string {
	switch {
	case near == "":
		return "give the case that file; a case copied with `reconfig case copy` has one to start from"
	case near == file:
		return "it is a link to a file that is not there; put the file itself in its place"
	case isTextFile(near):
		return fmt.Sprintf("rename %s to %s", near, file)
	}
	return fmt.Sprintf("save the table in %s as %s, in the format CSV UTF-8 (comma delimited)", near, file)
}

// near finds a file of the folder that is likely to be the one by another name: with capital letters, another ending, in
// the singular or with a slip of the pen. It is the file itself where it is a link to nothing.
func (f *folderSource) near(file string) string {
	stem := strings.TrimSuffix(file, path.Ext(file))
	for _, other := range f.listing {
		if other == file {
			return other
		}
		if isTable(other) || other == datapackage.File || !isTableLike(other) {
			continue
		}
		name, _, _ := strings.Cut(other, ".")
		plural := strings.TrimSuffix(strings.ToLower(name), "s") == strings.TrimSuffix(stem, "s")
		if spelling.LooksLike(name, stem) || plural || table.IsSlip(name, stem) {
			return other
		}
	}
	return ""
}

func isTable(file string) bool {
	name, isCSV := strings.CutSuffix(file, ".csv")
	return isCSV && slices.Contains(tableNames(), name)
}

// isTableLike says whether a file may hold a table, by its ending.
func isTableLike(file string) bool {
	switch strings.ToLower(path.Ext(file)) {
	case ".csv", ".txt", ".tsv", ".tab", ".xls", ".xlsx", ".xlsm", ".ods", "":
		return true
	}
	return false
}

func isTextFile(file string) bool {
	ending := strings.ToLower(path.Ext(file))
	return ending == ".csv" || ending == ".txt"
}

// warnings are about CSV files in the folder that are no tables of a case.
func (f *folderSource) warnings() (before, after []string) {
	for _, file := range f.listing {
		if strings.EqualFold(path.Ext(file), ".csv") && !isTable(file) {
			before = append(before, file+" is not a table of a case, and is not read")
		}
	}
	return before, nil
}

// files are what the files that were read hold. Those that are written in another way than this program writes them are as it
// does.
func (f *folderSource) files() (map[string][]byte, error) {
	files := map[string][]byte{}
	for name := range f.hashed {
		content, err := folder.Read(f.root, name)
		if err != nil {
			return nil, err
		}
		if files[name], err = f.rewritten(name, content); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// rewritten is what a file holds, written as this program writes it.
func (f *folderSource) rewritten(name string, content []byte) ([]byte, error) {
	if !isTable(name) {
		return plainText(content)
	}
	t, why := f.cells(strings.TrimSuffix(name, ".csv"))
	if why != nil || t.Dialect.String() == "" {
		return content, nil
	}
	return t.CSV(), nil
}

func (f *folderSource) packaged() (*caseDescription, error) {
	content, err := folder.Read(f.root, datapackage.File)
	if err != nil {
		return nil, err
	}
	return parseDescription(content)
}

func (f *folderSource) describe() (*description, Problems) {
	content, err := f.read(datapackage.File)
	if err != nil {
		return nil, Problems{f.undescribed(err)}
	}
	d, listed, problems := describeJSON(f.path(datapackage.File), content)
	if d == nil {
		return nil, problems
	}
	for _, file := range listed {
		if !f.holds(file) {
			d.warnings = append(d.warnings, datapackage.File+" lists "+file+", which is not in the folder")
		}
	}
	for _, name := range tableNames() {
		if file := f.named(name); f.holds(file) && !slices.Contains(listed, file) {
			d.warnings = append(d.warnings, datapackage.File+" does not list "+file+", so other tools will not find it")
		}
	}
	return d, problems
}

func (f *folderSource) holds(file string) bool {
	_, err := fs.Stat(f.root, file)
	return err == nil
}

// undescribed is the problem of a description that cannot be read.
func (f *folderSource) undescribed(err error) Problem {
	p := Problem{
		File: f.path(datapackage.File), Property: true,
		Expected: "a description of the case (a Frictionless Data Package; `reconfig case new DIR --from bodies.csv` makes a whole case from a table of bodies)",
		Mend:     "put it beside the tables; in its property reconfig it says when and where the case plays",
	}
	if !errors.Is(err, fs.ErrNotExist) {
		p.Expected += ": " + folder.Reason(err).Error()
	}
	var fault *folder.Fault
	if errors.As(err, &fault) {
		p.Mend = fault.Mend
	} else if near := f.nearDescription(); near != "" {
		p.Mend = "rename " + near + " to " + datapackage.File
	}
	return p
}

// nearDescription finds a file of the folder that is likely to be the description by another name.
func (f *folderSource) nearDescription() string {
	for _, other := range f.listing {
		if other != datapackage.File && (spelling.LooksLike(strings.TrimSuffix(other, ".txt"), datapackage.File) || table.IsSlip(other, datapackage.File)) {
			return other
		}
	}
	return ""
}
