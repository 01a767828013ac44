package analysis

import (
	"errors"
	"fmt"
	"slices"

	"reconfig/model/result"
	"reconfig/sim/sensitivity"
)

// NoDirectionError says that structures cannot be ranked by an outcome.
type NoDirectionError struct{ Outcome result.Outcome }

func (e *NoDirectionError) Error() string {
	return fmt.Sprintf("%s has no better direction, so no structure is the best on it", e.Outcome)
}

// EndlessError says that an outcome may be infinite, which a method of means and variances cannot have.
type EndlessError struct{ Outcome result.Outcome }

func (e *EndlessError) Error() string {
	return fmt.Sprintf("%s may be infinite, as a payback may never come; of the analyses only “sensitivity pawn”, “discover --where” and “decide --require” take it", e.Outcome)
}

// EmptyError says that an outcome has no value, at the base or in some draws, so that there is nothing to analyse.
type EmptyError struct {
	Outcome   result.Outcome
	Structure string
	Draws     int // in how many it is empty; 0 where it is at the base
}

func (e *EmptyError) Error() string {
	where := ""
	if e.Draws > 0 {
		where = fmt.Sprintf(" in some draws (%d)", e.Draws)
	}
	return fmt.Sprintf("%s of %s is empty%s. Its column: %s", e.Outcome, e.Structure, where, e.Outcome.Column().Description)
}

// vary answers questions by a method of variances. Of several questions it leaves out those whose answer does not vary, with
// a warning for each; it returns an error if none is left. It returns the questions that are answered.
func vary[Answer any](s *Setup, questions []result.Question, method func([]result.Question) (Answer, error)) (Answer, []result.Question, error) {
	for {
		answer, err := method(questions)
		var constant sensitivity.ConstantError
		if !errors.As(err, &constant) || len(questions) == 1 {
			return answer, questions, s.explain(err, questions)
		}
		s.leaveOut(s.explain(err, questions))
		questions = slices.Delete(slices.Clone(questions), constant.Output, constant.Output+1)
	}
}

// varying lists the questions, by index, whose answers vary, and warns of the others; an error where none does. It serves the
// methods that need no variance, and would give a table of noughts.
func (s *Setup) varying(questions []result.Question, varies func(question int) bool) (kept []int, err error) {
	var constant []error
	for i := range questions {
		if varies(i) {
			kept = append(kept, i)
		} else {
			constant = append(constant, fmt.Errorf("%s: there is nothing to analyse", unmoved(questions[i])))
		}
	}
	if len(kept) == 0 {
		return nil, constant[0]
	}
	for _, err := range constant {
		s.leaveOut(err)
	}
	return kept, nil
}

// unmoved says of which question the answer does not vary.
func unmoved(q result.Question) string {
	if q.Against == "" {
		return fmt.Sprintf("%s of %s is the same in every draw", q.Outcome, q.Structure)
	}
	return fmt.Sprintf("%s of %s is the same as that of %s in every draw, or always as much more", q.Outcome, q.Structure, q.Against)
}

// leaveOut warns of a question that is not answered.
func (s *Setup) leaveOut(why error) {
	if s.Warn != nil {
		s.Warn(why.Error() + ". It is left out.")
	}
}

// explain names the question that a method could not answer.
func (s *Setup) explain(err error, questions []result.Question) error {
	var constant sensitivity.ConstantError
	if errors.As(err, &constant) {
		q := questions[constant.Output]
		if q.Against == "" {
			return fmt.Errorf("%s: it has no variance to share out", unmoved(q))
		}
		return fmt.Errorf("%s: the difference has no variance to share out", unmoved(q))
	}
	var unset sensitivity.NotFiniteError
	if errors.As(err, &unset) {
		q := questions[unset.Output]
		return fmt.Errorf("%s of %s is empty or infinite in some draws: it has no variance; see what its column means in docs/results.md", q.Outcome, q.Structure)
	}
	return err
}
