// Package packed holds the program that a report carries for its reader's browser. “make build” makes it and sets the tag
// packed. Without that tag there is none, as after “go build”.
package packed
