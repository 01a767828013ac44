// Package parts keeps what a sweep has finished, part by part, under a checksum, so that it can be stopped at any moment,
// resumed, shared out between machines and joined again.
package parts

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"reconfig/data/datapackage"
	"reconfig/data/folder"
)

// Parts is a folder in which a long computation keeps what it has finished, part by part, so that it can be stopped at
// any moment, killed even, and resumed. One process works in a folder at a time, unless it is shared. The methods may be
// called from several goroutines.
type Parts struct {
	dir      string
	identity Identity
	lock     *os.File // nil where there is no locking
	shared   bool     // others may work in it too
	readOnly bool
	sign     *sign // of life; nil where it is only read
	write    func(path string, pieces ...[]byte) error

	mutex sync.Mutex
	done  map[int]bool
}

const (
	partPrefix = "part-"
	lockFile   = "lock"
)

// Open starts a folder of parts, or resumes one that was started with the same identity; another one gives an
// OtherIdentityError. A folder that another process works in gives an InUseError, one that holds anything else an
// OccupiedError. What a killed process left unfinished is removed.
func Open(dir string, identity Identity) (*Parts, error) { return open(dir, identity, false) }

// OpenShared does so for a folder that several processes may work in at once. Each makes the same parts and puts them in
// place whole, so a task that a cluster starts twice does no harm, even where file locks do not reach other machines.
func OpenShared(dir string, identity Identity) (*Parts, error) { return open(dir, identity, true) }

func open(dir string, identity Identity, shared bool) (*Parts, error) {
	if err := folder.MakeAll(dir); err != nil {
		return nil, fmt.Errorf("%s: %w", dir, folder.Reason(err))
	}
	how := folder.LockAlone
	if shared {
		how = folder.LockShared
	}
	lock, err := lockFolder(dir, how)
	if err != nil {
		return nil, err
	}
	p := &Parts{dir: dir, identity: identity, lock: lock, shared: shared, sign: signOn(lock), write: folder.WriteFile}
	if err := p.open(); err != nil {
		return nil, errors.Join(err, p.Close())
	}
	return p, nil
}

// Read opens a folder of parts to read, whatever it holds the parts of. A process that works in it keeps it from
// being read.
func Read(dir string) (*Parts, error) {
	identity, err := ReadIdentity(dir)
	if err != nil {
		return nil, err
	}
	lock, err := folder.OpenLock(filepath.Join(dir, lockFile), folder.LockToRead)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, inUse(dir, err)
	}
	p := &Parts{dir: dir, identity: identity, lock: lock, readOnly: true, write: folder.WriteFile}
	if err := p.scan(); err != nil {
		return nil, errors.Join(err, p.Close())
	}
	return p, nil
}

// checkParts returns an error if the folder is not empty and holds no parts.
func checkParts(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("%s: %w", dir, folder.Reason(err))
	}
	other := ""
	for _, e := range entries {
		switch name := e.Name(); {
		case name == identityFile:
			return nil
		case name != lockFile && !folder.IsUnfinished(name):
			other = name
		}
	}
	if other != "" {
		return &folder.OccupiedError{Dir: dir, File: other}
	}
	return nil
}

// open starts the folder or resumes it.
func (p *Parts) open() error {
	earlier, err := ReadIdentity(p.dir)
	var none *NoPartsError
	switch {
	case errors.As(err, &none):
		content, err := datapackage.Encode(p.identity)
		if err != nil {
			return err
		}
		if err := p.writeFile(identityFile, content); err != nil {
			return err
		}
	case err != nil:
		return err
	default:
		if differences := earlier.Differences(p.identity); len(differences) > 0 {
			return &OtherIdentityError{p.dir, differences}
		}
	}
	if err := p.clean(); err != nil {
		return err
	}
	return p.scan()
}

// longUnfinished is how old a file in the making is that no process works on any more.
const longUnfinished = time.Hour

// clean removes what a killed process left unfinished. In a shared folder it may be at work still.
func (p *Parts) clean() error {
	entries, err := os.ReadDir(p.dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.Type().IsRegular() && folder.IsUnfinished(e.Name()) && (!p.shared || isOlder(e, longUnfinished)) {
			if err := os.Remove(filepath.Join(p.dir, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

func isOlder(e fs.DirEntry, than time.Duration) bool {
	info, err := e.Info()
	return err == nil && time.Since(info.ModTime()) > than
}

// scan finds the parts that there are. Other files are passed over.
func (p *Parts) scan() error {
	entries, err := os.ReadDir(p.dir)
	if err != nil {
		return fmt.Errorf("%s: %w", p.dir, folder.Reason(err))
	}
	p.done = map[int]bool{}
	for _, e := range entries {
		number, ok := strings.CutPrefix(e.Name(), partPrefix)
		part, err := strconv.Atoi(number)
		if ok && err == nil && p.isMine(part) && e.Name() == partName(part) && e.Type().IsRegular() {
			p.done[part] = true
		}
	}
	return nil
}

func (p *Parts) isMine(part int) bool { return part >= p.identity.First && part < p.identity.End }

func partName(part int) string { return fmt.Sprintf("%s%07d", partPrefix, part) }

// Identity is what the parts are parts of.
func (p *Parts) Identity() Identity { return p.identity }

// Has says whether the part is there.
func (p *Parts) Has(part int) bool {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	return p.done[part]
}

// Missing lists the shard's parts that are not there yet, in order.
func (p *Parts) Missing() []int {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	var all []int
	for part := p.identity.First; part < p.identity.End; part++ {
		if !p.done[part] {
			all = append(all, part)
		}
	}
	return all
}

// Write keeps a part: whole and on the disk, or not at all.
func (p *Parts) Write(part int, content []byte) error {
	if p.readOnly || !p.isMine(part) {
		return fmt.Errorf("%s: part %d is not one to be written here", p.dir, part)
	}
	if err := p.writeFile(partName(part), content, p.trailer(part, content)); err != nil {
		return err
	}
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.done[part] = true
	return nil
}

// writeFile writes a file, whole or not at all. Where file locks do not reach other machines, another process may take the file
// in the making for one that was left, and remove it; then it is written again.
func (p *Parts) writeFile(name string, pieces ...[]byte) error {
	err := p.write(filepath.Join(p.dir, name), pieces...)
	for try := 0; p.shared && errors.Is(err, fs.ErrNotExist) && try < 5; try++ {
		err = p.write(filepath.Join(p.dir, name), pieces...)
	}
	if err != nil {
		return p.cannotWrite(err)
	}
	syncFolder(p.dir)
	return nil
}

// syncFolder waits until a folder's names are on the disk, where the system can.
func syncFolder(dir string) {
	if d, err := folder.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}

func (p *Parts) cannotWrite(err error) error {
	if errors.Is(err, syscall.ENOSPC) {
		return fmt.Errorf("%s: the disk is full; the parts that are finished stay, and the sweep can be resumed once there is space: %w", p.dir, err)
	}
	return fmt.Errorf("%s: cannot keep a part: %w", p.dir, err)
}

// TrailerBytes is the length of what follows a part's content: its number of bytes and a checksum.
const TrailerBytes = 8 + sha256.Size

// trailer is the length and the SHA-256 of what the part is of, its number and its content, so that a part of another
// sweep or under another number is known too.
func (p *Parts) trailer(part int, content []byte) []byte {
	sum := sha256.New()
	fmt.Fprintf(sum, "%s\n%s\n%s\n%d\n", p.identity.Program, p.identity.PlanHash, p.identity.CaseHash, part)
	_, _ = sum.Write(content) // which never errs
	return sum.Sum(binary.LittleEndian.AppendUint64(nil, uint64(len(content))))
}

// DamagedPartError says that a part is not as it was written.
type DamagedPartError struct {
	Part int
	File string
}

func (e *DamagedPartError) Error() string {
	return e.File + ": expected a part as it was written, but it is damaged or from elsewhere; run the sweep or its shard again, and it is made again"
}

// mostPartBytes is well above what a part can have.
const mostPartBytes = 1 << 30

// Read reads a part. One that is not as it was written gives a DamagedPartError.
func (p *Parts) Read(part int) ([]byte, error) {
	path := filepath.Join(p.dir, partName(part))
	if whole, err := hasItsLength(path); err != nil {
		return nil, fmt.Errorf("%s: %w", path, folder.Reason(err))
	} else if !whole {
		return nil, &DamagedPartError{part, path}
	}
	content, err := folder.ReadFile(path, mostPartBytes)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, folder.Reason(err))
	}
	n := len(content) - TrailerBytes
	if n < 0 || string(content[n:]) != string(p.trailer(part, content[:n])) {
		return nil, &DamagedPartError{part, path}
	}
	return content[:n:n], nil
}

// ForgetDamaged reads the parts that are there, and counts those that are not as they were written as missing, so that they are
// made again. It lists them.
func (p *Parts) ForgetDamaged() (damaged []int, err error) {
	for part := p.identity.First; part < p.identity.End; part++ {
		if !p.Has(part) {
			continue
		}
		switch _, err := p.Read(part); {
		case errors.As(err, new(*DamagedPartError)):
			damaged = append(damaged, part)
		case err != nil:
			return nil, err
		}
	}
	p.mutex.Lock()
	defer p.mutex.Unlock()
	for _, part := range damaged {
		delete(p.done, part)
	}
	return damaged, nil
}

// hasItsLength says whether a part's file is as long as its trailer says, so that no other is read as a whole.
func hasItsLength(path string) (bool, error) {
	file, err := folder.Open(path)
	if err != nil {
		return false, err
	}
	defer func() { _ = file.Close() }() // nothing was written
	info, err := file.Stat()
	if err != nil || info.Size() < TrailerBytes {
		return false, err
	}
	length := make([]byte, 8)
	n := info.Size() - TrailerBytes
	if _, err := file.ReadAt(length, n); err != nil {
		return false, err
	}
	return binary.LittleEndian.Uint64(length) == uint64(n), nil
}

// Close gives the folder free for others; the parts stay.
func (p *Parts) Close() error {
	if p.lock == nil {
		return nil
	}
	p.sign.off()
	err := p.lock.Close()
	p.lock = nil
	return err
}

// Remove removes what was written here, and the folder if nothing else is in it, and closes.
func (p *Parts) Remove() error {
	if p.readOnly {
		return fmt.Errorf("%s was opened to be read", p.dir)
	}
	p.mutex.Lock()
	defer p.mutex.Unlock()
	var failed error
	remove := func(name string) bool {
		err := os.Remove(filepath.Join(p.dir, name))
		if errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
		failed = errors.Join(failed, err)
		return err == nil
	}
	for part := range maps.Keys(p.done) {
		if remove(partName(part)) {
			delete(p.done, part)
		}
	}
	if failed == nil {
		remove(identityFile)
	}
	unlocked := os.Remove(filepath.Join(p.dir, lockFile)) == nil // not where an open file cannot be removed
	failed = errors.Join(failed, p.Close())
	if !unlocked {
		remove(lockFile)
	}
	_ = os.Remove(p.dir) // which it refuses where something else is in it
	return failed
}
