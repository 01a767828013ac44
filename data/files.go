package data

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"reconfig/data/folder"
	"reconfig/data/table"
	"reconfig/model/spelling"
)

// addUnread reports a table whose file could not be read.
func (r *reader) addUnread(t *table.Table, err error) {
	t.Fail(0, "", "a file of that name in the case's folder: "+folder.Reason(err).Error())
	var f *folder.Fault
	switch {
	case errors.As(err, &f):
		t.Mend(f.Mend)
	case errors.Is(err, fs.ErrNotExist):
		t.Mend(r.mendMissing(t.File))
	}
}

// mendMissing says how a file that is not there can come to be.
func (r *reader) mendMissing(file string) string {
	near := r.nearFile(file)
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

// nearFile finds a file of the folder that is likely to be the one by another name: with capital letters, another
// ending, in the singular or with a slip of the pen. It is the file itself where it is a link to nothing.
func (r *reader) nearFile(file string) string {
	stem := strings.TrimSuffix(file, path.Ext(file))
	for _, other := range r.listing {
		if other == file {
			return other
		}
		if isTable(other) || other == packageFile || !isTableLike(other) {
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
	for _, t := range caseTables {
		if file == t.name+".csv" {
			return true
		}
	}
	return false
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

// listFiles remembers what lies in the case's folder.
func (r *reader) listFiles() {
	entries, err := fs.ReadDir(r.files, ".")
	if err != nil {
		return // then no file can be read, which is reported
	}
	for _, e := range entries {
		if !e.IsDir() {
			r.listing = append(r.listing, e.Name())
		}
	}
}

// warnOfUnread warns of tables in the folder that nothing was read from.
func (r *reader) warnOfUnread() {
	for _, file := range r.listing {
		if strings.EqualFold(path.Ext(file), ".csv") && !isTable(file) {
			r.warnings = append(r.warnings, file+" is not a table of a case, and is not read")
		}
	}
}
