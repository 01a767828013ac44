// Package folder reads and writes folders of files. Files are read within bounds, and none outside of the folder; a folder
// or file that is written appears whole or not at all; several files are replaced together or none.
package folder

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// MostBytes is how many bytes of a file Read reads, well above what a country of 3,030 bodies needs: a file of the
// wrong kind gets a message before it has filled the memory.
const MostBytes = 64 << 20

// Fault is what keeps a file from being read, in plain words, and how that is put right.
type Fault struct{ What, Mend string }

func (f *Fault) Error() string { return f.What }

// Read reads a file of a folder: a regular one of at most MostBytes. What keeps it from being read is a Fault, or
// fs.ErrNotExist.
func Read(files fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(files, name) // before it is opened: to open a pipe is to wait for somebody who writes to it
	if err != nil {
		return nil, fileError(err)
	}
	if info.IsDir() {
		return nil, &Fault{"it is a folder", "move the file out of the folder of that name, and delete the folder"}
	}
	if kind := oddKind(info); kind != "" {
		return nil, &Fault{"it is " + kind + ", neither a file nor a folder", "save it as an ordinary file"}
	}
	if info.Size() > MostBytes {
		return nil, tooLarge(fmt.Sprintf("it has %d MB", info.Size()>>20))
	}
	f, err := files.Open(name)
	if err != nil {
		return nil, fileError(err)
	}
	content, err := io.ReadAll(io.LimitReader(f, MostBytes+1))
	if err := errors.Join(err, f.Close()); err != nil {
		return nil, fileError(err)
	}
	if len(content) > MostBytes {
		return nil, tooLarge("it has more")
	}
	return content, nil
}

func tooLarge(has string) error {
	return &Fault{fmt.Sprintf("a file can have %d MB, and %s", MostBytes>>20, has), "look whether it is the right file, and leave out what reconfig does not need"}
}

// fileError puts into plain words what the system says of a file.
func fileError(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return err
	case errors.Is(err, fs.ErrPermission):
		return &Fault{"it may not be read", "change its permissions, or close the program that has it open"}
	case leadsOut(err):
		return &Fault{"it is a link that leads out of the folder", "put the file itself into the folder in place of the link (or make the link relative, if it stays within)"}
	}
	return err
}

// Reason is an error without the operation and the path, which the reader of the message knows.
func Reason(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return errors.New("it is not there")
	}
	var odd *KindError
	if errors.As(err, &odd) {
		return errors.New("it " + odd.says())
	}
	var long *SizeError
	if errors.As(err, &long) {
		return errors.New(long.says())
	}
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// leadsOut says whether a file was refused because it is out of the folder. Of that os.Root gives no error that could be
// told from others, only these words; a test fails when they change.
func leadsOut(err error) bool { return strings.Contains(err.Error(), "path escapes") }

// Hash is the SHA-256 of what a file holds, in hexadecimal.
func Hash(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
