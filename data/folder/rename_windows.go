package folder

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/windows"
)

// Rename renames a file or a folder; a file that has the new name is replaced. Windows refuses while another program, such
// as one that looks for viruses, has the file or one in the folder open. That mostly passes, so it is tried for some seconds.
func Rename(from, to string) error {
	const longest, greatestPause = 3 * time.Second, 200 * time.Millisecond
	pause := time.Millisecond
	for start := time.Now(); ; pause = min(2*pause, greatestPause) {
		err := os.Rename(from, to)
		if !inUse(err) || time.Since(start) > longest {
			return err
		}
		time.Sleep(pause)
	}
}

func inUse(err error) bool {
	return errors.Is(err, windows.ERROR_ACCESS_DENIED) || errors.Is(err, windows.ERROR_SHARING_VIOLATION) ||
		errors.Is(err, windows.ERROR_LOCK_VIOLATION)
}
