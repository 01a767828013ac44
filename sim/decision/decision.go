// Package decision says what to choose when it is not known what will come: how often each option is best and what is lost
// by choosing it, how often it meets what is required, what it would be worth to know everything first, at which values of an
// assumption another option becomes the best, and what to begin with where one can go on in steps.
//
// It knows only options and draws. Values are by option and draw, higher is better, and draw k of every option is the same
// state of the world; the order of draws means nothing. The same values give the same bits, whatever the number of
// goroutines.
package decision
