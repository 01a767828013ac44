package parts_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"reconfig/data/folder/foldertest"
	"reconfig/data/parts"
)

// TestTwoCopiesOfATask has two processes work on one shard at once, over and over. Both must end well, with the same parts.
func TestTwoCopiesOfATask(t *testing.T) {
	if dir := os.Getenv("RECONFIG_TEST_COPY"); dir != "" { // a copy
		p, err := parts.OpenShared(dir, someIdentity())
		if err != nil {
			t.Fatal(err)
		}
		for range 20 {
			for part := 4; part < 8; part++ {
				keep(t, p, part, strings.Repeat(fmt.Sprint(part), 1<<12))
			}
		}
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		return
	}
	dir := filepath.Join(t.TempDir(), "parts")
	var copies []*exec.Cmd
	for range 2 {
		cmd := exec.Command(os.Args[0], "-test.run=^TestTwoCopiesOfATask$")
		cmd.Env = append(os.Environ(), "RECONFIG_TEST_COPY="+dir)
		cmd.Stderr = os.Stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		copies = append(copies, cmd)
	}
	for _, cmd := range copies {
		if err := cmd.Wait(); err != nil {
			t.Errorf("a copy failed: %v", err)
		}
	}
	s, err := parts.StateOf(dir, someIdentity())
	if err != nil || s.Done != 4 || s.Missing() != 0 || s.Worker != "" || len(s.Other) > 0 {
		t.Errorf("%+v, %v", s, err)
	}
	if files := foldertest.Files(t, dir); len(files) != 6 {
		t.Errorf("left %v", files)
	}
}

// TestStatesOfAFolder looks at a folder while a process works in it, after it was killed, and when it holds something else.
func TestStatesOfAFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "parts")
	state := func() parts.State {
		t.Helper()
		s, err := parts.StateOf(dir, someIdentity())
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	if s := state(); s.Missing() != 4 || s.Worker != "" {
		t.Errorf("nothing there: %+v", s)
	}
	p, err := parts.OpenShared(dir, someIdentity())
	if err != nil {
		t.Fatal(err)
	}
	keep(t, p, 4, "a")
	keep(t, p, 5, "b")
	if s := state(); s.Done != 2 || s.Missing() != 2 || !strings.HasPrefix(s.Worker, fmt.Sprintf("%d on ", os.Getpid())) {
		t.Errorf("at work: %+v", s)
	}
	other := someIdentity()
	other.Shards = 12
	if s, err := parts.StateOf(dir, other); err != nil || len(s.Other) != 1 || !strings.HasPrefix(s.Worker, fmt.Sprintf("%d on ", os.Getpid())) {
		t.Errorf("another, at work: %+v, %v", s, err)
	}
	p.Close()
	if err := os.WriteFile(filepath.Join(dir, "part-0000005"), []byte("b, damaged"), 0o644); err != nil {
		t.Fatal(err)
	}
	if s := state(); s.Done != 1 || len(s.Damaged) != 1 || s.Missing() != 2 || s.Worker != "" {
		t.Errorf("damaged: %+v", s)
	}
	if s, err := parts.StateOf(dir, other); err != nil || len(s.Other) != 1 || s.Changed || s.Worker != "" {
		t.Errorf("another shard: %+v, %v", s, err)
	}
	other.Program = "another"
	if s, err := parts.StateOf(dir, other); err != nil || !s.Changed {
		t.Errorf("another program: %+v, %v", s, err)
	}
	p, err = parts.OpenShared(dir, someIdentity())
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if damaged, err := p.ForgetDamaged(); err != nil || len(damaged) != 1 || p.Has(5) || !p.Has(4) {
		t.Errorf("%v, %v", damaged, err)
	}
}

// Who gathers too early is told how many parts are missing, and to wait where a process works on them.
func TestShardsThatAreNotFinished(t *testing.T) {
	for _, x := range []struct {
		parts, written int
		want           string
	}{{1, 0, "of its 1 part 1 is missing"}, {3, 2, "of its 3 parts 1 is missing"}, {3, 1, "of its 3 parts 2 are missing"}} {
		dir := filepath.Join(t.TempDir(), "shard")
		id := someIdentity()
		id.Shard, id.Shards, id.Parts, id.First, id.End = 1, 1, x.parts, 0, x.parts
		p, err := parts.OpenShared(dir, id)
		if err != nil {
			t.Fatal(err)
		}
		for part := range x.written {
			keep(t, p, part, "a")
		}
		gather := func(want string) {
			t.Helper()
			if _, err := parts.OpenShards([]string{dir}); err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%v\nwant %s", err, want)
			}
		}
		gather(fmt.Sprintf("%s is not finished: %s; process %d on ", dir, x.want, os.Getpid()))
		gather(" works on it, so wait")
		p.Close()
		gather(x.want + "; run its shard again")
	}
}

// What may not be looked at is not called unusable: its owner may use it. A link to itself stands for what the system refuses.
func TestNothingIsSaidOfWhatCannotBeRead(t *testing.T) {
	dir := t.TempDir()
	header := filepath.Join(dir, "identity.json")
	if err := os.Symlink(header, header); err != nil {
		t.Skip("no links here: ", err)
	}
	if s, err := parts.StateOf(dir, someIdentity()); err == nil || !strings.Contains(err.Error(), header) {
		t.Errorf("%+v, %v", s, err)
	}
}

// TestSignsOfLifeGrowOld reads signs of other machines, and of a process of this one that is gone.
func TestSignsOfLifeGrowOld(t *testing.T) {
	dir := t.TempDir()
	here, err := os.Hostname()
	if err != nil {
		t.Skip("this machine has no name")
	}
	gone := exec.Command(os.Args[0], "-test.run=^$")
	if err := gone.Run(); err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		text    string
		age     time.Duration
		working bool
	}{
		{"12 on elsewhere\n", 0, true}, {"12 on elsewhere\n", time.Minute, true}, {"12 on elsewhere\n", 3 * time.Minute, false},
		{"12 on elsewhere\nthe end of a longer one\n", 0, true}, {"", 0, false}, {"nonsense", 0, false}, {fmt.Sprintf("%d on %s\n", os.Getpid(), here), 0, true},
		{fmt.Sprintf("%d on %s\n", gone.Process.Pid, here), 0, runtime.GOOS == "windows"}, // where it cannot be told
	} {
		file := filepath.Join(dir, "lock")
		if err := os.WriteFile(file, []byte(x.text), 0o644); err != nil {
			t.Fatal(err)
		}
		when := time.Now().Add(-x.age)
		if err := os.Chtimes(file, when, when); err != nil {
			t.Fatal(err)
		}
		if got := parts.WorkerIn(dir); (got != "") != x.working {
			t.Errorf("%q of %v ago: %q", x.text, x.age, got)
		}
		if s, err := parts.StateOf(dir, someIdentity()); err != nil || (s.Worker != "") != x.working { // the sign comes before all else
			t.Errorf("%q of %v ago, and nothing else: %+v, %v", x.text, x.age, s, err)
		}
	}
}

// A sign is given over and over while others look; none of them may find that nobody works there.
func TestASignIsThereAtAnyMoment(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "parts")
	var opened []*parts.Parts
	open := func() {
		p, err := parts.OpenShared(dir, someIdentity())
		if err != nil {
			t.Error(err)
			return
		}
		opened = append(opened, p)
	}
	open()
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for range 300 {
			open() // which gives a sign
		}
	}()
	for looking := true; looking; {
		select {
		case <-ended:
			looking = false
		default:
			if parts.WorkerIn(dir) == "" {
				t.Error("for a moment nobody works there")
				looking = false
			}
		}
	}
	<-ended
	for _, p := range opened {
		p.Close()
	}
}

// A folder with parts of no sweep, or with anything else, cannot be begun in, so that its parts are not called missing. One that is
// empty, or that a process was killed in at once, can.
func TestWhatIsInTheWayOfAShardIsSaid(t *testing.T) {
	for file, inTheWay := range map[string]bool{"part-0000005": true, "readme": true, "lock": false, "": false} {
		dir := t.TempDir()
		if file != "" {
			if err := os.WriteFile(filepath.Join(dir, file), nil, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		s, err := parts.StateOf(dir, someIdentity())
		if err != nil || (len(s.Other) == 1 && strings.Contains(s.Other[0], "it holds "+file+",")) != inTheWay || s.Missing() != 4 {
			t.Errorf("%q: %+v, %v", file, s, err)
		}
		p, err := parts.OpenShared(dir, someIdentity())
		if (err != nil) != inTheWay {
			t.Errorf("%q: opened: %v", file, err)
		}
		if err == nil {
			p.Close()
		}
	}
}
