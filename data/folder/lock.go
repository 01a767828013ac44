package folder

import "errors"

// ErrLocked says that another process has the lock.
var ErrLocked = errors.New("locked by another process")
