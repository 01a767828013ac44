// Package pattern holds regular expressions that are compiled when they are first needed. Dozens stand in variables of
// packages, and few commands need any.
package pattern

import (
	"regexp"
	"sync"
)

// Pattern gives a regular expression. It may be called by many goroutines at once.
type Pattern func() *regexp.Regexp

// New is the pattern of a regular expression, in the syntax of package regexp. It panics when it is first called if that is
// not valid.
func New(text string) Pattern {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}
