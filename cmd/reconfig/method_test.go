package main

import (
	"errors"
	"slices"
	"testing"
)

// TestMethodsStandInOrder holds that no two methods share a command or a position in the order of reading, and that the
// help of a family has each of its methods.
func TestMethodsStandInOrder(t *testing.T) {
	titles, orders := map[string]bool{}, map[int]bool{}
	for _, m := range methods {
		if titles[m.title()] || orders[m.order] {
			t.Errorf("%s, at %d, is there twice", m.title(), m.order)
		}
		titles[m.title()], orders[m.order] = true, true
	}
	var names []string
	for _, m := range methodsOf(sensitivity) {
		names = append(names, m.name)
	}
	if want := []string{"tornado", "morris", "sobol", "shapley", "pawn"}; !slices.Equal(names, want) {
		t.Errorf("methods of sensitivity are %v, want %v", names, want)
	}
}

// TestFlagErrorsArePlain holds the words of the library of flags, which are told apart by its types.
func TestFlagErrorsArePlain(t *testing.T) {
	for _, test := range []struct{ flag, value, want string }{
		{"draws", "many", `invalid argument "many" for "--draws" flag: expected a whole number, as in 1000`},
		{"seed", "-1", `invalid argument "-1" for "--seed" flag: expected a whole number from 0 to 18446744073709551615`},
		{"horizon", "ten", `invalid argument "ten" for "--horizon" flag: it must be above 0, at most 100 years, and in whole quarters, as in 7.5`},
	} {
		cmd := newRunCommand(&environment{})
		err := plainFlagError(cmd.Flags().Set(test.flag, test.value))
		if err == nil || err.Error() != test.want {
			t.Errorf("--%s %s: %v, want %s", test.flag, test.value, err, test.want)
		}
	}
	if other := errors.New("another"); !errors.Is(plainFlagError(other), other) {
		t.Error("another error is changed")
	}
}
