package parts

import (
	"errors"
	"syscall"

	"reconfig/data/folder"
)

// State is how far a folder of parts is.
type State struct {
	Parts   int      // that belong there
	Done    int      // there as they were written
	Damaged []int    // there, and not as they were written
	Worker  string   // the process that works in it, as WorkerIn names it
	Other   []string // what keeps it from being resumed: what differs from the sweep's identity, or how the folder is damaged
	Changed bool     // its parts are of another plan, case or program
}

// Missing is how many parts are not there.
func (s State) Missing() int { return s.Parts - s.Done - len(s.Damaged) }

// StateOf looks into a folder of parts, or where it would be, and reads every part. It locks nothing, so it disturbs nobody who
// works there. It returns an error where it may not look, for then nothing is known.
func StateOf(dir string, identity Identity) (State, error) {
	s := State{Parts: identity.End - identity.First}
	there, err := ReadIdentity(dir)
	switch {
	case errors.As(err, new(*NoPartsError)):
		s.Worker = WorkerIn(dir) // who has only begun has its sign there before anything else
		var occupied *folder.OccupiedError
		if errors.As(checkParts(dir), &occupied) {
			s.Other = []string{"it holds " + occupied.File + ", and nothing that says which sweep it is for"}
		}
		return s, nil
	case cannotTell(err):
		return s, err
	case err != nil:
		s.Other = []string{err.Error()}
		return s, nil
	}
	s.Worker = WorkerIn(dir)
	if s.Other = there.Differences(identity); len(s.Other) > 0 {
		s.Changed = len(there.SameInputs(identity)) > 0
		return s, nil
	}
	p := &Parts{dir: dir, identity: identity, readOnly: true}
	if err := p.scan(); err != nil {
		return s, err
	}
	if s.Damaged, err = p.ForgetDamaged(); err != nil {
		return s, err
	}
	s.Done = len(p.done)
	return s, nil
}

// cannotTell says whether the system let nobody look, so that nothing is known of what is there.
func cannotTell(err error) bool {
	var reason syscall.Errno
	return errors.As(err, &reason) && reason != syscall.ENOTDIR && reason != syscall.EISDIR
}
