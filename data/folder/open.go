package folder

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// KindError says that something is neither a file nor a folder, so that to open it could be to wait for ever.
type KindError struct {
	Path string
	Kind string // with its article: a named pipe
}

func (e *KindError) Error() string { return e.Path + " " + e.says() }

func (e *KindError) says() string {
	return "is " + e.Kind + ", neither a file nor a folder: save what comes out of it as a file, and name that"
}

// Open opens a file to read it. What is neither a file nor a folder gives a KindError at once.
func Open(path string) (*os.File, error) {
	if _, err := Stat(path); err != nil {
		return nil, err
	}
	return os.Open(path)
}

// Stat is os.Stat for what is about to be read: what is neither a file nor a folder gives a KindError.
func Stat(path string) (fs.FileInfo, error) {
	info, err := os.Stat(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, cmp.Or(fileAbove(path), err)
	}
	if err != nil {
		return nil, err
	}
	if kind := oddKind(info); kind != "" {
		return nil, &KindError{path, kind}
	}
	return info, nil
}

// oddKind names what is neither a file nor a folder; empty for those.
func oddKind(info fs.FileInfo) string {
	switch mode := info.Mode(); {
	case mode.IsRegular() || mode.IsDir():
		return ""
	case mode&fs.ModeNamedPipe != 0:
		return "a named pipe"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	case mode&fs.ModeDevice != 0:
		return "a device"
	}
	return "something special"
}

// ReadFile reads a file of at most so many bytes. A longer one gives a SizeError before it has filled the memory.
func ReadFile(path string, most int64) ([]byte, error) {
	f, err := Open(path)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() && info.Size() > most {
		return nil, errors.Join(&SizeError{path, most}, f.Close())
	}
	content, err := io.ReadAll(io.LimitReader(f, most+1))
	if err := errors.Join(err, f.Close()); err != nil {
		return nil, err
	}
	if int64(len(content)) > most {
		return nil, &SizeError{path, most}
	}
	return content, nil
}

// SizeError says that a file is larger than what is read of its kind.
type SizeError struct {
	Path string
	Most int64 // bytes
}

func (e *SizeError) Error() string { return e.Path + ": " + e.says() }

func (e *SizeError) says() string {
	return fmt.Sprintf("it has more than %d MB, the most that is read of such a file", e.Most>>20)
}

// ReadStart reads the first bytes of a file, up to so many. Its error names the file and why it cannot be read.
func ReadStart(path string, most int64) ([]byte, error) {
	f, err := Open(path)
	if err != nil {
		return nil, named(path, err)
	}
	content, err := io.ReadAll(io.LimitReader(f, most))
	if err := errors.Join(err, f.Close()); err != nil {
		return nil, named(path, err)
	}
	return content, nil
}

// named is an error that names the file and why it cannot be read.
func named(path string, err error) error {
	var odd *KindError
	if errors.As(err, &odd) {
		return err
	}
	return fmt.Errorf("%s: %w", path, Reason(err))
}
