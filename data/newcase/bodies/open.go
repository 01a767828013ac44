package bodies

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"reconfig/data/folder"
	"reconfig/data/table"
	"reconfig/data/workbook"
)

// mostBodiesBytes is far more than a table of bodies has.
const mostBodiesBytes = 32 << 20

// Read reads a table of bodies from a CSV file, or from a sheet of an Excel workbook (.xlsx). Rows above its header and
// notes below its last row are left out. A Problems error has everything that is wrong with it, one problem of each kind.
func Read(path string, o Options) (*Table, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("there is no file %s", path)
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, fmt.Errorf("%s is a folder; a table of bodies is a CSV file or an Excel workbook (.xlsx)", path)
	}
	content, err := folder.ReadStart(path, mostBodiesBytes+1)
	if err != nil {
		return nil, err
	}
	if len(content) > mostBodiesBytes {
		return nil, fmt.Errorf("%s has more than %d MB, more than any table of bodies", path, mostBodiesBytes>>20)
	}
	if workbook.IsFileName(path) || workbook.Is(content) {
		return readSheet(path, content, o)
	}
	if o.Sheet != "" {
		return nil, fmt.Errorf("%s is no workbook (.xlsx), so it has no sheet %q", path, o.Sheet)
	}
	return inCSV(path, content, o)
}

// inCSV reads a table of bodies from a CSV file.
func inCSV(path string, content []byte, o Options) (*Table, error) {
	e := findExtent(recordsOfCSV(content), o)
	return newReader(table.Split(path, onlyLines(content, e.lines, e.end), true), e, o).read(nil)
}
