package folder

import "golang.org/x/sys/unix"

// exchange swaps two folders at once, so that the final name is never without a whole folder.
func exchange(temporary, final string) error {
	err := unix.Renameat2(unix.AT_FDCWD, temporary, unix.AT_FDCWD, final, unix.RENAME_EXCHANGE)
	if err == unix.EINVAL || err == unix.ENOSYS { // not every file system can
		return exchangeByRenames(temporary, final)
	}
	return err
}
