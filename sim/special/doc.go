// Package special has the special functions of statistics: of the normal, beta and Student's t distribution. They have the
// same bits on every 64-bit architecture, as the elementary functions that they are made of have.
package special
