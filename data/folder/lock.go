package folder

import "errors"

// ErrLocked says that another process has the lock.
var ErrLocked = errors.New("locked by another process")

// Lock is what a lock lets others do.
type Lock int

// A file is locked to be read, for one process that works alone, or for several that work at once. Those that read and those
// that share let one another in.
const (
	LockToRead Lock = iota // the file must be there
	LockAlone              // the file is made if need be
	LockShared             // likewise
)
