package parts

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"reconfig/data/folder"
)

// sign is the sign of life of a process that works in a folder: its number and its machine in the lock file, written anew
// every so often and taken out when the process is done. A process that is killed leaves it, and it grows old.
type sign struct {
	file  *os.File
	text  string
	ended chan struct{}
	wait  sync.WaitGroup
}

const (
	signEvery     = 20 * time.Second
	signLasts     = 2 * time.Minute // clocks of machines may differ by some of it
	mostSignBytes = 300
)

// signOn begins to give signs.
func signOn(file *os.File) *sign {
	s := &sign{file: file, text: fmt.Sprintf("%d on %s", os.Getpid(), machine()), ended: make(chan struct{})}
	s.give()
	s.wait.Go(func() {
		tick := time.NewTicker(signEvery)
		defer tick.Stop()
		for {
			select {
			case <-s.ended:
				return
			case <-tick.C:
				s.give()
			}
		}
	})
	return s
}

// give writes the sign over the one that is there, so that there is one at any moment. It only tells others, so nothing depends
// on whether it can be written.
func (s *sign) give() {
	line := s.text + "\n"
	if _, err := s.file.WriteAt([]byte(line), 0); err == nil {
		_ = s.file.Truncate(int64(len(line)))
	}
}

// textOf is the sign in the bytes of a lock file: its first line, behind which the end of a longer one may still stand.
func textOf(content []byte) string {
	line, _, _ := strings.Cut(string(content), "\n")
	return strings.TrimSpace(line)
}

// off takes the sign out, unless it is another process's.
func (s *sign) off() {
	if s == nil {
		return
	}
	close(s.ended)
	s.wait.Wait()
	content := make([]byte, mostSignBytes)
	n, _ := s.file.ReadAt(content, 0)
	if textOf(content[:n]) == s.text {
		_ = s.file.Truncate(0)
	}
}

func machine() string {
	name, err := os.Hostname()
	if err != nil {
		return "an unknown machine"
	}
	return name
}

// WorkerIn names the process that works in a folder of parts: its number and its machine. It is empty if there is none, as far
// as signs of life tell: one that was killed on another machine is still named for two minutes.
func WorkerIn(dir string) string {
	path := filepath.Join(dir, lockFile)
	info, err := folder.Stat(path)
	if err != nil || time.Since(info.ModTime()) > signLasts {
		return ""
	}
	content, err := folder.ReadStart(path, mostSignBytes)
	text := textOf(content)
	number, where, _ := strings.Cut(text, " on ")
	if process, notNumber := strconv.Atoi(number); err != nil || notNumber != nil || where == machine() && !lives(process) {
		return ""
	}
	return text
}
